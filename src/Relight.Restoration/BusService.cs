using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>What a plan serves at one bus at an hour.</summary>
/// <param name="Bus">Number of the bus.</param>
/// <param name="DemandMegawatts">Demand before the damage, MW.</param>
/// <param name="ServedMegawatts">Load that is served, MW.</param>
/// <param name="PeopleWithoutPower">People of the bus times the unserved share of its demand.</param>
public sealed record BusService(int Bus, double DemandMegawatts, double ServedMegawatts, double PeopleWithoutPower)
{
    /// <summary>
    /// What a plan serves bus by bus, at every hour of a list. Where several dispatches serve the same most for the fewest
    /// people without power, it is one of them: sums over the grid are well defined, single buses may differ.
    /// </summary>
    /// <param name="problem">The problem that the plan solves.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="hours">Hours, from the scenario's hour zero; before it the state is that of hour zero.</param>
    public static IReadOnlyList<IReadOnlyList<BusService>> At(RestorationProblem problem, Plan plan, IEnumerable<double> hours)
    {
        var model = new DeliveryModel(problem);
        var delivery = new LoadDelivery.LoadDelivery(model);
        return [.. hours.Select(hour => Evaluate(model, delivery, plan, hour))];
    }

    private static IReadOnlyList<BusService> Evaluate(
        DeliveryModel model, LoadDelivery.LoadDelivery delivery, Plan plan, double hour)
    {
        var (repaired, open) = (new RepairSet(model.Problem.Repairs.Count), model.NothingOpen());
        foreach (var repair in plan.Repairs.Where(repair => repair.End <= hour))
            repaired[model.SwitchOf[repair.Element]] = true;
        foreach (var element in plan.Curve.LastOrDefault(stage => stage.FromHours <= Math.Max(0, hour))?.Open ?? [])
            open[model.SwitchOf[element]] = true;
        delivery.Evaluate(repaired, open);
        var (demand, served) = (new double[model.BusCount], new double[model.BusCount]);
        for (var part = 0; part < model.SegmentBus.Length; part++)
        {
            demand[model.SegmentBus[part]] += model.SegmentMegawatts[part];
            served[model.SegmentBus[part]] += Math.Clamp(delivery.Served[part], 0, model.SegmentMegawatts[part]);
        }
        return [.. Enumerable.Range(0, model.BusCount).Select(i => new BusService(
            model.BusIds[i], demand[i], served[i], (demand[i] - served[i]) * model.PeoplePerMegawatt[i]))];
    }
}
