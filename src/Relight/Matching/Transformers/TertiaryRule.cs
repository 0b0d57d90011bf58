using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The voltage of the tertiary matters only where it feeds station service; another one is brought there by a small transformer.</summary>
public sealed class TertiaryRule() : Rule<TransformerBay, PowerTransformer>(187, new("tertiary", "третинна обмотка", "الملف الثالث"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("the voltage of the tertiary is not given", "напругу третинної обмотки не вказано", "جهد الملف الثالث غير مذكور");
    private static readonly Phrase s_compared = new(
        "tertiary of {0:0.##} kV, station service at {1:0.##} kV",
        "третинна обмотка {0:0.##} кВ, власні потреби на {1:0.##} кВ",
        "الملف الثالث {0:0.##} كيلوفولت، وخدمة المحطة عند {1:0.##} كيلوفولت");

    private static readonly Phrase s_stabilising = new(
        "the tertiary only stabilises: no load hangs on it", "третинна обмотка лише стабілізувальна: навантаження на ній немає", "الملف الثالث للتثبيت فقط ولا يُحمَّل");

    // One that carries no load is like one of 0 kV.
    private static readonly Column s_voltage = Of("voltage of a tertiary that may carry load", unit => unit.TertiaryUse == TertiaryUse.Stabilising ? 0 : unit.Tertiary?.RatedKilovolts);

    private static readonly Limit s_apart = new("voltage of the tertiary for station service", 5, "%", "practice");

    private static readonly Question s_ask = Question.Donor(
        "tertiary.ratedKilovolts", "What is the rated voltage of the tertiary, in kV?", "Яка номінальна напруга третинної обмотки, кВ?", "ما الجهد المقنن للملف الثالث بالكيلوفولت؟");

    private static readonly Work s_work = new(
        new("put a transformer for station service between", "поставити трансформатор власних потреб", "تركيب محول لخدمة المحطة بينهما"), 24, Skills.Substation);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (place.StationServiceKilovolts is not { } wanted)
            return null;
        var service = new Figure(Numbers.Wanted, wanted, "kV");
        if (unit.TertiaryUse == TertiaryUse.Stabilising)
            return pen.FitsWithWork(s_stabilising, null, s_work, service);
        if (unit.Tertiary?.RatedKilovolts is not { } own)
            return pen.Ask(s_ask, s_notGiven, service);
        var apart = Math.Abs(own / wanted - 1) * 100;
        var says = pen.Say(s_compared, own, wanted);
        return apart <= practice[s_apart]
            ? pen.Fits(says, pen.BelowLimit(apart, practice[s_apart]), new(Numbers.RatedVoltage, own, "kV"), service, new(Numbers.Difference, apart, "%"))
            : pen.FitsWithWork(says, null, s_work, new(Numbers.RatedVoltage, own, "kV"), service, new(Numbers.Difference, apart, "%"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        place.StationServiceKilovolts is { } wanted
            ? [s_voltage.Between(wanted * (1 - (practice[s_apart] / 100)), wanted * (1 + (practice[s_apart] / 100))) with { Outside = Verdict.FitsWithWork }]
            : [];
}
