using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>The shortest specification is held against every other that can be made by leaving values out.</summary>
public class SmallestRequirementTests
{
    private const int Most = 8;

    [Fact]
    public void No_choice_of_fewer_values_refuses_the_same() => Gen.Int.Sample(seed =>
    {
        var draw = new WideDraw(seed);
        var (requirement, specification) = draw.Of(WideDraw.Pairs);
        var need = Curtailed(draw, draw.Need(requirement));
        Offer[] offers = [.. Enumerable.Range(0, 5).Select(i => draw.Offer(specification, $"{i}"))];
        var names = Names(need);
        var refused = Refused(need, offers);
        var fewest = Enumerable.Range(0, 1 << names.Count)
            .Select(set => Without(need, [.. names.Where((_, i) => (set >> i & 1) == 0)]))
            .OfType<Need>()
            .Where(other => Refused(other, offers).SequenceEqual(refused))
            .Min(other => Names(other).Count);
        var shortest = need with { Requirement = ShortestRequirement.Of(need, offers, Practice.Default) };
        Assert.Equal(refused, Refused(shortest, offers));
        Assert.Equal(fewest, Names(shortest).Count);
    }, iter: 300);

    // So few values that every choice of them can be tried.
    private static Need Curtailed(WideDraw draw, Need need)
    {
        for (var names = Names(need); names.Count > Most; names = Names(need))
            need = Without(need, [draw.Of(names)]) ?? need;
        return need;
    }

    /// <summary>The values that can be left out.</summary>
    private static List<string> Names(Need need) =>
        [.. JsonNode.Parse(LedgerJson.Write(need.Requirement))!.AsObject().Select(value => value.Key).Where(name => Without(need, [name]) is not null)];

    private static Need? Without(Need need, IReadOnlyList<string> names)
    {
        var json = JsonNode.Parse(LedgerJson.Write(need.Requirement))!.AsObject();
        foreach (var name in names)
            json.Remove(name);
        try
        {
            var shorter = LedgerJson.Read<Requirement>(json.ToJsonString());
            var written = JsonNode.Parse(LedgerJson.Write(shorter))!.AsObject();
            return names.Any(written.ContainsKey) ? null : need with { Requirement = shorter };
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static List<string> Refused(Need need, Offer[] offers) =>
    [
        .. Rules.All.SelectMany(rule => (rule.Bounds(need.Requirement, Practice.Default) ?? [])
            .Where(bound => bound.Outside == Verdict.DoesNotFit)
            .Select(bound => FormattableString.Invariant($"{rule.Name.English} {bound.Column.Name} {bound.Least} {bound.Most}"))),
        .. offers.Select(offer => $"{MatchOffers.Weigh(need, offer, Practice.Default).Verdict == Verdict.DoesNotFit}"),
    ];
}
