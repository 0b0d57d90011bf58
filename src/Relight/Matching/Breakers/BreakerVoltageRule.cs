using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker's rated voltage must reach the system's highest.</summary>
public sealed class BreakerVoltageRule() : ComparisonRule<BreakerBay, CircuitBreaker>(
    310, Numbers.RatedVoltage, "IEC 62271-1: Ur is the system's highest voltage", "kV",
    new(Numbers.RatedVoltage, unit => unit.RatedKilovolts), new(Numbers.SystemUm, bay => bay.SystemUm), Ask.RatedKilovolts);
