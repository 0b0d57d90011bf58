using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Grid;
using Relight.Matching;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>An offered unit that fits a need at a damaged element, and when it is there.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer of which one unit is taken.</param>
/// <param name="Title">Title of the offer.</param>
/// <param name="WithWork">Whether it fits only with work.</param>
/// <param name="Element">The damaged element.</param>
/// <param name="Hour">Hour at which it is there, from the scenario's hour zero; 0 where it is there already.</param>
/// <param name="WorkHours">Hours of a crew at the site that the unit takes beside the repair itself; 0 where it fits as it is.</param>
/// <param name="WorkSkill">Skill that the work takes; null where any crew will do, or several skills are needed.</param>
/// <param name="Without">Hour at which what the repair waits for without it would be there; null where that was not kept.</param>
public sealed record UnitArrival(
    Id<Need> Need, Id<Offer> Offer, string Title, bool WithWork, ElementId Element, double Hour, double WorkHours = 0, string? WorkSkill = null,
    double? Without = null);

/// <summary>Which offered units the repairs of a scenario can reckon with.</summary>
public static class UnitArrivals
{
    /// <summary>The units of an operation's offers that its needs at damaged elements can reckon with at a moment: those that they hold or that are on the way to them, and of the rest those that fit.</summary>
    public static async Task<IReadOnlyList<UnitArrival>> Read(
        RelightContext db, Id<Operation> operation, OpenScenario scenario, DateTimeOffset now, CancellationToken cancel = default) =>
        Assign(scenario, await SupplyOfNeeds.Load(db, operation, now, cancel));

    /// <summary>The same of needs and offers that nothing is allocated of.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="needs">The needs.</param>
    /// <param name="offers">The offers.</param>
    /// <param name="onTheWay">Units in consignments to needs; null for none.</param>
    public static IReadOnlyList<UnitArrival> Assign(
        OpenScenario scenario, IReadOnlyList<Need> needs, IReadOnlyList<Offer> offers, IReadOnlyList<UnitsOnTheWay>? onTheWay = null)
    {
        var coming = onTheWay ?? [];
        var sent = new AllocationsAtMoment([], []) { Sent = [.. coming.Select(units => new UnitsSent(units.Need, units.Offer, units.Units, units.Amount))] };
        return Assign(scenario, new SupplyOfNeeds(needs, offers, sent, new Dictionary<Id<Organisation>, Country>()) { OnTheWay = coming });
    }

    /// <summary>
    /// Gives units to needs: first those that needs hold or that travel to them, which are there when their consignment is; then where the fewest units fit, then in the order of the damage
    /// list; each need takes the unit that is there first with its work done, at equal hours one that fits without work. No
    /// unit is given twice, and none for which the repair, its work included, could not end sooner: a need whose own units come
    /// that late gets no others, and its repair waits for what it would wait for without any. So does one of which a bank is begun
    /// and its rest is not free: it gets nothing but that.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="supply">Needs, offers and what is allocated.</param>
    public static IReadOnlyList<UnitArrival> Assign(OpenScenario scenario, SupplyOfNeeds supply)
    {
        var left = supply.Offers.ToDictionary(offer => offer.Id, supply.FreeUnits);
        var order = scenario.Problem.Repairs.Index().ToDictionary(pair => pair.Item.Element, pair => pair.Index);
        var assigned = Held(scenario, supply).ToList();
        var begun = UnitsAtNeed.Begun(supply);
        assigned.AddRange(MadeWhole(scenario, begun.Values, left));
        var served = assigned.Select(unit => unit.Need).Concat(begun.Keys).ToHashSet();
        var (needs, offers) = (supply.Needs.ToDictionary(need => need.Id), supply.Offers.ToDictionary(offer => offer.Id));
        int Takes(UnitArrival unit) => Filling.UnitsTogether(needs[unit.Need], offers[unit.Offer]);
        foreach (var fitting in supply.Needs.Where(need => !served.Contains(need.Id)).Select(need => Fitting(scenario, need, supply.Offers, supply.Allowed))
            .Where(fitting => fitting.Count > 0)
            .OrderBy(fitting => fitting.Sum(unit => left[unit.Offer]))
            .ThenBy(fitting => order[fitting[0].Element])
            .ToList())
        {
            if (fitting.Find(unit => left[unit.Offer] >= Takes(unit)) is not { } unit)
                continue;
            left[unit.Offer] -= Takes(unit);
            assigned.Add(unit);
        }
        return [.. assigned.Where(IsWaitedFor).OrderBy(unit => unit.Hour).ThenBy(unit => order[unit.Element])];
    }

    /// <summary>
    /// Units that needs at damaged elements hold, or that are on the way to them, and whose arrival is known, one a need: where several
    /// make one, when the last of these is there.
    /// </summary>
    internal static IEnumerable<UnitArrival> Held(OpenScenario scenario, SupplyOfNeeds supply)
    {
        var hourZero = scenario.Scenario.HourZero;
        foreach (var ofNeed in UnitsAtNeed.Of(supply).GroupBy(units => units.Need.Id).Where(UnitsAtNeed.IsWhole))
        {
            var whole = ofNeed.Where(units => units.Missing == 0).ToList();
            var arrivals = whole.Count > 0
                ? whole.Select(units => At(scenario, units.Need, units.Offer, units.WholeHour(hourZero)))
                // Units of several offers make it together: the last of them decides.
                : [ofNeed.Select(units => At(scenario, units.Need, units.Offer, units.HourOfAll(hourZero))).MaxBy(unit => unit?.Hour)];
            if (arrivals.OfType<UnitArrival>().MinBy(unit => unit.Hour + unit.WorkHours) is { } first)
                yield return first;
        }
    }

