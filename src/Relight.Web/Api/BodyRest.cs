using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Relight.Web.Api;

/// <summary>What is left of a body in which something cannot be read.</summary>
/// <typeparam name="T">The body.</typeparam>
/// <param name="Faults">Everything that cannot be read.</param>
/// <param name="StandIns">
/// The body twice, with other values of the right form wherever something cannot be read: what the register says of both
/// alike, it says of what could be read. None where no such values are known.
/// </param>
/// <param name="Places">Where they stand.</param>
internal sealed record BodyRest<T>(IReadOnlyList<Fault> Faults, IReadOnlyList<T> StandIns, IReadOnlyCollection<string> Places)
    where T : class
{
    private const int Times = 2;

    /// <summary>The rest of a body.</summary>
    public static BodyRest<T> Of(JsonElement value, JsonTypeInfo type, IReadOnlyList<Fault> faults)
    {
        var places = faults.Select(fault => fault.Field).ToHashSet(StringComparer.Ordinal);
        var bodies = new List<T>();
        if (value.ValueKind == JsonValueKind.Object && !places.Contains(BodyShape.Place("")))
            for (var time = 0; time < Times; time++)
                if (Read(new StandIn(places, time).For(value, type, ""), type) is { } body)
                    bodies.Add(body);
        return new BodyRest<T>(faults, bodies.Count == Times ? bodies : [], places);
    }

    /// <summary>Whether a fault of the register is about what could be read.</summary>
    public bool IsRead(Fault fault) => !Places.Any(place => BodyShape.IsWithin(fault.Field, place) || BodyShape.IsWithin(place, fault.Field));

    private static T? Read(JsonNode? body, JsonTypeInfo type)
    {
        try
        {
            return (T?)body?.Deserialize(type);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            // What could be read does not fit what stands in for the rest.
            return null;
        }
    }
}

/// <summary>Puts other values in the place of those that cannot be read.</summary>
/// <param name="places">Paths of what cannot be read; those of whole objects are added.</param>
/// <param name="time">Which of several values is taken, from 0; the first leaves out what may be left out.</param>
internal sealed class StandIn(HashSet<string> places, int time)
{
    /// <summary>A copy of a value; null where nothing can stand in for something in it.</summary>
    public JsonNode? For(JsonElement value, JsonTypeInfo type, string path)
    {
        if (Nullable.GetUnderlyingType(type.Type) is { } plain)
            type = type.Options.GetTypeInfo(plain);
        if (IsUnread(type, path))
            return Made(type);
        if (type.Converter is ITextOrParts either && value.ValueKind == JsonValueKind.Object)
            type = either.PartsOf(type.Options);
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => Object(value, type, path),
            JsonTypeInfoKind.Enumerable => new JsonArray([.. value.EnumerateArray().Select((item, i) =>
                For(item, type.Options.GetTypeInfo(type.ElementType!), FormattableString.Invariant($"{path}[{i}]")))]),
            _ => JsonNode.Parse(value.GetRawText()),
        };
    }

    private JsonObject Object(JsonElement value, JsonTypeInfo type, string path)
    {
        var copy = new JsonObject();
        if (type.PolymorphismOptions is { } kinds)
        {
            var marker = kinds.TypeDiscriminatorPropertyName;
            var name = value.GetProperty(marker).GetString();
            copy[marker] = name;
            type = type.Options.GetTypeInfo(kinds.DerivedTypes.First(kind => (string?)kind.TypeDiscriminator == name).DerivedType);
        }
        foreach (var property in type.Properties.Where(property => !copy.ContainsKey(property.Name)))
        {
            var (inner, innerPath) = (type.Options.GetTypeInfo(property.PropertyType), BodyShape.Under(path, property.Name));
            var isGiven = value.TryGetProperty(property.Name, out var member) && member.ValueKind != JsonValueKind.Null;
            if (isGiven && !IsUnread(inner, innerPath))
                copy[property.Name] = For(member, inner, innerPath);
            else if (BodyShape.IsNeeded(property) || (isGiven && time > 0))
                copy[property.Name] = Made(inner);
        }
        return copy;
    }

    // Of an object whose kind is not known, nothing is; nor of a value whose parts must fit each other, where one of them is not.
    private bool IsUnread(JsonTypeInfo type, string path)
    {
        if (BodyWords.SamplesOf(type.Type) is not null && places.Any(place => BodyShape.IsWithin(place, path)))
            places.Add(path);
        if (type.PolymorphismOptions is { } kinds && places.Contains(BodyShape.Under(path, kinds.TypeDiscriminatorPropertyName)))
            places.Add(path);
        return places.Contains(path);
    }

    private JsonNode? Made(JsonTypeInfo type)
    {
        if (Nullable.GetUnderlyingType(type.Type) is { } plain)
            type = type.Options.GetTypeInfo(plain);
        if (BodyWords.SamplesOf(type.Type) is { } samples)
            return JsonNode.Parse(samples[time % samples.Count]);
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                return time == 0 ? new JsonArray() : new JsonArray(Made(type.Options.GetTypeInfo(type.ElementType!)));
            case JsonTypeInfoKind.Object:
                var made = new JsonObject();
                if (type.PolymorphismOptions is { } kinds)
                {
                    var kind = kinds.DerivedTypes[time % kinds.DerivedTypes.Count];
                    made[kinds.TypeDiscriminatorPropertyName] = (string)kind.TypeDiscriminator!;
                    type = type.Options.GetTypeInfo(kind.DerivedType);
                }
                foreach (var property in type.Properties.Where(property => BodyShape.IsNeeded(property) && !made.ContainsKey(property.Name)))
                    made[property.Name] = Made(type.Options.GetTypeInfo(property.PropertyType));
                return made;
            default:
                return null;
        }
    }
}
