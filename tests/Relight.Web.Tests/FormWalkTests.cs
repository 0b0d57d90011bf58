using System.Net;
using System.Text.RegularExpressions;
using Relight.Access;
using Relight.Ledger;
using Relight.Web.Tests.Api;

namespace Relight.Web.Tests;

/// <summary>
/// Walks over every form that any page shows an operator, and sends it with bad words in every field at once and in each alone:
/// nothing breaks, what is shown again is shown as text, and the ledger is whole.
/// </summary>
public sealed partial class FormWalkTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Markup = "\u202E<script>alert(1)</script>";

    // Pages of one kind look alike: a few of each are looked at.
    private const int MostOfKind = 2;

    private static readonly string[] s_bad =
    [
        Markup, "\"><img src=x onerror=alert(1)>", "'; DROP TABLE claim; --", "a\u0000b", "-1", "1e400", "99999999999999999999999", "0.00000001", "5 kVq", "2022-02-30", "{0} %s", " ", new('x', 20_000),
    ];

    [Fact]
    public async Task No_words_in_any_field_of_any_form_break_it()
    {
        using var client = SentForm.Client(server.Root.ToString().TrimEnd('/'));
        client.DefaultRequestHeaders.Add("Cookie", $"relight-token={Uri.EscapeDataString(ApiServer.TokenOf(Audience.Operator))}");
        var (wrong, sent, forms) = (new List<string>(), 0, new HashSet<string>());
        foreach (var page in await Pages(client))
            foreach (var name in SentForm.NamesOn(await Text(client, page)).Where(name => forms.Add($"{Kind(page)} {Kind(name)}")))
                foreach (var fill in Fills(await new SentForm(client, page).Read(name)))
                {
                    // Words that are no mistake were taken, and what the form was for is over.
                    if (!SentForm.NamesOn(await Text(client, page)).Contains(name))
                        break;
                    var form = await new SentForm(client, page).Read(name);
                    foreach (var (field, words) in fill)
                        form.With(field, words);
                    var (status, text) = await form.Send();
                    sent++;
                    if ((int)status >= 500 || text.Contains("<script>alert", StringComparison.Ordinal) || text.Contains("<img src=x", StringComparison.Ordinal) || text.Contains("   at Relight.", StringComparison.Ordinal))
                        wrong.Add($"{(int)status} {page} {name} {string.Join(' ', fill.Take(3).Select(each => $"{each.Field}={each.Words[..Math.Min(20, each.Words.Length)]}"))}");
                }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {sent}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(forms.Count >= 10, string.Join('\n', forms));
        await using (var db = server.Database.Open())
            Assert.Empty((await LedgerVerification.Run(db, TestContext.Current.CancellationToken)).Tampered);
        Assert.Empty((await LedgerReplay.Run(server.Database, TestContext.Current.CancellationToken)).Differences);
    }

    // Every field with each bad word, then each field alone. A form without fields is a button: it says nothing that could be wrong.
    private static IEnumerable<IReadOnlyList<(string Field, string Words)>> Fills(SentForm form)
    {
        var fields = form.Fields.Where(field => !field.StartsWith('_')).ToList();
        if (fields.Count == 0)
            return [];
        return [.. s_bad.Select(bad => (IReadOnlyList<(string, string)>)[.. fields.Select(field => (field, bad))]), .. fields.Select(field => (IReadOnlyList<(string, string)>)[(field, Markup)])];
    }

    // What can be reached from the first page, by links alone.
    private static async Task<IReadOnlyList<string>> Pages(HttpClient client)
    {
        var (found, kinds, waiting) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal), new Queue<string>(["situation"]));
        while (waiting.TryDequeue(out var page))
        {
            var kind = Kind(page);
            if (kinds.GetValueOrDefault(kind) >= MostOfKind || found.Contains(page))
                continue;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            found.Add(page);
            foreach (Match link in Link().Matches(await Text(client, page)))
                if (PathOf(client, WebUtility.HtmlDecode(link.Groups[1].Value)) is { } next)
                    waiting.Enqueue(next);
        }
        Assert.True(found.Count > 20, string.Join(' ', found));
        return found;
    }

    // The path below the language; null for what leads elsewhere, to files, or to another view of the same page.
    private static string? PathOf(HttpClient client, string link)
    {
        if (!Uri.TryCreate(client.BaseAddress, link, out var address) || address.Authority != client.BaseAddress!.Authority || !address.AbsolutePath.StartsWith("/en/", StringComparison.Ordinal))
            return null;
        var path = address.AbsolutePath[4..];
        return path.Contains('.', StringComparison.Ordinal) || path.StartsWith("in/", StringComparison.Ordinal) ? null : path;
    }

    private static string Kind(string page) => Id().Replace(page, "*");

    private static async Task<string> Text(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"#]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
