using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Relight.Deliveries;
using Relight.Facilities;
using Relight.Funds;
using Relight.Matching;
using Relight.Register;
using Relight.Sample;
using Relight.Supply;

namespace Relight.Web.Tests.Api;

/// <summary>
/// Walks over every address that the application maps, in every language, as every reader: no answer holds a mark or figure
/// that its reader must not see, and each that they may see is in some answer.
/// </summary>
public sealed partial class SecretsTests(SecretsServer server) : IClassFixture<SecretsServer>
{
    private static readonly string[] s_languages = ["en", "uk", "ar"];

    // What a page of several views takes in its address; a word of another page is not found there.
    private static readonly string[] s_views = ["offers", "makers", "countries", "without", "ageing", "stock", "installations", "places"];

    // A plan and its parts are a planner's own, gifts a donor's; a page that leads elsewhere opens nothing.
    private static readonly string[] s_notOpened = ["/_framework/opaque-redirect"];

    private static readonly (string Reader, string[] Patterns)[] s_own =
    [
        ("grid operator", ["/api/operations/{operation}/plans/{id}/network.m", "/api/operations/{operation}/plans/{id}/plan.json", "/api/operations/{operation}/plans/{id}/scenario.json", "/plan.json"]),
        ("own donor", ["/gifts.csv", "/gifts/offers.csv"]),
    ];

