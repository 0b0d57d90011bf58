using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Api;

/// <summary>A row that a list keeps, with its place in it.</summary>
/// <typeparam name="TView">The view.</typeparam>
/// <param name="View">The row as the audience sees it.</param>
/// <param name="Key">What it is ordered by.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct Found<TView>(TView View, JsonElement Key, Guid Id);

/// <summary>
/// Goes through a list in some order, from some place, keeping what meets the conditions. It reads a few hundred rows at a
/// time, each part beginning after the last row of the one before, so that a list of any length takes the same memory;
/// where no column gives the order, it keeps a key and an id of each row.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <typeparam name="TView">The view.</typeparam>
/// <param name="list">The list.</param>
/// <param name="tests">Conditions: the field, its words, and the test that they stand for.</param>
/// <param name="sort">The field to sort by; it or <paramref name="own"/> has a column.</param>
/// <param name="own">The field of the list's own order.</param>
/// <param name="descending">Whether the order is reversed.</param>
internal sealed class ListScan<T, TRow, TView>(
    Listing<T, TRow, TView> list,
    IReadOnlyList<(ListField<T, TRow, TView> Field, string Words, Func<TView, bool> Keeps)> tests,
    ListField<T, TRow, TView> sort,
    ListField<T, TRow, TView> own,
    bool descending)
    where T : class
    where TRow : Row<T, TRow>
{
    private const int RowsAtATime = 500;

    /// <summary>The rows that are kept, in order, after a place.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="call">Who asks.</param>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="wanted">How many rows will be taken; more may be.</param>
    public IAsyncEnumerable<Found<TView>> Read(RelightContext db, Call call, ListCursor? after, int wanted) => sort.Column is { } column
        ? ByColumn(db, call, column, descending, after, Math.Min(wanted + 1, RowsAtATime), call.Cancel)
        : ByKey(db, call, after, call.Cancel);

    /// <summary>How many rows are kept; null where the search of the list does not tell, because it does not test all of the conditions.</summary>
    public async Task<long?> Count(RelightContext db, Call call)
    {
        var conditions = OfColumns(db, call);
        return conditions.Count == tests.Count
            ? await list.Search(db, call, conditions, own.Column!, false).Count(call.Cancel)
            : null;
    }

    private List<ListCondition> OfColumns(RelightContext db, Call call) => [.. tests
        .Select(test => test.Field.Where(db, call, test.Words) is { } condition ? condition with { IsOnOrder = test.Field == sort } : null)
        .OfType<ListCondition>()];

    // Each row that the search finds is held against the view once more: what the view does
    // not tell decides nothing.
    private async IAsyncEnumerable<Found<TView>> ByColumn(
        RelightContext db, Call call, RowOrder<T, TRow> column, bool reversed, ListCursor? after, int wanted, [EnumeratorCancellation] CancellationToken cancel)
    {
        var search = list.Search(db, call, OfColumns(db, call), column, reversed);
        RowPlace<T>? place = after is null ? null : new RowPlace<T>(after.Key, new Id<T>(after.Id));
        var all = false;
        while (!all)
        {
            (var ids, all) = await search.Find(place, wanted, cancel);
            var part = await db.Read<T, TRow>(ids, cancel);
            var views = await list.Views(db, call, part);
            foreach (var (row, view) in part.Zip(views))
                if (tests.All(test => test.Keeps(view)))
                    yield return new Found<TView>(view, column.KeyOf(row), row.Id.Value);
            if (part.Count > 0)
                place = new RowPlace<T>(column.KeyOf(part[^1]), part[^1].Id);
            // Who takes more than a page takes the whole list.
            wanted = RowsAtATime;
        }
    }

    private async IAsyncEnumerable<Found<TView>> ByKey(RelightContext db, Call call, ListCursor? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var keys = new List<(object? Key, Guid Id)>();
        await foreach (var found in ByColumn(db, call, own.Column!, false, null, RowsAtATime, cancel))
            keys.Add((sort.SortKey(found.View), found.Id));
        if (after is not null)
        {
            var place = (KeyOf(after.Key), after.Id);
            keys.RemoveAll(key => Compare(key, place) <= 0);
        }
        keys.Sort(Compare);
        foreach (var part in keys.Chunk(RowsAtATime))
        {
            var ids = part.Select(key => new Id<T>(key.Id)).ToList();
            var rows = await list.Rows(db, call).AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
            var ordered = part.Join(rows, key => key.Id, row => row.Id.Value, (key, row) => (key.Key, Row: row)).ToList();
            var views = await list.Views(db, call, ordered.ConvertAll(pair => pair.Row));
            foreach (var (pair, view) in ordered.Zip(views))
                yield return new Found<TView>(view, JsonSerializer.SerializeToElement(pair.Key, ApiJson.Options), pair.Row.Id.Value);
        }
    }

    private static object? KeyOf(JsonElement key) => key.ValueKind switch
    {
        JsonValueKind.Number => key.GetDouble(),
        JsonValueKind.String => key.GetString(),
        JsonValueKind.Null => null,
        _ => throw new JsonException("this is no place in the list"),
    };

    // Rows of which nothing is known come last in either direction; equal ones in the order of their ids.
    private int Compare((object? Key, Guid Id) one, (object? Key, Guid Id) other)
    {
        var order = (one.Key, other.Key) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (double a, double b) => descending ? b.CompareTo(a) : a.CompareTo(b),
            (string a, string b) => descending ? string.CompareOrdinal(b, a) : string.CompareOrdinal(a, b),
            _ => throw new JsonException("this is no place in the list"),
        };
        return order != 0 ? order : one.Id.CompareTo(other.Id);
    }
}
