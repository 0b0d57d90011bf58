using System.Text.Json;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A condition on the rows of a list in memory.</summary>
/// <typeparam name="TBlock">A block of them.</typeparam>
/// <param name="Test">Of the operation, a test of each block: whether a row meets the condition.</param>
internal sealed record KeptCondition<TBlock>(Func<KeptOperation, Func<TBlock, Func<int, bool>>> Test) : ListCondition
    where TBlock : KeptBlock
{
    /// <summary>Whether it looks through a text of each row, which takes longer than any other.</summary>
    public bool IsOfText { get; init; }
}

/// <summary>
/// Finds rows that meet some conditions, in an order, by going through all of the list in memory: that takes the same few
/// hundredths of a second a million whatever is asked.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TBlock">A block of rows.</typeparam>
/// <param name="kept">Gives the operation as it stands.</param>
/// <param name="list">The list.</param>
/// <param name="conditions">Conditions, all of which a row must meet.</param>
/// <param name="order">The order.</param>
/// <param name="descending">Whether it is reversed.</param>
internal sealed class KeptSearch<T, TBlock>(
    Func<CancellationToken, Task<KeptOperation>> kept,
    Func<KeptOperation, KeptColumns<TBlock>> list,
    IEnumerable<KeptCondition<TBlock>> conditions,
    Func<KeptOperation, SearchKeys<TBlock>> order,
    bool descending) : IRowSearch<T>
    where T : class
    where TBlock : KeptBlock, new()
{
    // Texts take longest, and are looked at where all else fits.
    private readonly List<KeptCondition<TBlock>> _conditions = [.. conditions.OrderBy(condition => condition.IsOfText)];
    private readonly PlaceOrder _places = new(descending);
    private bool _wasAsked;
    private List<SearchPlace>? _all;

    /// <inheritdoc/>
    /// <exception cref="JsonException">The place is one of another order.</exception>
    public async Task<RowsFound<T>> Find(RowPlace<T>? after, int wanted, CancellationToken cancel, int welcome = 0)
    {
        var operation = await kept(cancel);
        operation.Gate.EnterReadLock();
        try
        {
            var keys = order(operation);
            SearchPlace? place = after is { } row ? new SearchPlace(keys.OfPlace(row.Key), row.Id.Value) : null;
            // Who asks a second time goes through the list.
            if (_wasAsked)
                return Part(_all ??= Search(operation, keys, null, int.MaxValue, cancel).First, place, wanted);
            _wasAsked = true;
            var (first, meeting, following) = Search(operation, keys, place, wanted, cancel);
            return new RowsFound<T>([.. first.Select(each => new Id<T>(each.Id))], following <= wanted) { Count = meeting };
        }
        finally
        {
            operation.Gate.ExitReadLock();
        }
    }

    /// <inheritdoc/>
    public async Task<long> Count(CancellationToken cancel) => (await Find(null, 0, cancel)).Count!.Value;

    private RowsFound<T> Part(List<SearchPlace> all, SearchPlace? after, int wanted)
    {
        var at = after is { } place ? all.BinarySearch(place, _places) : -1;
        var start = at < 0 ? ~at : at + 1;
        return new RowsFound<T>([.. all.Skip(start).Take(wanted).Select(each => new Id<T>(each.Id))], all.Count - start <= wanted) { Count = all.Count };
    }

    // The first rows after a place, how many meet the conditions, and how many of those come after it.
    private (List<SearchPlace> First, long Meeting, long Following) Search(KeptOperation operation, SearchKeys<TBlock> keys, SearchPlace? after, int wanted, CancellationToken cancel)
    {
        var tests = _conditions.ConvertAll(condition => condition.Test(operation));
        var (all, meeting, following) = (new FirstPlaces(wanted, _places), 0L, 0L);
        Parallel.ForEach(list(operation).Blocks, new ParallelOptions { CancellationToken = cancel }, () => (First: new FirstPlaces(wanted, _places), Meeting: 0L, Following: 0L), (block, _, found) =>
        {
            var (ofBlock, key) = (tests.ConvertAll(test => test(block)), keys.OfRows(block));
            // What was entered or changed last stands last: gone through in the direction of the order, few rows come before those found already.
            for (var at = 0; at < block.Id.Count; at++)
            {
                var row = descending ? block.Id.Count - 1 - at : at;
                if (block.IsGone[row] || !Meets(ofBlock, row))
                    continue;
                found.Meeting++;
                var place = new SearchPlace(key(row), block.Id[row]);
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

/// <summary>Where a row stands in an order.</summary>
/// <param name="Key">What it is ordered by.</param>
/// <param name="Id">Its id, which decides between equal ones.</param>
internal readonly record struct SearchPlace(SearchKey Key, Guid Id);

/// <summary>Key and id, both reversed together; rows of which nothing is known come last in either direction.</summary>
/// <param name="descending">Whether the order is reversed.</param>
internal sealed class PlaceOrder(bool descending) : IComparer<SearchPlace>
{
    /// <inheritdoc/>
    public int Compare(SearchPlace x, SearchPlace y)
    {
        if (x.Key.IsKnown != y.Key.IsKnown)
            return x.Key.IsKnown ? -1 : 1;
        var byKey = x.Key.Text is null ? x.Key.Number.GetValueOrDefault().CompareTo(y.Key.Number.GetValueOrDefault()) : string.CompareOrdinal(x.Key.Text, y.Key.Text);
        var ascending = byKey != 0 ? byKey : x.Id.CompareTo(y.Id);
        return descending ? -ascending : ascending;
    }
}

/// <summary>The first of many places, some more of which are kept than are wanted, so that they are sorted now and then only.</summary>
/// <param name="wanted">How many are wanted.</param>
/// <param name="order">The order.</param>
internal sealed class FirstPlaces(int wanted, PlaceOrder order)
{
    private readonly List<SearchPlace> _places = [];
    private SearchPlace? _last;

    /// <summary>Takes a place in, unless enough come before it.</summary>
    public void Add(SearchPlace place)
    {
        if (wanted == 0 || (_last is { } last && order.Compare(place, last) > 0))
            return;
        _places.Add(place);
        if (_places.Count >= 2L * wanted)
            _last = Sorted()[^1];
    }

    /// <summary>Those wanted, in order.</summary>
    public List<SearchPlace> Sorted()
    {
        _places.Sort(order);
        if (_places.Count > wanted)
            _places.RemoveRange(wanted, _places.Count - wanted);
        return _places;
    }
}
