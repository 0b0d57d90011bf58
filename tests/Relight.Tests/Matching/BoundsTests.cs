using CsCheck;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>What rules say as ranges of numbers is what they say, and an index that goes by these ranges finds what judging every pair does.</summary>
public class BoundsTests
{
    private const decimal Slack = 1e-9m;

    public static TheoryData<string> Pairs => [.. WideDraw.Pairs.Select(Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Ranges_say_what_the_rule_says(string name)
    {
        var (requirement, specification) = WideDraw.Pairs.Single(pair => Name(pair) == name);
        var seen = new HashSet<(string, Verdict)>();
        Gen.Int.Sample(seed =>
        {
            var draw = new WideDraw(seed);
            var (need, offer) = (draw.Need(requirement), draw.Offer(specification));
            foreach (var rule in Rules.For(requirement, specification))
            {
                if (rule.Bounds(need.Requirement, Practice.Default) is not { } bounds || bounds.Any(bound => IsDoubtful(bound, offer)))
                    continue;
                var ruled = rule.Judge(need, offer, Practice.Default, Pen.Silent);
                Assert.True(rule.HasMargin || ruled?.MarginPercent is null, $"{rule.Name.English} tells a margin");
                var judged = ruled is { Counts: true } ruling ? ruling.Verdict : Verdict.Fits;
                var said = bounds.Select(bound => Says(bound, offer)).DefaultIfEmpty(Verdict.Fits).Max();
                Assert.True(judged == said, $"{rule.Name.English}: judged {judged}, ranges say {said}: {need.Requirement} {offer}");
                lock (seen)
                    seen.Add((rule.Name.English, judged));
            }
        }, iter: 4_000);
        Assert.Contains(seen, each => each.Item2 == Verdict.FitsWithWork || each.Item2 == Verdict.DoesNotFit);
    }

    [Fact]
    public void The_index_finds_what_the_plain_rules_find() => Gen.Int.Sample(seed =>
    {
        var draw = new WideDraw(seed);
        // Few kinds each time, so that there is more than a block of some.
        var kinds = Enumerable.Range(0, 3).Select(_ => draw.Of(WideDraw.Pairs)).ToList();
        Offer[] offers = [.. Enumerable.Range(0, 70).Select(i => draw.Offer(draw.Of(kinds).Specification, $"{i}"))];
        Need[] needs = [.. Enumerable.Range(0, 3).Select(i => draw.Need(draw.Of(kinds).Requirement, $"{i}"))];
        var index = new MatchIndex(offers, Practice.Default);
        var worst = draw.Of(Verdict.Fits, Verdict.FitsWithWork, Verdict.CannotTellYet);
        var all = index.ForAll(needs, 2, worst);
        foreach (var (n, need) in needs.Index())
        {
            var plain = offers.Index()
                .Select(pair => (Place: pair.Index, Match: MatchOffers.Judge(need, pair.Item, Practice.Default)))
                .Where(pair => pair.Match.Verdict <= worst)
                .ToList();
            Assert.Equal(plain.Select(pair => (pair.Place, pair.Match.Verdict)), all[n].OrderBy(found => found.Offer).Select(found => (found.Offer, found.Verdict)));
            Assert.Equal(
                plain.Select(pair => (pair.Place, pair.Match.Verdict, pair.Match.SmallestMarginPercent)),
                index.ForNeed(need, worst).OrderBy(found => found.Offer).Select(found => (found.Offer, found.Verdict, found.MarginPercent)));
        }
    }, iter: 600);

    [Fact]
    public void Equal_numbers_beyond_16_bits_are_found_all()
    {
        var offers = Enumerable.Range(0, RankedColumn.Most + 100).Select(i => Draws.Offer(new Battery { Kilowatts = 1 + (i / 1000m), GridForming = true })).ToArray();
        var need = new WideDraw(1).Need(typeof(FacilityPower)) with { Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = 20 } };
        Assert.Equal(offers.Count(offer => ((Battery)offer.Specification).Kilowatts >= 20), new MatchIndex(offers, Practice.Default).ForAll([need], 1)[0].Count);
    }

    private static Verdict Says(Bound bound, Offer offer) =>
        bound.Column.Of(offer, Practice.Default) is not { } number ? bound.Unknown
        : number < bound.Least || number > bound.Most ? bound.Outside
        : Verdict.Fits;

    private static bool IsDoubtful(Bound bound, Offer offer) => !bound.IsSharp && bound.Column.Of(offer, Practice.Default) is { } number
        && new[] { bound.Least, bound.Most }.Any(limit => limit is { } at && at - (Math.Abs(at) * Slack) <= number && number <= at + (Math.Abs(at) * Slack));

    internal static string Name((Type Requirement, Type Specification) pair) => $"{pair.Specification.Name} for {pair.Requirement.Name}";
}
