using Relight.Access;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Web.Api;

/// <summary>Searches by conditions with units, best first, and what to ask donors.</summary>
internal static class SearchRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .Search<FoundMatches>("needs/{id}/offers", Audience.Coordination, "Offers that can serve a need, or of which it cannot be told yet, best first", OffersOf)
        .Search<FoundMatches>("offers/{id}/needs", Audience.Coordination, "Needs that an offer can serve, or of which it cannot be told yet, best first", NeedsOf)
        .Search<FoundOffers>("offers/search", Audience.Coordination, "Offers that meet conditions, earliest arrival first", OffersWhere)
        .Read<ListPage<QuestionsToDonor>>("questions", Audience.Coordination, "What to ask donors, each in its language, those questions first that settle an offer with the fewest", Questions);

    private static async Task<IResult> OffersOf(Call call)
    {
        if (call.IdOf<Need>() is not { } id)
            return Problem.NotFound;
        if (!Read(call, SearchFields.OfOffers, out var where, out var limit, out var problem))
            return problem!;
        await using var db = call.Database.Open();
        return await FindMatches.ForNeed(
                db, call.Operation, id, where, limit, Practice.Default, call.Context.RequestServices.GetRequiredService<MatchIndexes>(), call.Cancel) is { } found
            ? Results.Json(found, ApiJson.Options)
            : Problem.NotFound;
    }

    private static async Task<IResult> NeedsOf(Call call)
    {
        if (call.IdOf<Offer>() is not { } id)
            return Problem.NotFound;
        if (!Read(call, SearchFields.OfNeeds, out var where, out var limit, out var problem))
            return problem!;
        await using var db = call.Database.Open();
        return await FindMatches.ForOffer(db, call.Operation, id, where, limit, Practice.Default, call.Context.RequestServices.GetRequiredService<KeptNeeds>(), call.Cancel) is { } found
            ? Results.Json(found, ApiJson.Options)
            : Problem.NotFound;
    }

    private static async Task<IResult> OffersWhere(Call call)
    {
        if (!Read(call, SearchFields.OfOffers, out var where, out var limit, out var problem, needed: true) || where is null)
            return problem!;
        await using var db = call.Database.Open();
        return Results.Json(await FindMatches.Offers(db, call.Operation, where, limit, call.Context.RequestServices.GetRequiredService<MatchIndexes>(), call.Cancel), ApiJson.Options);
    }

    private static async Task<IResult> Questions(Call call)
    {
        await using var db = call.Database.Open();
        return Results.Json(new ListPage<QuestionsToDonor>(await QuestionsToDonors.Read(db, call.Operation, Practice.Default, call.Cancel), null), ApiJson.Options);
    }

    private static bool Read<T>(Call call, IReadOnlyList<SearchField<T>> fields, out SearchQuery<T>? where, out int limit, out Problem? problem, bool needed = false)
    {
        var faults = call.NotTaken("where", "limit").ToList();
        var query = call.Context.Request.Query;
        limit = 50;
        if (query["limit"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= ListRequest.MostRows))
            faults.Add(new Fault("limit", Checks.Shown(text), FormattableString.Invariant($"must be from 1 to {ListRequest.MostRows}")));
        where = null;
        if (query["where"].ToString() is { Length: > 0 } words)
        {
            var wrong = new List<SearchFault>();
            where = SearchQuery<T>.Read(words, fields, DateOnly.FromDateTime(call.Time.GetUtcNow().UtcDateTime), wrong);
            faults.AddRange(wrong.Select(fault => new Fault("where", Checks.Shown(fault.Part), fault.Rule)));
        }
        else if (needed && !query.ContainsKey("where"))
        {
            faults.Add(new Fault("where", null, "must be given"));
        }
        problem = faults.Count > 0 ? Problem.Malformed(faults) : null;
        return problem is null;
    }
}
