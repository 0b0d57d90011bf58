using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Relight.Access;
using Relight.Register;
using Relight.Sample;
using Relight.Web.Matching;

namespace Relight.Web.Tests;

/// <summary>The page of a proposed allocation on a copy of the sample: how far it is, and what its ways cost.</summary>
public sealed partial class ProposalPageTests : IAsyncLifetime
{
    private ServedRegister _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await ServedRegister.Start(Audience.Operator, Pages.Planned.Into);
        _client = SentForm.Client(_app.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task It_shows_how_far_the_search_is_and_stops_it_with_the_best_so_far()
    {
        var proposals = _app.Services.GetRequiredService<ProposalsInTheMaking>();
        proposals.Patience = TimeSpan.Zero;
        var form = await new SentForm(_client, "allocations/proposal").Read("stop");
        Assert.Contains("http-equiv=\"refresh\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("The best allocation is being looked for.", form.Html, StringComparison.Ordinal);
        proposals.Patience = TimeSpan.FromMinutes(1);
        Assert.Equal("allocations/proposal", await form.Taken());
        var html = await _client.GetStringAsync(new Uri("allocations/proposal", UriKind.Relative), Cancel);
        Assert.Contains("Who gets what", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
        // It may have been done before it was stopped.
        if (html.Contains("Stopped early", StringComparison.Ordinal))
        {
            Assert.Equal("allocations/proposal", await (await new SentForm(_client, "allocations/proposal").Read("further")).Taken());
            html = await _client.GetStringAsync(new Uri("allocations/proposal", UriKind.Relative), Cancel);
        }
        Assert.DoesNotContain("Stopped early", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ways_of_the_sample_are_told_with_kilometres_and_cost()
    {
        _app.Services.GetRequiredService<ProposalsInTheMaking>().Patience = TimeSpan.FromMinutes(5);
        var html = await _client.GetStringAsync(new Uri("allocations/proposal", UriKind.Relative), Cancel);
        Assert.True(Way().Count(html) > 10, $"{Way().Count(html)}");
        Assert.Matches(@"of [1-9]\d* it is not known", html);
    }

    [Theory]
    [InlineData("uk", "обидва — силові трансформатори", "практика")]
    [InlineData("ar", "كلاهما محولات قدرة", "الممارسة")]
    public async Task Rules_say_why_in_the_language_of_the_page(string language, string because, string source)
    {
        var need = SampleNeeds.Of(SampleProblem.Default).First(need => need.Requirement is TransformerBay);
        var html = await _client.GetStringAsync(new Uri($"/{language}/needs/{need.Id}", UriKind.Relative), Cancel);
        Assert.Contains(because, html, StringComparison.Ordinal);
        Assert.Contains($"<span>{source}</span>", html, StringComparison.Ordinal);
        foreach (var english in (string[])["both are", "is not given", "points to look into", "for a load of", ">practice<"])
            Assert.DoesNotContain(english, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_lock_or_a_search_is_told_in_the_language_of_the_page()
    {
        var need = SampleNeeds.Of(SampleProblem.Default).First(need => need.Requirement is TransformerBay);
        var search = await _client.GetStringAsync(new Uri($"/uk/needs/{need.Id}?where=power+%3E%3D+200+kVAr", UriKind.Relative), Cancel);
        Assert.Contains("невідома одиниця", search, StringComparison.Ordinal);
        var locked = await _client.GetStringAsync(new Uri("/uk/allocations/proposal?lock=nonsense", UriKind.Relative), Cancel);
        Assert.Contains("має бути NEED:OFFER", locked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Computing_values_can_be_stopped_and_what_was_found_is_kept_and_said_to_be_so()
    {
        var making = _app.Services.GetRequiredService<ValuesInTheMaking>();
        var begin = await new SentForm(_client, "wanted").Read("compute");
        Assert.Equal("wanted", await begin.Taken());
        var stop = await new SentForm(_client, "wanted").Read("stop-values");
        Assert.Contains("<progress", stop.Html, StringComparison.Ordinal);
        Assert.Equal("wanted", await stop.Taken());
        Assert.Null(making.DoneOf(LoadSample.Operation.Id));
        var html = await _client.GetStringAsync(new Uri("wanted", UriKind.Relative), Cancel);
        Assert.Contains("Computing them was stopped early", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Prices and paces of transport", "must be a number from 0 to 1000000", "can be read in two ways")]
    [InlineData("uk", "Ціни й темпи перевезень", "має бути числом від 0 до 1000000", "можна прочитати двояко")]
    [InlineData("ar", "أسعار النقل وسرعاته", "يجب أن يكون عدداً من 0 إلى 1000000", "يُقرأ بطريقتين")]
    public async Task Terms_that_are_wrong_are_told_beside_their_fields_and_nothing_is_proposed_by_others(string language, string title, string rule, string twoWays)
    {
        var html = WebUtility.HtmlDecode(await _client.GetStringAsync(
            new Uri($"/{language}/allocations/proposal?seaEurosPerTonneKilometre=-1&heavyRoadKilometresADay=1,500&railDaysBefore=soon&by=mule", UriKind.Relative), Cancel));
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains(rule, Strip(html), StringComparison.Ordinal);
        Assert.Contains(twoWays, html, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(html, "aria-invalid=\"true\""));
        Assert.Contains("value=\"1,500\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("h-gifts", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_that_are_given_are_reckoned_with_and_stay_in_the_address()
    {
        _app.Services.GetRequiredService<ProposalsInTheMaking>().Patience = TimeSpan.FromMinutes(5);
        async Task<string> Read(string query) => WebUtility.HtmlDecode(await _client.GetStringAsync(new Uri($"allocations/proposal{query}", UriKind.Relative), Cancel));
        var (usual, dear) = (await Read(""), await Read("?eurosPerTonneKilometre=٠٫٩&heavyRoadEurosPerTonneKilometre=3,5"));
        Assert.Contains("0.15 euros by lorry", usual, StringComparison.Ordinal);
        Assert.Contains("0.9 euros by lorry, 3.5 as an abnormal load", dear, StringComparison.Ordinal);
        Assert.NotEqual(Way().Matches(usual)[0].Value, Way().Matches(dear)[0].Value);
        Assert.Contains("heavyRoadEurosPerTonneKilometre=3%2C5", dear, StringComparison.Ordinal);
    }

    private static string Strip(string html) => html.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\d,]+ km [a-z, ]+, about [\d,]+ euros")]
    private static partial Regex Way();
}
