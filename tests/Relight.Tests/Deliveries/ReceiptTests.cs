using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>Receipts and stock on each database: nothing is counted twice, nothing is more than was sent, stock is never negative.</summary>
public class ReceiptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task The_same_scan_twice_is_counted_once(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite: false);
        var envelope = it.Register.Next();
        var command = it.Receive(3, shortBy: 1, reason: "one pallet missing", photo: Pictures.Png());
        var first = await it.Register.Commands.Run(command, envelope, Cancel);
        var second = await it.Register.Commands.Run(command, envelope, Cancel);
        Assert.True(first.Done && !first.Repeated && second.Done && second.Repeated, string.Join("; ", first.Refusals.Concat(second.Refusals)));
        Assert.Equal(3, await it.Stock());
        Assert.Single((await it.Read()).Receipts);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_two_phones_at_once_one_is_told_who_received_what(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(10, toSite: false);
        var phones = Enumerable.Range(0, 16).Select(i => (Command: it.Receive(10, receiver: $"Phone {i}"), Envelope: it.Register.Next())).ToList();
        var outcomes = await Task.WhenAll(phones.Select(phone => Task.Run(() => it.Register.Commands.Run(phone.Command, phone.Envelope, Cancel), Cancel)));
        var winner = Assert.Single(outcomes.Index(), outcome => outcome.Item.Done).Index;
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome =>
        {
            var told = Assert.Single(outcome.Refusals.OfType<Conflict>(), conflict => conflict.Field == "lines[0]");
            Assert.Contains($"Phone {winner}", told.Theirs, StringComparison.Ordinal);
            Assert.Contains("10 received", told.Theirs, StringComparison.Ordinal);
            Assert.Contains("10 received", told.Value, StringComparison.Ordinal);
        });
        Assert.Equal(10, await it.Stock());
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_many_consignments_out_of_one_stock_no_more_leave_than_it_has(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(5, toSite: false);
        await it.Register.Do(it.Receive(5));
        var at = RegisterFixture.Start.AddHours(47);
        var onward = Enumerable.Range(0, 8).Select(i => Id<Consignment>.Named($"onward {i}")).ToList();
        foreach (var id in onward)
            await it.Register.Do(new PlanConsignment(id, "One set", [new ConsignmentLine(it.Sets, 1, it.Need)], true, [new PlannedLeg(it.Hub.Id, null, TransportMode.Road, at, at.AddHours(5))]));
        var sending = onward.Select(id => (Command: new DispatchConsignment(id, 1, at), Envelope: it.Register.Next())).ToList();
        var outcomes = await Task.WhenAll(sending.Select(one => Task.Run(() => it.Register.Commands.Run(one.Command, one.Envelope, Cancel), Cancel)));
        Assert.Equal(5, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.Contains("the hub has 0", DeliveryFixture.One(outcome).Rule, StringComparison.Ordinal));
        Assert.Equal(0, await it.Stock());
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_receipt_larger_than_the_shipment_is_refused()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4);
        Assert.Contains("4 of 4", DeliveryFixture.One(await it.Register.Send(it.Receive(5))).Rule, StringComparison.Ordinal);
        await it.Register.Do(it.Receive(3));
        var more = DeliveryFixture.One(await it.Register.Send(it.Receive(2, seen: 1)));
        Assert.Equal(("lines[0].received", "2"), (more.Field, more.Value));
        await it.Register.Do(it.Receive(0, damaged: 1, reason: "bent", seen: 1));
        var consignment = await it.Read();
        Assert.Equal((ConsignmentState.Received, 3, 3), (consignment.State, consignment.ReceivedWhole(1), consignment.Usable(1)));
        Assert.Throws<ArgumentException>(() => consignment with { Receipts = [.. consignment.Receipts, consignment.Receipts[0]] });
    }

    [Fact]
    public async Task What_is_missing_in_a_receipt_is_told_all_at_once()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        Assert.Equal("consignment", DeliveryFixture.One(await it.Register.Send(it.Receive(1) with { At = null })).Field);
        await it.Register.Do(it.Plan(4));
        it.Register.Clock.Now = RegisterFixture.Start.AddHours(48);
        await it.Register.Do(new DispatchConsignment(it.Consignment, 1, RegisterFixture.Start.AddHours(10)));
        var outcome = await it.Register.Send(new ReceiveConsignment(it.Consignment, 0, "", RegisterFixture.Start.AddHours(100),
            [new ReceivedLine(1, -1, Short: 1), new ReceivedLine(7, 1), new ReceivedLine(1, 0), new ReceivedLine(2, 1, Photo: "no picture"u8.ToArray())]));
        Assert.Equal(
            ["at", "lines", "lines[0].reason", "lines[0].received", "lines[0].received", "lines[1].line", "lines[2].received", "lines[3].line", "lines[3].photo", "receiver"],
            outcome.Refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal));
        Assert.Equal("lines", DeliveryFixture.One(await it.Register.Send(it.Receive(1) with { Lines = [] })).Field);
    }

    [Fact]
    public async Task Stock_is_put_right_after_a_count_and_never_below_nothing()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite: false);
        await it.Register.Do(it.Receive(4));
        CorrectStock Count(int seen, int units) => new(it.Hub.Id, it.Sets, seen, units, "counted");
        Assert.Equal("units", DeliveryFixture.One(await it.Register.Send(Count(4, -1))).Field);
        Assert.Equal("4", Assert.IsType<Conflict>(DeliveryFixture.One(await it.Register.Send(Count(5, 3)))).Theirs);
        Assert.Equal("hub", DeliveryFixture.One(await it.Register.Send(Count(0, 3) with { Hub = it.Port.Id })).Field);
        Assert.Equal("why", DeliveryFixture.One(await it.Register.Send(Count(4, 3) with { Why = "" })).Field);
        await it.Register.Do(Count(4, 3));
        Assert.Equal(3, await it.Stock());
        Assert.Throws<ArgumentOutOfRangeException>(() => new HubStock(HubStock.IdOf(it.Hub.Id, it.Sets), 1, it.Hub.Id, it.Sets, -1, default));
    }

    [Fact]
    public async Task Stock_counts_its_days_from_the_earliest_receipt_however_late_that_is_entered()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4, toSite: false);
        async Task<DateTimeOffset> Since()
        {
            await using var db = test.Database.Open();
            return (await db.HubStocks.AsNoTracking().SingleAsync(Cancel)).Read().Since;
        }
        it.Register.Clock.Now = RegisterFixture.Start.AddDays(9);
        await it.Register.Do(it.Receive(2) with { At = RegisterFixture.Start.AddHours(40) });
        Assert.Equal(RegisterFixture.Start.AddHours(40), await Since());
        await it.Register.Do(it.Receive(1, seen: 1) with { At = RegisterFixture.Start.AddHours(36) });
        await it.Register.Do(it.Receive(1, seen: 2) with { At = RegisterFixture.Start.AddDays(5) });
        Assert.Equal(RegisterFixture.Start.AddHours(36), await Since());
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task A_gift_is_received_on_the_day_of_the_receipt_not_on_that_of_its_entry()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4);
        it.Register.Clock.Now = RegisterFixture.Start.AddDays(9);
        await it.Register.Do(it.Receive(4));
        await using var db = test.Database.Open();
        var gift = (await db.Contributions.AsNoTracking().SingleAsync(row => row.Id == Id<Contribution>.Named("gift"), Cancel)).Read();
        var received = Assert.Single(gift.Items, item => item.Value.Stage == GoodsStage.Received);
        Assert.Equal(DateOnly.FromDateTime(RegisterFixture.Start.AddHours(36).UtcDateTime), received.Value.Date.Earliest);
    }

    [Fact]
    public async Task What_is_not_in_stock_is_not_sent_on()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        var at = RegisterFixture.Start.AddHours(47);
        var refusal = DeliveryFixture.One(await it.Register.Send(new PlanConsignment(it.Consignment, "Set", [new ConsignmentLine(it.Sets, 1, it.Need)], true, [new PlannedLeg(it.Hub.Id, null, TransportMode.Road, at, at.AddHours(5))])));
        Assert.Equal("consignment.lines[0].units", refusal.Field);
        Assert.Contains("in stock: 0", refusal.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_sees_what_was_short_and_why_and_not_where()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var it = await DeliveryFixture.Open(test);
        await it.Sent(4);
        await it.Register.Do(it.Receive(2, shortBy: 1, damaged: 1, reason: "one bent", photo: Pictures.Png()));
        await using var db = test.Database.Open();
        var rows = await ConsignmentList.OfDonor(db, it.Register.Operation, it.Register.Donor.Id).ToListAsync(Cancel);
        var seen = Assert.Single(await ConsignmentList.ForDonor(db, it.Register.Operation, it.Register.Donor.Id, rows, Cancel));
        var part = Assert.Single(Assert.Single(seen.Lines).Receipts);
        Assert.Equal((2, 1, 1, "one bent"), (part.Received, part.Short, part.Damaged, part.Reason));
        Assert.NotNull((await ConsignmentList.PhotoOf(db, it.Register.Operation, part.Photo!.Value, Cancel))?.Jpeg);
        var text = LedgerJson.Write(seen);
        Assert.DoesNotContain(DeliveryFixture.Site, text, StringComparison.Ordinal);
        Assert.DoesNotContain("UA46", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Olha", text, StringComparison.Ordinal);
        Assert.Empty(await ConsignmentList.OfDonor(db, it.Register.Operation, it.Register.Other.Id).ToListAsync(Cancel));
        Assert.Empty(await ConsignmentList.OfDonor(db, it.Register.Operation, null).ToListAsync(Cancel));
    }

    [Fact]
    public void A_photo_keeps_the_picture_and_nothing_that_a_camera_writes_beside_it()
    {
        var sent = Pictures.JpegWithPlace();
        Assert.Contains("Exif", System.Text.Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        Assert.Contains("50.4501N", System.Text.Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        var (jpeg, why) = PhotoFile.Clean(sent);
        Assert.Null(why);
        var kept = System.Text.Encoding.Latin1.GetString(jpeg!);
        Assert.DoesNotContain("Exif", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("50.4501N", kept, StringComparison.Ordinal);
        // The camera said "turn by a quarter": the picture was turned, 8 × 4 became 4 × 8.
        Assert.Equal((4, 8), Pictures.SizeOf(jpeg!));
        Assert.Equal((1280, 640), Pictures.SizeOf(PhotoFile.Clean(Pictures.Png(2560, 1280)).Jpeg!));
    }

    [Fact]
    public void What_is_no_picture_is_refused_with_the_reason()
    {
        Assert.Contains("must be a picture", PhotoFile.Clean("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()).Why, StringComparison.Ordinal);
        Assert.Contains("must be a picture", PhotoFile.Clean([]).Why, StringComparison.Ordinal);
        Assert.Contains("must be a picture", PhotoFile.Clean([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1, 2, 3]).Why, StringComparison.Ordinal);
        Assert.Contains("must be a whole picture", PhotoFile.Clean(Pictures.Png(200, 200)[..^60]).Why, StringComparison.Ordinal);
        Assert.Contains("million pixels", PhotoFile.Clean(Pictures.PngOfSize(30_000, 30_000)).Why, StringComparison.Ordinal);
        Assert.Contains("must not be larger", PhotoFile.Clean(new byte[PhotoFile.MostBytes + 1]).Why, StringComparison.Ordinal);
    }
}
