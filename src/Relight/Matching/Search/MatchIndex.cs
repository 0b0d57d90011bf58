using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Relight.Register;

namespace Relight.Matching;

/// <summary>An offer that can serve a need, or of which it cannot be told yet.</summary>
/// <param name="Offer">Place of the offer in the list that the index was made of.</param>
/// <param name="Verdict">The verdict of all rules.</param>
/// <param name="MarginPercent">The smallest margin, in %; null where no rule has a number.</param>
public readonly record struct Candidate(int Offer, Verdict Verdict, decimal? MarginPercent);

/// <summary>An offer that can serve a need, or of which it cannot be told yet, without more.</summary>
/// <param name="Offer">Place of the offer in the list that the index was made of.</param>
/// <param name="Verdict">The verdict of all rules.</param>
public readonly record struct Found(int Offer, Verdict Verdict);

/// <summary>
/// Finds, among many offers, those that can serve a need. Offers stand in groups of one kind; the numbers that rules set
/// bounds to are sorted once. For a need, the narrowest range gives the candidates, the other ranges thin them out, and what
/// is left is judged by the rules, without their words; where margins are not asked for, by those alone that say more than
/// their ranges do. A range only drops offers that its rule refuses, so that the answer is that of judging every pair.
/// </summary>
public sealed class MatchIndex
{
    private readonly IReadOnlyList<Offer> _offers;
    private readonly Practice _practice;
    private readonly List<Group> _groups;

    /// <summary>Sorts offers into groups; their columns are sorted when they are first asked for.</summary>
    public MatchIndex(IReadOnlyList<Offer> offers, Practice practice)
    {
        (_offers, _practice) = (offers, practice);
        _groups = [.. Enumerable.Range(0, offers.Count)
            .GroupBy(place => (offers[place].Specification.GetType(), offers[place].Specification.Item))
            .Select(group => new Group(group.Key.Item1, group.Key.Item, [.. group]))];
    }

    /// <summary>What can serve a need, best first: verdict, then margin, then arrival; ties by id.</summary>
    /// <param name="need">The need.</param>
    /// <param name="worst">The worst verdict that is wanted; never "does not fit".</param>
    public IReadOnlyList<Candidate> ForNeed(Need need, Verdict worst = Verdict.CannotTellYet)
    {
        var found = new List<Candidate>();
        Judge(need, worst, Pen.Silent, (offer, verdict, margin) => found.Add(new Candidate(offer, verdict, margin)));
        return [.. found
            .OrderBy(candidate => candidate.Verdict)
            .ThenByDescending(candidate => candidate.MarginPercent ?? 0)
            .ThenBy(candidate => _offers[candidate.Offer].Arrival?.Latest ?? DateOnly.MaxValue)
            .ThenBy(candidate => _offers[candidate.Offer].Id)];
    }

    /// <summary>What can serve each of many needs, without margins, in an order that is the same every time.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="threads">How many threads judge at the same time; the answer is the same for any number.</param>
    /// <param name="worst">The worst verdict that is wanted; never "does not fit".</param>
    public IReadOnlyList<Found>[] ForAll(IReadOnlyList<Need> needs, int threads, Verdict worst = Verdict.CannotTellYet)
    {
        var all = new IReadOnlyList<Found>[needs.Count];
        Parallel.For(0, needs.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new List<Found>(), (n, _, found) =>
        {
            found.Clear();
            Judge(needs[n], worst, Pen.Ticking, (offer, verdict, _) => found.Add(new Found(offer, verdict)));
            all[n] = found.ToArray();
            return found;
        }, _ => { });
        return all;
    }

    private void Judge(Need need, Verdict worst, Pen pen, Action<int, Verdict, decimal?> take)
    {
        foreach (var group in _groups)
        {
            if (!KindRule.CanServe(need.Requirement, group.Item))
                continue;
            var rules = Rules.For(need.Requirement.GetType(), group.Specification);
            var (left, slices) = (new List<IRule>(), new List<(SortedColumn.Slice Slice, bool Decides)>());
            foreach (var rule in rules)
            {
                var decides = rule.BoundsDecide && pen == Pen.Ticking;
                // That a unit with technical data is of the kind has been seen of the group.
                if (!decides && !(rule is KindRule && group.Specification != typeof(Goods) && need.Requirement is not (GoodsRequirement or MoneyRequirement)))
                    left.Add(rule);
                foreach (var bound in rule.Bounds(need.Requirement, _practice))
                    slices.Add((group.Column(bound.Column, _offers, _practice).In(bound.Least, bound.Most), decides));
            }
            slices.Sort((one, other) => one.Slice.Count.CompareTo(other.Slice.Count));
            if (slices.Count == 0)
                JudgeEach([.. Enumerable.Range(0, group.Places.Length)]);
            else
            {
                JudgeEach(slices[0].Slice.Known);
                JudgeEach(slices[0].Slice.Unknown);
            }

            void JudgeEach(ReadOnlySpan<int> places)
            {
                foreach (var place in places)
                {
                    var (best, inAll) = (Verdict.Fits, true);
                    for (var s = 0; s < slices.Count && inAll; s++)
                    {
                        var (slice, decides) = slices[s];
                        var lie = decides ? slice.ExactlyOf(place) : slice.Of(place);
                        inAll = lie != SortedColumn.Lie.Outside;
                        if (decides && lie == SortedColumn.Lie.Unknown)
                            best = Verdict.CannotTellYet;
                    }
                    if (!inAll || best > worst)
                        continue;
                    var offer = group.Places[place];
                    var (verdict, margin) = MatchOffers.Weigh(left, need, _offers[offer], _practice, pen);
                    if (verdict == Verdict.DoesNotFit)
                        continue;
                    verdict = verdict > best ? verdict : best;
                    if (verdict <= worst)
                        take(offer, verdict, margin);
                }
            }
        }
    }

    private sealed record Group(Type Specification, ItemKind Item, int[] Places)
    {
        private readonly ConcurrentDictionary<Column, Lazy<SortedColumn>> _columns = new(Identity.Of);

        public SortedColumn Column(Column column, IReadOnlyList<Offer> offers, Practice practice) => _columns.GetOrAdd(
            column, key => new Lazy<SortedColumn>(() => new SortedColumn([.. Places.Select(place => key.Of(offers[place], practice))]))).Value;
    }

    // A column is what its rule made it: two with the same name are two.
    private sealed class Identity : IEqualityComparer<Column>
    {
        public static Identity Of { get; } = new();

        public bool Equals(Column? one, Column? other) => ReferenceEquals(one, other);

        public int GetHashCode(Column column) => RuntimeHelpers.GetHashCode(column);
    }
}
