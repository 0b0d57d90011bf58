using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Relight.Restoration;

/// <summary>Writes restoration problems in the format that <see cref="ScenarioReader"/> reads.</summary>
public static class ScenarioWriter
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of a scenario.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="network">Name of the case file that holds its network.</param>
    public static string Write(RestorationProblem problem, string network)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("name", problem.Name);
            json.WriteString("network", network);
            if (problem.HorizonHours is { } horizon)
                json.WriteNumber("horizonHours", horizon);
            List(json, "damage", problem.Repairs, Write);
            List(json, "crews", problem.Crews, Write);
            List(json, "travelHours", problem.Travel, Write);
            List(json, "weights", problem.Weights, Write);
            List(json, "people", problem.People, Write);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Repair repair)
    {
        json.WriteString("element", repair.Element.ToString());
        json.WriteNumber("hours", repair.Hours);
        if (repair.Skill is { } skill)
            json.WriteString("skill", skill);
        json.WriteNumber("availableFrom", repair.AvailableFrom);
        if (repair.After.Count > 0)
            Texts(json, "after", repair.After.Select(element => element.ToString()));
        if (repair.UnderWay is { } crew)
            json.WriteString("underWay", crew);
    }

    private static void Write(Utf8JsonWriter json, Crew crew)
    {
        json.WriteString("name", crew.Name);
        Texts(json, "skills", crew.Skills);
        json.WriteNumber("availableFrom", crew.AvailableFrom);
        if (crew.Ways.Count > 0)
            List(json, "travelHours", crew.Ways, Write);
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

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
