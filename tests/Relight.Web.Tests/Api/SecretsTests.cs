using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Sample;

namespace Relight.Web.Tests.Api;

/// <summary>Walks over every address of pages and interface, as every reader: no answer holds what its reader must not see.</summary>
public sealed class SecretsTests(SecretsServer server) : IClassFixture<SecretsServer>
{
    private static readonly string[] s_pages =
        ["", "situation", "plan", "needs", "offers", "allocations", "allocations/proposal", "allocations/joint", "wanted", "wanted/sheet", "contributions", "claims", "appeals", "funds", "reservations", "outages", "supply", "supply/makers", "supply/countries", "supply/without", "deliveries", "deliveries/ageing", "deliveries/stock", "deliveries/installations", "deliveries/places", "facilities", "facilities/without", "facilities/fuel", "facilities/refuelling", "facilities/new", "places/new", "consignments/new", "stock/new", "plan/arrivals", "access"];

    private static readonly string[] s_files =
        ["plan.json", "needs.csv", "offers.csv", "allocations.csv", "wanted.csv", "contributions.csv", "claims.csv", "appeals.csv", "funds.csv", "reservations.csv", "outages.csv", "supply.csv", "supply/makers.csv", "supply/countries.csv", "supply/without.csv", "deliveries.csv", "deliveries/ageing.csv", "deliveries/stock.csv", "deliveries/installations.csv", "deliveries/places.csv", "facilities.csv", "facilities/without.csv", "facilities/fuel.csv", "facilities/refuelling.csv"];

    public static TheoryData<string> Readers => [.. SecretsServer.Readers];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task No_answer_holds_a_secret(string reader)
    {
        var (secrets, ids) = await SecretsOf(reader);
        Assert.NotEmpty(secrets);
        var paths = Paths(ids);
        Assert.True(paths.Count > 100, $"{paths.Count}");
        var open = 0;
        foreach (var path in paths)
        {
            var (status, text) = await server.Ask(reader, path);
            Assert.True(status < 500, $"{path}: {status}");
            open += status == 200 ? 1 : 0;
            foreach (var secret in secrets)
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{reader} sees '{secret}' at {path}");
        }
        Assert.True(open > 10, $"{open} of {paths.Count} are open to {reader}");
    }

    [Fact]
    public async Task The_walk_finds_what_it_looks_for()
    {
        var (secrets, _) = await SecretsOf("public");
        var (_, inside) = await server.Ask("coordination", $"{ApiServer.Operation}/needs?limit=500");
        Assert.Contains(secrets, secret => inside.Contains(secret, StringComparison.OrdinalIgnoreCase));
        var (_, published) = await server.Ask("public", $"{ApiServer.Operation}/publication");
        Assert.Contains("\"needs\":", published, StringComparison.Ordinal);
        Assert.Contains("\"oblast\":\"UA", published, StringComparison.Ordinal);
        Assert.Contains("\"contributions\":", published, StringComparison.Ordinal);
    }

    private async Task<(IReadOnlyList<string> Secrets, IReadOnlyList<string> Ids)> SecretsOf(string reader)
    {
        await using var db = server.Database.Open();
        var needs = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
        var offers = (await db.Offers.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
        var contributions = (await db.Contributions.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
        var claims = (await db.Claims.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
        List<string> ids = [$"{needs[0].Id}", $"{needs[^1].Id}", $"{offers[0].Id}", $"{contributions[0].Id}", $"{claims[0].Id}", .. (await db.Consignments.AsNoTracking().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(id => $"{id}"), $"{Id<Need>.Named(SecretsServer.Fresh + " 1")}"];
        var own = SamplePledges.OrganisationId(reader == "facilities" ? "facilities" : "de");
        var secrets = needs.Where(need => reader != "facilities" || need.Organisation != own).Select(need => need.Site?.Exact.Name).OfType<string>().ToList();
        var facilities = (await db.Facilities.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
        ids.Add($"{facilities[0].Id}");
        secrets.AddRange(facilities.Where(facility => reader != "facilities" || facility.Organisation != own).Select(facility => facility.Exact?.Name).OfType<string>());
        if (reader is "donor" or "own donor" or "public")
        {
            secrets.AddRange(offers.Where(offer => offer.Donor != own).Select(offer => offer.Title).Except(offers.Where(offer => offer.Donor == own).Select(offer => offer.Title)));
            secrets.AddRange(contributions.Where(gift => !gift.Donors.Value.Members.Contains(own)).Select(gift => gift.Title));
            secrets.AddRange(claims.Select(claim => claim.Quote).Where(quote => quote.Length > 30));
            secrets.Add("Grid operator of the sample");
            // The key of a label opens the page of a receipt.
            secrets.AddRange((await db.Consignments.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Read().Key));
        }
        if (reader == "public")
        {
            // What was entered yesterday, exact ratings, and everything by which a single record could be told.
            secrets.AddRange([SecretsServer.Fresh, "7654321", "7,654,321", "UA01", "61.7"]);
            secrets.AddRange(needs.Select(need => need.Title).Where(title => title.Any(char.IsDigit)));
            secrets.AddRange(needs.Select(need => (need.Requirement as TransformerBay)?.LoadMegavoltamperes).OfType<decimal>()
                .Select(load => string.Create(CultureInfo.InvariantCulture, $"\"{load}\"")));
        }
        return ([.. secrets.Distinct()], ids);
    }

    // Pages in two languages, their files, single records of each kind, and the interface with orders, counts and conditions that it refuses.
    private IReadOnlyList<string> Paths(IReadOnlyList<string> ids)
    {
        var paths = s_pages.SelectMany(page => new[] { $"/en/{page}", $"/ar/{page}?sort=-nothing&page=x&power=%3E1kV" }).Concat(s_files.Select(file => "/" + file)).ToList();
        foreach (var kind in new[] { "needs", "offers", "contributions", "claims", "facilities", "consignments", "receive", "photos" })
            paths.AddRange(ids.Select(id => $"/en/{kind}/{id}"));
        foreach (var route in server.Reads)
        {
            if (route.Contains("{id}", StringComparison.Ordinal))
                paths.AddRange(ids.Select(id => route.Replace("{id}", id, StringComparison.Ordinal)));
            else if (route.EndsWith("/count", StringComparison.Ordinal))
                paths.AddRange([route, .. new[] { "title", "oblast", "organisation", "id", "nothing" }.Select(field => $"{route}?by={field}")]);
            else
                paths.AddRange([route, $"{route}?limit=500", $"{route}?title=Zzfresh&oblast=UA63&sort=organisation"]);
        }
        return [.. paths.Select(path => path.Replace("{kind}", "needs", StringComparison.Ordinal))];
    }
}
