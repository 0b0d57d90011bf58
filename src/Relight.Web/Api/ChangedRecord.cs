using Relight.Ledger;
using Relight.Storage;

namespace Relight.Web.Api;

/// <summary>The record that a command changes: whoever sends its ETag as If-Match changes what they saw, or nothing.</summary>
/// <param name="List">Path of its list below the operation, e.g. <c>funds</c>.</param>
/// <param name="IdOf">Its id, as text; null where there is none.</param>
internal sealed record ChangedRecord(string List, Func<RelightContext, Call, Task<string?>> IdOf)
{
    /// <summary>The record whose id stands in the path of a command, as in <c>claims/{id}/retraction</c>; null where none does.</summary>
    public static ChangedRecord? InPath(string path) => path.Split('/') is [var list, "{id}", ..]
        ? new ChangedRecord(list, (_, call) => Task.FromResult(call.Context.GetRouteValue("id") as string))
        : null;

    /// <summary>Why a command that was sent with If-Match is not carried out; null where the record is as its sender saw it.</summary>
    /// <param name="db">The register as it is in the transaction that would carry it out.</param>
    /// <param name="call">The request.</param>
    public async Task<Refusal?> IsOther(RelightContext db, Call call)
    {
        var tag = await IdOf(db, call) is { } id && Read(call) is { } list ? await list.TagOf(db, call, id) : null;
        return call.Saw(tag)
            ? null
            : new Conflict("If-Match", call.IfMatch, tag, "must be the ETag of the record as it is now: read it again, and decide whether you still want this");
    }

    // The list in which the sender reads the record, and its ETag.
    private Listing? Read(Call call)
    {
        var address = $"{ApiRoutes.OfOperation}{List}/{{id}}";
        return call.Context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText == address)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<RouteText>()?.Lists ?? [])
            .LastOrDefault(list => call.Reader.May(list.Least));
    }
}
