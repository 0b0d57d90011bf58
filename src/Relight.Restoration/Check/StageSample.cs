using Relight.Grid;
using Relight.Grid.Import;
using static Relight.Restoration.PlanCheck;

namespace Relight.Restoration;

/// <summary>
/// The stages of a curve whose delivery is computed anew: all of them, or, where the curve is so long that this would take
/// hours, those between which least is open. Later stages have more back and so serve no less: one that is left out must
/// lie between its neighbours.
/// </summary>
internal sealed class StageSample
{
    // Stages times elements of the network: a minute or two of a plain solver.
    private const long MostWork = 12_000_000;

    private readonly IReadOnlyList<CurveStage> _curve;
    private readonly SortedSet<int> _places = [];

    /// <summary>Chooses the stages of a curve of this network.</summary>
    public StageSample(Network network, IReadOnlyList<CurveStage> curve)
        : this(curve, MostWork / Math.Max(1, network.Buses.Count + network.Branches.Count))
    {
    }

    /// <summary>Chooses so many stages at most, and the first and the last at least.</summary>
    internal StageSample(IReadOnlyList<CurveStage> curve, long most)
    {
        _curve = curve;
        if (curve.Count <= Math.Max(most, 2))
        {
            _places.UnionWith(Enumerable.Range(0, curve.Count));
            return;
        }
        _places.UnionWith([0, curve.Count - 1]);
        var stretches = new PriorityQueue<(int First, int Last), double>();
        Enqueue(0, curve.Count - 1);
        while (_places.Count < most && stretches.TryDequeue(out var widest, out _))
        {
            var middle = (widest.First + widest.Last) / 2;
            _places.Add(middle);
            Enqueue(widest.First, middle);
            Enqueue(middle, widest.Last);
        }

        void Enqueue(int first, int last)
        {
            if (last - first > 1)
                stretches.Enqueue((first, last), -Open(first, last));
        }
    }

    /// <summary>How many stages are to be computed anew.</summary>
    public int Count => _places.Count;

    /// <summary>True where a stage is to be computed anew.</summary>
    public bool Contains(int stage) => _places.Contains(stage);

    /// <summary>What there is to say of the stages left out: which do not lie between their neighbours, and what is not proven.</summary>
    public IEnumerable<Finding> Findings(string file)
    {
        var open = 0.0;
        foreach (var (first, last) in _places.Zip(_places.Skip(1)))
        {
            open += Open(first, last);
            var (least, most) = (_curve[first].WeightedServed, _curve[last].WeightedServed);
            for (var i = first + 1; i < last; i++)
                if (_curve[i].WeightedServed < least - Tolerance(least) || _curve[i].WeightedServed > most + Tolerance(most))
                    yield return Error(file, $"$.curve[{i}].weightedServed", _curve[i].WeightedServed, $"must be from {least} to {most}, what is served before and after");
        }
        if (_places.Count < _curve.Count)
            yield return Finding.Warning(
                $"{file} $.curve",
                FormattableString.Invariant($"{_places.Count} of {_curve.Count} stages"),
                FormattableString.Invariant($"were computed anew, as there are so many; the others lie between them, and together are off by {open:0.###} MWh at most"));
    }

    /// <summary>Weighted MWh by which the stages between two may be off, if those two are right.</summary>
    private double Open(int first, int last) =>
        last - first > 1 ? (_curve[last].FromHours - _curve[first].ToHours) * Math.Max(0, _curve[last].WeightedServed - _curve[first].WeightedServed) : 0;
}
