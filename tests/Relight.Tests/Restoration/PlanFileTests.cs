using System.Text;
using Relight.Restoration;

namespace Relight.Tests.Restoration;

public class PlanFileTests
{
    private static readonly Plan s_plan = new()
    {
        Scenario = "Північ \"1\"",
        Objective = new PlanObjective(300.1, 1.0 / 3, -0.0),
        Repairs = [new PlannedRepair(new(Relight.Grid.ElementKind.Branch, 17), "North", 0, 1.0 / 3, "opens 40 MW → bus 12")],
        Curve = [new CurveStage(0, 1.0 / 3, 60, 0, 0, [new(Relight.Grid.ElementKind.Branch, 3)], 4000)],
        Solver = new SolverRun("search", 1.23456, 17, 1) { EndedBy = SearchEnd.OutOfMemory },
        Interrupted = true,
    };

    [Fact]
    public void Writes_the_format_of_the_guide() =>
        Approval.Verify(Written(s_plan), "tests", "Relight.Tests", "Restoration", "PlanFileTests.plan.verified.json");

    [Fact]
    public void Comes_back_as_it_was_written()
    {
        var read = PlanFile.Parse(Written(s_plan), "plan.json");
        Assert.Empty(read.Findings);
        Assert.Equal(Written(s_plan), Written(read.Value!));
        Assert.True(read.Value!.Interrupted);
        Assert.Equal(SearchEnd.OutOfMemory, read.Value.Solver.EndedBy);
    }

    [Theory]
    [InlineData(SearchEnd.Complete, false)]
    [InlineData(SearchEnd.States, false)]
    [InlineData(SearchEnd.Time, false)]
    [InlineData(SearchEnd.Interrupted, true)]
    [InlineData(SearchEnd.OutOfMemory, true)]
    public void What_ended_the_search_comes_back_and_must_not_contradict_the_mark(SearchEnd end, bool interrupted)
    {
        var solver = s_plan.Solver with { EndedBy = end };
        Assert.Equal(end, PlanFile.Parse(Written(s_plan with { Solver = solver, Interrupted = interrupted }), "plan.json").Value!.Solver.EndedBy);
        var wrong = PlanFile.Parse(Written(s_plan with { Solver = solver, Interrupted = !interrupted }), "plan.json");
        Assert.StartsWith("contradicts $.interrupted", Assert.Single(wrong.Findings).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_say_what_ended_the_search_are_read()
    {
        var written = Written(s_plan).Replace(",\n    \"endedBy\": \"outOfMemory\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("endedBy", written, StringComparison.Ordinal);
        var read = PlanFile.Parse(written, "plan.json");
        Assert.Empty(read.Findings);
        Assert.Null(read.Value!.Solver.EndedBy);
        var odd = PlanFile.Parse(Written(s_plan).Replace("outOfMemory", "boredom", StringComparison.Ordinal), "plan.json");
        Assert.Equal("must be one of complete, states, time, interrupted, outOfMemory", Assert.Single(odd.Findings).Rule);
    }

    [Fact]
    public void Reads_a_plan_of_another_program_without_our_extra_figures()
    {
        const string Json = """
            { "scenario": "x", "objective": { "unservedMWh": 1, "weightedUnservedMWh": 1, "lowerBoundMWh": 0, "gap": 1 },
              "repairs": [], "curve": [ { "fromHours": 0, "toHours": 1, "demandMegawatts": 1, "servedMegawatts": 0, "weightedServed": 0, "open": [] } ],
              "solver": { "seconds": 0, "statesEvaluated": 0, "seed": 1 } }
            """;
        var read = PlanFile.Parse(Json, "plan.json");
        Assert.Empty(read.Findings);
        Assert.True(double.IsNaN(read.Value!.Curve[0].PeopleWithoutPower));
        Assert.DoesNotContain("peopleWithoutPower", Written(read.Value), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        const string Json = """
            { "scenario": 7, "objective": { "unservedMWh": "much" }, "surprise": true,
              "repairs": [ 1, { "element": "bus:0", "crew": "", "start": 0 } ], "curve": {} }
            """;
        var read = PlanFile.Parse(Json, "plan.json");
        Assert.Null(read.Value);
        Assert.Equal(
            [
                "plan.json $.surprise: true: is not known here and not used; known are scenario, interrupted, acInterrupted, objective, repairs, curve, solver",
                "plan.json $.scenario: 7: must be a text",
                "plan.json $.objective.unservedMWh: \"much\": must be a number",
                "plan.json $.objective.weightedUnservedMWh: is required",
                "plan.json $.repairs[0]: 1: must be an object, { … }",
                "plan.json $.repairs[1].element: bus:0: must name an element as bus:ID, branch:ROW or gen:ROW",
                "plan.json $.repairs[1].crew: must not be empty",
                "plan.json $.repairs[1].end: is required",
                "plan.json $.curve: {}: must be a list, [ … ]",
            ],
            read.Findings.Select(f => f.ToString().Replace(": : ", ": ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Saves_whole_or_not_at_all()
    {
        using var folder = new ScratchFolder();
        Assert.Null(PlanFile.Save(s_plan, folder.At("plan.json")));
        Assert.Equal(["plan.json"], folder.Files);
        Assert.Equal(Written(s_plan), File.ReadAllText(folder.At("plan.json")));

        var trouble = PlanFile.Save(s_plan, folder.At(Path.Combine("nowhere", "plan.json")));
        Assert.Contains("cannot be written", trouble!.Rule, StringComparison.Ordinal);
        Assert.Equal(["plan.json"], folder.Files);
    }

    private static string Written(Plan plan)
    {
        using var bytes = new MemoryStream();
        PlanFile.Write(plan, bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
