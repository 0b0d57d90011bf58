using Relight.Matching;
using Relight.Register;

namespace Relight.Plans;

/// <summary>Which offered units the repairs get so that they are worth most together, by what a plan says of each need.</summary>
internal static class UnitsByWorth
{
    // What nobody gains by in this plan may still be gained by in another: no unit is left over where a repair waits.
    private const decimal LeastWorth = 0.001m;

    /// <summary>The best allocation: what needs hold stays, and nothing is given that comes later than what its repair waits for.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="supply">Needs, offers and what is allocated.</param>
    /// <param name="candidates">Units that could serve the needs, whoever gets them.</param>
    /// <param name="values">What the needs are worth by the hour.</param>
    /// <param name="ways">What the ways of units cost.</param>
    /// <param name="without">A need that is to get nothing, for it is served already; null for none.</param>
    /// <param name="stop">Ends it with the best so far.</param>
    public static IReadOnlyList<UnitArrival> Best(
        OpenScenario scenario, SupplyOfNeeds supply, IReadOnlyList<UnitArrival> candidates, IReadOnlyList<NeedValue> values, WaysOfUnits ways, Id<Need>? without, CancellationToken stop)
    {
        var held = UnitArrivals.Held(scenario, supply).ToList();
        var byNeed = values.Where(value => value.Need is not null && value.Need != without).ToDictionary(value => value.Need!.Value);
        var (needs, offers, begun) = (supply.Needs.ToDictionary(need => need.Id), supply.Offers.ToDictionary(offer => offer.Id), UnitsAtNeed.Begun(supply));
        int Takes(UnitArrival unit) => begun.TryGetValue(unit.Need, out var units) ? units.Missing : Filling.UnitsTogether(needs[unit.Need], offers[unit.Offer]);
        var open = candidates.Where(unit => byNeed.ContainsKey(unit.Need) && !held.Exists(other => other.Need == unit.Need)).ToList();
        var problem = new AllocationProblem(
            [.. open.Select(unit => unit.Need).Distinct().Select(need => new NeedToServe(need, 1, 0))],
            [.. supply.Offers.Select(offer => new UnitsToGive(offer.Id, supply.FreeUnits(offer)))],
            [.. open.Select(unit => new PossibleGift(unit.Need, unit.Offer, 0, 0, Takes(unit))
            {
                Worth = LeastWorth + (decimal)byNeed[unit.Need].WorthAt(unit.Hour + unit.WorkHours) - (decimal)ways.InMegawattHours([unit]),
                Euros = (long?)ways.Of(unit).Euros,
            })],
            []);
        var gifts = Allocator.Run(problem, explain: false, cancel: stop).Gifts;
        var order = scenario.Problem.Repairs.Index().ToDictionary(pair => pair.Item.Element, pair => pair.Index);
        return [.. held.Where(UnitArrivals.IsWaitedFor).Concat(gifts.Select(gift => open.First(unit => unit.Need == gift.Need && unit.Offer == gift.Offer)))
            .OrderBy(unit => unit.Hour).ThenBy(unit => order[unit.Element])];
    }
}
