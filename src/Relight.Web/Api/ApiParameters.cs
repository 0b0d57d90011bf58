using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Relight.Web.Api;

/// <summary>Parameters and problems of a route, as the description lists them.</summary>
internal static partial class ApiParameters
{
    private static readonly (string Name, string Says)[] s_upload =
    [
        ("dryRun", "true tells everything that is wrong and enters nothing."),
        ("map", "heading=column: what a heading means; may be given again, and is remembered."),
        ("ignore", "A heading that is left out; may be given again, and is remembered."),
        ("set", "column=value: what stands in a column in every row; may be given again."),
    ];

    private static readonly (string Name, string Says)[] s_search =
    [
        ("where", "Conditions with units, all of which must hold, e.g. HV = 330 kV ± 5 %, power ≥ 200 MVA, mass ≤ 180 t, ready before 15 January."),
        ("limit", "How many are wanted, 1 to 500; 50 unless given."),
    ];

    /// <summary>What the path, the query and the headers take.</summary>
    public static IEnumerable<IOpenApiParameter> Of(string path, RouteText text)
    {
        foreach (Match name in InPath().Matches(path))
            yield return name.Groups[1].Value == "kind"
                ? Parameter("kind", ParameterLocation.Path, "claims, needs, offers or organisations.", required: true)
                : Parameter(name.Groups[1].Value, ParameterLocation.Path, "Its id.", JsonSchemaType.String, "uuid", required: true);
        if (text.IsCommand)
            yield return Parameter("Idempotency-Key", ParameterLocation.Header, "A UUID, or any text of up to 200 characters: the same request sent again under the same key is carried out once.", required: true);
        foreach (var (name, says) in text.IsSearch ? s_search : [])
            yield return Parameter(name, ParameterLocation.Query, says);
        foreach (var (name, says) in text.Takes)
            yield return Parameter(name, ParameterLocation.Query, says);
        foreach (var (name, says) in text.IsUpload ? s_upload : [])
            yield return Parameter(name, ParameterLocation.Query, says);
        if (text.Changes is { } list)
            yield return Parameter("If-Match", ParameterLocation.Header, IfMatchText(list, path, text.NeedsVersion), required: text.NeedsVersion);
        if (!text.IsQuery)
            yield break;
        foreach (var (name, kind, units) in text.Lists.SelectMany(list => list.FieldNames).DistinctBy(field => field.Name))
            yield return Parameter(name, ParameterLocation.Query, ConditionText(name, kind, units));
        if (path.EndsWith("/count", StringComparison.Ordinal))
            yield return Parameter("by", ParameterLocation.Query, "Field to count by.");
        else
            yield return Parameter("sort", ParameterLocation.Query, "Field to sort by, with - before it for the reverse; rows of which it is not known come last.");
        if (text.AnswerType != "application/json" || path.EndsWith("/count", StringComparison.Ordinal))
            yield break;
        yield return Parameter("limit", ParameterLocation.Query, "Rows a page, 1 to 500; 50 unless given.", JsonSchemaType.Integer);
        yield return Parameter("after", ParameterLocation.Query, "The 'next' of the page before.");
    }

    /// <summary>Problems that a route can answer with.</summary>
    public static IEnumerable<(int Status, string Says)> Problems(RouteText text)
    {
        yield return (400, "The request cannot be read; every fault is listed.");
        yield return (401, "It is not open to the public.");
        yield return (403, "The token does not open it.");
        yield return (404, "There is no such thing.");
        if (text.IsUpload)
        {
            yield return (413, "The file is too large.");
            yield return (415, "The file is of another type.");
        }
        if (!text.IsCommand)
            yield break;
        if (text.Changes is not null)
            yield return (412, text.NeedsVersion ? "Someone else changed it; each field in which the two differ is listed with both values." : "Someone else changed it: its ETag is another.");
        yield return (413, "The body is too large.");
        yield return (415, "The body is of another type.");
        yield return (422, "The register refuses it; every reason is listed.");
        if (text.NeedsVersion)
            yield return (428, "If-Match is missing.");
    }

    private static string IfMatchText(string list, string path, bool isNeeded) =>
        (path.Contains($"/{list}/", StringComparison.Ordinal) ? "ETag of the record as the sender read it" : $"ETag of the record of {list} that it belongs to, as the sender read it")
        + (isNeeded ? "." : "; left out by who does not mind what it is now.");

    private static string ConditionText(string name, FieldKind kind, IReadOnlyList<string> units) => kind switch
    {
        FieldKind.Number when units.Count == 1 => $"Condition on a number{(units[0].Length > 0 ? $" in {units[0]} or a unit that measures the same" : "")}, e.g. {name}>=200{units[0]}, {name}=100..200{units[0]}.",
        FieldKind.Number => $"Condition on a number with its unit, e.g. {name}>=200{(units.Contains("EUR") ? "EUR" : "kg")}.",
        FieldKind.Day => $"Condition on a day, e.g. {name}>=2022-12-01, {name}=2022-12.",
        FieldKind.Choice => "One of these, with commas between them.",
        _ => "A part of the text, whatever its case.",
    };

    private static OpenApiParameter Parameter(
        string name, ParameterLocation place, string says, JsonSchemaType type = JsonSchemaType.String, string? format = null, bool required = false) => new()
        {
            Name = name,
            In = place,
            Description = says,
            Required = required,
            Schema = new OpenApiSchema { Type = type, Format = format },
        };

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex InPath();
}
