namespace Relight.Register;

/// <summary>How badly a need waits.</summary>
public enum Priority
{
    /// <summary>Lives depend on it.</summary>
    Critical,

    /// <summary>Heat, water or many people depend on it.</summary>
    High,

    /// <summary>Everything else.</summary>
    Normal,
}

/// <summary>Something that is missing.</summary>
public sealed record Need
{
    /// <summary>Id of the need.</summary>
    public required Id<Need> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Short name that gives no site away, e.g. <c>Autotransformer 330/110 kV, 200 MVA</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Who needs it.</summary>
    public required Id<Organisation> Organisation { get; init; }

    /// <summary>Where; null for what is needed at no one place, such as money.</summary>
    public Site? Site { get; init; }

    /// <summary>How badly it waits.</summary>
    public required Priority Priority { get; init; }

    /// <summary>The day after which it no longer helps, or helps much less; null for none.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>What would serve.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>How many units of it are needed; 1 or more.</summary>
    public required int Units { get; init; }
}
