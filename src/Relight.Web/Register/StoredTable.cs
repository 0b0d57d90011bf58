using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Design;

namespace Relight.Web.Register;

/// <summary>How the database sorts and filters by a column of a table.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <param name="Order">The order; null where the table does not sort by it.</param>
/// <param name="Where">The condition that words stand for; null where there is none.</param>
internal sealed record StoredColumn<T, TRow>(RowOrder<T, TRow>? Order, Func<RelightContext, Id<Operation>, string, Task<RowCondition<TRow>?>>? Where = null)
    where T : class
    where TRow : Row<T, TRow>;

/// <summary>
/// A table whose rows stay in the database: a page of it reads the rows that it shows, however long the table is.
/// How many rows there are is counted as far as it costs nothing.
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

    /// <summary>The page that the address asks for; pages beyond the 200th are left to filters and downloads.</summary>
    public async Task<TableView<TLine>> View(RelightContext db, Id<Operation> operation, TableState state, CancellationToken cancel = default)
    {
        var (search, order, tests) = await Search(db, operation, state);
        var wanted = (Math.Min(state.Page, MostPages) * Table<TLine>.PageSize) + 1;
        var found = tests.Count == 0 ? await search.Find(null, wanted, cancel, MostCounted) : await Tested(db, operation, search, order, tests, wanted, cancel);
        var ids = found.Ids;
        var pages = Math.Clamp((ids.Count + Table<TLine>.PageSize - 1) / Table<TLine>.PageSize, 1, MostPages);
        var page = Math.Min(state.Page, pages);
        var shown = await search.Read([.. ids.Skip((page - 1) * Table<TLine>.PageSize).Take(Table<TLine>.PageSize)], cancel);
        var all = await Rows(db, operation).Take(MostCounted + 1).CountAsync(cancel);
        return new TableView<TLine>(
            await lines(db, operation, shown, cancel), new RowCount(ids.Count, !found.IsAll), new RowCount(Math.Min(all, MostCounted), all > MostCounted),
            page, pages, table.Tests(state).Faults);
    }

    /// <summary>Every row that the address keeps, in its order, some hundreds in memory at a time.</summary>
    public async IAsyncEnumerable<TLine> All(
        Database database, Id<Operation> operation, TableState state, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = database.Open();
        await using var snapshot = await db.Snapshot(cancel);
        var (search, order, tests) = await Search(db, operation, state);
        RowPlace<T>? place = null;
        for (var isAll = false; !isAll;)
        {
            (var ids, isAll) = await search.Find(place, RowsAtATime, cancel);
            var rows = await search.Read(ids, cancel);
            foreach (var line in await lines(db, operation, rows, cancel))
                if (tests.All(test => test(line)))
                    yield return line;
            if (rows.Count > 0)
                place = new RowPlace<T>(order.KeyOf(rows[^1]), rows[^1].Id);
        }
    }

    // Conditions that the database tests exactly need no other test.
    private async Task<(RowSearch<T, TRow> Search, RowOrder<T, TRow> Order, IReadOnlyList<Func<TLine, bool>> Tests)> Search(
        RelightContext db, Id<Operation> operation, TableState state)
    {
        var sort = state.Sort is { } key && columns.GetValueOrDefault(key)?.Order is not null ? key : null;
        var conditions = new List<RowCondition<TRow>>();
        var left = new List<Func<TLine, bool>>();
        foreach (var (column, test) in table.Tests(state).Tests)
        {
            var condition = columns.GetValueOrDefault(column)?.Where is { } where ? await where(db, operation, state.FilterOf(column)!) : null;
            if (condition is not null)
                conditions.Add(condition with { IsOnOrder = column == sort });
            if (condition is not { IsExact: true })
                left.Add(test);
        }
        var order = sort is null ? own : columns[sort].Order!;
        return (new RowSearch<T, TRow>(db, Rows(db, operation), conditions, order, sort is null ? ownDescending : state.IsDescending), order, left);
    }

    private async Task<RowsFound<T>> Tested(
        RelightContext db, Id<Operation> operation, RowSearch<T, TRow> search, RowOrder<T, TRow> order, IReadOnlyList<Func<TLine, bool>> tests, int wanted, CancellationToken cancel)
    {
        var kept = new List<Id<T>>();
        RowPlace<T>? place = null;
        var isAll = false;
        while (!isAll && kept.Count < wanted)
        {
            (var ids, isAll) = await search.Find(place, RowsAtATime, cancel);
            var rows = await search.Read(ids, cancel);
            kept.AddRange(rows.Zip(await lines(db, operation, rows, cancel)).Where(pair => tests.All(test => test(pair.Second))).Select(pair => pair.First.Id));
            if (rows.Count > 0)
                place = new RowPlace<T>(order.KeyOf(rows[^1]), rows[^1].Id);
        }
        return new RowsFound<T>(kept, isAll);
    }

    private static IQueryable<TRow> Rows(RelightContext db, Id<Operation> operation) => db.Set<TRow>().Where(row => row.Operation == operation);
}
