namespace Relight.Ledger;

/// <summary>What a verification needs to know of a row.</summary>
/// <param name="Number">Place that the row has.</param>
/// <param name="Previous">Hash of the row that it follows.</param>
/// <param name="Hash">Hash that it has.</param>
/// <param name="Sound">Whether its content gives this hash.</param>
internal sealed record ChainLink(long Number, string Previous, string Hash, bool Sound);

/// <summary>Follows an operation's chain of hashes from its end, which is kept apart, to its beginning.</summary>
internal static class LedgerChain
{
    /// <param name="rows">The rows of one operation, by number.</param>
    /// <param name="head">The end that is kept apart.</param>
    public static IReadOnlyList<(long Number, Tampering Tampering)> Follow(IReadOnlyList<ChainLink> rows, LedgerHead? head)
    {
        var found = new List<(long, Tampering)>();
        var byNumber = rows.ToDictionary(row => row.Number);
        var byHash = rows.GroupBy(row => row.Hash).ToDictionary(group => group.Key, group => group.First());
        var passed = new HashSet<long>();
        var wanted = head?.Hash;
        var earliest = long.MaxValue;
        for (var place = head?.Number ?? rows[^1].Number; place >= 1; place--)
        {
            var row = wanted is null ? null : byHash.GetValueOrDefault(wanted);
            if (row is not null && passed.Add(row.Number))
            {
                if (!row.Sound)
                    found.Add((row.Number, Tampering.Changed));
                if (row.Number > earliest)
                    found.Add((row.Number, Tampering.Reordered));
                earliest = Math.Min(earliest, row.Number);
            }
            else
            {
                // Nothing has the hash that the row after names: the row at this place was changed, or is gone.
                row = byNumber.GetValueOrDefault(place);
                if (row is not null && !passed.Add(place))
                    row = null;
                if (wanted is not null)
                    found.Add((place, row is null ? Tampering.Removed : Tampering.Changed));
            }
            wanted = row is null ? byNumber.GetValueOrDefault(place - 1)?.Hash : row.Previous;
            if (wanted == LedgerRow.Beginning || (row is null && wanted is null))
                wanted = place > 1 ? byNumber.GetValueOrDefault(place - 1)?.Hash ?? "" : null;
        }
        found.AddRange(rows.Where(row => !passed.Contains(row.Number)).Select(row => (row.Number, Tampering.Inserted)));
        return found;
    }
}
