using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>A mobile substation must be light enough for the way to the bay, where a limit is known.</summary>
public sealed class MobileTransportRule() : ComparisonRule<TransformerBay, MobileSubstation>(
    660, new("transport", "транспорт", "النقل"), Sources.Route, "t",
    new(Numbers.TransportMass, unit => unit.TransportTonnes), new(Numbers.LimitOfTheWay, bay => bay.TransportLimitTonnes), Ask.TransportMass, atMost: true);
