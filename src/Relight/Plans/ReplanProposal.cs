using Microsoft.EntityFrameworkCore;
using Relight.Grid.Import;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>
/// A plan that was made anew as arrivals changed, and that nobody has adopted or left yet. It is kept whole, with what it was
/// compared with, so that whoever decides sees what was worked out, however often the host is started anew.
/// </summary>
public sealed record ReplanProposal
{
    /// <summary>Id of the proposal.</summary>
    public required Id<ReplanProposal> Id { get; init; }

    /// <summary>The plan that it began with; once another is the latest, the proposal is nothing to decide on any more.</summary>
    public required Id<StoredPlan> Plan { get; init; }

    /// <summary>Hour of that plan up to which it had been carried out; hour zero of the new one.</summary>
    public required double NowHours { get; init; }

    /// <summary>The arrivals that had changed; one at least.</summary>
    public required IReadOnlyList<ArrivalChange> Changes { get; init; }

    /// <summary>What is left, in the format of scenario files; the network it names is that of the scenario that the plan solves.</summary>
    public required string Scenario { get; init; }

    /// <summary>The new plan, in the format of plan files.</summary>
    public required string Made { get; init; }

    /// <summary>The old plan carried on, in the format of plan files.</summary>
    public required string CarriedOn { get; init; }

    /// <summary>What becomes of each repair, and why.</summary>
    public required IReadOnlyList<RepairMove> Moves { get; init; }

    /// <summary>The proposal of what planning anew gave.</summary>
    /// <param name="found">What it gave; with a plan.</param>
    /// <param name="time">The clock.</param>
    internal static ReplanProposal Of(ArrivalsReplanned found, TimeProvider time) => new()
    {
        Id = Id<ReplanProposal>.New(time),
        Plan = found.Before!.Value,
        NowHours = found.Replan!.NowHours,
        Changes = found.Changes,
        Scenario = ScenarioWriter.Write(found.Replan.Problem, "network.m"),
        Made = MakePlan.Text(found.Replan.Plan),
        CarriedOn = MakePlan.Text(found.Replan.CarriedOn),
        Moves = found.Replan.Moves,
    };

    /// <summary>What is proposed to an operation; null where nothing is, or another plan was kept since.</summary>
    public static async Task<ReplanProposed?> Latest(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        var row = await db.ReplanProposals.AsNoTracking().FirstOrDefaultAsync(row => row.Operation == operation, cancel);
        if (row is null || row.Plan != await ReadPlan.LatestId(db, operation, cancel))
            return null;
        var (kept, before) = (row.Read(), (await ReadPlan.Run(db, operation, row.Plan, cancel))!);
        return new ReplanProposed(kept.Id, row.At, kept.Open(before.Scenario));
    }

    private ArrivalsReplanned Open(OpenScenario before) => new(
        before,
        Changes,
        new Replan
        {
            NowHours = NowHours,
            Problem = Read(ScenarioReader.Parse(Scenario, "scenario.json", name => MatpowerReader.Parse(before.Model.Case, name))),
            Plan = Read(PlanFile.Parse(Made, "plan.json")),
            CarriedOn = Read(PlanFile.Parse(CarriedOn, "plan.json")),
            Moves = Moves,
        },
        null,
        [])
    {
        Before = Plan,
    };

    private T Read<T>(Imported<T> read)
        where T : class => read.Value ?? throw new InvalidDataException($"the proposal {Id} is damaged: {string.Join("; ", read.Errors)}");
}

/// <summary>A plan that is proposed, read.</summary>
/// <param name="Id">Id of the proposal.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Found">What planning anew gave.</param>
public sealed record ReplanProposed(Id<ReplanProposal> Id, DateTimeOffset At, ArrivalsReplanned Found);
