using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker is type-tested at a frequency: another one needs the maker's word.</summary>
public sealed class BreakerFrequencyRule() : Rule<BreakerBay, CircuitBreaker>(340, new("frequency", "частота", "التردد"), Sources.Text("IEC 62271-100"))
{
    private static readonly Phrase s_both = new("{0:0.##} Hz on both", "{0:0.##} Гц з обох боків", "{0:0.##} هرتز في كليهما");

    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);

    private static readonly Work s_work = new(
        new("get the maker's word on breaking at this frequency", "отримати підтвердження виробника щодо вимкнення на цій частоті", "الحصول على تأكيد الشركة المصنّعة للقطع عند هذا التردد"), 0, null);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(BreakerBay place, CircuitBreaker unit, Practice practice, Pen pen)
    {
        var system = new Figure(Numbers.SystemFrequency, place.FrequencyHertz, "Hz");
        if (unit.FrequencyHertz is not { } rated)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, system);
        var own = new Figure(Numbers.RatedFrequency, rated, "Hz");
        return rated == place.FrequencyHertz
            ? pen.Fits(pen.Say(s_both, rated), null, own, system)
            : pen.FitsWithWork(pen.Say(Compared.HertzOn, rated, place.FrequencyHertz), null, s_work, own, system);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(BreakerBay place, Practice practice) =>
        [s_frequency.Equal(place.FrequencyHertz) with { Outside = Verdict.FitsWithWork }];
}
