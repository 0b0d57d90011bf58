using System.Text;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A condition on claims as a search in memory tests it.</summary>
public sealed record ClaimCondition : ListCondition
{
    // Of all claims, a test of each block of them: whether a row meets the condition.
    internal ClaimCondition(Func<ClaimColumns, Func<ClaimBlock, Func<int, bool>>> test) => Test = test;

    internal Func<ClaimColumns, Func<ClaimBlock, Func<int, bool>>> Test { get; }

    /// <summary>Whether it looks through a text of each claim, which takes longer than any other.</summary>
    internal bool IsOfText { get; init; }
}

/// <summary>Conditions on claims.</summary>
public static class ClaimSearch
{
    /// <summary>What is given is one of these.</summary>
    public static ClaimCondition Item(IReadOnlyCollection<ItemKind> kinds)
    {
        var wanted = kinds.Select(kind => kind.ToString()).ToHashSet();
        return Shared(claims => claims.Items.Each(wanted.Contains), block => block.Item);
    }

    /// <summary>How far it has come is one of these.</summary>
    public static ClaimCondition Stage(IReadOnlyCollection<Stage> stages) =>
        Shared(claims => claims.Stages.Each(stages.Contains), block => block.Stage);

    /// <summary>Certainly on or between two days.</summary>
    public static ClaimCondition Days(DateOnly first, DateOnly last)
    {
        var (from, until) = (first.DayNumber, last.DayNumber);
        return Of(block =>
        {
            var (earliest, latest) = (block.Date, block.Latest);
            return row => earliest[row] >= from && latest[row] <= until;
        });
    }

    /// <summary>The quantity certainly lies in a range.</summary>
    public static ClaimCondition Quantity(AmountRange range) => Amount(range, block => block.Quantity);

    /// <summary>The value certainly lies in a range.</summary>
    public static ClaimCondition Value(AmountRange range) => Amount(range, block => block.Value);

    /// <summary>The name of a donor holds a text.</summary>
    public static ClaimCondition Donor(string text)
    {
        var words = SearchText.Of(text);
        return Shared(claims => claims.Donors.Each(donors => Holds(claims.NamesOf(donors).Words, words)), block => block.Donors);
    }

    /// <summary>The donors have one of these names, see <see cref="DonorGroupRow.Names"/>.</summary>
    public static ClaimCondition Donor(IReadOnlyCollection<string> names)
    {
        var wanted = names.ToHashSet();
        return Shared(claims => claims.Donors.Each(donors => wanted.Contains(claims.NamesOf(donors).Names)), block => block.Donors);
    }

    /// <summary>The language of the source is one of these.</summary>
    public static ClaimCondition Language(IEnumerable<string> tags)
    {
        var wanted = tags.Select(tag => tag.ToLowerInvariant()).ToHashSet();
        return Shared(claims => claims.Languages.Each(wanted.Contains), block => block.Language);
    }

    /// <summary>The description of what is given holds a text.</summary>
    public static ClaimCondition Description(string text) => Text(text, block => block.Description);

    /// <summary>The quote holds a text.</summary>
    public static ClaimCondition Quote(string text) => Text(text, block => block.Quote);

    /// <summary>The address of the source holds a text.</summary>
    public static ClaimCondition Address(string text)
    {
        var words = SearchText.Of(text);
        return Shared(claims => claims.Addresses.Each(address => Holds(address, words)), block => block.Address);
    }

    /// <summary>Who published the source holds a text in the name.</summary>
    public static ClaimCondition Publisher(string text)
    {
        var words = SearchText.Of(text);
        return Shared(claims => claims.Publishers.Each(publisher => Holds(publisher, words)), block => block.Publisher);
    }

    /// <summary>It has one of these ids.</summary>
    public static ClaimCondition Ids(IEnumerable<Id<Claim>> ids) => new(claims =>
    {
        var rows = ids.Distinct().Select(id => claims.PlaceOf(id)).OfType<(ClaimBlock Block, int Row)>().ToLookup(place => place.Block, place => place.Row);
        return block => rows[block].ToHashSet().Contains;
    });

    /// <summary>It was adopted into one of these contributions.</summary>
    public static ClaimCondition AdoptedInto(IEnumerable<Id<Contribution>> contributions)
    {
        var wanted = contributions.Select(contribution => contribution.Value).ToHashSet();
        return Of(block =>
        {
            var into = block.Contribution;
            return row => wanted.Contains(into[row]);
        });
    }

    /// <summary>Whether it was adopted.</summary>
    public static ClaimCondition Adopted(bool adopted) => Of(block =>
    {
        var into = block.Contribution;
        return row => into[row] != Guid.Empty == adopted;
    });

    private static ClaimCondition Of(Func<ClaimBlock, Func<int, bool>> test) => new(_ => test);

    // What many claims share is tested once.
    private static ClaimCondition Shared(Func<ClaimColumns, bool[]> meets, Func<ClaimBlock, List<int>> column) => new(claims =>
    {
        var kept = meets(claims);
        return block =>
        {
            var numbers = column(block);
            return row => kept[numbers[row]];
        };
    });

    private static ClaimCondition Amount(AmountRange range, Func<ClaimBlock, AmountColumn> column) => new(claims =>
    {
        var isMeasured = claims.Measures.Each(measure => measure == range.Measure);
        return block =>
        {
            var amounts = column(block);
            return row => isMeasured[amounts.Measure[row]] && amounts.Lower[row] >= range.Low && amounts.Upper[row] <= range.High;
        };
    });

    private static ClaimCondition Text(string text, Func<ClaimBlock, TextColumn> column)
    {
        var words = Encoding.UTF8.GetBytes(SearchText.Of(text));
        var condition = Of(block =>
        {
            var texts = column(block);
            return row => texts.Holds(row, words);
        });
        return condition with { IsOfText = true };
    }

    private static bool Holds(string text, string words) => text.Contains(words, StringComparison.Ordinal);
}
