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
        SolverLibraries.Register();
        var table = new BenchmarkTable(
            "network", "as", "buses", "states", "worst difference", "CLP cold", "HiGHS", "no answer", "differ", "MW by state");
        foreach (var name in cases)
            foreach (var stressed in new[] { false, true })
            {
                var random = new Random(seed);
                var network = StateWalk.Read(options.Data("pglib", $"pglib_opf_{name}.m"));
                var problem = stressed ? Stress.Problem(network, random) : StateWalk.Problem(network, StateWalk.Elements(network), []);
                var found = Compare(problem, StateWalk.Jumping(problem.Repairs.Count, states, BetweenJumps, random));
                table.Agreed &= found.Differ == 0;
                table.Add(
                    name, stressed ? "stressed" : "in its file", network.Buses.Count, states, found.Worst, found.Cold, found.Highs,
                    found.NoAnswer, found.Differ, Math.Round(found.Sum / states, 3));
                progress($"{name}, {(stressed ? "stressed" : "in its file")}: {states} states, worst difference {found.Worst:0.0e+0}");
            }
        table.Note($"""
            seed {seed}; difference: of the textbook's value, or of 1 MW where that is less
            CLP cold, HiGHS: states in which the warm CLP of the textbook gave another value or none, decided by a CLP that
            knows no earlier state, or, where that too gave another or none, by HiGHS; no answer: of neither; differ: of
            the states that have an answer, those in which it is another than Relight's by more than 1e-6
            """);
        return table;
    }

    private static Findings Compare(RestorationProblem problem, IEnumerable<RepairSet> states)
    {
        var found = new Findings();
        var fast = new LoadDelivery(new DeliveryModel(problem));
        using var warm = new WrapperContestant(problem);
        foreach (var state in states)
        {
            var actual = fast.Evaluate(state).Weighted;
            found.Sum += actual;
            var difference = Difference(warm.Evaluate(state), actual);
            if (!(difference <= Tolerance))
            {
                found.Cold++;
                using var cold = new WrapperContestant(problem);
                difference = Difference(cold.Evaluate(state), actual);
            }
            if (!(difference <= Tolerance))
            {
                found.Highs++;
                using var highs = new Highs(problem);
                var other = Difference(highs.Evaluate(state), actual);
                difference = double.IsNaN(other) ? difference : other;
            }
            if (double.IsNaN(difference))
                found.NoAnswer++;
            else if (difference > Tolerance)
                found.Differ++;
            found.Worst = double.IsNaN(difference) ? found.Worst : Math.Max(found.Worst, difference);
        }
        return found;
    }

    private static double Difference(double expected, double actual) => Math.Abs(expected - actual) / Math.Max(1, Math.Abs(expected));

    private sealed class Findings
    {
        public double Worst, Sum;
        public int Cold, Highs, NoAnswer, Differ;
    }
}
