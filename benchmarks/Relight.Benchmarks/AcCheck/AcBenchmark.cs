using System.Globalization;
using Relight.Benchmarks.Delivery;
using Relight.Grid.Flow;
using Relight.Restoration;

namespace Relight.Benchmarks.AcCheck;

/// <summary>
/// How long a stage takes in AC: one power flow from a flat start, and the whole check of a stage (DC dispatch, its power
/// flow unchanged, the search for a point that holds), each warm from the stage before, on one thread. Times are those of
/// the processor, so that they mean the same on a machine that has other work to do. With <c>--each FILE</c> every stage is
/// written as a line of CSV, to hold one run against another.
/// </summary>
internal sealed class AcBenchmark : IBenchmark
{
    private const int Flows = 5;

    public string Name => "ac";

    public string Question => "How long does a stage of a plan take in AC, and how much of its load can be served there?";

    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var cases = options.List("cases", "case118_ieee,case1354_pegase,case2000_goc,case2869_pegase,case3012wp_k");
        var damage = options.Count("damage", 40);
        var seed = options.Count("seed", 1);
        var most = options.Count("stages", int.MaxValue);
        var each = options.Text("each", "");
        var table = new BenchmarkTable(
            "network", "stages", "flow ms", "stage ms, median", "95 of 100", "longest", "MWh in DC", "MWh in AC", "less %", "switched off");
        List<string> lines = ["network,fromHours,toHours,milliseconds,servedInDc,servedInAc,weightedInAc,switchedOff"];
        foreach (var name in cases)
        {
            progress(name);
            var problem = StateWalk.Damaged(options.Data("pglib", $"pglib_opf_{name}.m"), damage, new Random(seed));
            lines.AddRange(Measure(table, name, problem, most, progress));
        }
        if (each.Length > 0)
            File.WriteAllLines(each, lines);
        table.Note($"damage {damage}, seed {seed}; MATPOWER 8.1 on Octave 7.3 needs 130 to 370 ms for one power flow of the larger networks (shared/data/ac-reference/README.md)");
        return table;
    }

    private static IEnumerable<string> Measure(BenchmarkTable table, string name, RestorationProblem problem, int most, Action<string> progress)
    {
        var plan = Planner.Plan(problem, new PlannerOptions { Method = PlanMethods.List }, null, CancellationToken.None);
        plan = plan with { Curve = [.. plan.Curve.Take(most)] };
        var watch = new StageWatch(done => progress($"{name}: stage {done} of {plan.Curve.Count}"));
        var checkedPlan = Restoration.AcCheck.Run(problem, plan, new AcCheckOptions { Threads = 1 }, watch, CancellationToken.None);
        var milliseconds = watch.Milliseconds.Order().ToArray();
        var (inDc, inAc) = (Energy(plan, stage => stage.ServedMegawatts), Energy(checkedPlan, stage => stage.Ac!.ServedMegawatts));
        table.Add(
            name,
            plan.Curve.Count,
            Math.Round(FlowMilliseconds(problem), 1),
            Math.Round(milliseconds[milliseconds.Length / 2], 1),
            Math.Round(milliseconds[(milliseconds.Length - 1) * 95 / 100], 1),
            Math.Round(milliseconds[^1], 1),
            Math.Round(inDc),
            Math.Round(inAc),
            Math.Round(100 * (1 - (inAc / inDc)), 2),
            checkedPlan.Curve.Count(stage => stage.Ac!.SwitchedOff.Count > 0));
        return checkedPlan.Curve.Select((stage, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"{name},{stage.FromHours},{stage.ToHours},{watch.Milliseconds[i]:F1},{stage.ServedMegawatts:F4},{stage.Ac!.ServedMegawatts:F4},{stage.Ac.WeightedServed:F4},{stage.Ac.SwitchedOff.Count}"));
    }

    private static double FlowMilliseconds(RestorationProblem problem)
    {
        var flow = new AcPowerFlow(problem.Network);
        var (state, dispatch) = (new GridState(problem.Network), Dispatch.Of(problem.Network));
        var options = new AcFlowOptions { ShareLosses = true };
        flow.Solve(state, dispatch, options);
        var before = Processor();
        for (var i = 0; i < Flows; i++)
            flow.Solve(state, dispatch, options);
        return (Processor() - before) / Flows;
    }

    private static double Energy(Plan plan, Func<CurveStage, double> megawatts) =>
        plan.Curve.Sum(stage => (stage.ToHours - stage.FromHours) * megawatts(stage));

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    /// <summary>Notes the processor time from one stage to the next.</summary>
    private sealed class StageWatch(Action<int> say) : IProgress<AcCheckProgress>
    {
        private double _before = Processor();

        public List<double> Milliseconds { get; } = [];

        public void Report(AcCheckProgress value)
        {
            Milliseconds.Add(Processor() - _before);
            say(value.Stages);
            _before = Processor();
        }
    }
}
