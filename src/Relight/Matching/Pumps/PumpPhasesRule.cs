using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A motor with three phases does not run where there is one.</summary>
public sealed class PumpPhasesRule() : Rule<PumpPlace, Pump>(1130, new("phases", "фази", "الأطوار"), "practice")
{
    private static readonly Column s_three = Of("three phases", unit => unit.ThreePhase is { } three ? (three ? 1 : 0) : null);

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen) => (place.ThreePhase, unit.ThreePhase) switch
    {
        (true, _) => pen.Fits("there are three phases"),
        (false, null) => pen.Ask(Ask.ThreePhase, "the number of phases is not given"),
        (false, var three) => pen.FitsIf(three == false, "there is one phase", null),
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) => place.ThreePhase ? [] : [s_three.AtMost(0)];
}
