using System.Globalization;
using System.Text;
using System.Text.Json;
using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Restoration;

/// <summary>A value in a JSON file that knows its own path and notes what is wrong with it, so that a reader can go on and find the rest.</summary>
internal sealed class JsonPart
{
    private readonly JsonElement _value;
    private readonly string _file;
    private readonly string _path;
    private readonly List<Finding> _findings;

    private JsonPart(JsonElement value, string file, string path, List<Finding> findings)
    {
        _value = value;
        _file = file;
        _path = path;
        _findings = findings;
    }

    /// <summary>Reads a text that must be one JSON object; where it is not, notes file, line and column and gives null.</summary>
    public static JsonPart? Parse(string json, string file, List<Finding> findings) =>
        ParseValue(json, file, findings) is { } root && root.IsObject() ? root : null;

    /// <summary>Reads a text that must be one JSON list; where it is not, notes file, line and column and gives null.</summary>
    public static IEnumerable<JsonPart>? ParseList(string json, string file, List<Finding> findings) =>
        ParseValue(json, file, findings)?.Items();

    private static JsonPart? ParseValue(string json, string file, List<Finding> findings)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (string.IsNullOrWhiteSpace(json))
        {
            findings.Add(Finding.Error($"{file}:1:1", null, "the file is empty; a JSON object is needed"));
            return null;
        }
        try
        {
            JsonTexts.Require(bytes);
            using var document = JsonDocument.Parse(bytes);
            return new JsonPart(document.RootElement.Clone(), file, "$", findings);
        }
        catch (JsonException error)
        {
            findings.Add(SyntaxError(json, file, error));
            return null;
        }
    }

    /// <summary>File and path of this value, as findings show them.</summary>
    public string Place => $"{_file} {_path}";

    /// <summary>Notes an error about this value.</summary>
    public void Error(string rule) => _findings.Add(Finding.Error(Place, Shown(), rule));

    /// <summary>Notes something odd about this value.</summary>
    public void Warning(string rule) => _findings.Add(Finding.Warning(Place, Shown(), rule));

    /// <summary>True for an object; anything else is noted.</summary>
    public bool IsObject() => Is(JsonValueKind.Object, "must be an object, { … }");

    /// <summary>A property of this object; null where it is absent or null.</summary>
    public JsonPart? Optional(string name) =>
        _value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? new JsonPart(member, _file, $"{_path}.{name}", _findings)
            : null;

    /// <summary>A property of this object; null where this is no object, or where it is absent or null.</summary>
    public JsonPart? OptionalIfObject(string name) => _value.ValueKind == JsonValueKind.Object ? Optional(name) : null;

    /// <summary>A property of this object; noted where it is absent or null.</summary>
    public JsonPart? Required(string name)
    {
        var member = Optional(name);
        if (member is null)
            _findings.Add(Finding.Error($"{_file} {_path}.{name}", null, "is required"));
        return member;
    }

    /// <summary>Warns of every property that is not one of these.</summary>
    public void KnowsOnly(params string[] names)
    {
        foreach (var property in _value.EnumerateObject().Where(p => !names.Contains(p.Name, StringComparer.Ordinal)))
            new JsonPart(property.Value, _file, $"{_path}.{SourceText.Excerpt(property.Name)}", _findings)
                .Warning($"is not known here and not used; known are {string.Join(", ", names)}");
    }

    /// <summary>The parts of this array; none where it is no array, which is noted.</summary>
    public IEnumerable<JsonPart> Items()
    {
        _ = Is(JsonValueKind.Array, "must be a list, [ … ]");
        return ItemsIfList();
    }

    /// <summary>The parts of this array; none where it is no array, which is not noted.</summary>
    public IEnumerable<JsonPart> ItemsIfList()
    {
        if (_value.ValueKind != JsonValueKind.Array)
            yield break;
        var index = 0;
        foreach (var item in _value.EnumerateArray())
            yield return new JsonPart(item, _file, string.Create(CultureInfo.InvariantCulture, $"{_path}[{index++}]"), _findings);
    }

    /// <summary>The parts of this array that are objects; any other is noted.</summary>
    public IEnumerable<JsonPart> Objects() => Items().Where(item => item.IsObject());

    /// <summary>This text, which must not be empty unless it may be.</summary>
    public string? Text(bool mayBeEmpty = false)
    {
        if (!Is(JsonValueKind.String, "must be a text"))
            return null;
        var text = _value.GetString()!;
        if (mayBeEmpty || !string.IsNullOrWhiteSpace(text))
            return text;
        Error("must not be empty");
        return null;
    }

    /// <summary>True for a text; anything else is not noted.</summary>
    public bool IsText() => _value.ValueKind == JsonValueKind.String;

    /// <summary>True where this names an element; anything else is not noted.</summary>
    public bool IsElement(out ElementId element) =>
        ElementId.TryParse(_value.ValueKind == JsonValueKind.String ? _value.GetString() : null, out element);

    /// <summary>This text as the name of an element.</summary>
    public ElementId? Element()
    {
        if (Text() is not { } text)
            return null;
        if (ElementId.TryParse(text, out var element))
            return element;
        Error("must name an element as bus:ID, branch:ROW or gen:ROW");
        return null;
    }

    /// <summary>This number, within limits.</summary>
    public double? Number(double least = double.MinValue, double most = double.MaxValue)
    {
        if (!Is(JsonValueKind.Number, "must be a number"))
            return null;
        var number = _value.GetDouble();
        if (number < least)
            Error(string.Create(CultureInfo.InvariantCulture, $"must be {least} or more"));
        else if (!double.IsFinite(number) || number > most)
            Error(string.Create(CultureInfo.InvariantCulture, $"must be {most} or less"));
        else
            return number;
        return null;
    }

    /// <summary>This whole number.</summary>
    public int? Whole()
    {
        if (_value.ValueKind == JsonValueKind.Number && _value.TryGetInt32(out var number))
            return number;
        ErrorAsWritten("must be a whole number");
        return null;
    }

    /// <summary>This whole number of 64 bits.</summary>
    public long? Count()
    {
        if (_value.ValueKind == JsonValueKind.Number && _value.TryGetInt64(out var number) && number >= 0)
            return number;
        ErrorAsWritten("must be a whole number, 0 or more");
        return null;
    }

    /// <summary>This true or false.</summary>
    public bool? Flag()
    {
        if (_value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return _value.GetBoolean();
        ErrorAsWritten("must be true or false");
        return null;
    }

    private bool Is(JsonValueKind kind, string rule)
    {
        if (_value.ValueKind == kind)
            return true;
        ErrorAsWritten(rule);
        return false;
    }

    // With its quotes: where the kind of value is at fault, they tell "24" from 24.
    private void ErrorAsWritten(string rule) =>
        _findings.Add(Finding.Error(Place, SourceText.Excerpt(_value.GetRawText()), rule));

    private string Shown() => SourceText.Excerpt(_value.ValueKind == JsonValueKind.String ? _value.GetString()! : _value.GetRawText());

    private static Finding SyntaxError(string json, string file, JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0);
        var text = json.Split('\n').ElementAtOrDefault(line) ?? "";
        var bytesBefore = Encoding.UTF8.GetBytes(text).AsSpan();
        bytesBefore = bytesBefore[..(int)Math.Min(bytesBefore.Length, error.BytePositionInLine ?? 0)];
        var column = Encoding.UTF8.GetCharCount(bytesBefore);
        var rule = error.Message;
        foreach (var tail in (string[])[" Path: ", " LineNumber: "])
            if (rule.IndexOf(tail, StringComparison.Ordinal) is > 0 and var at)
                rule = rule[..at];
        var shown = SourceText.Excerpt(text[Math.Min(column, text.Length)..].Trim());
        return Finding.Error(
            string.Create(CultureInfo.InvariantCulture, $"{file}:{line + 1}:{column + 1}"),
            shown.Length == 0 ? null : shown,
            $"is not JSON: {rule.TrimEnd('.')}");
    }
}
