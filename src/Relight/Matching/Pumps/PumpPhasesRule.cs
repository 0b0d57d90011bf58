using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A motor with three phases does not run where there is one.</summary>
public sealed class PumpPhasesRule() : Rule<PumpPlace, Pump>(1130, new("phases", "фази", "الأطوار"), Sources.Practice)
{
    private static readonly Phrase s_threePhases = new("there are three phases", "там є три фази", "هناك ثلاثة أطوار");
    private static readonly Phrase s_onePhase = new("there is one phase", "там є одна фаза", "هناك طور واحد");

    private static readonly Column s_three = Of("three phases", unit => unit.ThreePhase is { } three ? (three ? 1 : 0) : null);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen) => (place.ThreePhase, unit.ThreePhase) switch
    {
        (true, _) => pen.Fits(s_threePhases),
        (false, null) => pen.Ask(Ask.ThreePhase, NotGiven.Phases),
        (false, var three) => pen.FitsIf(three == false, s_onePhase, null),
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) => place.ThreePhase ? [] : [s_three.AtMost(0)];
}
