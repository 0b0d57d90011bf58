namespace Relight.Register;

/// <summary>What people can be without.</summary>
public enum Service
{
    /// <summary>Electricity.</summary>
    Electricity,

    /// <summary>Heat.</summary>
    Heat,

    /// <summary>Water.</summary>
    Water,
}

/// <summary>
/// What one source says of an area and a time: how many people are without electricity, heat or water.
/// A claim like those of pledges: never changed, a later statement is another report.
/// </summary>
public sealed record OutageReport
{
    /// <summary>Id of the report.</summary>
    public required Id<OutageReport> Id { get; init; }

    /// <summary>The document that says it.</summary>
    public required Id<Source> Source { get; init; }

    /// <summary>The area.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>What people are without.</summary>
    public required Service Service { get; init; }

    /// <summary>How many people, as the source qualifies it.</summary>
    public required Bounds People { get; init; }

    /// <summary>First instant that the report is true of, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Last instant that the report is true of, UTC; not before <see cref="From"/>.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The words of the source that it rests on, in the source's language; they stand in the source's text.</summary>
    public required string Quote { get; init; }

    /// <summary>The earlier report whose place it takes; null for none.</summary>
    public Id<OutageReport>? Supersedes { get; init; }

    /// <summary>What to beware of; null for nothing.</summary>
    public string? Note { get; init; }
}
