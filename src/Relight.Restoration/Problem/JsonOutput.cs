using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relight.Grid;

namespace Relight.Restoration;

/// <summary>JSON as all files and reports of this project write it: indented, the same bytes on every machine.</summary>
internal static class JsonOutput
{
    // A billionth of an hour or megawatt: below any tolerance, above the noise of the last bits.
    private const int Decimals = 9;

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of one object, whose properties are to be written, and the end of its last line.</summary>
    public static string Object(Action<Utf8JsonWriter> properties)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> properties)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            properties(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>An object, or null.</summary>
    public static void Part<T>(this Utf8JsonWriter json, string name, T? part, Action<T> properties)
        where T : class
    {
        if (part is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        properties(part);
        json.WriteEndObject();
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A list of elements.</summary>
    public static void Elements(this Utf8JsonWriter json, string name, IEnumerable<ElementId> elements) =>
        json.Texts(name, elements.Select(element => element.ToString()));

    /// <summary>A number rounded to nine decimals; null where there is none.</summary>
    public static void Figure(this Utf8JsonWriter json, string name, double? value)
    {
        // Adding 0 turns −0 into 0.
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, Math.Round(number, Decimals) + 0.0);
        else
            json.WriteNull(name);
    }

    /// <summary>The name of a value in the way of properties: <c>NowBefore</c> is <c>nowBefore</c>.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
