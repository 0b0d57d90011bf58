using Relight.Grid;

namespace Relight.Restoration;

/// <summary>
/// What the grid delivers in the states of a plan and in those without one of its repairs, each computed once. From
/// the horizon on, the switching of the curve's last stage stands. A state without a repair serves the more of two
/// switchings: that of the state with it, or nothing open.
/// </summary>
internal sealed class ThetaStates
{
    private readonly Plan _plan;
    private readonly ThetaLoadDelivery _theta;
    private readonly RestorationProblem _problem;
    private readonly Dictionary<ElementId, double> _backAt;
    private readonly Dictionary<HashSet<ElementId>, ThetaDelivery> _computed = new(HashSet<ElementId>.CreateSetComparer());

    /// <summary>Computes nothing yet.</summary>
    public ThetaStates(RestorationProblem problem, Plan plan, ThetaLoadDelivery theta, double weightedDemand)
    {
        (_problem, _plan, _theta, WeightedDemand) = (problem, plan, theta, weightedDemand);
        var ends = plan.Repairs.ToLookup(r => r.Element, r => r.End);
        _backAt = problem.Repairs.ToDictionary(r => r.Element, r => ends[r.Element].DefaultIfEmpty(double.PositiveInfinity).Min());
        Ends = [];
        foreach (var end in _backAt.Values.Where(double.IsFinite).Order())
            if (Ends.Count == 0 || end > Ends[^1] + PlanCheck.HoursTolerance)
                Ends.Add(end);
    }

    /// <summary>Weighted demand of the intact grid, MW.</summary>
    public double WeightedDemand { get; }

    /// <summary>Hours at which repairs end, each once.</summary>
    public List<double> Ends { get; }

    /// <summary>Hour at which an element is back; false where it is not in the plan.</summary>
    public bool EndOf(ElementId element, out double end) => _backAt.TryGetValue(element, out end) && double.IsFinite(end);

    /// <summary>Keeps what has been computed elsewhere.</summary>
    public void Keep(IReadOnlySet<ElementId> outOfService, ThetaDelivery delivery) => _computed[[.. outOfService]] = delivery;

    /// <summary>
    /// Computes states, each as it follows from the one before it in the list, so that neighbours had best stand together.
    /// One after the other: CLP puts its own handler of Ctrl-C in place while it solves, and two that solve at once leave it there.
    /// </summary>
    /// <param name="states">What is out of service in each; those known already are left out.</param>
    /// <param name="computed">Is told how many have been computed, of how many.</param>
    /// <exception cref="InvalidOperationException">No solver gives an answer.</exception>
    public void Compute(IEnumerable<HashSet<ElementId>> states, Action<int, int> computed)
    {
        var asked = states.Distinct(HashSet<ElementId>.CreateSetComparer()).Where(state => !_computed.ContainsKey(state)).ToList();
        foreach (var (i, state) in asked.Index())
        {
            _computed[state] = _theta.Evaluate(state);
            computed(i + 1, asked.Count);
        }
    }

    /// <summary>The states that <see cref="Cost"/> compares.</summary>
    public IEnumerable<HashSet<ElementId>> StatesOf(double hour, ElementId without)
    {
        HashSet<ElementId> closed = [.. Out(hour), without], opened = [.. closed, .. Open(hour)];
        yield return [.. Out(hour), .. Open(hour)];
        yield return closed;
        if (opened.Count > closed.Count)
            yield return opened;
    }

    /// <summary>What a state delivers; computed where it is not known.</summary>
    public ThetaDelivery Delivery(HashSet<ElementId> outOfService)
    {
        if (!_computed.TryGetValue(outOfService, out var delivery))
            _computed[outOfService] = delivery = _theta.Evaluate(outOfService);
        return delivery;
    }

    /// <summary>MW by weight that are not served from an hour on if one of the repairs had not been made.</summary>
    public double Cost(double hour, ElementId without) => With(hour).WeightedServed - Without(hour, without).WeightedServed;

    /// <summary>True where a bus is served more with a repair than without, in some dispatch of either state that serves the most.</summary>
    public bool ServesMore(int bus, double hour, ElementId element)
    {
        if (!_problem.Network.HasBus(bus))
            return false;
        var at = _problem.Network.IndexOf(bus);
        var (with, without) = (With(hour), Without(hour, element));
        if (with.ServedByBus[at] > without.ServedByBus[at] + PlanCheck.Tolerance(with.ServedByBus[at]))
            return true;
        var most = Extremes(with).Most;
        return most > Extremes(without).Least + PlanCheck.Tolerance(most);

        (double Least, double Most) Extremes(ThetaDelivery delivery) =>
            _theta.Range(delivery, index => index == at ? 1 : 0, PlanCheck.Tolerance(delivery.WeightedServed));
    }

    private ThetaDelivery With(double hour) => Delivery([.. Out(hour), .. Open(hour)]);

    private ThetaDelivery Without(double hour, ElementId element)
    {
        HashSet<ElementId> outOfService = [.. Out(hour), element];
        var closed = Delivery(outOfService);
        HashSet<ElementId> opened = [.. outOfService, .. Open(hour)];
        return opened.Count > outOfService.Count && Delivery(opened) is var switched && switched.WeightedServed > closed.WeightedServed ? switched : closed;
    }

    private IEnumerable<ElementId> Out(double hour) => _backAt.Where(p => p.Value > hour + PlanCheck.HoursTolerance).Select(p => p.Key);

    /// <summary>What is open from an hour on.</summary>
    private IReadOnlyList<ElementId> Open(double hour) =>
        _plan.Curve.LastOrDefault(stage => stage.ToHours > stage.FromHours + PlanCheck.HoursTolerance && stage.FromHours <= hour + PlanCheck.HoursTolerance)?.Open ?? [];
}
