using System.Linq.Expressions;

namespace Relight.Storage;

/// <summary>A condition on the rows of a list, as the database tests it.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Test">The test. It may keep rows that the condition does not, never the other way round.</param>
public sealed record RowCondition<TRow>(Expression<Func<TRow, bool>> Test)
{
    /// <summary>Whether the test keeps no other rows than the condition.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>Whether it is about the column that the list is sorted by, so that it cuts a piece out of the order.</summary>
    public bool IsOnOrder { get; init; }

    /// <summary>The text, as <see cref="SearchText"/> folds it, that <see cref="ClaimRow.Words"/> must hold; null for other conditions.</summary>
    public string? Words { get; init; }
}

/// <summary>From one number to another, as <see cref="ScaledAmount"/> scales them, both included.</summary>
/// <param name="Measure">What is measured, or the currency.</param>
/// <param name="Low">Lower end; the least number where it is open.</param>
/// <param name="High">Upper end; the greatest number where it is open.</param>
public readonly record struct AmountRange(string Measure, long Low, long High)
{
    /// <summary>Whether there is no upper end.</summary>
    public bool IsOpen => High == long.MaxValue;
}
