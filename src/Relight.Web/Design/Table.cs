using Relight.Web.Languages;

namespace Relight.Web.Design;

/// <summary>A table of one kind of record: its columns, and what the address makes of its rows.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
/// <param name="Path">Address of its page, below the base address, also the name of its download.</param>
/// <param name="Caption">What it lists.</param>
/// <param name="Columns">Columns; the first names the row.</param>
public sealed record Table<TRow>(string Path, Text Caption, IReadOnlyList<Column<TRow>> Columns)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Filters, orders and cuts the rows as the address says.</summary>
    public TableView<TRow> View(IEnumerable<TRow> rows, TableState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var all = rows.ToList();
        var faults = new Dictionary<string, FilterFault>();
        IEnumerable<TRow> kept = all;
        foreach (var column in Columns)
        {
            if (column.Filter is not { } filter || state.FilterOf(column.Key) is not { } words)
                continue;
            if (filter.Read(words, out var fault) is { } test)
                kept = kept.Where(test);
            if (fault is { } broken)
                faults[column.Key] = broken;
        }

        var matching = Order(kept, state).ToList();
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var page = Math.Min(state.Page, pages);
        var shown = matching.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new TableView<TRow>(all, matching, shown, page, pages, faults);
    }

    // Rows without a value come last in either order: they are neither the least nor the most.
    private IEnumerable<TRow> Order(IEnumerable<TRow> rows, TableState state)
    {
        if (Columns.FirstOrDefault(c => c.Key == state.Sort)?.SortBy is not { } key)
            return rows;
        var known = rows.OrderBy(row => key(row) is null);
        return state.IsDescending ? known.ThenByDescending(key) : known.ThenBy(key);
    }
}

/// <summary>The rows of a table that a page shows.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
/// <param name="All">All rows.</param>
/// <param name="Matching">Rows that the filters keep, in order.</param>
/// <param name="Shown">Those of the page.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Pages">Number of pages, 1 or more.</param>
/// <param name="Faults">What is wrong with the words of a filter, by column.</param>
public sealed record TableView<TRow>(
    IReadOnlyList<TRow> All,
    IReadOnlyList<TRow> Matching,
    IReadOnlyList<TRow> Shown,
    int Page,
    int Pages,
    IReadOnlyDictionary<string, FilterFault> Faults);
