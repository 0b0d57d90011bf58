using System.Text.Json;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Finds claims that meet some conditions, in an order, by going through all of them in memory: that takes the same few
/// hundredths of a second a million whatever is asked.
/// </summary>
/// <param name="kept">The claims in memory.</param>
/// <param name="operation">The operation.</param>
/// <param name="conditions">Conditions, all of which a claim must meet.</param>
/// <param name="order">The order.</param>
/// <param name="descending">Whether it is reversed.</param>
public sealed class KeptClaimSearch(KeptClaims kept, Id<Operation> operation, IReadOnlyList<ClaimCondition> conditions, RowOrder<Claim, ClaimRow> order, bool descending)
    : IRowSearch<Claim>
{
    // Texts take longest, and are looked at where all else fits.
    private readonly List<ClaimCondition> _conditions = [.. conditions.OrderBy(condition => condition.IsOfText)];
    private readonly PlaceOrder _places = new(descending);
    private bool _wasAsked;
    private List<ClaimPlace>? _all;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The place is one of another order.</exception>
    public async Task<RowsFound<Claim>> Find(RowPlace<Claim>? after, int wanted, CancellationToken cancel, int welcome = 0)
    {
        var claims = await kept.Of(operation, cancel);
        claims.Gate.EnterReadLock();
        try
        {
            var keys = ClaimKeys.Of(order, claims);
            ClaimPlace? place = after is { } row ? new ClaimPlace(keys.OfPlace(row.Key), row.Id.Value) : null;
            // Who asks a second time goes through the list.
            if (_wasAsked)
                return Part(_all ??= Search(claims, keys, null, int.MaxValue, cancel).First, place, wanted);
            _wasAsked = true;
            var (first, meeting, following) = Search(claims, keys, place, wanted, cancel);
            return new RowsFound<Claim>([.. first.Select(each => new Id<Claim>(each.Id))], following <= wanted) { Count = meeting };
        }
        finally
        {
            claims.Gate.ExitReadLock();
        }
    }

    /// <inheritdoc/>
    public async Task<long> Count(CancellationToken cancel) => (await Find(null, 0, cancel)).Count!.Value;

    private RowsFound<Claim> Part(List<ClaimPlace> all, ClaimPlace? after, int wanted)
    {
        var at = after is { } place ? all.BinarySearch(place, _places) : -1;
        var start = at < 0 ? ~at : at + 1;
        return new RowsFound<Claim>([.. all.Skip(start).Take(wanted).Select(each => new Id<Claim>(each.Id))], all.Count - start <= wanted) { Count = all.Count };
    }

    // The first claims after a place, how many meet the conditions, and how many of those come after it.
    private (List<ClaimPlace> First, long Meeting, long Following) Search(ClaimColumns claims, ClaimKeys keys, ClaimPlace? after, int wanted, CancellationToken cancel)
    {
        var tests = _conditions.ConvertAll(condition => condition.Test(claims));
        var (all, meeting, following) = (new FirstPlaces(wanted, _places), 0L, 0L);
        Parallel.ForEach(claims.Blocks, new ParallelOptions { CancellationToken = cancel }, () => (First: new FirstPlaces(wanted, _places), Meeting: 0L, Following: 0L), (block, _, found) =>
        {
            var (ofBlock, key) = (tests.ConvertAll(test => test(block)), keys.OfRows(block));
            for (var row = 0; row < block.Id.Count; row++)
            {
                if (block.IsGone[row] || !Meets(ofBlock, row))
                    continue;
                found.Meeting++;
                var place = new ClaimPlace(key(row), block.Id[row]);
                if (after is { } from && _places.Compare(place, from) <= 0)
                    continue;
                found.Following++;
                found.First.Add(place);
            }
            return found;
        }, found =>
        {
            lock (all)
            {
                (meeting, following) = (meeting + found.Meeting, following + found.Following);
                foreach (var place in found.First.Sorted())
                    all.Add(place);
            }
        });
        return (all.Sorted(), meeting, following);
    }

    private static bool Meets(List<Func<int, bool>> tests, int row)
    {
        foreach (var test in tests)
            if (!test(row))
                return false;
        return true;
    }
}

/// <summary>Where a claim stands in an order.</summary>
/// <param name="Key">What it is ordered by; null where nothing is known.</param>
/// <param name="Id">Its id, which decides between equal ones.</param>
internal readonly record struct ClaimPlace(long? Key, Guid Id);

/// <summary>Key and id, both reversed together; claims of which nothing is known come last in either direction.</summary>
/// <param name="descending">Whether the order is reversed.</param>
internal sealed class PlaceOrder(bool descending) : IComparer<ClaimPlace>
{
    /// <inheritdoc/>
    public int Compare(ClaimPlace x, ClaimPlace y)
    {
        if (x.Key.HasValue != y.Key.HasValue)
            return x.Key.HasValue ? -1 : 1;
        var byKey = x.Key.GetValueOrDefault().CompareTo(y.Key.GetValueOrDefault());
        var ascending = byKey != 0 ? byKey : x.Id.CompareTo(y.Id);
        return descending ? -ascending : ascending;
    }
}

/// <summary>The first of many places, some more of which are kept than are wanted, so that they are sorted now and then only.</summary>
/// <param name="wanted">How many are wanted.</param>
/// <param name="order">The order.</param>
internal sealed class FirstPlaces(int wanted, PlaceOrder order)
{
    private readonly List<ClaimPlace> _places = [];
    private ClaimPlace? _last;

    /// <summary>Takes a place in, unless enough come before it.</summary>
    public void Add(ClaimPlace place)
    {
        if (wanted == 0 || (_last is { } last && order.Compare(place, last) > 0))
            return;
        _places.Add(place);
        if (_places.Count >= 2L * wanted)
            _last = Sorted()[^1];
    }

    /// <summary>Those wanted, in order.</summary>
    public List<ClaimPlace> Sorted()
    {
        _places.Sort(order);
        if (_places.Count > wanted)
            _places.RemoveRange(wanted, _places.Count - wanted);
        return _places;
    }
}
