using CsCheck;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>Amounts go where they are needed most, never more than there is or is needed, whatever the order in which they are given.</summary>
public class AmountFlowTests
{
    private sealed record Problem(AmountNeeded[] Needs, AmountOffered[] Offers, AmountWay[] Ways);

    private static readonly Gen<Problem> s_problem =
        from needs in Gen.Select(Gen.Long[0, 3], Gen.Int[0, 2]).Array[1, 3]
        from offers in Gen.Long[0, 3].Array[1, 3]
        from ways in Gen.Select(Gen.Bool, Gen.Int[-1, 4]).Array[9]
        select new Problem(
            [.. needs.Select((need, i) => new AmountNeeded(NeedId(i), need.Item1, (Priority)need.Item2))],
            [.. offers.Select((free, i) => new AmountOffered(OfferId(i), free))],
            [.. from n in Enumerable.Range(0, needs.Length)
                from o in Enumerable.Range(0, offers.Length)
                where ways[(3 * n) + o].Item1
                select new AmountWay(NeedId(n), OfferId(o), ways[(3 * n) + o].Item2 is >= 0 and var cost ? cost : null)]);

    [Fact]
    public void It_is_the_best_of_all_ways_to_give() => s_problem.Sample(problem =>
    {
        var found = Run(problem);
        var best = All(problem, 0, [.. problem.Needs.Select(need => need.Takes)], [.. problem.Offers.Select(offer => offer.Free)], new long[problem.Ways.Length])
            .Min(given => Worst(problem, given));
        Assert.Equal(best, Worst(problem, [.. problem.Ways.Select(way => found.Where(gift => gift.Need == way.Need && gift.Offer == way.Offer).Sum(gift => gift.Steps))]));
    }, iter: 300);

    [Fact]
    public void Never_more_than_there_is_or_is_needed_and_the_same_in_any_order() => s_problem.Sample(problem =>
    {
        var found = Run(problem);
        Assert.All(problem.Needs, need => Assert.True(found.Where(gift => gift.Need == need.Need).Sum(gift => gift.Steps) <= need.Takes));
        Assert.All(problem.Offers, offer => Assert.True(found.Where(gift => gift.Offer == offer.Offer).Sum(gift => gift.Steps) <= offer.Free));
        Assert.Equal(found, Run(new Problem([.. problem.Needs.Reverse()], [.. problem.Offers.Reverse()], [.. problem.Ways.Reverse()])));
    }, iter: 300);

    [Fact]
    public void Amounts_of_the_greatest_size_are_given_whole()
    {
        var found = AmountFlow.Run(
            [new AmountNeeded(NeedId(0), AmountFlow.Most, Priority.Normal), new AmountNeeded(NeedId(1), AmountFlow.Most, Priority.Critical)],
            [new AmountOffered(OfferId(0), AmountFlow.Most)],
            [new AmountWay(NeedId(0), OfferId(0), 0.001), new AmountWay(NeedId(1), OfferId(0))]);
        Assert.Equal(new AmountGiven(NeedId(1), OfferId(0), AmountFlow.Most), Assert.Single(found));
    }

    private static IReadOnlyList<AmountGiven> Run(Problem problem) => AmountFlow.Run(problem.Needs, problem.Offers, problem.Ways);

    // Less is better, one after the other: what is not given at all, by priority, and what the ways cost.
    private static (long, long, double) Worst(Problem problem, long[] given)
    {
        long Of(Func<AmountWay, int, long> weight) => problem.Ways.Index().Sum(way => given[way.Index] * weight(way.Item, way.Index));
        var dearest = problem.Ways.Max(way => way.CostPerStep) ?? 0;
        return (
            -given.Sum(),
            Of((way, _) => (long)problem.Needs.Single(need => need.Need == way.Need).Priority),
            Math.Round(problem.Ways.Index().Sum(way => given[way.Index] * (way.Item.CostPerStep ?? dearest)), 6));
    }

    private static IEnumerable<long[]> All(Problem problem, int way, long[] takes, long[] free, long[] given)
    {
        if (way == problem.Ways.Length)
        {
            yield return [.. given];
            yield break;
        }
        var (n, o) = (Array.FindIndex(problem.Needs, need => need.Need == problem.Ways[way].Need), Array.FindIndex(problem.Offers, offer => offer.Offer == problem.Ways[way].Offer));
        for (var steps = 0L; steps <= Math.Min(takes[n], free[o]); steps++)
        {
            (takes[n], free[o], given[way]) = (takes[n] - steps, free[o] - steps, steps);
            foreach (var all in All(problem, way + 1, takes, free, given))
                yield return all;
            (takes[n], free[o], given[way]) = (takes[n] + steps, free[o] + steps, 0);
        }
    }

    private static Id<Need> NeedId(int i) => Id<Need>.Named($"n{i}");

    private static Id<Offer> OfferId(int i) => Id<Offer>.Named($"o{i}");
}
