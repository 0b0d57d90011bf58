using System.Text.Json.Nodes;
using CsCheck;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;

namespace Relight.Tests.Matching;

/// <summary>Every line of tests/cases/limits: each rule just inside its limit, just outside, and with each value unknown that it asks for.</summary>
public class LimitCaseTests
{
    private static readonly string[] s_kinds = Folders("limits");

    public static TheoryData<string, int, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, int, string>();
            foreach (var kind in s_kinds)
                foreach (var (i, line) in LinesOf(kind).Index())
                    lines.Add(kind, i, $"{line["rule"]}: {line["says"]}");
            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_rule_says_at_its_limit_what_was_worked_out_by_hand(string kind, int line, string what)
    {
        var expected = LinesOf(kind)[line];
        var said = Assert.Single(Judge($"limits/{kind}", expected).Match.Rules, rule => rule.Rule == (string)expected["rule"]!);
        Assert.Equal(what, $"{said.Rule}: {char.ToLowerInvariant(said.Verdict.ToString()[0])}{said.Verdict.ToString()[1..]}");
        Assert.Equal((bool?)expected["counts"] ?? true, said.Counts);
        foreach (var (name, value) in expected["figures"]?.AsObject() ?? [])
            Assert.Equal((double)value!, (double)said.Figures.Single(figure => figure.Name == name).Value, 1e-9);
        if (expected["asks"] is JsonArray asks)
            Assert.Equal(asks.Select(ask => (string)ask!).Order(), said.Questions.Select(question => question.Value).Order());
        if (expected["hours"] is { } hours)
            Assert.Equal((decimal)hours, said.Work.Sum(work => work.Hours));
        Assert.All(said.Work.Where(work => work.Hours > 0), work => Assert.True(work.Skill is not null || said.Rule == "fuel", work.What));
        Assert.All(
            (Phrase[])[said.Name, said.From, .. said.Questions.Select(question => question.Phrase), .. said.Work.Select(work => work.Phrase)],
            phrase => Assert.All([phrase.English, phrase.Ukrainian, phrase.Arabic], Assert.NotEmpty));
    }

    /// <summary>Whatever a rule can say of drawn pairs, some line here or some case of tests/cases/matching has it say.</summary>
    [Fact]
    public void Each_rule_has_a_case_for_everything_that_it_can_say()
    {
        var told = s_kinds.SelectMany(kind => LinesOf(kind).SelectMany(line => Said(Judge($"limits/{kind}", line))))
            .Concat(Folders("matching").SelectMany(name => Said(Judge($"matching/{name}", []))))
            .ToHashSet();
        var seen = new HashSet<(string, string, Verdict)>();
        Gen.Int.Sample(seed =>
        {
            var draw = new WideDraw(seed);
            foreach (var (requirement, specification) in WideDraw.Pairs)
                foreach (var said in Said(Judged(draw.Need(requirement), draw.Offer(specification))))
                    lock (seen)
                        seen.Add(said);
        }, iter: 1_500);
        Assert.Empty(seen.Except(told).Order());
    }

    private static string[] Folders(string of) => [.. Directory.GetDirectories(Repository.At("tests", "cases", of)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static string Text(string folder, string file) => File.ReadAllText(Repository.At("tests", "cases", folder, file));

    private static JsonObject[] LinesOf(string kind) => [.. JsonNode.Parse(Text($"limits/{kind}", "cases.json"))!.AsArray().Select(line => line!.AsObject())];

    private static IEnumerable<(string Pair, string Rule, Verdict Verdict)> Said((Need Need, Offer Offer, Match Match) judged) =>
        judged.Match.Rules.Select(rule => (BoundsTests.Name((judged.Need.Requirement.GetType(), judged.Offer.Specification.GetType())), rule.Rule, rule.Verdict));

    private static (Need Need, Offer Offer, Match Match) Judged(Need need, Offer offer) => (need, offer, MatchOffers.Judge(need, offer, Practice.Default));

    /// <summary>The pair of a folder, changed as a line says.</summary>
    private static (Need Need, Offer Offer, Match Match) Judge(string folder, JsonObject line)
    {
        var (need, offer) = (JsonNode.Parse(Text(folder, "need.json"))!.AsObject(), JsonNode.Parse(Text(folder, "offer.json"))!.AsObject());
        Merge(need["requirement"]!.AsObject(), line["requirement"]);
        Merge(offer["specification"]!.AsObject(), line["specification"]);
        foreach (var (field, of) in new[] { ("units", "units"), ("condition", "condition"), ("dispatch", "dispatchCountry") })
            if (line[field] is { } value)
                offer[of] = value.DeepClone();
        return Judged(LedgerJson.Read<Need>(need.ToJsonString()), LedgerJson.Read<Offer>(offer.ToJsonString()));
    }

    // As RFC 7396 has it: a null takes a value away.
    private static void Merge(JsonObject whole, JsonNode? patch)
    {
        foreach (var (name, value) in patch?.AsObject() ?? [])
            if (value is null)
                whole.Remove(name);
            else if (value is JsonObject && whole[name] is JsonObject inner)
                Merge(inner, value);
            else
                whole[name] = value.DeepClone();
    }
}
