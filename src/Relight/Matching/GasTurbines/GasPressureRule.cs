using Relight.Register;

namespace Relight.Matching.GasTurbines;

/// <summary>Where the gas comes at a lower pressure than the turbine needs, a compressor stands between.</summary>
public sealed class GasPressureRule() : Rule<TurbineSite, GasTurbine>(930, new("gas pressure", "тиск газу", "ضغط الغاز"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("the gas pressure that it needs is not given", "потрібний тиск газу не вказано", "ضغط الغاز الذي تحتاجه غير مذكور");
    private static readonly Phrase s_compared = new("needs {0:0.#} bar, there are {1:0.#} bar", "потрібно {0:0.#} бар, є {1:0.#} бар", "تحتاج {0:0.#} بار والمتوفر {1:0.#} بار");

    private static readonly Column s_pressure = Of("gas pressure", unit => unit.GasBar);

    private static readonly Phrase s_there = new("pressure of the gas there", "тиск газу на місці", "ضغط الغاز في المكان");

    private static readonly Question s_ask = Question.Donor(
        "gasBar", "Which gas pressure does it need, in bar?", "Який тиск газу їй потрібен, бар?", "ما ضغط الغاز الذي تحتاجه بالبار؟");

    private static readonly Work s_work = new(new("set up a gas compressor", "встановити газовий компресор", "تركيب ضاغط غاز"), 72, Skills.Generator);

    /// <inheritdoc/>
    protected override Ruling? Judge(TurbineSite place, GasTurbine unit, Practice practice, Pen pen)
    {
        if (place.GasBar is not { } there)
            return null;
        var given = new Figure(s_there, there, "bar");
        if (unit.GasBar is not { } needed)
            return pen.Ask(s_ask, s_notGiven, given);
        var (says, own) = (pen.Say(s_compared, needed, there), new Figure(Name, needed, "bar"));
        return needed <= there
            ? pen.Fits(says, pen.BelowLimit(needed, there), own, given)
            : pen.FitsWithWork(says, pen.BelowLimit(needed, there), s_work, own, given);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TurbineSite place, Practice practice) =>
        place.GasBar is { } there ? [s_pressure.AtMost(there) with { IsSharp = true, Outside = Verdict.FitsWithWork }] : [];
}
