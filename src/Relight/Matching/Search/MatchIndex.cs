using System.Collections.Concurrent;
using Relight.Register;

namespace Relight.Matching;

/// <summary>An offer that can serve a need, or of which it cannot be told yet.</summary>
/// <param name="Offer">Place of the offer in the list that the index was made of.</param>
/// <param name="Verdict">The verdict of all rules.</param>
/// <param name="MarginPercent">The smallest margin, in %; null where no rule has a number.</param>
public readonly record struct Candidate(int Offer, Verdict Verdict, decimal? MarginPercent);

/// <summary>An offer that can serve a need, or of which it cannot be told yet, without more: one number, for there are millions.</summary>
public readonly record struct Found
{
    private const int Verdicts = 4;

    private readonly uint _packed;

    /// <summary>Puts the two together.</summary>
    /// <param name="offer">Place of the offer in the list that the index was made of; below 2³⁰.</param>
    /// <param name="verdict">The verdict of all rules.</param>
    public Found(int offer, Verdict verdict) => _packed = ((uint)offer * Verdicts) + (uint)verdict;

    /// <summary>Place of the offer in the list that the index was made of.</summary>
    public int Offer => (int)(_packed / Verdicts);

    /// <summary>The verdict of all rules.</summary>
    public Verdict Verdict => (Verdict)(_packed % Verdicts);
}

/// <summary>
/// Finds, among many offers, those that can serve a need. Offers stand in groups of one kind, with the numbers that rules look
/// at in columns. What a rule says as ranges of numbers is compared for many offers at once; rules that say more, and numbers
/// that lie at a limit to a billionth, are asked one by one, without their words. So the answer is that of judging every pair.
/// </summary>
public sealed class MatchIndex
{
    // So few are judged in a fraction of the time that it takes to wake another core.
    private const int AtOnce = 512;

    // Twice as much stays below the two bits of the verdict.
    private const decimal MostHundredths = 1L << 60;

    private readonly IReadOnlyList<Offer> _offers;
    private readonly Practice _practice;
    private readonly List<OfferGroup> _groups;
    private readonly Order _order;

    /// <summary>Sorts offers into groups; their columns are made when they are first asked for.</summary>
    public MatchIndex(IReadOnlyList<Offer> offers, Practice practice)
    {
        (_offers, _practice, _order) = (offers, practice, new Order(offers));
        _groups = [.. Enumerable.Range(0, offers.Count)
            .GroupBy(place => (offers[place].Specification.GetType(), offers[place].Specification.Item))
            .SelectMany(group => group.Chunk(RankedColumn.Most).Select(places => new OfferGroup(group.Key.Item1, group.Key.Item, places)))];
    }

    /// <summary>What can serve a need, best first: verdict, then margin, then arrival; ties by id.</summary>
    /// <param name="need">The need.</param>
    /// <param name="worst">The worst verdict that is wanted; never "does not fit".</param>
    public IReadOnlyList<Candidate> ForNeed(Need need, Verdict worst = Verdict.CannotTellYet)
    {
        var (found, sieve) = (new List<Candidate>(), new OfferGroup.Sieve());
        foreach (var group in GroupsFor(need))
        {
            group.Sift(need, worst, _offers, _practice, sieve);
            AddJudged(need, group.Specification, sieve, worst, found);
        }
        return BestFirst(found);
    }

    // Margins come from the rules, one by one, but only from those that have one to tell for this need: where many offers are
    // left, all cores ask them.
    private void AddJudged(Need need, Type specification, OfferGroup.Sieve sieve, Verdict worst, List<Candidate> found)
    {
        var left = sieve.Offers;
        var rules = Rules.For(need.Requirement.GetType(), specification);
        IReadOnlyList<IRule> weighing = [.. rules.Where(rule => sieve.Left.Contains(rule) || (rule.HasMargin && rule.Bounds(need.Requirement, _practice) is not { Count: 0 }))];
        var judged = new Candidate[left.Count];
        void Judge(int from, int before)
        {
            for (var i = from; i < before; i++)
            {
                // What numbers have settled is not judged again: the other rules neither change it nor tell a margin.
                var settled = sieve.Verdicts[i];
                var (verdict, margin) = MatchOffers.Weigh(settled is null ? rules : weighing, need, _offers[left[i]], _practice, Pen.Silent);
                judged[i] = new Candidate(left[i], settled > verdict ? settled.Value : verdict, margin);
            }
        }
        if (left.Count <= AtOnce)
            Judge(0, left.Count);
        else
            Parallel.ForEach(Partitioner.Create(0, left.Count, AtOnce), range => Judge(range.Item1, range.Item2));
        foreach (var candidate in judged)
            if (candidate.Verdict <= worst)
                found.Add(candidate);
    }

