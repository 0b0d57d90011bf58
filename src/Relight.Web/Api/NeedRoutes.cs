using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using ForCoordination = Relight.Web.Api.ListField<Relight.Register.Need, Relight.Storage.NeedRow, Relight.Register.NeedForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Register.Need, Relight.Storage.NeedRow, Relight.Register.NeedForDonor>;

namespace Relight.Web.Api;

/// <summary>What is missing: for donors without the place, for coordinators with the oblast, the exact place for operators who ask for it.</summary>
internal static class NeedRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("needs", "needs", DonorList, CoordinationList)
        .Command(Record).Command(Change).Command(Withdraw)
        .Command<SiteForOperator>("POST", "needs/{id}/site-readings", Audience.Operator, "Gives the exact place of a need; that it was read is kept in the ledger", ReadSiteOf)
        .Read<ListPage<Match>>("needs/{id}/matches", Audience.Coordination, "Every offer for a need with the verdict of each rule, best first", MatchesOf);

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

    private static Listing DonorList { get; } = new Listing<Need, NeedRow, NeedForDonor>("needs", Audience.Donor)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<NeedForDonor>>([.. rows.Select(NeedList.ForDonor)]),
        Fields =
        [
            ForDonor.Choice("priority", "#severity", view => view.Priority) with { Column = RowOrder<Need, NeedRow>.By(row => row.Urgency) },
            ForDonor.Day("deadline", "#date+end", view => view.Deadline) with { Column = RowOrder<Need, NeedRow>.By(row => row.Deadline) },
            ForDonor.Text("title", "#indicator+need+name", view => view.Title) with { Column = RowOrder<Need, NeedRow>.By(row => row.Title) },
            ForDonor.Choice("kind", "#sector+type", view => view.Kind),
            ForDonor.Choice("item", "#item+type", view => view.Requirement.Item),
            ForDonor.Number("voltage", "#capacity+voltage+kv", "kV", view => RequirementNumbers.Kilovolts(view.Requirement)),
            ForDonor.Number("power", "#capacity+power+mva", "MVA", view => RequirementNumbers.Megavoltamperes(view.Requirement)),
            ForDonor.Number("load", "#capacity+load+kw", "kW", view => RequirementNumbers.Kilowatts(view.Requirement)),
            ForDonor.Quantity("amount", "#item+quantity", view => RequirementNumbers.Amount(view.Requirement)),
            ForDonor.Money("money", "#value", view => RequirementNumbers.Money(view.Requirement)),
            ForDonor.Number("units", "#item+units", "pcs", view => view.Units),
            ForDonor.Choice("id", "#meta+id", view => view.Id),
        ],
    };

    private static Listing CoordinationList { get; } = new Listing<Need, NeedRow, NeedForCoordination>("needs", Audience.Coordination)
    {
        Views = (db, call, rows) => NeedList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            ForCoordination.Choice("priority", "#severity", view => view.Priority) with { Column = RowOrder<Need, NeedRow>.By(row => row.Urgency) },
            ForCoordination.Day("deadline", "#date+end", view => view.Deadline) with { Column = RowOrder<Need, NeedRow>.By(row => row.Deadline) },
            ForCoordination.Text("title", "#indicator+need+name", view => view.Title) with { Column = RowOrder<Need, NeedRow>.By(row => row.Title) },
            ForCoordination.Choice("kind", "#sector+type", view => view.Kind),
            ForCoordination.Choice("item", "#item+type", view => view.Requirement.Item),
            ForCoordination.Number("voltage", "#capacity+voltage+kv", "kV", view => RequirementNumbers.Kilovolts(view.Requirement)),
            ForCoordination.Number("power", "#capacity+power+mva", "MVA", view => RequirementNumbers.Megavoltamperes(view.Requirement)),
            ForCoordination.Number("load", "#capacity+load+kw", "kW", view => RequirementNumbers.Kilowatts(view.Requirement)),
            ForCoordination.Quantity("amount", "#item+quantity", view => RequirementNumbers.Amount(view.Requirement)),
            ForCoordination.Money("money", "#value", view => RequirementNumbers.Money(view.Requirement)),
            ForCoordination.Number("units", "#item+units", "pcs", view => view.Units),
            ForCoordination.Text("organisation", "#org+impl", view => view.Organisation),
            ForCoordination.Choice("oblast", "#adm1+code", view => view.Oblast),
            ForCoordination.Number("version", "#meta+version", "", view => view.Version),
            ForCoordination.Choice("id", "#meta+id", view => view.Id),
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
        Make = (call, body, _) => call.IdOf<Need>() is { } id && (body.Id ?? id) == id && call.SeenVersion() is { } seen
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
        IReadOnlyList<Fault> faults = body.Site is not null && !sites.Include(body.Organisation)
            ? [new Fault("site", null, "must be left out: operators alone see and give exact places")]
            : [];
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
        if (call.Key() is not { } key)
            return Problem.NeedsKey;
        if (call.IdOf<Need>() is not { } id)
            return Problem.NotFound;
        var (site, outcome) = await ReadSite.Run(
            context.RequestServices.GetRequiredService<Commands>(), call.Database,
            new ReadSite(id, call.Reader.Sites), new Envelope(key, call.Operation, call.By), call.Cancel);
        return site is null
            ? Problem.Refused([.. outcome.Refusals.Select(refusal => Fault.Of(refusal, "need"))])
            : Results.Json(site, ApiJson.Options);
    }

    private static async Task<IResult> MatchesOf(Call call)
    {
        if (call.IdOf<Need>() is not { } id)
            return Problem.NotFound;
        await using var db = call.Database.Open();
        if (!await db.Needs.AnyAsync(row => row.Id == id && row.Operation == call.Operation, call.Cancel))
            return Problem.NotFound;
        var matches = await MatchOffers.ForNeed(db, call.Operation, id, Practice.Default, call.Cancel);
        return Results.Json(new ListPage<Match>(matches, null), ApiJson.Options);
    }
}
