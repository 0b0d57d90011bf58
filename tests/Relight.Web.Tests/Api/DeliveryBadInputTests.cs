using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>
/// What receivers, drivers and keepers of stock send by mistake: each is refused in its place, or counted once, and leaves the register as it was. On either database.
/// </summary>
public abstract class DeliveryBadInputTests(ApiServer server)
{
    private static string O => ApiServer.Operation;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_is_not_larger_than_its_shipment_nor_its_photo_anything_but_a_picture()
    {
        var address = await Dispatched("set-kazakhstan");
        var photo = Convert.ToBase64String("%PDF-1.7 no picture"u8);
        var answer = await server.Post($"{address}/receipts", Receipt(0, $$"""{"line":1,"received":2,"short":1,"reason":"one is missing","photo":"{{photo}}"}"""));
        Assert.Equal(422, answer.Status);
        Assert.Equal(["lines[0].photo", "lines[0].received"], answer.Faults.Select(fault => fault.Field).Order());
        Assert.Equal("lines[0].reason", (await server.Post($"{address}/receipts", Receipt(0, """{"line":1,"received":1,"damaged":1}"""))).Faults.Single().Field);
        Assert.Equal(422, (await server.Post($"{address}/receipts", Receipt(0, """{"line":1,"received":-1}"""))).Status);
        Assert.Equal(422, (await server.Post($"{address}/receipts", Receipt(0, """{"line":7,"received":1}"""))).Status);
        Assert.Empty(await Receipts(address));
    }

    [Fact]
    public async Task The_same_scan_twice_counts_once_and_of_two_phones_at_once_the_second_is_told()
    {
        var address = await Dispatched("set-israel");
        var (scan, key) = (Receipt(0, """{"line":1,"received":1}"""), Guid.NewGuid().ToString());
        var twice = await Task.WhenAll(server.Post($"{address}/receipts", scan, key), server.Post($"{address}/receipts", scan, key));
        Assert.All(twice, answer => Assert.Equal(200, answer.Status));
        Assert.Single(await Receipts(address));
        var phones = await Task.WhenAll(Enumerable.Range(0, 2).Select(phone => server.Post($"{address}/receipts", Receipt(1, """{"line":1,"received":1}""", $"Phone {phone}"))));
        Assert.Equal([200, 412], phones.Select(answer => answer.Status).Order());
        Assert.Contains("Phone", phones.Single(answer => answer.Status == 412).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await Receipts(address)).Count);
    }

    [Fact]
    public async Task Stock_does_not_fall_below_nothing_and_a_leg_begins_where_the_one_before_ends()
    {
        await using var db = server.Database.Open();
        var stock = (await db.HubStocks.AsNoTracking().FirstAsync(row => row.Units > 1, Cancel)).Read();
        var below = await server.Post($"{O}/stock/corrections", $$"""{"hub":"{{stock.Hub}}","offer":"{{stock.Offer}}","seenUnits":{{stock.Units}},"units":-1,"why":"counted"}""");
        Assert.Equal((422, "units"), (below.Status, below.Faults.Single().Field));
        var places = (await db.Places.AsNoTracking().OrderBy(row => row.Id).Take(3).ToListAsync(Cancel)).ConvertAll(row => row.Id);
        string Leg(int from, int to, string day) => $$"""{"from":"{{places[from]}}","to":"{{places[to]}}","mode":"road","expectedDeparture":"2023-01-{{day}}T08:00:00Z","expectedArrival":"2023-01-{{day}}T18:00:00Z"}""";
        var apart = await server.Post($"{O}/consignments", $$"""{"title":"Apart","lines":[{"offer":"{{SampleOffers.OfferId("set-israel")}}","units":1}],"legs":[{{Leg(0, 1, "02")}},{{Leg(2, 0, "03")}}]}""");
        Assert.Equal(422, apart.Status);
        Assert.Contains("legs[1].from", apart.Faults.Select(fault => fault.Field));
        Assert.Equal(stock.Units, (await db.HubStocks.AsNoTracking().SingleAsync(row => row.Id == stock.Id, Cancel)).Units);
    }

    private static string Receipt(int seen, string line, string receiver = "Olha") => $$"""{"seenReceipts":{{seen}},"receiver":"{{receiver}}","lines":[{{line}}]}""";

    private async Task<System.Text.Json.Nodes.JsonArray> Receipts(string address) =>
        (await server.Read(Relight.Access.Audience.Coordination, address))["lines"]![0]!["own"]!["receipts"]!.AsArray();

    private async Task<string> Dispatched(string offer)
    {
        await using var db = server.Database.Open();
        var need = (await db.Needs.AsNoTracking().ToListAsync(Cancel)).First(row => row.Kind == NeedKind.FacilityPower);
        var hub = await db.Places.AsNoTracking().FirstAsync(row => row.Code == "UALWO", Cancel);
        var answer = await server.Post($"{O}/consignments", $$"""
            {"title":"Two sets","lines":[{"offer":"{{SampleOffers.OfferId(offer)}}","units":2,"need":"{{need.Id}}","tonnes":3}],
             "legs":[{"from":"{{hub.Id}}","mode":"road","expectedDeparture":"2023-01-02T08:00:00Z","expectedArrival":"2023-01-04T08:00:00Z"}]}
            """);
        Assert.True(answer.Status == 201, answer.Text);
        var address = answer.Json["address"]!.GetValue<string>();
        Assert.Equal(200, (await server.Post($"{address}/dispatch", """{"at":"2023-01-02T08:00:00Z"}""", ifMatch: "\"1\"")).Status);
        return address;
    }
}

/// <summary>On SQLite.</summary>
public sealed class DeliveryBadInputTestsOnSqlite(ApiServer server) : DeliveryBadInputTests(server), IClassFixture<ApiServer>;

/// <summary>On PostgreSQL.</summary>
[Collection<PostgresApiCollection>]
public sealed class DeliveryBadInputTestsOnPostgres(PostgresApiServer server) : DeliveryBadInputTests(server.OrSkip());
