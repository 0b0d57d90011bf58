using Microsoft.AspNetCore.Routing.Template;

namespace Relight.Web.Api;

/// <summary>The HTTP interface: everything that the register holds and does, for programs. One resource a file.</summary>
internal static class HttpInterface
{
    /// <summary>Where it begins.</summary>
    public const string Root = "/api";

    /// <summary>Adds what it needs.</summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiDescription.Apply(json.SerializerOptions));
        services.AddOpenApi("v1", ApiDescription.Describe);
    }

    /// <summary>Answers faults of the program under <see cref="Root"/> as problems, which tell nothing of the program.</summary>
    public static void UseApiProblems(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Root),
        api => api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Problem.Failed(context.TraceIdentifier).ExecuteAsync(context),
        }));

    /// <summary>Adds every route.</summary>
    public static void MapApi(this WebApplication app)
    {
        PublicationRoutes.Map(new ApiRoutes(app, "Publication"));
        OperationRoutes.Map(new ApiRoutes(app, "Operations"));
        OrganisationRoutes.Map(new ApiRoutes(app, "Organisations"));
        SourceRoutes.Map(new ApiRoutes(app, "Sources"));
        ClaimRoutes.Map(new ApiRoutes(app, "Claims"));
        LinkRoutes.Map(new ApiRoutes(app, "Links"));
        ContributionRoutes.Map(new ApiRoutes(app, "Contributions"));
        FunnelRoutes.Map(new ApiRoutes(app, "Contributions"));
        NeedRoutes.Map(new ApiRoutes(app, "Needs"));
        OfferRoutes.Map(new ApiRoutes(app, "Offers"));
        SearchRoutes.Map(new ApiRoutes(app, "Matching"));
        AllocationRoutes.Map(new ApiRoutes(app, "Allocations"));
        WantedRoutes.Map(new ApiRoutes(app, "Allocations"));
        AppealRoutes.Map(new ApiRoutes(app, "Appeals"));
        FundRoutes.Map(new ApiRoutes(app, "Funds"));
        PlanRoutes.Map(new ApiRoutes(app, "Plans"));
        OutageRoutes.Map(new ApiRoutes(app, "Outage reports"));
        SupplyRoutes.Map(new ApiRoutes(app, "Supply"));
        FacilityRoutes.Map(new ApiRoutes(app, "Facilities"));
        PlaceRoutes.Map(new ApiRoutes(app, "Deliveries"));
        ConsignmentRoutes.Map(new ApiRoutes(app, "Deliveries"));
        StockRoutes.Map(new ApiRoutes(app, "Deliveries"));
        InstallationRoutes.Map(new ApiRoutes(app, "Deliveries"));
        ImportRoutes.Map(new ApiRoutes(app, "Imports"));
        LedgerRoutes.Map(new ApiRoutes(app, "Ledger"));
        BackupRoutes.Map(new ApiRoutes(app, "Backup"));
        app.MapOpenApi(Root + "/openapi.json");
        app.Map(Root + "/{**path}", Elsewhere).ExcludeFromDescription().WithOrder(int.MaxValue);
    }

    // What no route answers: another method of an address that there is, or no address at all.
    private static IResult Elsewhere(HttpContext context, EndpointDataSource endpoints)
    {
        var taken = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(route => new TemplateMatcher(new RouteTemplate(route.RoutePattern), []).TryMatch(context.Request.Path, []))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Append(HttpMethods.Options).Distinct().Order(StringComparer.Ordinal).ToList();
        if (taken.Count == 1)
            return Problem.NotFound;
        var allow = string.Join(", ", taken);
        if (!HttpMethods.IsOptions(context.Request.Method))
            return Problem.OtherMethod(allow);
        context.Response.Headers.Allow = allow;
        return Results.NoContent();
    }
}
