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
    public TableView<TRow> View(IReadOnlyCollection<TRow> rows, TableState state)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(state);
        var (tests, faults) = Tests(state);
        var matching = Order(rows.Where(row => tests.Values.All(test => test(row))), state).ToList();
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var page = Math.Min(state.Page, pages);
        var shown = matching.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new TableView<TRow>(shown, new RowCount(matching.Count), new RowCount(rows.Count), page, pages, faults);
    }

    /// <summary>Every row that the filters keep, in the order that the address says.</summary>
    public IReadOnlyList<TRow> Matching(IEnumerable<TRow> rows, TableState state)
    {
        var (tests, _) = Tests(state);
        return [.. Order(rows.Where(row => tests.Values.All(test => test(row))), state)];
    }

    /// <summary>The tests that the words of the filters stand for, and what is wrong with the others, by column.</summary>
    public (IReadOnlyDictionary<string, Func<TRow, bool>> Tests, IReadOnlyDictionary<string, FilterFault> Faults) Tests(TableState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (tests, faults) = (new Dictionary<string, Func<TRow, bool>>(), new Dictionary<string, FilterFault>());
        foreach (var column in Columns)
        {
            if (column.Filter is not { } filter || state.FilterOf(column.Key) is not { } words)
                continue;
            if (filter.Read(words, out var fault) is { } test)
                tests[column.Key] = test;
            if (fault is { } broken)
                faults[column.Key] = broken;
        }
        return (tests, faults);
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
/// <param name="Shown">The rows of the page.</param>
/// <param name="Matching">How many rows the filters keep, in all pages.</param>
/// <param name="All">How many rows there are without filters.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Pages">Number of pages that can be turned to, 1 or more.</param>
/// <param name="Faults">What is wrong with the words of a filter, by column.</param>
public sealed record TableView<TRow>(
    IReadOnlyList<TRow> Shown, RowCount Matching, RowCount All, int Page, int Pages, IReadOnlyDictionary<string, FilterFault> Faults);

/// <summary>A number of rows.</summary>
/// <param name="Rows">The number.</param>
/// <param name="IsLeast">Whether there are more, which were not counted.</param>
public readonly record struct RowCount(int Rows, bool IsLeast = false) : IFormattable
{
    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => (IsLeast ? "≥ " : "") + Rows.ToString(format, formatProvider);
}
