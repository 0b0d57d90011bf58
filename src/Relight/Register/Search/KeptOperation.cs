using System.Diagnostics.CodeAnalysis;
using Relight.Storage;

namespace Relight.Register;

/// <summary>What lists ask of a claim, as its row has it.</summary>
[SuppressMessage("Major Code Smell", "S107:Methods should not have too many parameters", Justification = "A row has as many columns.")]
internal sealed record ClaimLine(
    Id<Claim> Id, string Donors, string Item, Stage Stage, DateOnly Date, DateOnly Latest, string? Measure, long? Lower, long? Upper, string? Currency, long? ValueLower, long? ValueUpper,
    string Publisher, string Language, string Address, string Description, string Quote);

/// <summary>Names of donors who give together, see <see cref="DonorGroupRow"/>.</summary>
internal readonly record struct GroupNames(string Names, string Words);

/// <summary>
/// The claims and contributions of an operation in memory, as they stood at a place of its ledger. Whoever reads or changes them
/// holds <see cref="Gate"/>.
/// </summary>
/// <param name="rowsOfBlock">Most records of a block, see <see cref="KeptColumns{TBlock}"/>.</param>
internal sealed class KeptOperation(int rowsOfBlock)
{
    private IReadOnlyDictionary<string, GroupNames> _names = new Dictionary<string, GroupNames>();

    /// <summary>Held by one who changes them, or by any number of readers.</summary>
    public ReaderWriterLockSlim Gate { get; } = new();

    /// <summary>The claims.</summary>
    public KeptColumns<ClaimBlock> Claims { get; } = new(rowsOfBlock);

    /// <summary>The contributions.</summary>
    public KeptColumns<ContributionBlock> Contributions { get; } = new(rowsOfBlock);

    /// <summary>Groups of donors, as <see cref="DonorGroup.Key"/>.</summary>
    public Shared<string> Donors { get; } = new();

    /// <summary>Kinds of items, by name.</summary>
    public Shared<string> Items { get; } = new();

    /// <summary>Stages.</summary>
    public Shared<Stage> Stages { get; } = new();

    /// <summary>What units measure, and currencies.</summary>
    public Shared<string> Measures { get; } = new();

    /// <summary>Publishers, folded.</summary>
    public Shared<string> Publishers { get; } = new();

    /// <summary>Languages, lower case.</summary>
    public Shared<string> Languages { get; } = new();

    /// <summary>Addresses of sources, folded.</summary>
    public Shared<string> Addresses { get; } = new();

    /// <summary>Names of a group of donors.</summary>
    public GroupNames NamesOf(string donors) => _names.GetValueOrDefault(donors, new GroupNames("", ""));

    /// <summary>Gives all groups of donors their names.</summary>
    public void Name(IReadOnlyDictionary<string, GroupNames> names) => _names = names;

    /// <summary>Adds a claim, unless it is there.</summary>
    public void Add(ClaimLine line)
    {
        if (Claims.PlaceOf(line.Id.Value) is not null)
            return;
        var block = Claims.Next(line.Id.Value);
        block.Contribution.Add(Guid.Empty);
        block.Donors.Add(Donors.NumberOf(line.Donors));
        block.Item.Add(Items.NumberOf(line.Item));
        block.Stage.Add(Stages.NumberOf(line.Stage));
        block.Date.Add(line.Date.DayNumber);
        block.Latest.Add(line.Latest.DayNumber);
        block.Quantity.Add(Measures.NumberOf(line.Measure), line.Lower, line.Upper);
        block.Value.Add(Measures.NumberOf(line.Currency), line.ValueLower, line.ValueUpper);
        block.Publisher.Add(Publishers.NumberOf(line.Publisher));
        block.Language.Add(Languages.NumberOf(line.Language));
        block.Address.Add(Addresses.NumberOf(line.Address));
        block.Description.Add(line.Description);
        block.Quote.Add(line.Quote);
    }

    /// <summary>Adds a contribution, or puts it in the place of what it was before.</summary>
    public void Put(Contribution record, DateTimeOffset changedAt)
    {
        Contributions.Remove(record.Id.Value);
        var block = Contributions.Next(record.Id.Value);
        var (items, values) = (record.Items.Select(item => item.Value).ToList(), record.Values.Select(value => value.Value).ToList());
        block.Title.Add(record.Title);
        block.Words.Add(SearchText.Of(record.Title));
        block.Donors.Add(Donors.NumberOf(record.Donors.Value.Key));
        block.Members.Add(record.Donors.Value.Members.Count);
        block.Item.Add(Items.NumberOf(items.Count > 0 ? items[0].Item.Kind.ToString() : null));
        block.Kinds.Add(ContributionBlock.BitsOf(items.Select(item => item.Item.Kind)));
        block.Stages.Add(ContributionBlock.BitsOf(items.Select(item => item.Stage).Concat(values.Select(value => value.Stage))));
        block.Furthest.Add(Stages.NumberOf(record.Furthest));
        block.Lower.Add(Add(block, items.Select(item => ScaledAmount.Of(item.Quantity))));
        block.ValueLower.Add(Add(block, values.Select(value => ScaledAmount.Of(value.Money))));
        block.EndAmounts();
        block.Claims.Add(record.Claims.Count);
        block.ChangedAt.Add(changedAt.UtcTicks);
    }

    /// <summary>Notes which contribution a claim was adopted into.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="contribution">The contribution; null for none.</param>
    public void Adopt(Id<Claim> id, Id<Contribution>? contribution)
    {
        if (Claims.PlaceOf(id.Value) is var (block, row))
            block.Contribution[row] = contribution?.Value ?? Guid.Empty;
    }

    // Gives the lower bound of the first of the amounts that gives a number.
    private long? Add(ContributionBlock block, IEnumerable<ScaledAmount> amounts)
    {
        long? first = null;
        foreach (var (measure, lower, upper) in amounts.Where(amount => amount.Lower is not null))
        {
            block.Amounts.Add(Measures.NumberOf(measure), lower, upper);
            first ??= lower;
        }
        return first;
    }
}
