using System.Text.Json;
using System.Text.Json.Serialization;
using Relight.Ledger;
using Relight.Matching;

namespace Relight.Web.Api;

/// <summary>Something wrong with a request: the place, what stands there, and the rule that it breaks.</summary>
/// <param name="Field">Where: a path in the body such as <c>requirement.highKilovolts</c>, a parameter of the address, or a header.</param>
/// <param name="Value">What stands there, shortened to one line; left out where something is missing.</param>
/// <param name="Rule">What must hold.</param>
/// <param name="Theirs">What someone else put there since it was read; only where two edited the same.</param>
public sealed record Fault(string Field, string? Value, string Rule, string? Theirs = null)
{
    /// <summary>What a rule of fit says, where that stands in the sentence of the fault; empty where it does not.</summary>
    [JsonIgnore]
    public Reason Because { get; init; }

    // What someone else put there is shown longer than what the sender has already: nothing of it is to be typed again.
    private const int MostOfTheirs = 4_000;

    /// <summary>The fault that a refusal of the register tells, with the path as the body writes it.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="record">What the register calls the record that the body is, e.g. <c>need</c>; its fields stand at the top of the body.</param>
    internal static Fault Of(Refusal refusal, string record) => new(
        InBody(refusal.Field, record),
        refusal.Value is { } value ? Checks.Shown(value) : null,
        refusal.Rule,
        (refusal as Conflict)?.Theirs is { } theirs ? Checks.Shown(theirs, MostOfTheirs) : null)
    {
        Because = (refusal as Unfit)?.Because ?? default,
    };

    /// <summary>The path of a field as the body writes it.</summary>
    /// <param name="field">The field as the register names it.</param>
    /// <param name="record">What the register calls the record that the body is.</param>
    internal static string InBody(string field, string record) =>
        field.StartsWith(record + ".", StringComparison.Ordinal) ? field[(record.Length + 1)..] : field;
}

/// <summary>An answer that says why nothing was done, as RFC 9457 writes it; it lists everything that is wrong, and never how the program works inside.</summary>
/// <param name="Status">Status of the answer.</param>
/// <param name="Kind">Last word of the problem's type, e.g. <c>refused</c>.</param>
/// <param name="Title">What kind of problem it is, the same words each time.</param>
internal sealed record Problem(int Status, string Kind, string Title) : IResult
{
    public const string ContentType = "application/problem+json";

    private static readonly JsonSerializerOptions s_options = new(LedgerJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What is wrong this time; null where the faults say it all.</summary>
    public string? Detail { get; init; }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<Fault> Errors { get; init; } = [];

    /// <summary>Methods that the address takes, where the one of the request is none of them.</summary>
    public string? Allow { get; init; }

    /// <summary>Most faults that an answer lists; how many more there are is told.</summary>
    public const int MostListed = 1_000;

    public static Problem Malformed(params IReadOnlyList<Fault> errors) =>
        new(StatusCodes.Status400BadRequest, "malformed", "The request cannot be read.") { Errors = errors };

    public static Fault NoKey { get; } =
        new("Idempotency-Key", null, "must be given: a UUID, or any text of up to 200 characters, the same only where the same request is sent again");

    public static Problem NeedsToken { get; } =
        new(StatusCodes.Status401Unauthorized, "needs-token", "This is not open to the public: send a token, as Authorization: Bearer.");

    public static Problem NotForYou { get; } =
        new(StatusCodes.Status403Forbidden, "not-for-you", "The token does not open this.");

    public static Problem FromElsewhere { get; } =
        new(StatusCodes.Status403Forbidden, "from-elsewhere", "Another site's page sent this; it is not taken.");

    public static Problem NotFound { get; } =
        new(StatusCodes.Status404NotFound, "not-found", "There is nothing at this address.");

    public static Problem Changed(IReadOnlyList<Fault> errors) =>
        new(StatusCodes.Status412PreconditionFailed, "changed", "Someone else changed it since you read it. Nothing of yours was taken.") { Errors = errors };

    public static Fault Cut { get; } = new("body", null, "ends before all of it was sent");

    public static Fault NoVersion => new("If-Match", null, "must be the ETag of the record as you read it");

    public static Problem NeedsVersion { get; } =
        new(StatusCodes.Status428PreconditionRequired, "needs-version", "Say which version you saw: send its ETag as If-Match.")
        {
            Errors = [NoVersion],
        };

    public static Problem OtherMethod(string taken) =>
        new(StatusCodes.Status405MethodNotAllowed, "other-method", "This address does not take this method.") { Detail = $"Taken is {taken}.", Allow = taken };

    public static Problem TooLarge(long most) =>
        new(StatusCodes.Status413PayloadTooLarge, "too-large", "The body is too large.") { Detail = FormattableString.Invariant($"At most {most} bytes are taken.") };

    public static Problem OtherType(string taken) =>
        new(StatusCodes.Status415UnsupportedMediaType, "other-type", "The body is of another type.") { Detail = $"Taken is {taken}." };

    public static Problem Refused(IReadOnlyList<Fault> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "refused", "The register refuses this. Nothing was changed.") { Errors = errors };

    public static Problem KeyOfAnother { get; } =
        new(StatusCodes.Status422UnprocessableEntity, "key-of-another", "This Idempotency-Key belongs to another request.")
        {
            Errors = [new Fault("Idempotency-Key", null, "must be new for each new request, and stay the same only where the same request is sent again")],
        };

    public static Problem Failed(string number) =>
        new(StatusCodes.Status500InternalServerError, "failed", "Relight failed, which is a fault of Relight and not of your request.") { Detail = $"The log has it under {number}." };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        if (Allow is not null)
            httpContext.Response.Headers.Allow = Allow;
        IReadOnlyList<Fault> listed = Errors.Count <= MostListed
            ? Errors
            : [.. Errors.Take(MostListed), new Fault("body", FormattableString.Invariant($"{Errors.Count - MostListed}"), "so many more places are wrong")];
        return httpContext.Response.WriteAsJsonAsync(
            new ProblemText($"urn:relight:problem:{Kind}", Title, Status, Detail, listed.Count > 0 ? listed : null), s_options, ContentType, httpContext.RequestAborted);
    }
}

/// <summary>A problem as it is written (RFC 9457).</summary>
/// <param name="Type">Name of the kind of problem.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Detail">What is wrong this time.</param>
/// <param name="Errors">Everything that is wrong, with its place.</param>
public sealed record ProblemText(string Type, string Title, int Status, string? Detail, IReadOnlyList<Fault>? Errors);
