using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on contributions as the database tests them.</summary>
public static class ContributionSearch
{
    // So many contributions are looked up in less time than a page may take.
    private const int MostLookedUp = 20_000;

    private static readonly List<ItemKind> s_kinds = [.. Enum.GetValues<ItemKind>()];

    /// <summary>The title holds a text.</summary>
    public static RowCondition<ContributionRow> Title(RelightContext db, Id<Operation> operation, string text)
    {
        var words = SearchText.Of(text);
        return RowText.Holding<Contribution, ContributionRow>(db, operation, row => row.Words.Contains(words));
    }

    /// <summary>The name of a donor holds a text.</summary>
    public static RowCondition<ContributionRow> Donor(RelightContext db, Id<Operation> operation, string text)
    {
        if (DonorNames.Listed(db, operation, text) is { } names)
            return Range(row => names.Contains(row.DonorNames), row => names.Contains(EF.Functions.Collate(row.DonorNames, SqliteContext.WithoutIndex))) with { IsExact = false };
        var groups = DonorNames.Holding(db, operation, text);
        return new(row => groups.Contains(row.DonorNames)) { IsExact = false };
    }

    /// <summary>The donors have one of these names, see <see cref="DonorGroupRow.Names"/>.</summary>
    public static RowCondition<ContributionRow> Donor(IReadOnlyCollection<string> names)
    {
        var wanted = names.ToList();
        return new(row => wanted.Contains(row.DonorNames));
    }

    /// <summary>Whether several give together.</summary>
    public static RowCondition<ContributionRow> Jointly(bool jointly) => jointly
        ? new(row => row.Members > 1)
        : new(row => row.Members <= 1) { Unindexed = row => row.Members + 0 <= 1, IsInOneIndex = true };

    /// <summary>One of its items is one of these.</summary>
    public static RowCondition<ContributionRow> Item(RelightContext db, Id<Operation> operation, IReadOnlyCollection<ItemKind> kinds)
    {
        // Money stands among the parts for the values, not for items.
        var wanted = kinds.Where(kind => kind != ItemKind.Money).ToList();
        var bits = ContributionRow.BitsOf(wanted);
        var holders = db.Parts.Where(part => part.Operation == operation && wanted.Contains(part.Item)).Select(part => part.Contribution);
        return Held(row => (row.Kinds & bits) != 0, holders);
    }

    /// <summary>The first of its items is of a kind.</summary>
    public static RowCondition<ContributionRow> FirstItem(ItemKind kind)
    {
        var name = kind.ToString();
        return new(row => row.Item == name);
    }

    /// <summary>Something of it has reached one of these stages.</summary>
    public static RowCondition<ContributionRow> Stage(RelightContext db, Id<Operation> operation, IReadOnlyCollection<Stage> stages)
    {
        var wanted = stages.ToList();
        var bits = ContributionRow.BitsOf(wanted);
        // Kinds go before stages in the index: named all, they lead to the stages.
        var holders = db.Parts.Where(part => part.Operation == operation && s_kinds.Contains(part.Item) && wanted.Contains(part.Stage)).Select(part => part.Contribution);
        return Held(row => (row.Stages & bits) != 0, holders);
    }

    /// <summary>The furthest stage that anything of it has reached is one of these.</summary>
    public static RowCondition<ContributionRow> Furthest(IReadOnlyCollection<Stage> stages)
    {
        var bits = ContributionRow.BitsOf(stages);
        var steps = stages.Select(stage => stage.Order).Distinct().ToList();
        return new(row => steps.Contains(row.Step) && (row.FurthestBit & bits) != 0)
        {
            Piece = (nameof(ContributionRow.Step), row => steps.Contains(row.Step)),
            Unindexed = row => (row.FurthestBit & bits) != 0,
            IsInOneIndex = true,
            InAllColumns = row => (row.FurthestBit & bits) != 0,
            Width = (rows, cancel) => Width(rows.Where(row => steps.Contains(row.Step)).Select(row => row.Id), cancel),
        };
    }

    // Where units or currencies differ, the row tells nothing, and its parts are asked; where a range has two ends, the row's bounds
    // may be those of two parts. An "or" would have PostgreSQL look rows up by either side of it.

