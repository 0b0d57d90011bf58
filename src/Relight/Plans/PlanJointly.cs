using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>What became of planning jointly.</summary>
/// <param name="Joint">What it gave; null where it was refused.</param>
/// <param name="Refusals">Why it was refused; empty where it was kept.</param>
public sealed record PlannedJointly(JointPlanning? Joint, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Closes the loop: plan with the units of an allocation, value what every need would gain from other units, allocate by
/// these values, plan again, until the allocation settles. Rounds are bounded, a cycle ends them, and the best plan of all
/// rounds is kept. The first round gives each need in turn what fits and is there first. Beside it, with the same
/// effort of search, stand that first way and the way by voltages alone; what is found for one is tried for all.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class PlanJointly(Database database, TimeProvider time)
{
    /// <summary>Name of the plan that it keeps.</summary>
    public const string Name = "Planned together with the allocation of units";

    /// <summary>Most rounds.</summary>
    public const int MostRounds = 5;

    // Of the whole budget, for one round; the last search and the two ways beside it are counted in these shares too.
    private const double ShareOfPlan = 0.05;
    private const double ShareOfValues = 0.05;

    private readonly Commands _commands = new(database, time);

    /// <summary>Plans jointly and keeps the plan, the values of needs at it, and what it is worth beside the other ways.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="scenario">The scenario to start from; null for the latest of the operation's plans without its units.</param>
    /// <param name="options">The budget for everything together.</param>
    /// <param name="by">Who plans.</param>
    /// <param name="terms">What is reckoned for the way of units; null for what is usual.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="stop">Ends it; the best plan so far is kept.</param>
    public async Task<PlannedJointly> Run(
        Id<Operation> operation,
        Id<Scenario>? scenario,
        PlannerOptions options,
        string by,
        TransportTerms? terms = null,
        IProgress<PlanProgress>? progress = null,
        CancellationToken stop = default)
    {
        await using var db = database.Open();
        if (await StartOf(db, operation, scenario) is not { } start)
            return new PlannedJointly(null, [new Refusal("scenario", scenario?.ToString(), "must be a scenario of this operation that reckons with no units yet")]);
        var supply = await SupplyOfNeeds.Load(db, operation, time.GetUtcNow(), CancellationToken.None);
        var loop = new JointLoop(start, supply, Limited(options), ShareOfPlan, ShareOfValues, terms ?? TransportTerms.Usual, progress, stop);
        var found = loop.Run();
        return await Keep(operation, start, found, loop, by, options.Threads, stop);
    }

    private static PlannerOptions Limited(PlannerOptions options) => options.Time is null && options.States is null
        ? options with { Time = TimeSpan.FromSeconds(2 * Planner.DefaultSeconds) }
        : options;

    private static async Task<OpenScenario?> StartOf(RelightContext db, Id<Operation> operation, Id<Scenario>? scenario)
    {
        if (scenario is { } id)
            return await ReadScenario.Run(db, operation, id, CancellationToken.None) is { Scenario.Units.Count: 0 } given ? given : null;
        var latest = (await ReadPlan.Latest(db, operation, CancellationToken.None))?.Scenario.Scenario;
        var rows = db.Scenarios.Where(row => row.Operation == operation && !row.HasUnits);
        if (latest is not null)
            rows = rows.Where(row => row.Model == latest.Model && row.HourZero == latest.HourZero);
        var without = await rows.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
        Id<Scenario>? from = without is [var only] ? only
            : latest is null ? (await EnteredScenario.Latest(db, operation))?.Id
            : without.Contains(latest.Origin) ? latest.Origin : null;
        return from is { } found ? await ReadScenario.Run(db, operation, found, CancellationToken.None) : null;
    }

    private async Task<PlannedJointly> Keep(
        Id<Operation> operation, OpenScenario start, JointFound found, JointLoop loop, string by, int threads, CancellationToken stop)
    {
        var scenario = start.Scenario with
        {
            Id = Id<Scenario>.New(time),
            EnteredAt = null,
            Of = start.Scenario.Origin,
            Name = "Damage as reported, with the units that were allocated together with the plan",
            Json = ScenarioWriter.Write(found.Scenario.Problem, "network.m"),
            Units = found.Scenario.Scenario.Units,
        };
        var planned = found.Scenario with { Scenario = scenario };
        var plan = found.Plan.Interrupted ? found.Plan : AcCheck.Run(planned.Problem, found.Plan, new AcCheckOptions { Threads = threads }, null, stop);
        var stored = MakePlan.StoredOf(planned, plan, Name, time);
        var list = Planner.Plan(planned.Problem, new PlannerOptions { Method = PlanMethods.List }, null, CancellationToken.None);
        var joint = loop.Describe(found, Id<JointPlanning>.New(time), stored.Id);
        var values = new NeedValues { Id = Id<NeedValues>.New(time), Plan = stored.Id, Values = found.Values.Values, Interrupted = found.Values.Interrupted };
        ICommand[] commands =
        [
            new StoreScenario(scenario),
            MakePlan.CheckedPlan(planned, list, MakePlan.StoredOf(planned, list, MakePlan.ListOrderName, time)),
            MakePlan.CheckedPlan(planned, plan, stored),
            new StoreNeedValues(values),
            new StoreJointPlanning(joint),
        ];
        foreach (var command in commands)
        {
            var outcome = await _commands.Run(command, new Envelope(Id<Envelope>.New(time).Value, operation, by), CancellationToken.None);
            if (!outcome.Done)
                return new PlannedJointly(null, outcome.Refusals);
        }
        return new PlannedJointly(joint, []);
    }
}
