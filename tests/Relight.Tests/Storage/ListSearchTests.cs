using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;
using Order = Relight.Storage.RowOrder<Relight.Register.Contribution, Relight.Storage.ContributionRow>;

namespace Relight.Tests.Storage;

/// <summary>What the database finds by columns is what one finds by reading every record.</summary>
public class ListSearchTests
{
    /// <summary>Each database, with lists that are found as those of a small register and as those of a large one.</summary>
    public static TheoryData<string, bool> Registers => [.. from row in TestDatabases.All from isLarge in new[] { false, true } select (row.Data, isLarge)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IReadOnlyDictionary<string, (Order Order, Func<ContributionRow, IComparable?> Key)> Orders => new Dictionary<string, (Order, Func<ContributionRow, IComparable?>)>
    {
        ["changed"] = (Order.By(row => row.ChangedAt), row => row.ChangedAt),
        ["title"] = (Order.By(row => row.Title), row => new Ordinal(row.Title)),
        ["donor"] = (Order.By(row => row.DonorNames), row => new Ordinal(row.DonorNames)),
        ["item"] = (Order.By(row => row.Item), row => row.Item is null ? null : new Ordinal(row.Item)),
        ["step"] = (Order.By(row => row.Step), row => row.Step),
        ["quantity"] = (Order.By(row => row.Lower), row => row.Lower),
        ["value"] = (Order.By(row => row.ValueLower), row => row.ValueLower),
        ["claims"] = (Order.By(row => row.Claims), row => row.Claims),
        ["id"] = (Order.By(row => row.Id), row => new Ordinal(row.Id.ToString())),
    };

    // What lies in tables does not change its meaning.
    [Fact]
    public void Kinds_and_stages_keep_their_bits()
    {
        Assert.Equal(1L << 3, ContributionRow.BitsOf([ItemKind.PowerTransformer]));
        Assert.Equal((1L << 21) | (1L << 23), ContributionRow.BitsOf([ItemKind.Fuel, ItemKind.WinterEquipment]));
        Assert.Equal((1L << 4) | (1L << 7), ContributionRow.BitsOf([GoodsStage.Received, GoodsStage.Lost]));
        Assert.Equal((1L << 34) | (1L << 39), ContributionRow.BitsOf([MoneyStage.Paid, MoneyStage.Lost]));
    }

    // What a large register has many of, a small one has where few rows are looked at one by one, and no condition counts as narrow.
    private static RowSearch<Contribution, ContributionRow> Search(RelightContext db, IEnumerable<RowCondition<ContributionRow>> conditions, Order order, bool descending, bool isLarge) => isLarge
        ? new(db, db.Contributions, [.. conditions.Select(condition => condition with { Width = null, Shortlist = null })], order, descending, stretch: 2)
        : new(db, db.Contributions, [.. conditions], order, descending);

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_found_by_columns_are_those_found_by_reading_every_contribution(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, _, records) = await WithContributions(test);
        await using var db = test.Database.Open();
        var conditions = ConditionsOf(db, register);
        foreach (var (order, key) in Orders.Values)
            foreach (var descending in new[] { false, true })
                foreach (var (place, (condition, isMet)) in conditions.Index())
                {
                    var (other, isOtherMet) = conditions[(place + 3) % conditions.Count];
                    var expected = Sorted(records.Where(each => isMet(each.Record) && isOtherMet(each.Record)).Select(each => each.Row), key, descending);
                    var search = Search(db, [condition, other], order, descending, isLarge);
                    Assert.Equal(expected, await ListFixture.Paged(db, () => search, order, 7));
                    Assert.Equal(expected.Count, await search.Count(Cancel));
                }
    }

