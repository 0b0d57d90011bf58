namespace Relight.Matching;

/// <summary>
/// A number that a rule goes by. It stands in the file of its rule; an operation can set another.
/// </summary>
/// <param name="Name">Its name, by which an operation sets another; no two limits share one.</param>
/// <param name="Value">The number that holds unless an operation sets another.</param>
/// <param name="Unit">Its unit; empty for ratios.</param>
/// <param name="Source">The clause it follows; "practice" where it has not been traced to a text.</param>
public sealed record Limit(string Name, decimal Value, string Unit, string Source);

/// <summary>What an operation has settled otherwise than the rules do by themselves.</summary>
public sealed record Practice
{
    /// <summary>Everything as the rules have it.</summary>
    public static Practice Default { get; } = new();

    /// <summary>Limits that are other than their rule's, by name.</summary>
    public IReadOnlyDictionary<string, decimal> Limits { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Hours of work that are other than their rule's, by the English words for the work.</summary>
    public IReadOnlyDictionary<string, decimal> WorkHours { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The number that holds for a limit.</summary>
    public decimal this[Limit limit] =>
        Limits.Count > 0 && Limits.TryGetValue(limit.Name, out var other) ? other : limit.Value;

    /// <summary>The work with the hours that hold for it.</summary>
    public Work this[Work work] =>
        WorkHours.Count > 0 && WorkHours.TryGetValue(work.Phrase.English, out var hours) ? work with { Hours = hours } : work;
}
