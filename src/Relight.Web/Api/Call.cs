using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Access;

namespace Relight.Web.Api;

/// <summary>A request to the HTTP interface: who asks, and of which operation.</summary>
/// <param name="Context">The request and its answer.</param>
/// <param name="Reader">Who asks.</param>
/// <param name="Operation">The operation in the address; the default where the address has none.</param>
internal sealed record Call(HttpContext Context, Reader Reader, Id<Operation> Operation)
{
    /// <summary>Where the register is.</summary>
    public Database Database => Context.RequestServices.GetRequiredService<Database>();

    /// <summary>The clock.</summary>
    public TimeProvider Time => Context.RequestServices.GetRequiredService<TimeProvider>();

    /// <summary>Ends with the request.</summary>
    public CancellationToken Cancel => Context.RequestAborted;

    /// <summary>Who acts, as the ledger keeps it: until accounts exist, the audience that the token or the host gives.</summary>
    public string By => !Reader.ByToken ? $"{Reader.Audience} without a token"
        : Reader.Organisation is { } own ? $"holder of the token of {Reader.Audience} {own}"
        : $"holder of the token of {Reader.Audience}";

    /// <summary>The call that a request is, or why it is not answered. What it asks for is looked at only after it is known who asks.</summary>
    /// <param name="context">The request.</param>
    /// <param name="least">The least audience that may.</param>
    /// <param name="writes">Whether it changes the register.</param>
    public static async Task<(Call? Call, Problem? Problem)> Of(HttpContext context, Audience least, bool writes)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        context.Response.Headers.Append(HeaderNames.Vary, "Authorization, Cookie");
        context.Response.Headers.CacheControl = "private, no-cache";
        var reader = context.RequestServices.GetRequiredService<Reader>();
        if (!reader.May(least))
            return (null, reader.ByToken ? Problem.NotForYou : Problem.NeedsToken);
        if (writes && !TokenEndpoints.FromOwnPage(context.Request))
            return (null, Problem.FromElsewhere);
        if (context.GetRouteValue("operation") is not string text)
            return (new Call(context, reader, default), null);
        if (!Id<Operation>.TryParse(text, null, out var operation))
            return (null, Problem.NotFound);
        var call = new Call(context, reader, operation);
        await using var db = call.Database.Open();
        return await db.Operations.AnyAsync(row => row.Id == operation, call.Cancel) ? (call, null) : (null, Problem.NotFound);
    }

    /// <summary>The id in the address; null where it is none.</summary>
    public Id<T>? IdOf<T>(string name = "id") =>
        Id<T>.TryParse(Context.GetRouteValue(name) as string, null, out var id) ? id : null;

    /// <summary>
    /// The id of the command that this request is: its Idempotency-Key where that is a UUID, else one made from the key,
    /// the method and the address; null where there is none or it is too long.
    /// </summary>
    public Guid? Key()
    {
        var text = Context.Request.Headers["Idempotency-Key"].ToString().Trim().Trim('"');
        if (text.Length is 0 or > 200)
            return null;
        if (Guid.TryParseExact(text, "D", out var given))
            return given;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Context.Request.Method} {Context.Request.Path}\n{text}"));
        return new Guid(hash.AsSpan(0, 16));
    }

    /// <summary>
    /// The version that the sender saw: the number in If-Match, or one that no record has where that is no version. Null where
    /// If-Match does not tell which was seen: it is missing, any record at all, or one of several.
    /// </summary>
    public int? SeenVersion()
    {
        const int OfNone = -1;
        if (Context.Request.Headers.IfMatch.ToString().Trim().Length == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseList(Context.Request.Headers.IfMatch, out var tags))
            return OfNone;
        return tags is [var tag] && !tag.Equals(EntityTagHeaderValue.Any)
            ? !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : OfNone
            : null;
    }

    /// <summary>If-Match as it was sent; null where it was not.</summary>
    public string? IfMatch => Context.Request.Headers.IfMatch is { Count: > 0 } sent ? sent.ToString() : null;

    /// <summary>Whether If-Match names a record's ETag, or any record that is there; a weak ETag names none.</summary>
    /// <param name="tag">The ETag of the record; null where there is no record.</param>
    public bool Saw(string? tag) => tag is not null
        && EntityTagHeaderValue.TryParseList(Context.Request.Headers.IfMatch, out var seen)
        && seen.Any(each => each.Equals(EntityTagHeaderValue.Any) || (!each.IsWeak && each.Tag == tag));

    /// <summary>Whether If-None-Match names what would be answered, as which a weak ETag counts too.</summary>
    /// <param name="tag">The ETag of what would be answered.</param>
    public bool Has(string tag) =>
        EntityTagHeaderValue.TryParseList(Context.Request.Headers.IfNoneMatch, out var had)
        && had.Any(each => each.Equals(EntityTagHeaderValue.Any) || each.Tag == tag);

    /// <summary>What is sent and not taken, parameters of the address, If-Match and a body: what has no effect would be taken for done.</summary>
    /// <param name="taken">Parameters that are taken.</param>
    public IEnumerable<Fault> NotTaken(params IReadOnlyList<string> taken)
    {
        foreach (var fault in BesideAddress)
            yield return fault;
        foreach (var (key, values) in Context.Request.Query)
            if (!taken.Contains(key))
                yield return new Fault(Checks.Shown(key), null, taken.Count == 0 ? "is not taken here; there are no parameters" : $"is not taken here; {string.Join(", ", taken)} are");
            else if (values.Any(string.IsNullOrEmpty))
                yield return new Fault(key, "", "must say something, or be left out");
    }

    private IEnumerable<Fault> BesideAddress
    {
        get
        {
            var about = Context.GetEndpoint()?.Metadata;
            var route = about?.GetMetadata<RouteText>();
            if (IfMatch is { } seen && route is { Changes: null } and ({ IsCommand: true } or { IsUpload: true }))
                yield return new Fault("If-Match", Checks.Shown(seen), "is not taken here: no record that has an ETag is changed");
            if (route is { IsCommand: true } && about?.GetMetadata<IAcceptsMetadata>() is null && HasBody)
                yield return new Fault("body", null, "must be left out: all that is asked for stands in the address");
        }
    }

    // A body of which no length is told is one, though it may turn out to be empty.
    private bool HasBody => Context.Request.ContentLength is { } length
        ? length > 0
        : Context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;

    /// <summary>What the register would refuse of a command, which is not carried out.</summary>
    public async Task<IReadOnlyList<Refusal>> WouldRefuse(ICommand command)
    {
        await using var db = Database.Open();
        var decision = await command.Decide(db, new Moment(Operation, By, Time.GetUtcNow()), Cancel);
        return decision is Decision.Refused refused ? refused.Refusals : [];
    }

    /// <summary>
    /// What keeps a command that has no body from being carried out, with what the register would refuse of it; null where it
    /// can be sent under the key.
    /// </summary>
    /// <param name="command">The command; null where the address does not tell which.</param>
    /// <param name="record">What the register calls the record.</param>
    /// <param name="faults">What is wrong with the address.</param>
    public async Task<Problem?> Unreadable(ICommand? command, string record, IReadOnlyList<Fault> faults)
    {
        faults = [.. BesideAddress.Except(faults), .. faults];
        if (Key() is not null && faults.Count == 0)
            return null;
        var refused = command is null ? [] : await WouldRefuse(command);
        return Problem.Malformed([.. Key() is null ? [Problem.NoKey] : Array.Empty<Fault>(), .. faults, .. refused.Select(refusal => Fault.Of(refusal, record))]);
    }

    /// <summary>Why a command that was sent was not carried out; null where it was. A repeat is marked as one.</summary>
    public Problem? NotDone(Outcome outcome, string record)
    {
        if (outcome.Refusals is [{ Field: "command" }])
            return Problem.KeyOfAnother;
        if (outcome.Repeated)
            Context.Response.Headers["Idempotent-Replayed"] = "true";
        return outcome.Done ? null : Problem.Refused([.. outcome.Refusals.Select(refusal => Fault.Of(refusal, record))]);
    }

    /// <summary>Sends a command to the register.</summary>
    /// <param name="command">The command.</param>
    /// <param name="key">Its id.</param>
    /// <param name="unless">Why it is not to be carried out, looked at in its transaction; null where there is no such reason.</param>
    public Task<Outcome> Send(ICommand command, Guid key, Func<RelightContext, Task<Refusal?>>? unless = null) =>
        Context.RequestServices.GetRequiredService<Commands>().Run(command, new Envelope(key, Operation, By), Cancel, unless);
}
