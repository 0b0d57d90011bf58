namespace Relight.Register;

/// <summary>The state that equipment is in.</summary>
public enum UnitCondition
{
    /// <summary>The donor has not said.</summary>
    Unknown,

    /// <summary>Not used before.</summary>
    New,

    /// <summary>Used, in working order.</summary>
    Used,

    /// <summary>Does not work, but can be made to.</summary>
    Repairable,
}

/// <summary>Something concrete that is available: so many units of one specification.</summary>
public sealed record Offer
{
    /// <summary>Id of the offer.</summary>
    public required Id<Offer> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Short name, e.g. <c>Autotransformer 400/132 kV, built 1994</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Who offers it.</summary>
    public required Id<Organisation> Donor { get; init; }

    /// <summary>The contribution that it is a part of; null where it is not tied to one yet.</summary>
    public Id<Contribution>? Contribution { get; init; }

    /// <summary>Technical data of a unit.</summary>
    public required Specification Specification { get; init; }

    /// <summary>How many such units; 1 or more.</summary>
    public required int Units { get; init; }

    /// <summary>The state they are in.</summary>
    public required UnitCondition Condition { get; init; }

    /// <summary>When they can leave; null where unknown.</summary>
    public ReportedDate? AvailableFrom { get; init; }

    /// <summary>Where they stand, e.g. <c>Constanta, warehouse of the port</c>; null where unknown.</summary>
    public string? Place { get; init; }

    /// <summary>Country they stand in and leave from; null where unknown.</summary>
    public Country? DispatchCountry { get; init; }

    /// <summary>When they are expected where they are needed; null where unknown.</summary>
    public ReportedDate? Arrival { get; init; }

    /// <summary>Whom and what its donor has bound it to; null where to nothing.</summary>
    public Earmark? Earmark { get; init; }

    /// <summary>What else its donor asks for, e.g. <c>not for resale</c>: shown wherever units are held.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Most conditions of one offer.</summary>
    public const int MostConditions = 20;
}
