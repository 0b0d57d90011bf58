using Microsoft.EntityFrameworkCore;
using Relight.Sample;
using Relight.Web.Tests.Api;

namespace Relight.Web.Tests;

/// <summary>A donor who enters with a token follows its own gifts on pages, and nobody else's.</summary>
[Collection<ApiCollection>]
public sealed class GiftPageTests(ApiServer server)
{
    [Fact]
    public async Task A_donor_sees_all_of_its_gifts_and_none_of_another()
    {
        var html = await Read("/en/gifts", ApiServer.DonorToken);
        var csv = await Read("/en/gifts.csv", ApiServer.DonorToken);
        await using var db = server.Database.Open();
        var own = SamplePledges.OrganisationId("de").ToString();
        var rows = await db.Contributions.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(rows, row => row.Donors.Contains(own, StringComparison.Ordinal));
        foreach (var row in rows)
        {
            Assert.Equal(row.Donors.Contains(own, StringComparison.Ordinal), html.Contains(System.Net.WebUtility.HtmlEncode(row.Title), StringComparison.Ordinal));
            Assert.Equal(row.Donors.Contains(own, StringComparison.Ordinal), csv.Contains(row.Title, StringComparison.Ordinal));
        }
        Assert.Contains("href=\"gifts\" aria-current=\"page\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_belongs_to_no_donor_sees_no_gifts()
    {
        Assert.DoesNotContain("<table", await Read("/en/gifts", null), StringComparison.Ordinal);
        Assert.DoesNotContain("<table", await Read("/en/gifts", ApiServer.TokenOf(Relight.Access.Audience.Donor)), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"gifts\"", await Read("/en/needs", ApiServer.TokenOf(Relight.Access.Audience.Coordination)), StringComparison.Ordinal);
        Assert.DoesNotContain("#activity+name", await Read("/en/gifts.csv", null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/uk/gifts", "Власні внески")]
    [InlineData("/ar/gifts/offers", "هباتكم")]
    [InlineData("/en/gifts/offers", "Offered units")]
    public async Task The_page_speaks_every_language(string address, string words) =>
        Assert.Contains(words, await Read(address, ApiServer.DonorToken), StringComparison.Ordinal);

    private async Task<string> Read(string address, string? token)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Root };
        if (token is not null)
            client.DefaultRequestHeaders.Add("Cookie", $"relight-token={Uri.EscapeDataString(token)}");
        return await (await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
