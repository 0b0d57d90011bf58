using Relight.Restoration.LoadDelivery;
using Relight.Restoration.Search;

namespace Relight.Restoration.Exact;

/// <summary>
/// Finds the best plan of a short damage list and proves that it is: dynamic programming over the sets of repairs that
/// have ended and the hours at which crews are free, with what cannot beat the best plan left out. Passes of growing
/// width give a better plan and a higher bound each; the first pass that had to leave nothing out is the proof. See
/// docs/method/exact.md.
/// </summary>
internal sealed class ExactSearch(JobBoard board, DeliveryModel model)
{
    /// <summary>Labels that a search looks at where the caller sets no limit.</summary>
    public const long DefaultLabels = 4_000_000;

    /// <summary>How near bound and value must come for a proof, as a share of the value or of all demand over an hour.</summary>
    public const double Tolerance = 1e-9;

    private const int FirstWidth = 500;
    private const int Widening = 8;
    private const int MostWidth = 2_100_000;

    /// <summary>True where all states can be computed in seconds and the jobs counted.</summary>
    public bool CanTry { get; } = board.Count > 0 && ServedTable.IsShort(model) && new ExactBoard(board).CanCount;

    /// <summary>Searches; null where it had to end before the states were computed, or cannot try.</summary>
    /// <param name="incumbent">The best plan that is known; the better it is, the less there is to look at.</param>
    /// <param name="used">Share of the time used; 1 ends the search.</param>
    /// <param name="most">Labels to look at, at most; with <paramref name="used"/> at 0 the result depends on nothing else.</param>
    /// <param name="after">Is told after each pass what is found and proven; null where nobody asks.</param>
    public ExactResult? Run(Candidate incumbent, Func<double> used, long most = DefaultLabels, Action<ExactResult>? after = null)
    {
        if (!CanTry || ServedTable.Of(model, () => used() >= 1) is not { } served)
            return null;
        var passes = new LabelPasses(board, served, incumbent);
        bool Stop() => passes.Labels >= most || used() >= 1;
        Widen(width => Told(passes.Run(width, Stop)) || passes.IsProven, Stop);
        if (!served.IsMonotone && !passes.IsProven)
            Widen(width => Told(passes.RunInOrder(width, Stop)), Stop);
        return passes.Result();

        bool Told(bool isWhole)
        {
            after?.Invoke(passes.Result());
            return isWhole;
        }
    }

    /// <summary>Passes of growing width until one has left nothing out.</summary>
    private static void Widen(Func<int, bool> pass, Func<bool> stop)
    {
        for (var width = FirstWidth; width <= MostWidth; width *= Widening)
            if (pass(width) || stop())
                return;
    }
}
