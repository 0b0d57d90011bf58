using Microsoft.EntityFrameworkCore;
using Relight.Register;

namespace Relight.Storage;

/// <summary>Rows that a search found.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Ids">Their ids, in order; there may be more than were asked for.</param>
/// <param name="IsAll">Whether no others follow.</param>
public sealed record RowsFound<T>(IReadOnlyList<Id<T>> Ids, bool IsAll)
    where T : class;

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
public sealed class RowSearch<T, TRow>(
    RelightContext db, IQueryable<TRow> rows, IReadOnlyList<RowCondition<TRow>> conditions, RowOrder<T, TRow> order, bool descending)
    where T : class
    where TRow : Row<T, TRow>
{
    // So many rows are looked at one by one in a few milliseconds, and conditions that one row in a hundred meets fill a page with them.
    private const int Stretch = 5_000;

    // Where a stretch fills half a page, so many rows most likely fill it: less than all that meet the conditions.
    private const int LongStretch = 3 * Stretch;

    // So many entries of an index are put in a list in the time in which one row is looked up in another table.
    private const int ListedForOne = 4;

    private IReadOnlyList<RowShortlist<TRow>>? _shortlists;

    /// <summary>The first rows after a place, or of all.</summary>
    /// <param name="after">The place; null for the beginning.</param>
    /// <param name="wanted">How many rows are wanted.</param>
    /// <param name="cancel">Breaks the search off.</param>
    /// <param name="welcome">How many are given where they cost nothing more, such as for saying how many there are.</param>
    public async Task<RowsFound<T>> Find(RowPlace<T>? after, int wanted, CancellationToken cancel, int welcome = 0)
    {
        var found = new List<Id<T>>();
        var most = Math.Max(wanted, welcome);
        foreach (var (number, part) in order.Parts(rows.AsNoTracking(), after, descending).Index())
        {
            // Rows without a value, which come last, meet no condition on it.
            if (number > 0 && conditions.Any(AsksForValue))
                break;
            // The limit that limits nothing keeps the database from taking the piece of the order, of whose size it may have
            // no idea, for a better way to the rows than the conditions are; and from walking the order once more.
            async Task<IQueryable<TRow>> Meeting() => order.Parts((await Meet(rows.AsNoTracking(), cancel)).Take(int.MaxValue), after, descending)[number];
            var (ids, isAll) = await InPart(
                Keep(part, conditions.Where(IsCut)), Meeting, Math.Max(0, wanted - found.Count), most - found.Count, cancel);
            found.AddRange(ids);
            if (!isAll || found.Count >= most)
                return new RowsFound<T>(found, IsAll: false);
        }
        return new RowsFound<T>(found, IsAll: true);
    }

    /// <summary>The rows of some ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<TRow>> Read(IReadOnlyList<Id<T>> ids, CancellationToken cancel)
    {
        var wanted = ids.ToList();
        var byId = await db.Set<TRow>().AsNoTracking().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return [.. wanted.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    /// <summary>How many rows meet the conditions.</summary>
    public async Task<long> Count(CancellationToken cancel) =>
        await (await Meet(rows, cancel)).LongCountAsync(cancel);

    private async Task<(List<Id<T>> Ids, bool IsAll)> InPart(
        IQueryable<TRow> part, Func<Task<IQueryable<TRow>>> meeting, int wanted, int most, CancellationToken cancel)
    {
        var rest = conditions.Where(condition => !IsCut(condition)).ToList();
        var sorted = order.Sort(part, descending);
        if (rest.Count > 0)
        {
            if (!(await Shortlists(cancel)).Any(shortlist => shortlist.IsShort))
            {
                foreach (var stretch in new[] { Stretch, LongStretch })
                {
                    var near = await Ids(rest.Aggregate(sorted.Take(stretch), (kept, condition) => kept.Where(condition.OneByOne ?? condition.Test)).Take(most), cancel);
                    if (near.Count >= wanted)
                        return (near, near.Count < most && !await sorted.Skip(stretch).AnyAsync(cancel));
                    if (near.Count * 2 < wanted)
                        break;
                }
            }
            sorted = order.Sort(await meeting(), descending);
        }
        var ids = await Ids(sorted.Take(most), cancel);
        return (ids, ids.Count < most);
    }

    private static bool AsksForValue(RowCondition<TRow> condition) => condition is { IsOnOrder: true, Shortlist: null, MeetsUnknown: false };

    // A condition that is looked up elsewhere cuts no piece out of the order, though it is about what the list is sorted by.
    private static bool IsCut(RowCondition<TRow> condition) => AsksForValue(condition) && condition.OneByOne is null;

    private async Task<IReadOnlyList<RowShortlist<TRow>>> Shortlists(CancellationToken cancel)
    {
        if (_shortlists is not null)
            return _shortlists;
        var found = new List<RowShortlist<TRow>>();
        foreach (var condition in conditions)
            if (condition.Shortlist is { } ask && await ask(cancel) is { } shortlist)
                found.Add(shortlist);
        return _shortlists = found;
    }

    // The rows of a short list are looked at one by one: what else is asked is then not gathered from other tables first.
    private async Task<IQueryable<TRow>> Meet(IQueryable<TRow> all, CancellationToken cancel)
    {
        var shortlists = await Shortlists(cancel);
        var among = shortlists.Aggregate(all, (kept, shortlist) => kept.Where(shortlist.Test));
        return shortlists.Any(shortlist => shortlist.IsShort)
            ? conditions.Aggregate(among, (kept, condition) => kept.Where(condition.OneByOne ?? condition.Unindexed ?? condition.Test))
            : Keep(among, await Gathered(cancel));
    }

    // SQLite takes all ranges for equally rare, and looks rows up by any of them. So the narrowest is found for it, and the others
    // are held against its rows; where none is narrow, against an index that has all columns, where there is one.
    private async Task<IEnumerable<RowCondition<TRow>>> Gathered(CancellationToken cancel)
    {
        if (db is not SqliteContext || conditions.Count < 2)
            return conditions;
        var (narrowest, least, widths) = (new List<RowCondition<TRow>>(), int.MaxValue, new Dictionary<RowCondition<TRow>, int>());
        foreach (var condition in conditions.Where(each => each.Width is not null))
        {
            var ends = conditions.Where(other => other == condition || (other.Piece is { } piece && piece.Column == condition.Piece?.Column)).ToList();
            var within = ends.Where(end => end != condition).Aggregate(rows, (kept, end) => kept.Where(end.Piece!.Value.Test));
            if (await condition.Width!(within, cancel) is not { } width)
                continue;
            widths[condition] = width;
            if (width < least)
                (narrowest, least) = (ends, width);
        }
        // What stands in another table and is not much wider is listed too: its rows are then told from the list.
        bool IsListed(RowCondition<TRow> condition) => condition.OneByOne is not null && widths.TryGetValue(condition, out var width) && width / ListedForOne <= least;
        return conditions.Select(condition => narrowest.Contains(condition) || IsListed(condition) ? condition
            : narrowest.Count > 0 ? condition with { Test = condition.OneByOne ?? condition.Unindexed ?? condition.Test }
            : condition.IsInOneIndex ? condition with { Test = condition.Unindexed! }
            : condition);
    }

    private static IQueryable<TRow> Keep(IQueryable<TRow> part, IEnumerable<RowCondition<TRow>> kept) =>
        kept.Aggregate(part, (rows, condition) => rows.Where(condition.Test));

    private static Task<List<Id<T>>> Ids(IQueryable<TRow> part, CancellationToken cancel) => part.Select(row => row.Id).ToListAsync(cancel);
}
