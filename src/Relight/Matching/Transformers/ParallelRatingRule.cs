using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Units in parallel must not be rated too far apart.</summary>
public sealed class ParallelRatingRule() : Rule<TransformerBay, PowerTransformer>(
    193, new("parallel operation, ratings", "паралельна робота, потужності", "التشغيل المتوازي، القدرات"), Sources.Parallel)
{
    private static readonly Phrase s_ratio = new(
        "{0:0.#} MVA beside {1:0.#} MVA: {2:0.00} : 1, the limit is {3} : 1",
        "{0:0.#} МВА поруч із {1:0.#} МВА: {2:0.00} : 1, межа {3} : 1",
        "{0:0.#} م.ف.أ بجانب {1:0.#} م.ف.أ: ⁦{2:0.00} : 1⁩ والحد ⁦{3} : 1⁩");

    private static readonly Limit s_apart = new("ratings of units in parallel", 3, "", "IEC 60076-8 practice");
    private static readonly Phrase s_beside = new("rated power of the unit beside", "номінальна потужність сусідньої одиниці", "القدرة المقننة للوحدة المجاورة");
    private static readonly Column s_power = Of("rated power", unit => unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (place.Parallel is not { } beside)
            return null;
        if ((unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes) is not { } own)
            return pen.Ask(Ask.Megavoltamperes, NotGiven.Power);
        var (ratio, limit) = (Math.Max(own, beside.PowerMegavoltamperes) / Math.Min(own, beside.PowerMegavoltamperes), practice[s_apart]);
        return pen.FitsIf(
            ratio <= limit,
            pen.Say(s_ratio, own, beside.PowerMegavoltamperes, ratio, limit),
            pen.BelowLimit(ratio, limit),
            new(Numbers.RatedPower, own, "MVA"), new(s_beside, beside.PowerMegavoltamperes, "MVA"), new(Numbers.Ratio, ratio, ""), new(Numbers.Limit, limit, ""));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) => place.Parallel is { } beside
        ? [new Bound(s_power, beside.PowerMegavoltamperes / practice[s_apart], beside.PowerMegavoltamperes * practice[s_apart])]
        : [];
}
