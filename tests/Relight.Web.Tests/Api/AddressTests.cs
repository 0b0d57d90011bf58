using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Whatever stands in an address has an effect or is refused: nothing is taken in silence, and all that is wrong is told at once.</summary>
[Collection<ApiCollection>]
public sealed partial class AddressTests(ApiServer server)
{
    private static readonly string s_germany = SamplePledges.OrganisationId("de").ToString();

    [Fact]
    public async Task A_parameter_that_is_not_taken_is_refused_wherever_something_is_read()
    {
        var description = (await server.Read(Audience.Operator, "/api/openapi.json"))["paths"]!.AsObject();
        var ids = new Dictionary<string, string>();
        foreach (var list in new[] { "needs", "offers", "contributions", "claims", "facilities", "organisations", "sources" })
        {
            var one = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/{list}?limit=1"))["items"]![0]!;
            ids[list] = (one["id"] ?? one["claim"]!["id"])!.GetValue<string>();
        }
        var walked = 0;
        foreach (var (path, methods) in description)
        {
            if (methods!["get"] is null || path == "/api/backup")
                continue;
            var list = path.Replace("/api/operations/{operation}/", "", StringComparison.Ordinal).Split('/')[0];
            if (path.Contains("{id}", StringComparison.Ordinal) && !ids.ContainsKey(list))
                continue;
            var address = Hole().Replace(path.Replace("{operation}", ApiServer.Operation.Split('/')[^1], StringComparison.Ordinal).Replace("{kind}", "needs", StringComparison.Ordinal), _ => ids[list]);
            var answer = await server.Send(Audience.Operator, HttpMethod.Get, $"{address}?colour=red");
            Assert.True(answer.Status == 400 && answer.Faults.Any(fault => fault.Field == "colour"), $"{address}: {answer.Status} {answer.Text[..Math.Min(200, answer.Text.Length)]}");
            walked++;
        }
        Assert.True(walked > 60, $"{walked}");
    }

