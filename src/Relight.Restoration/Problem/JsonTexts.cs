using System.Text.Json;

namespace Relight.Restoration;

/// <summary>What JSON allows and no reader can use: half of a character as a text, the same property twice in an object.</summary>
internal static class JsonTexts
{
    /// <summary>Goes through a JSON text once.</summary>
    /// <exception cref="JsonException">The text is no JSON, or has one of these; with line and column.</exception>
    public static void Require(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                names.Push(new HashSet<string>(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject)
                names.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && !names.Peek().Add(Text(ref reader, bytes)))
                throw At(bytes, reader.TokenStartIndex, "this property stands twice in one object");
            else if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
                _ = Text(ref reader, bytes);
        }
    }

    private static string Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw At(bytes, reader.TokenStartIndex, "half of a character stands alone in a text");
        }
    }

    private static JsonException At(ReadOnlySpan<byte> bytes, long index, string message)
    {
        var before = bytes[..(int)index];
        return new JsonException(message, null, before.Count((byte)'\n'), before.Length - (before.LastIndexOf((byte)'\n') + 1));
    }
}
