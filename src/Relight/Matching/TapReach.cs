using Relight.Register;

namespace Relight.Matching;

/// <summary>
/// Which voltage a transformer gives on its lower side, and whether its taps bring it to the one wanted. An unknown tap
/// changer decides nothing where no tap is needed, and nothing where no tap changer in use would reach.
/// </summary>
internal static class TapReach
{
    private static readonly Phrase s_gives = new(
        "{0:0.0#} kV at rated tap where {1:0.##} kV are wanted, {2:+0.0;−0.0;0.0} %",
        "{0:0.0#} кВ за номінального відгалуження, потрібно {1:0.##} кВ, {2:+0.0;−0.0;0.0} %",
        "{0:0.0#} كيلوفولت عند النقطة المقننة والمطلوب {1:0.##} كيلوفولت، ⁦{2:+0.0;−0.0;0.0} %⁩");

    private static readonly Phrase s_inside = new("{0}: inside ±{1:0.##} %", "{0}: у межах ±{1:0.##} %", "{0}: ضمن ⁦±{1:0.##} %⁩");
    private static readonly Phrase s_outside = new("{0}: outside ±{1:0.##} %", "{0}: поза межами ±{1:0.##} %", "{0}: خارج ⁦±{1:0.##} %⁩");
    private static readonly Phrase s_noTap = new("{0}: needs no tap", "{0}: відгалуження не потрібне", "{0}: لا حاجة إلى نقطة تفريع");
    private static readonly Phrase s_unknown = new("{0}: the tap range is not given", "{0}: діапазон відгалужень не вказано", "{0}: مدى نقاط التفريع غير مذكور");
    private static readonly Phrase s_beyond = new(
        "{0}: outside ±{1} %, which is typical, and ±{2} %, which is the widest in use",
        "{0}: поза типовими ±{1} % і найширшими з уживаних ±{2} %",
        "{0}: خارج ⁦±{1} %⁩ المعتاد و⁦±{2} %⁩ وهو أوسع ما يُستعمل");

    /// <summary>How far the lower side may be from the voltage wanted without a tap changer, in %.</summary>
    public static readonly Limit WithoutTaps = new("voltage ratio without taps", 5, "%", "practice");

    /// <summary>Widest tap range in common use, in %: 9 steps of 1.78 % each way.</summary>
    public static readonly Limit Widest = new("widest tap range", 16.02m, "%", "practice");

    private static readonly Limit s_typical = new("typical tap range of 330/110 kV units", 12, "%", "practice");

    /// <summary>Judges the ratio of a unit.</summary>
    public static Ruling Judge(decimal systemHigh, decimal systemLow, decimal? ratedHigh, decimal? ratedLow, TapChanger? taps, Practice practice, Pen pen)
    {
        if (ratedHigh is not { } high)
            return pen.Ask(Ask.HighKilovolts, NotGiven.HighKilovolts).And(ratedLow is null, Ask.LowKilovolts);
        if (ratedLow is not { } low)
            return pen.Ask(Ask.LowKilovolts, NotGiven.LowKilovolts);

        var got = systemHigh * low / high;
        var (onHigh, onLow) = ((got / systemLow - 1) * 100, (systemLow / got - 1) * 100);
        var says = pen.Say(s_gives, got, systemLow, onHigh);
        Figure gotFigure = new(Numbers.AtRatedTap, got, "kV"), wanted = new(Numbers.Wanted, systemLow, "kV"), deviation = new(Numbers.Deviation, onHigh, "%");
        if (taps is not null)
        {
            var (tap, range) = (Math.Abs(taps.Side == WindingSide.Low ? onLow : onHigh), RangeOf(taps, practice));
            return pen.FitsIf(
                tap <= range, pen.Say(tap <= range ? s_inside : s_outside, says, range), pen.BelowLimit(tap, range),
                gotFigure, wanted, deviation, new(Numbers.TapRange, taps.RangePercent, "%"));
        }
        var needed = Math.Min(Math.Abs(onHigh), Math.Abs(onLow));
        if (needed <= practice[WithoutTaps])
            return pen.Fits(pen.Say(s_noTap, says), pen.BelowLimit(needed, practice[WithoutTaps]), gotFigure, wanted, deviation);
        if (needed <= practice[Widest])
            return pen.Ask(Ask.Taps, pen.Say(s_unknown, says), gotFigure, wanted, deviation);
        return pen.DoesNotFit(
            pen.Say(s_beyond, says, practice[s_typical], practice[Widest]),
            pen.BelowLimit(needed, practice[Widest]), gotFigure, wanted, deviation);
    }

