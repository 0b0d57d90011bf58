using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker is type-tested at a frequency: another one needs the maker's word.</summary>
public sealed class BreakerFrequencyRule() : Rule<BreakerBay, CircuitBreaker>(340, new("frequency", "частота", "التردد"), "IEC 62271-100")
{
    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);

    private static readonly Work s_work = new(
        new("get the maker's word on breaking at this frequency", "отримати підтвердження виробника щодо вимкнення на цій частоті", "الحصول على تأكيد الشركة المصنّعة للقطع عند هذا التردد"), 0, null);

    /// <inheritdoc/>
    protected override Ruling? Judge(BreakerBay place, CircuitBreaker unit, Practice practice, Pen pen)
    {
        var system = new Figure(Numbers.SystemFrequency, place.FrequencyHertz, "Hz");
        if (unit.FrequencyHertz is not { } rated)
            return pen.Ask(Ask.Frequency, "the rated frequency is not given", system);
        var own = new Figure(Numbers.RatedFrequency, rated, "Hz");
        return rated == place.FrequencyHertz
            ? pen.Fits(pen.Say($"{rated:0.##} Hz on both"), null, own, system)
            : pen.FitsWithWork(pen.Say($"{rated:0.##} Hz on {place.FrequencyHertz:0.##} Hz"), null, s_work, own, system);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(BreakerBay place, Practice practice) =>
        [s_frequency.Equal(place.FrequencyHertz) with { Outside = Verdict.FitsWithWork }];
}
