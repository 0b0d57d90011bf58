using System.Text.Json;
using Relight.Grid;
using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>The part of a plan file that says how a stage does in AC.</summary>
internal static class AcStageFile
{
    private static readonly Dictionary<ViolationKind, string> s_kinds =
        Enum.GetValues<ViolationKind>().ToDictionary(kind => kind, kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    /// <summary>Name of a kind as files write it, such as <c>lowVoltage</c>.</summary>
    public static string NameOf(ViolationKind kind) => s_kinds[kind];

    /// <summary>Writes it, numbers rounded.</summary>
    public static void Write(Utf8JsonWriter json, AcStage stage, Func<double, double> rounded)
    {
        json.WriteStartObject("ac");
        json.WriteNumber("servedMegawatts", rounded(stage.ServedMegawatts));
        json.WriteNumber("weightedServed", rounded(stage.WeightedServed));
        json.WriteNumber("shedMegawatts", rounded(stage.ShedMegawatts));
        json.WriteNumber("lossMegawatts", rounded(stage.LossMegawatts));
        json.WriteNumber("findingsInAll", stage.FindingsInAll);
        json.WriteStartArray("findings");
        foreach (var finding in stage.Findings)
            Write(json, finding, rounded);
        json.WriteEndArray();
        WriteElements(json, "switchedOff", stage.SwitchedOff);
        json.WriteEndObject();
    }

    /// <summary>Reads it; null where there is none.</summary>
    public static AcStage? Read(JsonPart? part)
    {
        if (part?.IsObject() != true)
            return null;
        part.KnowsOnly(
            "servedMegawatts", "weightedServed", "shedMegawatts", "lossMegawatts", "findingsInAll", "findings", "switchedOff");
        AcFinding[] findings = [.. (part.Optional("findings")?.Objects() ?? []).Select(ReadFinding).OfType<AcFinding>()];
        return new AcStage(
            part.Required("servedMegawatts")?.Number() ?? 0,
            part.Required("weightedServed")?.Number() ?? 0,
            part.Required("shedMegawatts")?.Number() ?? 0,
            part.Required("lossMegawatts")?.Number() ?? 0,
            findings,
            (int)(part.Optional("findingsInAll")?.Count() ?? findings.Length),
            ReadElements(part.Optional("switchedOff")));
    }

    private static void Write(Utf8JsonWriter json, AcFinding finding, Func<double, double> rounded)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(finding.Kind));
        json.WriteString("element", finding.Element.ToString());
        json.WriteNumber("value", rounded(finding.Value));
        json.WriteNumber("limit", rounded(finding.Limit));
        if (finding.ClearedAtHour is { } hour)
        {
            json.WriteNumber("clearedAtHour", rounded(hour));
            WriteElements(json, "clearedBy", finding.ClearedBy);
        }
        json.WriteEndObject();
    }

    private static void WriteElements(Utf8JsonWriter json, string name, IEnumerable<ElementId> elements)
    {
        json.WriteStartArray(name);
        foreach (var element in elements)
            json.WriteStringValue(element.ToString());
        json.WriteEndArray();
    }

    private static AcFinding? ReadFinding(JsonPart part)
    {
        part.KnowsOnly("kind", "element", "value", "limit", "clearedAtHour", "clearedBy");
        var name = part.Required("kind");
        var text = name?.Text();
        var kind = s_kinds.Where(pair => pair.Value == text).Select(pair => (ViolationKind?)pair.Key).FirstOrDefault();
        if (text is not null && kind is null)
            name!.Error($"must be one of {string.Join(", ", s_kinds.Values)}");
        var element = part.Required("element")?.Element();
        var (value, limit) = (part.Required("value")?.Number() ?? 0, part.Required("limit")?.Number() ?? 0);
        var clearedAt = part.Optional("clearedAtHour")?.Number();
        var clearedBy = ReadElements(part.Optional("clearedBy"));
        return kind is null || element is null
            ? null
            : new AcFinding(kind.Value, element.Value, value, limit) { ClearedAtHour = clearedAt, ClearedBy = clearedBy };
    }

    private static ElementId[] ReadElements(JsonPart? part) =>
        [.. (part?.Items() ?? []).Select(item => item.Element()).OfType<ElementId>()];
}
