using System.Net;
using System.Text.RegularExpressions;

namespace Relight.Web.Tests;

/// <summary>A form of a page, filled in and sent as a browser without scripting sends it.</summary>
internal sealed partial class SentForm(HttpClient client, string page)
{
    private readonly Dictionary<string, string> _fields = [];

    private string? _action;

    /// <summary>What the page showed.</summary>
    public string Html { get; private set; } = "";

    /// <summary>A client that keeps cookies and follows no redirect.</summary>
    public static HttpClient Client(string host, string language = "en") => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri($"{host}/{language}/"),
        Timeout = TimeSpan.FromMinutes(3),
    };

    /// <summary>Reads the page and the form of this name on it, as it stands.</summary>
    public async Task<SentForm> Read(string name)
    {
        Html = await client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        return Take(Html, name);
    }

    /// <summary>Names of the forms on a page.</summary>
    public static IReadOnlyList<string> NamesOn(string html) =>
        [.. Form().Matches(html).SelectMany(form => Handler().Matches(form.Value)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct()];

    /// <summary>Names of its fields.</summary>
    public IReadOnlyCollection<string> Fields => _fields.Keys;

    /// <summary>What stands in a field.</summary>
    public string? this[string field] => _fields.GetValueOrDefault(field);

    /// <summary>Puts something into a field; null takes a tick away.</summary>
    public SentForm With(string field, string? value)
    {
        if (value is null)
            _fields.Remove(field);
        else
            _fields[field] = value;
        return this;
    }

    /// <summary>Sends it; gives the status, and the page that comes back or the address that is to be read next.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Send()
    {
        using var content = new FormUrlEncodedContent(_fields);
        using var answer = await client.PostAsync(new Uri(_action ?? page, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location is { } next ? next.ToString() : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends it, and expects that it is taken; gives the address that is to be read next, below the language.</summary>
    public async Task<string> Taken()
    {
        var (status, text) = await Send();
        Assert.True(status == HttpStatusCode.Redirect, $"{status}: {string.Join(" | ", Fault().Matches(text).Select(match => Tag().Replace(match.Value, "").Trim()))}");
        return new Uri(client.BaseAddress!, text).PathAndQuery[4..];
    }

    private SentForm Take(string html, string name)
    {
        var form = Form().Matches(html).Single(match => match.Value.Contains($"value=\"{name}\"", StringComparison.Ordinal) && match.Value.Contains("_handler", StringComparison.Ordinal)).Value;
        if (Action().Match(form[..form.IndexOf('>', StringComparison.Ordinal)]) is { Success: true } action)
            _action = WebUtility.HtmlDecode(action.Groups[1].Value).Split('#')[0];
        foreach (var input in Input().Matches(form).Select(match => match.Value))
            if (Name().Match(input) is { Success: true } named && (!input.Contains("type=\"checkbox\"", StringComparison.Ordinal) || input.Contains(" checked", StringComparison.Ordinal)))
                _fields[WebUtility.HtmlDecode(named.Groups[1].Value)] = Value().Match(input) is { Success: true } value ? WebUtility.HtmlDecode(value.Groups[1].Value) : "";
        foreach (Match select in Select().Matches(form))
            _fields[WebUtility.HtmlDecode(select.Groups[1].Value)] = Selected().Match(select.Value) is { Success: true } chosen ? WebUtility.HtmlDecode(chosen.Groups[1].Value) : "";
        foreach (Match area in Area().Matches(form))
            _fields[WebUtility.HtmlDecode(area.Groups[1].Value)] = WebUtility.HtmlDecode(area.Groups[2].Value);
        return this;
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]*)\"")]
    private static partial Regex Handler();

    [GeneratedRegex(" action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<select[^>]* name=\"([^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"([^\"]*)\"[^>]* selected")]
    private static partial Regex Selected();

    [GeneratedRegex("<textarea[^>]* name=\"([^\"]*)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("<(?:p class=\"field-error|div class=\"note bad).*?</(?:p|div)>", RegexOptions.Singleline)]
    private static partial Regex Fault();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
