using Relight.Matching;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>The best verdicts of a page are those of judging every pair, also after the register has changed.</summary>
public class BestMatchesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task They_are_those_of_judging_every_pair(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        var (indexes, kept) = (new MatchIndexes(), new KeptNeeds());
        var small = fixture.Offer("small") with { Specification = new GeneratingSet { Kilovoltamperes = 20, Kilowatts = 16, ThreePhase = true, Volts = 400 } };
        var unknown = fixture.Offer("unknown") with { Specification = new GeneratingSet() };
        var fuel = fixture.Offer("fuel") with { Specification = new Goods(new Item(ItemKind.Fuel, "diesel"), new Quantity(Bounds.Exactly(1), Unit.Tonne)) };
        await fixture.With(fixture.Need(), small, fuel);
        Assert.Equal([(Id<Need>.Named("n"), (Verdict?)Verdict.DoesNotFit)], await OfNeeds());
        Assert.Equal([("fuel", null), ("small", Verdict.DoesNotFit)], await OfOffers());
        await fixture.With(unknown, fixture.Need("lamps") with { Title = "Lamps", Requirement = new GoodsRequirement(new Item(ItemKind.Lighting, "lamps"), Quantity.Pieces(5)) });
        Assert.Equal([null, Verdict.CannotTellYet], (await OfNeeds()).Select(each => each.Verdict).OrderBy(verdict => verdict));
        await fixture.With(fixture.Offer());
        Assert.Equal([null, Verdict.Fits], (await OfNeeds()).Select(each => each.Verdict).OrderBy(verdict => verdict));
        Assert.Equal([("fuel", null), ("o", Verdict.Fits), ("small", Verdict.DoesNotFit), ("unknown", Verdict.CannotTellYet)], await OfOffers());
        await fixture.Register.Do(new WithdrawNeed(Id<Need>.Named("n"), 1, "met"));
        Assert.All(await OfOffers(), each => Assert.Null(each.Verdict));

        async Task<List<(Id<Need> Need, Verdict? Verdict)>> OfNeeds()
        {
            await using var db = test.Database.Open();
            var needs = await kept.Of(db, fixture.Register.Operation, Cancel);
            var best = await BestMatches.OfNeeds(db, fixture.Register.Operation, needs, indexes, Cancel);
            var plain = (await MatchOffers.ForAll(db, fixture.Register.Operation, Practice.Default, Cancel)).GroupBy(match => match.Need).ToDictionary(group => group.Key, group => group.Min(match => match.Verdict));
            Assert.Equal(plain.OrderBy(pair => pair.Key), best.OrderBy(pair => pair.Key));
            return [.. needs.Select(need => (need.Id, best.TryGetValue(need.Id, out var verdict) ? verdict : (Verdict?)null))];
        }

        async Task<List<(string Offer, Verdict? Verdict)>> OfOffers()
        {
            await using var db = test.Database.Open();
            var offers = (await indexes.Of(db, fixture.Register.Operation, Cancel)).Offers;
            var best = await BestMatches.OfOffers(db, fixture.Register.Operation, offers, kept, Cancel);
            foreach (var offer in offers)
                Assert.Equal(
                    (await kept.Of(db, fixture.Register.Operation, Cancel)).Where(need => KindRule.CanServe(need.Requirement, offer.Specification.Item)).Select(need => (Verdict?)MatchOffers.Judge(need, offer, Practice.Default).Verdict).Min(),
                    best.TryGetValue(offer.Id, out var verdict) ? verdict : null);
            string[] names = ["fuel", "o", "small", "unknown"];
            return [.. names.Where(name => offers.Any(offer => offer.Id == Id<Offer>.Named(name))).Select(name => (name, best.TryGetValue(Id<Offer>.Named(name), out var verdict) ? verdict : (Verdict?)null))];
        }
    }
}
