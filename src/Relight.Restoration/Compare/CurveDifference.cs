namespace Relight.Restoration;

/// <summary>What two plans deliver between two hours.</summary>
/// <param name="FromHours">Start in hours.</param>
/// <param name="ToHours">End in hours; later than the start.</param>
/// <param name="Plan">The stage of the plan that these hours lie in, cut to them.</param>
/// <param name="Other">The stage of the other plan, cut to them.</param>
public sealed record CurveDifference(double FromHours, double ToHours, CurveStage Plan, CurveStage Other)
{
    /// <summary>MW that the plan serves more than the other.</summary>
    public double MoreMegawatts => Plan.ServedMegawatts - Other.ServedMegawatts;

    /// <summary>The same by weight.</summary>
    public double MoreWeighted => Plan.WeightedServed - Other.WeightedServed;

    /// <summary>Cuts two curves at each other's stages, as far as both go.</summary>
    internal static IReadOnlyList<CurveDifference> Between(IReadOnlyList<CurveStage> plan, IReadOnlyList<CurveStage> other)
    {
        var pieces = new List<CurveDifference>();
        double hour = 0;
        for (int i = 0, j = 0; i < plan.Count && j < other.Count;)
        {
            var to = Math.Min(plan[i].ToHours, other[j].ToHours);
            if (to > hour)
                pieces.Add(new CurveDifference(
                    hour, to, plan[i] with { FromHours = hour, ToHours = to }, other[j] with { FromHours = hour, ToHours = to }));
            hour = Math.Max(hour, to);
            if (plan[i].ToHours <= to)
                i++;
            if (j < other.Count && other[j].ToHours <= to)
                j++;
        }
        return pieces;
    }
}

/// <summary>What a plan leaves unserved up to the hour to which two plans are compared.</summary>
/// <param name="UnservedMegawattHours">Demand less served load, MWh, each megawatt counted once.</param>
/// <param name="WeightedUnservedMegawattHours">The same by weight.</param>
/// <param name="PeopleHours">People without power, summed over hours; not a number where a plan does not say.</param>
/// <param name="LastEndHours">Hour at which the last repair ends; 0 where there is none.</param>
public sealed record PlanTotals(
    double UnservedMegawattHours, double WeightedUnservedMegawattHours, double PeopleHours, double LastEndHours)
{
    /// <param name="stages">The curve as far as it is compared.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="moreDemand">What weights make demand more, MW.</param>
    internal static PlanTotals Of(IEnumerable<CurveStage> stages, Plan plan, double moreDemand)
    {
        var all = stages.ToList();
        return new PlanTotals(
            all.Sum(s => Hours(s) * (s.DemandMegawatts - s.ServedMegawatts)),
            all.Sum(s => Hours(s) * (s.DemandMegawatts + moreDemand - s.WeightedServed)),
            all.Sum(s => Hours(s) * s.PeopleWithoutPower),
            plan.Repairs.Select(r => r.End).DefaultIfEmpty(0).Max());

        static double Hours(CurveStage stage) => stage.ToHours - stage.FromHours;
    }
}

/// <summary>A stretch of hours in which one of two plans serves more all the time.</summary>
/// <param name="FromHours">Start in hours.</param>
/// <param name="ToHours">End in hours.</param>
/// <param name="OfPlan">True where the plan is ahead, false where the other is.</param>
/// <param name="MegawattHours">MWh by which it is ahead; more than 0.</param>
/// <param name="WeightedMegawattHours">The same by weight; may be less than 0 where weights differ.</param>
public sealed record PlanLead(double FromHours, double ToHours, bool OfPlan, double MegawattHours, double WeightedMegawattHours)
{
    internal static IReadOnlyList<PlanLead> Of(IReadOnlyList<CurveDifference> curve)
    {
        var leads = new List<PlanLead>();
        foreach (var piece in curve)
        {
            var more = piece.MoreMegawatts;
            if (Math.Abs(more) <= PlanCheck.Tolerance(piece.Plan.DemandMegawatts))
                continue;
            var hours = piece.ToHours - piece.FromHours;
            var sign = more > 0 ? 1 : -1;
            var lead = new PlanLead(piece.FromHours, piece.ToHours, more > 0, sign * more * hours, sign * piece.MoreWeighted * hours);
            if (leads.Count > 0 && leads[^1] is var last && last.OfPlan == lead.OfPlan && last.ToHours == lead.FromHours)
                leads[^1] = last with
                {
                    ToHours = lead.ToHours,
                    MegawattHours = last.MegawattHours + lead.MegawattHours,
                    WeightedMegawattHours = last.WeightedMegawattHours + lead.WeightedMegawattHours,
                };
            else
                leads.Add(lead);
        }
        return leads;
    }
}
