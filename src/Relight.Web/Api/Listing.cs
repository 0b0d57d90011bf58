using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Api;

/// <summary>A list of one kind of record as one audience sees it: pages, single records, counts and exports.</summary>
/// <param name="least">The least audience that sees it so.</param>
/// <param name="view">Type of the view.</param>
internal abstract class Listing(Audience least, Type view)
{
    /// <summary>The least audience that sees it so.</summary>
    public Audience Least { get; } = least;

    /// <summary>Type of the view.</summary>
    public Type View { get; } = view;

    /// <summary>Type of a single record.</summary>
    public abstract Type One { get; }

    /// <summary>Type of a page.</summary>
    public abstract Type Page { get; }

    /// <summary>Name, kind and units of each field.</summary>
    public abstract IReadOnlyList<(string Name, FieldKind Kind, IReadOnlyList<string> Units)> FieldNames { get; }

    /// <summary>Answers with a page.</summary>
    public abstract Task<IResult> AnswerPage(Call call);

    /// <summary>Answers with the record whose id is in the address.</summary>
    public abstract Task<IResult> AnswerOne(Call call);

    /// <summary>
    /// The ETag of a record, in its quotation marks: its version where it has one, else the hash of what this audience reads of it.
    /// Null where there is no such record.
    /// </summary>
    /// <param name="db">The register.</param>
    /// <param name="call">Who reads.</param>
    /// <param name="id">Id of the record, as text.</param>
    public abstract Task<string?> TagOf(RelightContext db, Call call, string id);

    /// <summary>Answers with counts.</summary>
    public abstract Task<IResult> AnswerCount(Call call);

    /// <summary>Answers with every row that meets the conditions.</summary>
    public abstract IResult AnswerExport(Call call, bool csv);
}

