using Microsoft.EntityFrameworkCore;
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
public sealed record UnitArrival(
    Id<Need> Need, Id<Offer> Offer, string Title, bool WithWork, ElementId Element, double Hour, double WorkHours = 0, string? WorkSkill = null);

/// <summary>Which offered units the repairs of a scenario can reckon with.</summary>
public static class UnitArrivals
{
    /// <summary>The units of an operation's offers that fit its needs at damaged elements.</summary>
    public static async Task<IReadOnlyList<UnitArrival>> Read(
        RelightContext db, Id<Operation> operation, OpenScenario scenario, CancellationToken cancel = default)
    {
        var needs = await db.Needs.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel);
        var offers = await db.Offers.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel);
        return Assign(scenario, [.. needs.Select(row => row.Read())], [.. offers.Select(row => row.Read())]);
    }

    /// <summary>
    /// Gives units to needs, first where the fewest units fit, then in the order of the damage list; each need takes the
    /// unit that is there first with its work done, at equal hours one that fits without work. No unit is given twice, and
    /// none for which the repair, its work included, could not end sooner.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="needs">The needs.</param>
    /// <param name="offers">The offers.</param>
    public static IReadOnlyList<UnitArrival> Assign(
        OpenScenario scenario, IReadOnlyList<Need> needs, IReadOnlyList<Offer> offers)
    {
        var left = offers.ToDictionary(offer => offer.Id, offer => offer.Units);
        var order = scenario.Problem.Repairs.Index().ToDictionary(pair => pair.Item.Element, pair => pair.Index);
        var assigned = new List<UnitArrival>();
        foreach (var fitting in needs.Select(need => Fitting(scenario, need, offers))
            .Where(fitting => fitting.Count > 0)
            .OrderBy(fitting => fitting.Sum(unit => left[unit.Offer]))
            .ThenBy(fitting => order[fitting[0].Element])
            .ToList())
        {
            if (fitting.Find(unit => left[unit.Offer] > 0) is not { } unit)
                continue;
            left[unit.Offer]--;
            assigned.Add(unit);
        }
        return [.. assigned.OrderBy(unit => unit.Hour).ThenBy(unit => order[unit.Element])];
    }

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
            problem.HorizonHours);
    }

    private static Repair With(Repair repair, IReadOnlyList<UnitArrival> units) => units.Count == 0 ? repair : repair with
    {
        AvailableFrom = units.Max(unit => unit.Hour),
        Hours = repair.Hours + units.Sum(unit => unit.WorkHours),
        Skill = repair.Skill ?? units.Select(unit => unit.WorkSkill).FirstOrDefault(skill => skill is not null),
    };

    /// <summary>What fits a need and comes sooner than what its repair waits for, the best first.</summary>
    private static List<UnitArrival> Fitting(OpenScenario scenario, Need need, IReadOnlyList<Offer> offers)
    {
        var repair = scenario.Problem.Repairs.FirstOrDefault(r => r.Element == need.Site?.Exact.Element);
        if (repair is null)
            return [];
        var units =
            from offer in offers
            let hour = HourOf(scenario, offer)
            where hour < repair.AvailableFrom
            let match = MatchOffers.Judge(need, offer, Practice.Default)
            where match.Verdict is Verdict.Fits or Verdict.FitsWithWork
            let onSite = match.Work.Where(work => work.Hours > 0).ToList()
            let hours = (double)onSite.Sum(work => work.Hours)
            where hour + hours < repair.AvailableFrom
            let skills = onSite.Select(work => work.Skill).Distinct().ToList()
            orderby hour + hours, match.Verdict, offer.Id
            select new UnitArrival(
                need.Id, offer.Id, offer.Title, match.Verdict == Verdict.FitsWithWork, repair.Element, hour.Value, hours, skills is [var skill] ? skill : null);
        return [.. units];
    }

    /// <summary>A unit is there at the end of the last day that its arrival can mean.</summary>
    private static double? HourOf(OpenScenario scenario, Offer offer) => offer.Arrival is { } arrival
        ? Math.Max(0, scenario.HourOf(new DateTimeOffset(arrival.Latest.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)))
        : null;
}
