using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Matching;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Units are held, confirmed and released over HTTP; proposals and the wanted list are read by those who may.</summary>
public sealed class AllocationApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Units_are_held_once_under_their_key_confirmed_and_released()
    {
        var (need, offer) = await PairThatFits();
        var body = $$"""{"need":"{{need}}","offer":"{{offer}}","units":1}""";
        var key = Guid.NewGuid().ToString();
        var held = await server.Post($"{ApiServer.Operation}/allocations", body, key);
        Assert.True(held.Status == 201, held.Text);
        Assert.True((await server.Post($"{ApiServer.Operation}/allocations", body, key)).Replayed);
        var address = held.Json["address"]!.GetValue<string>();
        Assert.Equal("held", (await server.Read(Audience.Coordination, address))["state"]!.GetValue<string>());
        Assert.Equal(200, (await server.Post(address + "/confirmation", "{}")).Status);
        Assert.Equal(["allocation"], (await server.Post(address + "/confirmation", "{}")).Faults.Select(fault => fault.Field));
        Assert.Equal(["why"], (await server.Post(address + "/release", """{"why":" "}""")).Faults.Select(fault => fault.Field));
        Assert.Equal(["units"], (await server.Post($"{ApiServer.Operation}/allocations", body)).Faults.Select(fault => fault.Field).Distinct());
        var proposal = await server.Read(Audience.Coordination, $"{ApiServer.Operation}/allocation-proposal");
        Assert.Contains(proposal["gifts"]!.AsArray(), gift => gift!["need"]!["id"]!.GetValue<string>() == need && gift["standing"]!.GetValue<int>() == 1);
        Assert.Equal(200, (await server.Post(address + "/release", """{"why":"used elsewhere"}""")).Status);
        Assert.Equal("released", (await server.Read(Audience.Coordination, address))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_donor_sees_its_own_allocations_alone_and_cannot_hold()
    {
        var (need, offer) = await PairThatFits();
        Assert.Equal(201, (await server.Post($"{ApiServer.Operation}/allocations", $$"""{"need":"{{need}}","offer":"{{offer}}","units":1}""")).Status);
        var own = JsonNode.Parse((await server.AsDonor($"{ApiServer.Operation}/allocations")).Text)!["items"]!.AsArray();
        var offers = await OwnOffers();
        Assert.Contains(own, one => one!["need"]!.GetValue<string>() == need && one["offer"]!.GetValue<string>() == offer);
        Assert.All(own, one => Assert.Contains(one!["offer"]!.GetValue<string>(), offers));
        Assert.Empty((await server.Read(Audience.Donor, $"{ApiServer.Operation}/allocations"))["items"]!.AsArray());
        Assert.Equal(400, (await server.AsDonor($"{ApiServer.Operation}/allocations?oblast=UA32")).Status);
        Assert.Equal(403, (await server.Send(Audience.Donor, HttpMethod.Post, $"{ApiServer.Operation}/allocations", "{}", "k")).Status);
    }

    [Fact]
    public async Task An_amount_is_held_of_goods_alone()
    {
        var (need, offer) = await PairThatFits();
        var body = $$$"""{"need":"{{{need}}}","offer":"{{{offer}}}","amount":{"bounds":{"qualifier":"exact","lower":5,"upper":5},"unit":"l"}}""";
        var sets = await server.Post($"{ApiServer.Operation}/allocations/amounts", body);
        Assert.Equal((422, "need"), (sets.Status, Assert.Single(sets.Faults).Field));
    }

    [Fact]
    public async Task The_wanted_list_is_open_to_donors_and_names_no_place()
    {
        var answer = await server.Send(Audience.Donor, HttpMethod.Get, $"{ApiServer.Operation}/wanted-list");
        Assert.Equal(200, answer.Status);
        await using var db = server.Database.Open();
        var sites = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Read().Site).OfType<Relight.Register.Site>().ToList();
        Assert.All(sites, site => Assert.DoesNotContain(site.Exact.Name, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch("\"(UA[0-9]{2}|(bus|branch|gen):[0-9]+)\"", answer.Text);
        Assert.Equal(401, (await server.Send(Audience.Public, HttpMethod.Get, $"{ApiServer.Operation}/wanted-list")).Status);
    }

    [Theory]
    [InlineData("allocation-proposal?lock=one&lock=two", "lock[0] lock[1]")]
    [InlineData("allocation-proposal?effort=-1&colour=red", "colour effort")]
    [InlineData("allocation-proposal?effort=1000", "effort")]
    [InlineData("allocation-proposal?roadFactor=0.5&eurosPerTonneKilometre=dear", "roadFactor eurosPerTonneKilometre")]
    [InlineData("allocation-proposal?seaEurosPerTonneKilometre=-1&by=mule", "by seaEurosPerTonneKilometre")]
    public async Task What_a_proposal_cannot_be_asked_is_refused_in_its_place(string question, string fields)
    {
        var answer = await server.Send(Audience.Coordination, HttpMethod.Get, $"{ApiServer.Operation}/{question}");
        Assert.Equal((400, fields), (answer.Status, string.Join(' ', answer.Faults.Select(fault => fault.Field))));
    }

    [Fact]
    public async Task Values_are_computed_where_there_is_a_plan_for_seconds_that_may_be()
    {
        var without = await server.Post($"{ApiServer.Operation}/need-values?seconds=1", "");
        Assert.Equal((422, "plan"), (without.Status, without.Faults.Single().Field));
        var over = await server.Post($"{ApiServer.Operation}/need-values?seconds=61&colour=red", "");
        Assert.Equal((400, "colour seconds"), (over.Status, string.Join(' ', over.Faults.Select(fault => fault.Field))));
        Assert.Equal(403, (await server.Send(Audience.Donor, HttpMethod.Post, $"{ApiServer.Operation}/need-values", "", "k")).Status);
    }

    // A hospital's need and a set of the donor whose token the tests have.
    private async Task<(string Need, string Offer)> PairThatFits()
    {
        var needs = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs?kind=facilityPower&limit=500"))["items"]!.AsArray();
        var offers = await OwnOffers();
        await using var db = server.Database.Open();
        var allocations = await AllocationsAtMoment.LoadAll(db, LoadSample.Operation.Id, TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
        var taken = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Read())
            .Where(need => allocations.FilledOf(need) > 0).Select(need => $"{need.Id}").ToHashSet();
        foreach (var need in needs.Select(need => need!["id"]!.GetValue<string>()).Where(need => !taken.Contains(need)))
        {
            var matches = (await server.Read(Audience.Coordination, $"{ApiServer.Operation}/needs/{need}/offers"))["matches"]!.AsArray();
            var fits = matches.FirstOrDefault(match => match!["verdict"]!.GetValue<string>() is "fits" or "fitsWithWork" && offers.Contains(match["offer"]!.GetValue<string>()));
            if (fits is not null)
                return (need, fits["offer"]!.GetValue<string>());
        }
        throw new InvalidOperationException($"no offer of {SamplePledges.OrganisationId("de")} fits a facility");
    }

    // Other tests of this server hold and release units too, in any order: what is asserted holds beside theirs.
    private async Task<HashSet<string>> OwnOffers() =>
        JsonNode.Parse((await server.AsDonor($"{ApiServer.Operation}/offers?limit=500")).Text)!["items"]!.AsArray()
            .Select(offer => offer!["id"]!.GetValue<string>()).ToHashSet();
}
