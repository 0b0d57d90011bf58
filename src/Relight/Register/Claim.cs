namespace Relight.Register;

/// <summary>What one source says about one pledge or delivery. Never changed: a later statement is another claim.</summary>
public sealed record Claim
{
    /// <summary>Id of the claim.</summary>
    public required Id<Claim> Id { get; init; }

    /// <summary>The document that says it.</summary>
    public required Id<Source> Source { get; init; }

    /// <summary>Who gives, alone or jointly.</summary>
    public required DonorGroup Donors { get; init; }

    /// <summary>To whom; null where the source does not say.</summary>
    public Id<Organisation>? Recipient { get; init; }

    /// <summary>What is given.</summary>
    public required Item Item { get; init; }

    /// <summary>How much of it, as the source qualifies it; for money, see <see cref="Value"/>. Null where it names no unit either.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The money that is given, or what the goods are worth; null where the source does not say.</summary>
    public Money? Value { get; init; }

    /// <summary>How far it has come, by this source: a stage of money where the item is money, else of goods.</summary>
    public required Stage Stage { get; init; }

    /// <summary>When that was, as surely as the source says it.</summary>
    public required ReportedDate Date { get; init; }

    /// <summary>The words of the source that the claim rests on, in the source's language; they stand in the source's text.</summary>
    public required string Quote { get; init; }

    /// <summary>The channel that the help takes, e.g. a civil protection mechanism; null where not said.</summary>
    public string? Channel { get; init; }

    /// <summary>What to beware of when this claim is read or adopted; null for nothing.</summary>
    public string? Note { get; init; }
}