    [Fact]
    public async Task A_parameter_of_a_command_is_refused_with_everything_else_and_nothing_is_done()
    {
        var title = $"Set {Guid.NewGuid():N}";
        var answer = await server.Post($"{ApiServer.Operation}/offers?dryRun=true", $$"""{"title":"{{title}}","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":0}""");
        Assert.Equal((400, "dryRun units"), (answer.Status, Fields(answer)));
        answer = await server.Post($"{ApiServer.Operation}/offers?dryRun=true", $$"""{"title":"{{title}}","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":1}""");
        Assert.Equal((400, "dryRun"), (answer.Status, Fields(answer)));
        Assert.Equal(0, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/offers/count?title={title}"))["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("offers?condition=shiny", "condition")]
    [InlineData("offers?origin=Germany", "origin")]
    [InlineData("needs?kind=1", "kind")]
    [InlineData("needs?kind=goods,colour", "kind")]
    [InlineData("needs?id=17", "id")]
    [InlineData("needs?oblast=Kyiv", "oblast")]
    [InlineData("claims?stage=announced", "stage")]
    [InlineData("claims?language=english", "language")]
    [InlineData("contributions?jointly=perhaps", "jointly")]
    [InlineData("claims?quantity=200..100", "quantity")]
    [InlineData("claims?date=2022-12-10..2022-12-01", "date")]
    [InlineData("needs?by=kind", "by")]
    [InlineData("needs/count?sort=title", "sort")]
    [InlineData("needs/count?limit=5", "limit")]
    [InlineData("needs.csv?limit=5", "limit")]
    [InlineData("needs.ndjson?after=AAAA", "after")]
    [InlineData("claims?sort=quote", "sort")]
    [InlineData("claims?sort=-contribution", "sort")]
    [InlineData("offers?sort=version", "sort")]
    [InlineData("offers/search?colour=red", "colour where")]
    [InlineData("publication/needs.csv?oblast=zz&colour=1", "colour")]
    [InlineData("publication/needs.csv?oblast=zz", "oblast")]
    [InlineData("funnel?donor=x&donor=y&item=colour&stage=sent&measure=pcs", "donor item measure stage")]
    public async Task What_can_keep_nothing_is_refused_instead_of_answered_with_nothing(string address, string fields)
    {
        var answer = await server.Send(Audience.Operator, HttpMethod.Get, $"{ApiServer.Operation}/{address}");
        Assert.Equal((400, fields), (answer.Status, Fields(answer)));
    }

    [Theory]
    [InlineData("offers?condition=New,USED")]
    [InlineData("offers?origin=")]
    [InlineData("offers?origin=de,")]
    [InlineData("needs?kind=goods&oblast=ua32,UA63")]
    public async Task Words_are_taken_whatever_their_case_and_an_empty_one_for_what_is_not_known(string address) =>
        Assert.NotNull((await server.Read(Audience.Operator, $"{ApiServer.Operation}/{address}"))["items"]);

    [Fact]
    public async Task Fields_that_have_an_index_keep_what_one_finds_by_reading_all()
    {
        var all = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/offers?limit=500"))["items"]!.AsArray();
        (string Condition, Func<JsonNode, bool> Keeps)[] conditions =
        [
            ("condition=used,new", offer => offer["condition"]!.GetValue<string>() is "used" or "new"),
            ("origin=,", offer => offer["specification"]!["origin"] is null),
            ("dispatch=de,pl", offer => offer["dispatchCountry"]?.GetValue<string>() is "DE" or "PL"),
            ("place=a", offer => offer["place"]?.GetValue<string>().Contains('a', StringComparison.OrdinalIgnoreCase) == true),
            ("donor=an", offer => offer["donor"]!.GetValue<string>().Contains("an", StringComparison.OrdinalIgnoreCase)),
        ];
        foreach (var (condition, keeps) in conditions)
            foreach (var sort in new[] { "", "&sort=donor", "&sort=-place", "&sort=condition", "&sort=origin", "&sort=-dispatch", "&sort=available", "&sort=item" })
            {
                var kept = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/offers?limit=500&{condition}{sort}"))["items"]!.AsArray();
                Assert.Equal(all.Where(offer => keeps(offer!)).Select(IdOf).Order(), kept.Select(IdOf).Order());
            }
        var needs = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/needs?limit=500"))["items"]!.AsArray();
        foreach (var sort in new[] { "", "&sort=organisation", "&sort=-oblast", "&sort=kind", "&sort=-item", "&sort=amount", "&sort=money" })
        {
            var kept = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/needs?limit=500&organisation=OPERATOR{sort}"))["items"]!.AsArray();
            Assert.Equal(needs.Where(need => need!["organisation"]!.GetValue<string>().Contains("operator", StringComparison.OrdinalIgnoreCase)).Select(IdOf).Order(), kept.Select(IdOf).Order());
        }
    }

    [Fact]
    public async Task A_claim_and_a_payment_without_donors_are_judged_as_a_whole()
    {
        var answer = await server.Post($"{ApiServer.Operation}/claims", $$"""
            {"source":"{{Guid.NewGuid()}}","donors":[],"item":{"kind":"generatingSet","description":""},"stage":"sent","date":"2022-12-01","quote":""}
            """);
        Assert.Equal((400, "donors item.description quote source stage"), (answer.Status, Fields(answer)));
        var fund = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funds"))["items"]![0]!["id"]!.GetValue<string>();
        answer = await server.Post($"{ApiServer.Operation}/funds/{fund}/payments", """{"donors":[],"amount":0,"date":"2090-01-01"}""");
        Assert.Equal((422, "amount date donors"), (answer.Status, Fields(answer)));
    }

    [Fact]
    public async Task An_id_that_is_not_that_of_the_address_is_told_with_the_rest()
    {
        var offer = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/offers?limit=1"))["items"]![0]!;
        var answer = await server.Send(Audience.Coordination, HttpMethod.Put, $"{ApiServer.Operation}/offers/{offer["id"]}", $$"""
            {"id":"{{Guid.NewGuid()}}","title":"","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":1}
            """, Guid.NewGuid().ToString(), $"\"{offer["version"]}\"");
        Assert.Equal((422, "id title"), (answer.Status, Fields(answer)));
    }

    [Fact]
    public async Task A_reading_of_a_place_is_refused_for_everything_at_once()
    {
        var need = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?limit=500"))["items"]!.AsArray()
            .First(each => each!["oblast"] is null)!["id"]!.GetValue<string>();
        var answer = await server.Send(Audience.Operator, HttpMethod.Post, $"{ApiServer.Operation}/needs/{need}/site-readings?of=all");
        Assert.Equal((400, "Idempotency-Key need of"), (answer.Status, Fields(answer)));
        Assert.Equal((422, "need"), (await server.Send(Audience.Operator, HttpMethod.Post, $"{ApiServer.Operation}/needs/{need}/site-readings", key: "k1")) is var refused ? (refused.Status, Fields(refused)) : default);
        answer = await server.Send(Audience.Operator, HttpMethod.Post, $"{ApiServer.Operation}/facilities/{Guid.NewGuid()}/site-readings?from=2022-12-12");
        Assert.Equal((400, "Idempotency-Key facilities[0] from"), (answer.Status, Fields(answer)));
        answer = await server.Send(Audience.Operator, HttpMethod.Post, $"{ApiServer.Operation}/refuelling/site-readings?from=soon&days=0&of=all");
        Assert.Equal((400, "Idempotency-Key days from of"), (answer.Status, Fields(answer)));
    }

    [Fact]
    public async Task A_key_of_another_command_reads_no_place()
    {
        var facility = (await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Get, $"{ApiServer.Operation}/facilities?limit=500")).Json["items"]!.AsArray()
            .First(each => each!["organisation"]!.GetValue<string>().Contains("acilit", StringComparison.Ordinal))!["id"]!.GetValue<string>();
        var key = Guid.NewGuid().ToString();
        Assert.Equal(201, (await server.Post($"{ApiServer.Operation}/organisations", $$"""{"name":"Org {{key}}","kind":"foundation"}""", key)).Status);
        var answer = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Post, $"{ApiServer.Operation}/facilities/{facility}/site-readings", key: key);
        Assert.Equal((422, "Idempotency-Key"), (answer.Status, Fields(answer)));
    }

    [Fact]
    public async Task An_import_is_refused_for_its_address_and_its_file_at_once()
    {
        var file = "title,donor,item,units\na\u0007b,Nobody,generatingSet,many\nSet,Germany,generatingSet,0\n";
        var answer = await Import("imports/offers?dryRun=maybe&colour=red", file);
        Assert.Equal(400, answer.Status);
        Assert.Equal(["colour", "dryRun", "row 2, donor", "row 2, title", "row 2, units", "row 3, units"], answer.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));
        // What the heading means is not known: the address would say it.
        answer = await Import("imports/offers?map=Geber", file.Replace("donor", "Geber", StringComparison.Ordinal));
        Assert.Equal((400, "map"), (answer.Status, Fields(answer)));
        answer = await Import("imports/offers?dryRun=maybe", "{}", "application/json");
        Assert.Equal((415, "dryRun"), (answer.Status, Fields(answer)));
        Assert.Equal(404, (await Import("imports/0?dryRun=true", file)).Status);
    }

    [Fact]
    public async Task Values_are_computed_under_a_key_and_once()
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/need-values?seconds=0&of=all");
        Assert.Equal((400, "Idempotency-Key of seconds"), (answer.Status, Fields(answer)));
        var key = Guid.NewGuid().ToString();
        Assert.Equal(201, (await server.Post($"{ApiServer.Operation}/organisations", $$"""{"name":"Org {{key}}","kind":"foundation"}""", key)).Status);
        Assert.Equal((422, "Idempotency-Key"), (await server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/need-values?seconds=1", key: key)) is var other ? (other.Status, Fields(other)) : default);
    }

    [Fact]
    public async Task The_funnel_gives_one_donor_one_item_and_one_stage()
    {
        var whole = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funnel");
        var asked = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funnel?donor=GERMANY&item=generatingSet,powerTransformer&stage=goods:announced,goods:received");
        var donors = asked["donors"]!.AsArray();
        Assert.NotEmpty(donors);
        Assert.All(donors, donor => Assert.Contains("Germany", donor!["donors"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.All(asked["lines"]!.AsArray(), line => Assert.Equal(["goods:announced", "goods:received"], line!["stages"]!.AsArray().Select(at => at!["stage"]!.GetValue<string>())));
        // Each sum is that of the whole.
        foreach (var donor in donors)
        {
            var same = whole["donors"]!.AsArray().Single(each => each!["donors"]!.ToJsonString() == donor!["donors"]!.ToJsonString())!;
            foreach (var line in donor!["lines"]!.AsArray())
            {
                var own = same["lines"]!.AsArray().Single(each => each!["item"]!.ToJsonString() == line!["item"]!.ToJsonString() && each["measure"]!.ToJsonString() == line["measure"]!.ToJsonString() && each["isMoney"]!.ToJsonString() == line["isMoney"]!.ToJsonString())!;
                foreach (var at in line!["stages"]!.AsArray())
                    Assert.Equal(own["stages"]!.AsArray().Single(each => each!["stage"]!.ToJsonString() == at!["stage"]!.ToJsonString())!["total"]!.ToJsonString(), at!["total"]!.ToJsonString());
            }
        }
        Assert.Empty((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funnel?donor=nobody%20at%20all"))["lines"]!.AsArray());
        Assert.True(asked.ToJsonString().Length < whole.ToJsonString().Length / 10);
    }

    [Fact]
    public async Task The_funnel_as_a_table_has_a_row_for_each_sum_with_a_part()
    {
        var whole = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funnel?item=money");
        var sums = whole["donors"]!.AsArray().SelectMany(donor => donor!["lines"]!.AsArray()).SelectMany(line => line!["stages"]!.AsArray().Concat(line["out"]!.AsArray()))
            .Count(at => at!["total"]!["parts"]!.GetValue<int>() > 0);
        var csv = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/funnel.csv?item=money");
        Assert.Equal((200, "text/csv"), (csv.Status, csv.Type));
        var rows = csv.Text.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.All(rows[1].Split(','), tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
        Assert.Equal(sums + 2, rows.Length);
        Assert.True(csv.Text.Length < whole.ToJsonString().Length);
    }

    private async Task<ApiAnswer> Import(string path, string file, string type = "text/csv") => await server.Send(
        Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/{path}", change: request =>
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        });

    private static string Fields(ApiAnswer answer) => string.Join(' ', answer.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));

    private static string IdOf(JsonNode? item) => item!["id"]!.GetValue<string>();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();
}
