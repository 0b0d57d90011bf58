using System.Text.Json.Nodes;
using CsCheck;
using Relight.Ledger;
using Relight.Matching;
using Relight.Matching.Transformers;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>What must hold of every match: more capability and more knowledge never turn against a unit for want of reason.</summary>
public class MatchingPropertyTests
{
    public static TheoryData<string> Kinds => [.. Draws.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_known_gives_questions_and_no_refusal(string kind)
    {
        var of = Draws.Kinds.Single(each => each.Name == kind);
        of.Need.Sample(need =>
        {
            var match = Judge(need, Draws.Offer(Draws.Read(of.Nothing)));
            Assert.Equal(Verdict.CannotTellYet, match.Verdict);
            Assert.NotEmpty(match.Questions);
        }, iter: 30);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Forgetting_a_value_never_makes_a_unit_unfit(string kind)
    {
        var of = Draws.Kinds.Single(each => each.Name == kind);
        Gen.Select(of.Need, of.Specification).Sample((need, drawn) =>
        {
            var before = Judge(need, Draws.Offer(Draws.Read(drawn))).Verdict;
            if (before == Verdict.DoesNotFit)
                return;
            foreach (var less in Forgotten(JsonNode.Parse(drawn)!.AsObject()))
                Assert.True(Judge(need, Draws.Offer(Draws.Read(less))).Verdict != Verdict.DoesNotFit, $"{drawn}\n{less}");
        }, iter: 300);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_capability_never_makes_a_unit_worse(string kind)
    {
        var of = Draws.Kinds.Single(each => each.Name == kind);
        Gen.Select(of.Need, of.Specification).Sample((need, drawn) =>
        {
            var before = Judge(need, Draws.Offer(Draws.Read(drawn))).Verdict;
            foreach (var (path, factor) in of.Better)
                if (Multiplied(drawn, path, factor) is { } more)
                    Assert.True(Judge(need, Draws.Offer(Draws.Read(more))).Verdict <= before, $"{path}: {drawn}\n{more}");
        }, iter: 300);
    }

    [Fact]
    public void More_power_is_never_worse_also_where_the_loading_guide_divides_units()
    {
        var rule = new TransformerPowerRule();
        foreach (var load in (decimal[])[8, 9.9m, 12, 14.9m, 100, 131, 140, 149.9m, 150, 180])
        {
            var before = Verdict.DoesNotFit;
            for (var rated = 5m; rated <= 250; rated += 0.25m)
            {
                var need = Draws.Kinds[0].Need.Single() with { Requirement = new TransformerBay { HighKilovolts = 330, LowKilovolts = 110, LoadMegavoltamperes = load } };
                var unit = new PowerTransformer { High = new Winding { RatedKilovolts = 330, RatedMegavoltamperes = rated }, Low = new Winding() };
                var now = rule.Judge(need, Draws.Offer(unit), Practice.Default, Pen.Silent)!.Value.Verdict;
                Assert.True(now <= before, $"{rated} MVA for {load} MVA: {now} after {before}");
                before = now;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_whole_is_as_bad_as_the_worst_of_its_rules_and_a_silent_pen_finds_the_same(string kind)
    {
        var of = Draws.Kinds.Single(each => each.Name == kind);
        Gen.Select(of.Need, of.Specification).Sample((need, drawn) =>
        {
            var offer = Draws.Offer(Draws.Read(drawn));
            var match = Judge(need, offer);
            Assert.Equal(match.Rules.Where(rule => rule.Counts).Max(rule => rule.Verdict), match.Verdict);
            var weighed = MatchOffers.Weigh(need, offer, Practice.Default);
            Assert.Equal(match.Verdict, weighed.Verdict);
            if (match.Verdict != Verdict.DoesNotFit)
                Assert.Equal(match.SmallestMarginPercent, weighed.MarginPercent);
            Assert.All(match.Rules.Where(rule => rule.Verdict == Verdict.CannotTellYet), rule => Assert.NotEmpty(rule.Questions));
            Assert.All(match.Rules.Where(rule => rule.Verdict == Verdict.FitsWithWork), rule => Assert.NotEmpty(rule.Work));
        }, iter: 300);
    }

    [Fact]
    public void Every_question_of_a_match_is_needed_and_together_they_are_enough() => Draws.Kinds[0].Need.Sample(need =>
    {
        var match = Judge(need, Draws.Offer(Draws.Read(Draws.Kinds[0].Nothing)));
        var open = match.Rules.Where(rule => rule.Questions.Count > 0).ToList();
        Assert.All(open, rule => Assert.Contains(rule.Questions, match.Questions.Contains));
        Assert.All(match.Questions, question => Assert.Contains(open, rule => rule.Also.Contains(question)
            || (rule.Questions.Contains(question) && !rule.Questions.Any(other => other != question && match.Questions.Contains(other)))));
    }, iter: 50);

    [Fact]
    public void No_two_limits_and_no_two_places_of_one_kind_share_a_name()
    {
        Assert.All(Draws.Kinds, kind => Assert.Distinct(
            Rules.For(kind.Need.Single().Requirement.GetType(), Draws.Read(kind.Nothing).GetType()).Select(rule => rule.Place)));
        Assert.Equal(Rules.All.Count, Rules.All.Distinct().Count());
    }

    [Fact]
    public void The_order_of_offers_does_not_change_the_order_of_matches() => Gen.Select(Draws.Kinds[0].Need, Draws.Kinds[0].Specification.Array[6]).Sample((need, drawn) =>
    {
        var offers = drawn.Select((text, i) => Draws.Offer(Draws.Read(text)) with { Id = Id<Offer>.Named($"{i}") }).ToList();
        var one = MatchOffers.ForNeed(need, offers, Practice.Default).Select(match => match.Offer);
        var other = MatchOffers.ForNeed(need, offers.AsEnumerable().Reverse(), Practice.Default).Select(match => match.Offer);
        return one.SequenceEqual(other);
    }, iter: 50);

    private static Match Judge(Need need, Offer offer) => MatchOffers.Judge(need, offer, Practice.Default);

    private static IEnumerable<string> Forgotten(JsonObject whole)
    {
        foreach (var (name, value) in whole.ToList())
        {
            if (name == "type" || value is null)
                continue;
            if (value is JsonObject part && name is "high" or "low")
                foreach (var inner in ((JsonObject)value).Select(pair => pair.Key).ToList())
                {
                    var less = whole.DeepClone().AsObject();
                    less[name]!.AsObject().Remove(inner);
                    yield return less.ToJsonString(LedgerJson.Options);
                }
            else
            {
                var less = whole.DeepClone().AsObject();
                less.Remove(name);
                yield return less.ToJsonString(LedgerJson.Options);
            }
        }
    }

    private static string? Multiplied(string drawn, string path, decimal factor)
    {
        var whole = JsonNode.Parse(drawn)!;
        var parts = path.Split('.');
        var inside = parts.Length == 1 ? whole : whole[parts[0]];
        if (inside?[parts[^1]] is not { } value)
            return null;
        inside[parts[^1]] = value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? JsonValue.Create(value.GetValue<decimal>() * factor) : JsonValue.Create(true);
        return whole.ToJsonString(LedgerJson.Options);
    }
}
