using System.Diagnostics;
using Relight.Benchmarks.Delivery;
using Relight.Restoration;

namespace Relight.Benchmarks.Replanning;

/// <summary>
/// A plan is made, carried out for a while, and new damage comes: what planning anew from it reaches in seconds, beside a
/// fresh plan of the same problem in a minute.
/// </summary>
internal sealed class ReplanSpeed : IBenchmark
{
    public string Name => "replan";

    public string Question => "How good is a plan made anew after new damage in a few seconds, against a fresh one given a minute?";

    public BenchmarkTable Run(BenchmarkOptions options, Action<string> progress)
    {
        var cases = options.List("cases", "case3012wp_k");
        var damages = options.List("damage", "100,300");
        var added = options.Count("added", 20);
        var crews = options.Count("crews", 10);
        var fresh = options.Count("fresh", 60);
        var again = options.Count("again", 10);
        var seed = options.Count("seed", 1);
        var table = new BenchmarkTable(
            "network", "damaged", "ended", "left", "new", "carried on MWh", "anew MWh", "fresh MWh", "anew over fresh %", "search s", "all s", "check s");
        foreach (var name in cases)
            foreach (var damage in damages.Select(int.Parse))
                Row(table, name, options.Data("pglib", $"pglib_opf_{name}.m"), (damage, added, crews, seed), (fresh, again), progress);
        table.Note($"The present plan had {fresh} s; now is the hour at which a third of its repairs has ended; {added} elements more are damaged then.");
        table.Note("search s: the budget of the new plan. all s: the whole of Replan.Run, with the prices of moves and the plan carried on. check s: PlanCheck of the new plan.");
        return table;
    }

    private static void Row(
        BenchmarkTable table,
        string name,
        string path,
        (int Damage, int Added, int Crews, int Seed) size,
        (int Fresh, int Again) seconds,
        Action<string> progress)
    {
        var random = new Random(size.Seed);
        var network = StateWalk.Read(path);
        var elements = StateWalk.Elements(network);
        random.Shuffle(elements);
        Repair[] drawn = [.. elements.Take(size.Damage + size.Added).Select(e => new Repair { Element = e, Hours = 2 + random.Next(23) })];
        var problem = new RestorationProblem(
            name, network, drawn[..size.Damage], [.. Enumerable.Range(1, size.Crews).Select(c => new Crew { Name = $"Crew {c}" })]);
        progress($"{name}, {size.Damage} damaged: the present plan, {seconds.Fresh} s");
        var plan = Planner.Plan(problem, Options(seconds.Fresh, size.Seed));
        var now = plan.Repairs.Select(r => r.End).Order().ElementAt(size.Damage / 3);
        var changes = new Changes { NowHours = now, Damage = [.. drawn[size.Damage..].Select(r => r with { AvailableFrom = now })] };

        progress($"{name}, {size.Damage} damaged: anew, {seconds.Again} s");
        var start = Stopwatch.GetTimestamp();
        var replan = Replan.Run(problem, plan, changes, Options(seconds.Again, size.Seed));
        var all = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        table.Agreed &= PlanCheck.Check(replan.Problem, replan.Plan).Passed;
        var check = Stopwatch.GetElapsedTime(start).TotalSeconds;

        progress($"{name}, {size.Damage} damaged: fresh, {seconds.Fresh} s");
        var fresh = Planner.Plan(replan.Problem, Options(seconds.Fresh, size.Seed)).Objective.WeightedUnservedMegawattHours;
        var anew = replan.Plan.Objective.WeightedUnservedMegawattHours;
        table.Add(
            name,
            size.Damage,
            replan.Moves.Count(m => m.Kind == MoveKind.Ended),
            replan.Problem.Repairs.Count,
            size.Added,
            replan.CarriedOn.Objective.WeightedUnservedMegawattHours,
            anew,
            fresh,
            Math.Round(100 * ((anew / fresh) - 1), 2),
            Math.Round(replan.Plan.Solver.Seconds, 1),
            Math.Round(all, 1),
            Math.Round(check, 1));
    }

    private static PlannerOptions Options(int seconds, int seed) => new() { Time = TimeSpan.FromSeconds(seconds), Seed = seed };
}
