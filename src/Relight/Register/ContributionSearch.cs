using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on contributions.</summary>
public static class ContributionSearch
{
    /// <summary>The title holds a text.</summary>
    public static ListCondition Title(string text) => KeptConditions.Text<ContributionBlock>(text, block => block.Words);

    /// <summary>The name of a donor holds a text.</summary>
    public static ListCondition Donor(string text) => KeptConditions.Donor<ContributionBlock>(text, block => block.Donors);

    /// <summary>The donors have one of these names, see <see cref="DonorGroupRow.Names"/>.</summary>
    public static ListCondition Donor(IReadOnlyCollection<string> names) => KeptConditions.Donor<ContributionBlock>(names, block => block.Donors);

    /// <summary>An organisation is among its donors; nobody's are those of none.</summary>
    public static ListCondition Of(Id<Organisation>? donor) => KeptConditions.Shared<ContributionBlock>(
        kept => kept.Donors.Each(donors => donor is { } id && donors.Split('+').Contains(id.ToString())), block => block.Donors);

    /// <summary>Whether several give together.</summary>
    public static ListCondition Jointly(bool jointly) => KeptConditions.Of<ContributionBlock>(block =>
    {
        var members = block.Members;
        return row => members[row] > 1 == jointly;
    });

    /// <summary>One of its items is one of these.</summary>
    public static ListCondition Item(IReadOnlyCollection<ItemKind> kinds) => Bits(ContributionBlock.BitsOf(kinds), block => block.Kinds);

    /// <summary>The first of its items is of a kind.</summary>
    public static ListCondition FirstItem(ItemKind kind)
    {
        var name = kind.ToString();
        return KeptConditions.Shared<ContributionBlock>(kept => kept.Items.Each(item => item == name), block => block.Item);
    }

    /// <summary>Something of it has reached one of these stages.</summary>
    public static ListCondition Stage(IReadOnlyCollection<Stage> stages) => Bits(ContributionBlock.BitsOf(stages), block => block.Stages);

    /// <summary>The furthest stage that anything of it has reached is one of these.</summary>
    public static ListCondition Furthest(IReadOnlyCollection<Stage> stages) =>
        KeptConditions.Shared<ContributionBlock>(kept => kept.Stages.Each(stages.Contains), block => block.Furthest);

    /// <summary>One of its quantities, or of its values, certainly lies in a range.</summary>
    public static ListCondition Amount(AmountRange range) => new KeptCondition<ContributionBlock>(kept =>
    {
        var isMeasured = kept.Measures.Each(measure => measure == range.Measure);
        return block => row => block.HasAmount(row, range, isMeasured);
    });

    /// <summary>The number of its claims lies in a range.</summary>
    public static ListCondition Claims(long low, long high)
    {
        var (least, most) = WholeRange.Of(low, high);
        return KeptConditions.Of<ContributionBlock>(block =>
        {
            var claims = block.Claims;
            return row => claims[row] >= least && claims[row] <= most;
        });
    }

    /// <summary>It last changed on or between two days, in UTC.</summary>
    public static ListCondition Changed(DateOnly first, DateOnly last)
    {
        var (from, until) = (first.ToDateTime(TimeOnly.MinValue).Ticks, last.ToDateTime(TimeOnly.MaxValue).Ticks);
        return KeptConditions.Of<ContributionBlock>(block =>
        {
            var changed = block.ChangedAt;
            return row => changed[row] >= from && changed[row] <= until;
        });
    }

    /// <summary>It has one of these ids.</summary>
    public static ListCondition Ids(IEnumerable<Id<Contribution>> ids) => KeptConditions.Ids(kept => kept.Contributions, ids.Select(id => id.Value));

    private static KeptCondition<ContributionBlock> Bits(long wanted, Func<ContributionBlock, List<long>> column) => KeptConditions.Of<ContributionBlock>(block =>
    {
        var bits = column(block);
        return row => (bits[row] & wanted) != 0;
    });
}
