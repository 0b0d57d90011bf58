using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Api;

/// <summary>What became of a command.</summary>
/// <param name="Command">The id under which the ledger keeps it.</param>
/// <param name="Address">Where the record that it made or changed can be read.</param>
/// <param name="Version">The record's version after it; left out where the record is never changed.</param>
/// <param name="Warnings">What looks like a slip, though it was taken as it is.</param>
[View(Audience.Donor)]
public sealed record Receipt(Guid Command, string Address, int? Version, IReadOnlyList<Warning> Warnings);

/// <summary>What a route makes of a request: the command, and where its record can be read.</summary>
/// <param name="Command">The command.</param>
/// <param name="Path">Path of the record below the operation, e.g. <c>needs/…</c>; empty for the operation itself.</param>
/// <param name="Version">The record's version after the command; null where it is never changed.</param>
internal sealed record Wanted(ICommand Command, string Path, int? Version = null)
{
    /// <summary>
    /// What is wrong with the request beside what the register refuses; both are told together. Of the same fields the
    /// register is not heard: what stands there in the command may only stand in for what is missing.
    /// </summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>All that is wrong: its own faults, and refusals of the register about other fields.</summary>
    public IEnumerable<Fault> With(IEnumerable<Fault> refusals) =>
        [.. Faults, .. refusals.Where(refusal => !Faults.Any(own => BodyShape.IsWithin(refusal.Field, own.Field)))];

    /// <summary>A command that was made without waiting.</summary>
    public static Task<(Wanted? Wanted, Problem? Problem)> Of(ICommand command, string path, int? version = null, IReadOnlyList<Fault>? faults = null) =>
        Task.FromResult<(Wanted?, Problem?)>((new Wanted(command, path, version) { Faults = faults ?? [] }, null));

    /// <summary>What is wrong with the id in a body that is not the one in the address.</summary>
    public static IReadOnlyList<Fault> OtherId<T>(Id<T>? given, Id<T> id) =>
        given is { } other && other != id ? [new Fault("id", $"{other}", "must be left out, or be the id in the address")] : [];

    /// <summary>No command, and why.</summary>
    public static Task<(Wanted? Wanted, Problem? Problem)> No(Problem problem) => Task.FromResult<(Wanted?, Problem?)>((null, problem));
}

/// <summary>A route that carries out one command.</summary>
/// <typeparam name="TBody">What the body is.</typeparam>
/// <param name="Method">POST to make something, PUT to change it as a whole.</param>
/// <param name="Path">Path below the operation.</param>
/// <param name="Least">The least audience that may.</param>
/// <param name="Record">What the register calls the record in the body; its refusals begin with it.</param>
/// <param name="Says">What it does, in one line.</param>
internal sealed record CommandRoute<TBody>(string Method, string Path, Audience Least, string Record, string Says)
    where TBody : class
{
    /// <summary>Whether it makes a record, whose address the answer then gives.</summary>
    public bool Makes { get; init; }

    /// <summary>Whether the request must say which version its sender saw.</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>The record that it changes: the one in the path unless a route says otherwise; null where it changes none.</summary>
    public ChangedRecord? Changed { get; init; } = ChangedRecord.InPath(Path);

    /// <summary>Makes the command, or says why there is none.</summary>
    public required Func<Call, TBody, Guid, Task<(Wanted? Wanted, Problem? Problem)>> Make { get; init; }

    /// <summary>Leaves out of what is told back what the reader may not see; all may be told unless a route says otherwise.</summary>
    public Func<Call, Fault, Fault?> Tell { get; init; } = (_, fault) => fault;

    /// <summary>Answers a request.</summary>
    public async Task<IResult> Answer(HttpContext context)
    {
        var (call, problem) = await Call.Of(context, Least, writes: true);
        if (call is null)
            return problem!;
        var (body, unusable, rest) = await Body.Read<TBody>(context.Request, call.Cancel);
        var faults = new List<Fault>();
        if (call.Key() is null)
            faults.Add(Problem.NoKey);
        if (NeedsVersion && call.SeenVersion() is null)
            faults.Add(Problem.NoVersion);
        var notTaken = call.NotTaken().ToList();
        faults.AddRange([.. notTaken, .. unusable?.Errors ?? rest?.Faults ?? []]);
        if (unusable is not null)
            return unusable with { Errors = faults };
        if (body is null || call.Key() is not { } key || notTaken.Count > 0)
            return Problem.Malformed([.. faults, .. await WouldBeRefused(call, body is null ? rest : new BodyRest<TBody>([], [body], []))]);
        if (faults.Count > 0)
            return Problem.NeedsVersion;
        var (wanted, refused) = await Make(call, body, key);
        if (wanted is null)
            return refused!;
        // An operation that is opened is the one that the command is sent to.
        call = In(call, wanted.Command);
        return wanted.Faults.Count > 0
            ? Problem.Refused([.. wanted.With(await WouldBeRefused(call, wanted.Command))])
            : Answer(call, wanted, key, await call.Send(wanted.Command, key, IfOther(call)));
    }

    // Where a version is needed, the command itself tells in which fields the two differ.
    private Func<RelightContext, Task<Refusal?>>? IfOther(Call call) =>
        Changed is { } changed && !NeedsVersion && call.IfMatch is not null ? db => changed.IsOther(db, call) : null;

    private static Call In(Call call, ICommand command) => command is OpenOperation opening ? call with { Operation = opening.Operation.Id } : call;

    // What the register refuses of the rest, whatever stands in for what cannot be read. Where the route itself gives no
    // command, what it would say of the rest could be more than the reader may know.
    private async Task<IEnumerable<Fault>> WouldBeRefused(Call call, BodyRest<TBody>? rest)
    {
        List<Fault>? told = null;
        foreach (var body in rest?.StandIns ?? [])
        {
            var (wanted, _) = await Make(call, body, call.Key() ?? Guid.Empty);
            if (wanted is null)
                return [];
            List<Fault> faults = [.. wanted.With(await WouldBeRefused(In(call, wanted.Command), wanted.Command))];
            told = told is null ? faults : [.. told.Intersect(faults)];
        }
        return told?.Where(rest!.IsRead) ?? [];
    }

    private async Task<IEnumerable<Fault>> WouldBeRefused(Call call, ICommand command) =>
        (await call.WouldRefuse(command)).Select(refusal => Tell(call, Fault.Of(refusal, Record))).OfType<Fault>();

    private IResult Answer(Call call, Wanted wanted, Guid key, Outcome outcome)
    {
        if (outcome.Refusals is [{ Field: "command" }])
            return Problem.KeyOfAnother;
        if (!outcome.Done)
        {
            var faults = outcome.Refusals.Select(refusal => Tell(call, Fault.Of(refusal, Record))).OfType<Fault>().ToList();
            return outcome.Refusals.Any(refusal => refusal is Conflict) ? Problem.Changed(faults) : Problem.Refused(faults);
        }
        var address = $"/api/operations/{call.Operation}/{wanted.Path}".TrimEnd('/');
        if (wanted.Version is { } version)
            call.Context.Response.Headers.ETag = FormattableString.Invariant($"\"{version}\"");
        if (outcome.Repeated)
            call.Context.Response.Headers["Idempotent-Replayed"] = "true";
        if (Makes)
            call.Context.Response.Headers.Location = address;
        IReadOnlyList<Warning> warnings = [.. outcome.Warnings.Select(warning => warning with { Field = Fault.InBody(warning.Field, Record) })];
        return Results.Json(
            new Receipt(key, address, wanted.Version, warnings), ApiJson.Options, statusCode: Makes ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
