using Relight.Matching;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>Facilities, sets and days side by side: the assignment, with words for who gets what and who does not, and the fuel of it.</summary>
internal sealed class FacilityBoard
{
    private readonly IReadOnlyList<FacilityCase> _cases;
    private readonly IReadOnlyList<Offer> _offers;
    private readonly FacilityPeriod _period;
    private readonly Practice _practice;
    private readonly IReadOnlyDictionary<Id<Facility>, FacilityForCoordination> _views;
    private readonly Func<Offer, string> _donorOf;
    private readonly SetAssignment _assignment;

    public FacilityBoard(
        IReadOnlyList<FacilityCase> cases,
        IReadOnlyList<Offer> offers,
        FacilityPeriod period,
        Practice practice,
        IReadOnlyDictionary<Id<Facility>, FacilityForCoordination> views,
        Func<Offer, string> donorOf)
    {
        (_cases, _offers, _period, _practice, _views, _donorOf) = (cases, offers, period, practice, views, donorOf);
        _assignment = AssignSets.Run(cases, offers, period, practice);
    }

    public FacilityOutlook Outlook(string? plan)
    {
        var given = _assignment.Given.ToDictionary(set => set.Facility);
        var rank = _assignment.Without.Index().ToDictionary(pair => pair.Item.Facility, pair => pair.Index);
        var lines = _cases.Select(one => Line(one, given.GetValueOrDefault(one.Facility.Id), rank.TryGetValue(one.Facility.Id, out var i) ? _assignment.Without[i] : null))
            .OrderByDescending(line => line.Standing)
            .ThenBy(line => rank.GetValueOrDefault(line.Facility.Id))
            .ThenBy(line => line.Facility.Title, StringComparer.Ordinal).ThenBy(line => line.Facility.Id)
            .ToList();
        return new FacilityOutlook(
            _period.From,
            _period.Days,
            plan,
            lines,
            _assignment.SavedPeopleHours,
            _assignment.MostPeopleHours,
            _assignment.Gap,
            Total.Of(lines.Where(line => line.Standing == FacilityStanding.LeftWithout).Select(line => line.Facility.People)),
            Fuel(lines),
            [.. lines.SelectMany(Refuelling).OrderBy(trip => trip.Day).ThenBy(trip => trip.HoursLeft ?? 0).ThenBy(trip => trip.Facility)]);
    }

    private FacilityLine Line(FacilityCase one, SetGiven? given, LeftWithout? left) => new(
        _views[one.Facility.Id],
        one.Days,
        one.Distress.HoursBeyond,
        one.Distress.PeopleHours,
        one.Distress.Counted,
        given is not null ? FacilityStanding.GetsSet : left is not null ? FacilityStanding.LeftWithout : FacilityStanding.GridIsEnough,
        given is null ? null : SetOf(one, given),
        left is null ? null : WhyOf(one, left));

    private SetAtFacility SetOf(FacilityCase one, SetGiven given)
    {
        var offer = one.Held?.Offer ?? _offers.First(offer => offer.Id == given.Offer);
        var set = offer.Specification as GeneratingSet;
        var match = FacilityFit.Judge(one.Facility, offer, one.Distress.MostHoursADay, _practice);
        // A battery, which a need for power can hold too, burns nothing. A set of unknown arrival is there on none of the days.
        var perHour = set is null ? Bounds.Exactly(0) : FuelUse.LitresAnHour(set, given.LoadKilowatts, _practice);
        var ready = given.ReadyHour ?? 24 * _period.Days;
        return new SetAtFacility(
            offer.Id,
            offer.Title,
            _donorOf(offer),
            match.Verdict,
            match.Work,
            given.LoadKilowatts,
            one.Facility.TypicalKilowatts is { } typical && given.LoadKilowatts < typical,
            set is not null && FacilityFit.PowerOf(set, _practice) is { } power and > 0 ? Math.Round(given.LoadKilowatts / power * 100, 1) : null,
            given.ReadyHour is { } hour ? DateOnly.FromDateTime(_period.Start(0).AddHours((double)hour).UtcDateTime) : null,
            given.SavedPeopleHours,
            perHour,
            FuelUse.LitresADay(perHour, one.Days, ready),
            FuelUse.TankHours(one.Facility.TankLitres, perHour),
            one.Held?.Binding ?? SetBinding.WorkedOut);
    }

    private WithoutSet WhyOf(FacilityCase one, LeftWithout left)
    {
        var matches = _offers.Where(offer => offer.Specification is GeneratingSet)
            .Select(offer => FacilityFit.Judge(one.Facility, offer, one.Distress.MostHoursADay, _practice)).ToList();
        var refusals = matches.SelectMany(match => match.Rules.Where(rule => rule.Verdict == Verdict.DoesNotFit)).ToList();
        var nearest = Nearest(matches);
        return new WithoutSet(
            left.Why,
            [.. left.LostTo.Select(id => new OtherFacility(id, _views[id].Title))],
            left.ByPeopleHours,
            [.. refusals.GroupBy(rule => rule.Rule).OrderByDescending(rule => rule.Count()).ThenBy(rule => rule.Key, StringComparer.Ordinal)
                .Select(rule => new RefusedBy(rule.First().Name, rule.Count()))],
            nearest?.English,
            left.Why == WhyWithout.CannotTellYet ? [.. matches.SelectMany(match => match.Questions).Distinct().Take(MostQuestions)] : [])
        {
            NearestReason = nearest ?? default,
        };
    }

    private const int MostQuestions = 5;

    // Of sets that one rule alone refuses, by a number, the one that misses its limit by the least.
    private static Reason? Nearest(IEnumerable<Match> matches) => matches
        .Select(match => match.Rules.Where(rule => rule.Verdict == Verdict.DoesNotFit).ToList())
        .Where(refusals => refusals is [{ MarginPercent: not null }])
        .Select(refusals => refusals[0])
        .OrderByDescending(rule => rule.MarginPercent).ThenBy(rule => rule.Because, StringComparer.Ordinal)
        .FirstOrDefault()?.Reason;

    private IReadOnlyList<FuelOfDay> Fuel(List<FacilityLine> lines) =>
    [
        .. from day in Enumerable.Range(0, _period.Days)
           from oblast in lines.Where(line => line.Set is not null).GroupBy(line => line.Facility.Oblast).OrderBy(part => part.Key?.Code, StringComparer.Ordinal)
           select new FuelOfDay(_period.From.AddDays(day), oblast.Key, Total.Of(oblast.Select(line => line.Set!.Litres[day]))),
    ];

    private IEnumerable<Refuelling> Refuelling(FacilityLine line) => line.Set is not { } set ? []
        : RefuellingList.Of(_cases.First(one => one.Facility.Id == line.Facility.Id).Facility, _period, set.Litres, set.LitresAnHour);
}
