using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>
/// At another frequency than its own a mobile substation serves where its core is not driven into saturation, (U/Ur)·(fr/f) within
/// 1.05, once its makers stand by breakers, relays, meters and fans: 138 kV for 60 Hz on 110 kV at 50 Hz carries 96 % of its flux.
/// </summary>
public sealed class MobileFrequencyRule() : Rule<TransformerBay, MobileSubstation>(640, new("frequency", "частота", "التردد"), new("IEC 60076-1; IEC 62271-100", "IEC 60076-1; IEC 62271-100", "IEC 60076-1؛ IEC 62271-100"))
{
    private static readonly Phrase s_says = new(
        "{0:0.##} Hz on {1:0.##} Hz: flux is {2:0.000} of rated, the limit is {3}",
        "{0:0.##} Гц на {1:0.##} Гц: магнітний потік {2:0.000} від номінального, межа {3}",
        "{0:0.##} هرتز على {1:0.##} هرتز: الفيض {2:0.000} من المقنن والحد {3}");

    private static readonly Phrase s_flux = new("flux", "магнітний потік", "الفيض");
    private static readonly Limit s_most = new("flux of a mobile substation", 1.05m, "", "IEC 60076-1");

    private static readonly Column s_frequency = Of("frequency", unit => unit.FrequencyHertz);
    private static readonly Column s_perKilovolt = Of("frequency by rated voltage", unit => unit.FrequencyHertz / unit.HighKilovolts);

    private static readonly Work s_work = new(
        new("get the makers' word on breakers, relays, meters and fans at this frequency", "отримати підтвердження виробників щодо вимикачів, реле, лічильників і вентиляторів на цій частоті", "الحصول على تأكيد المصنّعين للقواطع والمرحلات والعدادات والمراوح عند هذا التردد"), 8, Skills.Substation);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen)
    {
        var system = new Figure(Numbers.SystemFrequency, place.FrequencyHertz, "Hz");
        if (unit.FrequencyHertz is not { } rated)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, system).And(unit.HighKilovolts is null, Ask.HighKilovolts);
        if (unit.HighKilovolts is not { } kilovolts)
            return pen.Ask(Ask.HighKilovolts, NotGiven.HighKilovolts, system);
        var (flux, most) = (place.HighKilovolts / kilovolts * (rated / place.FrequencyHertz), practice[s_most]);
        var says = pen.Say(s_says, rated, place.FrequencyHertz, flux, most);
        Figure own = new(Numbers.RatedFrequency, rated, "Hz"), at = new(s_flux, flux, "");
        return flux > most ? pen.DoesNotFit(says, pen.BelowLimit(flux, most), own, system, at)
            : rated == place.FrequencyHertz ? pen.Fits(says, pen.BelowLimit(flux, most), own, system, at)
            : pen.FitsWithWork(says, pen.BelowLimit(flux, most), s_work, own, system, at);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
    [
        s_perKilovolt.AtMost(practice[s_most] * place.FrequencyHertz / place.HighKilovolts),
        s_frequency.Equal(place.FrequencyHertz) with { Outside = Verdict.FitsWithWork },
    ];
}
