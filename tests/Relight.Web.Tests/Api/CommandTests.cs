using System.Text.Json.Nodes;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Commands: carried out once under their key, refused with every reason, and never over what someone else changed.</summary>
public abstract class CommandTests(ApiServer server)
{
    [Fact]
    public async Task The_same_request_under_the_same_key_is_carried_out_once_with_the_same_answer()
    {
        var key = Guid.NewGuid().ToString();
        var body = Claim(await SourceAsync("kV sets"), "generating sets of 100 kV");
        var first = await server.Post($"{ApiServer.Operation}/claims", body, key);
        Assert.Equal(201, first.Status);
        Assert.Equal(key, first.Json["command"]!.GetValue<string>());
        Assert.Contains("kVA", first.Json["warnings"]![0]!["doubt"]!.GetValue<string>(), StringComparison.Ordinal);
        var again = await server.Post($"{ApiServer.Operation}/claims", body, key);
        Assert.Equal((first.Status, first.Text, false, true), (again.Status, again.Text, first.Replayed, again.Replayed));
        var other = await server.Post($"{ApiServer.Operation}/claims", body.Replace("100 kV", "200 kV", StringComparison.Ordinal), key);
        Assert.Equal((422, "Idempotency-Key"), (other.Status, other.Faults.Single().Field));
        Assert.Equal(200, (await server.Send(Audience.Coordination, HttpMethod.Get, first.Json["address"]!.GetValue<string>())).Status);
    }

