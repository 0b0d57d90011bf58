using System.Text.Json;
using Relight.Deliveries;
using Relight.Funds;
using Relight.Grid;
using Relight.Register;

namespace Relight.Web.Api;

/// <summary>What a value of a type must be, in words that a sender can act on.</summary>
internal static class BodyWords
{
    /// <summary>The rule that a value breaks.</summary>
    public static string RuleOf(Type type, JsonElement value, Exception error) => RuleOf(type) ?? error switch
    {
        // Constructors and texts of amounts word their rule themselves; the rest is the serialiser's own, which names types of the program.
        ArgumentException argument => argument.Message.Split(" (Parameter", 2)[0],
        JsonException { Path: null } or JsonException { InnerException: null } when error.Message.StartsWith("must ", StringComparison.Ordinal)
            || error.Message.StartsWith("can be", StringComparison.Ordinal) || error.Message.StartsWith("has ", StringComparison.Ordinal) => error.Message.Split(" Path:", 2)[0],
        _ => value.ValueKind == JsonValueKind.Object ? "must have parts that fit each other" : "must be of another form",
    };

    /// <summary>What every value of a type must be; null where that depends on the value.</summary>
    public static string? RuleOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return plain.IsDefined(typeof(FlagsAttribute), false)
                ? $"must be one or more of {Names(plain)}, with commas between them"
                : $"must be one of {Names(plain)}";
        if (Rules.TryGetValue(plain, out var rule))
            return rule;
        return plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>)
            ? $"must be the id of {(plain.GenericTypeArguments[0].Name is ['A' or 'E' or 'I' or 'O' or 'U', ..] ? "an" : "a")} {Camel(plain.GenericTypeArguments[0].Name)}: 8-4-4-4-12 hexadecimal digits"
            : null;
    }

    private static Dictionary<Type, string> Rules { get; } = new()
    {
        [typeof(string)] = "must be a text",
        [typeof(bool)] = "must be true or false",
        [typeof(int)] = "must be a whole number",
        [typeof(long)] = "must be a whole number",
        [typeof(decimal)] = "must be a number, without a unit",
        [typeof(double)] = "must be a number, without a unit",
        [typeof(Amount)] = "must be a number from 0, with at most three decimals and without a unit",
        [typeof(DateOnly)] = "must be a day such as 2022-12-16",
        [typeof(DateTimeOffset)] = "must be an instant such as 2022-12-16T08:00:00Z",
        [typeof(Guid)] = "must be 8-4-4-4-12 hexadecimal digits",
        [typeof(Uri)] = "must be an address such as https://example.org/news",
        [typeof(Unit)] = $"must be a unit: {string.Join(", ", Unit.All)}",
        [typeof(Currency)] = "must be an ISO 4217 currency such as EUR",
        [typeof(Country)] = "must be an ISO 3166-1 country of two letters such as UA",
        [typeof(Language)] = "must be a BCP 47 language such as uk",
        [typeof(Unlocode)] = "must be a UN/LOCODE such as PLRZE: two letters of a country, then three of A to Z and 2 to 9",
        [typeof(byte[])] = "must be a file in base 64",
        [typeof(AreaCode)] = "must be a P-code such as UA32",
        [typeof(VectorGroup)] = "must be a vector group such as YNa0d11",
        [typeof(Stage)] = $"must be a stage: {string.Join(", ", Stage.OfGoods.Concat(Stage.OfMoney))}, or withdrawn or lost of either",
    };

    /// <summary>Values of a type as JSON, of which one can stand in for a value that cannot be read; null where none are known.</summary>
    public static IReadOnlyList<string>? SamplesOf(Type type)
    {
        if (type.IsEnum)
            return [.. Enum.GetNames(type).Where(name => name != "None").Take(2).Select(name => $"\"{Camel(name)}\"")];
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) ? Samples[typeof(Guid)] : Samples.GetValueOrDefault(type);
    }

    private static Dictionary<Type, IReadOnlyList<string>> Samples { get; } = new()
    {
        [typeof(string)] = ["\"a\"", "\"b\""],
        [typeof(bool)] = ["false", "true"],
        [typeof(int)] = ["1", "2"],
        [typeof(long)] = ["1", "2"],
        [typeof(decimal)] = ["1", "2"],
        [typeof(double)] = ["1", "2"],
        [typeof(Amount)] = ["1", "2"],
        [typeof(DateOnly)] = ["\"2000-01-01\"", "\"2100-01-01\""],
        [typeof(DateTimeOffset)] = ["\"2000-01-01T00:00:00Z\"", "\"2100-01-01T00:00:00Z\""],
        [typeof(ReportedDate)] = ["\"2000-01-01\"", "\"2100-01-01\""],
        [typeof(Guid)] = ["\"00000000-0000-4000-8000-000000000001\"", "\"00000000-0000-4000-8000-000000000002\""],
        [typeof(Uri)] = ["\"https://example.org/a\"", "\"https://example.org/b\""],
        [typeof(Unit)] = ["\"pcs\"", "\"t\""],
        [typeof(Currency)] = ["\"EUR\"", "\"USD\""],
        [typeof(Quantity)] = ["\"1 pcs\"", "\"2 t\""],
        [typeof(Money)] = ["\"1 EUR\"", "\"2 USD\""],
        [typeof(Bounds)] = ["""{"qualifier":"exact","lower":1,"upper":1}""", """{"qualifier":"exact","lower":2,"upper":2}"""],
        [typeof(ElementId)] = ["\"branch:1\"", "\"branch:2\""],
        [typeof(Country)] = ["\"UA\"", "\"FR\""],
        [typeof(Language)] = ["\"uk\"", "\"en\""],
        [typeof(Unlocode)] = ["\"PLRZE\"", "\"DEHAM\""],
        [typeof(AreaCode)] = ["\"UA32\"", "\"UA63\""],
        [typeof(byte[])] = ["\"AA==\"", "\"AQ==\""],
        [typeof(VectorGroup)] = ["\"YNa0d11\"", "\"YNd11\""],
        [typeof(Stage)] = ["\"goods:announced\"", "\"money:pledged\""],
    };

    private static string Names(Type type) =>
        string.Join(", ", Enum.GetNames(type).Where(name => name != "None").Select(Camel));

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