    // Of what the list is sorted by, several values may be asked for: each is a piece of the order.
    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_sorted_by_what_may_be_one_of_several_are_those_found_by_reading_every_contribution(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, _, records) = await WithContributions(test);
        await using var db = test.Database.Open();
        (string Order, RowCondition<ContributionRow> Condition, Func<ContributionRow, bool> Test)[] pieces =
        [
            ("item", ContributionSearch.FirstItem(ItemKind.Fuel), row => row.Item == nameof(ItemKind.Fuel)),
            ("item", ContributionSearch.FirstItem(ItemKind.Battery), _ => false),
            ("step", ContributionSearch.Furthest([GoodsStage.Withdrawn, GoodsStage.Announced]), row => row.Step == ((Stage)GoodsStage.Withdrawn).Order || row.Step == ((Stage)GoodsStage.Announced).Order),
            ("donor", ContributionSearch.Donor(db, register.Operation, "e"), _ => true),
            ("donor", ContributionSearch.Donor(["United States", "nobody"]), row => row.DonorNames == "United States"),
            ("donor", ContributionSearch.Donor(["United States", "France"]), _ => true),
        ];
        foreach (var (name, condition, isMet) in pieces)
            foreach (var descending in new[] { false, true })
                foreach (var size in new[] { 1, 7, 200 })
                    foreach (var (other, isOtherMet) in ConditionsOf(db, register).Select(pair => ((RowCondition<ContributionRow>?)pair.Condition, pair.Keeps)).Prepend((null, _ => true)))
                    {
                        var (order, key) = Orders[name];
                        var onOrder = condition with { IsOnOrder = true };
                        var search = Search(db, other is null ? [onOrder] : [onOrder, other], order, descending, isLarge);
                        var expected = Sorted(records.Where(each => isMet(each.Row) && isOtherMet(each.Record)).Select(each => each.Row), key, descending);
                        Assert.Equal(expected, await ListFixture.Paged(db, () => search, order, size));
                    }
    }

    private static IReadOnlyList<(RowCondition<ContributionRow> Condition, Func<Contribution, bool> Keeps)> ConditionsOf(RelightContext db, RegisterFixture register) =>
    [
        .. PartConditions(db, register.Operation),
        (ContributionSearch.Title(db, register.Operation, "ONE 1"), record => record.Title.Contains("one 1", StringComparison.Ordinal)),
        (ContributionSearch.Title(db, register.Operation, "no such title"), _ => false),
        (ContributionSearch.Donor(db, register.Operation, "ited st"), record => record.Donors.Value.Members.Contains(register.Other.Id)),
        (ContributionSearch.Claims(2, 9), record => record.Claims.Count >= 2),
        (ContributionSearch.Jointly(false), _ => true),
        (ContributionSearch.Changed(DateOnly.MinValue, new DateOnly(2022, 12, 1)), _ => true),
    ];

    // What a contribution consists of may be of several kinds, stages, measures and currencies: one part must meet a condition,
    // and each condition another.
    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Contributions_found_by_what_they_consist_of_are_those_found_by_reading_each(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, _, records) = await WithContributions(test);
        await using var db = test.Database.Open();
        var conditions = PartConditions(db, register.Operation);
        var meeting = conditions.Select(pair => records.Where(each => pair.Keeps(each.Record)).Select(each => each.Row.Id).ToHashSet()).ToList();
        Assert.All(meeting, ids => Assert.InRange(ids.Count, 1, records.Count - 1));
        Assert.Contains(records, each => each.Row.HasSeveralMeasures);
        Assert.Contains(records, each => each.Row is { Measure: not null, Kinds: var kinds } && !long.IsPow2(kinds));
        foreach (var (i, (one, _)) in conditions.Index())
        {
            Assert.Equal(meeting[i].Order(), (await db.Contributions.Where(one.Test).Select(row => row.Id).ToListAsync(Cancel)).Order());
            Assert.Equal(meeting[i].Order(), (await ((IQueryable<Id<Contribution>>)one.Holders!).Distinct().ToListAsync(Cancel)).Order());
            foreach (var (j, (other, _)) in conditions.Index())
            {
                IReadOnlyList<RowCondition<ContributionRow>> asked = i == j ? [one] : [one, other];
                var search = new RowSearch<Contribution, ContributionRow>(db, db.Contributions, asked, RowOrder<Contribution, ContributionRow>.By(row => row.Lower), true);
                Assert.Equal(meeting[i].Intersect(meeting[j]).Order(), (await search.Find(null, 1_000, Cancel)).Ids.Order());
                Assert.Equal(meeting[i].Intersect(meeting[j]).Count(), await search.Count(Cancel));
            }
        }
    }

    // Of one claim each, and of several of other kinds, stages, measures and currencies.
    private static async Task<(RegisterFixture Register, IReadOnlyList<Claim> Claims, IReadOnlyList<(ContributionRow Row, Contribution Record)> Records)> WithContributions(TestDatabases test)
    {
        var (register, claims) = await ListFixture.Filled(test);
        var versions = new Dictionary<string, int>();
        var money = new[] { MoneyStage.Signed, MoneyStage.Paid }.Select(stage => register.Claim($"of money {stage}", Bounds.Unspecified, stage) with
        {
            Item = new Item(ItemKind.Money, "money"),
            Quantity = null,
            Value = new Money(Bounds.AtMost(900), Currency.Parse("EUR", null), new DateOnly(2022, 11, 1)),
        });
        foreach (var claim in money)
            await register.Recorded(claim);
        foreach (var (i, claim) in claims.Concat(money).Index())
        {
            var contribution = i < 20 ? $"one {i}" : $"several {i / 4}";
            Assert.Empty((await register.Adopt(claim, contribution, versions.GetValueOrDefault(contribution))).Refusals);
            versions[contribution] = versions.GetValueOrDefault(contribution) + 1;
        }
        await using var db = test.Database.Open();
        return (register, claims, (await db.Contributions.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => (Row: row, Record: row.Read())));
    }

    private static IReadOnlyList<(RowCondition<ContributionRow> Condition, Func<Contribution, bool> Keeps)> PartConditions(RelightContext db, Id<Operation> operation)
    {
        (RowCondition<ContributionRow>, Func<Contribution, bool>) Items(params ItemKind[] kinds) =>
            (ContributionSearch.Item(db, operation, kinds), record => record.Items.Any(item => kinds.Contains(item.Value.Item.Kind)));
        (RowCondition<ContributionRow>, Func<Contribution, bool>) Stages(params Stage[] stages) =>
            (ContributionSearch.Stage(db, operation, stages), record => record.Items.Any(item => stages.Contains(item.Value.Stage)) || record.Values.Any(value => stages.Contains(value.Value.Stage)));
        (RowCondition<ContributionRow>, Func<Contribution, bool>) Quantity(Dimension dimension, decimal? low, decimal? high) =>
        (
            ContributionSearch.Quantity(db, operation, new AmountRange(dimension.ToString(), low is { } l ? (long)(l * 1000) : long.MinValue, high is { } h ? (long)(h * 1000) : long.MaxValue)),
            record => record.Items.Any(item => item.Value.Quantity is { Bounds.IsSpecified: true } quantity && quantity.Unit.Dimension == dimension
                && In(quantity.In(dimension == Dimension.Mass ? Unit.Kilogram : Unit.Piece)!.Bounds, low, high)));
        (RowCondition<ContributionRow>, Func<Contribution, bool>) Value(string currency, decimal? low, decimal? high) =>
        (
            ContributionSearch.Value(db, operation, new AmountRange(currency, low is { } l ? (long)(l * 1000) : long.MinValue, high is { } h ? (long)(h * 1000) : long.MaxValue)),
            record => record.Values.Any(value => value.Value.Money is var money && money.Currency.Code == currency && In(money.Bounds, low, high)));
        static bool In(Bounds bounds, decimal? low, decimal? high) => (low is null || bounds.Lower >= low) && (high is null || bounds.Upper <= high);
        return
        [
            Items(ItemKind.Fuel), Items(ItemKind.GeneratingSet, ItemKind.Lighting),
            Stages(GoodsStage.Received), Stages(GoodsStage.Announced, MoneyStage.Paid), Stages(MoneyStage.Signed, MoneyStage.Paid),
            Quantity(Dimension.Count, 15, null), Quantity(Dimension.Count, null, 20), Quantity(Dimension.Count, 5, 20), Quantity(Dimension.Mass, 2500, null), Quantity(Dimension.Mass, 0, 2500),
            Value("EUR", 3000, null), Value("EUR", null, 3000), Value("EUR", 1000, 4000), Value("UAH", 2000, null),
        ];
    }

    [Fact]
    public async Task Words_that_no_index_of_SQLite_answers_keep_the_same_rows()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, claims) = await ListFixture.Filled(test);
        foreach (var (i, claim) in claims.Take(5).Index())
            await register.Adopt(claim, $"k{i}");
        await using var db = test.Database.Open();
        (DateOnly, DateOnly)[] days = [(new(2022, 11, 9), DateOnly.MaxValue), (DateOnly.MinValue, new(2022, 11, 9)), (new(2022, 11, 9), new(2022, 11, 20))];
        foreach (var (first, last) in days)
            Assert.Equal(
                await Ids(db.Contributions.Where(ContributionSearch.Changed(first, last).Test)), await Ids(db.Contributions.Where(ContributionSearch.Changed(first, last).Unindexed!)));
        RowCondition<ContributionRow>[] own =
        [
            ContributionSearch.Donor(db, register.Operation, "fra"), ContributionSearch.Jointly(false),
            ContributionSearch.Furthest([GoodsStage.Received]), ContributionSearch.Furthest([GoodsStage.Received, GoodsStage.Withdrawn, MoneyStage.Paid]),
        ];
        foreach (var condition in own)
            Assert.Equal(await Ids(db.Contributions.Where(condition.Test)), await Ids(db.Contributions.Where(condition.Unindexed!)));

        static async Task<List<Guid>> Ids<TRecord>(IQueryable<TRecord> rows)
            where TRecord : class => [.. (await rows.Select(row => EF.Property<object>(row, "Id")).ToListAsync(Cancel)).Select(id => Guid.Parse(id.ToString()!)).Order()];
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_organisation_that_is_renamed_is_found_by_its_new_name(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        await register.Adopt(claims[1], "k");
        await register.Do(new CorrectOrganisation(register.Donor with { Name = "French Republic" }, register.Donor, "its full name"));
        await using var db = test.Database.Open();
        Assert.Equal(claims.Count(claim => claim.Donors.Members.Contains(register.Donor.Id)), await db.Claims.CountAsync(row => row.DonorNames.StartsWith("French"), Cancel));
        var search = new RowSearch<Contribution, ContributionRow>(db, db.Contributions, [ContributionSearch.Donor(db, register.Operation, "republic")], Order.By(row => row.ChangedAt), false);
        Assert.Equal(1, await search.Count(Cancel));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Columns_that_a_migration_added_are_filled_from_the_records(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        await register.Adopt(claims[0], "k");
        await test.Tamper(
            """
            UPDATE claim SET "DonorNames" = '', "Publisher" = '', "Language" = '', "Description" = '', "Quote" = '', "Address" = '', "Step" = 0, "Measure" = NULL, "Lower" = NULL, "Upper" = NULL;
            UPDATE contribution SET "DonorNames" = '', "Members" = 0, "Claims" = 0, "Item" = NULL, "Lower" = NULL, "Words" = '', "Stages" = 0, "Kinds" = 0, "Measure" = NULL, "HighestLower" = NULL;
            DELETE FROM part; DELETE FROM donor_group;
            """);
        await test.Database.Migrate(Cancel);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    private static List<Id<Contribution>> Sorted(IEnumerable<ContributionRow> rows, Func<ContributionRow, IComparable?> key, bool descending)
    {
        var known = rows.OrderBy(row => key(row) is null);
        return [.. (descending ? known.ThenByDescending(key).ThenByDescending(Text) : known.ThenBy(key).ThenBy(Text)).Select(row => row.Id)];
        static Ordinal Text(ContributionRow row) => new(row.Id.ToString());
    }

    private sealed record Ordinal(string Value) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Value, ((Ordinal)obj!).Value);
    }
}
