using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Storage;
using Order = Relight.Storage.RowOrder<Relight.Register.Contribution, Relight.Storage.ContributionRow>;

namespace Relight.Tests.Register;

/// <summary>Contributions that are found in memory are those that one finds by reading every record.</summary>
public class KeptContributionsTests
{
    /// <summary>Each database, with contributions in one block and in many.</summary>
    public static TheoryData<string, int> Registers => KeptListsTests.Registers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IReadOnlyList<(Order Order, Func<ContributionRow, IComparable?> Key)> Orders =>
    [
        (Order.By(row => row.ChangedAt), row => row.ChangedAt),
        (Order.By(row => row.Title), row => new Ordinal(row.Title)),
        (Order.By(row => row.DonorNames), row => new Ordinal(row.DonorNames)),
        (Order.ByOptional(row => row.Item), row => row.Item is null ? null : new Ordinal(row.Item)),
        (Order.By(row => row.Step), row => row.Step),
        (Order.By(row => row.Lower), row => row.Lower),
        (Order.By(row => row.ValueLower), row => row.ValueLower),
        (Order.By(row => row.Claims), row => row.Claims),
        (Order.By(row => row.Members), row => row.Members),
        (Order.By(row => row.Id), row => new Ordinal(row.Id.ToString())),
    ];

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_are_those_found_by_reading_every_contribution(string kind, int rowsOfBlock)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, records) = await Filled(test);
        var kept = new KeptLists(test.Database, rowsOfBlock);
        await using var db = test.Database.Open();
        var conditions = ConditionsOf(register);
        Assert.All(conditions.Take(PartConditions().Count), pair => Assert.InRange(records.Count(each => pair.Keeps(each.Record)), 1, records.Count - 1));
        foreach (var (order, key) in Orders)
            foreach (var descending in new[] { false, true })
                foreach (var (place, (condition, isMet)) in conditions.Index())
                {
                    var (other, isOtherMet) = conditions[(place + 3) % conditions.Count];
                    var expected = Sorted(records.Where(each => isMet(each.Record) && isOtherMet(each.Record)).Select(each => each.Row), key, descending);
                    IRowSearch<Contribution> Search() => kept.Contributions(register.Operation, [condition, other], order, descending);
                    Assert.Equal(expected, await ListFixture.Paged(db, Search, order, 7));
                    var one = Search();
                    Assert.Equal(expected, await ListFixture.Paged(db, () => one, order, 7));
                    Assert.Equal(expected.Count, await Search().Count(Cancel));
                }
    }

    // Each condition may be met by another part, and each by itself must be met by one.
    [Fact]
    public async Task Each_pair_of_conditions_on_parts_is_met_by_those_that_meet_both()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, records) = await Filled(test);
        var kept = new KeptLists(test.Database);
        foreach (var (one, isOne) in PartConditions())
            foreach (var (other, isOther) in PartConditions())
                Assert.Equal(
                    records.Where(each => isOne(each.Record) && isOther(each.Record)).Select(each => each.Row.Id).Order(),
                    (await kept.Contributions(register.Operation, [one, other], Order.By(row => row.Lower), true).Find(null, 1_000, Cancel)).Ids.Order());
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task A_step_forward_and_back_is_found_at_once(string kind, int rowsOfBlock)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await RegisterFixture.Open(test.Database);
        var kept = new KeptLists(test.Database, rowsOfBlock);
        Task<long> Count(params ListCondition[] conditions) => kept.Contributions(register.Operation, conditions, Order.By(row => row.Title), false).Count(Cancel);
        Assert.Equal(0, await Count());
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(10))), "k");
        Assert.Equal(1, await Count(ContributionSearch.Furthest([GoodsStage.Announced])));
        await register.Do(Committed(1));
        Assert.Equal(1, await Count(ContributionSearch.Furthest([GoodsStage.Committed]), ContributionSearch.Stage([GoodsStage.Announced])));
        await register.Do(NotCommitted(2));
        Assert.Equal(0, await Count(ContributionSearch.Stage([GoodsStage.Committed])));
        Assert.Equal(1, await Count());
        await register.Do(new DropClaim(Id<Contribution>.Named("k"), 3, Id<Claim>.Named("c"), "of another gift"));
        Assert.Equal(0, await Count());
    }

    // The place of a contribution that changed is left behind: where most places are such, all is read anew.
    [Fact]
    public async Task A_contribution_that_changes_often_takes_no_more_room()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var kept = new KeptLists(test.Database, rowsOfBlock: 3);
        await register.Adopt(await register.Recorded(register.Claim("c", Bounds.Exactly(10))), "k");
        for (var version = 1; version < 20; version += 2)
        {
            await register.Do(Committed(version));
            Assert.Equal(1, await kept.Contributions(register.Operation, [ContributionSearch.Furthest([GoodsStage.Committed])], Order.By(row => row.Title), false).Count(Cancel));
            await register.Do(NotCommitted(version + 1));
            Assert.Equal(1, await kept.Contributions(register.Operation, [ContributionSearch.Furthest([GoodsStage.Announced])], Order.By(row => row.Title), false).Count(Cancel));
        }
    }

    private static AdvanceStage Committed(int version) =>
        new(Id<Contribution>.Named("k"), version, ItemKind.GeneratingSet, GoodsStage.Announced, GoodsStage.Committed, Quantity.Pieces(4), null, new(2022, 11, 28), "as told");

    private static TakeBackStage NotCommitted(int version) => new(Id<Contribution>.Named("k"), version, ItemKind.GeneratingSet, "pcs", GoodsStage.Committed, "of another gift");

    private static IReadOnlyList<(ListCondition Condition, Func<Contribution, bool> Keeps)> ConditionsOf(RegisterFixture register) =>
    [
        .. PartConditions(),
        (ContributionSearch.Title("ONE 1"), record => record.Title.Contains("one 1", StringComparison.Ordinal)),
        (ContributionSearch.Title("no such title"), _ => false),
        (ContributionSearch.Donor("ited st"), record => record.Donors.Value.Members.Contains(register.Other.Id)),
        (ContributionSearch.Donor(["United States", "nobody"]), record => record.Donors.Value.Members.Contains(register.Other.Id)),
        (ContributionSearch.Of(register.Other.Id), record => record.Donors.Value.Members.Contains(register.Other.Id)),
        (ContributionSearch.Of(null), _ => false),
        (ContributionSearch.FirstItem(ItemKind.Fuel), record => record.Items is [{ Value.Item.Kind: ItemKind.Fuel }, ..]),
        (ContributionSearch.Furthest([GoodsStage.Withdrawn, GoodsStage.Announced]), record => record.Furthest == GoodsStage.Withdrawn || record.Furthest == GoodsStage.Announced),
        (ContributionSearch.Claims(2, 9), record => record.Claims.Count >= 2),
        (ContributionSearch.Jointly(false), _ => true),
        (ContributionSearch.Jointly(true), _ => false),
        (ContributionSearch.Changed(DateOnly.MinValue, new DateOnly(2022, 12, 1)), _ => true),
        (ContributionSearch.Changed(new DateOnly(2022, 12, 2), DateOnly.MaxValue), _ => false),
        (ContributionSearch.Ids([Id<Contribution>.Named("one 3"), Id<Contribution>.Named("none")]), record => record.Title == "one 3"),
    ];

    private static IReadOnlyList<(ListCondition Condition, Func<Contribution, bool> Keeps)> PartConditions()
    {
        (ListCondition, Func<Contribution, bool>) Items(params ItemKind[] kinds) =>
            (ContributionSearch.Item(kinds), record => record.Items.Any(item => kinds.Contains(item.Value.Item.Kind)));
        (ListCondition, Func<Contribution, bool>) Stages(params Stage[] stages) =>
            (ContributionSearch.Stage(stages), record => record.Items.Any(item => stages.Contains(item.Value.Stage)) || record.Values.Any(value => stages.Contains(value.Value.Stage)));
        (ListCondition, Func<Contribution, bool>) Quantity(Dimension dimension, decimal? low, decimal? high) =>
        (
            ContributionSearch.Amount(new AmountRange(dimension.ToString(), low is { } l ? (long)(l * 1000) : long.MinValue, high is { } h ? (long)(h * 1000) : long.MaxValue)),
            record => record.Items.Any(item => item.Value.Quantity is { Bounds.IsSpecified: true } quantity && quantity.Unit.Dimension == dimension
                && In(quantity.In(dimension == Dimension.Mass ? Unit.Kilogram : Unit.Piece)!.Bounds, low, high)));
        (ListCondition, Func<Contribution, bool>) Value(string currency, decimal? low, decimal? high) =>
        (
            ContributionSearch.Amount(new AmountRange(currency, low is { } l ? (long)(l * 1000) : long.MinValue, high is { } h ? (long)(h * 1000) : long.MaxValue)),
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

    // Of one claim each, and of several of other kinds, stages, measures and currencies.
    private static async Task<(RegisterFixture Register, IReadOnlyList<(ContributionRow Row, Contribution Record)> Records)> Filled(TestDatabases test)
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
        return (register, (await db.Contributions.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => (Row: row, Record: row.Read())));
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
