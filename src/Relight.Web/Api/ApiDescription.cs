using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Relight.Access;

namespace Relight.Web.Api;

/// <summary>Describes the HTTP interface as an OpenAPI 3.1 document, from its routes and types.</summary>
internal static class ApiDescription
{
    /// <summary>Makes the framework see types as <see cref="ApiJson"/> writes them.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = ApiJson.Options.PropertyNamingPolicy;
        options.DefaultIgnoreCondition = ApiJson.Options.DefaultIgnoreCondition;
        options.Encoder = ApiJson.Options.Encoder;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Clear();
        // Amounts and dates are described by their parts; that a text is taken too is said beside them.
        foreach (var converter in ApiJson.Options.Converters.Where(converter => converter is not ITextOrParts))
            options.Converters.Add(converter);
    }

    /// <summary>Adds what types alone do not say.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.HttpMethod != HttpMethods.Head && route.ActionDescriptor.EndpointMetadata.OfType<RouteText>().Any();
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Relight",
                Version = "1",
                Description = "A register of aid for a damaged power grid. What an answer holds depends on the audience of the token that is sent; "
                    + "without one it is the public's. Every refusal is a problem (RFC 9457) that lists all that is wrong.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of the configuration, which gives its holder an audience." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(Describe);
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaText.Describe(schema, context.JsonTypeInfo);
            return Task.CompletedTask;
        });
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RouteText>().FirstOrDefault() is not { } text)
            return Task.CompletedTask;
        var path = context.Description.RelativePath!;
        // Comments on the function that answers would stand here, which is the same for many routes.
        operation.Summary = context.Description.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().Last().Summary;
        operation.OperationId = NameOf(context.Description.HttpMethod!, path);
        operation.Description = text.IsForAdministrator ? "For the administrator." : $"For {string.Join(", ", Enum.GetValues<Audience>().Where(audience => audience >= text.Least)).ToLowerInvariant()}.";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] }];
        operation.Parameters = [.. ApiParameters.Of(path, text)];
        foreach (var (status, says) in ApiParameters.Problems(text))
            operation.Responses![$"{status}"].Description = says;
        operation.RequestBody?.Content?.Remove(ApiRoutes.AnyType);
        Join(operation.Responses!, text);
        return Task.CompletedTask;
    }

    // A status has one type in the framework's eyes: the forms for other audiences were declared under statuses that do not exist.
    private static void Join(OpenApiResponses responses, RouteText text)
    {
        var done = (OpenApiResponse)responses[$"{text.Status}"];
        done.Description = text.Answers.Count > 1 ? "Done; the first form for donors, the second for coordinators and operators." : "Done.";
        if (text.Answers.Count < 2)
            return;
        var forms = new List<IOpenApiSchema> { done.Content![text.AnswerType].Schema! };
        for (var i = 1; i < text.Answers.Count; i++)
        {
            forms.Add(responses[$"{RouteText.OtherForms + i}"].Content![text.AnswerType].Schema!);
            responses.Remove($"{RouteText.OtherForms + i}");
        }
        done.Content[text.AnswerType].Schema = new OpenApiSchema { AnyOf = forms };
    }

    // get needs/{id}/matches becomes getNeedsIdMatches.
    private static string NameOf(string method, string path) => method.ToLowerInvariant() + string.Concat(
        path.Replace("api/operations/{operation}", "", StringComparison.Ordinal).Replace("api/", "", StringComparison.Ordinal)
            .Split('/', '.', '-', '{', '}').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
