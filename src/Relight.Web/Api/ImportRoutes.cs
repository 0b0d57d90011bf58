using Microsoft.AspNetCore.Http.Features;
using Relight.Access;
using Relight.Intake;
using Relight.Ledger;

namespace Relight.Web.Api;

/// <summary>Tables of claims, needs, offers and organisations, as XLSX or CSV.</summary>
internal static class ImportRoutes
{
    /// <summary>Most bytes that a file may have.</summary>
    public const long MostBytes = 256_000_000;

    private const string CsvType = "text/csv";

    public static void Map(ApiRoutes routes) => routes
        .Read<IReadOnlyList<ImportColumn>>("imports/{kind}/columns", Audience.Coordination, "The columns that a table of a kind may have", ColumnsOf)
        .File("imports/{kind}/template.xlsx", Audience.Coordination, "An empty table to fill in, with a sheet that explains its columns", ImportTemplate.XlsxType, call => Template(call, ImportTemplate.XlsxType))
        .File("imports/{kind}/template.csv", Audience.Coordination, "An empty table to fill in", CsvType, call => Template(call, CsvType))
        .Upload<ImportReport>(
            "imports/{kind}", Audience.Coordination,
            "Enters a table, or tells everything that is wrong with it: dryRun=true enters nothing; map=heading=column says what a heading means, "
            + "ignore=heading that it is left out, set=column=value what stands in every row; each may be given again",
            [ImportTemplate.XlsxType, CsvType], Enter);

    private static Task<IResult> ColumnsOf(Call call) => Task.FromResult(KindOf(call) is { } kind
        ? Results.Json(ImportTables.ColumnsOf(kind), ApiJson.Options)
        : Problem.NotFound);

    private static Task<IResult> Template(Call call, string type)
    {
        if (KindOf(call) is not { } kind)
            return Task.FromResult<IResult>(Problem.NotFound);
        var content = new MemoryStream();
        if (type == CsvType)
            ImportTemplate.WriteCsv(kind, content);
        else
            ImportTemplate.WriteXlsx(kind, content);
        return Task.FromResult(Results.Bytes(content.ToArray(), type, $"{kind.ToString().ToLowerInvariant()}.{(type == CsvType ? "csv" : "xlsx")}"));
    }

    private static async Task<IResult> Enter(HttpContext context)
    {
        var (call, problem) = await Call.Of(context, Audience.Coordination, writes: true);
        if (call is null)
            return problem!;
        if (KindOf(call) is not { } kind)
            return Problem.NotFound;
        var faults = new List<Fault>();
        var request = RequestOf(call, kind, faults);
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        if (type is not (ImportTemplate.XlsxType or CsvType))
            return Problem.OtherType($"{CsvType} or {ImportTemplate.XlsxType}") with { Errors = faults };
        // A spreadsheet is read from its end: it is kept as a file while it is read, and deleted with the handle.
        var path = Path.Combine(Path.GetTempPath(), $"relight-import-{Guid.NewGuid():N}");
        try
        {
            if (await Receive(context.Request, path, call.Cancel) is { } unusable)
                return unusable with { Errors = [.. faults, .. unusable.Errors] };
            // Where the address cannot be read, nothing is entered, but the file is judged as far as it does not depend on it.
            var report = await new ImportFile(call.Database, call.Time).Run(path, request with { DryRun = request.DryRun || faults.Count > 0 }, cancel: call.Cancel);
            if (faults.Count > 0)
                return Problem.Malformed([.. faults, .. OfFile(report, faults)]);
            return Results.Json(report, ApiJson.Options, statusCode: report.FaultCounts.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ImportRequest RequestOf(Call call, ImportKind kind, List<Fault> faults)
    {
        var query = call.Context.Request.Query;
        faults.AddRange(call.NotTaken("dryRun", "map", "ignore", "set"));
        var dry = query["dryRun"].ToString();
        if (dry is not ("" or "true" or "false"))
            faults.Add(new Fault("dryRun", Checks.Shown(dry), "must be true or false"));
        var choice = ColumnChoice.Read(
            query["map"].OfType<string>(), query["ignore"].OfType<string>(), query["set"].OfType<string>(),
            (name, value, rule) => faults.Add(new Fault(name, Checks.Shown(value), rule)));
        return new ImportRequest(call.Operation, kind, choice, dry == "true", call.By, call.Reader.Sites);
    }

    // Where the address would say what a heading means, or what stands in a column, and cannot be read, neither is known.
    private static IEnumerable<Fault> OfFile(ImportReport report, List<Fault> faults)
    {
        var mayBeSaid = faults.Exists(fault => fault.Field is "map" or "set");
        foreach (var fault in report.Faults.Where(fault => !(mayBeSaid && fault.Column is not null && (fault.Row is null || fault.Value is null))))
        {
            var place = (fault.Row, fault.Column) switch
            {
                ({ } row, { } column) => FormattableString.Invariant($"row {row}, {column}"),
                ({ } row, null) => FormattableString.Invariant($"row {row}"),
                (null, { } column) => $"heading {column}",
                _ => "file",
            };
            yield return new Fault(Checks.Shown(place), fault.Value, fault.Rule);
        }
        if (report.FaultCounts.Sum(count => count.Count) - report.Faults.Count is > 0 and var more)
            yield return new Fault("file", FormattableString.Invariant($"{more}"), "so many more places are wrong");
    }

    private static async Task<Problem?> Receive(HttpRequest request, string path, CancellationToken cancel)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
            await request.Body.CopyToAsync(file, cancel);
            return null;
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problem.TooLarge(MostBytes) : Problem.Malformed(Problem.Cut);
        }
    }

    // A number of the list is no name in it.
    private static ImportKind? KindOf(Call call) => call.Context.GetRouteValue("kind") is string name
        && Enum.GetNames<ImportKind>().FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } word ? Enum.Parse<ImportKind>(word) : null;
}
