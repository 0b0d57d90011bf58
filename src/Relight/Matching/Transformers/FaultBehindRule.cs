using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// A lower impedance lets more fault current through to the lower side than its switchgear may stand. The current is that
/// of the unit's impedance and of the upper system behind it, in series: kA = kV/√3 ÷ (Zsystem + Zunit), referred to the
/// lower side; without a fault level of the upper side, that of a system without impedance. A unit of a higher rated voltage
/// has, in ohms, the square of that more.
/// </summary>
public sealed class FaultBehindRule() : Rule<TransformerBay, PowerTransformer>(
    185, new("fault level behind it", "струм замикання за ним", "تيار القصر خلفه"), new("IEC 60076-5; derived: impedances in series", "IEC 60076-5; виведено: послідовні опори", "IEC 60076-5؛ مشتق: معاوقات على التوالي"))
{
    private static readonly Phrase s_lets = new(
        "lets {0:0.0} kA through, the switchgear of the lower side stands {1:0.#} kA",
        "пропускає {0:0.0} кА, розподільчий пристрій нижчої сторони витримує {1:0.#} кА",
        "يمرر {0:0.0} كيلوأمبير، ومعدات الجانب الأدنى تتحمل {1:0.#} كيلوأمبير");

    private const double Root3 = 1.7320508075688772;

    private static readonly Phrase s_behind = new("fault level of the lower side", "струм замикання нижчої сторони", "تيار القصر للجانب الأدنى");
    private static readonly Phrase s_switchgear = new("switchgear of the lower side", "розподільчий пристрій нижчої сторони", "معدات الجانب الأدنى");

    private static readonly Work s_work = new(
        new("split the bars of the lower side, or put reactors in", "розділити шини нижчої сторони або поставити реактори", "فصل قضبان الجانب الأدنى أو تركيب مفاعلات"), 24, Skills.Substation);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (place.LowSwitchgearKiloamperes is not { } limit)
            return null;
        var gear = new Figure(s_switchgear, limit, "kA");
        if (unit.HighLowImpedancePercent is not { } impedance)
            return pen.Ask(Ask.Impedance, NotGiven.Impedance, gear).And((unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes) is null, Ask.Megavoltamperes);
        if ((unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes) is not { } rated)
            return pen.Ask(Ask.Megavoltamperes, NotGiven.Power, gear);
        // Both impedances per unit on 1 MVA and the voltage of the system.
        var own = (double)(impedance / 100 / rated) * Math.Pow((double)((unit.High.RatedKilovolts ?? place.HighKilovolts) / place.HighKilovolts), 2);
        var system = place.FaultLevelKiloamperes is { } fault ? 1 / (Root3 * (double)place.HighKilovolts * (double)fault) : 0;
        var behind = Math.Round((decimal)(1 / (own + system) / (Root3 * (double)place.LowKilovolts)), 3);
        var says = pen.Say(s_lets, behind, limit);
        return behind <= limit
            ? pen.Fits(says, pen.BelowLimit(behind, limit), new(s_behind, behind, "kA"), gear)
            : pen.FitsWithWork(says, pen.BelowLimit(behind, limit), s_work, new(s_behind, behind, "kA"), gear);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound>? Bounds(TransformerBay place, Practice practice) =>
        place.LowSwitchgearKiloamperes is null ? [] : null;
}
