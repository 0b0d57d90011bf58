using System.Text.Json;

namespace Relight.Restoration;

/// <summary>What one more of each thing would save, as JSON.</summary>
public static class ValueReport
{
    /// <summary>The text of the report.</summary>
    /// <param name="value">The values.</param>
    /// <param name="most">How many of them to list at most, the greatest first.</param>
    public static string Json(ValueOfOneMore value, int most) => JsonOutput.Object(json =>
    {
        json.WriteString("scenario", value.Plan.Scenario);
        json.WriteBoolean("interrupted", value.Interrupted);
        json.Figure("weightedUnservedMWh", value.Plan.Objective.WeightedUnservedMegawattHours);
        json.Figure("presentPlanImprovedByMWh", value.PresentPlanImprovedBy);
        json.WriteNumber("leftOut", Math.Max(0, value.Values.Count - most));
        json.List("values", value.Values.Take(most), one => Write(json, one));
    });

    private static void Write(Utf8JsonWriter json, OneMoreValue one)
    {
        var question = one.Question;
        json.WriteString("kind", JsonOutput.Name(question.Kind));
        if (question.Element is { } element)
            json.WriteString("element", element.ToString());
        else
            json.Texts("skills", question.Skills);
        json.Figure("hour", question.Hour);
        if (question.HourNow is { } now)
            json.Figure("hourNow", now);
        json.Figure("savedMWh", one.SavedMegawattHours);
        json.Figure("savedWeightedMWh", one.SavedWeightedMegawattHours);
        json.Figure("savedPeopleHours", one.SavedPeopleHours);
    }
}
