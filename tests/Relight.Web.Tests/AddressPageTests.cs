using System.Net;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Web.Tests.Api;

namespace Relight.Web.Tests;

/// <summary>Pages say what in their address cannot be read, in the language of the page; downloads refuse it. Lists of needs and offers read the page that they show.</summary>
[Collection<ApiCollection>]
public sealed class AddressPageTests(ApiServer server)
{
    private const string Alert = "class=\"note bad\" role=\"alert\"";

    [Theory]
    [InlineData("/en/deliveries/ageing?at=soon", "must be a day such as 2022-12-16")]
    [InlineData("/uk/deliveries/ageing?at=soon", "має бути днем, як-от 2022-12-16")]
    [InlineData("/en/supply?goods=colour", "must be a kind of goods")]
    [InlineData("/en/contributions?of=colour", "must be a line of the overview")]
    [InlineData("/en/consignments/new?take=17", "must be an allocation or a stock that can be sent")]
    [InlineData("/en/needs?sort=colour", "must be one of")]
    [InlineData("/ar/needs?page=two", "يجب أن تكون صفحة")]
    [InlineData("/en/offers?sort=-taste&page=0", "must be a page, from 1")]
    public async Task What_cannot_be_read_is_told(string address, string words)
    {
        var (status, text) = await Read(address);
        Assert.Equal(200, status);
        Assert.Contains(Alert, text, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(words), WebUtility.HtmlEncode(WebUtility.HtmlDecode(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facility_is_not_shown_for_days_that_cannot_be_read()
    {
        await using var db = server.Database.Open();
        var id = (await db.Facilities.AsNoTracking().FirstAsync(TestContext.Current.CancellationToken)).Id;
        var (_, text) = await Read($"/en/facilities/{id}?from=soon&days=0");
        Assert.Contains(Alert, text, StringComparison.Ordinal);
        Assert.Contains("soon", text, StringComparison.Ordinal);
        Assert.Contains("must be from", text, StringComparison.Ordinal);
        Assert.DoesNotContain("h-days", text, StringComparison.Ordinal);
        (_, text) = await Read($"/en/facilities/{id}?from=2022-12-12&days=3");
        Assert.DoesNotContain(Alert, text, StringComparison.Ordinal);
        Assert.Contains("h-days", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/needs.csv?power=%3E1kV")]
    [InlineData("/en/needs.csv?kind=colour")]
    [InlineData("/en/offers.csv?sort=colour")]
    [InlineData("/en/claims.csv?quantity=many")]
    [InlineData("/en/contributions.csv?claims=many")]
    [InlineData("/en/deliveries/ageing.csv?at=soon")]
    [InlineData("/en/supply.csv?goods=colour")]
    [InlineData("/en/facilities/fuel.csv?from=soon")]
    [InlineData("/en/facilities.csv?days=7")]
    public async Task A_download_with_other_rows_than_were_asked_for_is_refused(string address)
    {
        var (status, text) = await Read(address);
        Assert.Equal(400, status);
        Assert.Contains("\"field\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_choice_is_told_beside_its_filter()
    {
        var (_, text) = await Read("/en/offers?item=colour");
        Assert.Contains("id=\"e-item\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_and_offers_are_filtered_and_sorted_by_verdict_on_pages_and_in_downloads()
    {
        foreach (var list in new[] { "needs", "offers" })
        {
            var all = Rows(await Read($"/en/{list}.csv"));
            var verdicts = all.Select(row => row[^1]).ToList();
            Assert.Contains("Fits", verdicts);
            var sorted = Rows(await Read($"/en/{list}.csv?sort=match")).Select(row => row[^1]).ToList();
            Assert.Equal(sorted.OrderBy(verdict => verdict.Length == 0 ? 9 : (int)Enum.Parse<Relight.Matching.Verdict>(verdict)), sorted);
            Assert.Equal(all.Count, sorted.Count);
            var fits = Rows(await Read($"/en/{list}.csv?match=fits"));
            Assert.Equal(verdicts.Count(verdict => verdict == "Fits"), fits.Count);
            var (_, page) = await Read($"/en/{list}?match=fits&sort=-match");
            Assert.Contains($"{fits.Count} of {all.Count}", page, StringComparison.Ordinal);
            Assert.DoesNotContain(Alert, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_of_needs_is_in_the_order_of_what_waits_most()
    {
        await using var db = server.Database.Open();
        var needs = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(row => row.Read());
        var expected = needs.OrderBy(need => need.Priority).ThenBy(need => need.Deadline ?? DateOnly.MaxValue).ThenBy(need => need.Id.ToString(), StringComparer.Ordinal).Take(50).Select(need => $"href=\"needs/{need.Id}\"").ToList();
        var (_, text) = await Read("/en/needs");
        var places = expected.ConvertAll(link => text.IndexOf(link, StringComparison.Ordinal));
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task A_donor_learns_no_oblast_from_an_order_of_needs()
    {
        using var donor = Client(ApiServer.DonorToken);
        var plain = Links(await Text(donor, "/en/needs"));
        foreach (var sort in new[] { "oblast", "-oblast", "organisation", "match" })
        {
            var text = await Text(donor, $"/en/needs?sort={sort}");
            Assert.Contains(Alert, text, StringComparison.Ordinal);
            Assert.Equal(plain, Links(text));
        }
        Assert.Equal(plain, Links(await Text(donor, "/en/needs?oblast=UA32&match=Fits")));
        using var answer = await donor.GetAsync(new Uri("/en/needs.csv?sort=oblast", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<(int Status, string Text)> Read(string address)
    {
        using var client = Client(ApiServer.TokenOf(Audience.Coordination));
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private HttpClient Client(string token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Root };
        client.DefaultRequestHeaders.Add("Cookie", $"relight-token={Uri.EscapeDataString(token)}");
        return client;
    }

    private static Task<string> Text(HttpClient client, string address) => client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static List<string> Links(string html) => [.. System.Text.RegularExpressions.Regex.Matches(html, "href=\"needs/([0-9a-f-]{36})\"").Select(match => match.Groups[1].Value)];

    private static List<string[]> Rows((int Status, string Text) csv) =>
        [.. csv.Text.TrimStart('\uFEFF').TrimEnd().Split("\r\n").Skip(2).Select(line => line.Split(','))];
}
