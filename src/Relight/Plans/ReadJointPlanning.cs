using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Plans;

/// <summary>What a plan leaves unserved that the repaired grid would serve.</summary>
/// <param name="MegawattHours">MWh, each megawatt counted once.</param>
/// <param name="WeightedMegawattHours">The same by weight.</param>
/// <param name="PeopleHours">Hours without power, summed over people.</param>
[View(Audience.Coordination)]
public sealed record LossOfPlan(double MegawattHours, double WeightedMegawattHours, double PeopleHours)
{
    internal static LossOfPlan Of(Restoration.PlanLoss loss) => new(loss.MegawattHours, loss.WeightedMegawattHours, loss.PeopleHours);
}

/// <summary>A round of planning and allocating in turn.</summary>
/// <param name="Units">How many repairs get a unit.</param>
/// <param name="Changed">How many get another unit than in the round before, or none any more.</param>
/// <param name="Loss">What its plan leaves unserved.</param>
[View(Audience.Coordination)]
public sealed record RoundOfPlanning(int Units, int Changed, LossOfPlan Loss);

/// <summary>What planning and allocating together gave, beside allocating first and planning then.</summary>
/// <param name="Plan">The plan that it gave.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Rounds">The rounds.</param>
/// <param name="End">How they ended.</param>
/// <param name="Joint">What the plan leaves unserved.</param>
/// <param name="ByFit">The same where each need in turn takes what fits and is there first.</param>
/// <param name="ByVoltage">The same where each need in turn takes what has the right voltages and is there first.</param>
/// <param name="GivenByVoltage">Units that are given by voltage.</param>
/// <param name="Misfits">Of these, units that turn out not to fit.</param>
/// <param name="Doubtful">Of these, units of which it cannot be told yet.</param>
/// <param name="TransportEuros">What the ways of the plan's units cost as far as is known, in euros; null where that was not kept.</param>
/// <param name="WaysUnknown">Of how many of these ways it is not known what they cost; null where that was not kept.</param>
/// <param name="ArrivalsChanged">How many of the units that the latest plan reckons with are there at another hour than it takes for granted.</param>
[View(Audience.Coordination)]
public sealed record JointPlanningForCoordination(
    Id<StoredPlan> Plan,
    DateTimeOffset At,
    IReadOnlyList<RoundOfPlanning> Rounds,
    JointEnd End,
    LossOfPlan Joint,
    LossOfPlan ByFit,
    LossOfPlan ByVoltage,
    int GivenByVoltage,
    int Misfits,
    int Doubtful,
    decimal? TransportEuros,
    int? WaysUnknown,
    int ArrivalsChanged)
{
    /// <summary>The latest of an operation; null where it has none.</summary>
    public static async Task<JointPlanningForCoordination?> Latest(RelightContext db, Id<Operation> operation, CancellationToken cancel = default)
    {
        var row = await db.JointPlannings.AsNoTracking().Where(row => row.Operation == operation)
            .OrderByDescending(row => row.At).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        if (row is null)
            return null;
        var joint = row.Read();
        var scenario = (await ReadPlan.Latest(db, operation, cancel))!.Scenario.Scenario;
        return new JointPlanningForCoordination(
            joint.Plan,
            row.At,
            [.. joint.Rounds.Select(round => new RoundOfPlanning(round.Units, round.Changed, LossOfPlan.Of(round.Loss)))],
            joint.End,
            LossOfPlan.Of(joint.Joint),
            LossOfPlan.Of(joint.ByFit),
            LossOfPlan.Of(joint.ByVoltage),
            joint.GivenByVoltage,
            joint.Misfits,
            joint.Doubtful,
            joint.TransportEuros,
            joint.WaysUnknown,
            (await ArrivalChange.Read(db, operation, scenario, cancel)).Count);
    }
}
