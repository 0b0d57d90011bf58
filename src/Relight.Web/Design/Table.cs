using Relight.Ledger;
using Relight.Web.Api;
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
        var (tests, faults) = Tests(state, rows);
        var matching = Order(rows.Where(row => tests.Values.All(test => test(row))), state).ToList();
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var page = Math.Min(state.Page, pages);
        var shown = matching.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new TableView<TRow>(shown, new RowCount(matching.Count), new RowCount(rows.Count), page, pages, faults);
    }

    /// <summary>Every row that the filters keep, in the order that the address says.</summary>
    public IReadOnlyList<TRow> Matching(IEnumerable<TRow> rows, TableState state)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (tests, _) = Tests(state);
        return [.. Order(rows.Where(row => tests.Values.All(test => test(row))), state)];
    }

    /// <summary>The tests that the words of the filters stand for, and what is wrong with the others, by column.</summary>
    /// <param name="state">What the address says.</param>
    /// <param name="rows">All rows, where they are at hand: what none of them has is no choice.</param>
    public (IReadOnlyDictionary<string, Func<TRow, bool>> Tests, IReadOnlyDictionary<string, FilterFault> Faults) Tests(TableState state, IEnumerable<TRow>? rows = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (tests, faults) = (new Dictionary<string, Func<TRow, bool>>(), new Dictionary<string, FilterFault>());
        foreach (var column in Columns)
        {
            if (column.Filter is not { } filter || state.FilterOf(column.Key) is not { } words)
                continue;
            var test = filter.Read(words, out var fault);
            if (fault is null && rows is not null && filter is Filter<TRow>.OneOf choice && !choice.Of(rows).Contains(words, StringComparer.OrdinalIgnoreCase))
                fault = FilterFault.NoChoice;
            if (test is not null && fault is null)
                tests[column.Key] = test;
            if (fault is { } broken)
                faults[column.Key] = broken;
        }
        return (tests, faults);
    }

    /// <summary>What is wrong with the order and the page that the address asks for.</summary>
    public IEnumerable<Fault> Faults(TableState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Sort is { } sort && !Columns.Any(column => column.Key == sort && column.SortBy is not null))
            yield return new Fault("sort", Checks.Shown(sort), $"must be one of {string.Join(", ", Columns.Where(column => column.SortBy is not null).Select(column => column.Key))}, with - before it for the reverse");
        if (state.UnreadPage is { } page)
            yield return new Fault("page", Checks.Shown(page), "must be a page, from 1");
    }

    /// <summary>Some rows in the order that the address says.</summary>
    public IReadOnlyList<TRow> Ordered(IEnumerable<TRow> rows, TableState state) => [.. Order(rows, state)];

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
    IReadOnlyList<TRow> Shown, RowCount Matching, RowCount All, int Page, int Pages, IReadOnlyDictionary<string, FilterFault> Faults)
{
    /// <summary>How many rows were looked through, where there are more and those that match or come first may be among them; null where all were.</summary>
    public int? LookedThrough { get; init; }
}

/// <summary>A number of rows.</summary>
/// <param name="Rows">The number.</param>
/// <param name="IsLeast">Whether there are more, which were not counted.</param>
public readonly record struct RowCount(int Rows, bool IsLeast = false) : IFormattable
{
    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => (IsLeast ? "≥ " : "") + Rows.ToString(format, formatProvider);
}
