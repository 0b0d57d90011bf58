namespace Relight.Restoration.LoadDelivery;

/// <summary>A set of repairs by their place in the damage list, or of switches by their number.</summary>
internal sealed class RepairSet
{
    private readonly ulong[] _words;

    /// <summary>An empty set for so many repairs.</summary>
    public RepairSet(int count)
    {
        Count = count;
        _words = new ulong[(count + 63) / 64];
    }

    private RepairSet(RepairSet other)
    {
        Count = other.Count;
        _words = [.. other._words];
    }

    /// <summary>How many repairs there are, in the set or not.</summary>
    public int Count { get; }

    /// <summary>True where the repair is in the set.</summary>
    public bool this[int repair]
    {
        get => (_words[repair >> 6] >> (repair & 63) & 1) != 0;
        set
        {
            if (value)
                _words[repair >> 6] |= 1UL << (repair & 63);
            else
                _words[repair >> 6] &= ~(1UL << (repair & 63));
        }
    }

    /// <summary>The bits, 64 a word.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>A set of its own with the same repairs.</summary>
    public RepairSet Copy() => new(this);

    /// <summary>Takes over what another set of the same size holds.</summary>
    public void Assign(RepairSet other) => other._words.CopyTo(_words, 0);

    /// <summary>Takes every repair out.</summary>
    public void Clear() => Array.Clear(_words);
}
