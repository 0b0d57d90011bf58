using Relight.Register;

namespace Relight.Matching.GasTurbines;

/// <summary>The step-up transformer of a turbine must reach the voltage of the connection, or another one is put up.</summary>
public sealed class StepUpVoltageRule() : Rule<TurbineSite, GasTurbine>(940, new("step-up voltage", "напруга підвищення", "جهد الرفع"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("the step-up voltage is not given", "напругу підвищення не вказано", "جهد الرفع غير مذكور");
    private static readonly Phrase s_compared = new("{0:0.#} kV for a connection at {1:0.#} kV", "{0:0.#} кВ на приєднання {1:0.#} кВ", "{0:0.#} كيلوفولت لتوصيل عند {1:0.#} كيلوفولت");

    private static readonly Column s_voltage = Of("step-up voltage", unit => unit.StepUpKilovolts);

    private static readonly Limit s_apart = new("step-up voltage of turbines", 5, "%", "practice");

    private static readonly Question s_ask = Question.Donor(
        "stepUpKilovolts", "What is the voltage of its step-up transformer, in kV?", "Яка напруга її підвищувального трансформатора, кВ?", "ما جهد محول الرفع الخاص بها بالكيلوفولت؟");

    private static readonly Work s_work = new(
        new("put up a step-up transformer for this voltage", "встановити підвищувальний трансформатор на цю напругу", "تركيب محول رفع لهذا الجهد"), 96, Skills.Transformer);

    /// <inheritdoc/>
    protected override Ruling? Judge(TurbineSite place, GasTurbine unit, Practice practice, Pen pen)
    {
        if (place.ConnectionKilovolts is not { } there)
            return null;
        var wanted = new Figure(Numbers.PlaceVoltage, there, "kV");
        if (unit.StepUpKilovolts is not { } own)
            return pen.Ask(s_ask, s_notGiven, wanted);
        var apart = Math.Abs(own / there - 1) * 100;
        var says = pen.Say(s_compared, own, there);
        return apart <= practice[s_apart]
            ? pen.Fits(says, pen.BelowLimit(apart, practice[s_apart]), new(Name, own, "kV"), wanted)
            : pen.FitsWithWork(says, null, s_work, new(Name, own, "kV"), wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TurbineSite place, Practice practice) =>
        place.ConnectionKilovolts is { } there
            ? [s_voltage.Between(there * (1 - (practice[s_apart] / 100)), there * (1 + (practice[s_apart] / 100))) with { Outside = Verdict.FitsWithWork }]
            : [];
}
