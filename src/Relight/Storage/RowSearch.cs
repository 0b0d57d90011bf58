using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relight.Register;

namespace Relight.Storage;

/// <summary>Rows that a search found.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Ids">Their ids, in order; there may be more than were asked for.</param>
/// <param name="IsAll">Whether no others follow.</param>
public sealed record RowsFound<T>(IReadOnlyList<Id<T>> Ids, bool IsAll)
    where T : class
{
    /// <summary>How many rows of the list meet the conditions; null where they were not counted.</summary>
    public long? Count { get; init; }
}

/// <summary>Finds rows of a list that meet some conditions, in an order.</summary>
/// <typeparam name="T">The record.</typeparam>
public interface IRowSearch<T>
    where T : class
{
    /// <summary>The first rows after a place, or of all.</summary>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="wanted">How many rows are wanted.</param>
    /// <param name="cancel">Breaks the search off.</param>
    /// <param name="welcome">How many are given where they cost nothing more, such as for saying how many there are.</param>
    Task<RowsFound<T>> Find(RowPlace<T>? after, int wanted, CancellationToken cancel, int welcome = 0);

    /// <summary>How many rows meet the conditions.</summary>
    Task<long> Count(CancellationToken cancel);
}

/// <summary>
/// Finds rows that meet some conditions, in an order, without reading the whole list. Where a condition comes down to a
/// short list of rows, that is gone through. Else it first walks a stretch of the order's index: conditions that many rows
/// meet are met there. Where too few are, it has the database find all that meet the conditions, by whatever index it
/// likes, and sort those.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <param name="db">Where the register is.</param>
/// <param name="rows">The list.</param>
/// <param name="conditions">Conditions, all of which a row must meet.</param>
/// <param name="order">The order.</param>
/// <param name="descending">Whether it is reversed.</param>
/// <param name="stretch">
/// How many rows are looked at one by one before another way is tried: that takes a few milliseconds, and conditions that one
/// row in a hundred meets fill a page with them.
/// </param>
public sealed class RowSearch<T, TRow>(
    RelightContext db, IQueryable<TRow> rows, IReadOnlyList<RowCondition<TRow>> conditions, RowOrder<T, TRow> order, bool descending, int stretch = 5_000)
    : IRowSearch<T>
    where T : class
    where TRow : Row<T, TRow>
{
    // Each value that a list names of the order's column is walked by itself where they are not more.
    private const int MostWalked = 100;

    // Where a stretch fills a third of a page, three times as many rows most likely fill it: less than all that meet the conditions.
    private readonly int _longStretch = 3 * stretch;

    private IReadOnlyList<IReadOnlyList<Guid>>? _shortlists;

    /// <inheritdoc/>
    public async Task<RowsFound<T>> Find(RowPlace<T>? after, int wanted, CancellationToken cancel, int welcome = 0)
    {
        var found = new List<Id<T>>();
        var most = Math.Max(wanted, welcome);
        // Rows without a value, which come last, meet no condition on it.
        var parts = order.Parts(rows.AsNoTracking(), after, descending).Take(conditions.Any(IsCut) ? 1 : int.MaxValue).ToList();
        foreach (var (number, part) in parts.Index())
        {
            if (await WalkPart(part, Math.Max(0, wanted - found.Count), most - found.Count, cancel) is var (near, isAll))
            {
                found.AddRange(near);
                if (!isAll || found.Count >= most)
                    return new RowsFound<T>(found, IsAll: false);
                continue;
            }
            // The limit that limits nothing keeps the database from taking the piece of the order, of whose size it may have
            // no idea, for a better way to the rows than the conditions are; and from walking the order once more.
            var meeting = (await Meet(rows.AsNoTracking(), cancel)).Take(int.MaxValue);
            var rest = number < parts.Count - 1 ? order.Rest(meeting, after, descending) : order.Sort(order.Parts(meeting, after, descending)[number], descending);
            found.AddRange(await Ids(rest.Take(most - found.Count), cancel));
            return new RowsFound<T>(found, found.Count < most);
        }
        return new RowsFound<T>(found, IsAll: true);
    }

    /// <inheritdoc/>
    public async Task<long> Count(CancellationToken cancel) => await (await Meet(rows, cancel)).LongCountAsync(cancel);

    // PostgreSQL takes what it finds by a list of values for unsorted, and walks all of the order to sort it. So it is asked value by value.
    private async Task<IReadOnlyList<IQueryable<TRow>>> Pieces(IQueryable<TRow> part, CancellationToken cancel)
    {
        var cut = conditions.Where(IsCut).Select(condition => condition.Test).ToList();
        if (db is PostgresContext postgres && order.Member is { } column)
        {
            foreach (var test in cut)
            {
                if (OneValue.Each(test, column) is not { Count: <= MostWalked } each)
                    continue;
                var others = cut.Where(other => other != test).Aggregate(part, (kept, other) => kept.Where(other));
                return [.. (await InOrder(postgres, each, cancel)).Select(others.Where)];
            }
        }
        return [cut.Aggregate(part, (kept, test) => kept.Where(test))];
    }

    private async Task<IEnumerable<Expression<Func<TRow, bool>>>> InOrder(
        PostgresContext postgres, IReadOnlyList<(object Value, Expression<Func<TRow, bool>> Test)> each, CancellationToken cancel)
    {
        if (each.All(one => one.Value is int) || each.Count < 2)
            return (descending ? each.OrderByDescending(one => one.Value) : each.OrderBy(one => one.Value)).Select(one => one.Test);
        // Names are sorted as the server sorts texts; choices stand in tables by their names.
        var byName = each.ToDictionary(one => one.Value.ToString()!, one => one.Test);
        var sorted = await postgres.Sort([.. byName.Keys], cancel);
        return (descending ? sorted.Reverse() : sorted).Select(name => byName[name]);
    }

    // What a stretch of a part of the order has; null where too little for a page.
    private async Task<(List<Id<T>> Ids, bool IsAll)?> WalkPart(IQueryable<TRow> part, int wanted, int most, CancellationToken cancel)
    {
        var rest = conditions.Where(condition => !IsCut(condition)).ToList();
        if (rest.Count > 0 && (await Shortlists(cancel)).Count > 0)
            return null;
        var pieces = await Pieces(part, cancel);
        foreach (var length in new[] { stretch, _longStretch, 3 * _longStretch })
        {
            var (near, isAll) = await Walk(pieces, rest, length, wanted, most, cancel);
            if (isAll || near.Count >= wanted)
                return (near, isAll);
            if (near.Count * 3 < wanted)
                break;
        }
        return null;
    }

    // Rows of a stretch of the order that meet the other conditions; all of the order where there are none.
    private async Task<(List<Id<T>> Ids, bool IsAll)> Walk(
        IReadOnlyList<IQueryable<TRow>> pieces, IReadOnlyList<RowCondition<TRow>> rest, int length, int wanted, int most, CancellationToken cancel)
    {
        var (found, left) = (new List<Id<T>>(), length);
        foreach (var (number, piece) in pieces.Index())
        {
            var sorted = order.Sort(piece, descending);
            var walked = rest.Count == 0 ? sorted : rest.Aggregate(sorted.Take(left), (kept, condition) => kept.Where(condition.Test));
            found.AddRange(await Ids(walked.Take(most - found.Count), cancel));
            // Where too few are found, the order is not walked again to see whether it ends here.
            if (found.Count >= most || (rest.Count > 0 && number == pieces.Count - 1 && found.Count < wanted))
                return (found, false);
            if (rest.Count == 0)
                continue;
            var passed = await sorted.Take(left + 1).CountAsync(cancel);
            if (passed > left)
                return (found, false);
            left -= passed;
        }
        return (found, true);
    }

    private static bool IsCut(RowCondition<TRow> condition) => condition is { IsOnOrder: true, Shortlist: null, MeetsUnknown: false };

    private async Task<IReadOnlyList<IReadOnlyList<Guid>>> Shortlists(CancellationToken cancel)
    {
        if (_shortlists is not null)
            return _shortlists;
        var found = new List<IReadOnlyList<Guid>>();
        foreach (var condition in conditions)
            if (condition.Shortlist is { } ask && await ask(cancel) is { } shortlist)
                found.Add(shortlist);
        return _shortlists = found;
    }

    private async Task<IQueryable<TRow>> Meet(IQueryable<TRow> all, CancellationToken cancel)
    {
        var shortlists = await Shortlists(cancel);
        // SQLite tests them in this order: numbers first, which cost least, and what texts hold last.
        if (shortlists.Count == 0)
            return Keep(all, conditions.OrderBy(condition => condition.Shortlist is not null));
        // One parameter: a statement with one for each of thousands takes longer to read than the rows take to be found. The rows of
        // a short list are looked at one by one: a limit that limits nothing keeps the database from seeking what else is asked first.
        var ids = shortlists.Aggregate<IEnumerable<Guid>>(Enumerable.Intersect).Select(id => new Id<T>(id)).ToList();
        return Keep(all.Where(row => EF.Parameter(ids).Contains(row.Id)).Take(int.MaxValue), conditions);
    }

    private static IQueryable<TRow> Keep(IQueryable<TRow> part, IEnumerable<RowCondition<TRow>> kept) =>
        kept.Aggregate(part, (rows, condition) => rows.Where(condition.Test));

    private static Task<List<Id<T>>> Ids(IQueryable<TRow> part, CancellationToken cancel) => part.Select(row => row.Id).ToListAsync(cancel);
}
