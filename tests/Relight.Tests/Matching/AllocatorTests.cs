using CsCheck;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>The allocation is the best there is, the same every time, and says what each need lost to.</summary>
public class AllocatorTests
{
    private static readonly Gen<AllocationProblem> s_problem =
        from needs in Gen.Select(Gen.Int[1, 2], Gen.Int[0, 6], Gen.Int[0, 2]).Array[1, 4]
        from stock in Gen.Int[0, 3].Array[1, 4]
        from pairs in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 2]).Array[16]
        select new AllocationProblem(
            [.. needs.Select((need, i) => new NeedToServe(NeedId(i), need.Item1, need.Item2, need.Item3))],
            [.. stock.Select((units, i) => new UnitsToGive(OfferId(i), units))],
            [.. from n in Enumerable.Range(0, needs.Length)
                from o in Enumerable.Range(0, stock.Length)
                let pair = pairs[(4 * n) + o]
                where pair.Item1 > 0
                select new PossibleGift(NeedId(n), OfferId(o), pair.Item2, 0, pair.Item3)],
            []);

    [Fact]
    public void It_is_worth_what_the_best_of_all_allocations_is() => s_problem.Sample(problem =>
    {
        var result = Allocator.Run(problem);
        Assert.Equal(BruteForce(problem, null), result.Worth);
        Assert.Equal(result.Worth, result.Bound);
        Assert.Equal(result.Worth, result.Gifts.Sum(gift => gift.Worth));
        AssertPossible(problem, result);
    }, iter: 150);

    [Fact]
    public void What_is_begun_is_made_whole_by_the_rest_of_it_and_by_nothing_else() => Gen.Select(s_problem, Gen.Int[0, 3].Array[4]).Sample((problem, begun) =>
    {
        // At most one of each need, and of a unit that takes more than one.
        var broken = problem with
        {
            Gifts = [.. problem.Gifts.Select(gift => gift.Takes == 2 && OfferId(begun[problem.Needs.Index().First(need => need.Item.Need == gift.Need).Index]) == gift.Offer ? gift with { Begun = 1 } : gift)],
        };
        var result = Allocator.Run(broken);
        Assert.Equal(BruteForce(broken, null), result.Worth);
        Assert.Equal(result.Worth, result.Bound);
        AssertPossible(broken, result);
    }, iter: 150);

    [Fact]
    public void What_a_need_lost_by_is_what_all_lose_if_it_gets_one_more() => s_problem.Sample(problem =>
    {
        var result = Allocator.Run(problem);
        foreach (var unserved in result.Unserved.Where(unserved => unserved.Why is Shortage.WorthMoreElsewhere))
        {
            var got = result.Gifts.Where(gift => gift.Need == unserved.Need).Sum(gift => gift.Units);
            Assert.Equal(result.Worth - BruteForce(problem, (unserved.Need, got + 1)), unserved.By);
            Assert.NotEmpty(unserved.LostTo);
        }
        Assert.Equal(
            problem.Needs.Where(need => result.Gifts.Where(gift => gift.Need == need.Need).Sum(gift => gift.Units) < need.Units).Select(need => need.Need).Order(),
            result.Unserved.Select(unserved => unserved.Need));
    }, iter: 100);

    [Fact]
    public void The_order_of_anything_changes_nothing() => s_problem.Sample(problem =>
    {
        var turned = problem with { Needs = [.. problem.Needs.Reverse()], Offers = [.. problem.Offers.Reverse()], Gifts = [.. problem.Gifts.Reverse()] };
        Assert.Equal(Allocator.Run(problem).Gifts, Allocator.Run(turned).Gifts);
    }, iter: 100);

    [Fact]
    public void A_new_offer_that_nobody_takes_changes_nothing() => s_problem.Sample(problem =>
    {
        var less = problem with { Offers = [.. problem.Offers.SkipLast(1)], Gifts = [.. problem.Gifts.Where(gift => gift.Offer != problem.Offers[^1].Offer)] };
        var (before, after) = (Allocator.Run(less), Allocator.Run(problem));
        Assert.True(after.Worth >= before.Worth);
        if (after.Gifts.All(gift => gift.Offer != problem.Offers[^1].Offer))
            Assert.Equal(before.Gifts, after.Gifts);
    }, iter: 100);

    [Fact]
    public void What_is_locked_stays() => s_problem.Sample(problem =>
    {
        var first = problem.Gifts.FirstOrDefault(gift => problem.Offers.Single(offer => offer.Offer == gift.Offer).Units >= gift.Takes);
        if (first is null)
            return;
        var held = problem with { Locks = [new KeptGift(first.Need, first.Offer, 1)] };
        var result = Allocator.Run(held);
        Assert.Contains(result.Gifts, gift => gift.Need == first.Need && gift.Offer == first.Offer);
        AssertPossible(held, result);
        Assert.True(result.Worth <= Allocator.Run(problem).Worth);
    }, iter: 100);

    [Fact]
    public void More_locked_than_there_is_is_refused() => Assert.Throws<ArgumentException>(() => Allocator.Run(new AllocationProblem(
        [new NeedToServe(NeedId(0), 5, 1)], [new UnitsToGive(OfferId(0), 2)], [new PossibleGift(NeedId(0), OfferId(0))], [new KeptGift(NeedId(0), OfferId(0), 3)]), cancel: TestContext.Current.CancellationToken));

    [Fact]
    public void One_unit_goes_where_it_is_worth_most_and_the_other_need_is_told_by_how_much()
    {
        var result = Allocator.Run(new AllocationProblem(
            [new NeedToServe(NeedId(0), 1, 100, 1), new NeedToServe(NeedId(1), 1, 80), new NeedToServe(NeedId(2), 1, 50)],
            [new UnitsToGive(OfferId(0), 1)],
            [new PossibleGift(NeedId(0), OfferId(0), 5), new PossibleGift(NeedId(1), OfferId(0), 0, 10)],
            []), cancel: TestContext.Current.CancellationToken);
        Assert.Equal([new Gift(NeedId(0), OfferId(0), 1, 95)], result.Gifts);
        var lost = result.Unserved.Single(unserved => unserved.Need == NeedId(1));
        Assert.Equal((Shortage.WorthMoreElsewhere, 25m), (lost.Why, lost.By));
        Assert.Equal([NeedId(0)], lost.LostTo);
        Assert.Equal(Shortage.NothingFits, result.Unserved.Single(unserved => unserved.Need == NeedId(2)).Why);
    }

    private static void AssertPossible(AllocationProblem problem, AllocationResult result)
    {
        Assert.All(problem.Needs, need => Assert.True(result.Gifts.Where(gift => gift.Need == need.Need).Sum(gift => gift.Units) <= need.Units));
        Assert.All(problem.Offers, offer => Assert.True(result.Gifts.Where(gift => gift.Offer == offer.Offer)
            .Sum(gift => problem.Gifts.Single(pair => pair.Need == gift.Need && pair.Offer == gift.Offer).TakenFor(gift.Units)) <= offer.Units));
        Assert.All(problem.Gifts.Where(pair => pair.Begun > 0), pair => Assert.True(
            result.Gifts.Any(gift => gift.Need == pair.Need && gift.Offer == pair.Offer)
            || result.Gifts.Where(gift => gift.Need == pair.Need).Sum(gift => gift.Units) < problem.Needs.Single(need => need.Need == pair.Need).Units));
    }

    // Every way to give, one pair after the other.
    private static decimal BruteForce(AllocationProblem problem, (Id<Need> Need, int Least)? served)
    {
        var needs = problem.Needs.ToDictionary(need => need.Need);
        var (open, stock) = (problem.Needs.ToDictionary(need => need.Need, need => need.Units), problem.Offers.ToDictionary(offer => offer.Offer, offer => offer.Units));
        var given = new int[problem.Gifts.Count];
        decimal? Best(int g)
        {
            if (g == problem.Gifts.Count)
                return served is { } must && needs[must.Need].Units - open[must.Need] < must.Least
                    || problem.Gifts.Where((gift, i) => gift.Begun > 0 && given[i] == 0).Any(gift => open[gift.Need] < 1) ? null : 0;
            var gift = problem.Gifts[g];
            var worth = needs[gift.Need].Worth - (needs[gift.Need].LostADay * gift.Days) - gift.Transport;
            decimal? best = null;
            for (var units = 0; units <= open[gift.Need] && gift.TakenFor(units) <= stock[gift.Offer] && (units == 0 || worth > 0); units++)
            {
                (open[gift.Need], stock[gift.Offer], given[g]) = (open[gift.Need] - units, stock[gift.Offer] - gift.TakenFor(units), units);
                if (Best(g + 1) is { } rest && !(best >= rest + (units * worth)))
                    best = rest + (units * worth);
                (open[gift.Need], stock[gift.Offer], given[g]) = (open[gift.Need] + units, stock[gift.Offer] + gift.TakenFor(units), 0);
            }
            return best;
        }
        return Best(0) ?? decimal.MinValue;
    }

    private static Id<Need> NeedId(int number) => Id<Need>.Named($"allocation {number}");

    private static Id<Offer> OfferId(int number) => Id<Offer>.Named($"allocation {number}");
}
