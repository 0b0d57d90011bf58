using Relight.Cli;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Tests.Grid;

namespace Relight.Tests.Restoration;

/// <summary>What a running search tells of itself.</summary>
public class PlanProgressTests
{
    [Theory]
    [InlineData(2000)]
    [InlineData(null)]
    public void Best_and_bound_only_get_better_and_end_where_the_plan_does(int? states)
    {
        var heard = new Heard();
        var options = new PlannerOptions { States = states, Time = states is null ? TimeSpan.FromSeconds(2) : null };

        var plan = Planner.Plan(Problem(), options, heard, TestContext.Current.CancellationToken);

        Assert.NotEmpty(heard.All);
        var digits = 1e-6 * plan.Objective.WeightedUnservedMegawattHours;
        foreach (var (before, after) in heard.All.Zip(heard.All.Skip(1)))
        {
            Assert.True(after.BestMegawattHours <= before.BestMegawattHours + digits, $"{before} then {after}");
            Assert.True(after.LowerBoundMegawattHours >= before.LowerBoundMegawattHours - digits, $"{before} then {after}");
            Assert.True(after.LowerBoundMegawattHours <= after.BestMegawattHours + digits, $"{after}");
        }
        var last = heard.All[^1];
        Assert.Equal((plan.Objective.WeightedUnservedMegawattHours, plan.Objective.LowerBoundMegawattHours, 1.0), (last.BestMegawattHours, last.LowerBoundMegawattHours, last.Done));
        Assert.Equal(states is null ? SearchEnd.Time : SearchEnd.States, plan.Solver.EndedBy);
    }

    [Fact]
    public void Whether_anybody_listens_changes_nothing()
    {
        var options = new PlannerOptions { States = 1000 };
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(Written(Planner.Plan(Problem(), options, null, cancel)), Written(Planner.Plan(Problem(), options, new Heard(), cancel)));
    }

    // The plan as its file has it, but for the seconds it took.
    private static string Written(Plan plan)
    {
        using var file = new MemoryStream();
        PlanFile.Write(plan with { Solver = plan.Solver with { Seconds = 0 } }, file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    [Fact]
    public void What_has_nothing_left_to_look_at_says_so()
    {
        var rule = Planner.Plan(Problem(), new PlannerOptions { Method = PlanMethods.List }, null, TestContext.Current.CancellationToken);
        var few = Planner.Plan(Problem(3), new PlannerOptions(), null, TestContext.Current.CancellationToken);
        Assert.Equal((SearchEnd.Complete, SearchEnd.Complete), (rule.Solver.EndedBy, few.Solver.EndedBy));
    }

    /// <summary>A line where it reads differently and a second has passed; the end in any case; nothing within the first second.</summary>
    [Fact]
    public void Lines_are_few_and_tell_where_it_ended()
    {
        using var writer = new StringWriter();
        var lines = new PlanLines(writer);
        foreach (var (seconds, best, bound) in new[] { (0.2, 900.0, 0.0), (1.1, 800, 0), (1.5, 700, 100), (2.2, 700, 400), (3.3, 700, 400), (12.4, 700, 400), (13.4, 700, 690) })
            lines.Report(new PlanProgress(best, bound, 0, TimeSpan.FromSeconds(seconds), 0.5));
        lines.End();
        Assert.Equal(
            "1 s: best 800 MWh\n2 s: best 700 MWh, bound 400 MWh, gap 42.9 %\n12 s: 50.0 % done, best 700 MWh, bound 400 MWh, gap 42.9 %\n13 s: best 700 MWh, bound 690 MWh, gap 1.4 %\n",
            writer.ToString().ReplaceLineEndings("\n"));

        using var nothing = new StringWriter();
        var quick = new PlanLines(nothing);
        quick.Report(new PlanProgress(1, 0, 0, TimeSpan.FromSeconds(0.9), 1));
        quick.End();
        Assert.Equal("", nothing.ToString());
    }

    private static RestorationProblem Problem(int repairs = 25)
    {
        var network = MatpowerReader.Read(SharedData.Network("pglib_opf_case118_ieee")).Value!;
        return new RestorationProblem(
            "progress",
            network,
            [.. network.Branches.Where(branch => branch.InService).Take(repairs).Select(branch => new Repair { Element = new(Relight.Grid.ElementKind.Branch, branch.Row), Hours = 4 })],
            [new Crew { Name = "A", Skills = [] }, new Crew { Name = "B", Skills = [] }]);
    }

    private sealed class Heard : IProgress<PlanProgress>
    {
        public List<PlanProgress> All { get; } = [];

        public void Report(PlanProgress value)
        {
            lock (All)
                All.Add(value);
        }
    }
}
