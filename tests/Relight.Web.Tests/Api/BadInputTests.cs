using System.Text;
using System.Text.Json.Nodes;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Whatever is sent, it is refused with reason and place, or kept and given back as the text that it is.</summary>
[Collection<ApiCollection>]
public sealed class BadInputTests(ApiServer server)
{
    private static readonly string s_germany = SamplePledges.OrganisationId("de").ToString();

    [Fact]
    public async Task Every_wrong_type_is_told_at_once_with_its_place()
    {
        var answer = await server.Post($"{ApiServer.Operation}/claims", """
            {"source":"x","donors":"Germany","item":{"kind":"generator","description":7,"colour":"red"},"stage":"goods:sent","date":"soon",
             "quantity":{"bounds":{"qualifier":"exact","lower":5,"upper":3},"unit":"kVa"},"value":"12 EURO","recipient":12,"quote":null}
            """);
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            ["date", "donors", "item.colour", "item.description", "item.kind", "quantity.bounds", "quantity.unit", "quote", "recipient", "source", "stage", "value"],
            answer.Faults.Select(fault => fault.Field).Order());
        Assert.Contains("MVA", Rule(answer, "quantity.unit"), StringComparison.Ordinal);
        Assert.Contains("ISO 4217", Rule(answer, "value"), StringComparison.Ordinal);
        Assert.Contains("goods:announced", Rule(answer, "stage"), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Relight.Reg", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\",\"kind\":\"maker\"}")]
    [InlineData("{\"name\":\"\\ud800\",\"kind\":\"maker\"}")]
    [InlineData("{\"name\":\"x\",\"kind\":3}")]
    [InlineData("")]
    public async Task What_is_no_such_record_is_refused(string body)
    {
        var answer = await server.Post($"{ApiServer.Operation}/organisations", body);
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.Type));
        Assert.NotEmpty(answer.Faults);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0007b")]
    [InlineData("a\u0000b")]
    [InlineData("admin\u202Etxt.exe")]
    [InlineData("\u2066hidden\u2069")]
    [InlineData("two\nlines")]
    public async Task Characters_that_hide_or_garble_are_refused_with_their_place(string name)
    {
        var answer = await server.Post($"{ApiServer.Operation}/organisations", Organisation(name));
        Assert.Equal((422, "name"), (answer.Status, answer.Faults.Single().Field));
        Assert.Contains("U+", answer.Faults.Single().Rule, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', answer.Text);
    }

    [Theory]
    [InlineData("'; DROP TABLE organisation; --")]
    [InlineData("\" OR 1=1 /*")]
    [InlineData("<script>alert(document.cookie)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("{{7*7}} ${7*7} %s%n @Html.Raw")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("Міністерство енергетики وزارة الطاقة 电力 🔌")]
    public async Task Sql_markup_and_any_script_are_kept_and_given_back_as_text(string text)
    {
        var name = $"{text} {Guid.NewGuid():N}";
        var made = await server.Post($"{ApiServer.Operation}/organisations", Organisation(name));
        Assert.Equal(201, made.Status);
        Assert.Equal(name, (await server.Read(Audience.Coordination, made.Json["address"]!.GetValue<string>()))["name"]!.GetValue<string>());
        var found = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/organisations?name={Uri.EscapeDataString(name)}");
        Assert.Single(found["items"]!.AsArray());
        var csv = (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/organisations.csv?name={Uri.EscapeDataString(name)}")).Text;
        Assert.DoesNotContain("\n=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\"=", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_megabytes_in_one_text_are_refused_in_their_place_and_more_at_the_door()
    {
        var answer = await server.Post($"{ApiServer.Operation}/organisations", Organisation(new string('x', 10_000_000)));
        Assert.Equal((422, "name"), (answer.Status, answer.Faults.Single().Field));
        Assert.True(answer.Text.Length < 2_000);
        answer = await server.Send(
            Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/organisations", Organisation(new string('x', 17_000_000)), "k", change: request => request.Headers.ExpectContinue = true);
        Assert.Equal(413, answer.Status);
        Assert.Equal(1, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/organisations/count?name=germany"))["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"type":"transformerBay","highKilovolts":"330 kV","lowKilovolts":110}""", 400, "requirement.highKilovolts")]
    [InlineData("""{"type":"transformerBay","highKilovolts":110,"lowKilovolts":330}""", 422, "requirement.lowKilovolts")]
    [InlineData("""{"type":"transformerBay","highKilovolts":330000,"lowKilovolts":110}""", 422, "requirement.highKilovolts")]
    [InlineData("""{"type":"bay"}""", 400, "requirement.type")]
    [InlineData("""{"type":"facilityPower","facility":"hospital"}""", 400, "requirement.loadKilowatts")]
    [InlineData("""{"type":"money","amount":"5 XYZ","purpose":"p"}""", 400, "requirement.amount")]
    [InlineData("""{"type":"goods","goods":{"kind":"fuel","description":"diesel"},"amount":"1,300 t"}""", 400, "requirement.amount")]
    [InlineData("""{"type":"goods","goods":{"kind":"fuel","description":"diesel"},"amount":"-5 t"}""", 400, "requirement.amount")]
    public async Task Impossible_numbers_units_and_currencies_are_refused_in_their_place(string requirement, int status, string field)
    {
        var answer = await server.Post(
            $"{ApiServer.Operation}/needs", $$"""{"title":"Need","organisation":"{{s_germany}}","priority":"high","requirement":{{requirement}},"units":1}""");
        Assert.Equal(status, answer.Status);
        Assert.Contains(field, answer.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public async Task What_arrives_before_it_leaves_or_comes_from_the_future_is_refused()
    {
        var offer = await server.Post(
            $"{ApiServer.Operation}/offers",
            $$"""{"title":"Set","donor":"{{s_germany}}","specification":{"type":"generatingSet"},"units":1,"availableFrom":"2023-02","arrival":"2023-01-01"}""");
        Assert.Equal((422, "arrival"), (offer.Status, offer.Faults.Single().Field));
        var source = await server.Post(
            $"{ApiServer.Operation}/sources", """{"address":"https://example.org/f","publisher":"p","language":"en","retrieved":"2999-01-01T00:00:00Z","text":"t"}""");
        Assert.Equal((422, "retrieved"), (source.Status, source.Faults.Single().Field));
    }

    [Fact]
    public async Task A_part_larger_than_its_whole_and_a_step_larger_than_what_there_was_are_told()
    {
        var source = await Id("sources", """{"address":"https://example.org/ADDRESS","publisher":"p","language":"en","retrieved":"2022-12-17T00:00:00Z","text":"100 sets, of them 200"}""".Replace("ADDRESS", $"{Guid.NewGuid()}", StringComparison.Ordinal));
        string Claim(int count) => $$"""{"source":"{{source}}","donors":["{{s_germany}}"],"item":{"kind":"generatingSet","description":"sets"},"quantity":"{{count}} pcs","stage":"goods:announced","date":"2022-12-16","quote":"{{count}}"}""";
        var (whole, part) = (await Id("claims", Claim(100)), await Id("claims", Claim(200)));
        var link = await server.Post($"{ApiServer.Operation}/links", $$"""{"from":"{{part}}","kind":"partOf","to":"{{whole}}","why":"they say so"}""");
        Assert.Contains("larger than the whole", link.Json["warnings"]![0]!["doubt"]!.GetValue<string>(), StringComparison.Ordinal);
        var contribution = await server.Post($"{ApiServer.Operation}/contributions", $$"""{"claim":"{{whole}}","title":"Sets","why":"as reported"}""");
        var address = contribution.Json["address"]!.GetValue<string>();
        string Step(string quantity, string date) => $$"""{"item":"generatingSet","from":"goods:announced","to":"goods:committed","quantity":"{{quantity}}","date":"{{date}}","why":"seen"}""";
        var step = await server.Post(address + "/stages", Step("101 pcs", "2022-12-20"), ifMatch: "\"1\"");
        Assert.Equal((422, "quantity"), (step.Status, step.Faults.Single().Field));
        var future = await server.Post(address + "/stages", Step("90 pcs", "2999-01-01"), ifMatch: "\"1\"");
        Assert.Equal((422, "date"), (future.Status, future.Faults.Single().Field));
        var early = await server.Post(address + "/stages", Step("90 pcs", "2022-12-01"), ifMatch: "\"1\"");
        Assert.True(early.Status == 422 || early.Json["warnings"]!.AsArray().Count > 0, early.Text);
    }

    [Fact]
    public async Task Requests_in_another_order_are_refused_and_lose_nothing()
    {
        var claim = Guid.NewGuid().ToString();
        var adopt = $$"""{"claim":"{{claim}}","title":"Sets","why":"as reported"}""";
        var key = Guid.NewGuid().ToString();
        var early = await server.Post($"{ApiServer.Operation}/contributions", adopt, key);
        Assert.Equal((422, "claim"), (early.Status, early.Faults.Single().Field));
        var source = await Id("sources", $$"""{"address":"https://example.org/{{Guid.NewGuid()}}","publisher":"p","language":"en","retrieved":"2022-12-17T00:00:00Z","text":"sets"}""");
        Assert.Equal(201, (await server.Post(
            $"{ApiServer.Operation}/claims",
            $$"""{"id":"{{claim}}","source":"{{source}}","donors":["{{s_germany}}"],"item":{"kind":"generatingSet","description":"sets"},"stage":"goods:announced","date":"2022","quote":"sets"}""")).Status);
        // What was refused was not carried out: under the same key it is now.
        Assert.Equal(201, (await server.Post($"{ApiServer.Operation}/contributions", adopt, key)).Status);
        Assert.True((await server.Post($"{ApiServer.Operation}/contributions", adopt, key)).Replayed);
    }

    [Theory]
    [InlineData("claims?quantity>=100kVq")]
    [InlineData("claims?value>=100")]
    [InlineData("offers?power>=;DROP")]
    [InlineData("needs?deadline=31.12.2022")]
    [InlineData("needs?title=a&title>=b%00&x=%E2%80%AE")]
    public async Task A_condition_that_cannot_be_read_is_told(string query)
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{query}");
        Assert.True(answer.Status == 400 || query.StartsWith("needs?title", StringComparison.Ordinal), answer.Text);
        Assert.DoesNotContain('\u202E', answer.Text);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/organisations", key: "k", change: request =>
            request.Content = new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal(415, answer.Status);
    }

    private static string Organisation(string name) => new JsonObject { ["name"] = name, ["kind"] = "foundation" }.ToJsonString();

    private static string Rule(ApiAnswer answer, string field) => answer.Faults.Single(fault => fault.Field == field).Rule;

    private async Task<string> Id(string list, string body)
    {
        var answer = await server.Post($"{ApiServer.Operation}/{list}", body);
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json["address"]!.GetValue<string>().Split('/')[^1];
    }
}