    /// <summary>One of its quantities certainly lies in a range.</summary>
    public static RowCondition<ContributionRow> Quantity(RelightContext db, Id<Operation> operation, AmountRange range)
    {
        var (measure, low, high) = range;
        var parts = PartsIn(db, operation, range);
        return Held(
            range.IsOpen ? row => row.HasSeveralMeasures ? parts.Any(part => part.Contribution == row.Id) : row.Measure == measure && row.HighestLower >= low
            : range.IsBottomless ? row => row.HasSeveralMeasures ? parts.Any(part => part.Contribution == row.Id) : row.Measure == measure && row.LowestUpper <= high
            : row => row.HasSeveralMeasures ? parts.Any(part => part.Contribution == row.Id)
                : row.Measure == measure && row.HighestLower >= low && row.LowestUpper <= high && parts.Any(part => part.Contribution == row.Id),
            parts.Select(part => part.Contribution));
    }

    /// <summary>One of its values certainly lies in a range.</summary>
    public static RowCondition<ContributionRow> Value(RelightContext db, Id<Operation> operation, AmountRange range)
    {
        var (currency, low, high) = range;
        var parts = PartsIn(db, operation, range);
        return Held(
            range.IsOpen ? row => row.HasSeveralMeasures ? parts.Any(part => part.Contribution == row.Id) : row.Currency == currency && row.HighestValueLower >= low
            : range.IsBottomless ? row => row.HasSeveralMeasures ? parts.Any(part => part.Contribution == row.Id) : row.Currency == currency && row.LowestValueUpper <= high
            : row => row.HasSeveralMeasures ? parts.Any(part => part.Contribution == row.Id)
                : row.Currency == currency && row.HighestValueLower >= low && row.LowestValueUpper <= high && parts.Any(part => part.Contribution == row.Id),
            parts.Select(part => part.Contribution));
    }

    private static IQueryable<PartRow> PartsIn(RelightContext db, Id<Operation> operation, AmountRange range)
    {
        var (measure, low, high) = range;
        var parts = db.Parts.Where(part => part.Operation == operation && part.Measure == measure);
        // An end that says nothing would make SQLite take the parts for much rarer than they are.
        if (!range.IsBottomless)
            parts = parts.Where(part => part.Lower >= low);
        return range.IsOpen ? parts : parts.Where(part => part.Lower <= high && part.Upper <= high);
    }

    // What the row tells of all its parts, and which rows an index of parts leads to.
    private static RowCondition<ContributionRow> Held(Expression<Func<ContributionRow, bool>> test, IQueryable<Id<Contribution>> holders) => new(test)
    {
        Holders = holders,
        Width = (_, cancel) => Width(holders, cancel),
    };

    /// <summary>The number of its claims lies in a range.</summary>
    public static RowCondition<ContributionRow> Claims(long low, long high)
    {
        var (least, most) = WholeRange.Of(low, high);
        return new(row => row.Claims >= least && row.Claims <= most);
    }

    /// <summary>It last changed on or between two days, in UTC.</summary>
    public static RowCondition<ContributionRow> Changed(DateOnly first, DateOnly last)
    {
        var from = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero);
        var until = new DateTimeOffset(last, TimeOnly.MaxValue, TimeSpan.Zero);
        // No version is below 0: "or below" keeps an index from answering a range of instants.
        return first == DateOnly.MinValue ? Range(row => row.ChangedAt <= until, row => row.ChangedAt <= until || row.Version < 0)
            : last == DateOnly.MaxValue ? Range(row => row.ChangedAt >= from, row => row.ChangedAt >= from || row.Version < 0)
            : Range(row => row.ChangedAt >= from && row.ChangedAt <= until, row => (row.ChangedAt >= from && row.ChangedAt <= until) || row.Version < 0);
    }

    private static RowCondition<ContributionRow> Range(Expression<Func<ContributionRow, bool>> test, Expression<Func<ContributionRow, bool>> unindexed) => new(test)
    {
        Unindexed = unindexed,
        IsInOneIndex = true,
        Width = (rows, cancel) => Width(rows.Where(test).Select(row => row.Id), cancel),
    };

    private static async Task<int?> Width(IQueryable<Id<Contribution>> ids, CancellationToken cancel) =>
        await ids.Take(MostLookedUp + 1).CountAsync(cancel) is var width and <= MostLookedUp ? width : null;

    /// <summary>It has one of these ids.</summary>
    public static RowCondition<ContributionRow> Ids(IEnumerable<Id<Contribution>> ids)
    {
        var wanted = ids.ToList();
        return new(row => wanted.Contains(row.Id));
    }
}
