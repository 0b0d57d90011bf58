using System.Text.Encodings.Web;
using System.Text.Json;
using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Restoration;

/// <summary>Plans as JSON files. The same plan gives the same bytes on every machine.</summary>
public static class PlanFile
{
    // A billionth of an hour or megawatt: below any tolerance, above the noise of the last bits.
    private const int Decimals = 9;

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a plan. Hours, megawatts and energies are rounded to nine decimals.</summary>
    public static void Write(Plan plan, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartObject();
        json.WriteString("scenario", plan.Scenario);
        json.WriteBoolean("interrupted", plan.Interrupted);
        if (plan.AcInterrupted)
            json.WriteBoolean("acInterrupted", true);
        WriteObjective(json, plan.Objective);
        json.WriteStartArray("repairs");
        foreach (var repair in plan.Repairs)
            WriteRepair(json, repair);
        json.WriteEndArray();
        json.WriteStartArray("curve");
        foreach (var stage in plan.Curve)
            WriteStage(json, stage);
        json.WriteEndArray();
        WriteSolver(json, plan.Solver);
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    /// <summary>
    /// Writes a plan to a file, whole or not at all: it is written beside its place and moved there when it is complete.
    /// </summary>
    /// <returns>Null, or what stood in the way.</returns>
    public static Finding? Save(Plan plan, string path) => WholeFile.Save(path, file => Write(plan, file));

    /// <summary>Reads a plan file.</summary>
    public static Imported<Plan> Read(string path) => SourceFile.Read(path, source => Parse(source.Text, source.FileName));

    /// <summary>Reads the text of a plan. Whether the plan is any good is for <see cref="PlanCheck"/> to say.</summary>
    /// <param name="json">The text.</param>
    /// <param name="fileName">Name of the file, for the findings.</param>
    public static Imported<Plan> Parse(string json, string fileName)
    {
        var findings = new List<Finding>();
        if (JsonPart.Parse(json, fileName, findings) is not { } root)
            return new Imported<Plan>(null, findings);
        root.KnowsOnly("scenario", "interrupted", "acInterrupted", "objective", "repairs", "curve", "solver");
        var interrupted = root.Optional("interrupted")?.Flag() ?? false;
        var plan = new Plan
        {
            Scenario = root.Required("scenario")?.Text() ?? "",
            Interrupted = interrupted,
            AcInterrupted = root.Optional("acInterrupted")?.Flag() ?? false,
            Objective = ReadObjective(root.Required("objective")),
            Repairs = [.. (root.Required("repairs")?.Objects() ?? []).Select(ReadRepair).OfType<PlannedRepair>()],
            Curve = [.. (root.Required("curve")?.Objects() ?? []).Select(ReadStage)],
            Solver = ReadSolver(root.Optional("solver"), interrupted),
        };
        return new Imported<Plan>(findings.Any(f => f.Severity == Severity.Error) ? null : plan, findings);
    }

    private static void WriteObjective(Utf8JsonWriter json, PlanObjective objective)
    {
        json.WriteStartObject("objective");
        json.WriteNumber("unservedMWh", Rounded(objective.UnservedMegawattHours));
        json.WriteNumber("weightedUnservedMWh", Rounded(objective.WeightedUnservedMegawattHours));
        json.WriteNumber("lowerBoundMWh", Rounded(objective.LowerBoundMegawattHours));
        json.WriteNumber("gap", Rounded(objective.Gap));
        json.WriteEndObject();
    }

    private static void WriteRepair(Utf8JsonWriter json, PlannedRepair repair)
    {
        json.WriteStartObject();
        json.WriteString("element", repair.Element.ToString());
        json.WriteString("crew", repair.Crew);
        json.WriteNumber("start", Rounded(repair.Start));
        json.WriteNumber("end", Rounded(repair.End));
        json.WriteString("why", repair.Why);
        if (repair.Reason is { } reason)
            WriteReason(json, reason);
        json.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter json, RepairReason reason)
    {
        json.WriteStartObject("reason");
        json.WriteNumber("gainMegawatts", Rounded(reason.GainMegawatts));
        json.WriteNumber("pathMegawatts", Rounded(reason.PathMegawatts));
        json.WriteNumber("pathHour", Rounded(reason.PathHour));
        json.WriteStartArray("with");
        foreach (var element in reason.With)
            json.WriteStringValue(element.ToString());
        json.WriteEndArray();
        json.WriteStartArray("buses");
        foreach (var bus in reason.Buses)
            json.WriteNumberValue(bus);
        json.WriteEndArray();
        if (reason.PathBuses.Count > 0)
        {
            json.WriteStartArray("pathBuses");
            foreach (var bus in reason.PathBuses)
                json.WriteNumberValue(bus);
            json.WriteEndArray();
        }
        if (!reason.GainIsKnown)
            json.WriteBoolean("gainIsKnown", false);
        if (!reason.PathIsKnown)
            json.WriteBoolean("pathIsKnown", false);
        json.WriteString("cause", reason.Cause.ToString());
        if (reason.After is { } after)
            json.WriteString("after", after.ToString());
        json.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter json, CurveStage stage)
    {
        json.WriteStartObject();
        json.WriteNumber("fromHours", Rounded(stage.FromHours));
        json.WriteNumber("toHours", Rounded(stage.ToHours));
        json.WriteNumber("demandMegawatts", Rounded(stage.DemandMegawatts));
        json.WriteNumber("servedMegawatts", Rounded(stage.ServedMegawatts));
        json.WriteNumber("weightedServed", Rounded(stage.WeightedServed));
        if (!double.IsNaN(stage.PeopleWithoutPower))
            json.WriteNumber("peopleWithoutPower", Rounded(stage.PeopleWithoutPower));
        json.WriteStartArray("open");
        foreach (var element in stage.Open)
            json.WriteStringValue(element.ToString());
        json.WriteEndArray();
        if (stage.ClosingCosts.Count > 0)
        {
            json.WriteStartArray("closingCosts");
            foreach (var megawatts in stage.ClosingCosts)
                json.WriteNumberValue(Rounded(megawatts));
            json.WriteEndArray();
        }
        if (stage.Ac is { } ac)
            AcStageFile.Write(json, ac, Rounded);
        json.WriteEndObject();
    }

    private static void WriteSolver(Utf8JsonWriter json, SolverRun solver)
    {
        json.WriteStartObject("solver");
        json.WriteString("method", solver.Method);
        json.WriteNumber("seconds", Math.Round(solver.Seconds, 3));
        json.WriteNumber("statesEvaluated", solver.StatesEvaluated);
        json.WriteNumber("seed", solver.Seed);
        if (solver.EndedBy is { } end)
            json.WriteString("endedBy", NameOf(end));
        json.WriteEndObject();
    }

    private static PlanObjective ReadObjective(JsonPart? part)
    {
        if (part?.IsObject() != true)
            return new PlanObjective(0, 0, 0);
        part.KnowsOnly("unservedMWh", "weightedUnservedMWh", "lowerBoundMWh", "gap");
        _ = part.Optional("gap")?.Number();
        return new PlanObjective(
            part.Required("unservedMWh")?.Number() ?? 0,
            part.Required("weightedUnservedMWh")?.Number() ?? 0,
            part.Optional("lowerBoundMWh")?.Number() ?? 0);
    }

    private static PlannedRepair? ReadRepair(JsonPart part)
    {
        part.KnowsOnly("element", "crew", "start", "end", "why", "reason");
        var element = part.Required("element")?.Element();
        var crew = part.Required("crew")?.Text();
        var start = part.Required("start")?.Number();
        var end = part.Required("end")?.Number();
        var why = part.Optional("why")?.Text(mayBeEmpty: true);
        var reason = ReadReason(part.Optional("reason"));
        return element is null
            ? null
            : new PlannedRepair(element.Value, crew ?? "", start ?? 0, end ?? 0, why ?? "") { Reason = reason };
    }

    private static RepairReason? ReadReason(JsonPart? part)
    {
        if (part?.IsObject() != true)
            return null;
        part.KnowsOnly("gainMegawatts", "pathMegawatts", "pathHour", "with", "buses", "pathBuses", "gainIsKnown", "pathIsKnown", "cause", "after");
        return new RepairReason
        {
            GainMegawatts = part.Required("gainMegawatts")?.Number() ?? 0,
            PathMegawatts = part.Optional("pathMegawatts")?.Number() ?? 0,
            PathHour = part.Optional("pathHour")?.Number() ?? 0,
            With = [.. (part.Optional("with")?.Items() ?? []).Select(item => item.Element()).OfType<ElementId>()],
            Buses = [.. (part.Optional("buses")?.Items() ?? []).Select(item => item.Whole()).OfType<int>()],
            PathBuses = [.. (part.Optional("pathBuses")?.Items() ?? []).Select(item => item.Whole()).OfType<int>()],
            GainIsKnown = part.Optional("gainIsKnown")?.Flag() ?? true,
            PathIsKnown = part.Optional("pathIsKnown")?.Flag() ?? true,
            Cause = Enum.TryParse<StartCause>(part.Required("cause")?.Text(), out var cause) ? cause : StartCause.Nothing,
            After = part.Optional("after")?.Element(),
        };
    }

    private static CurveStage ReadStage(JsonPart part)
    {
        part.KnowsOnly(
            "fromHours", "toHours", "demandMegawatts", "servedMegawatts", "weightedServed", "peopleWithoutPower", "open", "closingCosts", "ac");
        return new CurveStage(
            part.Required("fromHours")?.Number() ?? 0,
            part.Required("toHours")?.Number() ?? 0,
            part.Required("demandMegawatts")?.Number() ?? 0,
            part.Required("servedMegawatts")?.Number() ?? 0,
            part.Required("weightedServed")?.Number() ?? 0,
            [.. (part.Optional("open")?.Items() ?? []).Select(item => item.Element()).OfType<ElementId>()],
            part.Optional("peopleWithoutPower")?.Number() ?? double.NaN)
        {
            ClosingCosts = [.. (part.Optional("closingCosts")?.Items() ?? []).Select(item => item.Number() ?? 0)],
            Ac = AcStageFile.Read(part.Optional("ac")),
        };
    }

    private static SolverRun ReadSolver(JsonPart? part, bool interrupted)
    {
        if (part?.IsObject() != true)
            return new SolverRun("", 0, 0, 0);
        part.KnowsOnly("method", "seconds", "statesEvaluated", "seed", "endedBy");
        return new SolverRun(
            part.Optional("method")?.Text(mayBeEmpty: true) ?? "",
            part.Optional("seconds")?.Number(0) ?? 0,
            part.Optional("statesEvaluated")?.Count() ?? 0,
            part.Optional("seed")?.Whole() ?? 0)
        {
            EndedBy = ReadEnd(part.Optional("endedBy"), interrupted),
        };
    }

    /// <summary>What ended the search; files of earlier versions do not say it.</summary>
    private static SearchEnd? ReadEnd(JsonPart? part, bool interrupted)
    {
        if (part?.Text() is not { } text)
            return null;
        var ends = Enum.GetValues<SearchEnd>();
        var place = ends.Select(NameOf).ToList().IndexOf(text);
        if (place < 0)
        {
            part.Error($"must be one of {string.Join(", ", ends.Select(NameOf))}");
            return null;
        }
        var endedEarly = ends[place] is SearchEnd.Interrupted or SearchEnd.OutOfMemory;
        if (endedEarly != interrupted)
            part.Error($"contradicts $.interrupted, which is {(interrupted ? "true" : "false")}");
        return ends[place];
    }

    private static string NameOf(SearchEnd end) => JsonNamingPolicy.CamelCase.ConvertName(end.ToString());

    // Adding 0 turns −0 into 0.
    /// <summary>A figure with the decimals that a plan's file has.</summary>
    internal static double Rounded(double value) => Math.Round(value, Decimals) + 0.0;
}
