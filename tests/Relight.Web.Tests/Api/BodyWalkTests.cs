using System.Text;
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

    [Fact]
    public async Task Every_body_that_is_no_record_at_all_is_refused_whatever_the_command()
    {
        var (wrong, walked) = (new List<string>(), 0);
        foreach (var (method, path) in await Changes())
        {
            walked++;
            var command = server.Commands.FirstOrDefault(command => (command.Method, command.Path) == (method, path));
            foreach (var (name, type, bytes) in NoRecords(command.Body))
            {
                var answer = await SendBytes(method, path, command.NeedsVersion, type, bytes);
                var isRight = path.Contains("/imports/", StringComparison.Ordinal) ? answer.Status is 415 or 422
                    // What takes no body is asked by its address alone.
                    : command.Body is null ? bytes.Length == 0 || (answer.Status == 400 && answer.Faults.Any(fault => fault.Field == "body"))
                    : type == Json ? answer.Status == 400 && answer.Faults.Count > 0
                    : answer.Status == 415;
                if (!isRight || answer.Status >= 500 || answer.Text.Length > 10_000)
                    wrong.Add($"{method} {path} {name}: {answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {walked}:\n{string.Join('\n', wrong.Take(60))}");
        Assert.True(walked > 60, $"{walked}");
        await NothingIsHalfWritten();
    }

    private const string Json = "application/json";

    // Bodies that hold no record, and a record that is right but for its form.
    private static IEnumerable<(string Name, string? Type, byte[] Bytes)> NoRecords(Type? of)
    {
        var right = of is null ? "{}" : BodySamples.Of(of).First().Body.ToJsonString();
        var field = of is null ? "a" : JsonNode.Parse(right)!.AsObject().First().Key;
        foreach (var (name, text) in new[]
        {
            ("nothing", ""), ("a space", " "), ("a number", "7"), ("a number beyond all", "1e400"), ("a text", "\"text\""), ("null", "null"), ("true", "true"), ("a list", "[]"),
            ("a list of it", $"[{right}]"), ("nested lists", new string('[', 100_000)), ("nested objects", string.Concat(Enumerable.Repeat("{\"a\":", 100_000))),
            ("nested in a field", $"{{\"{field}\":{new string('[', 50)}{new string(']', 50)}}}"), ("a field twice", $"{{\"{field}\":null,{right[1..]}"),
            ("half of it", right[..(right.Length / 2)]), ("more after it", right + "{}"), ("a character zero", "\0" + right), ("words", "name=x&kind=maker"), ("markup", "<record/>"),
        })
            yield return (name, Json, Encoding.UTF8.GetBytes(text));
        yield return ("UTF-16", Json, Encoding.Unicode.GetBytes(right));
        yield return ("no UTF-8", Json, [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "no type", null })
            yield return ($"as {type ?? "no type"}", type, Encoding.UTF8.GetBytes(right));
    }

    private async Task<IReadOnlyList<(string Method, string Path)>> Changes()
    {
        var document = await server.Read(Audience.Public, "/api/openapi.json");
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(method => method.Key is not "get").Select(method => (
            method.Key.ToUpperInvariant(),
            path.Key.Replace("{operation}", ApiServer.Operation.Split('/')[^1], StringComparison.Ordinal).Replace("{kind}", "organisations", StringComparison.Ordinal))))];
    }

    private async Task<ApiAnswer> SendBytes(string method, string path, bool needsVersion, string? type, byte[] bytes) => await server.Send(
        // Exact places are read by operators alone.
        path.EndsWith("/site-readings", StringComparison.Ordinal) ? Audience.Operator : Audience.Coordination,
        new HttpMethod(method), path.Contains("{id}", StringComparison.Ordinal) ? path.Replace("{id}", await IdIn(path), StringComparison.Ordinal) : path,
        key: Guid.NewGuid().ToString(), ifMatch: needsVersion ? "\"1\"" : null, change: request =>
        {
            request.Content = new ByteArrayContent(bytes);
            if (type is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        });

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
