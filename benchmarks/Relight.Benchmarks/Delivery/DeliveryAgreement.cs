using Relight.Restoration;
using Relight.Restoration.LoadDelivery;

namespace Relight.Benchmarks.Delivery;

/// <summary>
/// Whether the fast load delivery gives what the textbook program gives, on many states of every network: as its file
/// has it, and under stress. Every element is damaged, so that any state comes up; the walk jumps now and then.
/// </summary>
internal sealed class DeliveryAgreement : IBenchmark
{
    private const double Tolerance = 1e-6;
    private const int BetweenJumps = 20;

    public string Name => "delivery-agreement";

    public string Question => "Does the load delivery give what the program in angles gives, to 1e-6 of what is served?";

    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var cases = options.List("cases", string.Join(',', Directory.GetFiles(options.Data("pglib"), "*.m")
            .OrderBy(path => new FileInfo(path).Length).Select(path => Path.GetFileNameWithoutExtension(path)["pglib_opf_".Length..])));
        var states = options.Count("states", 2000);
        var seed = options.Count("seed", 1);
        var table = new BenchmarkTable("network", "as", "buses", "states", "worst difference", "solved cold", "differ", "MW by state");
        foreach (var name in cases)
            foreach (var stressed in new[] { false, true })
            {
                var random = new Random(seed);
                var network = StateWalk.Read(options.Data("pglib", $"pglib_opf_{name}.m"));
                var problem = stressed ? Stress.Problem(network, random) : StateWalk.Problem(network, StateWalk.Elements(network), []);
                var (worst, cold, differ, mean) = Compare(problem, StateWalk.Jumping(problem.Repairs.Count, states, BetweenJumps, random));
                table.Agreed &= differ == 0;
                table.Add(name, stressed ? "stressed" : "in its file", network.Buses.Count, states, worst, cold, differ, Math.Round(mean, 3));
                progress($"{name}, {(stressed ? "stressed" : "in its file")}: {states} states, worst {worst:0.0e+0}");
            }
        table.Note($"seed {seed}; difference: of the textbook's value, or of 1 MW where that is less; solved cold: states where the warm CLP and"
            + " Relight differ by more than 1e-6, computed again by a CLP that knows no earlier state; differ: those that differ then too.");
        return table;
    }

    private static (double Worst, int Cold, int Differ, double Mean) Compare(RestorationProblem problem, IEnumerable<RepairSet> states)
    {
        var fast = new LoadDelivery(new DeliveryModel(problem));
        using var plain = new ThetaLoadDelivery(problem.Network, problem.Weights);
        var (worst, cold, differ, sum, count) = (0.0, 0, 0, 0.0, 0);
        foreach (var state in states)
        {
            var outOfService = problem.Repairs.Where((_, r) => !state[r]).Select(r => r.Element).ToHashSet();
            var actual = fast.Evaluate(state).Weighted;
            var difference = Difference(plain.Evaluate(outOfService).WeightedServed, actual);
            if (!(difference <= Tolerance))
            {
                cold++;
                using var fresh = new ThetaLoadDelivery(problem.Network, problem.Weights);
                difference = Difference(fresh.Evaluate(outOfService).WeightedServed, actual);
                if (!(difference <= Tolerance))
                    differ++;
            }
            worst = Math.Max(worst, difference);
            (sum, count) = (sum + actual, count + 1);
        }
        return (worst, cold, differ, sum / count);
    }

    private static double Difference(double expected, double actual) => Math.Abs(expected - actual) / Math.Max(1, Math.Abs(expected));
}
