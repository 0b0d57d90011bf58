using System.Diagnostics;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;

namespace Relight.Benchmarks.Delivery;

/// <summary>
/// States a second, side by side: every contestant computes the same states in the same order, each warm from the state
/// before, in one process on one thread.
/// </summary>
internal sealed class DeliverySpeed : IBenchmark
{
    private const int Stretches = 6;

    private static readonly (string Name, Func<RestorationProblem, IContestant> Make)[] s_solvers =
    [
        ("CLP", p => new Clp(p)),
        ("HiGHS", p => new Highs(p)),
        ("OR-Tools", p => new WrapperContestant(p)),
    ];

    public string Name => "delivery";

    public string Question => "How many grid states a second does the load delivery compute, against the program in angles in CLP and HiGHS?";

    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var cases = options.List("cases", "case118_ieee,case1354_pegase,case2000_goc,case2869_pegase,case3012wp_k");
        var states = options.Count("states", 60);
        var damage = options.Count("damage", 300);
        var against = options.List("against", "CLP,HiGHS,OR-Tools");
        if (against.FirstOrDefault(a => s_solvers.All(s => s.Name != a) && a != "none") is { } unknown)
            throw new ArgumentException($"--against {unknown}: one of {string.Join(", ", s_solvers.Select(s => s.Name))} or none is needed");
        var solvers = s_solvers.Where(s => against.Contains(s.Name)).ToArray();
        var seed = options.Count("seed", 1);
        var walks = options.List("walks", "neighbours,random");
        SolverLibraries.Register();
        WarmUp(options.Data("pglib", "pglib_opf_case118_ieee.m"));

        var table = new BenchmarkTable(
            ["network", "walk", "states", "Relight /s", .. solvers.SelectMany(s => new[] { s.Name + " /s", "times " + s.Name }), "differ", "MW by state"]);
        foreach (var name in cases)
            foreach (var walk in walks)
            {
                var random = new Random(seed);
                var problem = StateWalk.Damaged(options.Data("pglib", $"pglib_opf_{name}.m"), damage, random);
                var steps = walk == "neighbours"
                    ? StateWalk.Neighbours(problem.Repairs.Count, states, Stretches, random)
                    : StateWalk.Random(problem.Repairs.Count, states, random);
                progress($"{name}, {walk}: Relight");
                var model = new DeliveryModel(problem);
                var fast = Enumerable.Range(0, 5).Select(_ => Measure(new FastContestant(model), steps)).OrderBy(r => r.Seconds).ToArray()[2];
                List<object> row = [name, walk, fast.Timed, Digits(fast.Rate)];
                double differ = 0;
                foreach (var solver in solvers)
                {
                    progress($"{name}, {walk}: {solver.Name}");
                    var slow = Measure(solver.Make(problem), steps);
                    row.AddRange([Digits(slow.Rate), Digits(fast.Rate / slow.Rate)]);
                    differ = Math.Max(differ, fast.Values.Zip(slow.Values, (a, b) => Math.Abs(a - b) / Math.Max(1, b)).Max());
                }
                table.Agreed &= differ <= 1e-6;
                table.Add([.. row, differ, Math.Round(fast.Values.Average(), 3)]);
            }
        table.Note($"damage {damage}, seed {seed}; HiGHS {Highs.Version}; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        return table;
    }

    /// <summary>Lets the compiler see the hot code before anything is timed.</summary>
    private static void WarmUp(string path)
    {
        var problem = StateWalk.Damaged(path, 200, new Random(7));
        var steps = StateWalk.Random(problem.Repairs.Count, 3000, new Random(7));
        var model = new DeliveryModel(problem);
        for (var round = 0; round < 3; round++)
        {
            Measure(new FastContestant(model), steps);
            Thread.Sleep(150); // the compiler works in the background
        }
    }

    private static (int Timed, double Seconds, double Rate, double[] Values) Measure(
        IContestant contestant, List<(RepairSet State, bool IsNeighbour)> steps)
    {
        using (contestant)
        {
            var values = new double[steps.Count];
            var (timed, spent) = (0, TimeSpan.Zero);
            values[0] = contestant.Evaluate(steps[0].State);
            for (var k = 1; k < steps.Count; k++)
            {
                var start = Environment.CpuUsage.TotalTime;
                values[k] = contestant.Evaluate(steps[k].State);
                if (!steps[k].IsNeighbour)
                    continue;
                spent += Environment.CpuUsage.TotalTime - start;
                timed++;
            }
            return (timed, spent.TotalSeconds, timed / spent.TotalSeconds, values);
        }
    }

    /// <summary>Three figures.</summary>
    private static double Digits(double value)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return Math.Round(Math.Round(value / unit) * unit, 6);
    }
}
