using Relight.Register;

namespace Relight.Matching.Disconnectors;

/// <summary>A disconnector's rated voltage must reach the system's highest.</summary>
public sealed class DisconnectorVoltageRule() : ComparisonRule<DisconnectorBay, Disconnector>(
    410, Numbers.RatedVoltage, Sources.HighestVoltage, "kV",
    new(Numbers.RatedVoltage, unit => unit.RatedKilovolts), new(Numbers.SystemUm, bay => bay.SystemUm), Ask.RatedKilovolts);
