using System.Text.Json;

namespace Relight.Restoration;

/// <summary>Writes restoration problems in the format that <see cref="ScenarioReader"/> reads.</summary>
public static class ScenarioWriter
{
    /// <summary>The text of a scenario.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="network">Name of the case file that holds its network.</param>
    public static string Write(RestorationProblem problem, string network) => JsonOutput.Object(json =>
    {
        json.WriteString("name", problem.Name);
        json.WriteString("network", network);
        if (problem.HorizonHours is { } horizon)
            json.WriteNumber("horizonHours", horizon);
        json.List("damage", problem.Repairs, repair => Write(json, repair));
        if (problem.Repaired.Count > 0)
            json.Elements("repaired", problem.Repaired);
        json.List("crews", problem.Crews, crew => Write(json, crew));
        json.List("travelHours", problem.Travel, travel => Write(json, travel));
        json.List("weights", problem.Weights, load => Write(json, load));
        json.List("people", problem.People, people => Write(json, people));
    });

    private static void Write(Utf8JsonWriter json, Repair repair)
    {
        json.WriteString("element", repair.Element.ToString());
        json.WriteNumber("hours", repair.Hours);
        if (repair.Skill is { } skill)
            json.WriteString("skill", skill);
        json.WriteNumber("availableFrom", repair.AvailableFrom);
        if (repair.After.Count > 0)
            json.Elements("after", repair.After);
        if (repair.UnderWay is { } crew)
            json.WriteString("underWay", crew);
    }

    private static void Write(Utf8JsonWriter json, Crew crew)
    {
        json.WriteString("name", crew.Name);
        json.Texts("skills", crew.Skills);
        json.WriteNumber("availableFrom", crew.AvailableFrom);
        if (crew.Ways.Count > 0)
            json.List("travelHours", crew.Ways, way => Write(json, way));
    }

    private static void Write(Utf8JsonWriter json, CrewWay way)
    {
        json.WriteString("to", way.To.ToString());
        json.WriteNumber("hours", way.Hours);
    }

    private static void Write(Utf8JsonWriter json, Travel travel)
    {
        json.WriteString("from", travel.From.ToString());
        json.WriteString("to", travel.To.ToString());
        json.WriteNumber("hours", travel.Hours);
    }

    private static void Write(Utf8JsonWriter json, WeightedLoad load)
    {
        json.WriteNumber("bus", load.Bus);
        json.WriteNumber("megawatts", load.Megawatts);
        json.WriteNumber("weight", load.Weight);
    }

    private static void Write(Utf8JsonWriter json, BusPeople people)
    {
        json.WriteNumber("bus", people.Bus);
        json.WriteNumber("people", people.People);
    }
}
