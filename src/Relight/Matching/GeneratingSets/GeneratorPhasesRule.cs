using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set with one phase does not serve where three are needed.</summary>
public sealed class GeneratorPhasesRule() : Rule<FacilityPower, GeneratingSet>(730, new("phases", "фази", "الأطوار"), Sources.Practice)
{
    private static readonly Column s_three = Of("three phases", unit => unit.ThreePhase is { } three ? (three ? 1 : 0) : null);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen) => Supply.Phases(place.ThreePhase, unit.ThreePhase, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) => place.ThreePhase ? [s_three.AtLeast(1) with { IsSharp = true }] : [];
}
