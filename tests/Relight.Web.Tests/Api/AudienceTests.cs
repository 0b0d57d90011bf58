using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relight.Access;

namespace Relight.Web.Tests.Api;

/// <summary>Each audience is served its own views, in lists, single records, counts, exports and refusals.</summary>
[Collection<ApiCollection>]
public sealed class AudienceTests(ApiServer server)
{
    private static readonly string[] s_forCoordination =
        ["organisations", "sources", "claims", "links", "funnel", "ledger", "claims/count", "claims.csv", "outage-reports", "maker-capacities", "dependence", "places", "stock", "installations", "ageing", "allocation-proposal", "joint-planning", "facility-outlook", "imports/claims/columns"];

    [Theory]
    [InlineData(Audience.Public, 401)]
    [InlineData(Audience.Donor, 403)]
    public async Task What_is_for_coordinators_is_closed_to_others(Audience audience, int status)
    {
        foreach (var path in s_forCoordination)
        {
            var answer = await server.Send(audience, HttpMethod.Get, $"{ApiServer.Operation}/{path}");
            Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
        }
    }

    [Fact]
    public async Task The_public_reads_publications_alone_and_cannot_tell_what_else_is_there()
    {
        var there = await server.Send(Audience.Public, HttpMethod.Get, $"{ApiServer.Operation}/needs");
        var missing = await server.Send(Audience.Public, HttpMethod.Get, $"/api/operations/{Guid.Empty}/needs");
        Assert.Equal(401, there.Status);
        Assert.Equal(there, missing);
        Assert.Equal(200, (await server.Send(Audience.Public, HttpMethod.Get, $"{ApiServer.Operation}/publication")).Status);
        var written = await server.Send(Audience.Public, HttpMethod.Post, "/api/operations", "{}", "key");
        Assert.Equal(401, written.Status);
    }

    [Fact]
    public async Task A_donor_sees_needs_without_place_or_owner_and_cannot_find_out_by_asking()
    {
        var need = (await server.Read(Audience.Donor, $"{ApiServer.Operation}/needs?kind=gridAsset"))["items"]![0]!.AsObject();
        Assert.Equal(["deadline", "id", "kind", "priority", "requirement", "title", "units"], need.Select(field => field.Key).Order().Where(key => key != "version"));
        foreach (var question in new[] { "needs?oblast=UA32", "needs?organisation=a", "needs?sort=oblast", "needs/count?by=oblast", "needs.csv?oblast=UA32" })
            Assert.Equal(400, (await server.Send(Audience.Donor, HttpMethod.Get, $"{ApiServer.Operation}/{question}")).Status);
        // Its tag tells one of its own answers from another, not how often others have changed the need.
        Assert.Matches("^\"[0-9a-f]{32}\"$", (await server.Send(Audience.Donor, HttpMethod.Get, $"{ApiServer.Operation}/needs/{need["id"]}")).ETag!);
    }

    [Fact]
    public async Task A_donor_sees_its_own_gifts_in_full_and_no_one_else_s()
    {
        foreach (var list in new[] { "contributions", "offers" })
        {
            Assert.Empty((await server.Read(Audience.Donor, $"{ApiServer.Operation}/{list}"))["items"]!.AsArray());
            var own = JsonNode.Parse((await server.AsDonor($"{ApiServer.Operation}/{list}?limit=500")).Text)!["items"]!.AsArray();
            var all = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/{list}?limit=500&donor=germany"))["items"]!.AsArray();
            Assert.Equal(all.Select(item => item!["id"]!.GetValue<string>()).Order(), own.Select(item => item!["id"]!.GetValue<string>()).Order());
            var others = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/{list}?limit=500"))["items"]!.AsArray()
                .Select(item => item!["id"]!.GetValue<string>()).Except(own.Select(item => item!["id"]!.GetValue<string>()));
            Assert.Equal(404, (await server.AsDonor($"{ApiServer.Operation}/{list}/{others.First()}")).Status);
        }
        Assert.NotEmpty(JsonNode.Parse((await server.AsDonor($"{ApiServer.Operation}/contributions")).Text)!["items"]!.AsArray());
    }

    [Theory]
    [InlineData(Audience.Donor)]
    [InlineData(Audience.Coordination)]
    public async Task Nothing_below_operators_names_a_site(Audience audience)
    {
        await using var db = server.Database.Open();
        var sites = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
            .Select(row => row.Read().Site).OfType<Relight.Register.Site>().ToList();
        var names = sites.Select(site => site.Exact.Name).Distinct().ToList();
        Assert.NotEmpty(names);
        var paths = new List<string> { "needs?limit=500", "needs.csv", "needs.ndjson", "needs/count?by=title" };
        var ids = (await server.Read(audience, $"{ApiServer.Operation}/needs?limit=500"))["items"]!.AsArray().Select(need => need!["id"]!.GetValue<string>());
        paths.AddRange(ids.Take(20).Select(id => $"needs/{id}"));
        if (audience == Audience.Coordination)
            paths.AddRange(["offers.ndjson", "contributions.ndjson", "claims.ndjson", "ledger?limit=500", .. ids.Take(5).Select(id => $"needs/{id}/matches")]);
        foreach (var path in paths)
        {
            var text = (await server.Send(audience, HttpMethod.Get, $"{ApiServer.Operation}/{path}")).Text;
            Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        }
        Assert.Equal(403, (await server.Send(audience, HttpMethod.Post, $"{ApiServer.Operation}/needs/{ids.First()}/site-readings", key: "k")).Status);
    }

