using System.Text;
using Relight.Ledger;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>What became of making a plan.</summary>
/// <param name="Best">Id of the plan; null where it was refused.</param>
/// <param name="Refusals">Why it was refused; empty where it was kept.</param>
public sealed record PlanMade(Id<StoredPlan>? Best, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Plans the restoration of an operation: takes a scenario, lets the units that are offered and fit arrive when they
/// arrive, finds a plan, runs its stages in AC, has it checked, and keeps it with the same repairs in the order of the damage list beside it.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class MakePlan(Database database, TimeProvider time)
{
    /// <summary>Name of a plan that was searched for.</summary>
    public const string BestName = "Best plan found";

    /// <summary>Name of the plan that follows the damage list.</summary>
    public const string ListOrderName = "In the order of the damage list";

    private readonly Commands _commands = new(database, time);

    /// <summary>Makes a plan and keeps it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="scenario">The scenario to start from.</param>
    /// <param name="options">How long to look, and how.</param>
    /// <param name="by">Who plans.</param>
    /// <param name="progress">Is told how the search goes.</param>
    /// <param name="stop">Ends the search; the best plan so far is kept, marked as interrupted.</param>
    /// <param name="ac">Is told how far its stages have been run in AC.</param>
    /// <param name="check">Is told how far its check is.</param>
    public async Task<PlanMade> Run(
        Id<Operation> operation,
        Id<Scenario> scenario,
        PlannerOptions options,
        string by,
        IProgress<PlanProgress>? progress = null,
        CancellationToken stop = default,
        IProgress<AcCheckProgress>? ac = null,
        IProgress<PlanCheckProgress>? check = null)
    {
        await using var db = database.Open();
        if (await ReadScenario.Run(db, operation, scenario, CancellationToken.None) is not { } start)
            return new PlanMade(null, [new Refusal("scenario", scenario.ToString(), "must be a scenario of this operation")]);
        var units = await UnitArrivals.Read(db, operation, start, time.GetUtcNow(), CancellationToken.None);
        var planned = WithArrivals(start, units);
        var best = InAc(planned.Problem, Planner.Plan(planned.Problem, options, progress, stop), options.Threads, ac, stop);
        var list = Planner.Plan(planned.Problem, options with { Method = PlanMethods.List }, null, CancellationToken.None);

        var stored = StoredOf(planned, best, BestName, time);
        ICommand[] commands =
        [
            .. planned == start ? (ICommand[])[] : [new StoreScenario(planned.Scenario)],
            CheckedPlan(planned, list, StoredOf(planned, list, ListOrderName, time)),
            CheckedPlan(planned, best, stored, check),
        ];
        foreach (var command in commands)
        {
            var envelope = new Envelope(Id<Envelope>.New(time).Value, operation, by);
            var outcome = await _commands.Run(command, envelope, CancellationToken.None);
            if (!outcome.Done)
                return new PlanMade(null, outcome.Refusals);
        }
        return new PlanMade(stored.Id, []);
    }

    private OpenScenario WithArrivals(OpenScenario start, IReadOnlyList<UnitArrival> units)
    {
        if (units.Count == 0)
            return start;
        var problem = UnitArrivals.Apply(start.Problem, units);
        var scenario = start.Scenario with
        {
            Id = Id<Scenario>.New(time),
            EnteredAt = null,
            Of = start.Scenario.Origin,
            Name = "Damage as reported, with the units that are offered and fit",
            Json = ScenarioWriter.Write(problem, "network.m"),
            Units = units,
        };
        return start with { Scenario = scenario, Problem = problem };
    }

    /// <summary>The plan with its stages run in AC, as far as that came; without them where the search was stopped.</summary>
    private static Plan InAc(RestorationProblem problem, Plan plan, int threads, IProgress<AcCheckProgress>? progress, CancellationToken stop) =>
        plan.Interrupted ? plan : AcCheck.Run(problem, plan, new AcCheckOptions { Threads = threads }, progress, stop);

    /// <summary>A plan as it is kept, before it is checked.</summary>
    internal static StoredPlan StoredOf(OpenScenario scenario, Plan plan, string name, TimeProvider time) => new()
    {
        Id = Id<StoredPlan>.New(time),
        Scenario = scenario.Scenario.Id,
        Name = name,
        Json = Text(plan),
        Findings = [],
    };

    /// <summary>Keeps a plan with what its check finds.</summary>
    internal static StorePlan CheckedPlan(OpenScenario scenario, Plan plan, StoredPlan stored, IProgress<PlanCheckProgress>? progress = null)
    {
        var report = PlanCheck.Check(scenario.Problem, plan, progress: progress);
        return new StorePlan(stored with { Findings = [.. report.Findings.Select(finding => finding.ToString())] }, report.Passed);
    }

    /// <summary>A plan in the format of plan files.</summary>
    internal static string Text(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanFile.Write(plan, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
