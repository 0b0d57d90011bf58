using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Sample;

/// <summary>Reads the sample's data files, which are part of the program. A mistake in them is a mistake of the program.</summary>
internal static class SampleText
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The list in a data file.</summary>
    /// <param name="name">Name of the file without its ending.</param>
    public static IReadOnlyList<T> List<T>(string name)
    {
        using var stream = typeof(SampleText).Assembly.GetManifestResourceStream($"Relight.Sample.Data.{name}.json")
            ?? throw new InvalidOperationException($"the data file {name} is not part of the program");
        return JsonSerializer.Deserialize<List<T>>(stream, s_options)!;
    }

    /// <summary>Reads <c>45</c>, <c>&gt;=500</c>, <c>&lt;=72</c>, <c>~480</c> or <c>?</c>, and the word that follows it.</summary>
    public static (Bounds Bounds, string? Word) Amount(string text)
    {
        var parts = text.Split(' ', 2);
        decimal Number(int from) => decimal.Parse(parts[0].AsSpan(from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var bounds = parts[0] switch
        {
            "?" => Bounds.Unspecified,
            ['>', '=', ..] => Bounds.AtLeast(Number(2)),
            ['<', '=', ..] => Bounds.AtMost(Number(2)),
            ['~', ..] => Bounds.About(Number(1)),
            _ => Bounds.Exactly(Number(0)),
        };
        return (bounds, parts.ElementAtOrDefault(1));
    }

    /// <summary>An amount with its unit; pieces where none is written.</summary>
    public static Quantity Quantity(string text)
    {
        var (bounds, unit) = Amount(text);
        return new Quantity(bounds, unit is null ? Unit.Piece : Unit.Parse(unit, null));
    }

    /// <summary>A date as <see cref="ReportedDate"/> reads it.</summary>
    public static ReportedDate Date(string text) =>
        ReportedDate.TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is no date");
}
