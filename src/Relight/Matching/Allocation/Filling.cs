using Relight.Register;

namespace Relight.Matching;

/// <summary>How much a need takes, in its own measure: units, or the amount of goods in the unit that it names.</summary>
/// <param name="Takes">How much it takes in all; null where it takes whatever comes.</param>
/// <param name="Unit">Unit of the amount; null for units of equipment.</param>
public readonly record struct Filling(decimal? Takes, Unit? Unit)
{
    // A bank is three single-phase units.
    private const int UnitsOfBank = 3;

    /// <summary>What a need takes. Money is given by contributions: such a need takes no unit.</summary>
    public static Filling Of(Need need) => need.Requirement switch
    {
        GoodsRequirement goods => new Filling(goods.Amount.Bounds.Upper * need.Units, goods.Amount.Unit),
        MoneyRequirement => new Filling(0, null),
        _ => new Filling(need.Units, null),
    };

    /// <summary>
    /// Units of an offer that make one unit of a need: three single-phase transformers make a bank, and as many drums of conductor a
    /// section of line as are as long; all of them where they are shorter, and the rest comes from elsewhere.
    /// </summary>
    public static int UnitsTogether(Need need, Offer offer) => (need.Requirement, offer.Specification) switch
    {
        (TransformerBay, PowerTransformer { SinglePhase: true }) => UnitsOfBank,
        (LineSection section, Conductor { LengthMetres: > 0 and var each } conductor) => (int)Math.Clamp(Math.Ceiling(section.LengthMetres / (each * conductor.Phases)), 1, Math.Max(1, offer.Units)),
        _ => 1,
    };

    /// <summary>How much of it so many units of an offer fill at least; null where it is not known how much a unit holds, or it is measured in another dimension.</summary>
    public decimal? Filled(Need need, Offer offer, int units)
    {
        if (Unit is null)
            return (decimal)units / UnitsTogether(need, offer);
        var each = Goods.EachOf(offer.Specification, Unit) is { } held ? Math.Floor(held * 1000) / 1000
            : offer.Specification is not Goods && Unit == Unit.Piece ? 1
            : 0;
        return each > 0 ? each * units : null;
    }

    /// <summary>How many units of an offer it takes at most, where so much of it is filled already; null where it takes whatever comes.</summary>
    public int? MostUnits(Need need, Offer offer, decimal filled)
    {
        if (Takes is not { } takes)
            return null;
        var left = Math.Max(0, takes - filled);
        // A bank of which one unit is lost takes that one.
        if (Unit is null)
            return (int)Math.Min(int.MaxValue, Math.Round(left * UnitsTogether(need, offer), 6));
        // The last unit may hold more than is still missing.
        return Filled(need, offer, 1) is { } each ? (int)Math.Min(int.MaxValue, Math.Ceiling(left / each)) : null;
    }
}
