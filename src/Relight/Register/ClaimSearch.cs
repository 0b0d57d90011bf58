using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Conditions on claims as the database tests them.</summary>
public static class ClaimSearch
{
    // So many claims are looked up in less time than reading through the index that has all columns takes.
    private const int MostLookedUp = 10_000;

    // So many claims that hold a text are listed and looked up; where more do, the order is walked.
    private const int MostListed = 20_000;

    // No claim is of a day before it: "or before it" keeps an index from answering a range of days.
    private static readonly DateOnly s_never = DateOnly.MinValue;

    private static readonly List<Stage> s_stages = [.. Enum.GetValues<GoodsStage>().Select(stage => (Stage)stage), .. Enum.GetValues<MoneyStage>().Select(stage => (Stage)stage)];

    /// <summary>What is given is one of these.</summary>
    public static RowCondition<ClaimRow> Item(IReadOnlyCollection<ItemKind> kinds)
    {
        var wanted = kinds.Select(kind => kind.ToString()).ToList();
        // Stages go before kinds in the index that has all columns: named all, they lead to the kinds.
        Expression<Func<ClaimRow, bool>> inAll = row => s_stages.Contains(row.Stage) && wanted.Contains(row.Item);
        return new(row => wanted.Contains(row.Item)) { Unindexed = inAll, IsInOneIndex = true, InAllColumns = inAll };
    }

    /// <summary>How far it has come is one of these.</summary>
    public static RowCondition<ClaimRow> Stage(IReadOnlyCollection<Stage> stages)
    {
        var wanted = stages.ToList();
        // The steps go first: they are what the list is sorted by.
        var steps = wanted.Select(stage => stage.Order).Distinct().ToList();
        return new(row => steps.Contains(row.Step) && wanted.Contains(row.Stage)) { Piece = (nameof(ClaimRow.Step), row => steps.Contains(row.Step)) };
    }

    // An end that says nothing is left out: SQLite takes a range with two ends for much rarer than one with a single end,
    // and would look half the claims up by it, whatever else is asked.

    /// <summary>Certainly on or between two days.</summary>
    public static RowCondition<ClaimRow> Days(DateOnly first, DateOnly last)
    {
        if (last == DateOnly.MaxValue)
            return Range(nameof(ClaimRow.Date), row => row.Date >= first, row => row.Date >= first || row.Latest < s_never, row => row.Date >= first);
        if (first == DateOnly.MinValue)
            return Range(nameof(ClaimRow.Date), row => row.Date <= last && row.Latest <= last, row => row.Latest <= last, row => row.Date <= last);
        return Range(
            nameof(ClaimRow.Date),
            row => row.Date >= first && row.Date <= last && row.Latest <= last,
            row => (row.Date >= first || row.Latest < s_never) && row.Latest <= last,
            row => row.Date >= first && row.Date <= last);
    }

    /// <summary>The quantity certainly lies in a range.</summary>
    public static RowCondition<ClaimRow> Quantity(AmountRange range)
    {
        var (measure, low, high) = range;
        if (range.IsOpen)
            return Range(nameof(ClaimRow.Lower), row => row.Measure == measure && row.Lower >= low, row => EF.Functions.Collate(row.Measure, SqliteContext.WithoutIndex) == measure && row.Lower + 0 >= low, row => row.Measure == measure && row.Lower >= low);
        if (range.IsBottomless)
            return Range(nameof(ClaimRow.Lower), row => row.Measure == measure && row.Lower <= high && row.Upper <= high, row => EF.Functions.Collate(row.Measure, SqliteContext.WithoutIndex) == measure && row.Upper <= high, row => row.Measure == measure && row.Lower <= high);
        return Range(
            nameof(ClaimRow.Lower),
            row => row.Measure == measure && row.Lower >= low && row.Lower <= high && row.Upper <= high,
            row => EF.Functions.Collate(row.Measure, SqliteContext.WithoutIndex) == measure && row.Lower + 0 >= low && row.Upper <= high,
            row => row.Measure == measure && row.Lower >= low && row.Lower <= high);
    }

    /// <summary>The value certainly lies in a range.</summary>
    public static RowCondition<ClaimRow> Value(AmountRange range)
    {
        var (currency, low, high) = range;
        if (range.IsOpen)
            return Range(nameof(ClaimRow.ValueLower), row => row.Currency == currency && row.ValueLower >= low, row => EF.Functions.Collate(row.Currency, SqliteContext.WithoutIndex) == currency && row.ValueLower + 0 >= low, row => row.Currency == currency && row.ValueLower >= low);
        if (range.IsBottomless)
            return Range(nameof(ClaimRow.ValueLower), row => row.Currency == currency && row.ValueLower <= high && row.ValueUpper <= high, row => EF.Functions.Collate(row.Currency, SqliteContext.WithoutIndex) == currency && row.ValueUpper <= high, row => row.Currency == currency && row.ValueLower <= high);
        return Range(
            nameof(ClaimRow.ValueLower),
            row => row.Currency == currency && row.ValueLower >= low && row.ValueLower <= high && row.ValueUpper <= high,
            row => EF.Functions.Collate(row.Currency, SqliteContext.WithoutIndex) == currency && row.ValueLower + 0 >= low && row.ValueUpper <= high,
            row => row.Currency == currency && row.ValueLower >= low && row.ValueLower <= high);
    }

    // The piece is what an index has of it.
    private static RowCondition<ClaimRow> Range(
        string column, Expression<Func<ClaimRow, bool>> test, Expression<Func<ClaimRow, bool>> unindexed, Expression<Func<ClaimRow, bool>> piece)
    {
        return new(test)
        {
            Piece = (column, piece),
            Unindexed = unindexed,
            IsInOneIndex = true,
            Width = (rows, cancel) => Width(rows, piece, cancel),
        };
    }

