using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration;

/// <summary>
/// A plan beside another one of the same problem, such as the repairs in the order of the damage list. Energies count up
/// to the later of their ends; the plan that ends earlier serves from then on what the repaired grid can.
/// </summary>
public sealed record PlanComparison
{
    private PlanComparison(RestorationProblem problem, Plan plan, Plan other)
    {
        var same = Math.Abs(End(plan) - End(other)) <= PlanCheck.HoursTolerance;
        var repaired = same ? null : PlanBuilder.WhenAllIsRepaired(new JobBoard(problem), new DeliveryModel(problem));
        var moreDemand = problem.Weights.Sum(w => (w.Weight - 1) * w.Megawatts);

        Plan = plan;
        Other = other;
        EndHours = Math.Max(End(plan), End(other));
        Curve = CurveDifference.Between(Extended(plan, repaired), Extended(other, repaired));
        Totals = PlanTotals.Of(Curve.Select(d => d.Plan), plan, moreDemand);
        OtherTotals = PlanTotals.Of(Curve.Select(d => d.Other), other, moreDemand);
    }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>What it is held against.</summary>
    public Plan Other { get; }

    /// <summary>Hour up to which energies count: the later of the ends of both curves.</summary>
    public double EndHours { get; }

    /// <summary>Both curves over the same stages, from hour 0 to <see cref="EndHours"/>.</summary>
    public IReadOnlyList<CurveDifference> Curve { get; }

    /// <summary>What the plan leaves unserved.</summary>
    public PlanTotals Totals { get; }

    /// <summary>What the other leaves unserved.</summary>
    public PlanTotals OtherTotals { get; }

    /// <summary>Each repair in both plans, by its start in the plan, then by its start in the other.</summary>
    public IReadOnlyList<RepairDifference> Repairs => RepairDifference.Between(Plan, Other);

    /// <summary>Stretches in which one of them serves more, in their order.</summary>
    public IReadOnlyList<PlanLead> Leads => PlanLead.Of(Curve);

    /// <summary>MWh that are served by the plan and not by the other; negative where the other serves more.</summary>
    public double SavedMegawattHours => OtherTotals.UnservedMegawattHours - Totals.UnservedMegawattHours;

    /// <summary>The same by weight.</summary>
    public double SavedWeightedMegawattHours => OtherTotals.WeightedUnservedMegawattHours - Totals.WeightedUnservedMegawattHours;

    /// <summary>Hours without power that people are spared, summed over people.</summary>
    public double SavedPeopleHours => OtherTotals.PeopleHours - Totals.PeopleHours;

    /// <summary>Holds a plan against another one.</summary>
    /// <param name="problem">The problem that both solve.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="other">The other one.</param>
    public static PlanComparison Of(RestorationProblem problem, Plan plan, Plan other) => new(problem, plan, other);

    /// <summary>People without power, summed over the hours of a plan.</summary>
    public static double PeopleHours(Plan plan) =>
        plan.Curve.Sum(stage => stage.PeopleWithoutPower * (stage.ToHours - stage.FromHours));

    private static double End(Plan plan) => plan.Curve.Count == 0 ? 0 : plan.Curve[^1].ToHours;

    private IReadOnlyList<CurveStage> Extended(Plan plan, CurveStage? repaired) =>
        repaired is null || End(plan) >= EndHours
            ? plan.Curve
            : [.. plan.Curve, repaired with { FromHours = End(plan), ToHours = EndHours }];
}
