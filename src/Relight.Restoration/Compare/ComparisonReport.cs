using System.Text.Json;

namespace Relight.Restoration;

/// <summary>Two plans side by side, as JSON.</summary>
public static class ComparisonReport
{
    /// <summary>The text of the report.</summary>
    public static string Json(PlanComparison comparison) => JsonOutput.Object(json =>
    {
        json.WriteString("scenario", comparison.Plan.Scenario);
        json.Figure("endHours", comparison.EndHours);
        json.Part("plan", comparison.Totals, totals => Write(json, totals, 0));
        json.Part("other", comparison.OtherTotals, totals => Write(json, totals, 0));
        json.Part("saved", comparison, both => WriteSaved(json, both));
        json.List("ahead", comparison.Leads, lead => Write(json, lead));
        json.List("repairs", comparison.Repairs, repair => Write(json, repair));
        json.List("curve", comparison.Curve, stage => Write(json, stage));
    });

    internal static void Write(Utf8JsonWriter json, PlanTotals totals, double hourZero)
    {
        json.Figure("unservedMWh", totals.UnservedMegawattHours);
        json.Figure("weightedUnservedMWh", totals.WeightedUnservedMegawattHours);
        json.Figure("peopleHours", totals.PeopleHours);
        json.Figure("lastEnd", totals.LastEndHours + hourZero);
    }

    internal static void WriteSaved(Utf8JsonWriter json, PlanComparison comparison)
    {
        json.Figure("unservedMWh", comparison.SavedMegawattHours);
        json.Figure("weightedUnservedMWh", comparison.SavedWeightedMegawattHours);
        json.Figure("peopleHours", comparison.SavedPeopleHours);
    }

    internal static void Write(Utf8JsonWriter json, PlannedRepair repair)
    {
        json.WriteString("crew", repair.Crew);
        json.Figure("start", repair.Start);
        json.Figure("end", repair.End);
    }

    private static void Write(Utf8JsonWriter json, PlanLead lead)
    {
        json.Figure("fromHours", lead.FromHours);
        json.Figure("toHours", lead.ToHours);
        json.WriteString("ahead", lead.OfPlan ? "plan" : "other");
        json.Figure("energyMWh", lead.MegawattHours);
        json.Figure("weightedMWh", lead.WeightedMegawattHours);
    }

    private static void Write(Utf8JsonWriter json, RepairDifference repair)
    {
        json.WriteString("element", repair.Element.ToString());
        json.Part("plan", repair.Plan, here => Write(json, here));
        json.Part("other", repair.Other, there => Write(json, there));
        json.Figure("hoursLater", repair.HoursLater);
    }

    private static void Write(Utf8JsonWriter json, CurveDifference stage)
    {
        json.Figure("fromHours", stage.FromHours);
        json.Figure("toHours", stage.ToHours);
        json.Figure("planServedMegawatts", stage.Plan.ServedMegawatts);
        json.Figure("otherServedMegawatts", stage.Other.ServedMegawatts);
        json.Figure("moreMegawatts", stage.MoreMegawatts);
        json.Figure("moreWeighted", stage.MoreWeighted);
    }
}