    private static async Task<int?> Width(IQueryable<ClaimRow> rows, Expression<Func<ClaimRow, bool>> piece, CancellationToken cancel) =>
        await rows.Where(piece).Select(row => row.Id).Take(MostLookedUp + 1).CountAsync(cancel) is var width and <= MostLookedUp ? width : null;

    /// <summary>The name of a donor holds a text.</summary>
    public static RowCondition<ClaimRow> Donor(RelightContext db, Id<Operation> operation, string text)
    {
        // Names that several groups share are rare, and are told apart when the row is read.
        if (DonorNames.Listed(db, operation, text) is { } names)
            return new(row => names.Contains(row.DonorNames))
            {
                IsExact = false,
                Unindexed = row => names.Contains(EF.Functions.Collate(row.DonorNames, SqliteContext.WithoutIndex)),
                IsInOneIndex = true,
                Width = (rows, cancel) => Width(rows, row => names.Contains(row.DonorNames), cancel),
            };
        var groups = DonorNames.Holding(db, operation, text);
        return new(row => groups.Contains(row.DonorNames)) { IsExact = false };
    }

    /// <summary>The donors have one of these names, see <see cref="DonorGroupRow.Names"/>.</summary>
    public static RowCondition<ClaimRow> Donor(IReadOnlyCollection<string> names)
    {
        var wanted = names.ToList();
        return new(row => wanted.Contains(row.DonorNames));
    }

    /// <summary>The language of the source is one of these.</summary>
    public static RowCondition<ClaimRow> Language(IEnumerable<string> tags)
    {
        var wanted = tags.Select(tag => tag.ToLowerInvariant()).ToList();
        return new(row => wanted.Contains(row.Language))
        {
            Unindexed = row => wanted.Contains(EF.Functions.Collate(row.Language, SqliteContext.WithoutIndex)),
            IsInOneIndex = true,
            Width = (rows, cancel) => Width(rows, row => wanted.Contains(row.Language), cancel),
        };
    }

    /// <summary>The description of what is given holds a text.</summary>
    public static RowCondition<ClaimRow> Description(RelightContext db, string text) =>
        Holding(db, nameof(ClaimRow.Description), text) with { Likely = Having(ClaimRow.DescriptionLetters, text) };

    /// <summary>The quote holds a text.</summary>
    public static RowCondition<ClaimRow> Quote(RelightContext db, string text) =>
        Holding(db, nameof(ClaimRow.Quote), text) with { Likely = Having(ClaimRow.QuoteLetters, text) };

    /// <summary>The address of the source holds a text.</summary>
    public static RowCondition<ClaimRow> Address(RelightContext db, string text) => Holding(db, nameof(ClaimRow.Address), text);

    private static RowCondition<ClaimRow> Holding(RelightContext db, string column, string text)
    {
        var words = SearchText.Of(text);
        return new(row => EF.Property<string>(row, column).Contains(words)) { Shortlist = cancel => db.ClaimsWith(column, words, MostListed, cancel) };
    }

    // Columns of which a text asks no bit are left out: testing them of a million claims takes time too.
    private static List<Expression<Func<ClaimRow, bool>>> Having(IReadOnlyList<string> columns, string text) =>
        [.. columns.Zip(TextSignature.Of(SearchText.Of(text), columns.Count)).Where(asked => asked.Second != 0).Select(asked => Has(asked.First, asked.Second))];

    private static Expression<Func<ClaimRow, bool>> Has(string column, long bits) => row => (EF.Property<long>(row, column) & bits) == bits;

    /// <summary>Who published the source holds a text in the name.</summary>
    public static RowCondition<ClaimRow> Publisher(RelightContext db, Id<Operation> operation, string text)
    {
        var words = SearchText.Of(text);
        return new(row => row.Publisher.Contains(words)) { Shortlist = cancel => Publishers(db, operation, words, cancel) };
    }

    // A register has few publishers beside its claims, and an index of claims leads from each to the next.
    private static async Task<RowShortlist<ClaimRow>?> Publishers(RelightContext db, Id<Operation> operation, string words, CancellationToken cancel)
    {
        const int MostNames = 300;
        var names = (await db.Publishers(operation, cancel)).Where(name => name.Contains(words, StringComparison.Ordinal)).Take(MostNames + 1).ToList();
        if (names.Count > MostNames)
            return null;
        var claims = db.Claims.Where(row => row.Operation == operation && names.Contains(row.Publisher));
        var isShort = await claims.Take(RowShortlist<ClaimRow>.Most + 1).CountAsync(cancel) <= RowShortlist<ClaimRow>.Most;
        return new(row => names.Contains(row.Publisher), isShort);
    }

    /// <summary>It has one of these ids.</summary>
    public static RowCondition<ClaimRow> Ids(IEnumerable<Id<Claim>> ids)
    {
        var wanted = ids.ToList();
        return new(row => wanted.Contains(row.Id));
    }

    /// <summary>It was adopted into one of these contributions.</summary>
    public static RowCondition<ClaimRow> AdoptedInto(RelightContext db, IEnumerable<Id<Contribution>> contributions)
    {
        var wanted = contributions.ToList();
        var claims = db.Adoptions.Where(adoption => wanted.Contains(adoption.Contribution)).Select(adoption => adoption.Claim);
        return new(row => claims.Contains(row.Id));
    }

    /// <summary>Whether it was adopted.</summary>
    public static RowCondition<ClaimRow> Adopted(RelightContext db, bool adopted) => adopted
        ? new(row => db.Adoptions.Any(adoption => adoption.Claim == row.Id))
        : new(row => !db.Adoptions.Any(adoption => adoption.Claim == row.Id));
}
