using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>
/// The id of a record of type <typeparamref name="T"/>; the type keeps a claim's id from being passed for a source's.
/// Ids are made by whoever makes the record, so that a command sent twice names the same record twice.
/// </summary>
/// <typeparam name="T">The record that the id names.</typeparam>
/// <param name="Value">The id as text and databases keep it.</param>
[JsonConverter(typeof(IdConverterFactory))]
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>, IComparable<Id<T>>
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static Id<T> New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <summary>The id that belongs to a name, the same every time: for imports and samples that are loaded again.</summary>
    /// <param name="name">A name unique among the records of this type in all operations.</param>
    public static Id<T> Named(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(T).Name}\n{name}"));
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // RFC 9562: version 8, made by the application's own rule
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Id<T>(new Guid(bytes, bigEndian: true));
    }

    /// <inheritdoc/>
    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.ParseExact(s, "D"));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new Id<T>(value);
        return read;
    }

    /// <inheritdoc/>
    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    /// <summary>The id as 36 characters, lower case.</summary>
    public override string ToString() => Value.ToString("D");
}

/// <summary>Writes every <see cref="Id{T}"/> as its text.</summary>
public sealed class IdConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TextConverter<>).MakeGenericType(typeToConvert))!;
}
