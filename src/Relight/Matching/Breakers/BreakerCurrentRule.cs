using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker must carry the load current.</summary>
public sealed class BreakerCurrentRule() : ComparisonRule<BreakerBay, CircuitBreaker>(
    320, Numbers.RatedCurrent, Sources.Text("IEC 62271-1"), "A",
    new(Numbers.RatedCurrent, unit => unit.RatedAmperes), new(Numbers.LoadCurrent, bay => bay.LoadAmperes), Ask.RatedAmperes, askPlace: Ask.LoadAmperes);
