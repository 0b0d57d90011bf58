using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must be light enough for the way to the bay, where a limit is known.</summary>
public sealed class TransportMassRule() : ComparisonRule<TransformerBay, PowerTransformer>(
    210, new("transport", "транспорт", "النقل"), Sources.Route, "t",
    new(Numbers.TransportMass, unit => unit.TransportTonnes), new(Numbers.LimitOfTheWay, bay => bay.TransportLimitTonnes), Ask.TransportMass, atMost: true);
