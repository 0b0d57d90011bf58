using Relight.Web.Languages;

namespace Relight.Web.Design;

/// <summary>A column of a table: what it shows, how it sorts and filters, and how a download writes it.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
/// <param name="Key">Name in the address, e.g. <c>power</c>.</param>
/// <param name="Title">Heading.</param>
/// <param name="Show">What a row shows in it.</param>
public sealed record Column<TRow>(string Key, Text Title, Func<TRow, Cell> Show)
{
    /// <summary>What it sorts by; null where it does not sort.</summary>
    public Func<TRow, IComparable?>? SortBy { get; init; }

    /// <summary>How it filters; null where it does not.</summary>
    public Filter<TRow>? Filter { get; init; }

    /// <summary>Whether it holds numbers, which stand at the end of the cell.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether its texts are short, such as dates, and stay on one line.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether its texts are names of several words, which want some room.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it stands in a line of its own below the row: a text that explains the row, and would push its figures out of sight.</summary>
    public bool IsBelow { get; init; }

    /// <summary>Humanitarian Exchange Language tag in a download, e.g. <c>#capacity+power</c>.</summary>
    public required string Hxl { get; init; }

    /// <summary>What a download writes, in the same form in every language.</summary>
    public required Func<TRow, string?> Csv { get; init; }
}
