using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump made for a higher frequency may turn slower, where that is enough; made for a lower one it would overload its motor.</summary>
public sealed class PumpFrequencyRule() : Rule<PumpPlace, Pump>(1150, new("frequency", "частота", "التردد"), PumpSpeed.Source)
{
    private static readonly Column s_exact = Of("frequency", unit => unit.FrequencyHertz);
    private static readonly Column s_least = Of("frequency, not to be too low", unit => unit.FrequencyHertz);

    private static readonly Work s_work = new(
        new("set the protection of the motor for the slower speed, and see what it gives", "налаштувати захист двигуна на меншу частоту обертання й перевірити подачу", "ضبط حماية المحرك للسرعة الأدنى والتحقق مما يعطيه"), 3, Skills.Generator);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen)
    {
        var system = new Figure(Numbers.SystemFrequency, place.FrequencyHertz, "Hz");
        if (unit.FrequencyHertz is not { } rated)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, system);
        var (says, own) = (pen.Say(Compared.HertzOn, rated, place.FrequencyHertz), new Figure(Numbers.RatedFrequency, rated, "Hz"));
        return rated > place.FrequencyHertz ? pen.FitsWithWork(says, null, s_work, own, system) : pen.FitsIf(rated == place.FrequencyHertz, says, null, own, system);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) =>
    [
        s_least.AtLeast(place.FrequencyHertz) with { IsSharp = true },
        s_exact.Equal(place.FrequencyHertz) with { Outside = Verdict.FitsWithWork },
    ];
}
