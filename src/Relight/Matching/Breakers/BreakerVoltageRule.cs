using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker's rated voltage must reach the system's highest.</summary>
public sealed class BreakerVoltageRule() : ComparisonRule<BreakerBay, CircuitBreaker>(
    310, Numbers.RatedVoltage, Sources.HighestVoltage, "kV",
    new(Numbers.RatedVoltage, unit => unit.RatedKilovolts), new(Numbers.SystemUm, bay => bay.SystemUm), Ask.RatedKilovolts);