    /// <summary>What is begun of needs and can be made whole by units that are free, which are then taken.</summary>
    internal static IEnumerable<UnitArrival> MadeWhole(OpenScenario scenario, IEnumerable<UnitsAtNeed> begun, Dictionary<Id<Offer>, int> left)
    {
        foreach (var units in begun.OrderBy(units => units.Need.Id))
        {
            if (left[units.Offer.Id] < units.Missing || At(scenario, units) is not { } unit)
                continue;
            left[units.Offer.Id] -= units.Missing;
            yield return unit;
        }
    }

    /// <summary>What is begun of a need, made whole by more of the same offer; null where the need is at no damaged element, or the arrival is not known.</summary>
    internal static UnitArrival? At(OpenScenario scenario, UnitsAtNeed begun) => At(scenario, begun.Need, begun.Offer, begun.WholeHour(scenario.Scenario.HourZero));

    /// <summary>Whether a repair ends sooner with a unit, its work included, than with what it waits for without one.</summary>
    internal static bool IsWaitedFor(UnitArrival unit) => !(unit.Hour + unit.WorkHours >= unit.Without);

    /// <summary>
    /// The problem with the hours at which the units are there, and with the work that they take: it is done by the crew of
    /// the repair, which a repair has one of, so its hours are added. The skill stays the repair's; one without takes that of the work.
    /// </summary>
    public static RestorationProblem Apply(RestorationProblem problem, IReadOnlyList<UnitArrival> units)
    {
        var arrivals = units.ToLookup(unit => unit.Element);
        return new RestorationProblem(
            problem.Name,
            problem.Network,
            [.. problem.Repairs.Select(repair => With(repair, [.. arrivals[repair.Element]]))],
            problem.Crews,
            problem.Travel,
            problem.Weights,
            problem.People,
            problem.HorizonHours,
            problem.Repaired);
    }

    private static Repair With(Repair repair, IReadOnlyList<UnitArrival> units) => units.Count == 0 ? repair : repair with
    {
        AvailableFrom = units.Max(unit => unit.Hour),
        Hours = repair.Hours + units.Sum(unit => unit.WorkHours),
        Skill = repair.Skill ?? units.Select(unit => unit.WorkSkill).FirstOrDefault(skill => skill is not null),
    };

    /// <summary>What fits a need, may go there and comes sooner than what its repair waits for without it, the best first.</summary>
    internal static List<UnitArrival> Fitting(OpenScenario scenario, Need need, IReadOnlyList<Offer> offers, Func<Need, Offer, bool> allowed)
    {
        if (RepairOf(scenario, need) is not { } repair)
            return [];
        var until = WaitsUntil(scenario, repair);
        var units =
            from offer in offers
            where HourOf(scenario, offer) < until
                && MatchOffers.Weigh(need, offer, Practice.Default).Verdict is Verdict.Fits or Verdict.FitsWithWork
                && allowed(need, offer)
            let unit = At(scenario, need, offer, HourOf(scenario, offer))!
            where unit.Hour + unit.WorkHours < until
            orderby unit.Hour + unit.WorkHours, unit.WithWork, offer.Id
            select unit;
        return [.. units];
    }

    /// <summary>A unit of an offer for a need; null where the need is at no damaged element, or the arrival is not known.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="need">The need.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="there">Hour at which it is there, on the clock of the scenario; null where that is not known.</param>
    internal static UnitArrival? At(OpenScenario scenario, Need need, Offer offer, double? there)
    {
        if (RepairOf(scenario, need) is not { } repair || there is not { } hour)
            return null;
        var match = MatchOffers.Judge(need, offer, Practice.Default);
        var onSite = match.Work.Where(work => work.Hours > 0).ToList();
        var skills = onSite.Select(work => work.Skill).Distinct().ToList();
        return new UnitArrival(
            need.Id, offer.Id, offer.Title, match.Verdict == Verdict.FitsWithWork, repair.Element, hour, (double)onSite.Sum(work => work.Hours),
            skills is [var skill] ? skill : null, WaitsUntil(scenario, repair));
    }

    /// <summary>The repair of the element that a need waits at; null where there is none.</summary>
    internal static Repair? RepairOf(OpenScenario scenario, Need need) =>
        scenario.Problem.Repairs.FirstOrDefault(repair => repair.Element == need.Site?.Exact.Element);

    /// <summary>Hour at which what a repair waits for without a given unit is there.</summary>
    internal static double WaitsUntil(OpenScenario scenario, Repair repair) =>
        scenario.Scenario.Units.Where(unit => unit.Element == repair.Element).Max(unit => unit.Without) ?? repair.AvailableFrom;

    /// <summary>Hour at which a unit of an offer is there, on the clock of a scenario; null where that is not known.</summary>
    internal static double? HourOf(OpenScenario scenario, Offer offer) => HourOf(scenario.Scenario.HourZero, offer);

    /// <summary>A unit is there at the end of the last day that its arrival can mean.</summary>
    internal static double? HourOf(DateTimeOffset hourZero, Offer offer) => offer.Arrival is { } arrival
        ? Math.Max(0, (new DateTimeOffset(arrival.Latest.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) - hourZero).TotalHours)
        : null;
}
