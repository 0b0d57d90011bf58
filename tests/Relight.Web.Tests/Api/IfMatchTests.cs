using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>
/// Whoever changes a record can say which they saw: every changing address of the description takes If-Match where it changes a
/// record that is read by itself, refuses it where it does not, and changes nothing where it is another.
/// </summary>
public sealed class IfMatchTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Stale = "\"999999\"";

    // What they do is no change of the record in their address: they read it, and say so in the ledger.
    private static readonly string[] s_readings = ["/site-readings"];

    [Fact]
    public async Task Every_changing_address_says_whether_it_takes_If_Match_by_one_rule()
    {
        var wrong = new List<string>();
        foreach (var change in await Changes())
        {
            var changesRecord = change.Path.Contains("{id}", StringComparison.Ordinal) && !s_readings.Any(reading => change.Path.EndsWith(reading, StringComparison.Ordinal));
            if (change.Takes != changesRecord || (change.Method == "PUT" && !change.Needs) || change.Statuses.Contains("412") != change.Takes || change.Statuses.Contains("428") != change.Needs)
                wrong.Add($"{change.Method} {change.Path}: takes {change.Takes}, needs {change.Needs}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_changing_address_keeps_to_what_it_says_of_If_Match()
    {
        var (wrong, walked) = (new List<string>(), 0);
        var before = await LedgerRows();
        foreach (var change in await Changes())
        {
            walked++;
            var stale = await Send(change, Stale);
            var isRight = change.Takes ? stale.Status == 412 : stale.Status == 400 && stale.Faults.Any(fault => fault.Field == "If-Match");
            if (change.Needs && await Send(change, null) is { Status: not 428 } without)
                wrong.Add($"{change.Method} {change.Path} without If-Match: {without.Status} {without.Text}");
            if (!isRight)
                wrong.Add($"{change.Method} {change.Path}: {stale.Status} {stale.Text}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {walked}:\n{string.Join('\n', wrong)}");
        Assert.True(walked > 60, $"{walked}");
        Assert.Equal(before, await LedgerRows());
    }

    [Fact]
    public async Task What_someone_else_changed_is_not_changed_again_unless_it_was_seen()
    {
        var made = await server.Post($"{ApiServer.Operation}/organisations", """{"name":"Seen Foundation","kind":"foundation"}""");
        var address = made.Json["address"]!.GetValue<string>();
        var seen = (await server.Send(Audience.Coordination, HttpMethod.Get, address)).ETag!;
        var key = Guid.NewGuid().ToString();
        var first = await server.Post(address + "/corrections", Named("Seen Foundation", "Renamed Foundation"), key, seen);
        Assert.True(first.Status == 200, first.Text);
        var second = await server.Post(address + "/corrections", Named("Renamed Foundation", "Overwritten"), ifMatch: seen);
        Assert.Equal(412, second.Status);
        var fault = second.Json["errors"]!.AsArray().Single()!;
        var now = (await server.Send(Audience.Coordination, HttpMethod.Get, address)).ETag!;
        Assert.Equal(("If-Match", seen, now), (fault["field"]!.GetValue<string>(), fault["value"]!.GetValue<string>(), fault["theirs"]!.GetValue<string>()));
        // What was carried out before is answered as it was, though the record is another by now.
        var again = await server.Post(address + "/corrections", Named("Seen Foundation", "Renamed Foundation"), key, seen);
        Assert.Equal((200, true), (again.Status, again.Replayed));
        Assert.Equal(412, (await server.Post(address + "/corrections", Named("Renamed Foundation", "Overwritten"), ifMatch: "W/" + now)).Status);
        Assert.Equal(412, (await server.Post(address + "/corrections", Named("Renamed Foundation", "Overwritten"), ifMatch: "no tag at all")).Status);
        Assert.Equal("Renamed Foundation", (await server.Read(Audience.Coordination, address))["name"]!.GetValue<string>());
        Assert.Equal(200, (await server.Post(address + "/corrections", Named("Renamed Foundation", "Third"), ifMatch: $"\"other\", {now}")).Status);
        Assert.Equal(200, (await server.Post(address + "/corrections", Named("Third", "Fourth"), ifMatch: "*")).Status);
        Assert.Equal(412, (await server.Post($"{ApiServer.Operation}/organisations/{Guid.NewGuid()}/corrections", Named("Third", "Fourth"), ifMatch: "*")).Status);
    }

    [Fact]
    public async Task Of_those_who_saw_the_same_fund_one_alone_reserves_from_it()
    {
        var fund = (await server.Post($"{ApiServer.Operation}/funds", $$"""{"name":"Fund {{Guid.NewGuid()}}","holder":"{{Germany}}","currency":"EUR"}""")).Json["address"]!.GetValue<string>();
        Assert.Equal(200, (await server.Post(fund + "/payments", $$"""{"donors":["{{Germany}}"],"amount":1000,"date":"2022-12-01"}""")).Status);
        var seen = (await server.Send(Audience.Coordination, HttpMethod.Get, fund)).ETag;
        var reservation = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => server.Post(
            fund + "/reservations", $$"""{"id":"{{(i == 0 ? reservation : Guid.NewGuid())}}","amount":10,"purpose":"set {{i}}"}""", ifMatch: seen)));
        Assert.Equal((1, 7), (answers.Count(answer => answer.Status == 200), answers.Count(answer => answer.Status == 412)));
        Assert.Equal(990, (await server.Read(Audience.Coordination, fund))["balance"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_reservation_is_changed_by_who_saw_its_fund()
    {
        var fund = (await server.Post($"{ApiServer.Operation}/funds", $$"""{"name":"Fund {{Guid.NewGuid()}}","holder":"{{Germany}}","currency":"EUR"}""")).Json["address"]!.GetValue<string>();
        Assert.Equal(200, (await server.Post(fund + "/payments", $$"""{"donors":["{{Germany}}"],"amount":1000,"date":"2022-12-01"}""")).Status);
        var before = (await server.Send(Audience.Coordination, HttpMethod.Get, fund)).ETag;
        var reservation = $"{ApiServer.Operation}/reservations/{Guid.NewGuid()}";
        Assert.Equal(200, (await server.Post(fund + "/reservations", $$"""{"id":"{{reservation.Split('/')[^1]}}","amount":10,"purpose":"a set"}""", ifMatch: before)).Status);
        Assert.Equal(412, (await server.Post(reservation + "/release", """{"why":"not needed"}""", ifMatch: before)).Status);
        var now = (await server.Send(Audience.Coordination, HttpMethod.Get, fund)).ETag;
        Assert.Equal(200, (await server.Post(reservation + "/release", """{"why":"not needed"}""", ifMatch: now)).Status);
    }

    private static string Germany => $"{SamplePledges.OrganisationId("de")}";

    private static string Named(string was, string name) =>
        $$$"""{"organisation":{"name":"{{{name}}}","kind":"foundation"},"was":{"name":"{{{was}}}","kind":"foundation"},"why":"its own site"}""";

    private async Task<IReadOnlyList<Change>> Changes()
    {
        var document = await server.Read(Audience.Public, "/api/openapi.json");
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(method => method.Key is not "get").Select(method => Change.Of(method.Key, path.Key, method.Value!)))];
    }

    private async Task<ApiAnswer> Send(Change change, string? ifMatch)
    {
        var path = change.Path.Replace("{operation}", $"{LoadSample.Operation.Id}", StringComparison.Ordinal).Replace("{kind}", "organisations", StringComparison.Ordinal);
        var body = server.Commands.Where(command => (command.Method, command.Path) == (change.Method, path)).Select(command => WithoutPlaces(BodySamples.Of(command.Body).First().Body)).FirstOrDefault();
        var id = await IdIn(path.Split("/{id}")[0]);
        return await server.Send(
            // Exact places are read by operators alone.
            change.Path.EndsWith("/site-readings", StringComparison.Ordinal) ? Audience.Operator : Audience.Coordination,
            new HttpMethod(change.Method), path.Replace("{id}", id, StringComparison.Ordinal), body?.Replace(BodySamples.AnyId, id, StringComparison.Ordinal), Guid.NewGuid().ToString(), ifMatch,
            request => request.Content ??= new StringContent("name,kind\nNobody,foundation\n", Encoding.UTF8, "text/csv"));
    }

    // Coordinators give no exact places, which would be refused before anything is compared.
    private static string WithoutPlaces(JsonNode body)
    {
        body.AsObject().Remove("site");
        body.AsObject().Remove("exact");
        return body.ToJsonString();
    }

    // The id of a record that is there; one of none where the list is empty, or there is no such list.
    private async Task<string> IdIn(string list)
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, list + "?limit=1");
        var first = answer.Status == 200 ? answer.Json["items"]?.AsArray().FirstOrDefault() : null;
        return (first?["id"] ?? first?["claim"]?["id"])?.GetValue<string>() ?? $"{Guid.NewGuid()}";
    }

    private async Task<int> LedgerRows()
    {
        await using var db = server.Database.Open();
        return await db.Ledger.CountAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A changing address, and what the description says of it.</summary>
    private sealed record Change(string Method, string Path, bool Takes, bool Needs, IReadOnlyList<string> Statuses)
    {
        public static Change Of(string method, string path, JsonNode says)
        {
            var ifMatch = says["parameters"]?.AsArray().FirstOrDefault(parameter => parameter!["name"]!.GetValue<string>() == "If-Match");
            return new Change(
                method.ToUpperInvariant(), path, ifMatch is not null, ifMatch?["required"]?.GetValue<bool>() == true,
                [.. says["responses"]!.AsObject().Select(response => response.Key)]);
        }
    }
}
