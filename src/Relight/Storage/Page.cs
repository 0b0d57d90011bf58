using Microsoft.EntityFrameworkCore;

namespace Relight.Storage;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Size">Rows a page, 1 to 500.</param>
public sealed record Paging(int Number = 1, int Size = 50)
{
    /// <summary>Most rows that a page holds.</summary>
    public const int MostRows = 500;

    internal int Take => Math.Clamp(Size, 1, MostRows);

    internal int Skip => (Math.Clamp(Number, 1, int.MaxValue / MostRows) - 1) * Take;
}

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">How many rows the whole list has.</param>
/// <param name="Number">Page, from 1.</param>
/// <param name="Size">Rows a page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    /// <summary>How many pages there are; 1 for an empty list.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    internal static async Task<Page<T>> Of<TRow>(
        IQueryable<TRow> rows, Paging paging, Func<TRow, T> view, CancellationToken cancel)
        where TRow : class
    {
        var total = await rows.CountAsync(cancel);
        var part = await rows.AsNoTracking().Skip(paging.Skip).Take(paging.Take).ToListAsync(cancel);
        return new Page<T>([.. part.Select(view)], total, (paging.Skip / paging.Take) + 1, paging.Take);
    }
}
