using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Register;
using Order = Relight.Storage.RowOrder<Relight.Register.Claim, Relight.Storage.ClaimRow>;

namespace Relight.Tests.Storage;

/// <summary>What the database finds by columns is what one finds by reading every record.</summary>
public class ListSearchTests
{
    private static readonly string[] s_words = ["генератори для лікарні", "Transformers, 330 kV", "blankets", "Straße lamps"];

    /// <summary>Each database, with lists that are found as those of a small register and as those of a large one.</summary>
    public static TheoryData<string, bool> Registers => [.. from row in TestDatabases.All from isLarge in new[] { false, true } select (row.Data, isLarge)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IReadOnlyDictionary<string, (Order Order, Func<Claim, IComparable?> Key)> Orders => new Dictionary<string, (Order, Func<Claim, IComparable?>)>
    {
        ["date"] = (Order.By(row => row.Date), claim => claim.Date.Earliest),
        ["quantity"] = (Order.By(row => row.Lower), claim => claim.Quantity is { Bounds.IsSpecified: true } q ? q.Bounds.Lower * q.Unit.InBase * (q.Unit.Dimension == Dimension.Mass ? 1000 : 1) : null),
        ["step"] = (Order.By(row => row.Step), claim => claim.Stage.Order),
        ["item"] = (Order.By(row => row.Item), claim => new Ordinal(claim.Item.Kind.ToString())),
        ["donor"] = (Order.By(row => row.DonorNames), claim => new Ordinal(claim.Donors.Members.Contains(Id<Organisation>.Named("US")) ? "United States" : "France")),
        ["id"] = (Order.By(row => row.Id), claim => new Ordinal(claim.Id.ToString())),
    };

    private static IReadOnlyList<(RowCondition<ClaimRow> Condition, Func<Claim, bool> Test)> ConditionsOf(RelightContext db, Id<Operation> operation) =>
    [
        (ClaimSearch.Item([ItemKind.Fuel, ItemKind.Lighting]), claim => claim.Item.Kind is ItemKind.Fuel or ItemKind.Lighting),
        (ClaimSearch.Stage([GoodsStage.Received, GoodsStage.Withdrawn]), claim => claim.Stage == GoodsStage.Received || claim.Stage == GoodsStage.Withdrawn),
        (ClaimSearch.Days(new(2022, 11, 10), new(2022, 11, 20)), claim => claim.Date.Earliest >= new DateOnly(2022, 11, 10) && claim.Date.Latest <= new DateOnly(2022, 11, 20)),
        (ClaimSearch.Quantity(new AmountRange("Mass", 2_000_000, long.MaxValue)), claim => claim.Quantity?.In(Unit.Kilogram) is { Bounds: { IsSpecified: true, Lower: >= 2000 } }),
        (ClaimSearch.Quantity(new AmountRange("Count", long.MinValue, 20_000)), claim => claim.Quantity is { Bounds: { IsSpecified: true, Upper: <= 20 } } q && q.Unit == Unit.Piece),
        (ClaimSearch.Quantity(new AmountRange("Count", 10_000, long.MaxValue)), claim => claim.Quantity is { Bounds: { IsSpecified: true, Lower: >= 10 } } q && q.Unit == Unit.Piece),
        (ClaimSearch.Description(db, "ГЕНЕРАТОРИ"), claim => claim.Item.Description.Contains("генератори", StringComparison.Ordinal)),
        (ClaimSearch.Description(db, "330 kv"), claim => claim.Item.Description.Contains("330 kV", StringComparison.Ordinal)),
        (OfMany(ClaimSearch.Description(db, "ГЕНЕРАТОРИ")), claim => claim.Item.Description.Contains("генератори", StringComparison.Ordinal)),
        (OfMany(ClaimSearch.Description(db, "330 kv")), claim => claim.Item.Description.Contains("330 kV", StringComparison.Ordinal)),
        (OfMany(ClaimSearch.Description(db, "blankets gives")), _ => false),
        (OfMany(ClaimSearch.Description(db, "gives")), _ => false),
        (OfMany(ClaimSearch.Quote(db, "France gives")), _ => true),
        (ClaimSearch.Quote(db, "generators"), _ => true),
        (ClaimSearch.Quote(db, "blankets"), _ => false),
        (ClaimSearch.Address(db, "ex"), _ => true),
        (ClaimSearch.Description(db, "no such \"thing\""), _ => false),
        (ClaimSearch.Donor(["United States"]), claim => claim.Donors.Members.Contains(Id<Organisation>.Named("US"))),
        (ClaimSearch.Language(["EN"]), _ => true),
        (ClaimSearch.Publisher(db, operation, "xamp"), _ => true),
        (ClaimSearch.Publisher(db, operation, "nobody"), _ => false),
    ];

    // What lies in tables does not change its meaning.
    [Fact]
    public void Kinds_and_stages_keep_their_bits()
    {
        Assert.Equal(1L << 3, ContributionRow.BitsOf([ItemKind.PowerTransformer]));
        Assert.Equal((1L << 21) | (1L << 23), ContributionRow.BitsOf([ItemKind.Fuel, ItemKind.WinterEquipment]));
        Assert.Equal((1L << 4) | (1L << 7), ContributionRow.BitsOf([GoodsStage.Received, GoodsStage.Lost]));
        Assert.Equal((1L << 34) | (1L << 39), ContributionRow.BitsOf([MoneyStage.Paid, MoneyStage.Lost]));
    }

    private static async Task<IEnumerable<Id<Claim>>> Listed(RelightContext db, string text) =>
        (await db.ClaimsWith(nameof(ClaimRow.Description), SearchText.Of(text), 100, Cancel))!.Ids!.Select(id => new Id<Claim>(id)).Order();

    // The way that a text is sought which thousands of claims hold: no list is made of them.
    private static RowCondition<ClaimRow> OfMany(RowCondition<ClaimRow> condition) => condition with { Shortlist = null };

    // What a large register has many of, a small one has where few rows are looked at one by one, and no condition counts as narrow.
    private static RowSearch<Claim, ClaimRow> Search(RelightContext db, IEnumerable<RowCondition<ClaimRow>> conditions, Order order, bool descending, bool isLarge) => isLarge
        ? new(db, db.Claims, [.. conditions.Select(condition => condition with { Width = null })], order, descending, stretch: 2)
        : new(db, db.Claims, [.. conditions], order, descending);

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_found_by_columns_are_those_found_by_reading_every_claim(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await Filled(test);
        await using var db = test.Database.Open();
        var conditions = ConditionsOf(db, register.Operation);
        foreach (var (name, (order, key)) in Orders)
            foreach (var descending in new[] { false, true })
                foreach (var (place, pair) in conditions.Index())
                {
                    var other = conditions[(place + 3) % conditions.Count];
                    var expected = Sorted(claims.Where(claim => pair.Test(claim) && other.Test(claim)), key, descending);
                    Assert.Equal(expected, await Paged(Search(db, [pair.Condition, other.Condition], order, descending, isLarge), order, 7));
                }
    }

    // Of what the list is sorted by, several values may be asked for: each is a piece of the order.
    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_sorted_by_what_may_be_one_of_several_are_those_found_by_reading_every_claim(string kind, bool isLarge)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await Filled(test);
        await using var db = test.Database.Open();
        Func<Claim, bool> OfKinds(params ItemKind[] kinds) => claim => kinds.Contains(claim.Item.Kind);
        (string Order, RowCondition<ClaimRow> Condition, Func<Claim, bool> Test)[] pieces =
        [
            ("item", ClaimSearch.Item([ItemKind.PowerTransformer, ItemKind.Fuel]), OfKinds(ItemKind.PowerTransformer, ItemKind.Fuel)),
            ("item", ClaimSearch.Item([ItemKind.Lighting, ItemKind.Battery, ItemKind.Fuel, ItemKind.GeneratingSet]), OfKinds(ItemKind.Lighting, ItemKind.Fuel, ItemKind.GeneratingSet)),
            ("item", ClaimSearch.Item([ItemKind.Battery, ItemKind.Lighting]), OfKinds(ItemKind.Lighting)),
            ("item", ClaimSearch.Item([ItemKind.Battery, ItemKind.Battery]), OfKinds()),
            ("step", ClaimSearch.Stage([GoodsStage.Withdrawn, GoodsStage.Announced]), claim => claim.Stage == GoodsStage.Withdrawn || claim.Stage == GoodsStage.Announced),
            ("donor", ClaimSearch.Donor(db, register.Operation, "e"), _ => true),
            ("donor", ClaimSearch.Donor(["United States", "nobody"]), claim => claim.Donors.Members.Contains(register.Other.Id)),
        ];
        foreach (var (name, condition, keeps) in pieces)
            foreach (var descending in new[] { false, true })
                foreach (var size in new[] { 1, 7, 200 })
                    foreach (var (other, keepsOther) in ConditionsOf(db, register.Operation).Select(pair => ((RowCondition<ClaimRow>?)pair.Condition, pair.Test)).Prepend((null, _ => true)))
                    {
                        var (order, key) = Orders[name];
                        var onOrder = condition with { IsOnOrder = true };
                        var search = Search(db, other is null ? [onOrder] : [onOrder, other], order, descending, isLarge);
                        Assert.Equal(Sorted(claims.Where(claim => keeps(claim) && keepsOther(claim)), key, descending), await Paged(search, order, size));
                    }
    }

