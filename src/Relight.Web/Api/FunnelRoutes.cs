using System.Globalization;
using System.Text;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Api;

/// <summary>What was promised, by whom, and how far it has come: whole, or what is asked of it; as a tree, or a row for each sum.</summary>
internal static class FunnelRoutes
{
    private static readonly (string Name, string Says)[] s_takes =
    [
        ("donor", "A part of the name of a donor, whatever its case; of groups, of one of them."),
        ("item", "Kinds of item with commas between them; money is the money given, and the worth of goods."),
        ("stage", "Stages with commas between them, such as goods:committed,goods:received."),
    ];

    public static void Map(ApiRoutes routes) => routes
        .Read<Funnel>("funnel", Audience.Coordination, "What was promised, by whom, and how far it has come", Answer, s_takes)
        .File("funnel.csv", Audience.Coordination, "The same by donor as CSV with a row of HXL tags: one row for each sum that has a part", "text/csv", Csv, s_takes);

    private static async Task<IResult> Answer(Call call)
    {
        var (funnel, problem) = await Read(call);
        return funnel is null ? problem! : Results.Json(funnel, ApiJson.Options);
    }

    private static async Task<IResult> Csv(Call call)
    {
        var (funnel, problem) = await Read(call);
        return funnel is null ? problem! : Results.Stream(stream => Write(stream, funnel), "text/csv; charset=utf-8", "funnel.csv");
    }

    private static async Task<(Funnel? Funnel, Problem? Problem)> Read(Call call)
    {
        var faults = call.NotTaken([.. s_takes.Select(each => each.Name)]).ToList();
        var filter = new FunnelFilter(Donor(call, faults), Words(call, "item", typeof(ItemKind), ListWords.Members<ItemKind>, faults), Words(call, "stage", typeof(Stage), ListWords.Stages, faults));
        if (faults.Count > 0)
            return (null, Problem.Malformed(faults));
        await using var db = call.Database.Open();
        return (await Funnel.Read(db, call.Operation, filter, call.Cancel), null);
    }

    private static string? Donor(Call call, List<Fault> faults)
    {
        var texts = call.Context.Request.Query["donor"];
        if (texts.Count > 1)
            faults.Add(new Fault("donor", Checks.Shown(texts.ToString()), "must be given once"));
        return texts.ToString() is { Length: > 0 } text ? text : null;
    }

    // An empty word would stand for what has no item, or is at no stage: there is no such sum.
    private static IReadOnlyList<T>? Words<T>(Call call, string name, Type type, Func<string, IReadOnlyList<T>?> read, List<Fault> faults)
        where T : struct
    {
        if (call.Context.Request.Query[name].ToString() is not { Length: > 0 } words)
            return null;
        if (ChoiceWords.Of(type) is var choices && choices.Read(words) is not null && read(words) is { } values)
            return values;
        faults.Add(new Fault(name, Checks.Shown(words), choices.Rule));
        return null;
    }

    private static async Task Write(Stream stream, Funnel funnel)
    {
        // The mark at the start tells spreadsheets that the text is UTF-8.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(TableDownload.Line(["donors", "jointly", "item", "measure", "stage", "lower", "upper", "unspecified", "parts"]));
        await writer.WriteAsync(TableDownload.Line(
            ["#org+funding+list", "#org+funding+jointly", "#item+type", "#item+unit", "#status+code", "#item+quantity+min", "#item+quantity+max", "#meta+unspecified+num", "#meta+parts+num"]));
        foreach (var donor in funnel.Donors)
            foreach (var line in donor.Lines)
                foreach (var at in line.Stages.Concat(line.Out).Where(at => at.Total.Parts > 0))
                    await writer.WriteAsync(TableDownload.Line(
                    [
                        TableDownload.Harmless(string.Join("; ", donor.Donors)), donor.Jointly ? "true" : "false", JsonName(line.Item), line.Measure, at.Stage.ToString(),
                        Number(at.Total.Lower), at.Total.Upper is { } upper ? Number(upper) : "open", Number(at.Total.UnspecifiedParts), Number(at.Total.Parts),
                    ]));
    }

    private static string JsonName(ItemKind item) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(item.ToString());

    private static string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
