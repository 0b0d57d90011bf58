using System.Numerics;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>
/// Several evaluators of load delivery, each of which stays with the states that it knows: a state is computed by the
/// one whose last state differs least from it, as the work grows with what differs. A search that looks now at the early
/// and now at the late states of a schedule so seldom goes far.
/// </summary>
internal sealed class DeliveryPool(DeliveryModel model, int size)
{
    private readonly LoadDelivery.LoadDelivery?[] _evaluators = new LoadDelivery.LoadDelivery?[size];
    private readonly RepairSet[] _at = [.. Enumerable.Range(0, size).Select(_ => new RepairSet(model.Problem.Repairs.Count))];

    // A state further from all evaluators than this is for one that has not been used yet, where there is one.
    private readonly int _far = Math.Max(2, model.Problem.Repairs.Count / (2 * size));

    /// <summary>The evaluator that computed the last state.</summary>
    public LoadDelivery.LoadDelivery Last { get; private set; } = null!;

    /// <summary>States computed so far.</summary>
    public long Count { get; private set; }

    /// <summary>Computes what a state delivers, with these repaired branches open.</summary>
    public Delivery Evaluate(RepairSet repaired, RepairSet? open = null)
    {
        Count++;
        var place = Nearest(repaired);
        _at[place].Assign(repaired);
        Last = _evaluators[place] ??= new LoadDelivery.LoadDelivery(model);
        return Last.Evaluate(repaired, open);
    }

    private int Nearest(RepairSet repaired)
    {
        var (best, least) = (0, int.MaxValue);
        for (var place = 0; place < _evaluators.Length; place++)
        {
            if (_evaluators[place] is null)
                return least > _far ? place : best;
            var distance = 0;
            for (var w = 0; w < repaired.Words.Length; w++)
                distance += BitOperations.PopCount(repaired.Words[w] ^ _at[place].Words[w]);
            if (distance < least)
                (best, least) = (place, distance);
        }
        return best;
    }
}
