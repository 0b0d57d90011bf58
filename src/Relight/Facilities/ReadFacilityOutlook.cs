using Microsoft.EntityFrameworkCore;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>Works out what becomes of an operation's facilities.</summary>
public static class ReadFacilityOutlook
{
    /// <summary>The outlook for some days.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="period">The days; null for the usual ones.</param>
    /// <param name="today">Today.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="cancel">Breaks it off between two steps.</param>
    public static async Task<FacilityOutlook> Run(
        RelightContext db, Id<Operation> operation, FacilityPeriod? period, DateOnly today, Practice practice, CancellationToken cancel = default)
    {
        var plan = await ReadPlan.Latest(db, operation, cancel);
        var days = period ?? PeriodOf(plan, today);
        var cases = await Cases(db, operation, plan, days, cancel);
        var rows = await db.Offers.AsNoTracking().Where(row => row.Operation == operation && row.Item == ItemKind.GeneratingSet).ToListAsync(cancel);
        var offers = (await StartsOfUnits.Load(db, operation, cancel)).WithArrivals(rows.ConvertAll(row => row.Read())).Offers;
        // A hold counts for the whole day on which it lapses: what is kept of an outlook is kept for a day.
        var allocations = await AllocationsAtMoment.LoadAll(db, operation, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero), cancel);
        offers = [.. offers.Select(offer => offer with { Units = allocations.FreeUnits(offer) })];
        var held = await SetHeld.Load(db, operation, [.. cases.Select(one => one.Facility)], allocations, cancel);
        cases = [.. cases.Select(one => one with { Held = held.GetValueOrDefault(one.Facility.Id) })];
        var views = (await FacilityList.ForCoordination(db, operation, cases.Select(one => one.Facility), cancel)).ToDictionary(view => view.Id);
        var names = await Names.Load(db, operation, cancel);
        return new FacilityBoard(cases, offers, days, practice, views, offer => names[offer.Donor]).Outlook(plan?.Best.Stored.Name);
    }

    /// <summary>What each rule says of every generating set that is offered for one facility, best first; null where there is no such facility.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="facility">The facility.</param>
    /// <param name="line">Its line of the outlook; null where there is none.</param>
    /// <param name="indexes">Offers that are kept: they are read anew only where one has changed.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="cancel">Breaks it off.</param>
    public static async Task<IReadOnlyList<Match>?> SetsFor(
        RelightContext db, Id<Operation> operation, Id<Facility> facility, FacilityLine? line, MatchIndexes indexes, Practice practice, CancellationToken cancel = default)
    {
        var row = await db.Facilities.AsNoTracking().FirstOrDefaultAsync(row => row.Id == facility && row.Operation == operation, cancel);
        if (row?.Read() is not { } place)
            return null;
        var kept = await indexes.Of(db, operation, cancel);
        var most = line is { MostHoursADay: { IsSpecified: true } hours } ? hours.Upper ?? 24 : (decimal?)null;
        return
        [
            .. kept.Offers.Where(offer => offer.Specification is GeneratingSet)
                .Select(offer => (Match: FacilityFit.Judge(place, offer, most, practice), Offer: offer))
                .OrderBy(pair => pair.Match.Verdict)
                .ThenByDescending(pair => pair.Match.SmallestMarginPercent ?? 0)
                .ThenBy(pair => pair.Offer.Arrival?.Latest ?? DateOnly.MaxValue)
                .ThenBy(pair => pair.Offer.Id)
                .Select(pair => pair.Match),
        ];
    }

    /// <summary>
    /// The days that are looked at unless asked otherwise: from today where that lies in the latest plan's time, else from
    /// the day of its hour zero, for an old or a made-up plan says nothing of today; from today where there is no plan.
    /// </summary>
    private static FacilityPeriod PeriodOf(PlanReading? plan, DateOnly today)
    {
        if (plan is null)
            return new FacilityPeriod(today, FacilityPeriod.UsualDays);
        var scenario = plan.Scenario;
        var first = DateOnly.FromDateTime(scenario.Scenario.HourZero.UtcDateTime);
        var last = DateOnly.FromDateTime(scenario.At(plan.Best.Plan.Curve.LastOrDefault()?.ToHours ?? 0).UtcDateTime);
        return new FacilityPeriod(today >= first && today <= last ? today : first, FacilityPeriod.UsualDays);
    }

    private static async Task<IReadOnlyList<FacilityCase>> Cases(
        RelightContext db, Id<Operation> operation, PlanReading? plan, FacilityPeriod period, CancellationToken cancel)
    {
        var facilities = (await db.Facilities.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel))
            .ConvertAll(row => row.Read());
        var reports = (await db.OutageReports.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var buses = facilities.Select(facility => facility.Exact?.Bus).OfType<int>().ToHashSet();
        var byBus = plan is null || buses.Count == 0 ? null : PlanHours.Of(plan.Scenario, plan.Best.Plan, period, buses);
        var byReport = new ReportHours(reports, await PeopleByArea(db, operation, plan, cancel));
        return [.. facilities.Select(facility => new FacilityCase(facility, GridDays.Of(facility, period, byBus, byReport)))];
    }

    // People of each area as the plan's network model has them, or the model kept last: the latest id, for ids sort by the time they were made.
    private static async Task<IReadOnlyDictionary<string, long>> PeopleByArea(
        RelightContext db, Id<Operation> operation, PlanReading? plan, CancellationToken cancel)
    {
        var model = plan?.Scenario.Model
            ?? (await db.GridModels.AsNoTracking().Where(row => row.Operation == operation).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel))?.Read();
        return (model?.Places ?? []).Where(place => place.Oblast is not null).GroupBy(place => place.Oblast!.Code).ToDictionary(area => area.Key, area => area.Sum(place => (long)place.People));
    }
}

/// <summary>Hours without grid of a facility, from the best that is known of each day.</summary>
internal static class GridDays
{
    /// <summary>By the plan where it tells of the facility's bus, else by reports of its oblast, else not known.</summary>
    public static IReadOnlyList<DayWithoutGrid> Of(
        Facility facility, FacilityPeriod period, IReadOnlyDictionary<int, IReadOnlyList<decimal?>>? byBus, ReportHours byReport)
    {
        var planned = facility.Exact?.Bus is { } bus ? byBus?.GetValueOrDefault(bus) : null;
        return
        [
            .. period.All.Select((day, i) =>
            {
                if (planned?[i] is { } hours)
                    return new DayWithoutGrid(day, Bounds.Exactly(hours), HoursFrom.Plan);
                var reported = facility.Oblast is { } area ? byReport.On(area, period.Start(i)) : Bounds.Unspecified;
                return new DayWithoutGrid(day, reported, reported.IsSpecified ? HoursFrom.OutageReports : HoursFrom.Unknown);
            }),
        ];
    }
}
