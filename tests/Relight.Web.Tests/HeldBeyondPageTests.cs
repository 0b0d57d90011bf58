using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests;

/// <summary>Units that are lost after they were held leave holds without units: coordinators read so where they look first, and where they can release them.</summary>
public sealed class HeldBeyondPageTests : IAsyncLifetime
{
    private static readonly Id<Need> s_need = Id<Need>.Named("held beyond");

    private static readonly Id<Offer> s_offer = SampleOffers.OfferId("set-france");

    private static readonly Id<Allocation> s_held = Id<Allocation>.Named("held beyond");

    private readonly Pages _pages = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string[] Addresses => ["situation", "allocations", $"needs/{s_need}", $"offers/{s_offer}"];

    public async ValueTask InitializeAsync()
    {
        await _pages.InitializeAsync();
        await using var db = _pages.Database.Open();
        var offer = (await db.Offers.AsNoTracking().SingleAsync(row => row.Id == s_offer, Cancel)).Read();
        var free = (await AllocationsAtMoment.LoadAll(db, LoadSample.Operation.Id, TimeProvider.System.GetUtcNow(), Cancel)).FreeUnits(offer);
        var stock = (await db.HubStocks.AsNoTracking().SingleAsync(row => row.Offer == s_offer, Cancel)).Read();
        await Do(new RecordNeed(new Need
        {
            Id = s_need,
            Version = 1,
            Title = "Power for shelters, 20 kW",
            Organisation = (await db.Needs.AsNoTracking().FirstAsync(row => row.Operation == LoadSample.Operation.Id, Cancel)).Read().Organisation,
            Site = new Site(AreaCode.Parse("UA46"), new ExactPlace("A cellar that donors must not learn", null, null)),
            Priority = Priority.High,
            Requirement = new FacilityPower { Facility = FacilityKind.Shelter, LoadKilowatts = 20 },
            Units = free,
        }));
        await Do(new HoldUnits(s_held, s_need, s_offer, free, "to be asked"));
        await Do(new CorrectStock(stock.Hub, s_offer, stock.Units, stock.Units - 2, "two were stolen"));
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Theory]
    [InlineData("en", "More is held than there is.", "missing of what is held: 2 units")]
    [InlineData("uk", "Закріплено більше, ніж є.", "бракує із закріпленого: 2 одиниці")]
    [InlineData("ar", "المحجوز أكثر من الموجود.", "الناقص من المحجوز: وحدتان")]
    public async Task The_pages_say_how_many_are_missing_and_for_which_need(string language, string title, string missing)
    {
        using var client = SentForm.Client(await _pages.ServeAsync(Audience.Coordination), language);
        foreach (var address in Addresses)
        {
            var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel));
            Assert.Contains(title, html, StringComparison.Ordinal);
            Assert.Contains(missing, html, StringComparison.Ordinal);
            Assert.Contains($"needs/{s_need}#allocations", html, StringComparison.Ordinal);
            Assert.DoesNotContain("cellar", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "Free: 0 of 30.")]
    [InlineData("uk", "Вільних: 0 з 30.")]
    [InlineData("ar", "المتاح: 0 من 30.")]
    public async Task The_page_of_an_offer_says_how_many_of_its_units_can_still_be_held(string language, string free)
    {
        using var client = SentForm.Client(await _pages.ServeAsync(Audience.Coordination), language);
        Assert.Contains(free, WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"offers/{s_offer}", UriKind.Relative), Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_says_the_same_and_it_is_gone_when_the_hold_is_released()
    {
        using var client = SentForm.Client(await _pages.ServeAsync(Audience.Coordination));
        async Task<JsonNode> Read(string path) =>
            JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/operations/{LoadSample.Operation.Id}/{path}", UriKind.Relative), Cancel))!;
        var told = Assert.Single((await Read("allocations/beyond")).AsArray())!;
        Assert.Equal((s_offer.ToString(), 2m), (told["offer"]!.GetValue<string>(), told["units"]!.GetValue<decimal>()));
        Assert.Equal(s_need.ToString(), Assert.Single(told["needs"]!.AsArray())!["need"]!.GetValue<string>());
        var listed = Assert.Single((await Read("allocations?heldBeyond>=1"))["items"]!.AsArray())!;
        Assert.Equal((s_held.ToString(), 2m), (listed["id"]!.GetValue<string>(), listed["heldBeyond"]!.GetValue<decimal>()));

        await Do(new ReleaseAllocation(s_held, "goes without"));
        Assert.Empty((await Read("allocations/beyond")).AsArray());
        Assert.DoesNotContain("More is held", await client.GetStringAsync(new Uri("situation", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.Donor)]
    [InlineData(Audience.Public)]
    public async Task Nobody_else_is_told(Audience audience)
    {
        using var client = SentForm.Client(await _pages.ServeAsync(audience));
        foreach (var address in Addresses)
        {
            using var page = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            Assert.DoesNotContain("held-beyond", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        using var answer = await client.GetAsync(new Uri($"/api/operations/{LoadSample.Operation.Id}/allocations/beyond", UriKind.Relative), Cancel);
        Assert.False(answer.IsSuccessStatusCode);
    }

    private async Task Do(ICommand command) =>
        Assert.Empty((await new Commands(_pages.Database, TimeProvider.System).Run(command, new Envelope(Guid.NewGuid(), LoadSample.Operation.Id, "test"), Cancel)).Refusals);
}
