using System.Text.Json;

namespace Relight.Restoration;

/// <summary>What planning anew gave, as JSON.</summary>
public static class ReplanReport
{
    /// <summary>The text of the report. Hours are on the clock of the old plan.</summary>
    public static string Json(Replan replan) => JsonOutput.Object(json =>
    {
        var comparison = replan.Comparison;
        json.WriteString("scenario", replan.Problem.Name);
        json.WriteBoolean("interrupted", replan.Plan.Interrupted);
        json.Figure("nowHours", replan.NowHours);
        json.Part("plannedAnew", comparison.Totals, totals => ComparisonReport.Write(json, totals, replan.NowHours));
        json.Part("carriedOn", comparison.OtherTotals, totals => ComparisonReport.Write(json, totals, replan.NowHours));
        json.Part("saved", comparison, both => ComparisonReport.WriteSaved(json, both));
        json.Figure("lowerBoundMWh", replan.Plan.Objective.LowerBoundMegawattHours);
        json.Figure("gap", replan.Plan.Objective.Gap);
        json.List("repairs", replan.Moves, move => Write(json, move));
    });

    private static void Write(Utf8JsonWriter json, RepairMove move)
    {
        json.WriteString("element", move.Element.ToString());
        json.WriteString("change", JsonOutput.Name(move.Kind));
        json.Part("before", move.Before, repair => ComparisonReport.Write(json, repair));
        json.Part("now", move.Now, repair => ComparisonReport.Write(json, repair));
        json.Figure("hoursLater", move.HoursLater);
        json.Figure("oldPlaceCostsMWh", move.OldPlaceCostsMegawattHours);
        json.List("causes", move.Causes, cause => Write(json, cause));
        json.WriteString("why", move.Why);
    }

    private static void Write(Utf8JsonWriter json, MoveCause cause)
    {
        json.WriteString("kind", JsonOutput.Name(cause.Kind));
        if (cause.Crew is { } crew)
            json.WriteString("crew", crew);
        if (cause.Elements.Count > 0)
            json.Elements("elements", cause.Elements);
        if (cause.Before is { } before)
            json.Figure("before", before);
        if (cause.Now is { } now)
            json.Figure("now", now);
        json.WriteString("text", cause.ToString());
    }
}