/// <summary>A list of one kind of record as one audience sees it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <typeparam name="TView">The view.</typeparam>
/// <param name="path">Path below the operation.</param>
/// <param name="least">The least audience that sees it so.</param>
internal sealed class Listing<T, TRow, TView>(string path, Audience least) : Listing(least, typeof(TView))
    where T : class
    where TRow : Row<T, TRow>
{
    /// <summary>Which rows the list has; all of the operation unless it says otherwise.</summary>
    public Func<RelightContext, Call, IQueryable<TRow>> Rows { get; init; } =
        (db, call) => db.Set<TRow>().Where(row => row.Operation == call.Operation);

    /// <summary>A search of its rows for some conditions, in an order that may be reversed: of the database, unless it says otherwise.</summary>
    public Func<RelightContext, Call, IReadOnlyList<ListCondition>, RowOrder<T, TRow>, bool, IRowSearch<T>> Search
    {
        get => field ?? ((db, call, conditions, order, descending) => new RowSearch<T, TRow>(db, Rows(db, call), [.. conditions.Cast<RowCondition<TRow>>()], order, descending));
        init;
    }

    /// <summary>Rows as the audience sees them.</summary>
    public required Func<RelightContext, Call, IReadOnlyList<TRow>, Task<IReadOnlyList<TView>>> Views { get; init; }

    /// <summary>A single record, where that has more than the list; null where there is none.</summary>
    public Func<RelightContext, Call, Id<T>, Task<object?>>? Detail { get; init; }

    /// <summary>Type of a single record, where that has more than the list.</summary>
    public Type? DetailType { get; init; }

    /// <summary>The version of a record, for those that can be changed and those who can change them.</summary>
    public Func<TRow, int>? Version { get; init; }

    /// <summary>Its fields; the first whose order is that of a column is the list's own order.</summary>
    public required IReadOnlyList<ListField<T, TRow, TView>> Fields { get; init; }

    /// <inheritdoc/>
    public override Type One => DetailType ?? typeof(TView);

    /// <inheritdoc/>
    public override Type Page => typeof(ListPage<TView>);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, FieldKind Kind, IReadOnlyList<string> Units)> FieldNames =>
        [.. Fields.Select(each => (each.Name, each.Kind, each.Units))];

    /// <inheritdoc/>
    public override async Task<IResult> AnswerPage(Call call)
    {
        var (scan, request, problem) = Scan(call, ListRequest.OfPage);
        if (scan is null)
            return problem!;
        await using var db = call.Database.Open();
        var items = new List<TView>();
        Found<TView> last = default;
        try
        {
            await foreach (var found in scan.Read(db, call, request.After, request.Limit))
            {
                if (items.Count == request.Limit)
                    return Results.Json(new ListPage<TView>(items, request.CursorAfter(last.Key, last.Id)), ApiJson.Options);
                items.Add(found.View);
                last = found;
            }
        }
        catch (JsonException) when (request.After is not null)
        {
            return Problem.Malformed([new Fault("after", null, ListRequest.AfterRule)]);
        }
        return Results.Json(new ListPage<TView>(items, null), ApiJson.Options);
    }

    /// <inheritdoc/>
    public override async Task<IResult> AnswerOne(Call call)
    {
        if (call.IdOf<T>() is not { } id)
            return Problem.NotFound;
        if (call.NotTaken().ToList() is { Count: > 0 } faults)
            return Problem.Malformed(faults);
        await using var db = call.Database.Open();
        if (await Row(db, call, id) is not { } row || await Text(db, call, row) is not { } text)
            return Problem.NotFound;
        var tag = Version is null ? TagOf(text) : TagOf(Version(row));
        call.Context.Response.Headers.ETag = tag;
        // What is read with a record, such as names of others, changes without its version: a version does not tell that all is the same.
        return Version is null && call.Has(tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(text, "application/json; charset=utf-8");
    }

    /// <inheritdoc/>
    public override async Task<string?> TagOf(RelightContext db, Call call, string id)
    {
        if (!Id<T>.TryParse(id, null, out var known) || await Row(db, call, known) is not { } row)
            return null;
        return Version is not null ? TagOf(Version(row)) : await Text(db, call, row) is { } text ? TagOf(text) : null;
    }

    private Task<TRow?> Row(RelightContext db, Call call, Id<T> id) => Rows(db, call).AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, call.Cancel);

    // A single record as it is answered with; null where its reader sees nothing of it.
    private async Task<byte[]?> Text(RelightContext db, Call call, TRow row) =>
        (Detail is null ? (await Views(db, call, [row]))[0] : await Detail(db, call, row.Id)) is { } one
            ? JsonSerializer.SerializeToUtf8Bytes(one, ApiJson.Options.GetTypeInfo(One))
            : null;

    private static string TagOf(int version) => FormattableString.Invariant($"\"{version}\"");

    private static string TagOf(byte[] text) => $"\"{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16))}\"";

    /// <inheritdoc/>
    public override async Task<IResult> AnswerCount(Call call)
    {
        var (scan, request, problem) = Scan(call, ListRequest.OfCount);
        if (scan is null)
            return problem!;
        var by = Fields.FirstOrDefault(field => field.Name == request.By);
        await using var db = call.Database.Open();
        if (by is null && await scan.Count(db, call) is { } counted)
            return Results.Json(new ListCount(counted, null, null), ApiJson.Options);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var (total, unknown) = (0L, 0L);
        await foreach (var found in scan.Read(db, call, null, ListRequest.MostRows))
        {
            total++;
            var values = by?.Values(found.View).OfType<string>().Distinct().ToList() ?? [];
            unknown += values.Count == 0 ? 1 : 0;
            foreach (var value in values)
                counts[value] = counts.GetValueOrDefault(value) + 1;
        }
        if (by is null)
            return Results.Json(new ListCount(total, null, null), ApiJson.Options);
        var ordered = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new ValueCount(pair.Key, pair.Value));
        return Results.Json(new ListCount(total, by.Name, [.. ordered, .. unknown > 0 ? [new ValueCount(null, unknown)] : Array.Empty<ValueCount>()]), ApiJson.Options);
    }

    /// <inheritdoc/>
    public override IResult AnswerExport(Call call, bool csv)
    {
        var (scan, _, problem) = Scan(call, ListRequest.OfExport);
        if (scan is null)
            return problem!;
        return Results.Stream(
            async stream =>
            {
                // Who asks for the head alone is told what an export would be.
                if (HttpMethods.IsHead(call.Context.Request.Method))
                    return;
                await using var db = call.Database.Open();
                // Everything of an export is of one moment, while writers go on.
                await using var snapshot = await db.Snapshot(call.Cancel);
                var rows = scan.Read(db, call, null, ListRequest.MostRows);
                await (csv ? ListExport.Csv(stream, Fields, rows) : ListExport.Lines(stream, rows));
            },
            csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8",
            $"{path}.{(csv ? "csv" : "ndjson")}");
    }

    private (ListScan<T, TRow, TView>? Scan, ListRequest Request, Problem? Problem) Scan(Call call, IReadOnlyList<string> taken)
    {
        var faults = new List<Fault>();
        var request = ListRequest.Read($"{call.Operation} {path}", call.Context.Request.Query, taken, faults);
        var tests = new List<(ListField<T, TRow, TView>, string, Func<TView, bool>)>();
        foreach (var condition in request.Conditions)
        {
            if (Find(condition.Field, taken, faults) is not { } field)
                continue;
            if (field.Test(condition.Words, out var rule) is { } test)
                tests.Add((field, condition.Words, test));
            else
                faults.Add(new Fault(field.Name, Checks.Shown(condition.Words), rule));
        }
        var own = Fields.First(field => field.Column is not null);
        var sort = request.Sort is null ? own : FindSort(request.Sort, faults);
        if (request.By is { } by && Fields.All(field => field.Name != by))
            faults.Add(new Fault("by", Checks.Shown(by), $"must be one of {string.Join(", ", Fields.Select(field => field.Name))}"));
        return faults.Count > 0 || sort is null
            ? (null, request, Problem.Malformed(faults))
            : (new ListScan<T, TRow, TView>(this, tests, sort, own, request.Descending), request, null);
    }

    private ListField<T, TRow, TView>? Find(string name, IReadOnlyList<string> taken, List<Fault> faults)
    {
        var field = Fields.FirstOrDefault(field => field.Name == name);
        if (field is null)
            faults.Add(new Fault(Checks.Shown(name), null, $"is no field of this list; there are {string.Join(", ", Fields.Select(f => f.Name))}, and {string.Join(", ", taken)}"));
        return field;
    }

    private ListField<T, TRow, TView>? FindSort(string name, List<Fault> faults)
    {
        var field = Fields.FirstOrDefault(field => field.Name == name && field.Sorts);
        if (field is null)
            faults.Add(new Fault("sort", Checks.Shown(name), $"must be one of {string.Join(", ", Fields.Where(f => f.Sorts).Select(f => f.Name))}, with - before it for the reverse"));
        return field;
    }
}
