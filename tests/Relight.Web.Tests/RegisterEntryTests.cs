using System.Net;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Funds;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests;

/// <summary>The whole life of pledges, appeals and funds can be entered with pages alone, without scripting.</summary>
public sealed class RegisterEntryTests(Pages pages) : IClassFixture<Pages>
{
    private const string Quote = "Latvia will send 30 generating sets";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Latvia => Of("lv");

    [Fact]
    public async Task A_pledge_goes_from_its_source_into_a_contribution_and_on_through_its_stages()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var source = await Source(client, $"https://example.org/{Guid.NewGuid()}", $"{Quote}, the ministry said. Later: 30 sets were sent.");
        var first = await Claim(client, source, Quote, "30", "goods:announced", "2022-12-16");
        var again = await Claim(client, source, "30 sets were sent", "30", "goods:announced", "2022-12");

        // The one is proposed beside the other, the likeliest first; one is decided on, one by hand.
        var links = $"claims/{again}/links";
        Assert.Contains($"link-{again}-{first}", await Read(client, links), StringComparison.Ordinal);
        await (await new SentForm(client, links).Read($"link-{again}-{first}")).With("kind", "Restates").With("why", "the same ministry on the same sets").Taken();
        var link = await pages.One(db => db.Links.AsNoTracking().SingleAsync(row => row.From == again, Cancel));
        Assert.Equal((first, LinkKind.Restates), (link.To, link.Kind));
        await (await new SentForm(client, $"claims/{again}").Read("unlink")).With("why", "looked at once more").Taken();
        await (await new SentForm(client, links).Read("by-hand")).With("otherAddress", $"{client.BaseAddress}claims/{first}?done=x").With("kind", "!Supersedes").With("why", "turned round").Taken();
        Assert.Equal((first, again), await pages.One(async db => (await db.Links.AsNoTracking().SingleAsync(row => row.To == again, Cancel)) is var row ? (row.From, row.To) : default));

        var page = (await (await new SentForm(client, $"claims/{first}").Read("adoption")).With("contribution", "new").With("title", "Sets of Latvia by pages").With("why", "first said here").Taken()).Split('?')[0];
        var gift = Id<Contribution>.Parse(page.Split('/')[1], null);
        // Of one gift, nothing is counted a second time.
        var (status, twice) = await (await new SentForm(client, $"claims/{again}").Read("adoption")).With("contribution", "new").With("title", "Again").With("why", "typed, not lost").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("is one gift with claim", twice, StringComparison.Ordinal);
        Assert.Contains("typed, not lost", twice, StringComparison.Ordinal);

        await Advance(client, page, "goods:announced", "goods:committed", "30", "2022-12-20");
        await Advance(client, page, "goods:committed", "goods:allocated", "20", "2022-12-21");
        await Advance(client, page, "goods:announced", "goods:lost", "4", "2022-12-22");
        Assert.Equal([(GoodsStage.Announced, 30m), (GoodsStage.Committed, 30m), (GoodsStage.Allocated, 20m), (GoodsStage.Lost, 4m)], await Stages(gift));
        await (await new SentForm(client, page).Read("step-back")).With("stage", "GeneratingSet|pcs|goods:lost").With("why", "they were found").Taken();
        Assert.DoesNotContain(await Stages(gift), stage => stage.Stage == GoodsStage.Lost);

