using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>
/// A standby rating is what an engine gives in emergencies, a tenth above what it may give day after day: where the grid is
/// away every day, only the smaller power counts.
/// </summary>
public sealed class StandbyPowerRule() : Rule<FacilityPower, GeneratingSet>(715, new("standby rating", "резервна потужність", "القدرة الاحتياطية"), new("practice; ratings as ISO 8528-1 defines them", "практика; потужності за ISO 8528-1", "الممارسة؛ القدرات كما تعرّفها ISO 8528-1"))
{
    private static readonly Phrase s_inUse = new(
        "rated for emergencies: {0:0.#} kW in daily use for a load of {1:0.#} kW",
        "розраховано на аварії: {0:0.#} кВт за щоденної роботи на навантаження {1:0.#} кВт",
        "مقنن للطوارئ: {0:0.#} كيلوواط في الاستعمال اليومي لحمل قدره {1:0.#} كيلوواط");

    private static readonly Column s_power = Of("power in daily use, rated for emergencies", (unit, practice) => unit.Rating == EngineRating.Standby ? DailyPowerOf(unit, practice) : null);

    private static readonly Limit s_above = new("standby rating above prime", 10, "%", "practice");
    private static readonly Phrase s_daily = new("power in daily use", "потужність за щоденної роботи", "القدرة في الاستعمال اليومي");

    /// <summary>The power that counts, in kW: as rated, for a standby rating less the derating; null where it is not known.</summary>
    internal static decimal? DailyPowerOf(GeneratingSet unit, Practice practice) => unit.Rating == EngineRating.Standby
        ? GeneratorPowerRule.PowerOf(unit, practice) / (1 + (practice[s_above] / 100))
        : GeneratorPowerRule.PowerOf(unit, practice);

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen)
    {
        if (unit.Rating != EngineRating.Standby || DailyPowerOf(unit, practice) is not { } power)
            return null;
        return pen.FitsIf(
            power >= place.LoadKilowatts,
            pen.Say(s_inUse, power, place.LoadKilowatts),
            pen.AboveLimit(power, place.LoadKilowatts),
            new(s_daily, power, "kW"), new(Numbers.Load, place.LoadKilowatts, "kW"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [s_power.AtLeast(place.LoadKilowatts) with { Unknown = Verdict.Fits }];
}
