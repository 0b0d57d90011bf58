using System.Text.Json.Nodes;
using Relight.Access;
using Relight.Deliveries;
using Relight.Funds;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Web.Tests.Api;

/// <summary>Walks over every command and every field of its body with every kind of bad value: each is refused with its place, and nothing breaks.</summary>
public sealed class BodyWalkTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Type[] s_texts = [typeof(string)];
    private static readonly Type[] s_numbers = [typeof(int), typeof(long), typeof(decimal), typeof(double), typeof(Amount)];
    private readonly Dictionary<string, string> _ids = [];

    // Longer than any text but that of a document may be.
    private static readonly string s_long = new('x', 8_001);

    [Fact]
    public async Task Every_field_of_another_type_is_refused_in_its_place()
    {
        var walked = await Walk(leaf => WrongTypes(leaf.Type), (leaf, answer) => answer.Status == 400 && Names(answer, leaf));
        Assert.True(walked > 500, $"{walked}");
    }

    [Fact]
    public async Task Every_wrong_unit_currency_code_and_impossible_date_is_refused_in_its_place() => await Walk(
        leaf => WrongWords(leaf.Type),
        (leaf, answer) => answer.Status is 400 or 422 && Names(answer, leaf));

    [Fact]
    public async Task Every_text_that_hides_garbles_or_never_ends_is_refused_in_its_place() => await Walk(
        leaf => s_texts.Contains(leaf.Type) ? ["a\u0000b", "a\u0007b", "admin\u202Etxt.exe", "\u2066hidden\u2069", .. leaf.Path == "text" ? Array.Empty<JsonNode>() : [s_long]] : [],
        (leaf, answer) => answer.Status is 412 or 422 && Names(answer, leaf));

    [Fact]
    public async Task Every_number_out_of_all_bounds_is_refused_in_its_place_or_harmless() => await Walk(
        leaf => s_numbers.Contains(leaf.Type) ? [JsonNode.Parse("-1"), JsonNode.Parse("1e27"), JsonNode.Parse("0.00000001"), JsonNode.Parse("1e400")] : [],
        (leaf, answer) => answer.Status is 200 or 201 or 400 or 412 or 422);

    [Fact]
    public async Task Queries_and_markup_break_nothing_wherever_they_stand() => await Walk(
        leaf => s_texts.Contains(leaf.Type) ? ["'; DROP TABLE organisation; --", "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "{0} %s ${7*7}", "", " "] : [],
        (leaf, answer) => answer.Status is 200 or 201 or 412 or 422);

    [Fact]
    public async Task Ten_megabytes_in_any_field_are_refused_with_a_short_answer()
    {
        var huge = new string('y', 10_000_000);
        foreach (var (method, path, type, needsVersion) in server.Commands)
        {
            var (body, leaves) = BodySamples.Of(type).First();
            var leaf = leaves.FirstOrDefault(leaf => leaf.Type == typeof(string)) ?? leaves[0];
            var answer = await Send(method, path, needsVersion, BodySamples.With(body, leaf.Path, huge));
            Assert.True(answer.Status is 400 or 412 or 422, $"{path} {leaf.Path}: {answer.Status}");
            Assert.True(answer.Text.Length < 10_000, $"{path}: {answer.Text.Length}");
        }
        await NothingIsHalfWritten();
    }

    private static IEnumerable<JsonNode?> WrongTypes(Type type)
    {
        yield return new JsonObject { ["nothing"] = 1 };
        yield return new JsonArray("a", 1);
        yield return type == typeof(bool) ? "true" : true;
        if (!s_numbers.Contains(type))
            yield return 7;
        else
            yield return "7 kV";
    }

    private static IEnumerable<JsonNode?> WrongWords(Type type) =>
        type == typeof(Quantity) ? ["5 kVq", "many pcs", "-5 pcs", "5 EUR"]
        : type == typeof(Money) ? ["5 XYZ", "-5 EUR", "5 pcs"]
        : type == typeof(Currency) ? ["EURO", "xx", ""]
        : type == typeof(Country) ? ["Germany", "XX", ""]
        : type == typeof(DateOnly) ? ["16.12.2022", "2022-02-30", "tomorrow"]
        : type == typeof(DateTimeOffset) ? ["2022-12-16 noon", "99999-01-01T00:00:00Z"]
        : type == typeof(ReportedDate) ? ["soon", "2022-13"]
        : type == typeof(Unlocode) ? ["Rzeszow", "PL1ZE", ""]
        : type == typeof(AreaCode) ? ["Kyiv", "UA", "ua32"]
        : type == typeof(Stage) ? ["sent", "money:announced"]
        : type == typeof(Unit) ? ["kVa ", "volts"]
        : type == typeof(Language) ? ["english language", "!"]
        : type == typeof(Uri) ? ["not an address at all \u0000", ""]
        : type.IsEnum ? ["nothing of the kind", "1", ""]
        : [];

    /// <summary>Sends each bad value in each place of each command; gives how many were sent.</summary>
    private async Task<int> Walk(Func<Leaf, IEnumerable<JsonNode?>> bad, Func<Leaf, ApiAnswer, bool> isRight)
    {
        var (sent, wrong) = (0, new List<string>());
        foreach (var (method, path, type, needsVersion) in server.Commands)
            foreach (var (body, leaves) in BodySamples.Of(type))
                foreach (var leaf in leaves)
                    foreach (var value in bad(leaf))
                    {
                        var answer = await Send(method, path, needsVersion, BodySamples.With(body, leaf.Path, value));
                        sent++;
                        var shown = value?.ToJsonString() ?? "null";
                        if (answer.Status >= 500 || answer.Text.Contains("System.", StringComparison.Ordinal) || answer.Text.Contains('\u202E', StringComparison.Ordinal) || !isRight(leaf, answer))
                            wrong.Add($"{method} {path} {leaf.Path} ({leaf.Type.Name}) = {shown[..Math.Min(40, shown.Length)]}: {answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
                    }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {sent}:\n{string.Join('\n', wrong.DistinctBy(line => string.Join(' ', line.Split(' ').Take(3))).Take(60))}");
        await NothingIsHalfWritten();
        return sent;
    }

    // Whatever was sent, the ledger is whole, and the tables are what it says.
    private async Task NothingIsHalfWritten()
    {
        await using (var db = server.Database.Open())
            Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(server.Database, Cancel)).Differences);
    }

    private static bool Names(ApiAnswer answer, Leaf leaf) =>
        answer.Faults.Any(fault => fault.Field == leaf.Path
            || fault.Field.StartsWith(leaf.Path + ".", StringComparison.Ordinal) || leaf.Path.StartsWith(fault.Field + ".", StringComparison.Ordinal));

    // Ids in the body are that of the record in the address, where there is one.
    private async Task<ApiAnswer> Send(string method, string path, bool needsVersion, string body)
    {
        var id = path.Contains("{id}", StringComparison.Ordinal) ? await IdIn(path) : BodySamples.AnyId;
        return await server.Send(
            Audience.Coordination, new HttpMethod(method), path.Replace("{id}", id, StringComparison.Ordinal),
            body.Replace(BodySamples.AnyId, id, StringComparison.Ordinal), Guid.NewGuid().ToString(), needsVersion ? "\"1\"" : null);
    }

    // The id of a record that is there, so that a command is looked at whole; one of none where the list cannot be read.
    private async Task<string> IdIn(string path)
    {
        var list = path.Split("/{id}")[0];
        if (!_ids.TryGetValue(list, out var id))
        {
            var answer = await server.Send(Audience.Coordination, HttpMethod.Get, list + "?limit=1");
            var first = answer.Status == 200 ? answer.Json["items"]?.AsArray().FirstOrDefault() : null;
            _ids[list] = id = (first?["id"] ?? first?["claim"]?["id"])?.GetValue<string>() ?? $"{Guid.NewGuid()}";
        }
        return id;
    }
}
