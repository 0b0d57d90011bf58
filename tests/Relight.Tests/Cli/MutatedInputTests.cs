using System.Text.Json.Nodes;
using CsCheck;
using Relight.Tests.Grid;

namespace Relight.Tests.Cli;

/// <summary>Whatever becomes of the input: a plan that passed its check, or reasons, and never a fault.</summary>
public class MutatedInputTests
{
    private static readonly string s_case = Repository.At("tests", "cases", "plan", "weights");
    private static readonly string s_scenario = File.ReadAllText(Path.Combine(s_case, "scenario.json"));
    private static readonly string s_network = File.ReadAllText(Repository.At("tests", "cases", "plan", "dc-line", "network.m"));

    private static readonly string[] s_values =
    [
        "null", "true", "-1", "0", "1", "2", "3", "0.5", "1e-300", "1e300", "1e999", "-0.0", "99999999999999999999", "[]", "{}", "[[]]",
        "\"\"", "\" \"", "\"branch:1\"", "\"branch:2\"", "\"bus:2\"", "\"gen:1\"", "\"branch:0\"", "\"branch:99999999999\"", "\"network.m\"",
        "\"..\"", "\"/\"", "\"\\u0000\"", "\"line\"", "[\"branch:1\"]", "[\"branch:2\"]", "[1]", "[null]", "{\"bus\":2,\"megawatts\":1,\"weight\":0}",
    ];

    [Fact]
    public void Spoilt_text_of_a_scenario() =>
        Mutations.Of(s_scenario).Sample(scenario => AssertPlansOrRefuses(scenario, null), iter: 300, threads: 1);

    [Fact]
    public void Other_values_in_a_scenario() =>
        OtherValues().Sample(scenario => AssertPlansOrRefuses(scenario, null), iter: 300, threads: 1);

    [Fact]
    public void Spoilt_text_of_a_network() =>
        Mutations.Of(s_network).Sample(network => AssertPlansOrRefuses(null, network), iter: 300, threads: 1);

    private static void AssertPlansOrRefuses(string? scenario, string? network)
    {
        using var folder = new ScratchFolder();
        var original = network is null ? s_case : Repository.At("tests", "cases", "plan", "dc-line");
        folder.Write("network.m", network ?? File.ReadAllText(Path.Combine(original, "network.m")));
        var path = folder.Write("scenario.json", scenario ?? File.ReadAllText(Path.Combine(original, "scenario.json")));
        var run = CommandRun.Of("plan", path, "--out", folder.At("plan.json"), "--states", "20");

        Assert.True(run.ExitCode is 0 or 2, run.Error);
        Assert.Equal(run.ExitCode == 0, folder.Files.Contains("plan.json"));
        Assert.Equal(run.ExitCode == 0 ? 3 : 2, folder.Files.Count());
        Assert.Equal(run.ExitCode == 2, run.Error.Contains("error: ", StringComparison.Ordinal));
        if (run.ExitCode == 0)
            Assert.Equal(0, CommandRun.Of("check", path, folder.At("plan.json")).ExitCode);
    }

    /// <summary>The scenario with some of its values replaced by others that are JSON all the same.</summary>
    private static Gen<string> OtherValues() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, s_values.Length - 1]).Array[1, 3].Select(changes =>
        {
            JsonNode root = JsonNode.Parse(s_scenario)!;
            foreach (var (place, value) in changes)
            {
                var places = Places(root).ToList();
                if (places.Count > 0)
                    places[place % places.Count](JsonNode.Parse(s_values[value]));
            }
            return root.ToJsonString();
        });

    private static IEnumerable<Action<JsonNode?>> Places(JsonNode? node) => node switch
    {
        JsonObject item => item.ToList().SelectMany(p => Places(p.Value).Prepend(value => item[p.Key] = value)),
        JsonArray list => Enumerable.Range(0, list.Count).SelectMany(i => Places(list[i]).Prepend(value => list[i] = value)),
        _ => [],
    };
}
