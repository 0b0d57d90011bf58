using CsCheck;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>The index finds what judging every pair by the plain rules finds, no more and no less.</summary>
public class MatchIndexTests
{
    private static readonly Gen<(Need[] Needs, Offer[] Offers)> s_draw =
        Gen.Select(
            Gen.Int[0, Draws.Kinds.Count - 1].SelectMany(kind => Draws.Kinds[kind].Need).Array[4],
            Gen.Int[0, Draws.Kinds.Count - 1].SelectMany(kind => Draws.Kinds[kind].Specification).Array[30])
        .Select((needs, texts) => (
            needs.Select((need, i) => need with { Id = Id<Need>.Named($"{i}") }).ToArray(),
            texts.Select((text, i) => Draws.Offer(Draws.Read(text)) with { Id = Id<Offer>.Named($"{i}") }).ToArray()));

    [Fact]
    public void It_finds_what_the_plain_rules_find() => s_draw.Sample(draw =>
    {
        var index = new MatchIndex(draw.Offers, Practice.Default);
        var all = index.ForAll(draw.Needs, 2);
        foreach (var (n, need) in draw.Needs.Index())
        {
            var plain = draw.Offers.Index()
                .Select(pair => (Place: pair.Index, Match: MatchOffers.Judge(need, pair.Item, Practice.Default)))
                .Where(pair => pair.Match.Verdict != Verdict.DoesNotFit)
                .ToList();
            Assert.Equal(plain.Select(pair => (pair.Place, pair.Match.Verdict)), all[n].OrderBy(found => found.Offer).Select(candidate => (candidate.Offer, candidate.Verdict)));
            Assert.Equal(
                MatchOffers.ForNeed(need, draw.Offers, Practice.Default).Where(match => match.Verdict != Verdict.DoesNotFit)
                    .Select(match => (match.Offer, match.Verdict, match.SmallestMarginPercent)),
                index.ForNeed(need).Select(candidate => (draw.Offers[candidate.Offer].Id, candidate.Verdict, candidate.MarginPercent)));
        }
    }, iter: 200);

    [Fact]
    public void Only_as_bad_a_verdict_as_is_wanted_is_found() => s_draw.Sample(draw =>
    {
        var index = new MatchIndex(draw.Offers, Practice.Default);
        return draw.Needs.All(need => index.ForNeed(need, Verdict.FitsWithWork).SequenceEqual(index.ForNeed(need).Where(candidate => candidate.Verdict <= Verdict.FitsWithWork)));
    }, iter: 50);
}
