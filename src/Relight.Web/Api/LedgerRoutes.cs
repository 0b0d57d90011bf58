using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;

namespace Relight.Web.Api;

/// <summary>That something happened, when and by whom; not what it says, which may be secret.</summary>
internal static class LedgerRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .Read<ListPage<LedgerLine>>("ledger", Audience.Coordination, "A page of the ledger, latest row first: limit, and after as the page before gives it", Answer,
            ("limit", "Rows a page, 1 to 500; 50 unless given."), ("after", "The 'next' of the page before."))
        .Read<Verified>("ledger/verification", Audience.Coordination, "Reads the ledger whole and follows its hashes: rows that were changed, removed, inserted or reordered by hand, and whether its end is the one that is kept", Verify);

    /// <summary>A row, or rows that follow each other, that are not as they were written.</summary>
    /// <param name="Number">Place of the row in the ledger.</param>
    /// <param name="Last">Place of the last, where several in a row are missing; else the same.</param>
    /// <param name="Tampering">What was done to it.</param>
    [View(Audience.Coordination)]
    public sealed record TamperedRow(long Number, long Last, Tampering Tampering);

    /// <summary>What a verification found.</summary>
    /// <param name="Rows">How many rows the ledger has.</param>
    /// <param name="Tampered">Every row that is not as it was written; empty where all are.</param>
    [View(Audience.Coordination)]
    public sealed record Verified(long Rows, IReadOnlyList<TamperedRow> Tampered);

    private static async Task<IResult> Verify(Call call)
    {
        await using var db = call.Database.Open();
        var found = await LedgerVerification.Run(db, call.Cancel);
        return Results.Json(
            new Verified(
                await db.Ledger.LongCountAsync(row => row.Operation == call.Operation, call.Cancel),
                [.. found.Tampered.Where(row => row.Operation == call.Operation).Select(row => new TamperedRow(row.Number, row.Last, row.Tampering))]),
            ApiJson.Options);
    }

    private static async Task<IResult> Answer(Call call)
    {
        var query = call.Context.Request.Query;
        var faults = call.NotTaken("limit", "after").ToList();
        if (!TryNumber(query["limit"], 50, out var limit) || limit > ListRequest.MostRows)
            faults.Add(new Fault("limit", Checks.Shown(query["limit"].ToString()), FormattableString.Invariant($"must be from 1 to {ListRequest.MostRows}")));
        if (!TryNumber(query["after"], long.MaxValue, out var before))
            faults.Add(new Fault("after", Checks.Shown(query["after"].ToString()), ListRequest.AfterRule));
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        var lines = await LedgerPage.Before(db, call.Operation, before, (int)limit, call.Cancel);
        var next = lines.Count == limit && lines[^1].Number > 1 ? lines[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        return Results.Json(new ListPage<LedgerLine>(lines, next), ApiJson.Options);
    }

    private static bool TryNumber(string? text, long unless, out long number)
    {
        number = unless;
        return string.IsNullOrEmpty(text) || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1);
    }
}
