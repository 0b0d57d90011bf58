using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// Units in parallel share the load by their impedances: they must be close. Of units of unlike rated voltage those count that
/// they have at the same voltage, each for the power that it has there: %·Ur, for ohms grow as %·Ur²/S and the power falls as S/Ur.
/// </summary>
public sealed class ParallelImpedanceRule() : Rule<TransformerBay, PowerTransformer>(
    192, new("parallel operation, impedance", "паралельна робота, напруга короткого замикання", "التشغيل المتوازي، المعاوقة"), Sources.Parallel)
{
    private static readonly Phrase s_apartBy = new(
        "{0:0.##} % beside {1:0.##} %: {2:0.0} % apart, the limit is {3} %",
        "{0:0.##} % поруч із {1:0.##} %: різниця {2:0.0} %, межа {3} %",
        "{0:0.##} % بجانب {1:0.##} %: الفرق {2:0.0} % والحد {3} %");

    private static readonly Limit s_apart = new("impedance of units in parallel", 10, "%", "IEC 60076-8 practice");
    private static readonly Phrase s_there = new(
        "impedance at the voltage of the unit beside", "напруга короткого замикання за напруги сусідньої одиниці", "المعاوقة عند جهد الوحدة المجاورة");

    private static readonly Column s_impedance = Of("impedance by rated voltage", unit => unit.HighLowImpedancePercent * unit.High.RatedKilovolts);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (place.Parallel is not { } beside)
            return null;
        var theirs = new Figure(Numbers.BesideImpedance, beside.ImpedancePercent, "%");
        if (unit.HighLowImpedancePercent is not { } own)
            return pen.Ask(Ask.Impedance, NotGiven.Impedance, theirs).And(unit.High.RatedKilovolts is null, Ask.HighKilovolts);
        if (unit.High.RatedKilovolts is not { } rated)
            return pen.Ask(Ask.HighKilovolts, NotGiven.HighKilovolts, theirs);
        var there = own * rated / beside.HighKilovolts;
        var (difference, limit) = (Math.Abs((there / beside.ImpedancePercent - 1) * 100), practice[s_apart]);
        return pen.FitsIf(
            difference <= limit,
            pen.Say(s_apartBy, there, beside.ImpedancePercent, difference, limit),
            pen.BelowLimit(difference, limit),
            new(Numbers.Impedance, own, "%"), new(s_there, there, "%"), theirs, new(Numbers.Difference, difference, "%"), new(Numbers.Limit, limit, "%"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice)
    {
        if (place.Parallel is not { } beside)
            return [];
        var (wanted, part) = (beside.ImpedancePercent * beside.HighKilovolts, practice[s_apart] / 100);
        return [new Bound(s_impedance, wanted * (1 - part), wanted * (1 + part))];
    }
}
