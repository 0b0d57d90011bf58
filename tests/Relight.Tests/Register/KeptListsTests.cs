using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Tests.Storage;
using Order = Relight.Storage.RowOrder<Relight.Register.Claim, Relight.Storage.ClaimRow>;

namespace Relight.Tests.Register;

/// <summary>What is found among the claims and contributions in memory is what one finds by reading every record, whatever was written since.</summary>
public class KeptListsTests
{
    /// <summary>Each database, with claims in one block and in many.</summary>
    public static TheoryData<string, int> Registers => [.. from row in TestDatabases.All from rowsOfBlock in new[] { 1 << 16, 7 } select (row.Data, rowsOfBlock)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IReadOnlyList<(Order Order, Func<Claim, IComparable?> Key)> Orders =>
    [
        (Order.By(row => row.Date), claim => claim.Date.Earliest),
        (Order.By(row => row.Lower), claim => Scaled(claim.Quantity)),
        (Order.By(row => row.ValueLower), claim => claim.Value is { Bounds.IsSpecified: true } value ? value.Bounds.Lower : null),
        (Order.By(row => row.Step), claim => claim.Stage.Order),
        (Order.By(row => row.Item), claim => new Ordinal(claim.Item.Kind.ToString())),
        (Order.By(row => row.DonorNames), claim => new Ordinal(IsOfOther(claim) ? "United States" : "France")),
        (Order.By(row => row.Publisher), _ => new Ordinal("EXAMPLE")),
        (Order.By(row => row.Language), _ => new Ordinal("en")),
        (Order.By(row => row.Id), claim => new Ordinal(claim.Id.ToString())),
    ];

    private static IReadOnlyList<(ListCondition Condition, Func<Claim, bool> Test)> Conditions =>
    [
        (ClaimSearch.Item([ItemKind.Fuel, ItemKind.Lighting]), claim => claim.Item.Kind is ItemKind.Fuel or ItemKind.Lighting),
        (ClaimSearch.Stage([GoodsStage.Received, GoodsStage.Withdrawn]), claim => claim.Stage == GoodsStage.Received || claim.Stage == GoodsStage.Withdrawn),
        (ClaimSearch.Days(new(2022, 11, 10), new(2022, 11, 20)), claim => claim.Date.Earliest >= new DateOnly(2022, 11, 10) && claim.Date.Latest <= new DateOnly(2022, 11, 20)),
        (ClaimSearch.Days(DateOnly.MinValue, new(2022, 11, 20)), claim => claim.Date.Latest <= new DateOnly(2022, 11, 20)),
        (ClaimSearch.Quantity(new AmountRange("Mass", 2_000_000, long.MaxValue)), claim => claim.Quantity?.In(Unit.Kilogram) is { Bounds: { IsSpecified: true, Lower: >= 2000 } }),
        (ClaimSearch.Quantity(new AmountRange("Count", long.MinValue, 20_000)), claim => claim.Quantity is { Bounds: { IsSpecified: true, Upper: <= 20 } } q && q.Unit == Unit.Piece),
        (ClaimSearch.Quantity(new AmountRange("Count", 5_000, 20_000)), claim => claim.Quantity is { Bounds: { IsSpecified: true, Lower: >= 5, Upper: <= 20 } } q && q.Unit == Unit.Piece),
        (ClaimSearch.Value(new AmountRange("EUR", 1_000_000, 3_000_000)), claim => claim.Value is { Bounds: { Lower: >= 1000, Upper: <= 3000 }, Currency.Code: "EUR" }),
        (ClaimSearch.Description("ГЕНЕРАТОРИ"), claim => claim.Item.Description.Contains("генератори", StringComparison.Ordinal)),
        (ClaimSearch.Description("330 kv"), claim => claim.Item.Description.Contains("330 kV", StringComparison.Ordinal)),
        (ClaimSearch.Description("no such \"thing\""), _ => false),
        (ClaimSearch.Quote("france GIVES"), _ => true),
        (ClaimSearch.Quote("blankets"), _ => false),
        (ClaimSearch.Address("EX"), _ => true),
        (ClaimSearch.Address("s.org"), _ => false),
        (ClaimSearch.Donor(["United States", "nobody"]), IsOfOther),
        (ClaimSearch.Donor("ited st"), IsOfOther),
        (ClaimSearch.Language(["EN", "uk"]), _ => true),
        (ClaimSearch.Language(["uk"]), _ => false),
        (ClaimSearch.Publisher("xamp"), _ => true),
        (ClaimSearch.Publisher("nobody"), _ => false),
        (ClaimSearch.Ids([Id<Claim>.Named("c5"), Id<Claim>.Named("c50"), Id<Claim>.Named("none")]), claim => claim.Id == Id<Claim>.Named("c5") || claim.Id == Id<Claim>.Named("c50")),
        (ClaimSearch.Adopted(true), IsAdopted),
        (ClaimSearch.Adopted(false), claim => !IsAdopted(claim)),
        (ClaimSearch.AdoptedInto([Id<Contribution>.Named("k1"), Id<Contribution>.Named("k2")]), claim => claim.Id == Id<Claim>.Named("c1") || claim.Id == Id<Claim>.Named("c2")),
    ];

    private static bool IsOfOther(Claim claim) => claim.Donors.Members.Contains(Id<Organisation>.Named("US"));

    private static bool IsAdopted(Claim claim) => Enumerable.Range(0, 5).Any(i => claim.Id == Id<Claim>.Named($"c{i}"));

    private static IComparable? Scaled(Quantity? quantity) =>
        quantity is { Bounds.IsSpecified: true } ? quantity.Bounds.Lower * quantity.Unit.InBase * (quantity.Unit.Dimension == Dimension.Mass ? 1000 : 1) : null;

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Pages_are_those_found_by_reading_every_claim(string kind, int rowsOfBlock)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        foreach (var (i, claim) in claims.Take(5).Index())
            Assert.Empty((await register.Adopt(claim, $"k{i}")).Refusals);
        var kept = new KeptLists(test.Database, rowsOfBlock);
        await using var db = test.Database.Open();
        foreach (var (order, key) in Orders)
            foreach (var descending in new[] { false, true })
                foreach (var (place, (condition, isMet)) in Conditions.Index())
                {
                    var (other, isOtherMet) = Conditions[(place + 3) % Conditions.Count];
                    var expected = Sorted(claims.Where(claim => isMet(claim) && isOtherMet(claim)), key, descending);
                    IRowSearch<Claim> Search() => kept.Claims(register.Operation, [condition, other], order, descending);
                    // Each page as one who comes by an address asks for it, and all of them as a download does.
                    Assert.Equal(expected, await ListFixture.Paged(db, Search, order, 7));
                    var one = Search();
                    Assert.Equal(expected, await ListFixture.Paged(db, () => one, order, 7));
                    Assert.Equal(expected.Count, await Search().Count(Cancel));
                    Assert.Equal(expected.Count, (await one.Find(null, 1, Cancel)).Count);
                }
    }

