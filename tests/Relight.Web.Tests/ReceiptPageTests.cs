using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Relight.Access;
using Relight.Deliveries;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests;

/// <summary>The page on which a receipt is entered: by a label alone, on a small phone, without scripting, and without a connection.</summary>
[Collection<PagesCollection>]
public sealed class ReceiptPageTests(Pages pages) : IAsyncLifetime
{
    private string _public = "";
    private SystemBrowser _browser = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _public = await pages.ServeAsync(Audience.Public);
        _browser = await SystemBrowser.StartAsync();
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    [Fact]
    public async Task A_label_opens_its_own_consignment_and_tells_no_place()
    {
        var (id, key) = await OnItsWay("label", 3);
        using var client = new HttpClient { BaseAddress = new Uri(_public) };
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/receive/{id}", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/receive/{id}?key={key[..31]}x", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/receive/{SampleConsignments.ConsignmentId("late")}?key={key}", Cancel)).StatusCode);
        var html = await client.GetStringAsync($"/en/receive/{id}?key={key}", Cancel);
        Assert.Contains("sent: 3", html, StringComparison.Ordinal);
        foreach (var secret in new[] { "Lviv", "UALWO", "Facility operators", "Power for", "UA", "Kazakhstan" })
            Assert.DoesNotContain(secret, html[html.IndexOf("<main", StringComparison.Ordinal)..].Replace("SHA", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var page in new[] { $"consignments/{id}", $"consignments/{id}/labels", "deliveries/ageing" })
            Assert.DoesNotContain("Two sets", await client.GetStringAsync($"/en/{page}", Cancel), StringComparison.Ordinal);
        using var sent = await client.PostAsync($"/en/receive/{id}", new FormUrlEncodedContent([new("key", "guess"), new("receiver", "x"), new("line-1-received", "1")]), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    [Fact]
    public async Task What_is_refused_comes_back_as_it_was_typed_with_all_reasons()
    {
        var (id, key) = await OnItsWay("typed", 3);
        using var client = new HttpClient { BaseAddress = new Uri(_public) };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(key), "key" }, { new StringContent("0"), "seen" }, { new StringContent(Guid.NewGuid().ToString()), "command" },
            { new StringContent("Olha <b>"), "receiver" }, { new StringContent("2"), "line-1-received" }, { new StringContent("5"), "line-1-damaged" },
            { new ByteArrayContent("not a picture"u8.ToArray()), "line-1-photo", "photo.jpg" },
        };
        using var answer = await client.PostAsync($"/en/receive/{id}", form, Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"Olha &lt;b&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"line-1-damaged\" value=\"5\"", html, StringComparison.Ordinal);
        Assert.Contains("more than is still to be counted", html, StringComparison.Ordinal);
        Assert.Contains("the photo is no picture", html, StringComparison.Ordinal);
        Assert.Contains("say why", html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task It_is_whole_and_readable_on_a_small_phone(string language)
    {
        var (id, key) = await OnItsWay($"small {language}", 2);
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await page.GotoAsync($"{_public}/{language}/receive/{id}?key={key}");
        Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.Accessibility));
        Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.Contrast));
        if (language != "en")
            Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.EnglishLeftOver));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }

    [Fact]
    public async Task Without_scripting_the_form_is_sent_and_answered()
    {
        var (id, key) = await OnItsWay("plain", 2);
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync($"{_public}/en/receive/{id}?key={key}");
        await page.FillAsync("#receiver", "Olha");
        await page.FillAsync("#line-1-received", "3");
        await page.ClickAsync("form.receipt button");
        Assert.Contains("more than is still", await page.InnerTextAsync("[data-faults]"), StringComparison.Ordinal);
        Assert.Equal("3", await page.InputValueAsync("#line-1-received"));
        await page.FillAsync("#line-1-received", "2");
        await page.ClickAsync("form.receipt button");
        Assert.Contains("The receipt is entered", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await Read(id)).ReceivedWhole(1));
    }

    [Fact]
    public async Task Without_a_connection_it_opens_again_keeps_what_was_typed_and_is_sent_once_when_there_is_one()
    {
        var (id, key) = await OnItsWay("offline", 4);
        var context = await _browser.OpenAsync(patience: 30_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{_public}/en/receive/{id}?key={key}");
        await page.UntilAsync("async () => (await (await caches.open('relight-receipts')).keys()).length > 2");
        await context.SetOfflineAsync(true);
        await page.FillAsync("#receiver", "Olha");
        await page.FillAsync("#line-1-received", "3");
        await page.FillAsync("#line-1-damaged", "1");
        await page.FillAsync("#line-1-reason", "one is bent");
        await page.SetInputFilesAsync("#line-1-photo", new FilePayload { Name = "bent.png", MimeType = "image/png", Buffer = Png() });
        await page.ClickAsync("form.receipt button");
        await page.WaitForSelectorAsync("[data-say=waiting]:not([hidden])");
        Assert.Empty((await Read(id)).Receipts);

        // Closed and opened again, still without a connection.
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync($"{_public}/en/receive/{id}?key={key}");
        await page.UntilAsync("document.querySelector('#line-1-reason').value === 'one is bent' && document.querySelector('#line-1-photo').files.length === 1");
        // The browser may let what is sent through here and lose the answer: it is sent again under the same id.
        await context.SetOfflineAsync(false);
        await page.WaitForURLAsync("**done=1*");
        Assert.Contains("accounted for", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        var receipt = Assert.Single((await Read(id)).Receipts);
        Assert.Equal(("Olha", 3, 1, "one is bent"), (receipt.Receiver, receipt.Lines[0].Received, receipt.Lines[0].Damaged, receipt.Lines[0].Reason));
        Assert.NotNull(receipt.Lines[0].Photo);
    }

    [Fact]
    public async Task The_second_of_two_phones_is_told_who_received_what_and_loses_nothing()
    {
        var (id, key) = await OnItsWay("two phones", 4);
        var (first, second) = (await OpenAsync(), await OpenAsync());
        foreach (var (page, who, units) in new[] { (first, "Olha", "3"), (second, "Petro", "4") })
        {
            await page.GotoAsync($"{_public}/en/receive/{id}?key={key}");
            await page.FillAsync("#receiver", who);
            await page.FillAsync("#line-1-received", units);
        }
        await first.ClickAsync("form.receipt button");
        await first.WaitForURLAsync("**done=1*");
        await second.ClickAsync("form.receipt button");
        await second.WaitForSelectorAsync("[data-faults] li");
        var told = await second.InnerTextAsync("[data-faults]");
        Assert.Contains("Olha", told, StringComparison.Ordinal);
        Assert.Contains("3 units", told, StringComparison.Ordinal);
        Assert.Equal(("Petro", "4"), (await second.InputValueAsync("#receiver"), await second.InputValueAsync("#line-1-received")));
        Assert.Contains("still to be counted: 1", await second.InnerTextAsync("[data-open]"), StringComparison.Ordinal);
        await second.FillAsync("#line-1-received", "1");
        await second.ClickAsync("form.receipt button");
        await second.WaitForURLAsync("**done=1*");
        Assert.Equal(["Olha", "Petro"], (await Read(id)).Receipts.Select(receipt => receipt.Receiver));
    }

    // Units of an offer of the sample in a consignment that has left, made anew for each test.
    private async Task<(Id<Consignment> Id, string Key)> OnItsWay(string name, int units)
    {
        var id = Id<Consignment>.Named($"receipt page {name}");
        await using var db = pages.Database.Open();
        var need = (await db.Needs.AsNoTracking().ToListAsync(Cancel)).First(row => row.Kind == NeedKind.FacilityPower);
        var hub = await db.Places.AsNoTracking().FirstAsync(row => row.Code == "UALWO", Cancel);
        var at = new DateTimeOffset(2023, 1, 2, 8, 0, 0, TimeSpan.Zero);
        await pages.Do(
            new PlanConsignment(id, "Two sets", [new ConsignmentLine(SampleOffers.OfferId("set-emirates"), units, need.Id, 0.2m)], false, [new PlannedLeg(hub.Id, null, TransportMode.Road, at, at.AddDays(1))]),
            new DispatchConsignment(id, 1, at));
        return (id, (await Read(id)).Key);
    }

    private async Task<Consignment> Read(Id<Consignment> id)
    {
        return (await pages.One(db => db.Consignments.AsNoTracking().SingleAsync(row => row.Id == id, Cancel))).Read();
    }

    private async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null) => await (await _browser.OpenAsync(options)).NewPageAsync();

    // One red dot.
    private static byte[] Png() => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
}
