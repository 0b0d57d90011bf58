using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel share the load by their impedances: they must be close.</summary>
public sealed class ParallelImpedanceRule() : Rule<TransformerBay, PowerTransformer>(
    192, new("parallel operation, impedance", "паралельна робота, опір", "التشغيل المتوازي، المعاوقة"), Sources.Parallel)
{
    private static readonly Phrase s_apartBy = new(
        "{0:0.##} % beside {1:0.##} %: {2:0.0} % apart, the limit is {3} %",
        "{0:0.##} % поруч із {1:0.##} %: різниця {2:0.0} %, межа {3} %",
        "{0:0.##} % بجانب {1:0.##} %: الفرق {2:0.0} % والحد {3} %");

    private static readonly Limit s_apart = new("impedance of units in parallel", 10, "%", "IEC 60076-8 practice");
    private static readonly Column s_impedance = Of("impedance", unit => unit.HighLowImpedancePercent);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (place.Parallel is not { } beside)
            return null;
        var theirs = new Figure(Numbers.BesideImpedance, beside.ImpedancePercent, "%");
        if (unit.HighLowImpedancePercent is not { } own)
            return pen.Ask(Ask.Impedance, NotGiven.Impedance, theirs);
        var (difference, limit) = (Math.Abs((own / beside.ImpedancePercent - 1) * 100), practice[s_apart]);
        return pen.FitsIf(
            difference <= limit,
            pen.Say(s_apartBy, own, beside.ImpedancePercent, difference, limit),
            pen.BelowLimit(difference, limit),
            new(Numbers.Impedance, own, "%"), theirs, new(Numbers.Difference, difference, "%"), new(Numbers.Limit, limit, "%"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice)
    {
        if (place.Parallel is not { } beside)
            return [];
        var apart = beside.ImpedancePercent * practice[s_apart] / 100;
        return [new Bound(s_impedance, beside.ImpedancePercent - apart, beside.ImpedancePercent + apart)];
    }
}
