using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Relight.Grid;

namespace Relight.Ledger;

/// <summary>How events and records are written as text: one way, so that equal values give equal text.</summary>
public static class LedgerJson
{
    /// <summary>The settings: camel case, enumerations by name, no white space, missing values left out.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ElementIdConverter() },
    };

    /// <summary>A value as text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>A value of a type known only at run time as text.</summary>
    public static string Write(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    /// <summary>A value from text that this class wrote.</summary>
    /// <exception cref="JsonException">The text is another.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("there is no value");

    /// <summary>A value of a type known only at run time from text that this class wrote.</summary>
    /// <exception cref="JsonException">The text is another.</exception>
    public static object Read(string text, Type type) =>
        JsonSerializer.Deserialize(text, type, Options) ?? throw new JsonException("there is no value");

    private sealed class ElementIdConverter : JsonConverter<ElementId>
    {
        public override ElementId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ElementId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("this is no network element");

        public override void Write(Utf8JsonWriter writer, ElementId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
