using Relight.Matching;
using Relight.Register;

namespace Relight.Plans;

/// <summary>
/// Units of one offer that a need holds or that were sent to it, what is lost left out. Where several make one unit of the need, as three
/// single-phase transformers make a bank, nothing is served before the last of them is there.
/// </summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Together">How many units of the offer make one of the need; 1 or more.</param>
/// <param name="Sent">When units in consignments are there, UTC, and how many; the first at the front.</param>
/// <param name="NotSent">How many more the need holds: they are there when their offer says.</param>
internal sealed record UnitsAtNeed(Need Need, Offer Offer, int Together, IReadOnlyList<(DateTimeOffset At, int Units)> Sent, int NotSent)
{
    /// <summary>How many there are.</summary>
    public int Units => Sent.Sum(sent => sent.Units) + NotSent;

    /// <summary>How many are lacking for the first unit of the need; 0 where it is whole.</summary>
    public int Missing => Math.Max(0, Together - Units);

    /// <summary>How many are lacking for the unit of the need that is begun; 0 where none is.</summary>
    public int Rest => (Together - (Units % Together)) % Together;

    /// <summary>Hour at which the first unit of the need is whole, with what is lacking for it there when the offer says; null where that is not known.</summary>
    public double? WholeHour(DateTimeOffset hourZero)
    {
        var units = 0;
        foreach (var sent in Sent)
        {
            units += sent.Units;
            if (units >= Together)
                return HourOf(hourZero, sent.At);
        }
        return UnitArrivals.HourOf(hourZero, Offer) is { } hour ? Math.Max(hour, SentHour(hourZero)) : null;
    }

    /// <summary>Hour at which all that there is of it is there; what is not sent, and of which nobody knows when it comes, is left out.</summary>
    public double HourOfAll(DateTimeOffset hourZero) =>
        Math.Max(SentHour(hourZero), NotSent > 0 ? UnitArrivals.HourOf(hourZero, Offer) ?? 0 : 0);

    /// <summary>What needs hold and were sent, by need and offer.</summary>
    public static IReadOnlyList<UnitsAtNeed> Of(SupplyOfNeeds supply)
    {
        var (needs, offers) = (supply.Needs.ToDictionary(need => need.Id), supply.Offers.ToDictionary(offer => offer.Id));
        var held = supply.Allocations.Standing.ToLookup(held => (held.Need, held.Offer));
        var sent = supply.OnTheWay.ToLookup(units => (units.Need, units.Offer));
        return
        [
            .. held.Select(of => of.Key).Union(sent.Select(of => of.Key))
                .Where(pair => needs.ContainsKey(pair.Need) && offers.ContainsKey(pair.Offer) && !supply.IsLost(pair.Need, pair.Offer))
                .Select(pair => Of(needs[pair.Need], offers[pair.Offer], [.. held[pair]], [.. sent[pair]]))
                .Where(units => units.Units > 0),
        ];
    }

    /// <summary>Whether units of one or several offers make a unit of their need.</summary>
    public static bool IsWhole(IEnumerable<UnitsAtNeed> ofNeed) =>
        Math.Round(ofNeed.Sum(units => Math.Min(1, (decimal)units.Units / units.Together)), 6) >= 1;

    /// <summary>What is begun of needs that have no whole unit, the one that lacks fewest where units of several offers are there: nothing but the rest of it takes its place.</summary>
    public static IReadOnlyDictionary<Id<Need>, UnitsAtNeed> Begun(SupplyOfNeeds supply) => Of(supply).GroupBy(units => units.Need.Id)
        .Where(of => !IsWhole(of)).ToDictionary(of => of.Key, of => of.OrderBy(units => units.Missing).ThenBy(units => units.Offer.Id).First());

    private double SentHour(DateTimeOffset hourZero) => Sent.Count == 0 ? 0 : HourOf(hourZero, Sent[^1].At);

    private static double HourOf(DateTimeOffset hourZero, DateTimeOffset at) => Math.Max(0, (at - hourZero).TotalHours);

    // An amount serves as it is: of goods by amount no number makes one.
    private static UnitsAtNeed Of(Need need, Offer offer, IReadOnlyList<Allocation> held, IReadOnlyList<Deliveries.UnitsOnTheWay> sent)
    {
        var together = Filling.UnitsTogether(need, offer);
        var coming = sent.OrderBy(units => units.Arrival).Select(units => (units.Arrival, Units: units.Amount is null ? units.Units : together)).ToList();
        var holds = held.Sum(one => one.Amount is null ? (int)one.Usable : one.Usable > 0 ? together : 0);
        return new UnitsAtNeed(need, offer, together, coming, Math.Max(0, holds - coming.Sum(units => units.Units)));
    }
}
