using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A generating set must burn what can be had at the facility: an engine for petrol runs on no diesel. Fuels are known by their names in three languages.</summary>
public sealed class GeneratorFuelRule() : Rule<FacilityPower, GeneratingSet>(770, new("fuel", "паливо", "الوقود"), Sources.Practice)
{
    private static readonly Question s_ask = Question.Donor("fuel", "Which fuel does it burn?", "Яке паливо він спалює?", "ما الوقود الذي يحرقه؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen)
    {
        if (place.Fuels.Count == 0)
            return null;
        if (unit.Fuel is not { } fuel)
            return pen.Ask(s_ask, NotGiven.Fuel);
        return pen.FitsIf(
            place.Fuels.Any(there => FuelWords.Same(fuel, there)),
            pen.Writes ? pen.Say(Compared.Burns, fuel, string.Join(", ", place.Fuels)) : default, null);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound>? Bounds(FacilityPower place, Practice practice) =>
        place.Fuels.Count == 0 ? [] : null;
}
