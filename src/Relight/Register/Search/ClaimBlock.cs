namespace Relight.Register;

/// <summary>
/// Some claims of an operation in memory, column by column: a search reads only what it asks for. A row is never removed, so that
/// its number stands.
/// </summary>
internal sealed class ClaimBlock
{
    // Texts of a block are one piece of memory, which has a longest length.
    private const int MostText = 1 << 28;

    /// <summary>Ids of the claims.</summary>
    public List<Guid> Id { get; } = [];

    /// <summary>Whether a claim was retracted.</summary>
    public List<bool> IsGone { get; } = [];

    /// <summary>The contribution that it was adopted into; empty for none.</summary>
    public List<Guid> Contribution { get; } = [];

    /// <summary>Numbers of its donors in <see cref="ClaimColumns.Donors"/>.</summary>
    public List<int> Donors { get; } = [];

    /// <summary>Numbers of the kind of item in <see cref="ClaimColumns.Items"/>.</summary>
    public List<int> Item { get; } = [];

    /// <summary>Numbers of the stage in <see cref="ClaimColumns.Stages"/>.</summary>
    public List<int> Stage { get; } = [];

    /// <summary>First day that it can mean, by <see cref="DateOnly.DayNumber"/>.</summary>
    public List<int> Date { get; } = [];

    /// <summary>Last day that it can mean.</summary>
    public List<int> Latest { get; } = [];

    /// <summary>The quantity.</summary>
    public AmountColumn Quantity { get; } = new();

    /// <summary>The value.</summary>
    public AmountColumn Value { get; } = new();

    /// <summary>Numbers of the publisher in <see cref="ClaimColumns.Publishers"/>.</summary>
    public List<int> Publisher { get; } = [];

    /// <summary>Numbers of the language in <see cref="ClaimColumns.Languages"/>.</summary>
    public List<int> Language { get; } = [];

    /// <summary>Numbers of the address in <see cref="ClaimColumns.Addresses"/>.</summary>
    public List<int> Address { get; } = [];

    /// <summary>Descriptions, folded.</summary>
    public TextColumn Description { get; } = new();

    /// <summary>Quotes, folded.</summary>
    public TextColumn Quote { get; } = new();

    /// <summary>Whether its texts leave no room for another claim.</summary>
    public bool IsFull => Description.Length >= MostText || Quote.Length >= MostText;
}

/// <summary>An amount of each claim, as <see cref="Storage.ScaledAmount"/> scales it.</summary>
internal sealed class AmountColumn
{
    /// <summary>Numbers of what is measured in <see cref="ClaimColumns.Measures"/>; none where no number is given.</summary>
    public List<int> Measure { get; } = [];

    /// <summary>Lower bounds.</summary>
    public List<long> Lower { get; } = [];

    /// <summary>Upper bounds; the greatest number where it is open.</summary>
    public List<long> Upper { get; } = [];

    /// <summary>Adds the amount of the next claim.</summary>
    public void Add(int measure, long? lower, long? upper)
    {
        Measure.Add(measure);
        Lower.Add(lower ?? 0);
        Upper.Add(upper ?? long.MaxValue);
    }
}
