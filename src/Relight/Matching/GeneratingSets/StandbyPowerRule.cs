using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>
/// A standby rating is what an engine gives in emergencies, a tenth above what it may give day after day: where the grid is
/// away every day, only the smaller power counts. Of a set whose rating is not named, it decides where the load lies between.
/// </summary>
public sealed class StandbyPowerRule() : Rule<FacilityPower, GeneratingSet>(715, new("standby rating", "резервна потужність", "القدرة الاحتياطية"), new("practice; ratings as ISO 8528-1 defines them", "практика; потужності за ISO 8528-1", "الممارسة؛ القدرات كما تعرّفها ISO 8528-1"))
{
    private static readonly Phrase s_inUse = new(
        "rated for emergencies: {0:0.#} kW in daily use for a load of {1:0.#} kW",
        "розраховано на аварії: {0:0.#} кВт за щоденної роботи на навантаження {1:0.#} кВт",
        "مقنن للطوارئ: {0:0.#} كيلوواط في الاستعمال اليومي لحمل قدره {1:0.#} كيلوواط");

    private static readonly Phrase s_unknown = new(
        "whether the rating is prime or standby is not given: as standby {0:0.#} kW in daily use for a load of {1:0.#} kW",
        "не вказано, основна це потужність чи резервна: як резервна — {0:0.#} кВт за щоденної роботи на навантаження {1:0.#} кВт",
        "لم يُذكر هل القدرة أساسية أم احتياطية: كاحتياطية {0:0.#} كيلوواط في الاستعمال اليومي لحمل قدره {1:0.#} كيلوواط");

    private static readonly Question s_ask = Question.Donor(
        "rating", "Is the rated power prime or standby?", "Номінальна потужність основна (PRP) чи резервна (ESP)?", "هل القدرة المقننة أساسية (PRP) أم احتياطية (ESP)؟");

    private static readonly Column s_powerIfStandby = Of("power in daily use, rating not named", (unit, practice) => unit.Rating is null ? AsStandby(unit, practice) : null);
    private static readonly Column s_power = Of("power in daily use, rated for emergencies", (unit, practice) => unit.Rating == EngineRating.Standby ? DailyPowerOf(unit, practice) : null);

    private static readonly Limit s_above = new("standby rating above prime", 10, "%", "practice");
    private static readonly Phrase s_daily = new("power in daily use", "потужність за щоденної роботи", "القدرة في الاستعمال اليومي");

    /// <summary>The power that counts, in kW: as rated, for a standby rating less the derating; null where it is not known.</summary>
    internal static decimal? DailyPowerOf(GeneratingSet unit, Practice practice) => unit.Rating == EngineRating.Standby
        ? AsStandby(unit, practice)
        : GeneratorPowerRule.PowerOf(unit, practice);

    private static decimal? AsStandby(GeneratingSet unit, Practice practice) => GeneratorPowerRule.PowerOf(unit, practice) / (1 + (practice[s_above] / 100));

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen)
    {
        if (unit.Rating == EngineRating.Prime || AsStandby(unit, practice) is not { } power)
            return null;
        if (unit.Rating is null)
            return power >= place.LoadKilowatts
                ? null
                : pen.Ask(s_ask, pen.Say(s_unknown, power, place.LoadKilowatts), new Figure(s_daily, power, "kW"), new Figure(Numbers.Load, place.LoadKilowatts, "kW"));
        return pen.FitsIf(
            power >= place.LoadKilowatts,
            pen.Say(s_inUse, power, place.LoadKilowatts),
            pen.AboveLimit(power, place.LoadKilowatts),
            new(s_daily, power, "kW"), new(Numbers.Load, place.LoadKilowatts, "kW"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
    [
        s_power.AtLeast(place.LoadKilowatts) with { Unknown = Verdict.Fits },
        s_powerIfStandby.AtLeast(place.LoadKilowatts) with { Outside = Verdict.CannotTellYet, Unknown = Verdict.Fits },
    ];
}