    private static decimal RangeOf(TapChanger taps, Practice practice) => Math.Max(taps.RangePercent, practice[WithoutTaps]);

    /// <summary>Least and greatest ratio of lower to upper side that taps bring it to; null where it depends on what is not known.</summary>
    /// <param name="high">Rated voltage of the upper side, in kV.</param>
    /// <param name="low">Rated voltage of the lower side, in kV.</param>
    /// <param name="taps">The tap changer; null where it is not known.</param>
    /// <param name="without">How far it is reckoned to reach where it is not known, in %.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    // With p of the range: on the upper side |k·r/w − 1| ≤ p holds for w from r/(1+p) to r/(1−p), on the lower side |w/r − 1| ≤ p for w from r(1−p) to r(1+p).
    public static (decimal Least, decimal Most)? Reach(decimal? high, decimal? low, TapChanger? taps, Limit without, Practice practice)
    {
        if (low / high is not { } ratio)
            return null;
        var part = (taps is null ? practice[without] : RangeOf(taps, practice)) / 100;
        var (least, most) = (ratio * Math.Max(0, 1 - part), ratio * (1 + part));
        if (taps?.Side == WindingSide.Low)
            return (least, most);
        var (leastOnHigh, mostOnHigh) = (ratio / (1 + part), part < 1 ? ratio / (1 - part) : decimal.MaxValue);
        return taps is null ? (Math.Min(least, leastOnHigh), Math.Max(most, mostOnHigh)) : (leastOnHigh, mostOnHigh);
    }
}

/// <summary>What taps say of the ratio of a unit, as ranges of numbers.</summary>
/// <typeparam name="TSpecification">The equipment.</typeparam>
/// <param name="high">Rated voltage of the upper side, in kV.</param>
/// <param name="low">Rated voltage of the lower side, in kV.</param>
/// <param name="taps">The tap changer.</param>
internal sealed class TapColumns<TSpecification>(Func<TSpecification, decimal?> high, Func<TSpecification, decimal?> low, Func<TSpecification, TapChanger?> taps)
    where TSpecification : Specification
{
    private readonly Column _least = Of("least ratio of taps", TapReach.Widest, reach => reach.Least, high, low, taps);
    private readonly Column _most = Of("greatest ratio of taps", TapReach.Widest, reach => reach.Most, high, low, taps);
    private readonly Column _leastSure = Of("least ratio of taps that are known", TapReach.WithoutTaps, reach => reach.Least, high, low, taps);
    private readonly Column _mostSure = Of("greatest ratio of taps that are known", TapReach.WithoutTaps, reach => reach.Most, high, low, taps);

    /// <summary>What <see cref="TapReach.Judge"/> says where a ratio of lower to upper side is wanted.</summary>
    public IReadOnlyList<Bound> Bounds(decimal ratio) =>
    [
        _least.AtMost(ratio),
        _most.AtLeast(ratio),
        _leastSure.AtMost(ratio) with { Outside = Verdict.CannotTellYet },
        _mostSure.AtLeast(ratio) with { Outside = Verdict.CannotTellYet },
    ];

    private static Column Of(
        string name, Limit without, Func<(decimal Least, decimal Most), decimal> end,
        Func<TSpecification, decimal?> high, Func<TSpecification, decimal?> low, Func<TSpecification, TapChanger?> taps) =>
        new(name, (offer, practice) => offer.Specification is TSpecification unit && TapReach.Reach(high(unit), low(unit), taps(unit), without, practice) is { } reach
            ? end(reach)
            : null);
}
