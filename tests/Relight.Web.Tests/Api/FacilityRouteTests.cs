using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Facilities over the interface: each audience its own view, what is wrong told in its place, exact places for their operator alone.</summary>
[Collection<ApiCollection>]
public sealed class FacilityRouteTests(ApiServer server)
{
    private static readonly string s_facilities = $"{ApiServer.Operation}/facilities";

    private static JsonObject Body(string title = "Shelter, 40 kW") => new()
    {
        ["title"] = title,
        ["kind"] = "shelter",
        ["organisation"] = SamplePledges.OrganisationId("facilities").ToString(),
        ["oblast"] = "UA63",
        ["typicalKilowatts"] = 40,
        ["people"] = new JsonObject { ["qualifier"] = "exact", ["lower"] = 300, ["upper"] = 300 },
        ["toleranceHours"] = 1,
    };

    [Fact]
    public async Task A_donor_sees_what_a_set_must_do_and_nothing_by_which_the_facility_could_be_told()
    {
        var seen = (await server.Read(Audience.Donor, $"{s_facilities}?kind=hospital&limit=1"))["items"]![0]!.AsObject();
        Assert.Empty(seen.Select(field => field.Key).Except(["id", "title", "kind", "typicalKilowatts", "essentialKilowatts", "threePhase", "volts", "toleranceHours", "fuels"]));
        foreach (var question in new[] { "?oblast=UA63", "?people>=5", "?sort=people", "/count?by=oblast", ".csv?organisation=a" })
            Assert.Equal(400, (await server.Send(Audience.Donor, HttpMethod.Get, s_facilities + question)).Status);
        foreach (var path in new[] { "facility-outlook", $"facilities/{seen["id"]}/sets" })
            Assert.Equal(403, (await server.Send(Audience.Donor, HttpMethod.Get, $"{ApiServer.Operation}/{path}")).Status);
    }

