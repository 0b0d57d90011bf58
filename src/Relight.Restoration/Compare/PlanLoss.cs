using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>
/// What a plan leaves unserved that the repaired grid would serve. It does not grow with the hours that are looked at, so
/// that plans of one grid and damage can be held against each other even where they end at other hours, or wait for other equipment.
/// </summary>
/// <param name="MegawattHours">MWh, each megawatt counted once.</param>
/// <param name="WeightedMegawattHours">The same by weight.</param>
/// <param name="PeopleHours">Hours without power, summed over people.</param>
public sealed record PlanLoss(double MegawattHours, double WeightedMegawattHours, double PeopleHours)
{
    /// <summary>The loss of a plan.</summary>
    /// <param name="problem">The problem that it solves.</param>
    /// <param name="plan">The plan.</param>
    public static PlanLoss Of(RestorationProblem problem, Plan plan)
    {
        var repaired = PlanBuilder.WhenAllIsRepaired(new JobBoard(problem), new DeliveryModel(problem));
        double Sum(Func<CurveStage, double> lost) => plan.Curve.Sum(stage => (stage.ToHours - stage.FromHours) * (lost(stage) - lost(repaired)));
        return new PlanLoss(Sum(stage => -stage.ServedMegawatts), Sum(stage => -stage.WeightedServed), Sum(stage => stage.PeopleWithoutPower));
    }

    /// <summary>How much less one loses than another.</summary>
    public static PlanLoss operator -(PlanLoss one, PlanLoss other) =>
        new(one.MegawattHours - other.MegawattHours, one.WeightedMegawattHours - other.WeightedMegawattHours, one.PeopleHours - other.PeopleHours);
}
