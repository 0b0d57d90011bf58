namespace Relight.Register;

/// <summary>Some claims of an operation in memory.</summary>
internal sealed class ClaimBlock : KeptBlock
{
    /// <summary>The contribution that a claim was adopted into; empty for none.</summary>
    public List<Guid> Contribution { get; } = [];

    /// <summary>Numbers of its donors in <see cref="KeptOperation.Donors"/>.</summary>
    public List<int> Donors { get; } = [];

    /// <summary>Numbers of the kind of item in <see cref="KeptOperation.Items"/>.</summary>
    public List<int> Item { get; } = [];

    /// <summary>Numbers of the stage in <see cref="KeptOperation.Stages"/>.</summary>
    public List<int> Stage { get; } = [];

    /// <summary>First day that it can mean, by <see cref="DateOnly.DayNumber"/>.</summary>
    public List<int> Date { get; } = [];

    /// <summary>Last day that it can mean.</summary>
    public List<int> Latest { get; } = [];

    /// <summary>The quantity.</summary>
    public AmountColumn Quantity { get; } = new();

    /// <summary>The value.</summary>
    public AmountColumn Value { get; } = new();

    /// <summary>Numbers of the publisher in <see cref="KeptOperation.Publishers"/>.</summary>
    public List<int> Publisher { get; } = [];

    /// <summary>Numbers of the language in <see cref="KeptOperation.Languages"/>.</summary>
    public List<int> Language { get; } = [];

    /// <summary>Numbers of the address in <see cref="KeptOperation.Addresses"/>.</summary>
    public List<int> Address { get; } = [];

    /// <summary>Descriptions, folded.</summary>
    public TextColumn Description { get; } = new();

    /// <summary>Quotes, folded.</summary>
    public TextColumn Quote { get; } = new();

    /// <inheritdoc/>
    public override bool IsFull => Description.Length >= MostText || Quote.Length >= MostText;
}
