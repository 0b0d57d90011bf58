using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Relight.Access;
using Relight.Web.Tests.Api;

namespace Relight.Web.Tests;

/// <summary>
/// Walks over every page, every download and every list of the HTTP interface with bad words in every key that its address
/// takes, and over the form that is sent: nothing breaks, and what is shown again is shown as text.
/// </summary>
public abstract partial class PageWalkTests(ApiServer server)
{
    private static readonly string[] s_pages =
    [
        "situation", "plan", "needs", "offers", "contributions", "claims", "appeals", "funds", "reservations", "outages", "supply", "supply/makers",
        "supply/countries", "supply/without", "gifts", "gifts/offers", "access", "needs/1", "offers/x", "claims/%00", "claims/x/links", "claims/proposals", "sources/new", "sources/x", "organisations/new", "appeals/new", "appeals/x", "funds/new", "funds/x", "contributions/00000000-0000-0000-0000-000000000000", "supply/x", "gifts/x", "places/new", "places/x", "consignments/new", "consignments/x", "stock/new", "stock/x", "facilities", "facilities/fuel", "facilities/new", "facilities/x", "facilities/x/edit", "plan/arrivals",
    ];

    private static readonly string[] s_downloads =
    [
        "needs", "offers", "contributions", "claims", "appeals", "funds", "reservations", "outages", "supply", "supply/makers", "supply/countries", "supply/without", "gifts", "gifts/offers",
    ];

