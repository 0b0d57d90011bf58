using Relight.Grid;
using Relight.Matching;
using Relight.Register;
using Relight.Restoration;

namespace Relight.Plans;

/// <summary>The best of the rounds.</summary>
/// <param name="Scenario">The scenario with the units of its allocation.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Loss">What the plan leaves unserved.</param>
/// <param name="Values">What needs would gain from other units, from this plan.</param>
/// <param name="Rounds">All rounds.</param>
/// <param name="End">How they ended.</param>
/// <param name="ByFit">What the plan leaves unserved where each need in turn takes what fits and is there first.</param>
/// <param name="ByVoltage">The same where it takes what has the right voltages.</param>
/// <param name="Given">What was given by voltage.</param>
internal sealed record JointFound(
    OpenScenario Scenario, Plan Plan, PlanLoss Loss, NeedsValued Values, IReadOnlyList<JointRound> Rounds, JointEnd End,
    PlanLoss ByFit, PlanLoss ByVoltage, GivenByVoltage Given);

/// <summary>Planning and allocating in turn, on plain values.</summary>
/// <param name="start">The scenario without units.</param>
/// <param name="supply">Needs, offers and what is allocated.</param>
/// <param name="options">The whole budget.</param>
/// <param name="shareOfPlan">Share of it for the plan of a round.</param>
/// <param name="shareOfValues">Share of it for the values of a round.</param>
/// <param name="terms">What is reckoned for the way of units.</param>
/// <param name="progress">Is told how far it is.</param>
/// <param name="stop">Ends it.</param>
internal sealed class JointLoop(
    OpenScenario start, SupplyOfNeeds supply, PlannerOptions options, double shareOfPlan, double shareOfValues, TransportTerms terms, IProgress<PlanProgress>? progress, CancellationToken stop)
{
    private readonly IReadOnlyList<UnitArrival> _candidates = supply.Candidates(start);
    private readonly IReadOnlyDictionary<Id<Need>, double> _notBefore = supply.NotBefore(start);
    private readonly WaysOfUnits _ways = new(start, supply, terms);

    // The last search of the best round, and each of the two ways that it is held against.
    private const int SharesOfLast = 5;

    /// <summary>The rounds, and the best of them searched further.</summary>
    public JointFound Run()
    {
        var seen = new HashSet<string>();
        var rounds = new List<JointRound>();
        var units = UnitArrivals.Assign(start, supply);
        (OpenScenario Scenario, Plan Plan, PlanLoss Loss)? best = null;
        var end = JointEnd.MostRounds;
        Plan? from = null;
        IReadOnlyList<UnitArrival>? before = null;
        for (var round = 0; round < PlanJointly.MostRounds; round++)
        {
            seen.Add(KeyOf(units));
            var scenario = With(units);
            var plan = Planner.Plan(scenario.Problem, Share(shareOfPlan) with { StartFrom = from, Explain = false }, null, stop);
            var valued = NeedValuation.Of(scenario, plan, supply.Needs, _candidates, _notBefore, Share(shareOfValues), null, stop);
            var loss = PlanLoss.Of(scenario.Problem, valued.Plan);
            rounds.Add(new JointRound(units.Count, before is null ? 0 : Changed(before, units), loss));
            if (best is null || IsBetter(units, loss, best.Value.Scenario.Scenario.Units, best.Value.Loss))
                best = (scenario, valued.Plan, loss);
            progress?.Report(new PlanProgress(best.Value.Loss.WeightedMegawattHours, 0, 0, TimeSpan.Zero, (round + 1.0) / (PlanJointly.MostRounds + 3)));
            if (stop.IsCancellationRequested)
            {
                end = JointEnd.Stopped;
                break;
            }
            from = valued.Plan;
            var next = ByWorth(valued.Values);
            if (KeyOf(next) == KeyOf(units))
            {
                end = JointEnd.Settled;
                break;
            }
            if (seen.Contains(KeyOf(next)))
            {
                end = JointEnd.Cycle;
                break;
            }
            (before, units) = (units, next);
        }
        return Compared(best!.Value.Scenario, best.Value.Plan, rounds, end);
    }

    /// <summary>
    /// The best round searched further, beside the two ways of allocating first, which get all the effort that it got. A
    /// search may be lucky: each way of doing the repairs that is found for one is tried for the others too, so that no luck
    /// is put to the credit of an allocation. Where what fits and comes first is best after all, that is taken.
    /// </summary>
    private JointFound Compared(OpenScenario scenario, Plan plan, IReadOnlyList<JointRound> rounds, JointEnd end)
    {
        var given = VoltageFirst.Assign(start, supply);
        var effort = Share(EffortOf(rounds.Count));
        OpenScenario[] ways = [scenario, With(UnitArrivals.Assign(start, supply)), With(given.Serving)];
        Plan[] own =
        [
            Planner.Plan(ways[0].Problem, Share(SharesOfLast * shareOfPlan) with { StartFrom = plan }, null, stop),
            Planner.Plan(ways[1].Problem, effort, null, stop),
            Planner.Plan(ways[2].Problem, effort, null, stop),
        ];
        var best = ways.Select((way, w) => own.Select((from, f) => f == w ? from : Planner.Plan(way.Problem, Share(shareOfPlan) with { StartFrom = from }, null, stop))
            .Select(found => (Scenario: way, Plan: found, Loss: PlanLoss.Of(way.Problem, found)))
            .MinBy(found => found.Loss.WeightedMegawattHours)).ToList();
        var joint = IsBetter(best[1].Scenario.Scenario.Units, best[1].Loss, best[0].Scenario.Scenario.Units, best[0].Loss) ? best[1] : best[0];
        var values = FreedUnits.Valued(joint.Scenario, joint.Plan, supply, _candidates, Share(2 * shareOfValues), terms, null, stop);
        return new JointFound(joint.Scenario, joint.Plan, joint.Loss, values, rounds, end, best[1].Loss, best[2].Loss, given);
    }

    /// <summary>What was found, as it is kept.</summary>
    public JointPlanning Describe(JointFound found, Id<JointPlanning> id, Id<StoredPlan> plan)
    {
        var effort = Share(EffortOf(found.Rounds.Count));
        return new JointPlanning
        {
            Id = id,
            Plan = plan,
            Rounds = found.Rounds,
            End = found.End,
            Joint = found.Loss,
            ByFit = found.ByFit,
            ByVoltage = found.ByVoltage,
            GivenByVoltage = found.Given.Given,
            Misfits = found.Given.Misfits,
            Doubtful = found.Given.Doubtful,
            StatesEach = effort.States,
            SecondsEach = effort.Time?.TotalSeconds,
            TransportEuros = _ways.EurosOf(found.Scenario.Scenario.Units),
            WaysUnknown = _ways.UnknownOf(found.Scenario.Scenario.Units),
        };
    }

    // What is left unserved, and what the ways cost where that is weighed against it; of the same the cheaper.
    private bool IsBetter(IReadOnlyList<UnitArrival> units, PlanLoss loss, IReadOnlyList<UnitArrival> thanUnits, PlanLoss than) =>
        (loss.WeightedMegawattHours + _ways.InMegawattHours(units), _ways.Counted(units))
            .CompareTo((than.WeightedMegawattHours + _ways.InMegawattHours(thanUnits), _ways.Counted(thanUnits))) < 0;

    // Values are searched for too, and what is found on the way is a better plan.
    private double EffortOf(int rounds) => (rounds * (shareOfPlan + shareOfValues)) + (SharesOfLast * shareOfPlan);

    private PlannerOptions Share(double share) => options with
    {
        Method = PlanMethods.Search,
        States = options.States is { } states ? Math.Max(1, (long)(states * share)) : null,
        Time = options.Time * share,
    };

    private OpenScenario With(IReadOnlyList<UnitArrival> units) => start with
    {
        Scenario = start.Scenario with { Units = units },
        Problem = UnitArrivals.Apply(start.Problem, units),
    };

    /// <summary>The allocation that is worth most, by what a plan says of each need.</summary>
    private IReadOnlyList<UnitArrival> ByWorth(IReadOnlyList<NeedValue> values) =>
        UnitsByWorth.Best(start, supply, _candidates, values, _ways, null, stop);

    private static string KeyOf(IEnumerable<UnitArrival> units) =>
        string.Join(' ', units.Select(unit => $"{unit.Need}:{unit.Offer}").Order(StringComparer.Ordinal));

    private static int Changed(IReadOnlyList<UnitArrival> before, IReadOnlyList<UnitArrival> units)
    {
        Dictionary<ElementId, Id<Offer>> Of(IReadOnlyList<UnitArrival> all) => all.GroupBy(unit => unit.Element).ToDictionary(group => group.Key, group => group.First().Offer);
        var (one, other) = (Of(before), Of(units));
        return one.Keys.Union(other.Keys).Count(element => !one.TryGetValue(element, out var was) || !other.TryGetValue(element, out var now) || was != now);
    }
}
