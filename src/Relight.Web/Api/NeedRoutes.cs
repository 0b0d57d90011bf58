using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using ForCoordination = Relight.Web.Api.ListField<Relight.Register.Need, Relight.Storage.NeedRow, Relight.Register.NeedForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Register.Need, Relight.Storage.NeedRow, Relight.Register.NeedForDonor>;
using Order = Relight.Storage.RowOrder<Relight.Register.Need, Relight.Storage.NeedRow>;
using Where = System.Func<Relight.Storage.RelightContext, Relight.Web.Api.Call, string, Relight.Storage.RowCondition<Relight.Storage.NeedRow>?>;

namespace Relight.Web.Api;

/// <summary>What is missing: for donors without the place, for coordinators with the oblast, the exact place for operators who ask for it.</summary>
internal static class NeedRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("needs", "needs", DonorList, CoordinationList)
        .Command(Record).Command(Change).Command(Withdraw)
        .Command<SiteForOperator>("POST", "needs/{id}/site-readings", Audience.Operator, "Gives the exact place of a need; that it was read is kept in the ledger", ReadSiteOf)
        .Read<ListPage<Match>>("needs/{id}/matches", Audience.Coordination, "Offers of the kind for a need with the verdict of each rule, best first; those that do not fit come last, and are left out where they are more than 2,000", MatchesOf,
            ("limit", "Matches a page, 1 to 500; 50 unless given."), ("after", "The 'next' of the page before."));

    /// <summary>A need as it is to be.</summary>
    /// <param name="Title">Short name that gives no site away.</param>
    /// <param name="Organisation">Who needs it.</param>
    /// <param name="Priority">How badly it waits.</param>
    /// <param name="Requirement">What would serve.</param>
    /// <param name="Units">How many units; 1 to 100,000.</param>
    /// <param name="Deadline">The day after which it no longer helps.</param>
    /// <param name="Site">Where; operators alone give it. Where others change a need, its place stays.</param>
    /// <param name="Id">Its id, for a new one; made from the Idempotency-Key where it is left out.</param>
    public sealed record NeedBody(
        string Title, Id<Organisation> Organisation, Priority Priority, Requirement Requirement, int Units,
        DateOnly? Deadline = null, Site? Site = null, Id<Need>? Id = null);

    // Donors and coordinators ask the same columns, of what both see.
    private static Where IsPriority { get; } = (_, _, words) => ListWords.Members<Priority>(words) is { } priorities ? NeedSearch.Priority(priorities) : null;

    private static Where IsDeadline { get; } = (_, _, words) => DayCondition.Read(words) is var (first, last) ? NeedSearch.Deadline(first, last) : null;

    private static Where IsTitle { get; } = (db, call, words) => NeedSearch.Title(db, call.Operation, words);

    private static Where IsKind { get; } = (_, _, words) => ListWords.Members<NeedKind>(words) is { } kinds ? NeedSearch.Kind(kinds) : null;

    private static Where IsItem { get; } = (_, _, words) => ListWords.Members<ItemKind>(words) is { } kinds ? NeedSearch.Item(kinds) : null;

    private static Where IsOrganisation { get; } = (db, call, words) => NeedSearch.Organisation(db, call.Operation, words);

    private static Where IsOblast { get; } = (_, _, words) => NeedSearch.Oblast(ListWords.Codes(words));

    private static Where IsAmount { get; } = (_, _, words) => ListWords.Quantity(words) is { } range ? NeedSearch.Amount(range) : null;

    private static Where IsMoney { get; } = (_, _, words) => ListWords.Money(words) is { } range ? NeedSearch.Money(range) : null;

    private static Where IsId { get; } = (_, _, words) => ListWords.Ids<Need>(words) is { } ids ? NeedSearch.Ids(ids) : null;

    private static Where IsNumber(string unit, Func<double, double, RowCondition<NeedRow>> within) =>
        (_, _, words) => ListWords.Number(words, unit) is { } range ? within(range.Low, range.High) : null;

    private static Listing DonorList { get; } = new Listing<Need, NeedRow, NeedForDonor>("needs", Audience.Donor)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<NeedForDonor>>([.. rows.Select(NeedList.ForDonor)]),
        Fields =
        [
            ForDonor.Choice("priority", "#severity", view => view.Priority) with { Column = Order.By(row => row.Urgency), Where = IsPriority },
            ForDonor.Day("deadline", "#date+end", view => view.Deadline) with { Column = Order.By(row => row.Deadline), Where = IsDeadline },
            ForDonor.Text("title", "#indicator+need+name", view => view.Title) with { Column = Order.By(row => row.Title), Where = IsTitle },
            ForDonor.Choice("kind", "#sector+type", view => view.Kind) with { Column = Order.By(row => row.Kind), Where = IsKind },
            ForDonor.Choice("item", "#item+type", view => view.Requirement.Item) with { Column = Order.By(row => row.Item), Where = IsItem },
            ForDonor.Number("voltage", "#capacity+voltage+kv", "kV", view => RequirementNumbers.Kilovolts(view.Requirement)) with { Column = Order.By(row => row.Kilovolts), Where = IsNumber("kV", NeedSearch.Kilovolts) },
            ForDonor.Number("power", "#capacity+power+mva", "MVA", view => RequirementNumbers.Megavoltamperes(view.Requirement)) with { Column = Order.By(row => row.Megavoltamperes), Where = IsNumber("MVA", NeedSearch.Megavoltamperes) },
            ForDonor.Number("load", "#capacity+load+kw", "kW", view => RequirementNumbers.Kilowatts(view.Requirement)) with { Column = Order.By(row => row.Kilowatts), Where = IsNumber("kW", NeedSearch.Kilowatts) },
            ForDonor.Quantity("amount", "#item+quantity", view => RequirementNumbers.Amount(view.Requirement)) with { Column = Order.By(row => row.Lower), Where = IsAmount },
            ForDonor.Money("money", "#value", view => RequirementNumbers.Money(view.Requirement)) with { Column = Order.By(row => row.ValueLower), Where = IsMoney },
            ForDonor.Number("units", "#item+units", "pcs", view => view.Units) with { Column = Order.By(row => row.Units), Where = IsNumber("pcs", NeedSearch.Units) },
            ForDonor.Choice("id", "#meta+id", view => view.Id) with { Column = Order.By(row => row.Id), Where = IsId },
        ],
    };

    private static Listing CoordinationList { get; } = new Listing<Need, NeedRow, NeedForCoordination>("needs", Audience.Coordination)
    {
        Views = (db, call, rows) => NeedList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            ForCoordination.Choice("priority", "#severity", view => view.Priority) with { Column = Order.By(row => row.Urgency), Where = IsPriority },
            ForCoordination.Day("deadline", "#date+end", view => view.Deadline) with { Column = Order.By(row => row.Deadline), Where = IsDeadline },
            ForCoordination.Text("title", "#indicator+need+name", view => view.Title) with { Column = Order.By(row => row.Title), Where = IsTitle },
            ForCoordination.Choice("kind", "#sector+type", view => view.Kind) with { Column = Order.By(row => row.Kind), Where = IsKind },
            ForCoordination.Choice("item", "#item+type", view => view.Requirement.Item) with { Column = Order.By(row => row.Item), Where = IsItem },
            ForCoordination.Number("voltage", "#capacity+voltage+kv", "kV", view => RequirementNumbers.Kilovolts(view.Requirement)) with { Column = Order.By(row => row.Kilovolts), Where = IsNumber("kV", NeedSearch.Kilovolts) },
            ForCoordination.Number("power", "#capacity+power+mva", "MVA", view => RequirementNumbers.Megavoltamperes(view.Requirement)) with { Column = Order.By(row => row.Megavoltamperes), Where = IsNumber("MVA", NeedSearch.Megavoltamperes) },
            ForCoordination.Number("load", "#capacity+load+kw", "kW", view => RequirementNumbers.Kilowatts(view.Requirement)) with { Column = Order.By(row => row.Kilowatts), Where = IsNumber("kW", NeedSearch.Kilowatts) },
            ForCoordination.Quantity("amount", "#item+quantity", view => RequirementNumbers.Amount(view.Requirement)) with { Column = Order.By(row => row.Lower), Where = IsAmount },
            ForCoordination.Money("money", "#value", view => RequirementNumbers.Money(view.Requirement)) with { Column = Order.By(row => row.ValueLower), Where = IsMoney },
            ForCoordination.Number("units", "#item+units", "pcs", view => view.Units) with { Column = Order.By(row => row.Units), Where = IsNumber("pcs", NeedSearch.Units) },
            ForCoordination.Text("organisation", "#org+impl", view => view.Organisation) with { Column = Order.By(row => row.OrganisationWords), Where = IsOrganisation },
            ForCoordination.Choice("oblast", "#adm1+code", view => view.Oblast) with { Column = Order.ByOptional(row => row.Oblast), Where = IsOblast },
            ForCoordination.Number("version", "#meta+version", "", view => view.Version) with { Sorts = false, Where = IsNumber("", NeedSearch.Version) },
            ForCoordination.Choice("id", "#meta+id", view => view.Id) with { Column = Order.By(row => row.Id), Where = IsId },
        ],
    };

    private static CommandRoute<NeedBody> Record { get; } = new("POST", "needs", Audience.Coordination, "need", "Enters a need")
    {
        Makes = true,
        Tell = WithoutPlace,
        Make = (call, body, key) => Wanting(call, body, body.Id ?? Id<Need>.Named($"{key}"), 1),
    };

    private static CommandRoute<NeedBody> Change { get; } = new("PUT", "needs/{id}", Audience.Coordination, "need", "Changes a need as a whole")
    {
        NeedsVersion = true,
        Tell = WithoutPlace,
        Make = (call, body, _) => call.IdOf<Need>() is { } id && call.SeenVersion() is { } seen
            ? Wanting(call, body, id, seen + 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Withdraw { get; } = new("POST", "needs/{id}/withdrawal", Audience.Coordination, "need", "Takes a need out that is met, or no longer there")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<Need>() is { } id && call.SeenVersion() is { } seen
            ? Wanted.Of(new WithdrawNeed(id, seen, body.Why), "needs")
            : Wanted.No(Problem.NotFound),
    };

    // What someone else put there is told field by field; the exact place is told to operators alone, who change none but their own.
    private static Fault? WithoutPlace(Call call, Fault fault) =>
        fault.Field.StartsWith("site", StringComparison.Ordinal) && !call.Reader.May(Audience.Operator) ? null : fault;

    private static async Task<(Wanted? Wanted, Problem? Problem)> Wanting(Call call, NeedBody body, Id<Need> id, int version)
    {
        var sites = call.Reader.Sites;
        await using var db = call.Database.Open();
        var standing = (await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == call.Operation, call.Cancel))?.Read();
        // Whoever could give another's need to itself would learn its place; what else is wrong with it would tell of that need.
        if (call.Reader.Audience == Audience.Operator && (!sites.Include(body.Organisation) || (standing is not null && !sites.Include(standing.Organisation))))
            return (null, Problem.Refused([new Fault("organisation", $"{body.Organisation}", "must be your own: operators enter and change their own needs alone")]));
        List<Fault> faults = [.. Wanted.OtherId(body.Id, id)];
        if (body.Site is not null && !sites.Include(body.Organisation))
            faults.Add(new Fault("site", null, "must be left out: operators alone see and give exact places"));
        var site = sites.Include(body.Organisation) ? body.Site : standing?.Site;
        var need = new Need
        {
            Id = id,
            Version = version,
            Title = body.Title,
            Organisation = body.Organisation,
            Site = site,
            Priority = body.Priority,
            Deadline = body.Deadline,
            Requirement = body.Requirement,
            Units = body.Units,
        };
        return (new Wanted(new RecordNeed(need), $"needs/{id}", version) { Faults = faults }, null);
    }

    private static async Task<IResult> ReadSiteOf(HttpContext context)
    {
        var (call, problem) = await Call.Of(context, Audience.Operator, writes: true);
        if (call is null)
            return problem!;
        if (call.IdOf<Need>() is not { } id)
            return Problem.NotFound;
        var command = new ReadSite(id, call.Reader.Sites);
        if (await call.Unreadable(command, "need", [.. call.NotTaken()]) is { } unreadable)
            return unreadable;
        var (site, outcome) = await ReadSite.Run(
            context.RequestServices.GetRequiredService<Commands>(), call.Database, command, new Envelope(call.Key()!.Value, call.Operation, call.By), call.Cancel);
        return call.NotDone(outcome, "need") ?? Results.Json(site, ApiJson.Options);
    }

    private static async Task<IResult> MatchesOf(Call call)
    {
        if (call.IdOf<Need>() is not { } id)
            return Problem.NotFound;
        var faults = call.NotTaken("limit", "after").ToList();
        var request = ListRequest.Read($"{call.Operation} needs/{id}/matches", call.Context.Request.Query, ["limit", "after"], faults);
        OfferRank? after = null;
        if (request.After is { } cursor && (after = PlaceOf(cursor)) is null)
            faults.Add(new Fault("after", null, ListRequest.AfterRule));
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        return await MatchPages.After(db, call.Operation, id, after, request.Limit, call.Context.RequestServices.GetRequiredService<MatchIndexes>(), call.Cancel) is var (matches, next)
            ? Results.Json(new ListPage<Match>(matches, next is { } last ? request.CursorAfter(JsonSerializer.SerializeToElement(last, ApiJson.Options), last.Id.Value) : null), ApiJson.Options)
            : Problem.NotFound;
    }

    private static OfferRank? PlaceOf(ListCursor cursor)
    {
        try
        {
            return cursor.Key.Deserialize<OfferRank>(ApiJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
