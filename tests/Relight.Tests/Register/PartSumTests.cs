using CsCheck;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Register;

/// <summary>Parts that together are more than their whole are told where bounds prove it, once, and until somebody settles it.</summary>
public class PartSumTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_sum_beyond_its_whole_is_doubted_with_the_link_that_makes_it_so_and_stands_until_it_is_settled(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var register = await Open(test, ("whole", Bounds.AtMost(100)), ("a", Bounds.AtLeast(40)), ("b", Bounds.Exactly(50)), ("c", Bounds.Between(20, 90)));
        Assert.Empty((await Link(register, "a", LinkKind.PartOf, "whole")).Warnings);
        Assert.Empty((await Link(register, "b", LinkKind.PartOf, "whole")).Warnings);
        var warning = Assert.Single((await Link(register, "c", LinkKind.PartOf, "whole")).Warnings);
        Assert.Equal(("link", "110 pcs"), (warning.Field, warning.Value));
        Assert.Contains("100 pcs", warning.Doubt, StringComparison.Ordinal);

        var sum = Assert.Single(await Read(test, register, null));
        Assert.Equal((Of("whole"), ItemKind.GeneratingSet, "pcs", 110, 100), (sum.Whole, sum.Item, sum.Measure, sum.Least, sum.Most));
        Assert.Equal([Of("b"), Of("a"), Of("c")], sum.Parts);
        Assert.Equal(sum.Parts, Assert.Single(await Read(test, register, "a")).Parts);
        Assert.Single(await Read(test, register, "whole"));

        Assert.Empty((await Link(register, "a", LinkKind.Contradicts, "whole")).Warnings);
        Assert.Empty(await Read(test, register, null));
        Assert.Empty(await Read(test, register, "whole"));
        await register.Do(new RemoveLink(Id<Link>.Named("a Contradicts whole"), "they do not"));
        Assert.Single(await Read(test, register, null));
        await register.Do(new RemoveLink(Id<Link>.Named("c PartOf whole"), "it is not"));
        Assert.Empty(await Read(test, register, null));
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task What_bounds_do_not_prove_is_not_told()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(
            test, ("open", Bounds.AtLeast(10)), ("unknown", Bounds.Unspecified), ("whole", Bounds.About(100)),
            ("a", Bounds.Exactly(60)), ("b", Bounds.About(50)), ("none", Bounds.Unspecified), ("most", Bounds.AtMost(90)));
        foreach (var whole in new[] { "open", "unknown", "whole" })
            foreach (var part in new[] { "a", "b", "none", "most" })
                // 60 and 45 lie within 110.
                Assert.DoesNotContain((await Link(register, part, LinkKind.PartOf, whole)).Warnings, warning => warning.Field == "link");
        Assert.Empty(await Read(test, register, null));
    }

    [Fact]
    public async Task A_part_that_is_told_three_times_is_added_once_and_what_is_superseded_not_at_all()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(
            test, ("whole", Bounds.Exactly(100)), ("a", Bounds.Exactly(45)), ("again", Bounds.Exactly(40)), ("b", Bounds.Exactly(55)), ("inner", Bounds.Exactly(30)), ("more", Bounds.Exactly(130)), ("few", Bounds.Exactly(90)));
        await Link(register, "again", LinkKind.Restates, "a");
        await Link(register, "inner", LinkKind.PartOf, "a");
        foreach (var part in new[] { "a", "again", "b", "inner" })
            Assert.Empty((await Link(register, part, LinkKind.PartOf, "whole")).Warnings);
        // Told as fewer, the whole is too small; the least that a is told as counts.
        var warning = Assert.Single((await Link(register, "few", LinkKind.Supersedes, "whole")).Warnings);
        Assert.Equal("95 pcs", warning.Value);
        Assert.Equal(Of("few"), Assert.Single(await Read(test, register, "few")).Whole);
        Assert.Empty((await Link(register, "more", LinkKind.Supersedes, "few")).Warnings);
        Assert.Empty(await Read(test, register, null));
    }

    [Fact]
    public async Task Units_are_converted_and_what_is_of_another_kind_or_currency_is_not_added()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await Open(test);
        Claim Fuel(string name, int amount, Unit unit, string? currency = null, ItemKind kind = ItemKind.Fuel) => register.Claim(name, default) with
        {
            Item = new Item(kind, "fuel"),
            Quantity = new Quantity(Bounds.Exactly(amount), unit),
            Value = currency is null ? null : new Money(Bounds.Exactly(amount), Currency.Parse(currency, null)),
        };
        foreach (var claim in new[]
        {
            Fuel("whole", 10, Unit.Tonne, "EUR"), Fuel("a", 6_000, Unit.Kilogram, "USD"), Fuel("b", 4, Unit.Tonne), Fuel("food", 9, Unit.Tonne, kind: ItemKind.MedicalSupplies),
            Fuel("litres", 9, Unit.CubicMetre, "EUR"), Fuel("c", 1, Unit.Kilogram), Fuel("d", 2, Unit.Kilogram, "EUR"),
        })
            await register.Recorded(claim);
        foreach (var part in new[] { "a", "b", "food", "litres" })
            Assert.DoesNotContain((await Link(register, part, LinkKind.PartOf, "whole")).Warnings, warning => warning.Field == "link");
        Assert.Equal("10.001 t", Assert.Single((await Link(register, "c", LinkKind.PartOf, "whole")).Warnings).Value);
        Assert.Equal(["10.003 t", "11 EUR"], (await Link(register, "d", LinkKind.PartOf, "whole")).Warnings.Select(warning => warning.Value));
        Assert.Equal([("t", 10.003m), ("EUR", 11m)], (await Read(test, register, null)).Select(sum => (sum.Measure, sum.Least)));
    }

    [Fact]
    public void Where_all_claims_are_true_no_sum_is_beyond_its_whole() =>
        Gen.Select(Gen.Int[0, 40].Array[2, 12], Gen.Int[0, 1_000_000]).Sample((truth, seed) =>
        {
            var random = new Random(seed);
            // A tree of gifts: each contains those below it, and something of its own; each is told once to three times.
            var above = truth.Select((_, i) => i == 0 ? -1 : random.Next(i)).ToArray();
            var size = truth.ToArray();
            for (var i = truth.Length - 1; i > 0; i--)
                size[above[i]] += size[i];
            var claims = new List<Claim>();
            var told = size.Select(number => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Tell(claims, number, random)).ToList()).ToList();
            var links = new List<Link>();
            for (var i = 0; i < told.Count; i++)
            {
                foreach (var again in told[i].Skip(1))
                    links.Add(LinkOf(again, random.Next(2) == 0 ? LinkKind.Restates : LinkKind.Supersedes, told[i][0]));
                for (var whole = above[i]; whole >= 0; whole = above[whole])
                    links.Add(LinkOf(told[i][random.Next(told[i].Count)], LinkKind.PartOf, told[whole][random.Next(told[whole].Count)]));
            }
            Assert.Empty(PartSums.Of(links, claims.ToDictionary(claim => claim.Id)));
        });

    private static Id<Claim> Tell(List<Claim> claims, int number, Random random)
    {
        var bounds = random.Next(6) switch
        {
            0 => Bounds.Unspecified,
            1 => Bounds.AtLeast(random.Next(number + 1)),
            2 => Bounds.AtMost(number + random.Next(9)),
            3 => Bounds.Between(random.Next(number + 1), number + random.Next(9)),
            _ => Bounds.Exactly(number),
        };
        claims.Add(new Claim
        {
            Id = Id<Claim>.Named($"{claims.Count}"),
            Source = default,
            Donors = DonorGroup.Of(Id<Organisation>.Named("FR")),
            Item = new Item(ItemKind.Fuel, "fuel"),
            Quantity = new Quantity(bounds, Unit.Tonne),
            Stage = GoodsStage.Announced,
            Date = ReportedDate.On(new(2022, 11, 25)),
            Quote = "fuel",
        });
        return claims[^1].Id;
    }

    private static Link LinkOf(Id<Claim> from, LinkKind kind, Id<Claim> to) => new(Id<Link>.Named($"{from} {kind} {to}"), from, kind, to, "so it is");

    private static Id<Claim> Of(string name) => Id<Claim>.Named(name);

    private static Task<Outcome> Link(RegisterFixture register, string from, LinkKind kind, string to) =>
        register.Do(new LinkClaims(new Link(Id<Link>.Named($"{from} {kind} {to}"), Of(from), kind, Of(to), "they say so")));

    private static async Task<RegisterFixture> Open(TestDatabases test, params (string Name, Bounds Count)[] claims)
    {
        var register = await RegisterFixture.Open(test.Database);
        foreach (var (name, count) in claims)
            await register.Recorded(register.Claim(name, count));
        return register;
    }

    private static async Task<IReadOnlyList<PartSum>> Read(TestDatabases test, RegisterFixture register, string? about)
    {
        await using var db = test.Database.Open();
        return await PartSum.Read(db, register.Operation, about is null ? null : Of(about), Cancel);
    }
}