    // What a contribution consists of may be of several kinds, stages, measures and currencies: one part must meet a condition,
    // and each condition another.
    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Contributions_found_by_what_they_consist_of_are_those_found_by_reading_each(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await Filled(test);
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
        var records = (await db.Contributions.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => (Row: row, Record: row.Read()));
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
        var (register, claims) = await Filled(test);
        foreach (var (i, claim) in claims.Take(5).Index())
            await register.Adopt(claim, $"k{i}");
        await using var db = test.Database.Open();
        AmountRange[] ranges = [new("Count", 10_000, long.MaxValue), new("Count", long.MinValue, 20_000), new("Count", 5_000, 20_000), new("EUR", 1_000, long.MaxValue), new("EUR", long.MinValue, 5_000), new("EUR", 0, 5_000)];
        (DateOnly, DateOnly)[] days = [(new(2022, 11, 9), DateOnly.MaxValue), (DateOnly.MinValue, new(2022, 11, 9)), (new(2022, 11, 9), new(2022, 11, 20))];
        foreach (var condition in ranges.Select(ClaimSearch.Quantity).Concat(ranges.Select(ClaimSearch.Value)).Concat(days.Select(pair => ClaimSearch.Days(pair.Item1, pair.Item2)))
            .Append(ClaimSearch.Item([ItemKind.Fuel])).Append(ClaimSearch.Item([ItemKind.Fuel, ItemKind.Lighting])).Append(ClaimSearch.Donor(db, register.Operation, "fra")).Append(ClaimSearch.Language(["en"])).Append(ClaimSearch.Language(["uk", "de"])))
            Assert.Equal(await Ids(db.Claims.Where(condition.Test)), await Ids(db.Claims.Where(condition.Unindexed!)));
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
    public async Task Text_is_found_by_a_few_letters_wherever_it_stands_and_no_longer_after_the_claim_is_gone(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await Filled(test);
        await using var db = test.Database.Open();
        var ukrainian = claims.Where(claim => claim.Item.Description == s_words[0]).Select(claim => claim.Id).ToList();
        Assert.Equal(ukrainian.Order(), await Listed(db, "лікарні"));
        Assert.Null(await db.ClaimsWith(nameof(ClaimRow.Description), SearchText.Of("лікарні"), 2, Cancel));
        Assert.Equal(ukrainian.Order(), await Listed(db, "лі"));
        Assert.Null(await db.ClaimsWith(nameof(ClaimRow.Description), "ЛІ", 2, Cancel));
        // Characters that take two places are not cut in halves.
        var picture = await register.Recorded(register.Claim("of a picture", Bounds.Exactly(1)) with { Item = new Item(ItemKind.Battery, "🔋🔌 station") });
        Assert.Equal([picture.Id], await Listed(db, "🔋🔌 st"));
        Assert.Equal([picture.Id], await Listed(db, "🔋🔌"));
        // Nothing that stands for other letters in patterns does so here.
        var signs = await register.Recorded(register.Claim("of signs", Bounds.Exactly(1)) with { Item = new Item(ItemKind.Battery, @"of 9%_0 *[?] {1}\ ^") });
        foreach (var sign in (string[])["%", "_0", "*", "*[", "[", "?", "?]", "{1", @"}\", @"\", " ^"])
            Assert.Equal([signs.Id], await Listed(db, sign));
        Assert.Empty(await Listed(db, "9_"));
        await register.Do(new RetractClaim(ukrainian[0], "entered twice"));
        Assert.Equal(ukrainian.Skip(1).Order(), await Listed(db, "лікарні"));
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task An_organisation_that_is_renamed_is_found_by_its_new_name(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await Filled(test);
        await register.Adopt(claims[0], "k");
        await register.Do(new CorrectOrganisation(register.Donor with { Name = "French Republic" }, register.Donor, "its full name"));
        await using var db = test.Database.Open();
        Assert.Equal(claims.Count(claim => claim.Donors.Members.Contains(register.Donor.Id)), await db.Claims.CountAsync(row => row.DonorNames.StartsWith("French"), Cancel));
        var search = new RowSearch<Claim, ClaimRow>(db, db.Claims, [ClaimSearch.Donor(db, register.Operation, "republic")], Order.By(row => row.Date), false);
        Assert.Equal(claims.Count(claim => claim.Donors.Members.Contains(register.Donor.Id)), await search.Count(Cancel));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Columns_that_a_migration_added_are_filled_from_the_records(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await Filled(test);
        await register.Adopt(claims[0], "k");
        await test.Tamper(
            """
            UPDATE claim SET "DonorNames" = '', "Publisher" = '', "Language" = '', "Description" = '', "Quote" = '', "Address" = '', "DescriptionLetters1" = 0, "QuoteLetters3" = 0, "Step" = 0, "Measure" = NULL, "Lower" = NULL, "Upper" = NULL;
            UPDATE contribution SET "DonorNames" = '', "Members" = 0, "Claims" = 0, "Item" = NULL, "Lower" = NULL, "Words" = '', "Stages" = 0, "Kinds" = 0, "Measure" = NULL, "HighestLower" = NULL;
            DELETE FROM part; DELETE FROM donor_group;
            """);
        await test.Database.Migrate(Cancel);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
        await using var db = test.Database.Open();
        Assert.NotEmpty(await Listed(db, "лікарні"));
    }

    private static async Task<(RegisterFixture Register, IReadOnlyList<Claim> Claims)> Filled(TestDatabases test)
    {
        var register = await RegisterFixture.Open(test.Database);
        ItemKind[] kinds = [ItemKind.GeneratingSet, ItemKind.PowerTransformer, ItemKind.Fuel, ItemKind.Lighting];
        GoodsStage[] stages = [GoodsStage.Announced, GoodsStage.Received, GoodsStage.Withdrawn];
        Quantity?[] quantities =
        [
            Quantity.Pieces(10), Quantity.Pieces(40), new(Bounds.AtLeast(3), Unit.Tonne), new(Bounds.Exactly(2000), Unit.Kilogram),
            new(Bounds.AtMost(20), Unit.Piece), new(Bounds.Unspecified, Unit.Piece), null,
        ];
        var claims = new List<Claim>();
        for (var i = 0; i < 60; i++)
            claims.Add(await register.Recorded(register.Claim($"c{i}", Bounds.Exactly(1), stages[i % 3], by: i % 5 == 0 ? register.Other : register.Donor) with
            {
                Item = new Item(kinds[i % 4], s_words[i / 2 % 4]),
                Quantity = quantities[i % 7],
                Value = i % 3 == 0 ? new Money(Bounds.Exactly(100 * i), Currency.Parse(i % 4 == 0 ? "UAH" : "EUR", null), new DateOnly(2022, 11, 1)) : null,
                Date = i % 9 == 0 ? new ReportedDate(new(2022, 11, 1), new(2022, 11, 30), "2022-11") : ReportedDate.On(new DateOnly(2022, 11, 1).AddDays(i % 30)),
            }));
        return (register, claims);
    }

    private static async Task<IReadOnlyList<Id<Claim>>> Paged(RowSearch<Claim, ClaimRow> search, Order order, int size)
    {
        var all = new List<Id<Claim>>();
        RowPlace<Claim>? place = null;
        for (var isAll = false; !isAll;)
        {
            (var ids, isAll) = await search.Find(place, size, Cancel);
            all.AddRange(ids);
            if (await search.Read(ids, Cancel) is [.., var last])
                place = new RowPlace<Claim>(order.KeyOf(last), last.Id);
        }
        return all;
    }

    private static List<Id<Claim>> Sorted(IEnumerable<Claim> claims, Func<Claim, IComparable?> key, bool descending)
    {
        var known = claims.OrderBy(claim => key(claim) is null);
        return [.. (descending ? known.ThenByDescending(key).ThenByDescending(Text) : known.ThenBy(key).ThenBy(Text)).Select(claim => claim.Id)];
        static Ordinal Text(Claim claim) => new(claim.Id.ToString());
    }

    private sealed record Ordinal(string Value) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Value, ((Ordinal)obj!).Value);
    }
}
