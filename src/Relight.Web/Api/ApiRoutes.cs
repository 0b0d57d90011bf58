using Microsoft.AspNetCore.Http.Metadata;
using Relight.Access;

namespace Relight.Web.Api;

/// <summary>What the description of the interface says of a route beside what its types say.</summary>
/// <param name="Least">The least audience that may.</param>
/// <param name="Lists">The list as each audience sees it; empty for other routes.</param>
/// <param name="IsQuery">Whether conditions on the list's fields are taken.</param>
/// <param name="IsCommand">Whether it changes the register.</param>
/// <param name="NeedsVersion">Whether it needs If-Match.</param>
/// <param name="Answers">Types of what it answers with, by audience.</param>
/// <param name="AnswerType">Media type of the answer.</param>
/// <param name="Status">Status where all is well.</param>
internal sealed record RouteText(
    Audience Least,
    IReadOnlyList<Listing> Lists,
    bool IsQuery,
    bool IsCommand,
    bool NeedsVersion,
    IReadOnlyList<Type> Answers,
    string AnswerType = "application/json",
    int Status = StatusCodes.Status200OK)
{
    /// <summary>Statuses above this one stand for further forms of an answer, in the description alone.</summary>
    public const int OtherForms = 290;

    /// <summary>The list of the record that it changes, whose ETag is taken as If-Match; null where it changes none that is read by itself.</summary>
    public string? Changes { get; init; }

    /// <summary>Whether a file is sent.</summary>
    public bool IsUpload { get; init; }

    /// <summary>Whether conditions in words are taken.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Whether the administrator's token is needed.</summary>
    public bool IsForAdministrator { get; init; }

    /// <summary>Parameters of the address that are taken, with what each says.</summary>
    public IReadOnlyList<(string Name, string Says)> Takes { get; init; } = [];
}

/// <summary>Adds the routes of one resource.</summary>
/// <param name="builder">Where to.</param>
/// <param name="tag">Name of the resource in the description.</param>
internal sealed class ApiRoutes(IEndpointRouteBuilder builder, string tag)
{
    /// <summary>Lets a body of any type come as far as the route, which tells what it takes.</summary>
    public const string AnyType = "*/*";

    /// <summary>Where what belongs to an operation begins.</summary>
    public const string OfOperation = "/api/operations/{operation}/";

    /// <summary>A list: pages, counts, exports, and single records.</summary>
    /// <param name="path">Path below the operation.</param>
    /// <param name="says">What it lists, e.g. <c>needs</c>.</param>
    /// <param name="byAudience">The list as each audience sees it, least first.</param>
    public ApiRoutes List(string path, string says, params Listing[] byAudience) => ListAt(OfOperation + path, says, byAudience);

    /// <summary>A list at an address of its own.</summary>
    public ApiRoutes ListAt(string path, string says, params Listing[] byAudience)
    {
        var least = byAudience[0].Least;
        Task<IResult> Ask(HttpContext context, Func<Listing, Call, Task<IResult>> answer) =>
            Answer(context, least, call => answer(byAudience.Last(list => call.Reader.May(list.Least)), call));
        RouteText Text(bool query, IEnumerable<Type> answers, string type = "application/json") => new(least, byAudience, query, false, false, [.. answers], type);

        Add("GET", path, $"A page of {says}", Text(true, byAudience.Select(list => list.Page)), context => Ask(context, (list, call) => list.AnswerPage(call)));
        Add("GET", path + "/count", $"How many {says} there are, by the values of a field where one is named", Text(true, [typeof(ListCount)]), context => Ask(context, (list, call) => list.AnswerCount(call)));
        Add("GET", path + ".csv", $"All {says} that meet the conditions, as CSV with a row of HXL tags", Text(true, [], "text/csv"), context => Ask(context, (list, call) => Task.FromResult(list.AnswerExport(call, csv: true))));
        Add("GET", path + ".ndjson", $"All {says} that meet the conditions, one JSON object a line", Text(true, [], "application/x-ndjson"), context => Ask(context, (list, call) => Task.FromResult(list.AnswerExport(call, csv: false))));
        return Add("GET", path + "/{id}", $"One of the {says}", Text(false, byAudience.Select(list => list.One)), context => Ask(context, (list, call) => list.AnswerOne(call)));
    }

    /// <summary>Something that is read and is no list of records.</summary>
    /// <typeparam name="TView">What is read.</typeparam>
    /// <param name="path">Path below the operation.</param>
    /// <param name="least">The least audience that may.</param>
    /// <param name="says">What it is, in one line.</param>
    /// <param name="answer">Answers; where parameters are taken, it also tells those that are not.</param>
    /// <param name="takes">Parameters that are taken; with none, all are refused before the answer.</param>
    public ApiRoutes Read<TView>(string path, Audience least, string says, Func<Call, Task<IResult>> answer, params IReadOnlyList<(string Name, string Says)> takes) =>
        Add("GET", OfOperation + path, says, new RouteText(least, [], false, false, false, [typeof(TView)]) { Takes = takes },
            context => Answer(context, least, takes.Count > 0 ? answer : Plain(answer)));

