using Microsoft.Playwright;

namespace Relight.Web.Tests;

/// <summary>The system's Chromium. Tests that ask for it are skipped where there is none.</summary>
internal sealed class SystemBrowser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly IPlaywright? _playwright;
    private readonly IBrowser? _browser;

    private SystemBrowser(IPlaywright? playwright, IBrowser? browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<SystemBrowser> StartAsync()
    {
        if (!File.Exists(Chromium))
            return new SystemBrowser(null, null);
        var playwright = await Playwright.CreateAsync();
        return new SystemBrowser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] }));
    }

    /// <summary>A browser of its own for a test, whose waits end after some milliseconds.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null, float patience = 20_000)
    {
        Assert.SkipUnless(_browser is not null, $"there is no {Chromium}");
        var context = await _browser!.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
