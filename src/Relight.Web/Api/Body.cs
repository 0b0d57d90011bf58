using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Web.Api;

/// <summary>Reads the body of a request as a record, and tells everything that keeps it from being one.</summary>
internal static class Body
{
    /// <summary>Most bytes that a body may have: the longest text that a source may keep, each character in four bytes, and more.</summary>
    public const long MostBytes = 16_000_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 32 };

    /// <summary>The record, or the problem, or what is left of it where some of it cannot be read.</summary>
    public static async Task<(T? Value, Problem? Problem, BodyRest<T>? Left)> Read<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        if (!request.HasJsonContentType())
            return (null, Problem.OtherType("application/json"), null);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, s_options, cancel);
            var type = ApiJson.Options.GetTypeInfo(typeof(T));
            var faults = new List<Fault>();
            // Of a field that stands twice nobody can tell which is meant.
            BodyShape.CheckOnce(document.RootElement, "", faults);
            if (faults.Count > 0)
                return (null, Problem.Malformed(faults), null);
            BodyShape.Check(document.RootElement, type, "", faults);
            return faults.Count == 0
                ? ((T?)document.RootElement.Deserialize(type), null, null)
                : (null, null, BodyRest<T>.Of(document.RootElement, type, faults));
        }
        catch (JsonException error)
        {
            var place = FormattableString.Invariant($"line {(error.LineNumber ?? 0) + 1}, byte {(error.BytePositionInLine ?? 0) + 1}");
            return (null, Problem.Malformed([new Fault("body", null, $"must be JSON, nested at most {s_options.MaxDepth} deep; it is not at {place}")]), null);
        }
        catch (InvalidOperationException)
        {
            return (null, Problem.Malformed([new Fault("body", null, "must be JSON in UTF-8, without halves of characters in names of fields")]), null);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problem.TooLarge(MostBytes), null);
        }
        catch (BadHttpRequestException)
        {
            return (null, Problem.Malformed(Problem.Cut), null);
        }
    }
}

/// <summary>Holds a JSON value against the type that it is to be read as.</summary>
internal static class BodyShape
{
    /// <summary>Notes everything in which the value and all that is in it differ from the type.</summary>
    public static void Check(JsonElement value, JsonTypeInfo type, string path, List<Fault> faults)
    {
        if (Nullable.GetUnderlyingType(type.Type) is { } plain)
            type = type.Options.GetTypeInfo(plain);
        if (type.Converter is ITextOrParts either && value.ValueKind == JsonValueKind.Object)
            type = either.PartsOf(type.Options);
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckObject(value, type, path, faults);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (i, item) in value.EnumerateArray().Index())
                    Check(item, type.Options.GetTypeInfo(type.ElementType!), FormattableString.Invariant($"{path}[{i}]"), faults);
                break;
            case JsonTypeInfoKind.None:
                CheckWhole(value, type, path, faults);
                break;
            default:
                faults.Add(new Fault(Place(path), Shown(value), type.Kind == JsonTypeInfoKind.Enumerable ? "must be a list, [ … ]" : "must be an object, { … }"));
                break;
        }
    }

    /// <summary>Notes every field that stands more than once in its object, at any depth.</summary>
    public static void CheckOnce(JsonElement value, string path, List<Fault> faults)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (i, item) in value.EnumerateArray().Index())
                CheckOnce(item, FormattableString.Invariant($"{path}[{i}]"), faults);
            return;
        }
        if (value.ValueKind != JsonValueKind.Object)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                faults.Add(new Fault(Under(path, Checks.Shown(member.Name)), Shown(member.Value), "stands more than once: each field is given once"));
            CheckOnce(member.Value, Under(path, Checks.Shown(member.Name)), faults);
        }
    }

    private static void CheckObject(JsonElement value, JsonTypeInfo type, string path, List<Fault> faults)
    {
        var (before, marker) = (faults.Count, (string?)null);
        if (type.PolymorphismOptions is { } kinds)
        {
            marker = kinds.TypeDiscriminatorPropertyName;
            var name = value.TryGetProperty(marker, out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            var kind = kinds.DerivedTypes.FirstOrDefault(derived => derived.TypeDiscriminator is string known && known == name);
            if (kind.DerivedType is null)
            {
                faults.Add(new Fault(Under(path, marker), name is null ? null : Checks.Shown(name), $"must be one of {string.Join(", ", kinds.DerivedTypes.Select(d => d.TypeDiscriminator))}"));
                return;
            }
            type = type.Options.GetTypeInfo(kind.DerivedType);
        }
        var known = type.Properties.Where(property => property.Name != marker).ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject().Where(member => member.Name != marker))
        {
            if (!known.TryGetValue(member.Name, out var property))
                faults.Add(new Fault(Under(path, Checks.Shown(member.Name)), Shown(member.Value), $"is no field here; fields are {string.Join(", ", known.Values.Where(IsTaken).Select(p => p.Name))}"));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Check(member.Value, type.Options.GetTypeInfo(property.PropertyType), Under(path, member.Name), faults);
        }
        foreach (var property in known.Values.Where(IsNeeded))
            if (!value.TryGetProperty(property.Name, out var member) || member.ValueKind == JsonValueKind.Null)
                faults.Add(new Fault(Under(path, property.Name), null, "must be given"));
        // Parts that are right by themselves may not fit each other, which the type's constructor tells.
        if (faults.Count == before)
            CheckWhole(value, type, path, faults);
    }

    private static void CheckWhole(JsonElement value, JsonTypeInfo type, string path, List<Fault> faults)
    {
        try
        {
            var made = value.Deserialize(type);
            if (made is null)
                faults.Add(new Fault(Place(path), null, "must be given"));
            else if (made is ReportedDate date && !(ReportedDate.IsTaken(date.Earliest) && ReportedDate.IsTaken(date.Latest)))
                faults.Add(new Fault(Place(path), Checks.Shown(date.Text), $"must be of the years {ReportedDate.FirstYear} to {ReportedDate.LastYear}"));
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            faults.Add(new Fault(Place(path), Shown(value), BodyWords.RuleOf(type.Type, value, error)));
        }
    }

    private static bool IsTaken(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    /// <summary>Whether a property must be given.</summary>
    internal static bool IsNeeded(JsonPropertyInfo property) =>
        (property.IsRequired && !property.IsSetNullable) || property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };

    /// <summary>The path of a field of an object.</summary>
    internal static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Whether a field is another, or a part of it.</summary>
    internal static bool IsWithin(string field, string place) =>
        field.StartsWith(place, StringComparison.Ordinal) && (field.Length == place.Length || field[place.Length] is '.' or '[');

    /// <summary>The path as a fault names it.</summary>
    internal static string Place(string path) => path.Length == 0 ? "body" : path;

    private static string Shown(JsonElement value)
    {
        try
        {
            return Checks.Shown(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        }
        catch (InvalidOperationException)
        {
            // Half of a character of two parts, or bytes that are no UTF-8.
            return "\uFFFD";
        }
    }
}
