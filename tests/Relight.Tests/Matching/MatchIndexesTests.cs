using Relight.Matching;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Matching;

/// <summary>The kept index answers as a new one would, and is made anew only where offers changed.</summary>
public class MatchIndexesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task It_stands_until_an_offer_changes(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fixture = await AllocationFixture.Open(test);
        await fixture.With(fixture.Need(), fixture.Offer());
        var (indexes, operation, need) = (new MatchIndexes(), fixture.Register.Operation, Id<Need>.Named("n"));
        async Task<IndexedOffers> Kept()
        {
            await using var db = test.Database.Open();
            return await indexes.Of(db, operation, Cancel);
        }
        async Task Same()
        {
            await using var db = test.Database.Open();
            var plain = await FindMatches.ForNeed(db, operation, need, null, 10, Practice.Default, null, Cancel);
            var kept = await FindMatches.ForNeed(db, operation, need, null, 10, Practice.Default, indexes, Cancel);
            Assert.Equal(plain!.Matches.Select(match => match.Offer), kept!.Matches.Select(match => match.Offer));
            Assert.Equal((plain.Found, plain.Unsettled), (kept.Found, kept.Unsettled));
        }
        var first = await Kept();
        await Same();
        await fixture.Hold("a");
        var second = await Kept();
        Assert.Same(first.Index, second.Index);
        Assert.True(second.Position > first.Position);
        await fixture.With(fixture.Offer("p"));
        Assert.Equal(2, (await Kept()).Offers.Count);
        await Same();
        await fixture.With(fixture.Offer("p", version: 2) with { Specification = new GeneratingSet { Kilovoltamperes = 200, ThreePhase = false } });
        await Same();
        await fixture.Register.Do(new WithdrawOffer(Id<Offer>.Named("p"), 2, "sold"));
        Assert.Single((await Kept()).Offers);
        await Same();
    }
}
