using Relight.Grid;
using Relight.Restoration;
using Relight.Sample;

namespace Relight.Web.Plans;

/// <summary>What the pages of situation and plan are drawn from: the grid with its damage, the plan, and the plan to compare it with.</summary>
/// <param name="Sample">Grid, damage, crews and facilities, with their names and places.</param>
/// <param name="Problem">The restoration problem as it was planned.</param>
/// <param name="Plan">The plan.</param>
/// <param name="ListOrder">The same repairs in the order of the damage list.</param>
public sealed record PlanBoard(SampleProblem Sample, RestorationProblem Problem, Plan Plan, Plan? ListOrder)
{
    /// <summary>Hours that the curve covers.</summary>
    public double Horizon => Plan.Curve.Count > 0 ? Plan.Curve[^1].ToHours : 0;

    /// <summary>The stage at an hour; the last one after the horizon. Null where the plan has no stage.</summary>
    public CurveStage? StageAt(double hour) => Plan.Curve.FirstOrDefault(stage => hour < stage.ToHours) ?? Plan.Curve.LastOrDefault();

    /// <summary>How many repairs have ended by an hour.</summary>
    public int DoneBy(double hour) => Plan.Repairs.Count(repair => repair.End <= hour);

    /// <summary>Where a repair stands in the plan, from 1: the number that map, chart and table give it.</summary>
    public int NumberOf(PlannedRepair repair) => NumberOf(repair.Element);

    /// <summary>The number of the repair of an element; 0 where the plan does not repair it.</summary>
    public int NumberOf(ElementId element) => Plan.Repairs.Index().FirstOrDefault(pair => pair.Item.Element == element, (-1, null!)).Index + 1;

    /// <summary>The name of an element, for people.</summary>
    public string NameOf(ElementId element) => Sample.Grid.NameOf(element);
}
