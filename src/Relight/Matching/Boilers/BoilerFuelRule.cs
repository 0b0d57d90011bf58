using Relight.Register;

namespace Relight.Matching.Boilers;

/// <summary>A boiler must burn what can be had there, or get another burner: gas and oil are burnt by one, wood, coal and electricity are not.</summary>
public sealed class BoilerFuelRule() : Rule<HeatPlace, Boiler>(1220, new("fuel", "паливо", "الوقود"), Sources.Practice)
{
    private static readonly Question s_ask = Question.Donor("fuel", "Which fuel does it burn?", "Яке паливо він спалює?", "ما الوقود الذي يحرقه؟");

    private static readonly Work s_work = new(
        new("change the burner for a fuel that can be had there", "замінити пальник на доступне паливо", "تغيير الموقد لوقود متوفر هناك"), 16, null);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(HeatPlace place, Boiler unit, Practice practice, Pen pen)
    {
        if (place.Fuels.Count == 0)
            return null;
        if (unit.Fuel is not { } fuel)
            return pen.Ask(s_ask, NotGiven.Fuel);
        var says = pen.Writes ? pen.Say(Compared.Burns, fuel, string.Join(", ", place.Fuels)) : default;
        return place.Fuels.Any(there => FuelWords.Same(fuel, there)) ? pen.Fits(says)
            : place.Fuels.Any(there => FuelWords.ByAnotherBurner(fuel, there)) ? pen.FitsWithWork(says, null, s_work)
            : pen.DoesNotFit(says);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound>? Bounds(HeatPlace place, Practice practice) =>
        place.Fuels.Count == 0 ? [] : null;
}
