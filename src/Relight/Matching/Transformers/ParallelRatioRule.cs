using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel need the same ratio, or current circulates between them: within the lower of ±0.5 % and one tenth of the impedance.</summary>
public sealed class ParallelRatioRule() : Rule<TransformerBay, PowerTransformer>(
    190, new("parallel operation, ratio", "паралельна робота, коефіцієнт", "التشغيل المتوازي، النسبة"), "IEC 60076-1, Table 1")
{
    private static readonly Limit s_ratio = new("ratio of units in parallel", 0.5m, "%", "IEC 60076-1, Table 1");
    private static readonly Phrase s_own = new("ratio of the unit", "коефіцієнт одиниці", "نسبة الوحدة");
    private static readonly Phrase s_beside = new("ratio of the unit beside", "коефіцієнт сусідньої одиниці", "نسبة الوحدة المجاورة");

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
            return pen.Ask(Ask.HighKilovolts, "the rated voltage of the upper side is not given");
        if (unit.Low.RatedKilovolts is not { } low)
            return pen.Ask(Ask.LowKilovolts, "the rated voltage of the lower side is not given");
        // Where its impedance is not known the wider limit holds: the rule of impedances asks for it anyway.
        var limit = unit.HighLowImpedancePercent is { } impedance ? Math.Min(practice[s_ratio], impedance / 10) : practice[s_ratio];
        var (own, other) = (high / low, beside.HighKilovolts / beside.LowKilovolts);
        var difference = Math.Abs((own / other - 1) * 100);
        Figure mine = new(s_own, own, ""), theirs = new(s_beside, other, ""), apart = new(Numbers.Difference, difference, "%"), most = new(Numbers.Limit, limit, "%");
        var says = pen.Say($"ratios differ by {difference:0.00} %, the limit is {limit:0.00} %");
        if (difference <= limit)
            return pen.Fits(says, pen.BelowLimit(difference, limit), mine, theirs, apart, most);

        // A tap can bring the ratios together; how exactly, is for the operator to work out.
        if (unit.Taps is { StepPercent: > 0 } taps && difference <= taps.RangePercent)
            return pen.FitsWithWork(pen.Say($"{says}; taps reach the ratio"), null, s_work, mine, theirs, apart, most);
        return unit.Taps is null && difference <= practice[TapReach.Widest]
            ? pen.Ask(Ask.Taps, pen.Say($"{says}; the tap range is not given"), mine, theirs, apart, most)
            : pen.DoesNotFit(says, pen.BelowLimit(difference, limit), mine, theirs, apart, most);
    }
}
