using System.Globalization;
using Relight.Benchmarks.Delivery;
using Relight.Grid;
using Relight.Restoration;

namespace Relight.Benchmarks.Plans;

/// <summary>
/// Plans of the cases that published tools were measured on, one crew and one hour a repair, and of larger ones: what the
/// search leaves unserved and how far the bound is from it, beside the simple rules.
/// </summary>
internal sealed class PlanQuality : IBenchmark
{
    private static readonly string[] s_rules = [PlanMethods.List, PlanMethods.Biggest, PlanMethods.Utilisation, PlanMethods.Greedy, PlanMethods.LookAhead];

    public string Name => "plans";

    public string Question => "How good are the plans, how near is the bound, and what do simple rules reach?";

    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var cases = options.List("cases", "case14_ieee:all:1:5,case24_ieee_rts:all:1:15,case118_ieee:half:1:15,case24_ieee_rts:60:1:60,case3012wp_k:300:10:60");
        var seeds = options.List("seeds", "1");
        var ruleSeconds = options.Count("rule-seconds", 60);
        var table = new BenchmarkTable(
            ["case", "repairs", "crews", "seed", "seconds", "unserved MWh", "bound MWh", "gap %", "states", .. s_rules.Select(r => r + " MWh")]);
        foreach (var text in cases)
        {
            var parts = text.Split(':');
            if (parts.Length != 4 && !(parts.Length == 5 && parts[4] == "mixed"))
                throw new ArgumentException($"--cases {text}: network:damage:crews:seconds is needed, and :mixed where hours differ; damage is all, half, any with a number, or a number");
            var crews = int.Parse(parts[2], CultureInfo.InvariantCulture);
            var problem = Problem(options, parts[0], parts[1], crews);
            if (parts.Length == 5)
                problem = Mixed.Of(problem);
            object[] rules = [.. s_rules.Select(rule => Value(problem, rule, ruleSeconds, progress))];
            foreach (var seed in seeds)
            {
                progress($"{text}, seed {seed}");
                var plan = Planner.Plan(problem, new PlannerOptions
                {
                    Time = TimeSpan.FromSeconds(int.Parse(parts[3], CultureInfo.InvariantCulture)),
                    Seed = int.Parse(seed, CultureInfo.InvariantCulture),
                });
                table.Agreed &= PlanCheck.Check(problem, plan).Passed;
                table.Add(
                    [
                        problem.Name, problem.Repairs.Count, crews, seed, Math.Round(plan.Solver.Seconds, 1),
                        Math.Round(plan.Objective.WeightedUnservedMegawattHours, 1), Math.Round(plan.Objective.LowerBoundMegawattHours, 1),
                        Math.Round(100 * plan.Objective.Gap, 2), plan.Solver.StatesEvaluated, .. rules,
                    ]);
            }
        }
        table.Note("all: every bus, branch and generator. half: each branch and generator with a chance of a half. A number: so many branches and generators; after any, buses too. Drawn with seed 7.");
        table.Note("mixed: 2 to 24 hours a repair, a quarter waits for equipment, lines and substations need crews of their skill, one in ten waits for another, some ways take time. Else one hour each.");
        table.Note($"Every plan has passed PlanCheck. A rule that has not ended after {ruleSeconds} s ends with what is left in the order of its work.");
        return table;
    }

    private static object Value(RestorationProblem problem, string rule, int seconds, Action<string> progress)
    {
        progress($"{problem.Name}, {rule}");
        var plan = Planner.Plan(problem, new PlannerOptions { Method = rule, Time = TimeSpan.FromSeconds(seconds) });
        return Math.Round(plan.Objective.WeightedUnservedMegawattHours, 1);
    }

    private static IEnumerable<ElementId> Buses(Network network) =>
        network.Buses.Where(b => b.Type != BusType.Isolated).Select(b => new ElementId(ElementKind.Bus, b.Id));

    private static RestorationProblem Problem(BenchmarkOptions options, string name, string damage, int crews)
    {
        var network = StateWalk.Read(options.Data("pglib", $"pglib_opf_{name}.m"));
        var random = new Random(7);
        ElementId[] equipment =
        [
            .. network.Branches.Where(b => b.InService).Select(b => new ElementId(ElementKind.Branch, b.Row)),
            .. network.Generators.Where(g => g.InService).Select(g => new ElementId(ElementKind.Generator, g.Row)),
        ];
        ElementId[] damaged;
        if (damage == "all")
            damaged = [.. Buses(network), .. equipment];
        else if (damage == "half")
            damaged = [.. equipment.Where(_ => random.Next(2) == 0)];
        else
        {
            ElementId[] drawn = damage.StartsWith("any", StringComparison.Ordinal) ? [.. Buses(network), .. equipment] : equipment;
            random.Shuffle(drawn);
            damaged = drawn[..int.Parse(damage.Replace("any", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)];
        }
        return new RestorationProblem(
            $"{name} {damage}",
            network,
            [.. damaged.Select(e => new Repair { Element = e, Hours = 1 })],
            [.. Enumerable.Range(1, crews).Select(c => new Crew { Name = $"Crew {c}" })]);
    }
}
