using System.Net;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Sample;

namespace Relight.Web.Tests;

/// <summary>What came damaged or did not come stands on the pages with its reason, until somebody tells what became of it.</summary>
public sealed class LossPageTests(Pages pages) : IClassFixture<Pages>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Consignment => $"consignments/{SampleConsignments.ConsignmentId("short")}";

    [Theory]
    [InlineData("en", "came damaged", "did not come")]
    [InlineData("uk", "прибуло пошкодженим", "не прибуло")]
    [InlineData("ar", "وصلت متضررة", "لم تصل")]
    public async Task What_is_stuck_because_it_is_damaged_or_missing_is_listed_with_what_the_receiver_wrote(string language, string damaged, string missing)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("deliveries/ageing?at=2022-12-24", UriKind.Relative), Cancel));
        Assert.Contains(damaged, html, StringComparison.Ordinal);
        Assert.Contains(missing, html, StringComparison.Ordinal);
        Assert.Contains("one set fell from the lift, its frame is bent", html, StringComparison.Ordinal);
        Assert.Contains("the only designer works elsewhere", html, StringComparison.Ordinal);
        var csv = await client.GetStringAsync(new Uri("/deliveries/ageing.csv?at=2022-12-24", UriKind.Relative), Cancel);
        Assert.Contains("Damaged: nine pallets for ten", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_on_the_page_of_the_consignment_and_stands_there_since()
    {
        // A register of its own: what is settled here stands among what is stuck in the other tests.
        await using var own = new Pages();
        await own.InitializeAsync();
        using var client = SentForm.Client(await own.ServeAsync(Audience.Coordination));
        var form = await new SentForm(client, Consignment).Read("settle-1-Damaged");
        Assert.Equal("1", form["much"]);
        var (status, refused) = await form.With("much", "2").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("must not be more than was lost so and is not settled yet", refused, StringComparison.Ordinal);
        Assert.Contains("must be given", refused, StringComparison.Ordinal);
        await form.With("much", "1").With("outcome", nameof(LossOutcome.MadeGood)).With("why", "the frame was straightened").Taken();
        var html = await client.GetStringAsync(new Uri(Consignment, UriKind.Relative), Cancel);
        Assert.Contains("the frame was straightened", html, StringComparison.Ordinal);
        Assert.DoesNotContain("settle-1-Damaged", html, StringComparison.Ordinal);
        Assert.Contains("settle-1-Short", html, StringComparison.Ordinal);
        await using var db = own.Database.Open();
        Assert.Equal(9, (await db.Consignments.AsNoTracking().SingleAsync(row => row.Id == SampleConsignments.ConsignmentId("short"), Cancel)).Read().ReceivedWhole(1));
    }

    [Fact]
    public async Task The_page_of_a_need_says_what_was_lost_and_that_it_is_open_again()
    {
        await using var own = new Pages();
        await own.InitializeAsync();
        var address = await own.ServeAsync(Audience.Coordination);
        await using var db = own.Database.Open();
        var onward = (await db.Consignments.AsNoTracking().SingleAsync(row => row.Id == SampleConsignments.ConsignmentId("onward"), Cancel)).Read();
        var receive = new ReceiveConsignment(onward.Id, 0, "Olha", null, [new ReceivedLine(1, 0, Damaged: 1, Reason: "burnt out")]);
        var outcome = await new Commands(own.Database, TimeProvider.System).Run(receive, new Envelope(Guid.NewGuid(), LoadSample.Operation.Id, "test"), Cancel);
        Assert.Empty(outcome.Refusals);
        foreach (var (language, words, open) in new[]
        {
            ("en", "Lost of what was sent to it: 1 unit", "Still needed: 1 of 1"),
            ("uk", "Утрачено з надісланого: 1 одиниця", "Ще потрібно: 1 з 1"),
            ("ar", "المفقود مما أُرسل إليه: وحدة واحدة", "ما زال مطلوباً"),
        })
        {
            using var client = SentForm.Client(address, language);
            var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"needs/{onward.Lines[0].Need}", UriKind.Relative), Cancel));
            Assert.Contains(words, html, StringComparison.Ordinal);
            Assert.Contains(open, html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "1 unit; in service: 1 unit")]
    [InlineData("uk", "1 одиниця; працює: 1 одиниця")]
    [InlineData("ar", "وحدة واحدة؛ في الخدمة: وحدة واحدة")]
    public async Task The_consignments_of_a_need_say_units_of_what_came_into_service(string language, string words)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        await using var db = pages.Database.Open();
        var need = (await db.Consignments.AsNoTracking().SingleAsync(row => row.Id == SampleConsignments.ConsignmentId("in service"), Cancel)).Read().Lines[0].Need;
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"needs/{need}", UriKind.Relative), Cancel));
        Assert.Contains(words, html, StringComparison.Ordinal);
    }
}
