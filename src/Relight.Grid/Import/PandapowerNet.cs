using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Relight.Grid.Import;

/// <summary>The JSON of a pandapower net taken apart into its tables.</summary>
internal sealed class PandapowerNet
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PandapowerTable> _tables = new(StringComparer.Ordinal);
    private readonly string _fileName;
    private readonly FindingList _findings;

    /// <summary>Takes a text apart.</summary>
    public PandapowerNet(SourceText source, FindingList findings)
    {
        (_fileName, _findings) = (source.FileName, findings);
        if (Parse(source.Text, "$") is not { ValueKind: JsonValueKind.Object } root)
            return;
        if (!root.TryGetProperty("_class", out var kind) || kind.ToString() != "pandapowerNet"
            || !root.TryGetProperty("_object", out var members) || AsObject(members, "$._object") is not { ValueKind: JsonValueKind.Object } net)
        {
            Error("$", "the file must be a pandapowerNet as pandapower's to_json writes it");
            return;
        }
        foreach (var member in net.EnumerateObject())
            _members[member.Name] = member.Value;
    }

    /// <summary>Names of all tables that have rows, results aside.</summary>
    public IEnumerable<string> TablesWithRows => _members
        .Where(member => !member.Key.StartsWith('_') && !IsResult(member.Key) && IsFrame(member.Value))
        .Select(member => member.Key)
        .Where(name => Table(name).Count > 0);

    /// <summary>Says which results, and what beside the tables, nobody uses.</summary>
    public void ReportUnused()
    {
        string[] used = ["name", "f_hz", "sn_mva", "version", "format_version"];
        var beside = _members.Where(member => !member.Key.StartsWith('_') && !used.Contains(member.Key))
            .Where(member => member.Key != "std_types" || _tables.Values.All(table => table.TypesUsed == 0))
            .Where(member => IsFrame(member.Value) ? IsResult(member.Key) && Table(member.Key).Count > 0 : HasContent(member.Value))
            .Select(member => SourceText.Excerpt(member.Key)).ToList();
        if (beside.Count > 0)
            _findings.Add(Severity.Notice, 0, () => $"{_fileName} $", null, "not used of the net: " + string.Join(", ", beside));
    }

    private static bool IsResult(string name) => name.StartsWith("res_", StringComparison.Ordinal);

    private static bool HasContent(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Array => member.GetArrayLength() > 0,
        JsonValueKind.Object => member.EnumerateObject().Any(),
        JsonValueKind.String => member.GetString()!.Length > 0,
        _ => true,
    };

    /// <summary>A table; empty where there is none.</summary>
    public PandapowerTable Table(string name)
    {
        if (_tables.TryGetValue(name, out var table))
            return table;
        var hasFrame = _members.TryGetValue(name, out var frame) && IsFrame(frame);
        return _tables[name] = new PandapowerTable(name, hasFrame ? AsObject(frame.GetProperty("_object"), $"$.{name}") : null, _fileName, _findings)
        {
            Types = TypesOf(name),
        };
    }

    /// <summary>The standard types of a table; null where the net has none.</summary>
    private JsonElement? TypesOf(string table) =>
        _members.TryGetValue("std_types", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty(table, out var types) ? types : null;

    /// <summary>A number that stands beside the tables.</summary>
    public double Number(string name, double absent)
    {
        if (!_members.TryGetValue(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return absent;
        if (member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out var value) && double.IsFinite(value))
            return value;
        _findings.Add(Severity.Error, 0, () => $"{_fileName} $.{name}", SourceText.Excerpt(member.GetRawText()), "must be a finite number");
        return double.NaN;
    }

    /// <summary>The name of the net; null where it has none.</summary>
    public string? Name => _members.TryGetValue("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text ? text : null;

    private static bool IsFrame(JsonElement member) =>
        member.ValueKind == JsonValueKind.Object
        && member.TryGetProperty("_class", out var kind) && kind.ToString() == "DataFrame"
        && member.TryGetProperty("_object", out _);

    /// <summary>An object, or one that is written into a string, as pandapower nests them.</summary>
    private JsonElement? AsObject(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.String ? Parse(element.GetString()!, path) : element;

    private JsonElement? Parse(string text, string path)
    {
        if (HasBrokenCharacter(text))
        {
            Error(path, "must be whole characters; half of a surrogate pair stands alone");
            return null;
        }
        try
        {
            return JsonElement.Parse(WithoutPythonNumbers(text));
        }
        catch (JsonException exception)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{exception.LineNumber + 1}:{exception.BytePositionInLine + 1}");
            if (path == "$")
                _findings.Add(Severity.Error, 0, () => $"{_fileName}:{at}", null, "must be JSON");
            else
                Error(path, $"must be JSON; it is not at {at} of the text that it holds");
            return null;
        }
    }

    /// <summary>
    /// Python writes numbers that JSON does not have, <c>NaN</c> and <c>Infinity</c>; outside strings they become null,
    /// which is what pandas means by the first, and a number above all.
    /// </summary>
    private static string WithoutPythonNumbers(string text)
    {
        if (!text.Contains("NaN", StringComparison.Ordinal) && !text.Contains("Infinity", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            var rest = text.AsSpan(i);
            var (length, number) = quoted ? (0, "") : rest.StartsWith("NaN", StringComparison.Ordinal) ? (3, "null")
                : rest.StartsWith("Infinity", StringComparison.Ordinal) ? (8, "1e999") : (0, "");
            if (length > 0)
            {
                plain.Append(number);
                i += length - 1;
                continue;
            }
            plain.Append(text[i]);
            if (text[i] == '\\' && i + 1 < text.Length)
                plain.Append(text[++i]);
        }
        return plain.ToString();
    }

    /// <summary>True where half of a surrogate pair stands alone, as a character or as an escape; no string can hold it.</summary>
    private static bool HasBrokenCharacter(string text)
    {
        var high = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 5 < text.Length && text[i + 1] == 'u'
                && int.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                (c, i) = ((char)code, i + 5);
            else if (c == '\\' && i + 1 < text.Length && text[i + 1] is '\\' or '"')
                i++;
            if (high != char.IsLowSurrogate(c))
                return true;
            high = char.IsHighSurrogate(c);
        }
        return high;
    }

    private void Error(string path, string rule) => _findings.Add(Severity.Error, 0, () => $"{_fileName} {path}", null, rule);
}
