using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set must carry the facility's load.</summary>
public sealed class GeneratorPowerRule() : Rule<FacilityPower, GeneratingSet>(710, new("power", "потужність", "القدرة"), new("practice; kVA rated at a power factor of 0.8", "практика; кВА за коефіцієнта потужності 0,8", "الممارسة؛ ك.ف.أ عند معامل قدرة 0.8"))
{
    private static readonly Phrase s_emergencies = new("{0}, rated for emergencies only", "{0}, розраховано лише на аварії", "{0}، ومقنن للطوارئ فقط");

    private static readonly Limit s_factor = new("power factor of generating sets", 0.8m, "", "practice");
    private static readonly Limit s_standby = new("hours a day of a standby rating", 12, "hours", "practice");
    private static readonly Column s_power = Of("power", PowerOf);

    private static readonly Column s_standbys = Of("rated for emergencies", unit => unit.Rating == EngineRating.Standby ? 1 : 0);

    private static readonly Work s_work = new(
        new("plan pauses, or a second set: the rating is standby", "запланувати перерви або другу установку: потужність резервна", "التخطيط لفترات توقف أو لمجموعة ثانية: القدرة احتياطية"), 0, null);

    /// <summary>Active power in kW: as given, else from the kVA; null where neither is known.</summary>
    internal static decimal? PowerOf(GeneratingSet unit, Practice practice) => unit.Kilowatts ?? unit.Kilovoltamperes * practice[s_factor];

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen)
    {
        var wanted = new Figure(Numbers.Load, place.LoadKilowatts, "kW");
        if (PowerOf(unit, practice) is not { } power)
            return pen.Ask(Ask.Kilowatts, NotGiven.Power, wanted);
        var own = new Figure(Numbers.RatedPower, power, "kW");
        var says = pen.Say(Compared.KilowattsForLoad, power, place.LoadKilowatts);
        var margin = pen.AboveLimit(power, place.LoadKilowatts);
        if (power < place.LoadKilowatts)
            return pen.DoesNotFit(says, margin, own, wanted);
        return unit.Rating == EngineRating.Standby && !(place.HoursPerDay <= practice[s_standby])
            ? pen.FitsWithWork(pen.Say(s_emergencies, says), margin, s_work, own, wanted)
            : pen.Fits(says, margin, own, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
    [
        s_power.AtLeast(place.LoadKilowatts) with { IsSharp = true },
        .. place.HoursPerDay <= practice[s_standby] ? Array.Empty<Bound>() : [s_standbys.Equal(0) with { Outside = Verdict.FitsWithWork }],
    ];
}
