using Microsoft.Playwright;

namespace Relight.Web.Tests;

/// <summary>The pages in a real browser: the system's Chromium. Skipped where there is none.</summary>
[Collection<PagesCollection>]
public sealed class BrowserTests(Pages pages) : IAsyncLifetime
{
    private static readonly string[] s_pages = ["situation", "plan", "needs", "offers", "allocations", "allocations/proposal", "allocations/joint", "wanted", "wanted/sheet", "contributions", "claims", "appeals", "funds", "reservations", "outages", "supply", "supply/makers", "supply/countries", "supply/without", "deliveries", "deliveries/ageing", "deliveries/stock", "deliveries/installations", "deliveries/places", "facilities", "facilities/without", "facilities/fuel", "facilities/refuelling", "facilities/new", "places/new", "consignments/new", "stock/new", "plan/arrivals", "access", "nothing-here"];

    private readonly List<string> _troubles = [];
    private SystemBrowser _browser = null!;

    public async ValueTask InitializeAsync() => _browser = await SystemBrowser.StartAsync();

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Every_page_is_whole_and_readable(string language)
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 1366, Height = 900 } });
        foreach (var path in s_pages.Concat(await DetailsAsync(page)))
        {
            await page.GotoAsync($"{pages.Operator}/{language}/{path}");
            Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.Accessibility));
            Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.Contrast));
            if (language != "en")
                Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.EnglishLeftOver));
        }

        Assert.DoesNotContain(_troubles, trouble => !trouble.Contains("nothing-here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dark_colours_are_as_readable()
    {
        var page = await OpenAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var path in new[] { "situation", "plan", "needs", "contributions" })
        {
            await page.GotoAsync($"{pages.Operator}/en/{path}");
            Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.Contrast));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_small_phone_never_scrolls_sideways(string language)
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        foreach (var path in s_pages.Concat(await DetailsAsync(page)))
        {
            await page.GotoAsync($"{pages.Operator}/{language}/{path}");
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(width <= 360, $"{path} is {width} wide");
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Every_table_is_seen_whole_on_an_old_laptop(string language)
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        foreach (var path in s_pages.Concat(await DetailsAsync(page)))
        {
            await page.GotoAsync($"{pages.Operator}/{language}/{path}");
            Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.CutOff));
        }
    }

    [Fact]
    public async Task What_the_grid_model_says_stands_beside_a_report_and_its_words_below()
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await page.GotoAsync($"{pages.Operator}/en/outages");
        var compared = await page.Locator("tbody td[data-label=Compared]").First.BoundingBoxAsync();
        var quote = await page.Locator("tbody .below [data-label=Quote]").First.BoundingBoxAsync();
        Assert.InRange(compared!.X, 0, 900);
        Assert.True(quote!.Y > compared.Y);
        Assert.False(await page.Locator("form.filters").IsVisibleAsync());
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Filter and sort" }).CheckAsync();
        Assert.True(await page.Locator("form.filters").IsVisibleAsync());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task Names_on_the_map_stand_in_the_country_and_cover_neither_each_other_nor_damage(string language)
    {
        var page = await OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await page.GotoAsync($"{pages.Operator}/{language}/situation");
        Assert.Equal(25, await page.Locator("svg.map .area").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>(PageChecks.NamesOnMap));
    }

    [Fact]
    public async Task The_slider_moves_figures_map_and_address()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"{pages.Operator}/en/situation");
        var before = await page.InnerTextAsync("[data-figure=served]");
        Assert.Equal(0, await page.Locator("g.world .back").CountAsync());
        var slider = page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.WaitForURLAsync("**hour=*");
        Assert.NotEqual(before, await page.InnerTextAsync("[data-figure=served]"));
        Assert.Equal(60, await page.Locator("g.world .back").CountAsync());
        await page.ReloadAsync();
        Assert.Equal(60, await page.Locator("g.world .back").CountAsync());
        Assert.True(_troubles.Count == 0, string.Join("; ", _troubles));
    }

    [Fact]
    public async Task The_plan_plays_and_the_map_zooms()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"{pages.Operator}/en/plan");
        var play = page.GetByRole(AriaRole.Button, new() { Name = "Play" });
        await play.ClickAsync();
        await page.UntilAsync("document.querySelectorAll('g.world .now, g.world .back').length > 3");
        await play.ClickAsync();
        Assert.Equal("false", await play.GetAttributeAsync("aria-pressed"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await page.UntilAsync("document.querySelector('g.world').getAttribute('transform')?.includes('scale(1.6')");
        Assert.True(_troubles.Count == 0, string.Join("; ", _troubles));
    }

    [Fact]
    public async Task A_filter_and_an_order_stand_in_the_address_and_stay_after_following_links()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"{pages.Operator}/en/needs");
        await page.GetByLabel("Power, MVA").FillAsync(">= 130 MVA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.WaitForSelectorAsync("thead a[href*='power=']");
        await page.GetByRole(AriaRole.Link, new() { Name = "Power, MVA" }).ClickAsync();
        await page.WaitForURLAsync("**sort=power*");
        await page.WaitForSelectorAsync("th[aria-sort=ascending]");
        Assert.Equal(">= 130 MVA", await page.GetByLabel("Power, MVA").InputValueAsync());
        await page.Locator("tbody th a").First.ClickAsync();
        await page.WaitForURLAsync("**/needs/*");
        await page.WaitForSelectorAsync("#matches");
        Assert.True(_troubles.Count == 0, string.Join("; ", _troubles));
    }

    [Fact]
    public async Task Every_adopted_value_leads_to_the_address_of_its_source()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"{pages.Operator}/en/contributions?donor=germany");
        await page.Locator("tbody th a[href^='contributions/']").First.ClickAsync();
        await page.WaitForURLAsync("**/contributions/*");
        await page.Locator("td a[href^='claims/']").First.ClickAsync();
        await page.WaitForURLAsync("**/claims/*");
        await page.WaitForSelectorAsync("dd a[href^='http']");
        Assert.True(_troubles.Count == 0, string.Join("; ", _troubles));
    }

    [Fact]
    public async Task An_operator_sees_the_place_and_the_ledger_remembers()
    {
        var page = await OpenAsync();
        await page.GotoAsync($"{pages.Operator}/en/needs?kind=GridAsset");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the exact place" }).ClickAsync();
        await page.WaitForSelectorAsync("dt:has-text('Exact place')");
        await using var db = pages.Database.Open();
        Assert.Contains(db.Ledger.Select(row => row.Type), type => type == "site-read");
    }

    [Fact]
    public async Task Without_scripting_the_pages_show_and_do_the_same()
    {
        var page = await OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync($"{pages.Operator}/en/plan?hour=400");
        Assert.True(await page.Locator("g.world .back").CountAsync() > 0);
        Assert.True(await page.Locator("table.repairs tbody tr").CountAsync() == 60);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).First.ClickAsync();
        await page.WaitForURLAsync("**hour=*");
        await page.GotoAsync($"{pages.Operator}/en/offers");
        await page.GetByLabel("Kind").SelectOptionAsync("GeneratingSet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await page.WaitForURLAsync("**item=GeneratingSet*");
    }

    private async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var page = await (await _browser.OpenAsync(options)).NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _troubles.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _troubles.Add($"{page.Url}: {error}");
        // A request that the page itself ends, as enhanced navigation does once it has what it needs, is no failure.
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure != "net::ERR_ABORTED")
                _troubles.Add($"{request.Url}: {request.Failure}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(pages.Operator, StringComparison.Ordinal))
                _troubles.Add($"asked elsewhere: {request.Url}");
        };
        return page;
    }

    private async Task<IReadOnlyList<string>> DetailsAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var (list, detail) in new[] { ("needs", "needs"), ("offers", "offers"), ("contributions", "contributions"), ("claims", "claims"), ("deliveries", "consignments") })
        {
            await page.GotoAsync($"{pages.Operator}/en/{list}");
            found.Add((await page.Locator($"a[href^='{detail}/']").First.GetAttributeAsync("href"))!.Split('#')[0]);
        }

        await page.GotoAsync($"{pages.Operator}/en/facilities");
        found.Add((await page.Locator("th a[href^='facilities/']").First.GetAttributeAsync("href"))!);
        return found;
    }
}
