using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Design;

namespace Relight.Web.Register;

/// <summary>How a search sorts and filters by a column of a table.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <param name="Order">The order; null where the search has none.</param>
/// <param name="Where">The condition that words stand for; null where there is none.</param>
internal sealed record StoredColumn<T, TRow>(RowOrder<T, TRow>? Order, Func<RelightContext, Id<Operation>, string, Task<ListCondition?>>? Where = null)
    where T : class
    where TRow : Row<T, TRow>;

/// <summary>
/// A table whose rows stay in the database: a page of it reads the rows that it shows, however long the table is.
/// How many rows there are is counted as far as it costs nothing. What no index answers is looked for in so many rows of the
/// order as a page can wait for; where there are more, the page says so.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <typeparam name="TLine">A row as the table shows it.</typeparam>
/// <param name="table">The table.</param>
/// <param name="columns">Its columns as the database has them, by key.</param>
/// <param name="own">Its own order.</param>
/// <param name="ownDescending">Whether that is reversed.</param>
/// <param name="lines">Rows as the table shows them.</param>
internal sealed class StoredTable<T, TRow, TLine>(
    Table<TLine> table,
    IReadOnlyDictionary<string, StoredColumn<T, TRow>> columns,
    RowOrder<T, TRow> own,
    bool ownDescending,
    Func<RelightContext, Id<Operation>, IReadOnlyList<TRow>, CancellationToken, Task<IReadOnlyList<TLine>>> lines)
    where T : class
    where TRow : Row<T, TRow>
{
    private const int MostPages = 200;
    private const int MostCounted = MostPages * Table<TLine>.PageSize;
    private const int RowsAtATime = 500;

    /// <summary>Most rows that a page looks through for what no index answers.</summary>
    public const int MostLookedThrough = 20_000;

    /// <summary>Most rows that a page finishes, see <see cref="Finish"/>, or sorts by what the database has no order for.</summary>
    public const int MostFinished = 2_000;

    /// <summary>A search of the rows for some conditions, in an order that may be reversed: of the database, unless it says otherwise.</summary>
    public Func<RelightContext, Id<Operation>, IReadOnlyList<ListCondition>, RowOrder<T, TRow>, bool, IRowSearch<T>> Search { get; init; } = (db, operation, conditions, order, descending) =>
        new RowSearch<T, TRow>(db, Rows(db, operation), [.. conditions.Cast<RowCondition<TRow>>()], order, descending);

    /// <summary>Adds to lines what is costly, such as verdicts: to those that are shown, and where a filter or the order asks for it.</summary>
    public Func<RelightContext, Id<Operation>, IReadOnlyList<TLine>, CancellationToken, Task<IReadOnlyList<TLine>>> Finish { get; init; } = (_, _, unfinished, _) => Task.FromResult(unfinished);

    /// <summary>Columns that show what <see cref="Finish"/> adds.</summary>
    public IReadOnlyCollection<string> Finished { get; init; } = [];

    /// <summary>The page that the address asks for; pages beyond the 200th are left to filters and downloads.</summary>
    public async Task<TableView<TLine>> View(RelightContext db, Id<Operation> operation, TableState state, CancellationToken cancel = default)
    {
        var asked = await Ask(db, operation, state);
        var wanted = asked.SortsHere ? MostFinished : (Math.Min(state.Page, MostPages) * Table<TLine>.PageSize) + 1;
        var found = asked is { SortsHere: false, Tests.Count: 0 }
            ? Kept.Of(await asked.Search.Find(null, wanted, cancel, MostCounted))
            : await Test(db, operation, asked, wanted, cancel);
        var meeting = (int)(found.Count ?? found.Ids.Count);
        var pages = Math.Clamp((meeting + Table<TLine>.PageSize - 1) / Table<TLine>.PageSize, 1, MostPages);
        var page = Math.Min(state.Page, pages);
        var place = (page - 1) * Table<TLine>.PageSize;
        var shown = asked.SortsHere
            ? [.. table.Ordered(found.Lines, state).Skip(place).Take(Table<TLine>.PageSize)]
            : await lines(db, operation, await db.Read<T, TRow>([.. found.Ids.Skip(place).Take(Table<TLine>.PageSize)], cancel), cancel);
        var all = await Rows(db, operation).Take(MostCounted + 1).CountAsync(cancel);
        return new TableView<TLine>(
            await Finish(db, operation, shown, cancel), new RowCount(meeting, !found.IsAll && found.Count is null), new RowCount(Math.Min(all, MostCounted), all > MostCounted),
            page, pages, table.Tests(state).Faults)
        {
            LookedThrough = !found.IsAll && (asked.SortsHere || found.Ids.Count < wanted) ? found.LookedThrough : null,
        };
    }

    /// <summary>Every row that the address keeps, in its order, some hundreds in memory at a time; all of them where the database does not have the order.</summary>
    public async IAsyncEnumerable<TLine> All(
        Database database, Id<Operation> operation, TableState state, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = database.Open();
        await using var snapshot = await db.Snapshot(cancel);
        var asked = await Ask(db, operation, state);
        var unsorted = new List<TLine>();
        await foreach (var line in Everything(db, operation, asked, cancel))
            if (asked.SortsHere)
                unsorted.Add(line);
            else
                yield return line;
        foreach (var line in table.Ordered(unsorted, state))
            yield return line;
    }

    private async IAsyncEnumerable<TLine> Everything(
        RelightContext db, Id<Operation> operation, Asked asked, [EnumeratorCancellation] CancellationToken cancel)
    {
        RowPlace<T>? place = null;
        for (var isAll = false; !isAll;)
        {
            (var ids, isAll) = await asked.Search.Find(place, RowsAtATime, cancel);
            var rows = await db.Read<T, TRow>(ids, cancel);
            var finished = await Finish(db, operation, await lines(db, operation, rows, cancel), cancel);
            foreach (var line in finished)
                if (asked.Tests.All(test => test.Keeps(line)))
                    yield return line;
            if (rows.Count > 0)
                place = new RowPlace<T>(asked.Order.KeyOf(rows[^1]), rows[^1].Id);
        }
    }

    // Conditions that the search tests need no other test. A column that this reader's table does not have orders nothing.
    private async Task<Asked> Ask(RelightContext db, Id<Operation> operation, TableState state)
    {
        var sort = table.Columns.FirstOrDefault(column => column.Key == state.Sort && column.SortBy is not null)?.Key;
        var order = sort is null ? null : columns.GetValueOrDefault(sort)?.Order;
        var conditions = new List<ListCondition>();
        var left = new List<(bool IsLate, Func<TLine, bool> Keeps)>();
        foreach (var (column, test) in table.Tests(state).Tests)
        {
            var condition = columns.GetValueOrDefault(column)?.Where is { } where ? await where(db, operation, state.FilterOf(column)!) : null;
            if (condition is null)
                left.Add((Finished.Contains(column), test));
            else
                conditions.Add(condition with { IsOnOrder = order is not null && column == sort });
        }
        var search = Search(db, operation, conditions, order ?? own, order is null ? ownDescending : state.IsDescending);
        return new Asked(search, order ?? own, left, sort is not null && order is null, sort is not null && Finished.Contains(sort));
    }

    private async Task<Kept> Test(RelightContext db, Id<Operation> operation, Asked asked, int wanted, CancellationToken cancel)
    {
        var (kept, keptLines) = (new List<Id<T>>(), new List<TLine>());
        var (looked, finished, isAll) = (0, 0, false);
        RowPlace<T>? place = null;
        while (!isAll && kept.Count < wanted && looked < MostLookedThrough && finished < MostFinished)
        {
            (var ids, isAll) = await asked.Search.Find(place, RowsAtATime, cancel);
            var rows = await db.Read<T, TRow>(ids, cancel);
            looked += rows.Count;
            List<(TRow Row, TLine Line)> pairs = [.. rows.Zip(await lines(db, operation, rows, cancel)).Where(pair => asked.Tests.All(test => test.IsLate || test.Keeps(pair.Second)))];
            if (asked.SortsByFinished || asked.Tests.Any(test => test.IsLate))
            {
                finished += pairs.Count;
                var late = await Finish(db, operation, pairs.ConvertAll(pair => pair.Line), cancel);
                pairs = [.. pairs.Zip(late).Select(pair => (pair.First.Row, Line: pair.Second)).Where(pair => asked.Tests.All(test => test.Keeps(pair.Line)))];
            }
            kept.AddRange(pairs.Select(pair => pair.Row.Id));
            keptLines.AddRange(pairs.Select(pair => pair.Line));
            if (rows.Count > 0)
                place = new RowPlace<T>(asked.Order.KeyOf(rows[^1]), rows[^1].Id);
        }
        return new Kept(kept, keptLines, isAll, looked);
    }

    private static IQueryable<TRow> Rows(RelightContext db, Id<Operation> operation) => db.Set<TRow>().Where(row => row.Operation == operation);

    /// <summary>What an address asks of the table.</summary>
    /// <param name="Search">The search.</param>
    /// <param name="Order">Its order.</param>
    /// <param name="Tests">Tests that the database does not make; late ones of what is added in the end.</param>
    /// <param name="SortsHere">Whether the database has no such order.</param>
    /// <param name="SortsByFinished">Whether the order is by what is added in the end.</param>
    private sealed record Asked(
        IRowSearch<T> Search, RowOrder<T, TRow> Order, IReadOnlyList<(bool IsLate, Func<TLine, bool> Keeps)> Tests, bool SortsHere, bool SortsByFinished);

    /// <summary>Rows that were kept.</summary>
    private sealed record Kept(IReadOnlyList<Id<T>> Ids, IReadOnlyList<TLine> Lines, bool IsAll, int LookedThrough)
    {
        /// <summary>How many there are in all, see <see cref="RowsFound{T}.Count"/>.</summary>
        public long? Count { get; init; }

        public static Kept Of(RowsFound<T> found) => new(found.Ids, [], found.IsAll, found.Ids.Count) { Count = found.Count };
    }
}
