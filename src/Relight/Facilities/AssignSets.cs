using Relight.Matching;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>
/// Assigns generating sets to facilities so that the most people-hours beyond tolerance are saved by all together. One set
/// a facility: several smaller ones together would have to run in parallel, which takes synchronising gear that no plate
/// tells of, or boards that can be split, which the register does not know.
/// </summary>
internal static class AssignSets
{
    // Worth beside people-hours, in units so small that all of them together are below one people-hour: a facility of which
    // people-hours are not known takes what others leave, and the typical load is rather carried than the essential one.
    private const long OfUnknown = 2;
    private const long OfTypical = 1;

    /// <summary>The best assignment, with a proof or a gap.</summary>
    /// <param name="cases">Facilities with their days.</param>
    /// <param name="offers">What is offered; what is no generating set is left out.</param>
    /// <param name="period">The days.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="effort">How much may be looked at, see <see cref="Allocator.Run"/>.</param>
    public static SetAssignment Run(
        IReadOnlyList<FacilityCase> cases, IReadOnlyList<Offer> offers, FacilityPeriod period, Practice practice, double effort = 30)
    {
        var waiting = cases.Where(one => one.Held is null && !one.Distress.GridIsEnough).ToList();
        var sets = offers.Where(offer => offer.Specification is GeneratingSet).ToList();
        var scale = ((OfUnknown + OfTypical) * waiting.Count) + 1;
        var pairs = waiting.ConvertAll(one => sets.ConvertAll(set => Pair.Of(one, set, period, practice, scale)));
        var byId = waiting.Zip(pairs).ToDictionary(pair => NeedOf(pair.First.Facility.Id));
        var result = Allocator.Run(Problem(waiting, sets, pairs), effort);
        decimal PeopleHours(decimal worth) => Math.Floor(worth * 1000 / scale);
        Distress DistressOf(LeftWithout left) => byId[NeedOf(left.Facility)].First.Distress;

        var held = cases.Where(one => one.Held is not null).Select(one => GivenAlready(one, one.Held!, period, practice)).ToList();
        var heldHours = held.Sum(set => set.SavedPeopleHours ?? 0);
        var given = result.Gifts.Select(gift => byId[gift.Need].Second.First(pair => pair.Offer == gift.Offer)).ToList();
        var served = given.Select(pair => pair.Facility).ToHashSet();
        var unserved = result.Unserved.ToDictionary(one => one.Need);
        return new SetAssignment(
            [.. held, .. given.Select(pair => new SetGiven(pair.Facility, pair.Offer, pair.Kilowatts!.Value, pair.ReadyHour!.Value, pair.Saved))],
            [.. waiting.Zip(pairs)
                .Where(pair => !served.Contains(pair.First.Facility.Id))
                .Select(pair => Left(pair.First, pair.Second, unserved[NeedOf(pair.First.Facility.Id)], PeopleHours))
                .OrderBy(left => DistressOf(left).People is null)
                .ThenByDescending(left => DistressOf(left).People)
                .ThenByDescending(left => DistressOf(left).Counted)
                .ThenBy(left => left.Facility)],
            heldHours + PeopleHours(result.Worth),
            heldHours + PeopleHours(result.Bound));
    }

    // A set that is in service needs no more work; of any other the work is still to be done.
    private static SetGiven GivenAlready(FacilityCase one, SetHeld set, FacilityPeriod period, Practice practice)
    {
        var (verdict, load) = FacilityFit.Weigh(one.Facility, set.Offer, one.Distress.MostHoursADay, practice);
        var work = set.Binding == SetBinding.InService || verdict != Verdict.FitsWithWork ? 0
            : FacilityFit.Judge(one.Facility, set.Offer, one.Distress.MostHoursADay, practice).Work.Sum(work => work.Hours);
        var ready = set.There is { } there ? Math.Max(0, (decimal)(there - period.Start(0)).TotalHours) + work : (decimal?)null;
        return new SetGiven(
            one.Facility.Id, set.Offer.Id, load ?? set.NeedKilowatts, ready, ready is { } hour ? one.Distress.PeopleHoursFrom(hour) : null);
    }

    private static AllocationProblem Problem(List<FacilityCase> waiting, List<Offer> sets, List<List<Pair>> pairs)
    {
        // The allocator takes one worth a need; what a set is worth less than the best of them there is told as the cost of its way.
        var best = pairs.ConvertAll(own => own.Max(pair => (long?)pair.Worth) ?? 0);
        return new AllocationProblem(
            [.. waiting.Select((one, i) => new NeedToServe(NeedOf(one.Facility.Id), 1, best[i] / 1000m))],
            [.. sets.Select(set => new UnitsToGive(set.Id, set.Units))],
            [.. pairs.SelectMany((own, i) => own.Where(pair => pair.Worth > 0)
                .Select(pair => new PossibleGift(NeedOf(pair.Facility), pair.Offer, 0, (best[i] - pair.Worth) / 1000m)))],
            []);
    }

    private static LeftWithout Left(FacilityCase one, List<Pair> pairs, Unserved unserved, Func<decimal, decimal> peopleHours)
    {
        var fitting = pairs.Where(pair => pair.Fits).ToList();
        var why = fitting.Count == 0 ? pairs.Exists(pair => pair.Verdict == Verdict.CannotTellYet) ? WhyWithout.CannotTellYet : WhyWithout.NothingFits
            : one.Distress.Counted == 0 ? WhyWithout.NobodyAffected
            : !fitting.Exists(pair => pair.ReadyHour is not null) ? WhyWithout.ArrivalUnknown
            : !fitting.Exists(pair => pair.Worth > 0) ? WhyWithout.TooLate
            : unserved.Why == Shortage.NotLookedInto ? WhyWithout.NotLookedInto
            : WhyWithout.LostToOthers;
        return new LeftWithout(
            one.Facility.Id, why,
            [.. unserved.LostTo.Select(need => new Id<Facility>(need.Value))],
            why == WhyWithout.LostToOthers ? peopleHours(unserved.By) : 0);
    }

    private static Id<Need> NeedOf(Id<Facility> facility) => new(facility.Value);

    /// <summary>A facility and a set: whether it fits, from when it serves, and what it is worth there.</summary>
    private sealed record Pair(Id<Facility> Facility, Id<Offer> Offer, Verdict Verdict, decimal? Kilowatts, decimal? ReadyHour, decimal? Saved, long Worth)
    {
        public bool Fits => Verdict is Verdict.Fits or Verdict.FitsWithWork;

        public static Pair Of(FacilityCase one, Offer set, FacilityPeriod period, Practice practice, long scale)
        {
            var (facility, distress) = (one.Facility, one.Distress);
            var (verdict, load) = FacilityFit.Weigh(facility, set, distress.MostHoursADay, practice);
            var pair = new Pair(facility.Id, set.Id, verdict, load, null, null, 0);
            if (!pair.Fits || set.Arrival is not { } arrival)
                return pair;
            var work = verdict == Verdict.Fits ? 0 : FacilityFit.Judge(facility, set, distress.MostHoursADay, practice).Work.Sum(work => work.Hours);
            var ready = (Math.Max(0, arrival.Latest.DayNumber - period.From.DayNumber) * 24) + work;
            var saved = distress.PeopleHoursFrom(ready);
            var beside = load == facility.TypicalKilowatts ? OfTypical : 0;
            var worth = saved is { } known ? (known > 0 ? ((long)known * scale) + beside : 0)
                : ready < 24 * period.Days ? OfUnknown + beside : 0;
            return pair with { ReadyHour = ready, Saved = saved, Worth = worth };
        }
    }
}
