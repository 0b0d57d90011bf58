using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set must carry the facility's load.</summary>
public sealed class GeneratorPowerRule() : Rule<FacilityPower, GeneratingSet>("power", "practice; kVA rated at a power factor of 0.8")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(FacilityPower place, GeneratingSet unit, Practice practice)
    {
        if (unit.Power(practice) is not { } power)
            return AskDonor("kilowatts", "What is the rated power, in kW or kVA?", "the rated power is not given", new Figure("load", place.LoadKilowatts, "kW"));
        Figure[] figures = [new("rated power", power, "kW"), new("load", place.LoadKilowatts, "kW")];
        var says = FormattableString.Invariant($"{power:0.#} kW for a load of {place.LoadKilowatts:0.#} kW");
        var margin = Margin.AboveLimit(power, place.LoadKilowatts);
        if (power < place.LoadKilowatts)
            return DoesNotFit(says, margin, figures);
        return unit.Rating == EngineRating.Standby && place.HoursPerDay is null or > 12m
            ? FitsWithWork($"{says}, rated for emergencies only", ["plan pauses, or a second set: the rating is standby"], margin, figures)
            : Fits(says, margin, figures);
    }
}

/// <summary>The active power of a generating set.</summary>
internal static class GeneratingSetPower
{
    /// <summary>In kW: as given, else from the kVA; null where neither is known.</summary>
    public static decimal? Power(this GeneratingSet unit, Practice practice) =>
        unit.Kilowatts ?? unit.Kilovoltamperes * practice.GeneratorPowerFactor;
}
