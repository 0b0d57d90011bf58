using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Relight.Access;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Access;
using Relight.Web.Host;
using Relight.Web.Languages.Words;

namespace Relight.Web.Deliveries;

/// <summary>
/// Takes receipts from the form that a label opens. Open to whoever holds a label, by the key in it, and to coordinators
/// and operators; a wrong key is answered as if there were no such consignment.
/// </summary>
internal static class ReceiptEndpoints
{
    private const long MostBytes = 64_000_000;

    public static void MapReceipts(this WebApplication app)
    {
        // Before the page of the same address, which would take what is sent as well.
        app.MapPost("/receive/{id}", Take).DisableAntiforgery().WithOrder(-1);
        app.MapGet("/receive-worker.js", (Assets assets, HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(assets.Read("receive-worker.js"), "text/javascript");
        });
    }

    /// <summary>The consignment that a reader may receive; null where there is none of this id, or it is not open to the reader.</summary>
    public static async Task<(ConsignmentToReceive View, Id<Operation> Operation, string Key)?> Open(Database database, Reader reader, string? id, string? key, CancellationToken cancel)
    {
        if (!Id<Consignment>.TryParse(id, null, out var consignment))
            return null;
        await using var db = database.Open();
        var found = await ConsignmentList.ToReceive(db, consignment, cancel);
        return found is { } known && (reader.May(Audience.Coordination) || IsKey(key, known.Key)) ? found : null;
    }

    private static async Task<IResult> Take(string id, HttpContext context, Reader reader, Database database, Commands commands)
    {
        if (!TokenEndpoints.FromOwnPage(context.Request))
            return Plain(StatusCodes.Status403Forbidden);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        if (!context.Request.HasFormContentType)
            return Plain(StatusCodes.Status415UnsupportedMediaType);
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException)
        {
            return Plain(StatusCodes.Status413PayloadTooLarge);
        }
        var key = form["key"].ToString();
        if (await Open(database, reader, id, key, context.RequestAborted) is not { } open)
            return Plain(StatusCodes.Status404NotFound);
        var (typed, command, commandId) = await TypedReceipt.Read(form, Id<Consignment>.Parse(id, null), open.View.Lines, context.RequestAborted);
        if (command is not null)
        {
            var by = IsKey(key, open.Key) ? "holder of a label" : reader.ByToken ? $"holder of the token of {reader.Audience}" : $"{reader.Audience} without a token";
            // What is acknowledged is kept: a phone whose link drops now must not undo what is being written.
            var outcome = await commands.Run(command, new Envelope(commandId, open.Operation, by), CancellationToken.None);
            if (outcome.Done)
                return Results.LocalRedirect($"{context.Request.PathBase}/receive/{id}?key={Uri.EscapeDataString(key)}&done=1");
            var now = await Open(database, reader, id, key, context.RequestAborted);
            typed.Refuse(outcome.Refusals, command, now?.View.Receipts ?? []);
            context.Items[typeof(TypedReceipt)] = typed;
            return Again(outcome.Refusals.Any(refusal => refusal is Ledger.Conflict) ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status422UnprocessableEntity);
        }
        context.Items[typeof(TypedReceipt)] = typed;
        return Again(StatusCodes.Status422UnprocessableEntity);
    }

    // With a text of its own: the pages that tell of an error are asked for and not sent to, and would answer otherwise.
    private static IResult Plain(int status) => Results.Text(ReceiptWords.RuleElse, statusCode: status);

    // The page itself, with all that was typed and why it is not taken.
    private static RazorComponentResult<App> Again(int status) => new() { StatusCode = status };

    private static bool IsKey(string? given, string key) =>
        given is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
