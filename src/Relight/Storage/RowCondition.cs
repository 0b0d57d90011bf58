using System.Linq.Expressions;

namespace Relight.Storage;

/// <summary>A condition on the rows of a list, as a search tests it.</summary>
public abstract record ListCondition
{
    /// <summary>Whether it is about the column that the list is sorted by, so that it cuts a piece out of the order.</summary>
    public bool IsOnOrder { get; init; }
}

/// <summary>A condition on the rows of a list, as the database tests it.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Test">The test.</param>
public sealed record RowCondition<TRow>(Expression<Func<TRow, bool>> Test) : ListCondition
{
    /// <summary>The test.</summary>
    public Expression<Func<TRow, bool>> Test { get; init; } = OneValue.In(Test);

    /// <summary>Whether rows of which nothing is known in the column may meet it.</summary>
    public bool MeetsUnknown { get; init; }

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
