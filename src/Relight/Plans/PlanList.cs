using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>A plan in a list.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Name">Name.</param>
/// <param name="Scenario">The scenario that it solves.</param>
/// <param name="ScenarioName">Name of the scenario.</param>
/// <param name="HourZero">The instant that its hours count from, UTC.</param>
/// <param name="At">When it was kept, UTC.</param>
[View(Audience.Coordination)]
public sealed record PlanInList(Id<StoredPlan> Id, string Name, Id<Scenario> Scenario, string ScenarioName, DateTimeOffset HourZero, DateTimeOffset At);

/// <summary>What is served between two changes of the grid. It names no place.</summary>
/// <param name="FromHours">First hour.</param>
/// <param name="ToHours">Last hour.</param>
/// <param name="DemandMegawatts">Demand, in MW.</param>
/// <param name="ServedMegawatts">Load that is served, in MW.</param>
/// <param name="PeopleWithoutPower">People whose share of demand is not served.</param>
[View(Audience.Coordination)]
public sealed record ServedFrom(double FromHours, double ToHours, double DemandMegawatts, double ServedMegawatts, double PeopleWithoutPower);

/// <summary>A plan as coordinators see it: what it is worth and brings when; not what is repaired where.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Repairs">How many repairs it has.</param>
/// <param name="UnservedMegawattHours">Demand less served load, in MWh.</param>
/// <param name="WeightedUnservedMegawattHours">The same by weight.</param>
/// <param name="LowerBoundMegawattHours">No plan has less weighted unserved energy than this.</param>
/// <param name="Interrupted">Whether the search was stopped before its budget.</param>
/// <param name="Curve">What is served when, without a gap.</param>
[View(Audience.Coordination)]
public sealed record PlanForCoordination(
    PlanInList Plan,
    int Repairs,
    double UnservedMegawattHours,
    double WeightedUnservedMegawattHours,
    double LowerBoundMegawattHours,
    bool Interrupted,
    IReadOnlyList<ServedFrom> Curve);

/// <summary>A plan with the files that it is made of and for; they name network elements, which are places.</summary>
/// <param name="Plan">The plan, in the format of plan files.</param>
/// <param name="Scenario">The problem, in the format of scenario files.</param>
/// <param name="Network">The network, as a MATPOWER v2 case.</param>
public sealed record PlanFiles(string Plan, string Scenario, string Network);

/// <summary>The plans of an operation, the latest first.</summary>
public static class PlanList
{
    /// <summary>All of them.</summary>
    public static async Task<IReadOnlyList<PlanInList>> Read(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        var scenarios = await db.Scenarios.Where(row => row.Operation == operation)
            .Select(row => new { row.Id, row.Name, row.HourZero }).ToDictionaryAsync(row => row.Id, cancel);
        var plans = await db.Plans.AsNoTracking().Where(row => row.Operation == operation)
            .OrderByDescending(row => row.At).ThenBy(row => row.Id).Select(row => new { row.Id, row.Name, row.Scenario, row.At }).ToListAsync(cancel);
        return plans.ConvertAll(row => new PlanInList(row.Id, row.Name, row.Scenario, scenarios[row.Scenario].Name, scenarios[row.Scenario].HourZero, row.At));
    }

    /// <summary>One of them; null where the operation has none of this id.</summary>
    public static async Task<PlanForCoordination?> ReadOne(RelightContext db, Id<Operation> operation, Id<StoredPlan> id, CancellationToken cancel = default)
    {
        if (await ReadPlan.Run(db, operation, id, cancel) is not { Scenario.Scenario: var scenario, Best: var best })
            return null;
        var plan = best.Plan;
        return new PlanForCoordination(
            new PlanInList(id, best.Stored.Name, scenario.Id, scenario.Name, scenario.HourZero, best.At),
            plan.Repairs.Count,
            plan.Objective.UnservedMegawattHours,
            plan.Objective.WeightedUnservedMegawattHours,
            plan.Objective.LowerBoundMegawattHours,
            plan.Interrupted,
            [.. plan.Curve.Select(stage => new ServedFrom(stage.FromHours, stage.ToHours, stage.DemandMegawatts, stage.ServedMegawatts, stage.PeopleWithoutPower))]);
    }

    /// <summary>The files of one of them; null where the operation has none of this id.</summary>
    public static async Task<PlanFiles?> ReadFiles(RelightContext db, Id<Operation> operation, Id<StoredPlan> id, CancellationToken cancel = default)
    {
        if (await db.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel) is not { } plan)
            return null;
        var scenario = (await db.Scenarios.AsNoTracking().FirstAsync(row => row.Id == plan.Scenario, cancel)).Read();
        var model = (await db.GridModels.AsNoTracking().FirstAsync(row => row.Id == scenario.Model, cancel)).Read();
        return new PlanFiles(plan.Read().Json, scenario.Json, model.Case);
    }
}
