using System.Text.Json;
using System.Text.Json.Serialization;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

/// <summary>Every case of tests/cases/replan, against what its README works out by hand; what is refused, to the letter.</summary>
public class ReplanCaseTests
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static TheoryData<string> Cases() => Repository.Cases("replan");

    public static TheoryData<string> Refused() => Repository.Cases("replan-refused");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Plans_anew_as_worked_out_by_hand(string name)
    {
        var (problem, plan) = Present("replan", name);
        var read = ChangesReader.Read(At("replan", name, "changes.json"), problem, plan);
        Assert.Empty(read.Findings);
        var replan = Replan.Run(problem, plan, read.Value!, new PlannerOptions { States = 500 }, null, TestContext.Current.CancellationToken);
        Assert.Empty(PlanCheck.Check(replan.Problem, replan.Plan).Findings);
        Assert.Empty(PlanCheck.Check(replan.Problem, replan.CarriedOn).Findings);

        var expected = JsonSerializer.Deserialize<Expected>(File.ReadAllText(At("replan", name, "expected.json")), s_options)!;
        Assert.Equal(expected.PlannedAnewMWh, replan.Plan.Objective.UnservedMegawattHours, 1e-6);
        Assert.Equal(expected.CarriedOnMWh, replan.CarriedOn.Objective.UnservedMegawattHours, 1e-6);
        Assert.Equal(expected.CarriedOnMWh - expected.PlannedAnewMWh, replan.Comparison.SavedMegawattHours, 1e-6);
        Assert.Equal(
            expected.Moves.Select(m => m with { Causes = null, Told = string.Join("; ", m.Causes!) }),
            replan.Moves.Select(m => new Move(
                m.Element.ToString(), m.Kind.ToString(), m.Now?.Crew, m.Now?.Start, m.Now?.End, null,
                m.OldPlaceCostsMegawattHours is { } cost ? Math.Round(cost, 6) : null)
            { Told = string.Join("; ", m.Causes) }));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Says_everything_that_is_wrong_at_once(string name)
    {
        var (problem, plan) = Present("replan-refused", name);
        var read = ChangesReader.Read(At("replan-refused", name, "changes.json"), problem, plan);
        Assert.Null(read.Value);
        var told = string.Concat(read.Findings.Select(f => $"{(f.Severity == Relight.Grid.Import.Severity.Error ? "error" : "warning")}: {f}\n"));
        Approval.Verify(told, "tests", "cases", "replan-refused", name, "expected.txt");
    }

    /// <summary>The problem of a case, and the plan that follows its order.</summary>
    private static (RestorationProblem Problem, Plan Plan) Present(string group, string name)
    {
        var problem = ScenarioReader.Read(At(group, name, "scenario.json"));
        Assert.Empty(problem.Findings);
        var order = OrderReader.Read(At(group, name, "order.txt"), problem.Value!);
        Assert.Empty(order.Findings);
        var plan = order.Value!.Follow(problem.Value!);
        Assert.Empty(PlanCheck.Check(problem.Value!, plan).Findings);
        return (problem.Value!, plan);
    }

    private static string At(string group, string name, string file) => Repository.At("tests", "cases", group, name, file);

    private sealed record Expected(double PlannedAnewMWh, double CarriedOnMWh, IReadOnlyList<Move> Moves);

    private sealed record Move(
        string Element,
        string Change,
        string? Crew,
        double? Start,
        double? End,
        IReadOnlyList<string>? Causes,
        [property: JsonPropertyName("oldPlaceCostsMWh")] double? OldPlaceCosts)
    {
        /// <summary>The causes as one text.</summary>
        public string Told { get; init; } = "";
    }
}
