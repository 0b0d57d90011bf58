using System.Net;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Facilities;
using Relight.Register;
using Relight.Sample;
using Relight.Web.Deliveries;

namespace Relight.Web.Tests;

/// <summary>Goods by amount, counts of stock, many needs and withdrawn ones, by pages alone and without scripting.</summary>
public sealed class AmountPageTests(Pages pages) : IClassFixture<Pages>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_wrong_with_a_hold_of_units_stands_beside_its_field()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var need = await pages.One(db => db.Needs.AsNoTracking().Where(row => row.Kind == NeedKind.GridAsset).OrderBy(row => row.Title).ThenBy(row => row.Id).FirstAsync(Cancel));
        var hold = await new SentForm(client, $"needs/{need.Id}").Read("hold");
        foreach (var units in new[] { "1.5", "0", "" })
        {
            var (status, html) = await hold.With("units", units).Send();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("id=\"hold-units-fault-0\"", html, StringComparison.Ordinal);
            Assert.Contains($"value=\"{units}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_amount_goes_from_a_hold_over_a_consignment_to_those_who_use_it()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var need = await FuelNeed("by pages");
        var page = $"needs/{need.Id}";

        // What is wrong stands beside its field, and the amount of the next try is taken with a comma.
        var hold = (await new SentForm(client, page).Read("hold-amount")).With("offer", $"{SampleOffers.OfferId("fuel-nato")}");
        Assert.Equal("l", hold["measure"]);
        var (status, html) = await hold.With("amount", "much").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("id=\"hold-amount-amount-fault-0\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"much\"", html, StringComparison.Ordinal);
        Assert.Contains("must not be more than the need still takes", (await hold.With("amount", "5001").Send()).Text, StringComparison.Ordinal);
        Assert.StartsWith($"{page}?done=", await hold.With("amount", "1500,5").Taken(), StringComparison.Ordinal);
        var held = (await pages.One(db => db.Allocations.AsNoTracking().SingleAsync(row => row.Need == need.Id, Cancel))).Read();
        Assert.Contains("1,500.5 l", await client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel), StringComparison.Ordinal);
        await (await new SentForm(client, page).Read("allocation")).With("act", $"confirm:{held.Id}").Taken();

        var plan = (await new SentForm(client, $"consignments/new?take={held.Id}").Read("plan")).With("title", "Diesel by pages").With("legs[0].from", await PlaceId("UALWO")).With("legs[0].mode", "Road")
            .With("legs[0].expectedDeparture", "2023-01-02T08:00").With("legs[0].expectedArrival", "2023-01-03T08:00");
        Assert.Equal(("1500.5", "l", "", $"{need.Id}"), (plan["lines[0].amount"], plan["lines[0].measure"], plan["lines[0].units"], plan["lines[0].need"]));
        (status, html) = await plan.With("lines[0].amount", "1500.501").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("must not be more than is confirmed for the need and not sent yet", html, StringComparison.Ordinal);
        Assert.Contains("id=\"plan-lines-0-measure-fault-0\"", (await plan.With("lines[0].measure", "").Send()).Text, StringComparison.Ordinal);
        page = (await plan.With("lines[0].measure", "l").With("lines[0].amount", "1500.5").Taken()).Split('?')[0];
        var id = Id<Consignment>.Parse(page.Split('/')[1], null);
        await (await new SentForm(client, page).Read("leave-1")).With("at", "2023-01-02T09:00").Taken();
        Assert.Equal("1", (await new SentForm(client, $"{page}/labels").Read("packages"))["packages[0]"]);
        await (await new SentForm(client, $"{page}/labels").Read("packages")).With("packages[0]", "2").Taken();
        Assert.Contains("1,500.5 l in all", await client.GetStringAsync(new Uri($"{page}/labels", UriKind.Relative), Cancel), StringComparison.Ordinal);

        Assert.Contains("write amounts from 0", await Receive(client, id, HttpStatusCode.UnprocessableEntity, ("line-1-received", "1400,5555")), StringComparison.Ordinal);
        await Receive(client, id, HttpStatusCode.Redirect, ("line-1-received", "١٤٠٠٫٥"), ("line-1-short", "100"), ("line-1-reason", "spilled"));
        var begin = await new SentForm(client, page).Read("begin-1");
        Assert.Equal("1400.5", begin["amount"]);
        Assert.Contains("must not be more than were received whole", (await begin.With("amount", "1401").Send()).Text, StringComparison.Ordinal);
        await begin.With("amount", "1400.5").Taken();
        var installation = await pages.One(db => db.Installations.AsNoTracking().SingleAsync(row => row.Consignment == id, Cancel));
        await (await new SentForm(client, page).Read($"step-{installation.Id}")).With("step", nameof(InstallationStep.HandingOut)).With("at", "2023-01-04T10:00").Taken();
        await (await new SentForm(client, page).Read($"service-{installation.Id}")).With("at", "2023-01-04T11:00").Taken();
        var served = (await pages.One(db => db.Installations.AsNoTracking().SingleAsync(row => row.Consignment == id, Cancel))).Read();
        Assert.Equal((new Quantity(Bounds.Exactly(1400.5m), Unit.Litre), new DateTimeOffset(2023, 1, 4, 11, 0, 0, TimeSpan.Zero)), (served.Amount, served.InServiceAt));
        Assert.Contains("1,500.5 l", await client.GetStringAsync(new Uri("deliveries.csv", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "must not be more than the offer has free at least")]
    [InlineData("uk", "щонайменше вільно")]
    [InlineData("ar", "يجب ألا تزيد على أقل ما هو متاح")]
    public async Task From_the_page_of_an_offer_an_amount_is_held_too(string language, string words)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        var need = await FuelNeed($"from an offer {language}", litres: 2_000_000);
        var offer = SampleOffers.OfferId("fuel-nato");
        var hold = (await new SentForm(client, $"offers/{offer}").Read("hold-amount")).With("need", $"{need.Id}").With("measure", "m3");
        var html = WebUtility.HtmlDecode((await hold.With("amount", "1999").Send()).Text);
        Assert.Contains(words, html, StringComparison.Ordinal);
        await hold.With("amount", "2").Taken();
        Assert.Equal(new Quantity(Bounds.Exactly(2_000), Unit.Litre), (await pages.One(db => db.Allocations.AsNoTracking().SingleAsync(row => row.Need == need.Id, Cancel))).Read().Amount);
    }

    [Theory]
    [InlineData("en", "the stock has changed since you read it", "must be from")]
    [InlineData("uk", "запас змінено, відколи ви його прочитали", "має бути від")]
    [InlineData("ar", "تغيّر المخزون منذ قراءتكم له", "يجب أن يكون من")]
    public async Task Stock_is_put_right_by_a_count_and_never_below_nothing(string language, string changed, string range)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        var offer = SampleOffers.OfferId(language switch { "en" => "heaters-switzerland", "uk" => "conductor-poland", _ => "batteries-sweden" });
        var hub = await pages.One(db => db.Places.AsNoTracking().FirstAsync(row => row.Code == "PLRZE", Cancel));
        var found = await new SentForm(client, "stock/new").Read("count");
        Assert.StartsWith("deliveries/stock?done=", await found.With("hub", $"{hub.Id}").With("offer", $"{offer}").With("units", "3").With("why", "found behind the door").Taken(), StringComparison.Ordinal);
        var page = $"stock/{HubStock.IdOf(hub.Id, offer)}";
        Assert.Contains($"href=\"{page}\"", await client.GetStringAsync(new Uri("deliveries/stock", UriKind.Relative), Cancel), StringComparison.Ordinal);
        var (first, second) = (await new SentForm(client, page).Read("count"), await new SentForm(client, page).Read("count"));
        Assert.Equal("3", first["units"]);
        var (status, html) = await first.With("units", "-1").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        // The range at the number, and the reason that is missing at its own.
        foreach (var field in new[] { "units", "why" })
            Assert.Contains($"id=\"count-{field}-fault-0\"", html, StringComparison.Ordinal);
        Assert.Contains(range, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        await first.With("units", "2").With("why", "one went to the workshop").Taken();
        (status, html) = await second.With("units", "4").With("why", "counted again").Send();
        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains(changed, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(2, (await pages.One(db => db.HubStocks.AsNoTracking().SingleAsync(row => row.Hub == hub.Id && row.Offer == offer, Cancel))).Units);
    }

    [Fact]
    public async Task Of_more_needs_than_a_list_can_hold_any_is_found_and_what_was_typed_stays()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var pattern = await FuelNeed("one of many");
        await pages.Do([.. Enumerable.Range(0, ConsignmentChoices.MostNeeds + 5).Select(i => new RecordNeed(pattern with { Id = Id<Need>.Named($"one of many {i}"), Title = $"Fuel, depot {i:0000}" }))]);
        var wanted = Id<Need>.Named("one of many 304");
        var form = await new SentForm(client, "consignments/new").Read("plan");
        Assert.Contains("Find a need", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{wanted}\"", form.Html, StringComparison.Ordinal);
        var (_, html) = await form.With("title", "Typed before").With("lines[0].units", "7").With("find", "depot 0304").With("more", "find").Send();
        Assert.Contains($"<option value=\"{wanted}\"", html, StringComparison.Ordinal);
        foreach (var typed in new[] { "Typed before", "7", "depot 0304" })
            Assert.Contains($"value=\"{typed}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("field-error", html, StringComparison.Ordinal);
        // What is chosen stays chosen whatever is looked for next.
        (_, html) = await form.With("lines[0].need", $"{wanted}").With("find", "nothing of the kind").Send();
        Assert.Contains($"<option value=\"{wanted}\" selected", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"lines[2].offer\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "was withdrawn")]
    [InlineData("uk", "відкликано")]
    [InlineData("ar", "سُحبت")]
    public async Task That_the_need_of_a_facility_was_withdrawn_is_told_until_it_names_another(string language, string words)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        var facility = (await pages.One(db => db.Facilities.AsNoTracking().ToListAsync(Cancel))).Select(row => row.Read()).First(one => one is { Kind: FacilityKind.Hospital, Need: null, TypicalKilowatts: not null });
        var own = facility with { Id = Id<Facility>.Named($"withdrawn {language}"), Version = 1, Title = "Hospital of the tests", Need = Id<Need>.Named($"withdrawn {language}") };
        await pages.Do(
            new RecordNeed(new Need
            {
                Id = own.Need.Value,
                Version = 1,
                Title = "Power for a hospital",
                Organisation = own.Organisation,
                Priority = Priority.High,
                Requirement = new FacilityPower { Facility = FacilityKind.Hospital, LoadKilowatts = own.TypicalKilowatts!.Value },
                Units = 1,
            }),
            new RecordFacility(own));
        var page = $"facilities/{own.Id}";
        Assert.DoesNotContain("edit\">" + words, await client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel), StringComparison.Ordinal);
        await pages.Do(new WithdrawNeed(own.Need.Value, 1, "entered twice"));
        Assert.Contains(words, WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel)), StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("facilities?facility=Hospital+of+the+tests", UriKind.Relative), Cancel)), StringComparison.Ordinal);
        var form = await new SentForm(client, $"{page}/edit").Read("facility");
        Assert.Equal($"{own.Need}", form["need"]);
        await form.With("need", "").With("why", "its need was withdrawn").Taken();
        var after = (await pages.One(db => db.Facilities.AsNoTracking().SingleAsync(row => row.Id == own.Id, Cancel))).Read();
        Assert.Null(after.Need);
        Assert.Equal([own.Need.Value], after.FormerNeeds!);
    }

    private static async Task<string> Receive(HttpClient client, Id<Consignment> id, HttpStatusCode expected, params (string Field, string Text)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent("Olha"), "receiver" }, { new StringContent("0"), "seen" } };
        foreach (var (field, text) in fields)
            form.Add(new StringContent(text), field);
        using var answer = await client.PostAsync(new Uri($"receive/{id}", UriKind.Relative), form, Cancel);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<string> PlaceId(string code) => $"{(await pages.One(db => db.Places.AsNoTracking().FirstAsync(row => row.Code == code, Cancel))).Id}";

    // A need of fuel at the place of a need of the sample.
    private async Task<Need> FuelNeed(string name, decimal litres = 5_000)
    {
        var at = (await pages.One(db => db.Needs.AsNoTracking().Where(row => row.Kind == NeedKind.FacilityPower).OrderBy(row => row.Id).FirstAsync(Cancel))).Read();
        var need = at with
        {
            Id = Id<Need>.Named($"amount pages {name}"),
            Version = 1,
            Title = "Diesel for the tests",
            Requirement = new GoodsRequirement(new Item(ItemKind.Fuel, "diesel of winter grade"), new Quantity(Bounds.Exactly(litres), Unit.Litre)),
        };
        await pages.Do(new RecordNeed(need));
        return need;
    }
}
