using Relight.Matching;
using Relight.Register;

namespace Relight.Plans;

/// <summary>Units as they are given where nobody looks further than at voltages.</summary>
/// <param name="Serving">The units that serve when they are there.</param>
/// <param name="Given">How many units were given in all.</param>
/// <param name="Misfits">How many of them turn out not to fit when they are there: the repair waits on.</param>
/// <param name="Doubtful">Of how many more it cannot be told yet: the repair does not reckon with them either.</param>
public sealed record GivenByVoltage(IReadOnlyList<UnitArrival> Serving, int Given, int Misfits, int Doubtful);

/// <summary>
/// The way that the joint planning is held against: needs in the order in which their damage was reported, for each the
/// first unit to arrive whose voltages are right, whatever else is written on its plate. What comes of it is then judged by
/// the rules, by the same yardstick as the joint planning: a unit serves where it fits, or fits with work, which it then
/// makes; one that does not fit is not put up, and one of which it cannot be told yet is not reckoned with.
/// </summary>
public static class VoltageFirst
{
    /// <summary>Share by which a rated voltage may be off the system's: 345 kV pass for 330 kV, 400 kV do not.</summary>
    public const decimal Apart = 0.1m;

    /// <summary>Gives units that way.</summary>
    /// <param name="scenario">The scenario, which reckons with no units.</param>
    /// <param name="supply">Needs, offers and what is allocated.</param>
    public static GivenByVoltage Assign(OpenScenario scenario, SupplyOfNeeds supply)
    {
        var left = supply.Offers.ToDictionary(offer => offer.Id, supply.FreeUnits);
        var reported = scenario.Problem.Repairs.Index().ToDictionary(pair => pair.Item.Element, pair => pair.Index);
        var held = UnitArrivals.Held(scenario, supply).ToList();
        var serving = held.Where(UnitArrivals.IsWaitedFor).ToList();
        var begun = UnitsAtNeed.Begun(supply);
        var whole = UnitArrivals.MadeWhole(scenario, begun.Values, left).ToList();
        serving.AddRange(whole.Where(UnitArrivals.IsWaitedFor));
        var served = held.Select(unit => unit.Need).Concat(begun.Keys).ToHashSet();
        var (given, misfits, doubtful) = (held.Count + whole.Count, 0, 0);
        foreach (var need in supply.Needs.Where(need => UnitArrivals.RepairOf(scenario, need) is not null && !served.Contains(need.Id))
            .OrderBy(need => reported[need.Site!.Exact.Element!.Value]))
        {
            var until = UnitArrivals.WaitsUntil(scenario, UnitArrivals.RepairOf(scenario, need)!);
            var first = supply.Offers
                .Where(offer => left[offer.Id] >= Filling.UnitsTogether(need, offer) && LooksRight(need.Requirement, offer.Specification)
                    && UnitArrivals.HourOf(scenario, offer) < until && supply.Allowed(need, offer))
                .OrderBy(offer => UnitArrivals.HourOf(scenario, offer)).ThenBy(offer => offer.Id).FirstOrDefault();
            if (first is null)
                continue;
            left[first.Id] -= Filling.UnitsTogether(need, first);
            given++;
            var verdict = MatchOffers.Weigh(need, first, Practice.Default).Verdict;
            misfits += verdict == Verdict.DoesNotFit ? 1 : 0;
            doubtful += verdict == Verdict.CannotTellYet ? 1 : 0;
            if (verdict <= Verdict.FitsWithWork)
                serving.Add(UnitArrivals.At(scenario, need, first, UnitArrivals.HourOf(scenario, first))!);
        }
        return new GivenByVoltage(serving, given, misfits, doubtful);
    }

    private static bool LooksRight(Requirement requirement, Specification specification) => (requirement, specification) switch
    {
        (TransformerBay bay, PowerTransformer unit) =>
            Near(unit.High.RatedKilovolts, bay.HighKilovolts) && (unit.Low.RatedKilovolts is null || Near(unit.Low.RatedKilovolts, bay.LowKilovolts)),
        (BreakerBay bay, CircuitBreaker breaker) => Near(breaker.RatedKilovolts, bay.SystemUm),
        _ => requirement.Served.Contains(specification.Item) && specification is not PowerTransformer and not CircuitBreaker,
    };

    private static bool Near(decimal? rated, decimal system) => rated is { } kilovolts && Math.Abs((kilovolts / system) - 1) <= Apart;
}
