using System.Globalization;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Link, Relight.Storage.LinkRow, Relight.Register.LinkInList>;

namespace Relight.Web.Api;

/// <summary>How claims stand to each other.</summary>
internal static class LinkRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("links", "links", List).Command(Record).Command(Remove)
        .Read<ListPage<LinkProposal>>("link-proposals", Audience.Coordination, "Links that might be decided on, best first, with reasons: limit, and claim for those about one claim", ProposalsOf,
            ("limit", "How many are wanted, 1 to 500; 50 unless given."), ("claim", "Id of a claim: links of it alone."))
        .Read<ListPage<PartSum>>("part-sums", Audience.Coordination, "Wholes that their parts exceed, as far as bounds prove it: limit, and claim for those that one claim takes part in", PartSumsOf,
            ("limit", "How many are wanted, 1 to 500; 50 unless given."), ("claim", "Id of a claim: sums of its parts, and those that it is a part of."));

    /// <summary>How two claims stand to each other.</summary>
    /// <param name="From">The claim that restates, is part of, supersedes …</param>
    /// <param name="Kind">How it stands to the other.</param>
    /// <param name="To">The other claim.</param>
    /// <param name="Why">The reason.</param>
    /// <param name="Id">Id of the link; made from the Idempotency-Key where it is left out.</param>
    public sealed record LinkBody(Id<Claim> From, LinkKind Kind, Id<Claim> To, string Why, Id<Link>? Id = null);

    /// <summary>Why something is taken back.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record ReasonBody(string Why);

    private static async Task<IResult> ProposalsOf(Call call)
    {
        var (limit, about, faults) = Asked(call);
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        return await LinkProposalList.Read(db, call.Operation, about, call.Cancel) is { } proposals
            ? Results.Json(new ListPage<LinkProposal>([.. proposals.Take(limit)], null), ApiJson.Options)
            : Problem.Malformed(new Fault("claim", null, FormattableString.Invariant($"must be given: among more than {LinkProposalList.MostClaims} claims, proposals are made for one at a time")));
    }

    private static async Task<IResult> PartSumsOf(Call call)
    {
        var (limit, about, faults) = Asked(call);
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        return Results.Json(new ListPage<PartSum>([.. (await PartSum.Read(db, call.Operation, about, call.Cancel)).Take(limit)], null), ApiJson.Options);
    }

    private static (int Limit, Id<Claim>? About, IReadOnlyList<Fault> Faults) Asked(Call call)
    {
        var query = call.Context.Request.Query;
        var faults = call.NotTaken("limit", "claim").ToList();
        var limit = 50;
        if (query["limit"].ToString() is { Length: > 0 } number && !(int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Paging.MostRows))
            faults.Add(new Fault("limit", Checks.Shown(number), FormattableString.Invariant($"must be from 1 to {Paging.MostRows}")));
        Id<Claim>? about = null;
        if (query["claim"].ToString() is { Length: > 0 } text)
            if (Id<Claim>.TryParse(text, null, out var claim))
                about = claim;
            else
                faults.Add(new Fault("claim", Checks.Shown(text), "must be the id of a claim: 8-4-4-4-12 hexadecimal digits"));
        return (limit, about, faults);
    }

    private static Listing List { get; } = new Listing<Link, LinkRow, LinkInList>("links", Audience.Coordination)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<LinkInList>>([.. rows.Select(LinkInList.Of)]),
        Fields =
        [
            Field.Choice("id", "#meta+id", view => view.Id) with { Column = RowOrder<Link, LinkRow>.By(_ => 0) },
            Field.Choice("from", "#meta+id+from", view => view.From),
            Field.Choice("kind", "#meta+type", view => view.Kind),
            Field.Choice("to", "#meta+id+to", view => view.To),
            Field.Text("why", "#description+reason", view => view.Why),
        ],
    };

    private static CommandRoute<LinkBody> Record { get; } = new("POST", "links", Audience.Coordination, "link", "Says how two claims stand to each other")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Link>.Named($"{key}");
            return Wanted.Of(new LinkClaims(new Link(id, body.From, body.Kind, body.To, body.Why)), $"links/{id}");
        },
    };

    private static CommandRoute<ReasonBody> Remove { get; } = new("POST", "links/{id}/removal", Audience.Coordination, "link", "Takes a link back that was decided wrongly")
    {
        Make = (call, body, _) => call.IdOf<Link>() is { } id
            ? Wanted.Of(new RemoveLink(id, body.Why), $"links/{id}")
            : Wanted.No(Problem.NotFound),
    };
}