    public static TheoryData<string> Readers => [.. SecretsServer.Readers];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task No_answer_holds_what_its_reader_must_not_see_and_some_answer_all_that_they_may(string reader)
    {
        var secrets = await SampleSecrets(reader);
        Assert.NotEmpty(secrets);
        var (seen, open, told, asked) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(), new List<string>(), 0);
        foreach (var (pattern, path) in await Addresses())
        {
            var (status, text) = await server.Ask(reader, path);
            asked++;
            if (status >= 500)
                told.Add($"{status} at {path}");
            if (status == 200)
                open.Add(pattern);
            text = Plain(text);
            foreach (var mark in Marks(text))
                if (IsFor(reader, mark))
                    seen.Add(mark);
                else
                    told.Add($"{mark} at {path}");
            told.AddRange(MarkedRegister.Figures.Where(figure => !IsFor(reader, $"Zz{figure.Value}New") && text.Contains(figure.Key, StringComparison.Ordinal)).Select(figure => $"{figure.Key} at {path}"));
            told.AddRange(secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"'{secret}' at {path}"));
        }
        Assert.True(told.Count == 0, $"{reader} is told, in {asked} answers:\n{string.Join('\n', told.DistinctBy(line => string.Join(' ', line.Split('?')[0])).Take(60))}");
        var unseen = AllMarks().Where(mark => IsFor(reader, mark) && !"gfn".Contains(mark[2], StringComparison.Ordinal)).Except(seen).Order().ToList();
        Assert.True(unseen.Count == 0, $"{reader} may see, and is shown nowhere: {string.Join(' ', unseen)}");
        if (reader == "coordination")
            Assert.Equal(s_notOpened, server.Reads.Select(read => read.Pattern).Except(open).Except(s_own.SelectMany(own => own.Patterns)).Where(pattern => !IsClosedToCoordinators(pattern)).Distinct().Order(StringComparer.Ordinal));
        foreach (var (whose, patterns) in s_own)
            Assert.Equal(whose == reader ? patterns : [], patterns.Where(open.Contains));
    }

    // The class of a mark and its batch say who may see it.
    private static bool IsFor(string reader, string mark) => reader switch
    {
        "public" => mark[2] == 'p' && mark.StartsWith("ZzpOld", StringComparison.Ordinal),
        "donor" => mark[2] is 'd' || mark[2] == 'p',
        "own donor" => mark[2] is 'd' or 'o' or 'p',
        "coordination" => mark[2] is not ('g' or 'f' or 'n'),
        "facilities" => mark[2] is not ('g' or 'n'),
        _ => mark[2] != 'f',
    };

    // A backup is for the administrator alone, an exact place for operators; what is not found has no address.
    private static bool IsClosedToCoordinators(string pattern) =>
        pattern is "/" or "/api/backup" or "/not-found" or "/error" || pattern.Contains("{*", StringComparison.Ordinal) || pattern.StartsWith("/dist/", StringComparison.Ordinal);

    private IEnumerable<string> AllMarks() => server.Batches.SelectMany(batch => batch.Commands())
        .SelectMany(command => Marks(Ledger.LedgerJson.Write(command, command.GetType()))).Concat(server.Batches.SelectMany(batch => Marks(batch.PlanName))).Distinct();

    private static IEnumerable<string> Marks(string text) => Mark().Matches(text).Select(match => "Zz" + match.Groups[1].Value.ToLowerInvariant() + match.Groups[2].Value).Distinct();

    // Digits of any script without marks between thousands, and characters as they are.
    private static string Plain(string text) => new(
        [.. Thousands().Replace(WebUtility.HtmlDecode(text), "").Select(c => c is >= '\u0660' and <= '\u0669' ? (char)('0' + (c - '\u0660')) : c == '\u066B' ? '.' : c)]);

    [GeneratedRegex("Zz([pdoxcgfn])((?:Old|New)\\w*?)z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=[0-9\u0660-\u0669])[,\u00A0\u202F\u066C](?=[0-9\u0660-\u0669]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    // What the sample itself holds of exact places, others' gifts and keys.
    private async Task<IReadOnlyList<string>> SampleSecrets(string reader)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = server.Database.Open();
        var needs = (await db.Needs.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.Read());
        var facilities = (await db.Facilities.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.Read());
        Id<Organisation>? own = reader switch { "facilities" => SamplePledges.OrganisationId("facilities"), "grid operator" => SamplePledges.OrganisationId("grid-operator"), _ => null };
        var secrets = needs.Where(need => need.Organisation != own).Select(need => need.Site?.Exact.Name)
            .Concat(facilities.Where(facility => facility.Organisation != own).Select(facility => facility.Exact?.Name)).OfType<string>().ToList();
        if (reader is "public" or "donor" or "own donor")
        {
            Id<Organisation>? gave = reader == "own donor" ? MarkedRegister.Donor : null;
            var offers = (await db.Offers.AsNoTracking().ToListAsync(cancel)).ConvertAll(row => row.Read());
            secrets.AddRange(offers.Where(offer => offer.Donor != gave).Select(offer => offer.Title).Except(offers.Where(offer => offer.Donor == gave).Select(offer => offer.Title)));
            secrets.AddRange((await db.Contributions.AsNoTracking().ToListAsync(cancel)).Select(row => row.Read()).Where(gift => gave is null || !gift.Donors.Value.Members.Contains(gave.Value)).Select(gift => gift.Title));
            secrets.AddRange((await db.Claims.AsNoTracking().ToListAsync(cancel)).Select(row => row.Read().Quote).Where(quote => quote.Length > 30));
            secrets.Add("Grid operator of the sample");
            // The key of a label opens the page of a receipt.
            secrets.AddRange((await db.Consignments.AsNoTracking().ToListAsync(cancel)).Select(row => row.Read().Key));
        }
        if (reader == "public")
        {
            secrets.AddRange(needs.Select(need => need.Title).Where(title => title.Any(char.IsDigit)));
            secrets.AddRange(needs.Select(need => (need.Requirement as TransformerBay)?.LoadMegavoltamperes).OfType<decimal>().Select(load => string.Create(CultureInfo.InvariantCulture, $"\"{load}\"")));
        }
        return [.. secrets.Where(secret => !Mark().IsMatch(secret)).Distinct()];
    }

    // Each pattern with the ids and words that it takes; pages and files in every language, the interface with conditions and orders, also those that it refuses.
    private async Task<IReadOnlyList<(string Pattern, string Path)>> Addresses()
    {
        var (ids, addresses) = (await Ids(), new List<(string, string)>());
        foreach (var (pattern, text) in server.Reads.Where(read => !read.Pattern.Contains("{*", StringComparison.Ordinal)))
            foreach (var path in Filled(pattern, ids))
            {
                if (text is null && !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/dist/", StringComparison.Ordinal))
                    addresses.AddRange(s_languages.Select(language => (pattern, $"/{language}{path}")));
                else
                    addresses.Add((pattern, path));
                if (text is null && pattern == path)
                    addresses.Add((pattern, $"/ar{path}?sort=-nothing&page=x&power=%3E1kV"));
                if (path.EndsWith("/offers/search", StringComparison.Ordinal))
                    addresses.Add((pattern, $"{path}?where={Uri.EscapeDataString("units >= 1")}"));
                if (text is { Lists: { Count: > 0 } lists } && path.EndsWith("/count", StringComparison.Ordinal))
                    addresses.AddRange(lists[^1].FieldNames.Select(field => (pattern, $"{path}?by={field.Name}")));
                else if (text is { IsQuery: true })
                    addresses.AddRange([(pattern, $"{path}?limit=500"), (pattern, $"{path}?title=gift&oblast=UA63&sort=organisation")]);
            }
        Assert.True(addresses.Count > 500, $"{addresses.Count}");
        return addresses;
    }

    // A parameter that is new is to be thought of here.
    private static IEnumerable<string> Filled(string pattern, ILookup<string, string> ids)
    {
        if (Parameter().Match(pattern) is not { Success: true } match)
            return [pattern];
        var list = pattern[..match.Index].Trim('/').Split('/')[^1];
        IEnumerable<string> words = match.Groups[1].Value.ToLowerInvariant() switch
        {
            "operation" => [$"{LoadSample.Operation.Id}"],
            "id" => ids.Contains(list) ? ids[list] : ids.SelectMany(each => each.Take(1)),
            "kind" => ["claims", "needs", "offers", "organisations"],
            "view" => s_views,
            "name" => ["app.css"],
            var other => throw new InvalidOperationException($"{pattern}: nothing is known of {other}"),
        };
        return words.SelectMany(word => Filled(string.Concat(pattern.AsSpan(0, match.Index), word, pattern.AsSpan(match.Index + match.Length)), ids));
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    private async Task<ILookup<string, string>> Ids()
    {
        await using var db = server.Database.Open();
        var photos = await db.Photos.AsNoTracking().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var installations = await db.Installations.AsNoTracking().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var sample = (await db.Consignments.AsNoTracking().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(id => $"{id}").ToList();
        var plans = await db.Plans.AsNoTracking().Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        IEnumerable<(string List, string Id)> Marked(MarkedRegister batch) =>
        [
            ("sources", $"{batch.IdOf<Source>()}"), ("sources", $"{batch.IdOf<Source>("outage")}"), ("claims", $"{batch.IdOf<Claim>("o")}"), ("claims", $"{batch.IdOf<Claim>("x")}"),
            ("links", $"{batch.IdOf<Link>()}"), ("contributions", $"{batch.IdOf<Contribution>("o")}"), ("contributions", $"{batch.IdOf<Contribution>("x")}"),
            ("needs", $"{batch.IdOf<Need>("0")}"), ("needs", $"{batch.IdOf<Need>("1")}"), ("needs", $"{batch.IdOf<Need>("power")}"),
            ("offers", $"{batch.IdOf<Offer>("o")}"), ("offers", $"{batch.IdOf<Offer>("x")}"), ("stock", $"{HubStock.IdOf(batch.IdOf<Place>("Hub"), batch.IdOf<Offer>("o"))}"), ("allocations", $"{batch.IdOf<Allocation>()}"),
            ("appeals", $"{batch.IdOf<Appeal>()}"), ("funds", $"{batch.IdOf<Fund>()}"), ("organisations", $"{batch.IdOf<Organisation>("Needer")}"), ("organisations", $"{batch.IdOf<Organisation>("Maker")}"),
            ("places", $"{batch.IdOf<Place>("Hub")}"), ("consignments", $"{batch.IdOf<Consignment>()}"), ("maker-capacities", $"{batch.IdOf<MakerCapacity>()}"),
            ("outage-reports", $"{batch.IdOf<OutageReport>()}"), ("facilities", $"{batch.IdOf<Facility>("f")}"), ("facilities", $"{batch.IdOf<Facility>("g")}"),
        ];
        return server.Batches.SelectMany(Marked)
            .Concat(photos.Take(2).Select(id => ("photos", $"{id}"))).Concat(installations.Take(2).Select(id => ("installations", $"{id}")))
            .Concat(sample.Take(3).Select(id => ("consignments", id)))
            .Concat(plans.Select(id => ("plans", $"{id}")))
            .Append(("operations", $"{LoadSample.Operation.Id}"))
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
    }
}