    /// <summary>What can serve each of many needs, without margins, by kind and then in the order of the offers.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="threads">How many threads judge at the same time; the answer is the same for any number.</param>
    /// <param name="worst">The worst verdict that is wanted; never "does not fit".</param>
    public IReadOnlyList<Found>[] ForAll(IReadOnlyList<Need> needs, int threads, Verdict worst = Verdict.CannotTellYet)
    {
        var all = new IReadOnlyList<Found>[needs.Count];
        Parallel.For(
            0, needs.Count, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => (Sieve: new OfferGroup.Sieve(), Found: new List<Found>()),
            (n, _, at) =>
            {
                at.Found.Clear();
                foreach (var group in GroupsFor(needs[n]))
                {
                    group.Sift(needs[n], worst, _offers, _practice, at.Sieve);
                    Take(needs[n], group, at.Sieve, worst, at.Found);
                }
                all[n] = at.Found.ToArray();
                return at;
            },
            _ => { });
        return all;
    }

    /// <summary>Places of all offers of the kinds that can serve a need, whether they fit or not.</summary>
    public IEnumerable<int> OfKind(Need need) => GroupsFor(need).SelectMany(group => group.Places);

    private void Take(Need need, OfferGroup group, OfferGroup.Sieve sieve, Verdict worst, List<Found> found)
    {
        var rules = Rules.For(need.Requirement.GetType(), group.Specification);
        for (var i = 0; i < sieve.Offers.Count; i++)
        {
            var (offer, said) = (sieve.Offers[i], sieve.Verdicts[i]);
            var verdict = said ?? Verdict.Fits;
            if (said is null || sieve.Left.Count > 0)
            {
                var (more, _) = MatchOffers.Weigh(said is null ? rules : sieve.Left, need, _offers[offer], _practice, Pen.Ticking);
                verdict = more > verdict ? more : verdict;
            }
            if (verdict <= worst)
                found.Add(new Found(offer, verdict));
        }
    }

    private IEnumerable<OfferGroup> GroupsFor(Need need) => _groups.Where(group => KindRule.CanServe(need.Requirement, group.Item));

    // Verdict, margin and day are packed into one number each, so that most of the sorting compares no more than numbers.
    private Candidate[] BestFirst(List<Candidate> found)
    {
        var best = found.ToArray();
        var keys = Array.ConvertAll(best, KeyOf);
        Array.Sort(keys, best);
        for (var from = 0; from < keys.Length;)
        {
            var to = from + 1;
            while (to < keys.Length && keys[to] == keys[from])
                to++;
            if (to - from > 1)
                Array.Sort(best, from, to - from, _order);
            from = to;
        }
        return best;
    }

    // Margins are rounded to the hundredth. Those above 10^16 % count as equal.
    private UInt128 KeyOf(Candidate candidate)
    {
        var hundredths = decimal.ToInt64(Math.Clamp((candidate.MarginPercent ?? 0) * 100, MostHundredths * -1, MostHundredths));
        var day = (ulong)(uint)(_offers[candidate.Offer].Arrival?.Latest ?? DateOnly.MaxValue).DayNumber;
        return new UInt128(((ulong)candidate.Verdict << 62) | (ulong)((long)MostHundredths - hundredths), day);
    }

    private sealed class Order(IReadOnlyList<Offer> offers) : IComparer<Candidate>
    {
        public int Compare(Candidate one, Candidate other) =>
            (other.MarginPercent ?? 0).CompareTo(one.MarginPercent ?? 0) is var margin and not 0 ? margin
            : offers[one.Offer].Id.CompareTo(offers[other.Offer].Id) is var id and not 0 ? id
            : one.Offer.CompareTo(other.Offer);
    }
}