    [Fact]
    public async Task A_key_of_any_text_is_as_good_as_a_uuid()
    {
        var (body, key) = (Organisation($"Made up {Guid.NewGuid()}"), $"order 17 of {Guid.NewGuid()}");
        var first = await server.Post($"{ApiServer.Operation}/organisations", body, key);
        var again = await server.Post($"{ApiServer.Operation}/organisations", body, $"\"{key}\"");
        Assert.Equal((201, first.Text, true), (first.Status, again.Text, again.Replayed));
        var without = await server.Send(Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/organisations", Organisation($"Made up {Guid.NewGuid()}"));
        Assert.Equal((400, "Idempotency-Key"), (without.Status, without.Faults.Single().Field));
    }

    [Fact]
    public async Task Requests_sent_at_once_under_one_key_are_carried_out_once()
    {
        var (body, key) = (Organisation($"Made up {Guid.NewGuid()}"), Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Post($"{ApiServer.Operation}/organisations", body, key)));
        Assert.All(answers, answer => Assert.Equal((201, answers[0].Text), (answer.Status, answer.Text)));
        Assert.Single(answers, answer => !answer.Replayed);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_both_values_and_changes_nothing()
    {
        var made = await server.Post($"{ApiServer.Operation}/offers", Offer("Set", 1));
        var address = made.Json["address"]!.GetValue<string>();
        Assert.Equal((201, "\"1\""), (made.Status, made.ETag));
        Assert.Equal(428, (await server.Send(Audience.Coordination, HttpMethod.Put, address, Offer("Set", 2), "k")).Status);
        var first = await server.Send(Audience.Coordination, HttpMethod.Put, address, Offer("Set", 2), Guid.NewGuid().ToString(), made.ETag);
        Assert.Equal((200, "\"2\""), (first.Status, first.ETag));
        var second = await server.Send(Audience.Coordination, HttpMethod.Put, address, Offer("Set of theirs", 1), Guid.NewGuid().ToString(), made.ETag);
        Assert.Equal(412, second.Status);
        var units = second.Json["errors"]!.AsArray().Single(error => error!["field"]!.GetValue<string>() == "units")!;
        Assert.Equal(("1", "2"), (units["value"]!.GetValue<string>(), units["theirs"]!.GetValue<string>()));
        Assert.Contains("title", second.Faults.Select(fault => fault.Field));
        Assert.Equal("Set", (await server.Read(Audience.Coordination, address))["title"]!.GetValue<string>());
        Assert.Equal(200, (await server.Send(Audience.Coordination, HttpMethod.Post, address + "/withdrawal", """{"why":"used elsewhere"}""", Guid.NewGuid().ToString(), first.ETag)).Status);
        Assert.Equal(404, (await server.Send(Audience.Coordination, HttpMethod.Get, address)).Status);
    }

    [Fact]
    public async Task A_pledge_goes_from_its_source_to_service()
    {
        var source = await SourceAsync("France gives 100 sets");
        var claim = await Id("claims", Claim(source, "generating sets"));
        var other = await Id("claims", Claim(source, "the same generating sets"));
        var link = await Id("links", $$"""{"from":"{{other}}","kind":"restates","to":"{{claim}}","why":"the same words"}""");
        Assert.Equal(200, (await server.Post($"{ApiServer.Operation}/links/{link}/removal", """{"why":"a mistake"}""")).Status);
        Assert.Equal(200, (await server.Post($"{ApiServer.Operation}/claims/{other}/retraction", """{"why":"entered twice"}""")).Status);
        var begun = await server.Post($"{ApiServer.Operation}/contributions", $$"""{"claim":"{{claim}}","title":"Sets","why":"as reported"}""");
        Assert.Equal((201, "\"1\""), (begun.Status, begun.ETag));
        var address = begun.Json["address"]!.GetValue<string>();
        var stages = new[] { "announced", "committed", "allocated", "dispatched", "received", "inService" };
        var tag = begun.ETag;
        foreach (var (from, to) in stages.Zip(stages.Skip(1)))
        {
            var step = await server.Post(address + "/stages", Step(from, to, "90 pcs"), ifMatch: tag);
            Assert.True(step.Status == 200, step.Text);
            tag = step.ETag;
        }
        Assert.Equal(422, (await server.Post(address + "/stages", Step("inService", "announced", "1 pcs"), ifMatch: tag)).Status);
        var contribution = await server.Send(Audience.Coordination, HttpMethod.Get, address);
        Assert.Equal(tag, contribution.ETag);
        Assert.Contains("goods:inService", contribution.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fund_is_paid_into_and_never_owes()
    {
        var fund = await Id("funds", $$"""{"name":"Energy fund {{Guid.NewGuid()}}","holder":"{{Germany}}","currency":"EUR"}""");
        var paid = await server.Post($"{ApiServer.Operation}/funds/{fund}/payments", $$"""{"donors":["{{Germany}}"],"amount":1000,"date":"2022-12-01"}""");
        Assert.True(paid.Status == 200, paid.Text);
        var reservation = Guid.NewGuid();
        Assert.Equal(200, (await server.Post($"{ApiServer.Operation}/funds/{fund}/reservations", $$"""{"id":"{{reservation}}","amount":800,"purpose":"a transformer"}""")).Status);
        var over = await server.Post($"{ApiServer.Operation}/funds/{fund}/reservations", """{"amount":201,"purpose":"another"}""");
        Assert.Equal((422, "amount"), (over.Status, over.Faults.Single().Field));
        Assert.Equal(200, (await server.Post($"{ApiServer.Operation}/reservations/{reservation}/contract", """{"amount":700,"seller":"a maker","contract":"C-1"}""")).Status);
        Assert.Equal(200, (await server.Post($"{ApiServer.Operation}/reservations/{reservation}/payments", """{"amount":700,"date":"2022-12-02"}""")).Status);
        Assert.Equal(300, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/funds/{fund}"))["balance"]!.GetValue<decimal>());
        var donor = await server.AsDonor($"{ApiServer.Operation}/funds/{fund}");
        Assert.Single(donor.Json["own"]!.AsArray());
        Assert.Empty((await server.Read(Audience.Donor, $"{ApiServer.Operation}/funds/{fund}"))["own"]!.AsArray());
    }

    [Fact]
    public async Task An_appeal_an_outage_report_a_rate_and_a_maker_come_in_and_can_be_read()
    {
        var appeal = await Id("appeals", $$"""{"title":"Generators","by":"{{Germany}}","target":{"type":"goods","goods":{"kind":"generatingSet","description":"sets"},"amount":"17000 pcs"},"from":"2022-12-01"}""");
        Assert.Equal(200, (await server.Send(Audience.Donor, HttpMethod.Get, $"{ApiServer.Operation}/appeals/{appeal}")).Status);
        Assert.Equal(200, (await server.Post($"{ApiServer.Operation}/appeals/{appeal}/closing", """{"why":"met"}""", ifMatch: "\"1\"")).Status);
        var source = await SourceAsync("About 1000 people are without water");
        await Id("outage-reports", $$"""{"source":"{{source}}","area":"UA63","service":"water","people":{"qualifier":"exact","lower":1000,"upper":1000},"from":"2022-12-01T00:00:00Z","until":"2022-12-02T00:00:00Z","quote":"1000 people"}""");
        Assert.NotEmpty((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/outage-reports?people>=1000people"))["items"]!.AsArray());
        var rate = await server.Post($"{ApiServer.Operation}/exchange-rates", """{"rate":{"from":"USD","to":"EUR","rate":0.95,"date":"2022-12-01","source":"a central bank, https://example.org"}}""");
        Assert.True(rate.Status == 200, rate.Text);
        Assert.NotEmpty((await server.Read(Audience.Donor, $"{ApiServer.Operation}/exchange-rates"))["items"]!.AsArray());
        var maker = await Id("organisations", $$"""{"name":"Maker {{Guid.NewGuid()}}","kind":"maker","country":"DE"}""");
        var exact = """{"qualifier":"exact","lower":2,"upper":2}""";
        await Id("maker-capacities", $$"""{"title":"Autotransformers","maker":"{{maker}}","product":{"type":"powerTransformer","high":{"ratedKilovolts":330},"low":{"ratedKilovolts":115},"origin":"DE"},"perMonth":{{exact}},"orderBook":{{exact}},"leadDays":{{exact}},"asOf":"2022-12-01","source":"its letter"}""");
        Assert.NotNull((await server.Read(Audience.Coordination, $"{ApiServer.Operation}/dependence?items=powerTransformer&orderedOn=2022-12-01"))["offeredByOrigin"]);
        Assert.Equal(["items", "orderedOn", "colour"], (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/dependence?items=7&orderedOn=soon&colour=red")).Faults.Select(fault => fault.Field).OrderBy(field => field == "colour").ThenBy(field => field));
    }

    [Fact]
    public async Task Another_site_s_page_cannot_send_commands()
    {
        var answer = await server.Send(
            Audience.Coordination, HttpMethod.Post, $"{ApiServer.Operation}/organisations", Organisation("Elsewhere"), "k", change: request => request.Headers.Add("Origin", "https://elsewhere.example"));
        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task A_table_is_imported_after_a_dry_run_that_tells_everything()
    {
        const string Type = "text/csv";
        var address = $"{ApiServer.Operation}/imports/organisations";
        var name = $"Maker {Guid.NewGuid()}";
        Task<ApiAnswer> Send(string query, string text, string type = Type) => server.Send(Audience.Coordination, HttpMethod.Post, address + query, change: request =>
            request.Content = new StringContent(text, System.Text.Encoding.UTF8, type));
        var wrong = await Send("?dryRun=true", $"name,kind,country,colour\n{name},builder,XX,red\n");
        Assert.Equal(422, wrong.Status);
        Assert.Equal(["colour"], wrong.Json["faults"]!.AsArray().Select(fault => fault!["column"]!.GetValue<string>()));
        wrong = await Send("?dryRun=true&ignore=colour", $"name,kind,country,colour\n{name},builder,XX,red\n");
        Assert.Equal(["kind", "country"], wrong.Json["faults"]!.AsArray().Select(fault => fault!["column"]!.GetValue<string>()));
        var good = await Send("?map=Firma=name&set=kind=maker", $"Firma,country\n{name},DE\n");
        Assert.True(good.Status == 200 && good.Json["written"]!.GetValue<bool>(), good.Text);
        Assert.Equal(1, (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/organisations/count?name={Uri.EscapeDataString(name)}"))["total"]!.GetValue<int>());
        Assert.Equal(415, (await Send("", "{}", "application/json")).Status);
        Assert.Equal(404, (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/imports/things/template.csv")).Status);
        var template = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/imports/claims/template.csv");
        Assert.Contains("source_address", template.Text, StringComparison.Ordinal);
    }

    private static string Germany => SamplePledges.OrganisationId("de").ToString();

    private static string Organisation(string name) => $$"""{"name":"{{name}}","kind":"foundation"}""";

    private static string Offer(string title, int units) =>
        $$"""{"title":"{{title}}","donor":"{{Germany}}","specification":{"type":"generatingSet","kilovoltamperes":100},"units":{{units}}}""";

    private static string Step(string from, string to, string quantity) =>
        $$"""{"item":"generatingSet","from":"goods:{{from}}","to":"goods:{{to}}","quantity":"{{quantity}}","date":"2022-12-20","why":"seen"}""";

    private static string Claim(string source, string description) => $$"""
        {"source":"{{source}}","donors":["{{Germany}}"],"item":{"kind":"generatingSet","description":"{{description}}"},
         "quantity":"100 pcs","stage":"goods:announced","date":"2022-12-16","quote":"sets"}
        """;

    private Task<string> SourceAsync(string text) => Id(
        "sources", new JsonObject { ["address"] = $"https://example.org/{Guid.NewGuid()}", ["publisher"] = "Example", ["language"] = "en", ["retrieved"] = "2022-12-17T00:00:00Z", ["text"] = text }.ToJsonString());

    private async Task<string> Id(string list, string body)
    {
        var answer = await server.Post($"{ApiServer.Operation}/{list}", body);
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json["address"]!.GetValue<string>().Split('/')[^1];
    }
}

/// <summary>On SQLite.</summary>
[Collection<ApiCollection>]
public sealed class CommandTestsOnSqlite(ApiServer server) : CommandTests(server);

/// <summary>On PostgreSQL, where there is one to test on.</summary>
[Collection<PostgresApiCollection>]
public sealed class CommandTestsOnPostgres(PostgresApiServer server) : CommandTests(server.OrSkip());
