using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Register;

/// <summary>
/// Takes the operation from the address (<c>/in/ID/plan</c>), which then counts as part of the base address, so that links within
/// a page stay in its operation. An operation that the register does not hold is no part of any address.
/// </summary>
internal sealed class OperationPath(RequestDelegate next, Database database)
{
    private const string Segment = "in";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        context.Items[typeof(OperationPath)] = new Found(null, request.PathBase);
        if (request.Path.Value?.Split('/', 4) is [_, Segment, var id, ..] && Id<Operation>.TryParse(id, null, out var operation) && await Holds(operation, context.RequestAborted))
        {
            var taken = $"/{Segment}/{id}";
            context.Items[typeof(OperationPath)] = new Found(operation, request.PathBase);
            request.PathBase = request.PathBase.Add(taken);
            request.Path = request.Path.Value.Length > taken.Length ? request.Path.Value[taken.Length..] : "/";
        }
        await next(context);
    }

    /// <summary>The operation that an address names; null where it names none.</summary>
    public static Id<Operation>? Of(HttpContext? context) => (context?.Items[typeof(OperationPath)] as Found)?.Operation;

    /// <summary>The base address of the pages of an operation, in the language of the address that was asked for.</summary>
    public static string Of(HttpContext context, Id<Operation> operation) =>
        $"{((Found)context.Items[typeof(OperationPath)]!).Base.ToUriComponent()}/{Segment}/{operation}/";

    /// <summary>What an address has of its operation, from the slash on; empty where it names none.</summary>
    public static string PartOf(HttpContext context) => Of(context) is { } operation ? $"/{Segment}/{operation}" : "";

    private async Task<bool> Holds(Id<Operation> operation, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Operations.AnyAsync(row => row.Id == operation, cancellation);
    }

    private sealed record Found(Id<Operation>? Operation, PathString Base);
}
