using Microsoft.Playwright;

namespace Relight.Web.Tests;

/// <summary>Waiting for what a page is to come to.</summary>
internal static class PageWaits
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Waits until an expression is true. Playwright's own way asks again from inside the page, where the policy of the
    /// pages forbids it to evaluate a text; this asks again from outside.
    /// </summary>
    /// <exception cref="TimeoutException">It does not become true.</exception>
    public static async Task UntilAsync(this IPage page, string expression)
    {
        using var most = new CancellationTokenSource(s_most);
        while (!await page.EvaluateAsync<bool>(expression))
        {
            if (most.IsCancellationRequested)
                throw new TimeoutException($"never true: {expression}");
            await Task.Delay(50);
        }
    }
}
