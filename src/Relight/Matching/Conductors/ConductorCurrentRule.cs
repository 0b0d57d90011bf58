using Relight.Register;

namespace Relight.Matching.Conductors;

/// <summary>A conductor must carry the load current, where the section gives one.</summary>
public sealed class ConductorCurrentRule() : ComparisonRule<LineSection, Conductor>(
    1030, Numbers.RatedCurrent, Sources.Text("IEC 60287, IEC 61597"), "A",
    new(Numbers.RatedCurrent, unit => unit.RatedAmperes), new(Numbers.LoadCurrent, section => section.LoadAmperes), Ask.RatedAmperes);
