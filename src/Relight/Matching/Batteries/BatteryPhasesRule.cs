using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery with one phase does not serve where three are needed.</summary>
public sealed class BatteryPhasesRule() : Rule<FacilityPower, Battery>(840, new("phases", "фази", "الأطوار"), Sources.Practice)
{
    private static readonly Column s_three = Of("three phases", unit => unit.ThreePhase is { } three ? (three ? 1 : 0) : null);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen) => Supply.Phases(place.ThreePhase, unit.ThreePhase, pen);

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) => place.ThreePhase ? [s_three.AtLeast(1) with { IsSharp = true }] : [];
}
