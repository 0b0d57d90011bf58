namespace Relight.Restoration.LoadDelivery;

/// <summary>Buses that closed branches hold together.</summary>
internal sealed class Island
{
    private int[] _buses = new int[4];
    private int _count;

    /// <summary>Its buses, rising.</summary>
    public ReadOnlySpan<int> Buses => _buses.AsSpan(0, _count);

    /// <summary>The bus with angle 0: the one eliminated last.</summary>
    public int Reference => _buses[_count - 1];

    /// <summary>True where something in the island is not as it was in the state before.</summary>
    public bool IsChanged { get; set; }

    /// <summary>True where the island is served by a program that solved, so that its branches carry flow.</summary>
    public bool IsLive { get; set; }

    /// <summary>What one more megawatt at the reference would add to the weighted load served, in the state last delivered.</summary>
    public double Price { get; set; }

    /// <summary>Empties the island.</summary>
    public void Clear() => (_count, IsChanged, IsLive, Price) = (0, false, false, 0);

    /// <summary>Adds a bus behind the others; <see cref="Sort"/> puts them in order.</summary>
    public void Add(int bus)
    {
        if (_count == _buses.Length)
            Array.Resize(ref _buses, 2 * _count);
        _buses[_count++] = bus;
    }

    /// <summary>Puts the buses in order.</summary>
    public void Sort() => _buses.AsSpan(0, _count).Sort();

    /// <summary>Takes in the buses of another island.</summary>
    public void Absorb(Island other)
    {
        int mine = _count, theirs = other._count, end = mine + theirs;
        if (end > _buses.Length)
            Array.Resize(ref _buses, Math.Max(end, 2 * _buses.Length));
        _count = end;
        while (theirs > 0)
            _buses[--end] = mine > 0 && _buses[mine - 1] > other._buses[theirs - 1] ? _buses[--mine] : other._buses[--theirs];
    }
}
