using System.Text.Json;
using System.Text.Json.Serialization;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>A planning case worked out by hand in its README: tests/cases/plan/NAME.</summary>
/// <param name="WeightedUnservedMWh">What the best plan leaves unserved by weight.</param>
/// <param name="UnservedMWh">The same, each megawatt counted once.</param>
/// <param name="ListOrderMWh">What the order of the damage list leaves unserved by weight.</param>
/// <param name="Repairs">The repairs of the best plan, where it is the only one.</param>
/// <param name="Curve">The curve of the best plan.</param>
internal sealed record GoldenCase(
    double WeightedUnservedMWh,
    double UnservedMWh,
    double ListOrderMWh,
    IReadOnlyList<GoldenRepair>? Repairs,
    IReadOnlyList<GoldenStage> Curve)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What is expected of a case.</summary>
    public static GoldenCase Expected(string name) =>
        JsonSerializer.Deserialize<GoldenCase>(File.ReadAllText(At(name, "expected.json")), s_options)!;

    /// <summary>The problem of a case.</summary>
    public static RestorationProblem Problem(string name)
    {
        var read = ScenarioReader.Read(At(name, "scenario.json"));
        Assert.Empty(read.Findings);
        return read.Value!;
    }

    /// <summary>Path of a file of a case.</summary>
    public static string At(string name, string file) => Repository.At("tests", "cases", "plan", name, file);
}

/// <summary>A repair of the best plan.</summary>
internal sealed record GoldenRepair(string Element, double Start, double End);

/// <summary>A stage of the best plan.</summary>
internal sealed record GoldenStage(
    double FromHours, double ToHours, double Served, double? WeightedServed, double? PeopleWithoutPower, IReadOnlyList<string>? Open);
