using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Ledger;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>What became of taking a plan in.</summary>
/// <param name="Plan">Id of the plan; null where it was not kept.</param>
/// <param name="Findings">What its check found.</param>
/// <param name="Refusals">Why it was refused, where that is no finding of the check.</param>
public sealed record PlanTaken(Id<StoredPlan>? Plan, IReadOnlyList<Finding> Findings, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Takes a plan in that was made outside of the register, once its check against a scenario of the register has passed, with the
/// same repairs in the order of the damage list beside it.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class TakePlan(Database database, TimeProvider time)
{
    /// <summary>Name of a plan that was taken in.</summary>
    public const string Name = "Plan from a file";

    private readonly Commands _commands = new(database, time);

    /// <summary>Takes a plan in.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="scenario">The scenario that it is to solve.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="file">Name of its file, for the findings.</param>
    /// <param name="by">Who takes it in.</param>
    /// <param name="progress">Is told how far the check is.</param>
    public async Task<PlanTaken> Run(
        Id<Operation> operation, Id<Scenario> scenario, Plan plan, string file, string by, IProgress<PlanCheckProgress>? progress = null)
    {
        await using var db = database.Open();
        if (await ReadScenario.Run(db, operation, scenario, CancellationToken.None) is not { } open)
            return new PlanTaken(null, [], [new Refusal("scenario", scenario.ToString(), "must be a scenario of this operation")]);
        var report = PlanCheck.Check(open.Problem, plan, file, progress);
        if (!report.Passed)
            return new PlanTaken(null, report.Findings, []);
        var stored = MakePlan.StoredOf(open, plan, Name, time) with { Findings = [.. report.Findings.Select(finding => finding.ToString())] };
        var commands = new List<ICommand>();
        if (!await db.Plans.AnyAsync(row => row.Operation == operation && row.Scenario == scenario && row.Name == MakePlan.ListOrderName))
        {
            var list = Planner.Plan(open.Problem, new PlannerOptions { Method = PlanMethods.List }, null, CancellationToken.None);
            commands.Add(MakePlan.CheckedPlan(open, list, MakePlan.StoredOf(open, list, MakePlan.ListOrderName, time)));
        }
        commands.Add(new StorePlan(stored, report.Passed));
        foreach (var command in commands)
        {
            var outcome = await _commands.Run(command, new Envelope(Id<Envelope>.New(time).Value, operation, by), CancellationToken.None);
            if (!outcome.Done)
                return new PlanTaken(null, report.Findings, outcome.Refusals);
        }
        return new PlanTaken(stored.Id, report.Findings, []);
    }
}
