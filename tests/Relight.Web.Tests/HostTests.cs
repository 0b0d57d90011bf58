using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Access;

namespace Relight.Web.Tests;

/// <summary>What the host answers, without a browser.</summary>
[Collection<PagesCollection>]
public sealed partial class HostTests(Pages pages) : IDisposable
{
    private static readonly string[] s_pages = ["situation", "plan", "needs", "offers", "allocations", "allocations/proposal", "allocations/joint", "wanted", "wanted/sheet", "contributions", "claims", "appeals", "funds", "reservations", "outages", "supply", "supply/makers", "supply/countries", "supply/without", "deliveries", "deliveries/ageing", "deliveries/stock", "deliveries/installations", "deliveries/places", "facilities", "facilities/without", "facilities/fuel", "facilities/refuelling", "facilities/new", "places/new", "consignments/new", "stock/new", "plan/arrivals", "access"];
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(pages.Operator) };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/", "/situation")]
    [InlineData("/uk", "/uk/situation")]
    [InlineData("/ar/", "/ar/situation")]
    public async Task The_start_page_leads_to_the_situation(string path, string target)
    {
        using var answer = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("uk", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task Every_page_speaks_the_language_of_its_address(string language, string direction)
    {
        foreach (var page in s_pages)
        {
            var html = await ReadAsync($"/{language}/{page}");
            Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
            Assert.Single(Heading().Matches(html));
            Assert.Contains("<main id=\"main\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_language_in_the_address_the_browser_s_own_is_spoken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/needs");
        request.Headers.Add("Accept-Language", "fr, uk;q=0.8, en;q=0.5");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"uk\"", html, StringComparison.Ordinal);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Nothing_of_a_page_comes_from_elsewhere_or_stands_inline()
    {
        foreach (var page in s_pages)
        {
            using var answer = await _client.GetAsync($"/en/{page}", TestContext.Current.CancellationToken);
            Assert.Contains("default-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotMatch("""<(script|link|img)[^>]+(src|href)="(https?:)?//""", html);
            Assert.DoesNotMatch("""<script(?![^>]+src=)|<style|\sstyle="|\son\w+=""", html);
        }
    }

    [Fact]
    public async Task Files_are_kept_by_browsers_as_long_as_their_content_stays()
    {
        var html = await ReadAsync("/en/situation");
        var addresses = Asset().Matches(html).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(addresses.Count >= 4);
        foreach (var address in addresses)
        {
            using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/en/nothing-here")]
    [InlineData("/en/needs/not-an-id")]
    [InlineData("/ar/contributions/00000000-0000-0000-0000-000000000000")]
    public async Task A_page_that_is_not_there_says_so_and_shows_the_way(string path)
    {
        using var answer = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("href=\"situation\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs")]
    [InlineData("offers")]
    [InlineData("contributions")]
    [InlineData("claims")]
    public async Task Tables_download_with_a_row_of_tags(string table)
    {
        var lines = (await ReadAsync($"/{table}.csv")).TrimStart('\uFEFF').Split("\r\n");
        Assert.True(lines.Length > 25);
        Assert.All(lines[1].Split(','), tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("appeals", 4)]
    [InlineData("funds", 3)]
    [InlineData("reservations", 4)]
    [InlineData("outages", 7)]
    [InlineData("supply/makers", 9)]
    [InlineData("supply", 38)]
    [InlineData("supply/countries", 36)]
    [InlineData("supply/without", 9)]
    [InlineData("deliveries/stock", 4)]
    [InlineData("deliveries/installations", 5)]
    [InlineData("deliveries/places", 28)]
    public async Task Small_tables_download_too(string table, int lines)
    {
        var read = (await ReadAsync($"/{table}.csv")).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(lines, read.Length);
        Assert.All(read[1].Split(','), tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Downloads_and_pages_filter_by_numbers_with_units()
    {
        var all = (await ReadAsync("/offers.csv")).Split("\r\n").Length;
        var strong = (await ReadAsync("/offers.csv?power>=150MVA")).Split("\r\n").Length;
        var same = (await ReadAsync("/offers.csv?power=%3E%3D+150000+kVA")).Split("\r\n").Length;
        Assert.InRange(strong, 4, all - 1);
        Assert.Equal(strong, same);
        Assert.Contains("field-error", await ReadAsync("/en/offers?power=150kV"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_sees_no_plan_and_nothing_that_is_fresh()
    {
        using var client = new HttpClient { BaseAddress = new Uri(await pages.ServeAsync(Audience.Public)) };
        foreach (var file in new[] { "needs.csv", "contributions.csv", "appeals.csv", "outages.csv" })
            Assert.Equal(2, (await client.GetStringAsync(file, TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var file in new[] { "plan.json", "offers.csv", "claims.csv", "funds.csv", "reservations.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(file, TestContext.Current.CancellationToken)).StatusCode);
        foreach (var page in s_pages)
        {
            var html = await client.GetStringAsync($"/en/{page}", TestContext.Current.CancellationToken);
            Assert.DoesNotMatch(@"\d MW|\d MVA|\d kV|interfax", html);
        }
    }

    [Theory]
    [InlineData(Audience.Public, "needs", 5)]
    [InlineData(Audience.Donor, "needs", 8)]
    [InlineData(Audience.Coordination, "situation", 14)]
    public async Task The_menu_has_the_pages_that_are_open_to_the_reader_and_no_other(Audience audience, string first, int pagesInMenu)
    {
        using var client = new HttpClient { BaseAddress = new Uri(await pages.ServeAsync(audience)) };
        var needs = await client.GetStringAsync("/en/needs", TestContext.Current.CancellationToken);
        var menu = MenuLink().Matches(needs[needs.IndexOf("class=\"pages\"", StringComparison.Ordinal)..needs.IndexOf("<main", StringComparison.Ordinal)]).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(pagesInMenu, menu.Count);
        Assert.Equal(first, menu[0]);
        Assert.Contains($"class=\"brand\" href=\"{first}\"", needs, StringComparison.Ordinal);
        foreach (var page in s_pages.Where(page => !page.Contains('/', StringComparison.Ordinal) && page != "reservations"))
            Assert.Equal(
                audience == Audience.Public ? menu.Contains(page) : page == "access" || menu.Contains(page),
                !(await client.GetStringAsync($"/en/{page}", TestContext.Current.CancellationToken)).Contains("This page is open to", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Audience.Donor)]
    [InlineData(Audience.Coordination)]
    public async Task No_page_for_others_than_operators_names_a_site(Audience audience)
    {
        await using var db = pages.Database.Open();
        var sites = (await db.Needs.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
            .Select(row => row.Read().Site?.Exact.Name).OfType<string>().Distinct().ToList();
        Assert.NotEmpty(sites);
        using var client = new HttpClient { BaseAddress = new Uri(await pages.ServeAsync(audience)) };
        var need = NeedLink().Match(await client.GetStringAsync("/en/needs?kind=GridAsset", TestContext.Current.CancellationToken)).Groups[1].Value;
        foreach (var page in s_pages.Append(need).Append("needs.csv"))
        {
            var text = await client.GetStringAsync($"/en/{page}", TestContext.Current.CancellationToken);
            Assert.All(sites, site => Assert.DoesNotContain(site, text, StringComparison.OrdinalIgnoreCase));
            if (audience == Audience.Donor)
                Assert.DoesNotContain("Luhansk", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_lets_its_holder_see_more_and_another_does_not()
    {
        var address = await pages.ServeAsync(Audience.Public);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + Pages.Token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/plan.json", TestContext.Current.CancellationToken)).StatusCode);
        using var wrong = await client.PostAsync("/access", new FormUrlEncodedContent([new("token", "something else")]), TestContext.Current.CancellationToken);
        Assert.EndsWith("refused=1", wrong.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/access") { Content = new FormUrlEncodedContent([new("token", Pages.Token)]) };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var refused = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.InRange((int)refused.StatusCode, 400, 403);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public void A_token_that_could_be_guessed_is_refused()
    {
        var options = new WebOptions { Database = pages.Database, Tokens = new Dictionary<string, Audience> { ["short"] = Audience.Donor } };
        Assert.Throws<InvalidOperationException>(() => RelightWeb.Build(options));
    }

    private Task<string> ReadAsync(string path) => _client.GetStringAsync(path, TestContext.Current.CancellationToken);

    [GeneratedRegex("<li><a href=\"([^\"]+)\"")]
    private static partial Regex MenuLink();

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();

    [GeneratedRegex("\"(/dist/[^\"]+)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("href=\"(needs/[0-9a-f-]{36})\"")]
    private static partial Regex NeedLink();
}
