using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Facilities;
using Relight.Matching;
using Relight.Plans;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests;

/// <summary>Everything that coordinators enter of deliveries and facilities can be entered with pages alone, without scripting.</summary>
public sealed partial class EntryPageTests(Pages pages) : IClassFixture<Pages>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consignment_goes_from_an_allocation_into_service_with_pages_alone()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var (code, allocation) = ("PL" + "Q" + Guid.NewGuid().ToString("N").ToUpperInvariant()[..2].Replace('0', 'X').Replace('1', 'Y'), await Held("into service", 1));
        Assert.StartsWith("deliveries/places?done=", await (await new SentForm(client, "places/new").Read("place")).With("code", code.ToLowerInvariant()).With("name", "Hub of the tests").With("isHub", "true").Taken(), StringComparison.Ordinal);
        var place = await pages.One(db => db.Places.AsNoTracking().SingleAsync(row => row.Code == code, Cancel));

        // The units of the allocation stand in the form already.
        var plan = await new SentForm(client, $"consignments/new?take={allocation.Id}").Read("plan");
        Assert.Equal(($"{allocation.Offer}", "1", $"{allocation.Need}"), (plan["lines[0].offer"], plan["lines[0].units"], plan["lines[0].need"]));
        var next = await plan.With("title", "One set by pages").With("lines[0].tonnes", "0,2").With("legs[0].from", $"{place.Id}").With("legs[0].mode", "Road")
            .With("legs[0].expectedDeparture", "2023-01-02T08:00").With("legs[0].expectedArrival", "2023-01-03T08:00").Taken();
        var page = next.Split('?')[0];
        var id = Id<Consignment>.Parse(page.Split('/')[1], null);

        await (await new SentForm(client, page).Read("papers-1")).With("papers[0].there", "true").With("papers[0].number", "PL 7").Taken();
        await (await new SentForm(client, page).Read("expect-1")).With("arrival", "2023-01-04T20:00").With("why", "snow").Taken();
        await (await new SentForm(client, page).Read("leave-1")).With("at", "2023-01-02T09:00").Taken();
        await (await new SentForm(client, $"{page}/labels").Read("packages")).With("packages[0]", "2").Taken();
        await (await new SentForm(client, page).Read("arrive-1")).With("at", "2023-01-04T19:00").Taken();
        var there = await Read(id);
        Assert.Equal(("PL 7", ConsignmentState.Arrived, 2), (there.Legs[0].Papers[0].Number, there.State, there.Packages.Count));
        Assert.Equal(new DateTimeOffset(2023, 1, 4, 19, 0, 0, TimeSpan.Zero), there.Arrival);
        using (var receipt = new MultipartFormDataContent { { new StringContent("Olha"), "receiver" }, { new StringContent("0"), "seen" }, { new StringContent("1"), "line-1-received" } })
            Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(new Uri($"receive/{id}", UriKind.Relative), receipt, Cancel)).StatusCode);

        // A paper that was found when all is received is noted still, and a hold of what was sent is not offered for release.
        await (await new SentForm(client, page).Read("papers-1")).With("papers[0].number", "PL 8").Taken();
        Assert.Equal("PL 8", (await Read(id)).Legs[0].Papers[0].Number);
        var ofNeed = await client.GetStringAsync(new Uri($"needs/{allocation.Need}", UriKind.Relative), Cancel);
        Assert.Contains($"confirm:{allocation.Id}", ofNeed, StringComparison.Ordinal);
        Assert.DoesNotContain($"release:{allocation.Id}", ofNeed, StringComparison.Ordinal);
        Assert.Contains("All of it is in consignments", ofNeed, StringComparison.Ordinal);

        await (await new SentForm(client, page).Read("begin-1")).Taken();
        var installation = await pages.One(db => db.Installations.AsNoTracking().SingleAsync(row => row.Consignment == id, Cancel));
        await (await new SentForm(client, page).Read($"part-{installation.Id}")).With("part", "cable shoes").With("kind", "Switchgear").With("pieces", "4").Taken();
        await (await new SentForm(client, page).Read($"hold-{installation.Id}")).With("reason", "Weather").With("why", "ice").Taken();
        var now = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var step in installation.Read().Steps)
            await (await new SentForm(client, page).Read($"step-{installation.Id}")).With("step", step.ToString()).With("at", now).Taken();
        await (await new SentForm(client, page).Read($"service-{installation.Id}")).With("at", now).Taken();
        Assert.NotNull((await pages.One(db => db.Installations.AsNoTracking().SingleAsync(row => row.Id == installation.Id, Cancel))).Read().InServiceAt);
    }

    [Theory]
    [InlineData("en", "must be a whole number")]
    [InlineData("uk", "має бути цілим числом")]
    [InlineData("ar", "يجب أن يكون عدداً صحيحاً")]
    public async Task All_that_is_wrong_stands_beside_its_field_at_once_and_nothing_typed_is_lost(string language, string words)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination), language);
        var form = (await new SentForm(client, "consignments/new").Read("plan")).With("title", "<b>sets").With("lines[1].units", "many")
            .With("legs[0].expectedDeparture", "2023-01-03T08:00").With("legs[0].expectedArrival", "2023-01-02T08:00").With("legs[0].mode", "Sea");
        var (status, html) = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("value=\"&lt;b&gt;sets\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"many\"", html, StringComparison.Ordinal);
        Assert.Contains(words, html, StringComparison.Ordinal);
        // The second row of the form is the first line that the register counts.
        foreach (var field in new[] { "lines-1-units", "lines-1-offer", "legs-0-from", "legs-0-expectedArrival", "legs-0-mode" })
            Assert.Contains($"id=\"plan-{field}-fault-0\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("plan-lines-0-units-fault", html, StringComparison.Ordinal);
        if (language != "en")
            Assert.DoesNotContain("must be", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_keep_what_was_typed()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var form = await new SentForm(client, "consignments/new").Read("plan");
        Assert.Null(form["lines[4].units"]);
        var (_, html) = await form.With("title", "Typed").With("more", "true").Send();
        Assert.Contains("value=\"Typed\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"lines[4].units\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("field-error", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_and_keeps_what_was_typed()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var allocation = await Held("overtaken", 1);
        var plan = (await new SentForm(client, $"consignments/new?take={allocation.Id}").Read("plan")).With("title", "One set").With("lines[0].tonnes", "0.2")
            .With("legs[0].from", $"{(await pages.One(db => db.Places.AsNoTracking().FirstAsync(row => row.Code == "UALWO", Cancel))).Id}").With("legs[0].mode", "Road")
            .With("legs[0].expectedDeparture", "2023-01-02T08:00").With("legs[0].expectedArrival", "2023-01-03T08:00");
        var page = (await plan.Taken()).Split('?')[0];
        var (first, second) = (await new SentForm(client, page).Read("expect-1"), await new SentForm(client, page).Read("call-off"));
        await first.With("arrival", "2023-01-05T08:00").With("why", "a strike").Taken();
        var (status, html) = await second.With("why", "typed for nothing?").Send();
        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("typed for nothing?", html, StringComparison.Ordinal);
        Assert.Contains("the consignment has changed since you read it", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facility_is_entered_changed_and_given_a_set_that_is_released_again()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var organisation = $"{SamplePledges.OrganisationId("facilities")}";
        var bad = await (await new SentForm(client, "facilities/new").Read("facility")).With("title", "Shelter of the page tests").With("kind", "Shelter").With("organisation", organisation)
            .With("typicalKilowatts", "20").With("essentialKilowatts", "30").With("people", "9").With("peopleMost", "5").With("volts", "x").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        foreach (var field in new[] { "essentialKilowatts", "people", "volts" })
            Assert.Contains($"id=\"facility-{field}-fault-0\"", bad.Text, StringComparison.Ordinal);
        var page = (await (await new SentForm(client, "facilities/new").Read("facility")).With("title", "Shelter of the page tests").With("kind", "Shelter").With("organisation", organisation)
            .With("oblast", "UA63").With("typicalKilowatts", "20").With("threePhase", "True").With("volts", "400").With("people", "300").With("peopleMost", "300").With("fuels", "diesel").Taken()).Split('?')[0];
        var id = Id<Facility>.Parse(page.Split('/')[1], null);
        var change = await new SentForm(client, $"{page}/edit").Read("facility");
        Assert.Equal(("20", "300", "diesel"), (change["typicalKilowatts"], change["people"], change["fuels"]));
        await change.With("toleranceHours", "2,5").With("why", "told by telephone").Taken();
        var facility = await Facility(id);
        Assert.Equal((2.5m, Bounds.Exactly(300), 2), (facility.ToleranceHours, facility.People, facility.Version));

        var set = (await new SentForm(client, page).Read("assign")).With("offer", $"{SampleOffers.OfferId("set-france")}").With("why", "asked for");
        await set.Taken();
        var need = (await Facility(id)).Need!.Value;
        var held = await pages.One(db => db.Allocations.AsNoTracking().SingleAsync(row => row.Need == need, Cancel));
        Assert.Equal(AllocationState.Held, held.State);
        var (refused, told) = await (await new SentForm(client, page).Read("allocation")).With("act", $"release:{held.Id}").Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("id=\"why-act-fault\"", told, StringComparison.Ordinal);
        var released = (await new SentForm(client, page).Read("allocation")).With("act", $"release:{held.Id}").With("why", "not needed");
        Assert.StartsWith(page, await released.Taken(), StringComparison.Ordinal);
        Assert.Equal(AllocationState.Released, (await pages.One(db => db.Allocations.AsNoTracking().SingleAsync(row => row.Need == need, Cancel))).State);
    }

    [Fact]
    public async Task Whoever_may_not_enter_is_shown_no_form_and_is_taken_nothing_from()
    {
        foreach (var audience in new[] { Audience.Public, Audience.Donor })
        {
            using var client = SentForm.Client(await pages.ServeAsync(audience));
            foreach (var page in new[] { "places/new", "consignments/new", "stock/new", "facilities/new", "plan/arrivals" })
                Assert.DoesNotContain("_handler", await client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel), StringComparison.Ordinal);
        }
        using var coordinator = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        using var forged = new FormUrlEncodedContent([new("_handler", "place"), new("code", "PLAAA"), new("name", "forged")]);
        using var answer = await coordinator.PostAsync(new Uri("places/new", UriKind.Relative), forged, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await pages.One(db => db.Places.AnyAsync(row => row.Code == "PLAAA", Cancel)));
    }

    [Theory]
    [InlineData("en", "facilities?from=soon&days=99", "must be a day such as")]
    [InlineData("uk", "facilities/fuel?days=3", "треба вказати разом із кількістю днів")]
    [InlineData("ar", "facilities/refuelling?from=2022-12-12&days=x", "يجب أن يكون من")]
    public async Task Days_that_cannot_be_read_are_told_beside_their_field(string language, string address, string words)
    {
        using var client = SentForm.Client(pages.Operator, language);
        var html = await client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        if (address.Contains("soon", StringComparison.Ordinal))
            Assert.Contains("value=\"soon\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_consignment_is_told_beside_the_plan_which_stays_until_another_is_adopted()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var before = await pages.One(db => ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel));
        var unit = before!.Units.First(unit => unit.Hour > 0);
        var late = before.Scenario.At(before.Best.Plan.Repairs.Single(repair => repair.Element == unit.Element).Start + (10 * 24));
        var hub = await pages.One(db => db.Places.AsNoTracking().FirstAsync(row => row.Code == "UALWO", Cancel));
        var plan = new PlanConsignment(Id<Consignment>.Named("late for the plan"), "A unit", [new ConsignmentLine(unit.Offer, 1, unit.Need)], false, [new PlannedLeg(hub.Id, null, TransportMode.Road, late.AddDays(-2), late)]);
        await pages.Do(plan);

        foreach (var page in new[] { "situation", "plan" })
            Assert.Contains("comes at other hours than the plan has it", (await new SentForm(client, page).Read("replan")).Html, StringComparison.Ordinal);
        Assert.StartsWith("plan/arrivals", await (await new SentForm(client, "plan").Read("replan")).Taken(), StringComparison.Ordinal);
        var running = await new SentForm(client, "plan/arrivals").Read("stop");
        Assert.Contains("http-equiv=\"refresh\"", running.Html, StringComparison.Ordinal);
        await running.Taken();
        for (var i = 0; (await client.GetStringAsync(new Uri("plan/arrivals", UriKind.Relative), Cancel)).Contains("http-equiv", StringComparison.Ordinal); i++)
        {
            Assert.True(i < 240, "it does not stop");
            await Task.Delay(500, Cancel);
        }
        Assert.Equal(before.Best.Stored.Id, (await pages.One(db => ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel)))!.Best.Stored.Id);
        var found = (await new SentForm(client, "plan/arrivals").Read("decide")).Html;

        // A host that is started anew remembers nothing but what the register keeps: the same plan is proposed, with the same reasons.
        using var restarted = SentForm.Client(await pages.ServeAsync(Audience.Coordination));
        var again = await new SentForm(restarted, "plan/arrivals").Read("decide");
        Assert.Equal(Proposed().Match(found).Value, Proposed().Match(again.Html).Value);
        Assert.NotEmpty(Proposed().Match(found).Value);
        await again.With("act", "adopt").Taken();
        var after = await pages.One(db => ReadPlan.Latest(db, LoadSample.Operation.Id, Cancel));
        Assert.Equal(ReplanArrivals.Name, after!.Best.Stored.Name);
        foreach (var page in new[] { "situation", "plan" })
            Assert.DoesNotContain("comes at other hours", await client.GetStringAsync(new Uri(page, UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [GeneratedRegex("""id="h-found".*?<form""", RegexOptions.Singleline)]
    private static partial Regex Proposed();

    private async Task<Allocation> Held(string name, int units)
    {
        var id = Id<Allocation>.Named($"entry pages {name}");
        var need = (await pages.One(db => db.Needs.AsNoTracking().Where(row => row.Kind == NeedKind.FacilityPower).OrderBy(row => row.Id).ToListAsync(Cancel)))
            .Select(row => row.Read()).First(need => need.Site is not null);
        var own = need with { Id = Id<Need>.Named($"entry pages {name}"), Version = 1, Requirement = ((FacilityPower)need.Requirement) with { LoadKilowatts = 20 } };
        await pages.Do(new RecordNeed(own), new HoldUnits(id, own.Id, SampleOffers.OfferId("set-france"), units, "for a test"));
        return (await pages.One(db => db.Allocations.AsNoTracking().SingleAsync(row => row.Id == id, Cancel))).Read();
    }

    private async Task<Consignment> Read(Id<Consignment> id) => (await pages.One(db => db.Consignments.AsNoTracking().SingleAsync(row => row.Id == id, Cancel))).Read();

    private async Task<Facility> Facility(Id<Facility> id) => (await pages.One(db => db.Facilities.AsNoTracking().SingleAsync(row => row.Id == id, Cancel))).Read();
}
