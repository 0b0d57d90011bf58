using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Requests that programs send by mistake or on purpose: other methods, broken addresses, tampered places, bodies that never end or say things twice.</summary>
[Collection<ApiCollection>]
public sealed class OddRequestTests(ApiServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("needs", "GET, HEAD, OPTIONS, POST")]
    [InlineData("needs.csv", "GET, HEAD, OPTIONS")]
    [InlineData("needs/9b61bea7-ec32-86ed-93c0-64fddb56fb0f/", "GET, HEAD, OPTIONS, PUT")]
    [InlineData("imports/claims", "OPTIONS, POST")]
    public async Task Another_method_is_told_which_ones_the_address_takes(string path, string taken)
    {
        using var client = new HttpClient { BaseAddress = server.Root };
        foreach (var method in new[] { "DELETE", "PATCH", "FOO", "OPTIONS" })
        {
            using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"{ApiServer.Operation}/{path}"), Cancel);
            Assert.Equal((method == "OPTIONS" ? 204 : 405, taken), ((int)answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal))));
            Assert.True(method == "OPTIONS" || answer.Content.Headers.ContentType?.MediaType == "application/problem+json");
        }
    }

    [Theory]
    [InlineData("needs?limit=2")]
    [InlineData("claims.ndjson")]
    [InlineData("offers.csv?power>=200MVA")]
    [InlineData("offers.csv?power>=200kg")]
    [InlineData("funnel")]
    public async Task The_head_of_an_answer_is_that_of_the_answer(string path)
    {
        var (get, head) = (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{path}"), await server.Send(Audience.Coordination, HttpMethod.Head, $"{ApiServer.Operation}/{path}"));
        Assert.Equal((get.Status, get.Type, ""), (head.Status, head.Type, head.Text));
    }

    [Theory]
    [InlineData("title=100%")]
    [InlineData("title=%zz")]
    [InlineData("title=%ff")]
    [InlineData("title=%C3")]
    [InlineData("title=%ED%A0%80")]
    [InlineData("%=x")]
    [InlineData("title=%00")]
    public async Task An_address_that_is_no_text_is_refused(string query)
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, "/", change: request => request.RequestUri = Raw($"{server.Root.GetLeftPart(UriPartial.Authority)}{ApiServer.Operation}/needs?{query}"));
        Assert.Equal((400, "address"), (answer.Status, Assert.Single(answer.Faults).Field));
    }

    [Theory]
    [InlineData("needs?nosuch=", "nosuch")]
    [InlineData("needs?title=", "title")]
    [InlineData("offers?power=", "power")]
    [InlineData("offers?power", "power")]
    [InlineData("needs?deadline=", "deadline")]
    [InlineData("needs?limit=", "limit")]
    [InlineData("needs?sort=", "sort")]
    [InlineData("needs?sort=--title", "sort")]
    [InlineData("needs?after=", "after")]
    [InlineData("needs/count?by=", "by")]
    [InlineData("offers/search?where=", "where")]
    [InlineData("funnel?donor=", "donor")]
    [InlineData("ledger?limit=", "limit")]
    public async Task A_parameter_that_says_nothing_is_refused(string address, string field)
    {
        var answer = await server.Send(Audience.Operator, HttpMethod.Get, $"{ApiServer.Operation}/{address}");
        Assert.Equal((400, field), (answer.Status, answer.Faults.Select(fault => fault.Field).Distinct().Single()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("=TRUE")]
    [InlineData("=1")]
    public async Task A_dry_run_that_is_not_said_clearly_enters_nothing(string value)
    {
        var name = $"Maker {Guid.NewGuid()}";
        var answer = await server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/imports/organisations?dryRun{value}", change: request =>
            request.Content = new StringContent($"name,kind\n{name},maker\n", Encoding.UTF8, "text/csv"));
        Assert.Equal((400, "dryRun"), (answer.Status, answer.Faults.Select(fault => fault.Field).Distinct().Single()));
        Assert.Equal(0, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/organisations/count?name={Uri.EscapeDataString(name)}"))["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_heading_that_is_mapped_twice_is_refused_and_one_with_a_sign_in_it_is_not()
    {
        Task<ApiAnswer> Send(string query) => server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/imports/organisations?dryRun=true&{query}", change: request =>
            request.Content = new StringContent($"a=b,kind\nMaker {Guid.NewGuid()},maker\n", Encoding.UTF8, "text/csv"));
        Assert.Equal(200, (await Send("map=a%3Db%3Dname")).Status);
        Assert.Equal((400, "map"), ((await Send("map=x%3Dname&map=x%3Dkind")).Status, (await Send("map=x%3Dname&map=x%3Dkind")).Faults[0].Field));
    }

    [Theory]
    [InlineData("offers?power=1")]
    [InlineData("offers?power>=200..")]
    [InlineData("claims?quantity=1")]
    [InlineData("offers/search?where=power%20>%201")]
    [InlineData("needs?deadline=2022-12")]
    public async Task A_condition_that_never_ends_is_refused_at_once(string address)
    {
        var clock = Stopwatch.StartNew();
        foreach (var filling in new[] { '+', '9', '.' })
            Assert.Equal(400, (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{address}{new string(filling, 7_000)}x!")).Status);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task An_amount_that_never_ends_is_refused_at_once()
    {
        var clock = Stopwatch.StartNew();
        var answer = await server.Post($"{ApiServer.Operation}/needs", $$"""{"title":"Fuel","organisation":"{{Germany}}","priority":"high","units":1,"requirement":{"type":"goods","goods":{"kind":"fuel","description":"diesel"},"amount":"1{{new string(' ', 1_000_000)}}x y"} }""");
        Assert.Equal((400, "requirement.amount"), (answer.Status, Assert.Single(answer.Faults).Field));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("""{"id":"9b61bea7-ec32-86ed-93c0-64fddb56fb0f"}""", false)]
    [InlineData("""{"key":"a\u0000b"}""", true)]
    [InlineData("""{"key":"\ud800"}""", true)]
    [InlineData("""{"key":[1]}""", true)]
    [InlineData("""{"key":{"a":1}}""", true)]
    [InlineData("""{"key":true}""", true)]
    [InlineData("""{"list":null}""", true)]
    [InlineData("""{"id":"here"}""", true)]
    public async Task A_place_that_was_tampered_with_is_refused(string change, bool keepsKey)
    {
        var place = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/offers?limit=1"))["next"]!.GetValue<string>();
        var text = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(place));
        if (!keepsKey)
            text = text.Replace("\"key\":", "\"other\":", StringComparison.Ordinal);
        // The member that comes last is the one that is read.
        text = text[..^1] + "," + change[1..];
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/offers?limit=1&after={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text))}");
        Assert.Equal((400, "after"), (answer.Status, Assert.Single(answer.Faults).Field));
    }

    [Fact]
    public async Task A_place_in_one_list_is_none_in_one_of_other_records()
    {
        var place = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/claims?limit=1"))["next"]!.GetValue<string>();
        foreach (var list in new[] { "sources", "links", "organisations", "contributions", "needs", "offers" })
            Assert.Equal(400, (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{list}?limit=1&after={place}")).Status);
    }

    [Fact]
    public async Task A_field_that_stands_twice_is_told_by_its_name_at_any_depth()
    {
        var answer = await server.Post($"{ApiServer.Operation}/needs", $$"""
            {"title":"a","title":"b","organisation":"{{Germany}}","priority":"high","units":1,
             "requirement":{"type":"goods","goods":{"kind":"fuel","kind":"money","description":"diesel"},"amount":"5 t"} }
            """);
        Assert.Equal((400, "title requirement.goods.kind"), (answer.Status, string.Join(' ', answer.Faults.Select(fault => fault.Field))));
        Assert.All(answer.Faults, fault => Assert.Contains("more than once", fault.Rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_faults_than_anyone_reads_are_counted()
    {
        var answer = await server.Post($"{ApiServer.Operation}/organisations", $"{{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"f{i}\":1"))}}}");
        Assert.Equal((400, 1_001), (answer.Status, answer.Faults.Count));
        Assert.Equal(("body", "so many more places are wrong"), answer.Faults[^1]);
        Assert.Equal("49002", answer.Json["errors"]!.AsArray()[^1]!["value"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"a\"", 412)]
    [InlineData("\"99999999999999\"", 412)]
    [InlineData("\"1", 412)]
    [InlineData("\"1\", \"2\"", 428)]
    [InlineData("*", 428)]
    [InlineData("\"1\"", 200)]
    public async Task A_version_that_must_be_named_is_named_by_one_strong_ETag(string ifMatch, int status)
    {
        string Need(string title) => $$"""{"title":"{{title}}","organisation":"{{Germany}}","priority":"high","units":1,"requirement":{"type":"facilityPower","facility":"hospital","loadKilowatts":300} }""";
        var address = (await server.Post($"{ApiServer.Operation}/needs", Need("Seen"))).Json["address"]!.GetValue<string>();
        var answer = await server.Send(Audience.Coordination, HttpMethod.Put, address, Need("Changed"), Guid.NewGuid().ToString(), ifMatch);
        Assert.True(answer.Status == status, answer.Text);
        // No version of a record that is not there was seen.
        answer = await server.Send(Audience.Coordination, HttpMethod.Put, $"{ApiServer.Operation}/needs/{Guid.NewGuid()}", Need("New"), Guid.NewGuid().ToString(), ifMatch);
        Assert.True(answer.Status >= 400, answer.Text);
    }

    [Fact]
    public async Task What_its_reader_has_is_not_sent_again_however_it_is_named()
    {
        var address = $"{ApiServer.Operation}/organisations/{Germany}";
        var tag = (await server.Send(Audience.Coordination, HttpMethod.Get, address)).ETag!;
        foreach (var (had, status) in new[] { (tag, 304), ($"W/{tag}", 304), ($"\"x\", {tag}", 304), ("*", 304), ("\"x\"", 200), ("x", 200) })
            Assert.Equal(status, (await server.Send(Audience.Coordination, HttpMethod.Get, address, change: request => request.Headers.TryAddWithoutValidation("If-None-Match", had))).Status);
    }

    [Fact]
    public async Task A_formula_is_no_formula_in_an_export_however_it_begins()
    {
        var mark = Guid.NewGuid().ToString("N");
        foreach (var begin in new[] { "=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" })
            Assert.Equal(201, (await server.Post($"{ApiServer.Operation}/organisations", new JsonObject { ["name"] = $"{begin}cmd {mark}", ["kind"] = "maker" }.ToJsonString())).Status);
        var csv = (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/organisations.csv?name={mark}")).Text.TrimEnd().Split("\r\n").Skip(2).ToList();
        Assert.Equal(8, csv.Count);
        Assert.All(csv, line => Assert.StartsWith("'", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"earliest":"9999-01-01","latest":"9999-12-31","text":"9999"}""")]
    [InlineData("\"9999\"")]
    [InlineData("\"0001-01-01\"")]
    public async Task A_day_after_which_none_can_be_counted_is_refused(string arrival)
    {
        var answer = await server.Post($"{ApiServer.Operation}/offers", $$"""{"title":"Set","donor":"{{Germany}}","specification":{"type":"generatingSet"},"units":1,"arrival":{{arrival}} }""");
        Assert.Equal((400, "arrival"), (answer.Status, Assert.Single(answer.Faults).Field));
        answer = await server.Post($"{ApiServer.Operation}/needs", $$"""{"title":"Need","organisation":"{{Germany}}","priority":"high","units":1,"deadline":"9999-12-31","requirement":{"type":"facilityPower","facility":"hospital","loadKilowatts":300} }""");
        Assert.Equal((422, "deadline"), (answer.Status, Assert.Single(answer.Faults).Field));
    }

    private static string Germany => SamplePledges.OrganisationId("de").ToString();

    // An address whose percent signs are left as they are.
    private static Uri Raw(string address)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return Uri.TryCreate(address, options, out var uri) ? uri : throw new FormatException(address);
    }
}