    /// <summary>Something that is read at an address of its own.</summary>
    /// <typeparam name="TView">What is read.</typeparam>
    public ApiRoutes ReadAt<TView>(string path, Audience least, string says, Func<Call, Task<IResult>> answer) =>
        Add("GET", path, says, new RouteText(least, [], false, false, false, [typeof(TView)]), context => Answer(context, least, Plain(answer)));

    /// <summary>Something that is searched for by conditions in words.</summary>
    /// <typeparam name="TView">What is found.</typeparam>
    public ApiRoutes Search<TView>(string path, Audience least, string says, Func<Call, Task<IResult>> answer) =>
        Add("GET", OfOperation + path, says, new RouteText(least, [], false, false, false, [typeof(TView)]) { IsSearch = true }, context => Answer(context, least, answer));

    /// <summary>A command.</summary>
    public ApiRoutes Command<TBody>(CommandRoute<TBody> route)
        where TBody : class => CommandAt(OfOperation + route.Path, route);

    /// <summary>A command at an address of its own.</summary>
    public ApiRoutes CommandAt<TBody>(string path, CommandRoute<TBody> route)
        where TBody : class => Add(
            route.Method, path, route.Says,
            new RouteText(route.Least, [], false, true, route.NeedsVersion, [typeof(Receipt)], Status: route.Makes ? StatusCodes.Status201Created : StatusCodes.Status200OK) { Changes = route.Changed?.List },
            route.Answer, typeof(TBody));

    /// <summary>A command whose answer is a view of its own; it tells itself which parameters are not taken.</summary>
    /// <typeparam name="TView">The view.</typeparam>
    public ApiRoutes Command<TView>(string method, string path, Audience least, string says, Func<HttpContext, Task<IResult>> answer, params IReadOnlyList<(string Name, string Says)> takes) =>
        Add(method, OfOperation + path, says, new RouteText(least, [], false, true, false, [typeof(TView)]) { Takes = takes }, answer);

    /// <summary>A file that is read; as <see cref="Read{TView}"/>.</summary>
    public ApiRoutes File(string path, Audience least, string says, string type, Func<Call, Task<IResult>> answer, params IReadOnlyList<(string Name, string Says)> takes) =>
        Add("GET", OfOperation + path, says, new RouteText(least, [], false, false, false, [], type) { Takes = takes },
            context => Answer(context, least, takes.Count > 0 ? answer : Plain(answer)));

    /// <summary>A file of the whole register, for the holder of the administrator's token alone.</summary>
    public ApiRoutes FileForAdministrator(string path, string says, string type, Func<Call, Task<IResult>> answer) =>
        Add("GET", path, says, new RouteText(Audience.Public, [], false, false, false, [], type) { IsForAdministrator = true }, context => Answer(context, Audience.Public, call =>
            call.Reader.IsAdministrator ? Plain(answer)(call) : Task.FromResult<IResult>(call.Reader.ByToken ? Problem.NotForYou : Problem.NeedsToken)));

    /// <summary>A file that is sent, and answered with a view; what is wrong with it is told in the same form under 422.</summary>
    /// <typeparam name="TView">The view.</typeparam>
    public ApiRoutes Upload<TView>(string path, Audience least, string says, IReadOnlyList<string> types, Func<HttpContext, Task<IResult>> answer) =>
        Add("POST", OfOperation + path, says, new RouteText(least, [], false, false, false, [typeof(TView)]) { IsUpload = true }, answer, typeof(Stream), types);

    // Whoever sends a parameter wants something by it: an answer without it would be taken for what was wanted.
    private static Func<Call, Task<IResult>> Plain(Func<Call, Task<IResult>> answer) => call =>
        call.NotTaken().ToList() is { Count: > 0 } faults ? Task.FromResult<IResult>(Problem.Malformed(faults)) : answer(call);

    private static async Task<IResult> Answer(HttpContext context, Audience least, Func<Call, Task<IResult>> answer)
    {
        var (call, problem) = await Call.Of(context, least, writes: false);
        return call is null ? problem! : await answer(call);
    }

    private ApiRoutes Add(string method, string path, string says, RouteText text, Func<HttpContext, Task<IResult>> answer, Type? body = null, IReadOnlyList<string>? bodyTypes = null)
    {
        var route = builder.MapMethods(path, method == HttpMethods.Get ? [method, HttpMethods.Head] : [method], answer)
            .WithTags(tag).WithSummary(says).WithMetadata(text).DisableAntiforgery();
        if (body is not null)
            route.WithMetadata(new AcceptsMetadata([.. bodyTypes ?? ["application/json"], AnyType], body));
        foreach (var (i, type) in text.Answers.Index())
            route.WithMetadata(new ProducesResponseTypeMetadata(i == 0 ? text.Status : RouteText.OtherForms + i, type, [text.AnswerType]));
        if (text.Answers.Count == 0)
            route.WithMetadata(new ProducesResponseTypeMetadata(text.Status, typeof(string), [text.AnswerType]));
        if (text.IsUpload)
            route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status422UnprocessableEntity, text.Answers[0], [text.AnswerType]));
        foreach (var (status, _) in ApiParameters.Problems(text))
            route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemText), [Problem.ContentType]));
        return this;
    }
}