    [Fact]
    public async Task An_operator_reads_its_own_places_and_no_other_s()
    {
        var needs = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?limit=500"))["items"]!.AsArray().Where(need => need!["oblast"] is not null).ToList();
        foreach (var kind in new[] { "gridAsset", "facilityPower" })
        {
            var need = needs.First(need => need!["kind"]!.GetValue<string>() == kind)!;
            var path = $"{ApiServer.Operation}/needs/{need["id"]}/site-readings";
            var byGrid = await server.Send(Audience.Operator, HttpMethod.Post, path, key: Guid.NewGuid().ToString());
            var byFacilities = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Post, path, key: Guid.NewGuid().ToString());
            Assert.Equal(kind == "gridAsset" ? (200, 422) : (422, 200), (byGrid.Status, byFacilities.Status));
            var refused = kind == "gridAsset" ? byFacilities : byGrid;
            Assert.Equal("need", refused.Faults.Single().Field);
        }
    }

    [Fact]
    public async Task An_operator_cannot_make_another_s_need_its_own_to_learn_its_place()
    {
        var need = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?kind=gridAsset&limit=1"))["items"]![0]!;
        var path = $"{ApiServer.Operation}/needs/{need["id"]}";
        var tag = (await server.Send(Audience.Coordination, HttpMethod.Get, path)).ETag;
        var body = await BodyOf(need, need["id"]!.GetValue<string>());
        body["organisation"] = Relight.Sample.SamplePledges.OrganisationId("facilities").ToString();
        var taken = await server.WithToken(ApiServer.FacilitiesToken, HttpMethod.Put, path, body.ToJsonString(), "mine", tag);
        Assert.Equal((422, "organisation"), (taken.Status, taken.Faults.Single().Field));
    }

    [Fact]
    public async Task An_operator_reads_a_site_and_the_ledger_says_so()
    {
        var id = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/needs?kind=gridAsset"))["items"]![0]!["id"]!.GetValue<string>();
        var site = await server.Send(Audience.Operator, HttpMethod.Post, $"{ApiServer.Operation}/needs/{id}/site-readings", key: Guid.NewGuid().ToString());
        Assert.Equal(200, site.Status);
        Assert.NotNull(site.Json["exact"]!["name"]);
        var line = (await server.Read(Audience.Operator, $"{ApiServer.Operation}/ledger?limit=1"))["items"]![0]!;
        Assert.Equal("site-read", line["type"]!.GetValue<string>());
        Assert.DoesNotContain(site.Json["exact"]!["name"]!.GetValue<string>(), line.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_record_that_is_served_is_a_view_for_no_higher_audience()
    {
        var routes = server.Routes;
        Assert.True(routes.Count > 30);
        foreach (var (least, types) in routes)
            foreach (var type in types.Select(type => type.IsGenericType ? type.GenericTypeArguments[0] : type))
                Assert.True(type.GetCustomAttribute<ViewAttribute>() is { } view && view.Audience <= (types.Count > 1 ? Audience.Coordination : least), $"{type.Name} is no view for {least}");
    }

    [Fact]
    public async Task What_a_coordinator_may_not_see_is_kept_when_they_change_the_rest()
    {
        var list = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?kind=gridAsset&limit=500"))["items"]!.AsArray();
        var id = list[^1]!["id"]!.GetValue<string>();
        var before = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/needs/{id}");
        var body = await BodyOf(before.Json, id);
        body["site"] = new JsonObject { ["oblast"] = "UA32", ["exact"] = new JsonObject { ["name"] = "somewhere" } };
        var refused = await server.Send(Audience.Coordination, HttpMethod.Put, $"{ApiServer.Operation}/needs/{id}", body.ToJsonString(), "with-site", before.ETag);
        Assert.Equal((422, "site"), (refused.Status, refused.Faults.Single().Field));
        body.Remove("site");
        body["units"] = 2;
        var changed = await server.Send(Audience.Coordination, HttpMethod.Put, $"{ApiServer.Operation}/needs/{id}", body.ToJsonString(), "without-site", before.ETag);
        Assert.Equal(200, changed.Status);
        var after = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs/{id}");
        Assert.Equal(before.Json["oblast"]!.GetValue<string>(), after["oblast"]!.GetValue<string>());
        Assert.Equal(2, after["units"]!.GetValue<int>());
        var late = await server.Send(Audience.Coordination, HttpMethod.Put, $"{ApiServer.Operation}/needs/{id}", body.ToJsonString(), "late", before.ETag);
        Assert.Equal(412, late.Status);
        Assert.DoesNotContain("exact", late.Text, StringComparison.Ordinal);
    }

    private async Task<JsonObject> BodyOf(JsonNode need, string id)
    {
        await using var db = server.Database.Open();
        var row = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Single(row => row.Id.ToString() == id).Read();
        return new JsonObject
        {
            ["title"] = need["title"]!.DeepClone(),
            ["organisation"] = row.Organisation.ToString(),
            ["priority"] = need["priority"]!.DeepClone(),
            ["requirement"] = need["requirement"]!.DeepClone(),
            ["units"] = need["units"]!.DeepClone(),
        };
    }
}
