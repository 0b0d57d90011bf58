using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must move as much as is wanted, at the speed at which it turns there.</summary>
public sealed class PumpFlowRule() : Rule<PumpPlace, Pump>(1110, s_own, PumpSpeed.Source)
{
    private static readonly Phrase s_own = new("flow", "подача", "التدفق");
    private static readonly Phrase s_wanted = new("flow wanted", "потрібна подача", "التدفق المطلوب");

    private static readonly Question s_ask = Question.Donor("cubicMetresPerHour", "What is the rated flow, in m³ per hour?", "Яка номінальна подача, м³ на годину?", "ما التدفق المقنن بالمتر المكعب في الساعة؟");

    private static readonly Column s_column = Of("flow by frequency", unit => unit.CubicMetresPerHour / unit.FrequencyHertz);

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen)
    {
        var there = place.CubicMetresPerHour;
        var wanted = new Figure(s_wanted, there, "m³/h");
        if (unit.CubicMetresPerHour is not { } rated)
            return pen.Ask(s_ask, pen.Say(NotGiven.Number, s_own), wanted).And(unit.FrequencyHertz is null, Ask.Frequency);
        if (PumpSpeed.Of(place, unit) is not { } speed)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, wanted);
        var own = rated * speed;
        var mine = new Figure(s_own, own, "m³/h");
        return pen.FitsIf(own >= there, pen.Say(Compared.Figures, mine, wanted), pen.AboveLimit(own, there), mine, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) =>
        [s_column.AtLeast(place.CubicMetresPerHour / place.FrequencyHertz)];
}
