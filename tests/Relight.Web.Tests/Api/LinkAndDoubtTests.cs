using System.Text;
using System.Text.Json.Nodes;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Over HTTP: links that make no sense are refused, and what looks like a slip is told with its field.</summary>
[Collection<ApiCollection>]
public sealed class LinkAndDoubtTests(ApiServer server)
{
    private static string Germany => SamplePledges.OrganisationId("de").ToString();

    [Theory]
    [InlineData("restates")]
    [InlineData("partOf")]
    [InlineData("supersedes")]
    [InlineData("fulfils")]
    [InlineData("paysInto")]
    [InlineData("contradicts")]
    public async Task A_link_and_its_reverse_are_not_both_taken(string kind)
    {
        var source = await SourceAsync();
        var (one, other) = (await ClaimAsync(source), await ClaimAsync(source));
        Assert.Equal(201, (await LinkAsync(one, kind, other)).Status);
        var again = await LinkAsync(one, kind, other);
        Assert.Equal((422, "is there already"), (again.Status, again.Faults.Single().Rule));
        var reverse = await LinkAsync(other, kind, one);
        Assert.Equal((422, kind == "contradicts" ? "link" : "to"), (reverse.Status, reverse.Faults.Single().Field));
        Assert.Equal("urn:relight:problem:refused", reverse.Json["type"]!.GetValue<string>());
        Assert.Equal(1, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/links/count?from={one}"))["total"]!.GetValue<int>());
        Assert.Equal(0, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/links/count?from={other}"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_proposed_for_a_claim_can_be_entered_until_it_would_close_a_circle()
    {
        var source = await SourceAsync();
        var (one, other, third) = (await ClaimAsync(source), await ClaimAsync(source), await ClaimAsync(source));
        var proposals = await ProposalsAsync(one);
        Assert.Contains(proposals, each => Has(each, other));
        var proposal = proposals.First(each => Has(each, other));
        var (from, to) = (proposal["from"]!.GetValue<string>(), proposal["to"]!.GetValue<string>());
        Assert.Equal(201, (await LinkAsync(to, "restates", third)).Status);
        Assert.Equal(201, (await LinkAsync(third, "restates", from)).Status);
        Assert.DoesNotContain(await ProposalsAsync(one), each => Has(each, other));
        var late = await LinkAsync(from, proposal["kind"]!.GetValue<string>(), to);
        Assert.Equal((422, "to"), (late.Status, late.Faults.Single().Field));
        Assert.Contains(third, late.Faults.Single().Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_after_the_source_was_read_and_a_name_in_other_letters_are_doubted()
    {
        var source = await SourceAsync();
        var claim = await server.Post($"{ApiServer.Operation}/claims", Claim(source, "2022-12-19"));
        Assert.Equal((201, "date"), (claim.Status, claim.Json["warnings"]!.AsArray().Single()!["field"]!.GetValue<string>()));
        Assert.Empty((await server.Post($"{ApiServer.Operation}/claims", Claim(source, "2022-12-18"))).Json["warnings"]!.AsArray());
        var name = $"Maker of {Guid.NewGuid()}";
        Assert.Equal(201, (await server.Post($"{ApiServer.Operation}/organisations", Organisation(name))).Status);
        var key = Guid.NewGuid().ToString();
        var shouting = await server.Post($"{ApiServer.Operation}/organisations", Organisation(name.ToUpperInvariant()), key);
        Assert.Equal((201, "name"), (shouting.Status, shouting.Json["warnings"]!.AsArray().Single()!["field"]!.GetValue<string>()));
        Assert.Contains($"'{name}'", shouting.Json["warnings"]![0]!["doubt"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(shouting.Text, (await server.Post($"{ApiServer.Operation}/organisations", Organisation(name.ToUpperInvariant()), key)).Text);
    }

    [Fact]
    public async Task An_import_doubts_the_same()
    {
        var name = $"Maker of {Guid.NewGuid()}";
        var names = await ImportAsync("organisations", $"name,kind\n{name},maker\n{name.ToUpperInvariant()},maker\n");
        Assert.Equal((3, "name"), Doubt(names));
        var claims = await ImportAsync(
            "claims", $"donors,item,quantity,stage,date,quote,source_address,source_language,source_retrieved\nGermany,fuel,5 t,announced,2022-12-20,5 t,https://example.org/{Guid.NewGuid()},en,2022-12-17\n");
        Assert.Equal((2, "date"), Doubt(claims));
    }

    private static (int, string) Doubt(ApiAnswer answer)
    {
        Assert.True(answer.Status == 200, answer.Text);
        var warning = answer.Json["warnings"]!.AsArray().Single()!;
        return (warning["row"]!.GetValue<int>(), warning["column"]!.GetValue<string>());
    }

    private Task<ApiAnswer> ImportAsync(string kind, string text) => server.Send(
        Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/imports/{kind}?dryRun=true", change: request => request.Content = new StringContent(text, Encoding.UTF8, "text/csv"));

    private static bool Has(JsonNode proposal, string claim) => proposal["from"]!.GetValue<string>() == claim || proposal["to"]!.GetValue<string>() == claim;

    private async Task<IReadOnlyList<JsonNode>> ProposalsAsync(string claim) =>
        [.. (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/link-proposals?claim={claim}&limit=500"))["items"]!.AsArray().OfType<JsonNode>()];

    private Task<ApiAnswer> LinkAsync(string from, string kind, string to) =>
        server.Post($"{ApiServer.Operation}/links", $$"""{"from":"{{from}}","kind":"{{kind}}","to":"{{to}}","why":"they say so"}""");

    private static string Organisation(string name) => $$"""{"name":"{{name}}","kind":"maker"}""";

    private static string Claim(string source, string date) => $$"""
        {"source":"{{source}}","donors":["{{Germany}}"],"item":{"kind":"lighting","description":"lamps"},"quantity":"4711 pcs","stage":"goods:announced","date":"{{date}}","quote":"lamps"}
        """;

    private Task<string> SourceAsync() => Id("sources", $$"""{"address":"https://example.org/{{Guid.NewGuid()}}","publisher":"Example","language":"en","retrieved":"2022-12-17T00:00:00Z","text":"lamps"}""");

    private Task<string> ClaimAsync(string source) => Id("claims", Claim(source, "2022-12-16"));

    private async Task<string> Id(string list, string body)
    {
        var answer = await server.Post($"{ApiServer.Operation}/{list}", body);
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json["address"]!.GetValue<string>().Split('/')[^1];
    }
}
