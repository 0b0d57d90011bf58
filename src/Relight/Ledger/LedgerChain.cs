namespace Relight.Ledger;

/// <summary>What a verification needs to know of a row.</summary>
/// <param name="Number">Place that the row has.</param>
/// <param name="Previous">Hash of the row that it follows.</param>
/// <param name="Hash">Hash that it has.</param>
/// <param name="Sound">Whether its content gives this hash.</param>
internal sealed record ChainLink(long Number, string Previous, string Hash, bool Sound);

/// <summary>Follows an operation's chain of hashes from its end, which is kept apart, to its beginning.</summary>
internal sealed class LedgerChain
{
    private readonly List<(long First, long Last, Tampering Tampering)> _found = [];
    private readonly HashSet<long> _passed = [];
    private readonly IReadOnlyList<ChainLink> _rows;
    private readonly long[] _numbers;
    private readonly Dictionary<long, ChainLink> _byNumber;
    private readonly Dictionary<string, ChainLink> _byHash;

    private LedgerChain(IReadOnlyList<ChainLink> rows)
    {
        _rows = rows;
        _numbers = [.. rows.Select(row => row.Number)];
        _byNumber = rows.ToDictionary(row => row.Number);
        _byHash = rows.GroupBy(row => row.Hash).ToDictionary(group => group.Key, group => group.First());
    }

    /// <summary>What is not as it was written, by number: rows from a first to a last.</summary>
    /// <param name="rows">The rows of one operation, by number.</param>
    /// <param name="head">The end that is kept apart; null where it is missing.</param>
    public static IReadOnlyList<(long First, long Last, Tampering Tampering)> Follow(IReadOnlyList<ChainLink> rows, LedgerHead? head)
    {
        var chain = new LedgerChain(rows);
        var (place, hash) = chain.End(head);
        chain.Walk(place, hash);
        chain._found.AddRange(rows.Where(row => !chain._passed.Contains(row.Number)).Select(row => (row.Number, row.Number, Tampering.Inserted)));
        return chain.InOrder();
    }

    // Where the walk begins. An end that is not kept, or whose number is not the length of the chain that its hash leads
    // along, was changed itself.
    private (long Place, string Hash) End(LedgerHead? head)
    {
        var last = _rows is [.., var row] ? row : null;
        if (last is not null && (head is null || head.Number < 1 || head.Hash == LedgerRow.Beginning))
        {
            _found.Add((last.Number, last.Number, Tampering.EndChanged));
            return (last.Number, last.Hash);
        }
        if (Length(head!.Hash) is not { } length || length == head.Number)
            return (head.Number, head.Hash);
        _found.Add((length, length, Tampering.EndChanged));
        return (length, head.Hash);
    }

    // How many rows lead from a hash to the beginning; null where one is missing.
    private long? Length(string hash)
    {
        var length = 0L;
        for (; hash != LedgerRow.Beginning; length++)
        {
            if (length > _rows.Count || !_byHash.TryGetValue(hash, out var row))
                return null;
            hash = row.Previous;
        }
        return length;
    }

    private void Walk(long place, string wanted)
    {
        var earliest = long.MaxValue;
        while (place >= 1)
        {
            if (_byHash.TryGetValue(wanted, out var row) && _passed.Add(row.Number))
            {
                if (!row.Sound)
                    _found.Add((row.Number, row.Number, Tampering.Changed));
                if (row.Number > earliest)
                    _found.Add((row.Number, row.Number, Tampering.Reordered));
                earliest = Math.Min(earliest, row.Number);
                (place, wanted) = (place - 1, row.Sound ? row.Previous : Before(row, place));
                if (row.Sound && wanted == LedgerRow.Beginning)
                    return;
                if (place == 0 && row.Sound)
                    _found.Add((row.Number, row.Number, Tampering.CutOff));
            }
            else if (_byNumber.TryGetValue(place, out row))
            {
                // Nothing has the hash that the row after names: the row at this place was changed; or it is gone, and another took its number.
                var isHere = _passed.Add(place);
                _found.Add((place, place, isHere ? Tampering.Changed : Tampering.Removed));
                (place, wanted) = (place - 1, isHere ? Before(row, place) : HashAt(place - 1));
            }
            else
            {
                // Gone, with all down to the next row that stands.
                var next = StandingBefore(place);
                _found.Add((next + 1, place, Tampering.Removed));
                (place, wanted) = (next, HashAt(next));
            }
        }
    }

    // The hash before a row that was changed: what it names where that is known, for it may be the very thing that was changed.
    private string Before(ChainLink changed, long place) =>
        _byHash.TryGetValue(changed.Previous, out var row) && !_passed.Contains(row.Number) ? changed.Previous : HashAt(place - 1);

    private long StandingBefore(long place)
    {
        var at = ~Array.BinarySearch(_numbers, place) - 1;
        return at < 0 ? 0 : Math.Max(0, _numbers[at]);
    }

    private string HashAt(long number) => _byNumber.TryGetValue(number, out var row) ? row.Hash : "";

    private List<(long First, long Last, Tampering Tampering)> InOrder()
    {
        var ordered = new List<(long First, long Last, Tampering Tampering)>();
        foreach (var one in _found.OrderBy(one => one.First))
            if (one.Tampering == Tampering.Removed && ordered is [.., (var first, var last, Tampering.Removed)] && last == one.First - 1)
                ordered[^1] = (first, one.Last, Tampering.Removed);
            else
                ordered.Add(one);
        return ordered;
    }
}
