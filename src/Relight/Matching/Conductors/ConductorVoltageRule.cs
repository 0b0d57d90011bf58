using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>A cable must be insulated for the system's highest voltage; bare conductor hangs on insulators.</summary>
public sealed class ConductorVoltageRule() : ComparisonRule<LineSection, Conductor>(
    1020, new("insulation", "ізоляція", "العزل"), Sources.Text("IEC 60183"), "kV",
    new(Numbers.UnitUm, unit => unit.Um), new(Numbers.SystemUm, section => section.Form == ConductorForm.Cable ? section.SystemUm : null), Ask.Um);
