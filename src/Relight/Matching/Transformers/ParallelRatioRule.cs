using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel need the same ratio, or current circulates between them: within the lower of ±0.5 % and one tenth of the impedance.</summary>
public sealed class ParallelRatioRule() : Rule<TransformerBay, PowerTransformer>(
    190, new("parallel operation, ratio", "паралельна робота, коефіцієнт", "التشغيل المتوازي، النسبة"), new("IEC 60076-1, Table 1", "IEC 60076-1, таблиця 1", "IEC 60076-1، الجدول 1"))
{
    private static readonly Phrase s_differ = new(
        "ratios differ by {0:0.00} %, the limit is {1:0.00} %",
        "коефіцієнти різняться на {0:0.00} %, межа {1:0.00} %",
        "تختلف النسب بمقدار {0:0.00} % والحد {1:0.00} %");

    private static readonly Phrase s_tapsReach = new("{0}; taps reach the ratio", "{0}; відгалуження дають цей коефіцієнт", "{0}؛ ونقاط التفريع تبلغ النسبة");
    private static readonly Phrase s_tapsUnknown = new("{0}; the tap range is not given", "{0}; діапазон відгалужень не вказано", "{0}؛ ومدى نقاط التفريع غير مذكور");

    private static readonly Limit s_ratio = new("ratio of units in parallel", 0.5m, "%", "IEC 60076-1, Table 1");
    private static readonly Phrase s_own = new("ratio of the unit", "коефіцієнт одиниці", "نسبة الوحدة");
    private static readonly Phrase s_beside = new("ratio of the unit beside", "коефіцієнт сусідньої одиниці", "نسبة الوحدة المجاورة");

    private static readonly Column s_leastAsItIs = Of("least ratio beside it", (unit, practice) => Beside(unit, LimitOf(unit, practice)).Least);
    private static readonly Column s_mostAsItIs = Of("greatest ratio beside it", (unit, practice) => Beside(unit, LimitOf(unit, practice)).Most);
    private static readonly Column s_leastByTaps = Of("least ratio beside it that known taps reach", (unit, practice) => Beside(unit, ReachOf(unit, practice) ?? LimitOf(unit, practice)).Least);
    private static readonly Column s_mostByTaps = Of("greatest ratio beside it that known taps reach", (unit, practice) => Beside(unit, ReachOf(unit, practice) ?? LimitOf(unit, practice)).Most);
    private static readonly Column s_least = Of("least ratio beside it that any taps reach", (unit, practice) => Beside(unit, ReachOf(unit, practice) ?? WidestOf(unit, practice)).Least);
    private static readonly Column s_most = Of("greatest ratio beside it that any taps reach", (unit, practice) => Beside(unit, ReachOf(unit, practice) ?? WidestOf(unit, practice)).Most);

    private static readonly Work s_work = new(
        new(
            "choose taps so that the ratios agree, and measure the circulating current",
            "вибрати відгалуження так, щоб коефіцієнти збігалися, і виміряти зрівняльний струм",
            "اختيار نقاط التفريع بحيث تتفق النسب وقياس التيار الدوّار"), 3, Skills.Transformer);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (place.Parallel is not { } beside)
            return null;
        if (unit.High.RatedKilovolts is not { } high)
            return pen.Ask(Ask.HighKilovolts, NotGiven.HighKilovolts).And(unit.Low.RatedKilovolts is null, Ask.LowKilovolts);
        if (unit.Low.RatedKilovolts is not { } low)
            return pen.Ask(Ask.LowKilovolts, NotGiven.LowKilovolts);
        var limit = LimitOf(unit, practice);
        var (own, other) = (high / low, beside.HighKilovolts / beside.LowKilovolts);
        var difference = Math.Abs((own / other - 1) * 100);
        Figure mine = new(s_own, own, ""), theirs = new(s_beside, other, ""), apart = new(Numbers.Difference, difference, "%"), most = new(Numbers.Limit, limit, "%");
        var says = pen.Say(s_differ, difference, limit);
        if (difference <= limit)
            return pen.Fits(says, pen.BelowLimit(difference, limit), mine, theirs, apart, most);

        // A tap can bring the ratios together; how exactly, is for the operator to work out.
        if (unit.Taps is { StepPercent: > 0 } taps && difference <= taps.RangePercent)
            return pen.FitsWithWork(pen.Say(s_tapsReach, says), null, s_work, mine, theirs, apart, most);
        return unit.Taps is null && difference <= practice[TapReach.Widest]
            ? pen.Ask(Ask.Taps, pen.Say(s_tapsUnknown, says), mine, theirs, apart, most)
            : pen.DoesNotFit(says, pen.BelowLimit(difference, limit), mine, theirs, apart, most);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice)
    {
        if (place.Parallel is not { } beside)
            return [];
        var ratio = beside.HighKilovolts / beside.LowKilovolts;
        return
        [
            s_leastAsItIs.AtMost(ratio) with { Outside = Verdict.FitsWithWork },
            s_mostAsItIs.AtLeast(ratio) with { Outside = Verdict.FitsWithWork },
            s_leastByTaps.AtMost(ratio) with { Outside = Verdict.CannotTellYet },
            s_mostByTaps.AtLeast(ratio) with { Outside = Verdict.CannotTellYet },
            s_least.AtMost(ratio),
            s_most.AtLeast(ratio),
        ];
    }

    // Where its impedance is not known the wider limit holds: the rule of impedances asks for it anyway.
    private static decimal LimitOf(PowerTransformer unit, Practice practice) =>
        unit.HighLowImpedancePercent is { } impedance ? Math.Min(practice[s_ratio], impedance / 10) : practice[s_ratio];

    // How far apart ratios may be with the taps that are known, in %; null where none are.
    private static decimal? ReachOf(PowerTransformer unit, Practice practice) => unit.Taps is not { } taps ? null
        : taps.StepPercent > 0 ? Math.Max(LimitOf(unit, practice), taps.RangePercent)
        : LimitOf(unit, practice);

    private static decimal WidestOf(PowerTransformer unit, Practice practice) => Math.Max(LimitOf(unit, practice), practice[TapReach.Widest]);

    // |own/other − 1| ≤ p holds for other from own/(1+p) to own/(1−p).
    private static (decimal? Least, decimal? Most) Beside(PowerTransformer unit, decimal percent)
    {
        var (own, part) = (unit.High.RatedKilovolts / unit.Low.RatedKilovolts, percent / 100);
        return (own / (1 + part), own is null ? null : part < 1 ? own / (1 - part) : decimal.MaxValue);
    }
}