    [Fact]
    public async Task Nothing_below_operators_names_a_place_and_only_its_own_operator_reads_it()
    {
        await using var db = server.Database.Open();
        var names = (await db.Facilities.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Read().Exact?.Name).OfType<string>().ToList();
        Assert.True(names.Count > 50);
        var id = (await server.Read(Audience.Coordination, $"{s_facilities}?kind=hospital&limit=1"))["items"]![0]!["id"]!.GetValue<string>();
        foreach (var path in new[] { "facilities?limit=500", "facilities.csv", "facilities.ndjson", $"facilities/{id}", $"facilities/{id}/sets", "facility-outlook", "ledger?limit=500" })
        {
            var text = (await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{path}")).Text;
            Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        }
        var readings = $"{s_facilities}/{id}/site-readings";
        Assert.Equal(403, (await server.Send(Audience.Coordination, HttpMethod.Post, readings, key: "k")).Status);
        Assert.Equal("facilities[0]", (await server.Send(Audience.Operator, HttpMethod.Post, readings, key: Guid.NewGuid().ToString())).Faults.Single().Field);
        var own = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Post, readings, key: Guid.NewGuid().ToString());
        Assert.Contains(own.Json["items"]![0]!["exact"]!["name"]!.GetValue<string>(), names);
        Assert.Equal("facility-sites-read", (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/ledger?limit=1"))["items"]![0]!["type"]!.GetValue<string>());
        var listed = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Post, $"{ApiServer.Operation}/refuelling/site-readings?from=2022-12-12&days=7", key: Guid.NewGuid().ToString());
        Assert.True(listed.Json["items"]!.AsArray().Count > 0, listed.Text);
        var none = await server.Send(Audience.Operator, HttpMethod.Post, $"{ApiServer.Operation}/refuelling/site-readings?from=2022-12-12&days=7", key: Guid.NewGuid().ToString());
        Assert.Equal((200, 0), (none.Status, none.Json["items"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_facility_is_entered_corrected_with_a_reason_and_closed_and_its_place_stays()
    {
        var withPlace = Body();
        withPlace["exact"] = new JsonObject { ["name"] = "Zz cellar 7" };
        Assert.Equal("exact", (await server.Post(s_facilities, withPlace.ToJsonString())).Faults.Single().Field);
        var made = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Post, s_facilities, withPlace.ToJsonString(), Guid.NewGuid().ToString());
        Assert.True(made.Status == 201, made.Text);
        var path = made.Json["address"]!.GetValue<string>();
        var body = Body();
        body["typicalKilowatts"] = 44;
        Assert.Equal("why", (await server.Send(Audience.Coordination, HttpMethod.Put, path, body.ToJsonString(), "no reason", "\"1\"")).Faults.Single().Field);
        body["why"] = "measured";
        Assert.Equal(200, (await server.Send(Audience.Coordination, HttpMethod.Put, path, body.ToJsonString(), "corrected", "\"1\"")).Status);
        var late = await server.Send(Audience.Coordination, HttpMethod.Put, path, Body().ToJsonString(), "late", "\"1\"");
        Assert.Equal(412, late.Status);
        Assert.DoesNotContain("cellar", late.Text, StringComparison.Ordinal);
        var place = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Post, path + "/site-readings", key: Guid.NewGuid().ToString());
        Assert.Equal("Zz cellar 7", place.Json["items"]![0]!["exact"]!["name"]!.GetValue<string>());
        var taken = await server.Send(Audience.Operator, HttpMethod.Put, path, body.ToJsonString(), "mine", "\"2\"");
        Assert.Equal((422, "organisation"), (taken.Status, taken.Faults.Single().Field));
        Assert.Equal(422, (await server.Send(Audience.Operator, HttpMethod.Post, path + "/closure", """{"why":"x"}""", "not mine", "\"2\"")).Status);
        Assert.Equal(200, (await server.Send(Audience.Coordination, HttpMethod.Post, path + "/closure", """{"why":"moved"}""", "closed", "\"2\"")).Status);
        Assert.Equal(404, (await server.Send(Audience.Coordination, HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task Everything_impossible_is_told_at_once_in_its_place()
    {
        var body = Body("");
        (body["typicalKilowatts"], body["essentialKilowatts"], body["volts"], body["tankLitres"], body["toleranceHours"]) = (10, 20, 3, -5, -1);
        var answer = await server.Post(s_facilities, body.ToJsonString());
        Assert.Equal(422, answer.Status);
        Assert.Equal(["essentialKilowatts", "tankLitres", "title", "toleranceHours", "volts"], answer.Faults.Select(fault => fault.Field).Order());
        body["threePhase"] = 2;
        answer = await server.Post(s_facilities, body.ToJsonString());
        Assert.Equal(400, answer.Status);
        Assert.Equal(["essentialKilowatts", "tankLitres", "threePhase", "title", "toleranceHours", "volts"], answer.Faults.Select(fault => fault.Field).Order());
    }

    [Theory]
    [InlineData("?from=soon&days=7", "from")]
    [InlineData("?from=2022-12-12&days=0", "days")]
    [InlineData("?from=2022-12-12&days=32", "days")]
    [InlineData("?days=7", "from")]
    [InlineData("?from=0001-01-01", "from")]
    [InlineData("?oblast=UA63", "oblast")]
    public async Task Days_that_cannot_be_are_refused(string query, string field)
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/facility-outlook{query}");
        Assert.Equal((400, field), (answer.Status, answer.Faults.Single().Field));
    }

    [Fact]
    public async Task Without_a_plan_hours_come_from_reports_or_are_not_known()
    {
        var outlook = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/facility-outlook?from=2022-12-13&days=3");
        var days = outlook["facilities"]!.AsArray().SelectMany(line => line!["days"]!.AsArray()).Select(day => day!["from"]!.GetValue<string>()).Distinct().Order();
        Assert.Equal(["outageReports", "unknown"], days);
        Assert.Equal(0m, outlook["gap"]!.GetValue<decimal>());
        Assert.Null(outlook["plan"]);
    }
}