    [Fact]
    public async Task All_are_given_in_order_where_nothing_is_asked()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, claims) = await ListFixture.Filled(test);
        await using var db = test.Database.Open();
        foreach (var (order, key) in Orders)
            foreach (var size in new[] { 1, 20, 200 })
                Assert.Equal(Sorted(claims, key, false), await ListFixture.Paged(db, () => new KeptLists(test.Database, 9).Claims(register.Operation, [], order, false), order, size));
    }

    [Fact]
    public async Task A_place_that_no_claim_has_any_more_is_one_between_others()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, claims) = await ListFixture.Filled(test);
        var order = Order.By(row => row.DonorNames);
        RowPlace<Claim> Place(string name) => new(System.Text.Json.JsonSerializer.SerializeToElement(name), new Id<Claim>(Guid.Empty));
        async Task<int> From(string name) => (await new KeptLists(test.Database).Claims(register.Operation, [], order, false).Find(Place(name), 100, Cancel)).Ids.Count;
        Assert.Equal(claims.Count, await From("Albania"));
        Assert.Equal(claims.Count(IsOfOther), await From("Germany"));
        Assert.Equal(0, await From("Zambia"));
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => new KeptLists(test.Database).Claims(register.Operation, [], Order.By(row => row.Date), false).Find(Place("Albania"), 1, Cancel));
    }

    [Theory]
    [InlineData("лікарні")]
    [InlineData("лі")]
    [InlineData("🔋🔌 st")]
    [InlineData("%")]
    [InlineData("_0")]
    [InlineData("*[")]
    [InlineData("?")]
    [InlineData(@"}\ ")]
    [InlineData(" ^")]
    [InlineData("9_")]
    [InlineData("'; --")]
    public async Task Text_is_found_letter_by_letter_wherever_it_stands(string text)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, claims) = await ListFixture.Filled(test);
        string[] others = ["🔋🔌 station", @"of 9%_0 *[?] {1}\ ^", "'; --", "лікарн і"];
        var all = claims.ToList();
        foreach (var (i, words) in others.Index())
            all.Add(await register.Recorded(register.Claim($"other {i}", Bounds.Exactly(1)) with { Item = new Item(ItemKind.Battery, words) }));
        var found = await new KeptLists(test.Database).Claims(register.Operation, [ClaimSearch.Description(text)], Order.By(row => row.Id), false).Find(null, 100, Cancel);
        Assert.Equal(all.Where(claim => claim.Item.Description.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(claim => claim.Id).Order(), found.Ids.Order());
    }

    // What another process writes is found as well: nothing but the ledger tells it.
    [Theory]
    [MemberData(nameof(Registers))]
    public async Task What_was_written_since_is_found_at_once(string kind, int rowsOfBlock)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        var kept = new KeptLists(Reopened(test), rowsOfBlock);
        Task<IReadOnlyList<Id<Claim>>> Found(params ListCondition[] conditions) => Given(kept, register.Operation, conditions);
        Assert.Equal(claims.Count, (await Found()).Count);

        var late = await register.Recorded(register.Claim("late", Bounds.Exactly(1)) with { Item = new Item(ItemKind.Battery, "lately said") });
        Assert.Equal([late.Id], await Found(ClaimSearch.Description("lately")));
        Assert.Empty(await Found(ClaimSearch.Description("lately"), ClaimSearch.Adopted(true)));
        Assert.Empty((await register.Adopt(late, "k")).Refusals);
        Assert.Equal([late.Id], await Found(ClaimSearch.AdoptedInto([Id<Contribution>.Named("k")])));
        await register.Do(new DropClaim(Id<Contribution>.Named("k"), 1, late.Id, "of another gift"));
        Assert.Empty(await Found(ClaimSearch.Adopted(true)));
        await register.Do(new RetractClaim(late.Id, "entered twice"));
        Assert.Empty(await Found(ClaimSearch.Ids([late.Id])));
        Assert.Equal(claims.Count, (await Found()).Count);

        await register.Do(new CorrectOrganisation(register.Donor with { Name = "French Republic" }, register.Donor, "its full name"));
        Assert.Equal(claims.Count(claim => !IsOfOther(claim)), (await Found(ClaimSearch.Donor("republic"))).Count);
        Assert.Empty(await Found(ClaimSearch.Donor(["France"])));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public async Task After_any_commands_the_claims_are_those_that_a_new_reader_reads(string kind, int rowsOfBlock)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        var (kept, random, all) = (new KeptLists(test.Database, rowsOfBlock), new Random(11), claims.Take(12).ToList());
        var contributions = Enumerable.Range(0, 4).Select(i => $"k{i}").ToList();
        for (var i = 0; i < 300; i++)
        {
            var claim = all[random.Next(all.Count)];
            var contribution = Id<Contribution>.Named(contributions[random.Next(contributions.Count)]);
            // Many of them are refused, which must change nothing either.
            await (random.Next(6) switch
            {
                5 => register.Send(new AdvanceStage(contribution, random.Next(4), claim.Item.Kind, GoodsStage.Announced, GoodsStage.Committed, Quantity.Pieces(1 + random.Next(9)), null, new(2022, 12, 1), "as told")),
                0 => register.Send(new RetractClaim(claim.Id, "entered twice")),
                1 => register.Adopt(claim, contributions[random.Next(contributions.Count)], random.Next(4)),
                2 => register.Send(new DropClaim(contribution, random.Next(4), claim.Id, "of another gift")),
                3 => register.Send(new CorrectOrganisation(register.Other with { Name = $"States {i}" }, register.Other, "another name")),
                _ => register.Send(new RecordClaim(claim with { Id = random.Next(2) == 0 ? claim.Id : Id<Claim>.Named($"new {i}"), Item = new Item(ItemKind.Battery, $"another {i}") })),
            });
            if (random.Next(8) != 0)
                continue;
            var anew = new KeptLists(test.Database);
            foreach (ListCondition[] asked in new ListCondition[][] { [], [ClaimSearch.Adopted(true)], [ClaimSearch.Donor("states")], [ClaimSearch.Description("another")] })
                Assert.Equal(await Given(anew, register.Operation, asked), await Given(kept, register.Operation, asked));
            foreach (ListCondition[] asked in new ListCondition[][] { [], [ContributionSearch.Donor("states")], [ContributionSearch.Amount(new("Count", 1, long.MaxValue))], [ContributionSearch.Claims(2, 9)], [ContributionSearch.Stage([GoodsStage.Committed])] })
                Assert.Equal(await GivenContributions(anew, register.Operation, asked), await GivenContributions(kept, register.Operation, asked));
        }
    }

    // Whoever asks after a command was acknowledged finds what it did, however many others ask and write meanwhile.
    [Theory]
    [MemberData(nameof(Registers))]
    public async Task Questions_while_others_write_find_what_was_acknowledged(string kind, int rowsOfBlock)
    {
        await using var test = await TestDatabases.Make(kind);
        var (register, claims) = await ListFixture.Filled(test);
        var kept = new KeptLists(test.Database, rowsOfBlock);
        var acknowledged = claims.Count;
        var writer = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await register.Recorded(register.Claim($"late {i}", Bounds.Exactly(1)) with { Item = new Item(ItemKind.Battery, $"lately {i}") });
                Interlocked.Increment(ref acknowledged);
            }
        }, Cancel);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(reader => Task.Run(async () =>
        {
            do
            {
                var least = Volatile.Read(ref acknowledged);
                var found = await Given(kept, register.Operation, reader % 2 == 0 ? [] : [ClaimSearch.Quote("gives")]);
                Assert.InRange(found.Count, least, claims.Count + 60);
                Assert.Equal(found.Count, found.Distinct().Count());
            }
            while (!writer.IsCompleted);
        }, Cancel)));
        await writer;
        Assert.Equal(claims.Count + 60, (await Given(kept, register.Operation)).Count);
    }

    // A backup that is restored beneath a server has another end of the ledger, or the same number with another hash.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Where_the_ledger_is_another_all_claims_are_read_anew(int since)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, claims) = await ListFixture.Filled(test);
        var kept = new KeptLists(test.Database);
        await register.Recorded(register.Claim("late", Bounds.Exactly(1)) with { Item = new Item(ItemKind.Battery, "lately") });
        Assert.Equal(claims.Count + 1, (await Given(kept, register.Operation)).Count);
        await test.Tamper(
            """
            UPDATE ledger_head SET "Number" = "Number" - 1, "Hash" = (SELECT "PreviousHash" FROM ledger WHERE ledger."Operation" = ledger_head."Operation" AND ledger."Number" = ledger_head."Number");
            DELETE FROM ledger WHERE "Number" > (SELECT "Number" FROM ledger_head);
            DELETE FROM claim WHERE "Description" = 'LATELY';
            """);
        for (var i = 0; i < since; i++)
            await register.Recorded(register.Claim($"another {i}", Bounds.Exactly(1)));
        Assert.Equal(claims.Count + since, (await Given(kept, register.Operation)).Count);
        Assert.Empty(await Given(kept, register.Operation, ClaimSearch.Description("lately")));
    }

    [Fact]
    public async Task Claims_of_operations_are_kept_apart_and_one_without_any_has_none()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var (register, claims) = await ListFixture.Filled(test);
        var kept = new KeptLists(test.Database);
        await kept.Load(Cancel);
        Assert.Empty(await Given(kept, Id<Operation>.Named("no such operation")));
        Assert.Equal(claims.Count, (await Given(kept, register.Operation)).Count);
    }

    private static async Task<IReadOnlyList<Id<Contribution>>> GivenContributions(KeptLists kept, Id<Operation> operation, params ListCondition[] conditions) =>
        (await kept.Contributions(operation, conditions, RowOrder<Contribution, ContributionRow>.By(row => row.Title), false).Find(null, 1_000, Cancel)).Ids;

    private static Database Reopened(TestDatabases test) => Database.Of(test.Data);

    private static async Task<IReadOnlyList<Id<Claim>>> Given(KeptLists kept, Id<Operation> operation, params ListCondition[] conditions) =>
        (await kept.Claims(operation, conditions, Order.By(row => row.Date), false).Find(null, 1_000, Cancel)).Ids;

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
