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
/// The claims of an operation in memory, as they stood at a place of its ledger. Whoever reads or changes them holds <see cref="Gate"/>.
/// </summary>
/// <param name="rowsOfBlock">Most claims of a block: few enough that each processor has some blocks, and that one which grows is soon copied.</param>
internal sealed class ClaimColumns(int rowsOfBlock)
{
    private readonly List<ClaimBlock> _blocks = [];
    // Numbers alone, which the collector of memory need not look through.
    private readonly Dictionary<Guid, (int Block, int Row)> _places = [];
    private IReadOnlyDictionary<string, GroupNames> _names = new Dictionary<string, GroupNames>();

    /// <summary>Held by one who changes them, or by any number of readers.</summary>
    public ReaderWriterLockSlim Gate { get; } = new();

    /// <summary>The claims.</summary>
    public IReadOnlyList<ClaimBlock> Blocks => _blocks;

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

    /// <summary>Where a claim is; null where there is none.</summary>
    public (ClaimBlock Block, int Row)? PlaceOf(Id<Claim> id) => _places.TryGetValue(id.Value, out var place) ? (_blocks[place.Block], place.Row) : null;

    /// <summary>Gives all groups of donors their names.</summary>
    public void Name(IReadOnlyDictionary<string, GroupNames> names) => _names = names;

    /// <summary>Adds a claim, unless it is there.</summary>
    public void Add(ClaimLine line)
    {
        if (_places.ContainsKey(line.Id.Value))
            return;
        if (_blocks is not [.., { IsFull: false } block] || block.Id.Count >= rowsOfBlock)
            _blocks.Add(block = new ClaimBlock());
        _places.Add(line.Id.Value, (_blocks.Count - 1, block.Id.Count));
        block.Id.Add(line.Id.Value);
        block.IsGone.Add(false);
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

    /// <summary>Notes which contribution a claim was adopted into.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="contribution">The contribution; null for none.</param>
    public void Adopt(Id<Claim> id, Id<Contribution>? contribution)
    {
        if (PlaceOf(id) is var (block, row))
            block.Contribution[row] = contribution?.Value ?? Guid.Empty;
    }

    /// <summary>Takes a claim out that was retracted.</summary>
    public void Remove(Id<Claim> id)
    {
        if (_places.Remove(id.Value, out var place))
            _blocks[place.Block].IsGone[place.Row] = true;
    }
}
