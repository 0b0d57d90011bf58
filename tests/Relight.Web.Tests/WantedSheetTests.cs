using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Web.Languages.Words;

namespace Relight.Web.Tests;

/// <summary>What donors get to see of what is missing: page, file and sheet, in what would bring most first; none names a place.</summary>
public sealed partial class WantedSheetTests(Pages pages) : IClassFixture<Pages>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("ar")]
    public async Task None_of_them_names_a_place(string language)
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Donor), language);
        await using var db = pages.Database.Open();
        var needs = (await db.Needs.AsNoTracking().ToListAsync(Cancel)).ConvertAll(row => row.Read());
        var secret = needs.Select(need => need.Site?.Exact.Name).OfType<string>()
            .Concat(AreaWords.All.SelectMany(area => new[] { area.Key, area.Value.En, area.Value.Uk, area.Value.Ar })).Distinct().ToList();
        Assert.True(secret.Count > 40, $"{secret.Count}");
        foreach (var path in (string[])["wanted/sheet", "wanted", "wanted.csv"])
        {
            var text = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
            Assert.True(text.Length > 2_000, path);
            Assert.All(secret, name => Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{path} names {name}"));
            Assert.DoesNotMatch(Element(), text);
        }
    }

    [Fact]
    public async Task What_would_bring_most_stands_first_and_what_the_sheet_leaves_out_is_told()
    {
        using var client = SentForm.Client(await pages.ServeAsync(Audience.Donor), "en");
        var csv = await client.GetStringAsync(new Uri("wanted.csv", UriKind.Relative), Cancel);
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var column = rows[1].TrimEnd('\r').Split(',').ToList().IndexOf("#value+onemore+mwh");
        var fromEnd = rows[1].Split(',').Length - column;
        // Names and specifications may hold commas: figures are counted from the end.
        var brings = rows.Skip(2).Select(row => row.TrimEnd('\r').Split(',')[^fromEnd]).Select(text => text.Length == 0 ? -1 : double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        Assert.True(brings.Count > 10);
        Assert.Equal(brings.OrderDescending(), brings);
        Assert.True(brings[0] > 0);
        var sheet = await client.GetStringAsync(new Uri("wanted/sheet", UriKind.Relative), Cancel);
        Assert.Contains("One more at once brings", sheet, StringComparison.Ordinal);
        Assert.Contains("The same a week sooner", sheet, StringComparison.Ordinal);
        Assert.Contains("The shortest specification that serves", sheet, StringComparison.Ordinal);
        Assert.Contains($"{brings.Count - 30} more stand in the wanted list", sheet, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(bus|branch|gen):\d+")]
    private static partial Regex Element();
}
