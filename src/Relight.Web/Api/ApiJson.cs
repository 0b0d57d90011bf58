using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Relight.Intake;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Web.Api;

/// <summary>How the HTTP interface writes and reads values: as the ledger writes them, and amounts and dates also as people do.</summary>
internal static class ApiJson
{
    /// <summary>The settings.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(LedgerJson.Options)
        {
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        // A number for a choice would mean another choice once one is added in the middle.
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Insert(0, new TextOr<ReportedDate>(ReadDate));
        options.Converters.Insert(0, new TextOr<Quantity>(ReadQuantity));
        options.Converters.Insert(0, new TextOr<Money>(ReadMoney));
        return options;
    }

    private static (ReportedDate? Value, string? Rule) ReadDate(string text) => ReportedDate.TryParse(text, out var date)
        ? (date, null)
        : (null, $"must be a date such as 2022-12-16, 2022-12-16/23, 2022-12 (mid) or 2022, of the years {ReportedDate.FirstYear} to {ReportedDate.LastYear}");

    private static (Quantity? Value, string? Rule) ReadQuantity(string text)
    {
        var rule = AmountText.Read(text, out Quantity? quantity);
        return (quantity, rule);
    }

    private static (Money? Value, string? Rule) ReadMoney(string text)
    {
        if (AmountText.Read(text, out var bounds, out var word) is { } rule)
            return (null, rule);
        return Currency.TryParse(word.ToUpperInvariant(), null, out var currency)
            ? (new Money(bounds, currency), null)
            : (null, "must be an amount with an ISO 4217 currency, such as at least 53000000 USD");
    }
}

/// <summary>Reads a value either from its parts or from one text; writes its parts.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="read">Reads the text: the value, or the rule that the text breaks.</param>
internal sealed class TextOr<T>(Func<string, (T? Value, string? Rule)> read) : JsonConverter<T>, ITextOrParts
    where T : class
{
    private static JsonSerializerOptions? s_parts;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            return JsonSerializer.Deserialize<T>(ref reader, Parts(options));
        var (value, rule) = read(reader.GetString()!);
        return value ?? throw new JsonException(rule);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, Parts(options));

    public JsonTypeInfo PartsOf(JsonSerializerOptions options) => Parts(options).GetTypeInfo(typeof(T));

    // The same settings without this converter: the value's own parts.
    private static JsonSerializerOptions Parts(JsonSerializerOptions options)
    {
        if (s_parts is { } made)
            return made;
        var parts = new JsonSerializerOptions(options);
        foreach (var own in parts.Converters.OfType<TextOr<T>>().ToList())
            parts.Converters.Remove(own);
        return s_parts = parts;
    }
}

/// <summary>A value that is read from one text or from its parts.</summary>
internal interface ITextOrParts
{
    /// <summary>What its parts are.</summary>
    JsonTypeInfo PartsOf(JsonSerializerOptions options);
}
