using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration.Search;

/// <summary>Sets of repairs that serve more at some hour than the best plan does then, kept for the search by whoever finds them, on whatever thread.</summary>
internal sealed class GoodSets
{
    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, GoodSet> _byName = [];

    /// <summary>All sets so far, in no order.</summary>
    public GoodSet[] All
    {
        get
        {
            lock (_lock)
                return [.. _byName.Values];
        }
    }

    /// <summary>Adds a set; of one that is known the earliest hour counts.</summary>
    public void Add(GoodSet set)
    {
        lock (_lock)
            if (!_byName.TryGetValue(set.Name, out var known) || set.Hour < known.Hour)
                _byName[set.Name] = set;
    }
}

/// <summary>A set of repairs that can be done by an hour.</summary>
/// <param name="Name">Its name, as states are named.</param>
/// <param name="Hour">The hour.</param>
/// <param name="Done">The repairs.</param>
internal sealed record GoodSet(UInt128 Name, double Hour, RepairSet Done);
