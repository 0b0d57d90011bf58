using Relight.Register;

namespace Relight.Matching.Pumps;

/// <summary>A pump must lift as high as is wanted, at the speed at which it turns there.</summary>
public sealed class PumpHeadRule() : Rule<PumpPlace, Pump>(1120, s_own, PumpSpeed.Source)
{
    private static readonly Phrase s_own = new("head", "напір", "الرفع");
    private static readonly Phrase s_wanted = new("head wanted", "потрібний напір", "الرفع المطلوب");

    private static readonly Question s_ask = Question.Donor("headMetres", "What is the head at the rated flow, in m?", "Який напір за номінальної подачі, м?", "ما الرفع عند التدفق المقنن بالمتر؟");
    private static readonly Question s_askPlace = Question.Operator("headMetres", "How high must it lift, in m?", "Який потрібен напір, м?", "ما الرفع المطلوب بالمتر؟");
    private static readonly Column s_column = Of("head by frequency", unit => unit.HeadMetres / unit.FrequencyHertz / unit.FrequencyHertz);

    /// <inheritdoc/>
    protected override Ruling? Judge(PumpPlace place, Pump unit, Practice practice, Pen pen)
    {
        if (place.HeadMetres is not { } there)
            return pen.Ask(s_askPlace, pen.Say(NotGiven.Number, s_wanted)).And(unit.HeadMetres is null, s_ask);
        var wanted = new Figure(s_wanted, there, "m");
        if (unit.HeadMetres is not { } rated)
            return pen.Ask(s_ask, pen.Say(NotGiven.Number, s_own), wanted).And(unit.FrequencyHertz is null, Ask.Frequency);
        if (PumpSpeed.Of(place, unit) is not { } speed)
            return pen.Ask(Ask.Frequency, NotGiven.Frequency, wanted);
        var own = rated * speed * speed;
        var mine = new Figure(s_own, own, "m");
        return pen.FitsIf(own >= there, pen.Say(Compared.Figures, mine, wanted), pen.AboveLimit(own, there), mine, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(PumpPlace place, Practice practice) =>
        place.HeadMetres is { } there
            ? [s_column.AtLeast(there / place.FrequencyHertz / place.FrequencyHertz)]
            : [s_column.Always(Verdict.CannotTellYet)];
}
