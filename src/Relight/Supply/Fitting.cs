using Google.OrTools.Graph;
using Relight.Matching;
using Relight.Register;

namespace Relight.Supply;

/// <summary>Which of several suppliers fit which needs, surely and at best.</summary>
internal sealed class Fitting
{
    private readonly Verdict[,] _verdicts;
    private readonly UnitsNeeded[] _needed;
    private readonly IReadOnlyList<Offer> _units;

    /// <summary>Judges every pair by the rules of matching.</summary>
    /// <param name="needs">The needs, in the order in which they are served; all of them are counted in units.</param>
    /// <param name="units">A unit of each supplier, as an offer.</param>
    /// <param name="practice">The operator's practice.</param>
    public Fitting(IReadOnlyList<Need> needs, IReadOnlyList<Offer> units, Practice practice)
    {
        _needed = [.. needs.Select(need => UnitsNeeded.Of(need, out _)!.Value)];
        _units = units;
        Suppliers = units.Count;
        _verdicts = new Verdict[needs.Count, units.Count];
        for (var n = 0; n < needs.Count; n++)
            for (var s = 0; s < units.Count; s++)
                _verdicts[n, s] = MatchOffers.Judge(needs[n], units[s], practice).Verdict;
    }

    /// <summary>How many suppliers there are.</summary>
    public int Suppliers { get; }

    /// <summary>How many units a need takes.</summary>
    public UnitsNeeded Needed(int need) => _needed[need];

    /// <summary>How many units a need takes at best, which is the fewest, or else at most; null where that is open.</summary>
    public long? Units(int need, bool atBest) => atBest ? _needed[need].AtLeast : _needed[need].AtMost;

    /// <summary>Whether a supplier's units serve a need: as they are or with work, or at best also where a value is still missing.</summary>
    public bool Fits(int need, int supplier, bool atBest) =>
        _verdicts[need, supplier] <= (atBest ? Verdict.CannotTellYet : Verdict.FitsWithWork);

    // A unit of goods may hold many pieces, in which needs are counted.
    private long PiecesOf(int supplier, bool atBest) => _units[supplier].Specification switch
    {
        Goods { PerUnit: { Bounds.IsSpecified: true } per } when per.Unit == Unit.Piece => (long)Math.Floor(atBest ? per.Bounds.Upper ?? SupplyOutlook.Plenty : per.Bounds.Lower),
        Goods { PerUnit: var per } when per.Unit == Unit.Piece => atBest ? SupplyOutlook.Plenty : 0,
        _ => 1,
    };

    /// <summary>The most units of some needs that suppliers can serve, each unit once: a maximal flow.</summary>
    /// <param name="needs">Places of the needs.</param>
    /// <param name="available">How many units each supplier has.</param>
    /// <param name="atBest">Whether a unit counts of which a value is still missing.</param>
    /// <param name="takes">How many units a need takes.</param>
    public long Served(IReadOnlyList<int> needs, IReadOnlyList<long> available, bool atBest, Func<int, long> takes)
    {
        var flow = new MaxFlow();
        var (source, sink) = (0, 1 + needs.Count + Suppliers);
        for (var n = 0; n < needs.Count; n++)
            flow.AddArcWithCapacity(source, 1 + n, takes(needs[n]));
        for (var s = 0; s < Suppliers; s++)
        {
            if (available[s] == 0)
                continue;
            flow.AddArcWithCapacity(1 + needs.Count + s, sink, Math.Min(available[s] * PiecesOf(s, atBest), SupplyOutlook.Plenty));
            for (var n = 0; n < needs.Count; n++)
                if (Fits(needs[n], s, atBest))
                    flow.AddArcWithCapacity(1 + n, 1 + needs.Count + s, takes(needs[n]));
        }
        return flow.NumArcs() > 0 && flow.Solve(source, sink) == MaxFlow.Status.OPTIMAL ? flow.OptimalFlow() : 0;
    }
}
