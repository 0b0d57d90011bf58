using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on claims.</summary>
public static class ClaimSearch
{
    /// <summary>What is given is one of these.</summary>
    public static ListCondition Item(IReadOnlyCollection<ItemKind> kinds)
    {
        var wanted = kinds.Select(kind => kind.ToString()).ToHashSet();
        return KeptConditions.Shared<ClaimBlock>(kept => kept.Items.Each(wanted.Contains), block => block.Item);
    }

    /// <summary>How far it has come is one of these.</summary>
    public static ListCondition Stage(IReadOnlyCollection<Stage> stages) =>
        KeptConditions.Shared<ClaimBlock>(kept => kept.Stages.Each(stages.Contains), block => block.Stage);

    /// <summary>Certainly on or between two days.</summary>
    public static ListCondition Days(DateOnly first, DateOnly last)
    {
        var (from, until) = (first.DayNumber, last.DayNumber);
        return KeptConditions.Of<ClaimBlock>(block =>
        {
            var (earliest, latest) = (block.Date, block.Latest);
            return row => earliest[row] >= from && latest[row] <= until;
        });
    }

    /// <summary>The quantity certainly lies in a range.</summary>
    public static ListCondition Quantity(AmountRange range) => Amount(range, block => block.Quantity);

    /// <summary>The value certainly lies in a range.</summary>
    public static ListCondition Value(AmountRange range) => Amount(range, block => block.Value);

    /// <summary>The name of a donor holds a text.</summary>
    public static ListCondition Donor(string text) => KeptConditions.Donor<ClaimBlock>(text, block => block.Donors);

    /// <summary>The donors have one of these names, see <see cref="DonorGroupRow.Names"/>.</summary>
    public static ListCondition Donor(IReadOnlyCollection<string> names) => KeptConditions.Donor<ClaimBlock>(names, block => block.Donors);

    /// <summary>The language of the source is one of these.</summary>
    public static ListCondition Language(IEnumerable<string> tags)
    {
        var wanted = tags.Select(tag => tag.ToLowerInvariant()).ToHashSet();
        return KeptConditions.Shared<ClaimBlock>(kept => kept.Languages.Each(wanted.Contains), block => block.Language);
    }

    /// <summary>The description of what is given holds a text.</summary>
    public static ListCondition Description(string text) => KeptConditions.Text<ClaimBlock>(text, block => block.Description);

    /// <summary>The quote holds a text.</summary>
    public static ListCondition Quote(string text) => KeptConditions.Text<ClaimBlock>(text, block => block.Quote);

    /// <summary>The address of the source holds a text.</summary>
    public static ListCondition Address(string text) => KeptConditions.Shared<ClaimBlock>(kept => kept.Addresses.Each(KeptConditions.Holding(text)), block => block.Address);

    /// <summary>Who published the source holds a text in the name.</summary>
    public static ListCondition Publisher(string text) => KeptConditions.Shared<ClaimBlock>(kept => kept.Publishers.Each(KeptConditions.Holding(text)), block => block.Publisher);

    /// <summary>It has one of these ids.</summary>
    public static ListCondition Ids(IEnumerable<Id<Claim>> ids) => KeptConditions.Ids(kept => kept.Claims, ids.Select(id => id.Value));

    /// <summary>It was adopted into one of these contributions.</summary>
    public static ListCondition AdoptedInto(IEnumerable<Id<Contribution>> contributions)
    {
        var wanted = contributions.Select(contribution => contribution.Value).ToHashSet();
        return KeptConditions.Of<ClaimBlock>(block =>
        {
            var into = block.Contribution;
            return row => wanted.Contains(into[row]);
        });
    }

    /// <summary>Whether it was adopted.</summary>
    public static ListCondition Adopted(bool adopted) => KeptConditions.Of<ClaimBlock>(block =>
    {
        var into = block.Contribution;
        return row => into[row] != Guid.Empty == adopted;
    });

    private static KeptCondition<ClaimBlock> Amount(AmountRange range, Func<ClaimBlock, AmountColumn> column) => new(kept =>
    {
        var isMeasured = kept.Measures.Each(measure => measure == range.Measure);
        return block =>
        {
            var amounts = column(block);
            return row => amounts.IsIn(row, range, isMeasured);
        };
    });
}
