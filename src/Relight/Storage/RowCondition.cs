using System.Linq.Expressions;

namespace Relight.Storage;

/// <summary>A condition on the rows of a list, as a search tests it.</summary>
public abstract record ListCondition
{
    /// <summary>Whether the test keeps no other rows than the condition.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether it is about the column that the list is sorted by, so that it cuts a piece out of the order.</summary>
    public bool IsOnOrder { get; init; }
}

/// <summary>A condition on the rows of a list, as the database tests it.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Test">The test. It may keep rows that the condition does not, never the other way round.</param>
public sealed record RowCondition<TRow>(Expression<Func<TRow, bool>> Test) : ListCondition
{
    /// <summary>The test. It may keep rows that the condition does not, never the other way round.</summary>
    public Expression<Func<TRow, bool>> Test { get; init; } = OneValue.In(Test);

    /// <summary>Whether rows of which nothing is known in the column may meet it.</summary>
    public bool MeetsUnknown { get; init; }

    /// <summary>
    /// The same test for SQLite, in words that no index of the column alone answers: it does not know how wide a range is, and
    /// would look most of a list up by it. Null where an index may answer it.
    /// </summary>
    public Expression<Func<TRow, bool>>? Unindexed { get; init => field = value is null ? null : OneValue.In(value); }

    /// <summary>Whether one index has all that <see cref="Unindexed"/> asks for, so that it serves too where no condition is narrow.</summary>
    public bool IsInOneIndex { get; init; }

    /// <summary>The same test in words by which PostgreSQL may choose the index that has all columns; null where <see cref="Test"/> does, or there is none.</summary>
    public Expression<Func<TRow, bool>>? InAllColumns { get; init; }

    /// <summary>What the index of one column has of it: two ends of a range may be told as two conditions. Null where that is all of it.</summary>
    public (string Column, Expression<Func<TRow, bool>> Test)? Piece { get; init => field = value is { } piece ? (piece.Column, OneValue.In(piece.Test)) : null; }

    /// <summary>
    /// Counts the entries that an index has for the condition among the rows of a list; the task gives null where they are too many
    /// to look them up. Null where the database knows well enough how many there are.
    /// </summary>
    public Func<IQueryable<TRow>, CancellationToken, Task<int?>>? Width { get; init; }

    /// <summary>Ids of the rows, as an index of another table tells them; null where none does. The test then looks at the row alone.</summary>
    public IQueryable? Holders { get; init; }

    /// <summary>Asks the database for the ids of the rows, so few that looking at all of them is the quickest way; null where they are more, or that is not worth asking.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<Guid>?>>? Shortlist { get; init; }
}

/// <summary>From one number to another, as <see cref="ScaledAmount"/> scales them, both included.</summary>
/// <param name="Measure">What is measured, or the currency.</param>
/// <param name="Low">Lower end; the least number where it is open.</param>
/// <param name="High">Upper end; the greatest number where it is open.</param>
public readonly record struct AmountRange(string Measure, long Low, long High)
{
    /// <summary>Whether there is no upper end.</summary>
    public bool IsOpen => High == long.MaxValue;

    /// <summary>Whether there is no lower end, but an upper one.</summary>
    public bool IsBottomless => Low == long.MinValue && !IsOpen;
}
