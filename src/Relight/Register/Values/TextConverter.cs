using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>Writes a value as the text that its <see cref="IParsable{TSelf}"/> reads, also as the key of an object.</summary>
/// <typeparam name="T">A value whose <c>ToString</c> can be parsed back.</typeparam>
public sealed class TextConverter<T> : JsonConverter<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"'{text}' is no {typeof(T).Name}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
