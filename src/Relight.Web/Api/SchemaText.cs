using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Relight.Funds;
using Relight.Register;

namespace Relight.Web.Api;

/// <summary>Describes values that are written as one text, and which fields an answer may leave out.</summary>
internal static class SchemaText
{
    private static readonly Dictionary<Type, string> s_alsoText = new()
    {
        [typeof(Quantity)] = "40 pcs, >=500 kVA, about 480, 10 to 20 t or unspecified",
        [typeof(Money)] = "53000000 USD, at least 1500000 EUR or unspecified EUR",
        [typeof(ReportedDate)] = "2022-12-16, 2022-12-16/23, 2022-12 (mid) or 2022",
    };

    /// <summary>Adds what the framework does not see.</summary>
    public static void Describe(OpenApiSchema schema, JsonTypeInfo type)
    {
        DescribeText(schema, type.Type);
        if (type.Kind == JsonTypeInfoKind.Enumerable && schema.Items is null && type.ElementType is { } element)
        {
            var items = new OpenApiSchema();
            DescribeText(items, element);
            schema.Items = items;
        }
        // What is not known is left out of an answer, so that no field that can be unknown is sure to be there.
        foreach (var property in type.Properties.Where(property => property.IsGetNullable))
            schema.Required?.Remove(property.Name);
        if (s_alsoText.TryGetValue(type.Type, out var examples))
            schema.Description = $"{schema.Description} In a request it may also be one text, such as {examples}.";
    }

    private static void DescribeText(OpenApiSchema schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Amount))
        {
            schema.Type = JsonSchemaType.Number;
            schema.Minimum = "0";
            return;
        }
        if (plain.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is not { } converter
            || !(converter == typeof(IdConverterFactory) || (converter.IsGenericType && converter.GetGenericTypeDefinition() == typeof(TextConverter<>))))
            return;
        if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Id<>))
        {
            Set(schema, "uuid", null);
            var name = plain.GenericTypeArguments[0].Name;
            schema.Description = $"The id of {(name is ['A' or 'E' or 'I' or 'O' or 'U', ..] ? "an" : "a")} {name.ToLowerInvariant()}.";
        }
        else if (plain == typeof(Unit))
            Set(schema, null, null, Unit.All.Select(unit => unit.Code));
        else if (plain == typeof(Stage))
            Set(schema, null, null, Stage.OfGoods.Concat([GoodsStage.Withdrawn, GoodsStage.Lost]).Concat(Stage.OfMoney).Concat([MoneyStage.Withdrawn, MoneyStage.Lost]).Select(stage => stage.ToString()));
        else if (plain == typeof(Currency))
            Set(schema, null, "^[A-Z]{3}$");
        else if (plain == typeof(Country))
            Set(schema, null, "^[A-Z]{2}$");
        else if (plain == typeof(AreaCode))
            Set(schema, null, "^[A-Z]{2}[0-9]{2,10}$");
        else
            Set(schema, null, null);
    }

    private static void Set(OpenApiSchema schema, string? format, string? pattern, IEnumerable<string>? choices = null)
    {
        schema.Type = JsonSchemaType.String | ((schema.Type ?? 0) & JsonSchemaType.Null);
        schema.Format = format;
        schema.Pattern = pattern;
        if (choices is not null)
            schema.Enum = [.. choices.Select(choice => JsonValue.Create(choice))];
    }
}