        // Another claim's value takes the place of the one that is there; then the first claim is taken out.
        await (await new SentForm(client, page).Read("adopt-more")).With("claim", $"{again}").With("partDonors", "true").With("partQuantity", "true").With("why", "said later").Taken();
        var (conflict, kept) = await Overtaken(client, page);
        Assert.Equal(HttpStatusCode.PreconditionFailed, conflict);
        Assert.Contains("typed for nothing?", kept, StringComparison.Ordinal);
        await (await new SentForm(client, page).Read("drop")).With("claim", $"{first}").With("why", "a slip").Taken();
        Assert.Equal([again], await pages.One(db => db.Adoptions.Where(row => row.Contribution == gift).Select(row => row.Claim).ToListAsync(Cancel)));
        await (await new SentForm(client, $"claims/{first}").Read("unlink")).With("why", "to take it back").Taken();
        Assert.StartsWith("claims?done=", await (await new SentForm(client, $"claims/{first}").Read("retract")).With("why", "entered twice").Taken(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "must stand in the source&#x27;s text")]
    [InlineData("uk", "має бути в тексті джерела")]
    [InlineData("ar", "يجب أن يرد في نص المصدر")]
    public async Task Of_a_claim_all_that_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(string language, string words)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        var source = await Source(client, $"https://example.org/{Guid.NewGuid()}", Quote);
        var (status, html) = await (await new SentForm(client, source).Read("claim")).With("item.description", "<i>sets").With("quote", "not in it").With("quantity", "many").With("quantityUpTo", "9")
            .With("valueWord", "Between").With("value", "9").With("valueUpTo", "5").With("date", "soon").With("donors[1].id", Latvia).Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        foreach (var field in new[] { "item-kind", "quantity", "valueUpTo", "stage", "date", "quote" })
            Assert.Contains($"id=\"claim-{field}-fault-0\"", html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlDecode(words), WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;i&gt;sets\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", html, StringComparison.Ordinal);
        if (language != "en")
            Assert.DoesNotContain("must ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appeal_is_opened_answered_and_closed_and_shows_its_progress_as_bounds()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var source = await Source(client, $"https://example.org/{Guid.NewGuid()}", $"{Quote} at least.");
        var claim = await Claim(client, source, Quote, "30", "goods:announced", "2022-12-16", "AtLeast");
        var gift = (await (await new SentForm(client, $"claims/{claim}").Read("adoption")).With("contribution", "new").With("title", "For the appeal").With("why", "said").Taken()).Split('?')[0];
        var page = (await (await new SentForm(client, "appeals/new").Read("appeal")).With("title", "Sets by pages").With("by", Of("ua")).With("kind", "GeneratingSet").With("target.goods.description", "sets of any size")
            .With("target", "100").With("from", "2022-12-01").With("conference.date", "2022-12").With("conference.place", "Paris").Taken()).Split('?')[0];
        Assert.Contains("None yet.", await Read(client, page), StringComparison.Ordinal);
        await (await new SentForm(client, gift).Read("answer")).With("appeal", page.Split('/')[1]).With("why", "named there").Taken();
        var shown = await Read(client, page);
        Assert.Contains("≥ 30", shown, StringComparison.Ordinal);
        Assert.Contains("30.0%", shown, StringComparison.Ordinal);
        Assert.Contains("For the appeal", shown, StringComparison.Ordinal);
        await (await new SentForm(client, gift).Read("answer-back")).With("why", "of another appeal").Taken();
        await (await new SentForm(client, page).Read("close")).With("why", "the winter is over").Taken();
        Assert.Contains("the winter is over", await Read(client, page), StringComparison.Ordinal);
        using var donor = SentForm.Client(await pages.ServeAsync(Audience.Donor));
        Assert.DoesNotContain("contributions/", await Read(donor, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_of_a_fund_comes_in_is_reserved_contracted_paid_released_and_given_back()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var page = (await (await new SentForm(client, "funds/new").Read("fund")).With("name", $"Fund {Guid.NewGuid()}").With("holder", Of("esf")).With("currency", "EUR").Taken()).Split('?')[0];
        var id = Id<Fund>.Parse(page.Split('/')[1], null);
        await (await new SentForm(client, page).Read("pay-in")).With("donors[0].id", Latvia).With("amount", "1000").With("date", "2022-12-01").With("earmark", "transformers").Taken();
        await (await new SentForm(client, page).Read("pay-in")).With("donors[0].id", Latvia).With("amount", "940").With("date", "2022-12-02")
            .With("given", "1000").With("givenCurrency", "USD").With("rate", "0.94").With("rate.date", "2022-12-02").With("rate.source", "ECB, https://www.ecb.europa.eu").Taken();
        var (refused, html) = await (await new SentForm(client, page).Read("reserve")).With("amount", "5000").With("purpose", "everything").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("id=\"reserve-amount-fault-0\"", html, StringComparison.Ordinal);
        await (await new SentForm(client, page).Read("reserve")).With("amount", "1500").With("purpose", "one unit").With("earmark", "transformers").Taken();
        var held = await pages.One(db => db.Reservations.AsNoTracking().SingleAsync(row => row.Fund == id, Cancel));
        await (await new SentForm(client, page).Read($"contract-{held.Id}")).With("amount", "1400").With("seller", "Works A").With("contract", "7/22").Taken();
        await (await new SentForm(client, page).Read($"pay-{held.Id}")).With("amount", "400").With("date", "2022-12-05").Taken();
        await (await new SentForm(client, page).Read($"release-{held.Id}")).With("why", "the rest is not delivered").Taken();
        var payment = await pages.One(async db => (await db.FundPayments.AsNoTracking().Where(row => row.Fund == id).ToListAsync(Cancel)).Select(row => row.Read()).Single(one => one.Earmark is null));
        await (await new SentForm(client, page).Read($"back-{payment.Id}")).With("amount", "40").With("why", "entered too high").Taken();
        var fund = await pages.One(async db => (await db.Funds.AsNoTracking().SingleAsync(row => row.Id == id, Cancel)).Read());
        Assert.Equal(new Amount(1500), fund.Balance);
        var reservation = await pages.One(async db => (await db.Reservations.AsNoTracking().SingleAsync(row => row.Fund == id, Cancel)).Read());
        Assert.Equal((ReservationState.Settled, new Amount(400)), (reservation.State, reservation.Paid));
    }

    [Fact]
    public async Task An_outage_report_is_entered_from_its_source_and_taken_back()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var source = await Source(client, $"https://example.org/{Guid.NewGuid()}", "about 70,000 people in the Sumy oblast are without heat");
        Assert.StartsWith("outages?done=", await (await new SentForm(client, source).Read("report")).With("area", "UA59").With("service", "Heat").With("peopleWord", "About").With("people", "70000")
            .With("from", "2022-12-12T06:00").With("until", "2022-12-12T18:00").With("quote", "70,000 people in the Sumy oblast").Taken(), StringComparison.Ordinal);
        var report = await pages.One(async db => (await db.OutageReports.AsNoTracking().SingleAsync(row => row.Area == "UA59", Cancel)).Read());
        Assert.Equal(Bounds.About(70_000), report.People);
        await (await new SentForm(client, "outages").Read("retract")).With("report", $"{report.Id}").With("why", "another oblast").Taken();
        Assert.False(await pages.One(db => db.OutageReports.AnyAsync(row => row.Id == report.Id, Cancel)));
    }

    [Fact]
    public async Task An_organisation_that_is_missing_is_entered_and_can_be_chosen()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var name = $"Foundation {Guid.NewGuid()}";
        await (await new SentForm(client, "organisations/new").Read("organisation")).With("name", name).With("kind", "Foundation").With("country", "EE").Taken();
        Assert.Contains(name, await Read(client, "funds/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_form_of_the_register_is_shown_to_donors_or_to_the_public()
    {
        foreach (var audience in new[] { Audience.Public, Audience.Donor })
        {
            using var client = SentForm.Client(await pages.ServeAsync(audience));
            foreach (var page in new[] { "sources/new", "organisations/new", "claims", "claims/proposals", "contributions", "appeals", "appeals/new", "funds", "funds/new", "outages" })
                Assert.DoesNotContain("class=\"entry\"", await Read(client, page), StringComparison.Ordinal);
        }
    }

    private static string Of(string key) => $"{SamplePledges.OrganisationId(key)}";

    private static Task<string> Read(HttpClient client, string page) => client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel);

    private static async Task<string> Source(HttpClient client, string address, string text) =>
        (await (await new SentForm(client, "sources/new").Read("source")).With("address", address).With("publisher", "A ministry").With("language", "en").With("text", text).Taken()).Split('?')[0];

    private static async Task<Id<Claim>> Claim(HttpClient client, string source, string quote, string pieces, string stage, string date, string word = "Exact")
    {
        var form = (await new SentForm(client, source).Read("claim")).With("donors[0].id", Latvia).With("item.kind", "GeneratingSet").With("item.description", "generating sets")
            .With("quantityWord", word).With("quantity", pieces).With("stage", stage).With("date", date).With("quote", quote);
        return Id<Claim>.Parse((await form.Taken()).Split('?')[0].Split('/')[1], null);
    }

    private static async Task Advance(HttpClient client, string page, string from, string to, string pieces, string date) =>
        await (await new SentForm(client, page).Read("advance")).With("from", $"GeneratingSet|pcs|{from}").With("to", to).With("quantity", pieces).With("date", date).With("why", "told by telephone").Taken();

    // Somebody else changes the contribution between the reading of a form and its sending.
    private static async Task<(HttpStatusCode Status, string Text)> Overtaken(HttpClient client, string page)
    {
        var late = await new SentForm(client, page).Read("step-back");
        await Advance(client, page, "goods:allocated", "goods:dispatched", "20", "2022-12-23");
        return await late.With("stage", "GeneratingSet|pcs|goods:allocated").With("why", "typed for nothing?").Send();
    }

    private async Task<IReadOnlyList<(GoodsStage Stage, decimal Pieces)>> Stages(Id<Contribution> id) => await pages.One(async db =>
        (await db.Contributions.AsNoTracking().SingleAsync(row => row.Id == id, Cancel)).Read().Items.Select(item => (item.Value.Stage.Goods!.Value, item.Value.Quantity.Bounds.Lower)).OrderBy(stage => stage.Value).ToList());
}