    private static readonly string[] s_bad =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE claim; --", "\" OR 1=1 /*", "%", "_", "=1+1", "a\u0000b", "admin\u202Etxt.exe", "\uD83D",
        "-1", "0", "99999999999999999999999", "1e400", ">=", ">=5 kVq", "5..", "NaN", "-", "--title", "no-such-column", "2022-02-30", "{0}", "\u0661\u0662", " ", "", "*", "\"", "AND", "NEAR(", new('x', 5_000),
    ];

    private static readonly string[] s_always = ["sort", "page", "limit", "after", "by", "of", "lang", "nothing-of-the-kind", "refused", "__proto__"];

    private readonly List<string> _wrong = [];

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Donor)]
    [InlineData(Audience.Operator)]
    public async Task No_words_in_the_address_of_a_page_or_download_break_it(Audience audience)
    {
        using var client = Client(audience);
        foreach (var page in s_pages)
        {
            var keys = KeysIn(await Text(client, $"/en/{page}")).Union(s_always).ToList();
            foreach (var key in keys)
                foreach (var bad in s_bad)
                    await Look(client, $"/en/{page}?{Uri.EscapeDataString(key)}={Escaped(bad)}");
            await Look(client, $"/uk/{page}?{string.Join('&', keys.SelectMany(key => new[] { $"{Uri.EscapeDataString(key)}=1", $"{Uri.EscapeDataString(key)}=b" }))}");
            await Look(client, $"/ar/{page}?{string.Join('&', keys.Select(key => $"{Uri.EscapeDataString(key)}%3E=5"))}");
        }
        foreach (var page in s_downloads)
            foreach (var key in KeysIn(await Text(client, $"/en/{page}")).Union(["sort", "page"]))
                foreach (var bad in s_bad)
                    await Look(client, $"/en/{page}.csv?{Uri.EscapeDataString(key)}={Escaped(bad)}");
        Assert.True(_wrong.Count == 0, $"{_wrong.Count}:\n{string.Join('\n', _wrong.Take(40))}");
    }

    [Fact]
    public async Task No_condition_on_any_list_of_the_interface_breaks_it()
    {
        using var client = Client(Audience.Operator);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiServer.TokenOf(Audience.Operator));
        var description = JsonNode.Parse(await Text(client, "/api/openapi.json"))!;
        var walked = 0;
        foreach (var (path, methods) in description["paths"]!.AsObject())
        {
            if (methods!["get"] is not JsonObject get)
                continue;
            var address = path.Replace("{operation}", ApiServer.Operation.Split('/')[^1], StringComparison.Ordinal);
            address = PathHole().Replace(address, "00000000-0000-0000-0000-000000000000");
            var keys = (get["parameters"]?.AsArray() ?? []).Where(each => each!["in"]?.GetValue<string>() == "query").Select(each => each!["name"]!.GetValue<string>()).Append("nothing");
            foreach (var key in keys)
                foreach (var bad in s_bad)
                {
                    await Look(client, $"{address}?{Uri.EscapeDataString(key)}={Escaped(bad)}");
                    walked++;
                }
        }
        Assert.True(walked > 1_000, $"{walked}");
        Assert.True(_wrong.Count == 0, $"{_wrong.Count}:\n{string.Join('\n', _wrong.Take(40))}");
    }

    [Fact]
    public async Task Ten_megabytes_in_an_address_or_a_form_are_turned_away_at_the_door()
    {
        using var client = Client(Audience.Public);
        var huge = new string('y', 10_000_000);
        foreach (var page in new[] { "/en/needs?title=", "/api/operations?name=", "/en/claims.csv?sort=" })
            Assert.Contains((int)(await Sent(() => client.GetAsync(new Uri(page + huge[..100_000], UriKind.Relative)))).GetValueOrDefault(HttpStatusCode.RequestUriTooLong), new[] { 414, 431, 400 });
        foreach (var text in new[] { huge, "", "a\0b", "<script>", "\u202E" })
        {
            using var form = new FormUrlEncodedContent([new("token", text), new("token", "twice"), new("other", "x")]);
            var status = await Sent(() => client.PostAsync(new Uri("/en/access", UriKind.Relative), form));
            Assert.True(status is null || (int)status < 500, $"{status}");
        }
        using var parts = new MultipartFormDataContent { { new StringContent("x"), "token" } };
        Assert.True((int)(await Sent(() => client.PostAsync(new Uri("/en/access", UriKind.Relative), parts)))! < 500);
        using var other = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        Assert.True((int)(await Sent(() => client.PostAsync(new Uri("/en/access", UriKind.Relative), other)))! < 500);
    }

    private HttpClient Client(Audience audience)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Root, Timeout = TimeSpan.FromMinutes(5) };
        if (audience > Audience.Public)
            client.DefaultRequestHeaders.Add("Cookie", $"relight-token={Uri.EscapeDataString(audience == Audience.Donor ? ApiServer.DonorToken : ApiServer.TokenOf(audience))}");
        return client;
    }

    private async Task Look(HttpClient client, string address)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException error)
        {
            // A download that fails after its first rows can only break off.
            _wrong.Add($"{error.Message} {address}");
            return;
        }
        using var read = answer;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isPage = answer.Content.Headers.ContentType?.MediaType == "text/html";
        if ((int)answer.StatusCode is not (200 or 302 or 303 or 304 or 400 or 401 or 403 or 404 or 414 or 431))
            _wrong.Add($"{(int)answer.StatusCode} {address[..Math.Min(200, address.Length)]}");
        else if (isPage && (text.Contains("<script>alert", StringComparison.Ordinal) || text.Contains("<img src=x", StringComparison.Ordinal)))
            _wrong.Add($"markup {address}");
        else if (text.Contains("   at Relight.", StringComparison.Ordinal) || text.Contains("SQLite Error", StringComparison.Ordinal) || text.Contains("Npgsql", StringComparison.Ordinal))
            _wrong.Add($"innards {address}");
    }

    private static async Task<string> Text(HttpClient client, string address) =>
        await (await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    // A server may close the line on what it does not take before all of it is sent.
    private static async Task<HttpStatusCode?> Sent(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var answer = await send();
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static IEnumerable<string> KeysIn(string html) => Name().Matches(html).Select(match => match.Groups[1].Value)
        .Concat(Key().Matches(html).Select(match => match.Groups[1].Value)).Distinct();

    // Halves of characters cannot be escaped by the library, but can be sent.
    private static string Escaped(string text) => text == "\uD83D" ? "%ED%A0%BD" : Uri.EscapeDataString(text);

    [GeneratedRegex("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("href=\"[^\"]*[?;]([a-z-]+)=", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex PathHole();
}

/// <summary>The walk on SQLite.</summary>
[Collection<ApiCollection>]
public sealed class PageWalkTestsOnSqlite(ApiServer server) : PageWalkTests(server);

/// <summary>The walk on PostgreSQL.</summary>
[Collection<PostgresApiCollection>]
public sealed class PageWalkTestsOnPostgres(PostgresApiServer server) : PageWalkTests(server.OrSkip());
