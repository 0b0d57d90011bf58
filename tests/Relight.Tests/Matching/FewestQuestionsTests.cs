using System.Text.Json.Nodes;
using CsCheck;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>What is asked is as little as can settle a match, held against every smaller choice, and against the answers themselves.</summary>
public class FewestQuestionsTests
{
    private const int Most = 14;

    // Whether these have to be known depends on what others turn out to be: taps where the ratio is off, Um where the rated voltage is below the system's,
    // what the rating means where the power is little more than the load.
    private static readonly string[] s_dependOnAnswers = ["taps", "high.um", "low.um", "rating"];

    [Fact]
    public void No_smaller_set_has_a_question_for_every_rule() => Gen.Int.Sample(seed =>
    {
        var draw = new WideDraw(seed);
        var (requirement, specification) = draw.Of(WideDraw.Pairs);
        var match = MatchOffers.Judge(draw.Need(requirement), Forgetful(draw, draw.Offer(specification)), Practice.Default);
        var open = match.Rules.Where(rule => rule.Counts && rule.Questions.Count > 0).ToList();
        var choices = open.SelectMany(rule => rule.Questions.Concat(rule.Also)).Distinct().ToList();
        if (choices.Count > Most)
            return;
        bool Settles(IReadOnlyList<Question> asked) => open.TrueForAll(rule => rule.Questions.Any(asked.Contains) && rule.Also.All(asked.Contains));
        var fewest = Enumerable.Range(0, 1 << choices.Count)
            .Select(set => choices.Where((_, i) => (set >> i & 1) == 1).ToList())
            .Where(Settles).Min(set => set.Count);
        Assert.True(Settles(match.Deciding));
        Assert.Equal(fewest, match.Deciding.Count);
    }, iter: 3_000);

    [Fact]
    public void The_answers_settle_it_and_without_any_one_of_them_it_stays_open() => Gen.Int.Sample(seed =>
    {
        var draw = new WideDraw(seed);
        var (requirement, specification) = draw.Of(WideDraw.Pairs);
        var (need, whole) = (draw.Need(requirement), draw.Offer(specification));
        var known = Forgetful(draw, whole);
        var asked = MatchOffers.Judge(need, known, Practice.Default).Deciding;
        // A value that the donor does not know either, or says in words that nobody understands, settles nothing.
        if (asked.Count == 0 || asked.Any(question => question.To == Asked.Operator || Answer(whole, question.Value) is not { } answer || $"{answer}" == WideDraw.Unread))
            return;
        var answered = MatchOffers.Judge(need, asked.Aggregate(known, (offer, question) => Answered(offer, whole, question.Value)), Practice.Default);
        Assert.All(
            answered.Verdict == Verdict.DoesNotFit ? [] : answered.Deciding,
            question => Assert.True(question.To == Asked.Operator || s_dependOnAnswers.Contains(question.Value), question.Value));
        foreach (var left in asked)
        {
            var others = asked.Where(question => question != left).Aggregate(known, (offer, question) => Answered(offer, whole, question.Value));
            Assert.NotEqual(Verdict.Fits, MatchOffers.Judge(need, others, Practice.Default).Verdict);
            Assert.NotEqual(Verdict.FitsWithWork, MatchOffers.Judge(need, others, Practice.Default).Verdict);
        }
    }, iter: 3_000);

    // Half of what is known is forgotten, but for what a specification must have.
    private static Offer Forgetful(WideDraw draw, Offer offer)
    {
        var json = JsonNode.Parse(LedgerJson.Write(offer.Specification))!.AsObject();
        foreach (var part in new[] { json, json["high"] as JsonObject, json["low"] as JsonObject }.OfType<JsonObject>())
            foreach (var name in part.Select(value => value.Key).Where(name => name is not ("type" or "high" or "low") && draw.Of(true, false)).ToList())
                part.Remove(name);
        return offer with { Specification = LedgerJson.Read<Specification>(json.ToJsonString()) };
    }

    private static JsonNode? Answer(Offer whole, string path)
    {
        JsonNode? at = JsonNode.Parse(LedgerJson.Write(whole.Specification));
        foreach (var name in path.Split('.'))
            at = at is JsonObject here ? here[name] : null;
        return at;
    }

    private static Offer Answered(Offer offer, Offer whole, string path)
    {
        var json = JsonNode.Parse(LedgerJson.Write(offer.Specification))!.AsObject();
        var (parts, into) = (path.Split('.'), json);
        foreach (var name in parts[..^1])
        {
            if (into[name] is not JsonObject inner)
                into[name] = inner = [];
            into = inner;
        }
        into[parts[^1]] = Answer(whole, path)!.DeepClone();
        return offer with { Specification = LedgerJson.Read<Specification>(json.ToJsonString()) };
    }
}
