using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Deliveries over HTTP: from a plan to the hour of service, and what each audience sees of it.</summary>
public sealed class DeliveryTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static string O => ApiServer.Operation;

    [Fact]
    public async Task A_consignment_goes_from_a_plan_to_the_hour_of_service()
    {
        var address = await Planned("set-kazakhstan");
        Assert.Equal(428, (await server.Post($"{address}/dispatch", """{"at":"2023-01-02T08:00:00Z"}""")).Status);
        await Do($"{address}/labels", """{"packages":[2]}""", 1);
        await Do($"{address}/papers", """{"leg":1,"papers":[{"kind":"packingList","there":true,"number":"7"}]}""", 2);
        await Do($"{address}/dispatch", """{"at":"2023-01-02T08:00:00Z"}""", 3);
        await Do($"{address}/times", """{"leg":1,"departure":"2023-01-02T08:00:00Z","arrival":"2023-01-05T08:00:00Z","why":"snow"}""", 4);
        var late = await server.Read(Audience.Coordination, address);
        Assert.Equal("underWay", late["state"]!.GetValue<string>());
        Assert.Equal(24, late["delayHours"]!.GetValue<double>());

        var labels = await server.Read(Audience.Coordination, $"{address}/labels");
        Assert.All(labels["labels"]!.AsArray(), label => Assert.True(Sscc.TryParse(label!["sscc"]!.GetValue<string>(), null, out _)));

        var receipt = """{"seenReceipts":0,"receiver":"Olha","at":"2023-01-05T09:00:00Z","lines":[{"line":1,"received":1,"short":1,"reason":"one pallet missing"}]}""";
        var key = Guid.NewGuid().ToString();
        Assert.Equal(200, (await server.Post($"{address}/receipts", receipt, key)).Status);
        Assert.True((await server.Post($"{address}/receipts", receipt, key)).Replayed);
        var second = await server.Post($"{address}/receipts", receipt);
        Assert.Equal(412, second.Status);
        Assert.Contains("Olha", second.Text, StringComparison.Ordinal);

        var id = address.Split('/')[^1];
        var begun = await server.Post($"{O}/installations", $$"""{"consignment":"{{id}}","line":1,"units":1,"at":"2023-01-05T10:00:00Z"}""");
        Assert.True(begun.Status == 201, begun.Text);
        var installation = begun.Json["address"]!.GetValue<string>();
        await Do($"{installation}/hold", """{"reason":"noInstaller","why":"the electrician is elsewhere","since":"2023-01-05T11:00:00Z"}""", 1);
        Assert.Contains("noInstaller", (await server.Read(Audience.Coordination, $"{O}/ageing")).ToJsonString(), StringComparison.Ordinal);
        await Do($"{installation}/missing-parts", """{"part":"cable lugs","kind":"conductor","pieces":6}""", 2);
        var version = 3;
        foreach (var step in Installation.StepsOf(ItemKind.GeneratingSet))
            await Do($"{installation}/steps", $$"""{"step":"{{char.ToLowerInvariant(step.ToString()[0])}}{{step.ToString()[1..]}}","at":"2023-01-06T10:00:00Z"}""", version++);
        await Do($"{installation}/in-service", """{"at":"2023-01-06T12:30:00Z"}""", version);
        Assert.Equal("2023-01-06T12:30:00+00:00", (await server.Read(Audience.Coordination, installation))["inServiceAt"]!.GetValue<string>());
        Assert.Equal(1, (await server.Read(Audience.Coordination, address))["lines"]![0]!["own"]!["inService"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_wrong_with_a_way_is_told_in_its_place()
    {
        var body = JsonNode.Parse(await Body("set-israel"))!;
        body["legs"]![0]!["from"] = Guid.NewGuid().ToString();
        body["legs"]![0]!["limits"] = JsonNode.Parse("""{"tonnes":0.5}""");
        var answer = await server.Post($"{O}/consignments", body.ToJsonString());
        Assert.Equal((422, "legs[0].from"), (answer.Status, answer.Faults.Single().Field));
        body = JsonNode.Parse(await Body("set-israel"))!;
        body["legs"]![0]!["limits"] = JsonNode.Parse("""{"tonnes":0.5}""");
        answer = await server.Post($"{O}/consignments", body.ToJsonString());
        Assert.Equal((422, "legs[0].limits.tonnes"), (answer.Status, answer.Faults.Single().Field));
        var place = await server.Post($"{O}/places", """{"code":"PL1","name":"x","gaugesMillimetres":[1435]}""");
        Assert.Equal((400, "code"), (place.Status, place.Faults.Single().Field));
        Assert.Contains("UN/LOCODE", place.Faults.Single().Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_donor_sees_its_own_consignments_and_never_where_they_end()
    {
        Assert.Equal(401, (await server.Send(Audience.Public, HttpMethod.Get, $"{O}/consignments")).Status);
        foreach (var path in new[] { "stock", "installations", "places", "ageing" })
            Assert.Equal(403, (await server.Send(Audience.Donor, HttpMethod.Get, $"{O}/{path}")).Status);
        Assert.Empty((await server.Read(Audience.Donor, $"{O}/consignments"))["items"]!.AsArray());
        var own = (await server.AsDonor($"{O}/consignments")).Json["items"]!.AsArray();
        Assert.Equal(SampleConsignments.ConsignmentId("without design").ToString(), Assert.Single(own)!["id"]!.GetValue<string>());
        var text = own.ToJsonString();
        Assert.DoesNotContain("\"UA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Shift leader", text, StringComparison.Ordinal);
        Assert.DoesNotContain("need\":", text, StringComparison.Ordinal);
        var other = SampleConsignments.ConsignmentId("short");
        Assert.Equal(404, (await server.AsDonor($"{O}/consignments/{other}")).Status);
        Assert.Equal(403, (await server.AsDonor($"{O}/consignments/{other}/labels")).Status);
    }

    [Fact]
    public async Task Stock_goes_up_by_what_was_received_and_down_by_what_is_sent_on()
    {
        var stocks = (await server.Read(Audience.Coordination, $"{O}/stock"))["items"]!.AsArray();
        var stock = Assert.Single(stocks, one => one!["units"]!.GetValue<int>() == 7)!;
        // The truck of diesel was opened: of what it holds at least, 23,000 l are left.
        Assert.Equal(23_000, Assert.Single(stocks, one => one!["units"]!.GetValue<int>() == 0)!["amount"]!["bounds"]!["lower"]!.GetValue<decimal>());
        string Count(int seen, int units) => $$"""{"hub":"{{stock["hub"]}}","offer":"{{stock["offer"]}}","seenUnits":{{seen}},"units":{{units}},"why":"counted"}""";
        Assert.Equal("units", (await server.Post($"{O}/stock/corrections", Count(7, -2))).Faults.Single().Field);
        var stale = await server.Post($"{O}/stock/corrections", Count(9, 6));
        Assert.Equal((412, "7"), (stale.Status, stale.Json["errors"]![0]!["theirs"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_photo_that_is_no_picture_is_refused_in_its_place()
    {
        var address = $"{O}/consignments/{SampleConsignments.ConsignmentId("late")}";
        var photo = Convert.ToBase64String("GIF89a and no more"u8);
        var answer = await server.Post($"{address}/receipts", $$"""{"seenReceipts":0,"receiver":"Olha","lines":[{"line":1,"received":1,"damaged":1,"reason":"bent","photo":"{{photo}}"}]}""");
        Assert.Equal((422, "lines[0].photo"), (answer.Status, answer.Faults.Single().Field));
    }

    private async Task Do(string path, string body, int version)
    {
        var answer = await server.Post(path, body, ifMatch: string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Text}");
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"\"{version + 1}\""), answer.ETag);
    }

    private async Task<string> Planned(string offer)
    {
        var answer = await server.Post($"{O}/consignments", await Body(offer));
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json["address"]!.GetValue<string>();
    }

    // Two units from the first hub to a facility.
    private async Task<string> Body(string offer)
    {
        await using var db = server.Database.Open();
        var need = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).First(row => row.Kind == NeedKind.FacilityPower);
        var hub = await db.Places.AsNoTracking().FirstAsync(row => row.Code == "UALWO", TestContext.Current.CancellationToken);
        return $$"""
            {"title":"Two sets","lines":[{"offer":"{{SampleOffers.OfferId(offer)}}","units":2,"need":"{{need.Id}}","tonnes":3}],
             "legs":[{"from":"{{hub.Id}}","mode":"road","expectedDeparture":"2023-01-02T08:00:00Z","expectedArrival":"2023-01-04T08:00:00Z"}]}
            """;
    }
}
