using Microsoft.AspNetCore.Http.Features;
using Relight.Access;
using Relight.Intake;

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
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        if (type is not (ImportTemplate.XlsxType or CsvType))
            return Problem.OtherType($"{CsvType} or {ImportTemplate.XlsxType}");
        var faults = new List<Fault>();
        var request = RequestOf(call, kind, faults);
        if (faults.Count > 0)
            return Problem.Malformed(faults);
        // A spreadsheet is read from its end: it is kept as a file while it is read, and deleted with the handle.
        var path = Path.Combine(Path.GetTempPath(), $"relight-import-{Guid.NewGuid():N}");
        try
        {
            if (await Receive(context.Request, path, call.Cancel) is { } tooLarge)
                return tooLarge;
            var report = await new ImportFile(call.Database, call.Time).Run(path, request, cancel: call.Cancel);
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
        foreach (var key in query.Keys.Where(key => key is not ("dryRun" or "map" or "ignore" or "set")))
            faults.Add(new Fault(BodyShape.TextShown(key), null, "is not taken here; dryRun, map, ignore and set are"));
        var dry = query["dryRun"].ToString();
        if (dry is not ("" or "true" or "false"))
            faults.Add(new Fault("dryRun", BodyShape.TextShown(dry), "must be true or false"));
        Dictionary<string, string> Pairs(string name)
        {
            var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in query[name].OfType<string>())
                if (pair.IndexOf('=') is > 0 and var sign)
                    pairs[pair[..sign]] = pair[(sign + 1)..];
                else
                    faults.Add(new Fault(name, BodyShape.TextShown(pair), "must be two parts with = between them"));
            return pairs;
        }
        var choice = new ColumnChoice(Pairs("map"), [.. query["ignore"].OfType<string>()], Pairs("set"));
        return new ImportRequest(call.Operation, kind, choice, dry == "true", call.By, call.Reader.Sites);
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
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.TooLarge(MostBytes);
        }
    }

    private static ImportKind? KindOf(Call call) =>
        Enum.TryParse<ImportKind>(call.Context.GetRouteValue("kind") as string, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
