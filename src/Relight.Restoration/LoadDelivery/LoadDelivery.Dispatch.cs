namespace Relight.Restoration.LoadDelivery;

/// <summary>The dispatch behind what a state delivers: what generators give and lines carry.</summary>
internal sealed partial class LoadDelivery
{
    /// <summary>Free injection of each bus that is up, in the state computed last: generators, negative loads and shunts, MW.</summary>
    public ReadOnlySpan<double> Free => _group.Free;

    /// <summary>MW that enter each closed DC line at its from end in the state computed last.</summary>
    public ReadOnlySpan<double> DcFlow => _group.DcFlow;

    /// <summary>
    /// Flows in MW that other injections would make in the state computed last. They must add up to 0 in each island.
    /// </summary>
    public double[] FlowsOf(ReadOnlySpan<double> injection)
    {
        var angles = injection.ToArray();
        foreach (var shifter in _model.Shifters)
        {
            if (!_switches.BranchUp[shifter])
                continue;
            var push = _model.Susceptance[shifter] * _model.Shift[shifter];
            angles[_model.BranchFrom[shifter]] += push;
            angles[_model.BranchTo[shifter]] -= push;
        }
        int[] up = [.. Enumerable.Range(0, _model.BusCount).Where(bus => _islands.Of(bus) is not null)];
        _factor.Solve(up, angles);
        return [.. Enumerable.Range(0, _model.BranchCount).Select(FlowOf)];

        double FlowOf(int k) => _switches.BranchUp[k]
            ? _model.Susceptance[k] * (angles[_model.BranchFrom[k]] - angles[_model.BranchTo[k]] - _model.Shift[k])
            : 0;
    }
}
