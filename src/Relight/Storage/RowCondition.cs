using System.Linq.Expressions;

namespace Relight.Storage;

/// <summary>A condition on the rows of a list, as the database tests it.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Test">The test. It may keep rows that the condition does not, never the other way round.</param>
public sealed record RowCondition<TRow>(Expression<Func<TRow, bool>> Test)
{
    /// <summary>The test. It may keep rows that the condition does not, never the other way round.</summary>
    public Expression<Func<TRow, bool>> Test { get; init; } = OneValue.In(Test);

    /// <summary>Whether the test keeps no other rows than the condition.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether it is about the column that the list is sorted by, so that it cuts a piece out of the order.</summary>
    public bool IsOnOrder { get; init; }

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

    /// <summary>
    /// Tests that indexes answer, which keep every row that meets the condition and not many others: the condition is then
    /// tested of those alone that would be given. Null where indexes answer the condition itself, or nothing of it.
    /// </summary>
    public IReadOnlyList<Expression<Func<TRow, bool>>>? Likely { get; init; }

    /// <summary>Ids of the rows, as an index of another table tells them; null where none does. The test then looks at the row alone.</summary>
    public IQueryable? Holders { get; init; }

    /// <summary>Asks the database what the condition comes down to, such as the ids of the rows that hold a text; null where that is not worth asking.</summary>
    public Func<CancellationToken, Task<RowShortlist<TRow>?>>? Shortlist { get; init; }
}

/// <summary>What a condition comes down to: a test that an index answers, and that keeps every row that meets the condition.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed record RowShortlist<TRow>
{
    /// <summary>Most rows that are worth a list of their own.</summary>
    public const int Most = 5_000;

    /// <summary>A test.</summary>
    /// <param name="test">The test.</param>
    /// <param name="isShort">Whether it keeps so few rows that looking at all of them is the quickest way.</param>
    public RowShortlist(Expression<Func<TRow, bool>> test, bool isShort) => (Test, IsShort) = (OneValue.In(test), isShort);

    /// <summary>Few rows.</summary>
    /// <param name="ids">Their ids.</param>
    public RowShortlist(IEnumerable<Guid> ids) => (Ids, IsShort) = ([.. ids], true);

    /// <summary>The test; null where the rows are listed.</summary>
    public Expression<Func<TRow, bool>>? Test { get; }

    /// <summary>Ids of the rows; null where a test finds them.</summary>
    public IReadOnlyList<Guid>? Ids { get; }

    /// <summary>Whether it keeps so few rows that looking at all of them is the quickest way.</summary>
    public bool IsShort { get; }
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
