using Relight.Matching;
using Relight.Register;
using Relight.Restoration;

namespace Relight.Plans;

/// <summary>
/// What one more unit brings where it frees an offered one for another need: the allocation is solved again with the need
/// served, and where others get other units by it, the plan is made anew with all of these.
/// </summary>
internal static class FreedUnits
{
    // Of the whole budget; the rest finds what each need is worth by itself.
    private const double Share = 0.2;

    // Of that part: allocating anew, once for each unit, is counted in no search, and with hundreds of units takes minutes.
    private const double MostOfPart = 2;

    /// <summary>Values each need as <see cref="NeedValuation"/> does, and then counts what units it would free.</summary>
    /// <param name="scenario">The scenario, with the units that it reckons with.</param>
    /// <param name="plan">The present plan of it.</param>
    /// <param name="supply">Needs, offers and what is allocated.</param>
    /// <param name="candidates">Units that could serve the needs, whoever gets them.</param>
    /// <param name="options">The budget for all together.</param>
    /// <param name="terms">What is reckoned for the way of units.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="stop">Ends it; what was found so far is given.</param>
    /// <returns>The values; where time ended before the freed units of all needs were counted, they are marked as interrupted.</returns>
    public static NeedsValued Valued(
        OpenScenario scenario, Plan plan, SupplyOfNeeds supply, IReadOnlyList<UnitArrival> candidates, PlannerOptions options, TransportTerms terms,
        IProgress<PlanProgress>? progress, CancellationToken stop)
    {
        var valued = NeedValuation.Of(scenario, plan, supply.Needs, candidates, supply.NotBefore(scenario), Part(options, 1 - Share), progress, stop);
        var part = Part(options, Share);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (part.Time is { } time)
            end.CancelAfter(time * MostOfPart);
        var counted = Counted(scenario, valued, supply, candidates, part, terms, end.Token);
        return valued with { Values = counted, Interrupted = valued.Interrupted || end.IsCancellationRequested };
    }

    private static IReadOnlyList<NeedValue> Counted(
        OpenScenario scenario, NeedsValued valued, SupplyOfNeeds supply, IReadOnlyList<UnitArrival> candidates, PlannerOptions options, TransportTerms terms, CancellationToken stop)
    {
        var (ways, notBefore) = (new WaysOfUnits(scenario, supply, terms), supply.NotBefore(scenario));
        IReadOnlyList<UnitArrival> Best(Id<Need>? without) => UnitsByWorth.Best(scenario, supply, candidates, valued.Values, ways, without, stop);
        var held = UnitArrivals.Held(scenario, supply).Select(unit => unit.Need).ToHashSet();
        var (best, present) = (Best(null), scenario.Scenario.Units);
        bool IsMoved(Id<Need> need, IReadOnlyList<UnitArrival> others) =>
            !IsSame(others, best.Where(unit => unit.Need != need)) || !IsSame(others, present.Where(unit => unit.Need != need));
        var asked = best.Concat(present).Select(unit => unit.Need).Distinct()
            .Where(need => !held.Contains(need) && !stop.IsCancellationRequested)
            .Select(need => (Need: need, Others: Best(need)))
            .Where(each => IsMoved(each.Need, each.Others))
            .ToDictionary(each => each.Need, each => each.Others);
        if (asked.Count == 0)
            return valued.Values;
        var search = Part(options, 1.0 / (asked.Count + 1)) with { Explain = false, StartFrom = valued.Plan };
        var bare = Bare(scenario);
        PlanLoss Loss(RestorationProblem problem) => PlanLoss.Of(problem, Planner.Plan(problem, search, null, stop));
        // One more unit is not to be given the credit for what another allocation brings without it.
        var least = PlanLoss.Of(scenario.Problem, valued.Plan);
        if (!IsSame(best, present) && Loss(UnitArrivals.Apply(bare, best)) is var other && other.WeightedMegawattHours < least.WeightedMegawattHours)
            least = other;
        return [.. valued.Values.Select(value => value.Need is { } need && asked.TryGetValue(need, out var others) && !stop.IsCancellationRequested
            ? With(value, least - Loss(There(UnitArrivals.Apply(bare, others), value.Element, notBefore.GetValueOrDefault(need))))
            : value)];
    }

    private static NeedValue With(NeedValue value, PlanLoss saved) => saved.WeightedMegawattHours <= value.OneMore.WeightedMegawattHours
        ? value
        : value with { FreeingOthers = new ValueAtHour(0, saved.MegawattHours, saved.WeightedMegawattHours, saved.PeopleHours) };

    private static bool IsSame(IEnumerable<UnitArrival> one, IEnumerable<UnitArrival> other) =>
        one.Select(unit => (unit.Need, unit.Offer)).ToHashSet().SetEquals(other.Select(unit => (unit.Need, unit.Offer)));

    /// <summary>The problem in which repairs wait for what they wait for without the units that the scenario reckons with.</summary>
    private static RestorationProblem Bare(OpenScenario scenario)
    {
        var units = scenario.Scenario.Units.ToLookup(unit => unit.Element);
        return With(scenario.Problem, repair => units[repair.Element].Any() ? repair with
        {
            AvailableFrom = UnitArrivals.WaitsUntil(scenario, repair),
            Hours = repair.Hours - units[repair.Element].Sum(unit => unit.WorkHours),
        } : repair);
    }

    private static RestorationProblem There(RestorationProblem problem, Grid.ElementId element, double hour) =>
        With(problem, repair => repair.Element == element ? repair with { AvailableFrom = hour } : repair);

    private static RestorationProblem With(RestorationProblem problem, Func<Repair, Repair> repair) => new(
        problem.Name, problem.Network, [.. problem.Repairs.Select(repair)], problem.Crews, problem.Travel, problem.Weights, problem.People, problem.HorizonHours);

    private static PlannerOptions Part(PlannerOptions options, double share) => options with
    {
        Method = PlanMethods.Search,
        States = options.States is { } states ? Math.Max(1, (long)(states * share)) : null,
        Time = (options.Time ?? (options.States is null ? TimeSpan.FromSeconds(Planner.DefaultSeconds) : null)) * share,
    };
}
