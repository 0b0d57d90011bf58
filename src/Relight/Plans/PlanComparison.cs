using Relight.Restoration;

namespace Relight.Plans;

/// <summary>A plan beside another one for the same problem, such as the repairs in the order of the damage list.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Baseline">What it is held against.</param>
public sealed record PlanComparison(Plan Plan, Plan Baseline)
{
    /// <summary>MWh that are served by the plan and not by the other, up to the later of their ends.</summary>
    public double SavedMegawattHours => Baseline.Objective.UnservedMegawattHours - Plan.Objective.UnservedMegawattHours;

    /// <summary>The same as a share of what the other leaves unserved; 0 where it leaves nothing.</summary>
    public double SavedShare => Baseline.Objective.UnservedMegawattHours <= 0
        ? 0
        : SavedMegawattHours / Baseline.Objective.UnservedMegawattHours;

    /// <summary>Hours without power that people are spared, summed over people.</summary>
    public double SavedPeopleHours => PeopleHours(Baseline) - PeopleHours(Plan);

    /// <summary>Hour from which a share of demand is served and stays served; null where that is never reached.</summary>
    /// <param name="plan">The plan to look at.</param>
    /// <param name="share">Share of demand, 0 to 1.</param>
    public static double? HourServed(Plan plan, double share)
    {
        double? since = null;
        foreach (var stage in plan.Curve)
            since = stage.ServedMegawatts >= share * stage.DemandMegawatts * (1 - 1e-9) ? since ?? stage.FromHours : null;
        return since;
    }

    /// <summary>People without power, summed over the hours of a plan.</summary>
    public static double PeopleHours(Plan plan) =>
        plan.Curve.Sum(stage => stage.PeopleWithoutPower * (stage.ToHours - stage.FromHours));
}
