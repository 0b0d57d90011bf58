using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Relight.Deliveries;
using Relight.Funds;
using Relight.Grid;
using Relight.Register;
using Relight.Web.Api;

namespace Relight.Web.Tests.Api;

/// <summary>A place in a body that holds one value: its path as faults name it, and its type.</summary>
public sealed record Leaf(string Path, Type Type);

/// <summary>Bodies of the right form made from their types: every field given but the record's own id, once for each kind that a field can be of.</summary>
public static class BodySamples
{
    /// <summary>Stands for every id.</summary>
    public const string AnyId = "5a1b6e0c-4f0e-4c1b-9d57-2f6a0f6c1d11";

    private const int MostKinds = 40;

    private static readonly Dictionary<Type, string> s_values = new()
    {
        [typeof(string)] = "\"Some words\"",
        [typeof(bool)] = "true",
        [typeof(int)] = "1",
        [typeof(long)] = "1",
        [typeof(decimal)] = "1",
        [typeof(double)] = "1",
        [typeof(Amount)] = "5",
        [typeof(DateOnly)] = "\"2022-12-16\"",
        [typeof(DateTimeOffset)] = "\"2022-12-16T08:00:00Z\"",
        [typeof(Guid)] = $"\"{AnyId}\"",
        [typeof(Uri)] = "\"https://example.org/news\"",
        [typeof(Unit)] = "\"pcs\"",
        [typeof(Currency)] = "\"EUR\"",
        [typeof(Country)] = "\"DE\"",
        [typeof(Language)] = "\"en\"",
        [typeof(AreaCode)] = "\"UA32\"",
        [typeof(Unlocode)] = "\"PLRZE\"",
        [typeof(byte[])] = "\"R0lGODlh\"",
        [typeof(VectorGroup)] = "\"YNa0d11\"",
        [typeof(Stage)] = "\"goods:announced\"",
        [typeof(ReportedDate)] = "\"2022-12-16\"",
        [typeof(Quantity)] = "\"5 pcs\"",
        [typeof(Money)] = "\"5 EUR\"",
        [typeof(ElementId)] = "\"branch:7\"",
        [typeof(Bounds)] = """{"qualifier":"exact","lower":5,"upper":5}""",
    };

    /// <summary>Bodies of a type, each with the places in it that hold one value.</summary>
    public static IEnumerable<(JsonNode Body, IReadOnlyList<Leaf> Leaves)> Of(Type type)
    {
        foreach (var choice in Enumerable.Range(0, MostKinds))
        {
            var leaves = new List<Leaf>();
            var (body, kinds) = Make(ApiJson.Options.GetTypeInfo(type), "", choice, leaves);
            yield return (body, leaves);
            if (choice + 1 >= kinds)
                yield break;
        }
    }

    /// <summary>The same body with another value at a place.</summary>
    public static string With(JsonNode body, string path, JsonNode? value)
    {
        var copy = body.DeepClone();
        var at = copy;
        var steps = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
            at = step == "0" ? at![0] : at![step];
        if (steps[^1] == "0")
            at![0] = value;
        else
            at![steps[^1]] = value;
        return copy.ToJsonString();
    }

    // The value, and how many kinds the field with the most of them can be of.
    private static (JsonNode Value, int Kinds) Make(JsonTypeInfo type, string path, int choice, List<Leaf> leaves)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (Single(plain) is { } value)
        {
            leaves.Add(new Leaf(path, plain));
            return (JsonNode.Parse(value)!, 1);
        }
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            var (element, kinds) = Make(type.Options.GetTypeInfo(type.ElementType!), path + "[0]", choice, leaves);
            return (new JsonArray(element), kinds);
        }
        var (made, most) = (new JsonObject(), 1);
        if (type.PolymorphismOptions is { } options)
        {
            var derived = options.DerivedTypes[Math.Min(choice, options.DerivedTypes.Count - 1)];
            made[options.TypeDiscriminatorPropertyName] = (string)derived.TypeDiscriminator!;
            (type, most) = (type.Options.GetTypeInfo(derived.DerivedType), options.DerivedTypes.Count);
        }
        foreach (var property in type.Properties.Where(property => !made.ContainsKey(property.Name) && !(path.Length == 0 && property.Name == "id") && (property.Set is not null || property.AssociatedParameter is not null)))
        {
            var (inner, kinds) = Make(type.Options.GetTypeInfo(property.PropertyType), path.Length == 0 ? property.Name : $"{path}.{property.Name}", choice, leaves);
            made[property.Name] = inner;
            most = Math.Max(most, kinds);
        }
        return (made, most);
    }

    private static string? Single(Type type) =>
        type.IsEnum ? JsonSerializer.Serialize(Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1), type, ApiJson.Options)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) ? $"\"{AnyId}\""
        : s_values.GetValueOrDefault(type);
}
