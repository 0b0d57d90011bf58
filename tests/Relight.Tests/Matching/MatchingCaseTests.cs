using System.Text.Json.Nodes;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>Every case of tests/cases/matching, against what its README works out by hand.</summary>
public class MatchingCaseTests
{
    public static TheoryData<string> Cases => Repository.Cases("matching");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Comes_out_as_worked_out_by_hand(string name)
    {
        var expected = JsonNode.Parse(Text(name, "expected.json"))!;
        var match = MatchOffers.Judge(
            LedgerJson.Read<Need>(Text(name, "need.json")), LedgerJson.Read<Offer>(Text(name, "offer.json")), Practice.Default);

        Assert.Equal(expected["verdict"]!.GetValue<string>(), Word(match.Verdict));
        foreach (var (rule, verdict) in expected["rules"]!.AsObject())
            Assert.Equal((rule, verdict!.GetValue<string>()), (rule, Word(Of(match, rule).Verdict)));
        foreach (var (rule, figures) in expected["figures"]!.AsObject())
            foreach (var (figure, value) in figures!.AsObject())
                Assert.Equal(value!.GetValue<double>(), (double)Of(match, rule).Figures.Single(f => f.Name == figure).Value, 1e-9);
        foreach (var (rule, words) in expected["says"]?.AsObject() ?? [])
            Assert.Contains(words!.GetValue<string>(), Of(match, rule).Because, StringComparison.Ordinal);
        Assert.Equal(
            expected["questions"]!.AsArray().Select(q => q!.GetValue<string>()).Order(),
            match.Questions.Select(q => q.Value).Order());
        if (expected["work"] is JsonObject work)
            Assert.Equal(
                work.Select(each => (each.Key, each.Value!.GetValue<decimal>())).Order(),
                match.Work.Select(each => (each.What, each.Hours)).Order());
        Assert.All(match.Rules, rule => Assert.NotEmpty(rule.Source));
    }

    private static string Text(string name, string file) => File.ReadAllText(Repository.At("tests", "cases", "matching", name, file));

    private static RuleVerdict Of(Match match, string rule) => match.Rules.Single(verdict => verdict.Rule == rule);

    private static string Word(Verdict verdict)
    {
        var name = verdict.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
