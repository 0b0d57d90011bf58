using Relight.Ledger;
using Relight.Plans;
using Relight.Register;

namespace Relight.Matching;

/// <summary>A pair that a proposal can make.</summary>
/// <param name="Takes">Units of the offer that make one unit of the need.</param>
/// <param name="Worth">What one unit of the need is worth, in weighted MWh.</param>
/// <param name="Basis">Where that comes from.</param>
/// <param name="ReadyHour">Hour at which it is there with its work done; null where the arrival is not known.</param>
/// <param name="WorkHours">Hours of work that it makes.</param>
/// <param name="Transport">The way of the units that make one unit of the need, and what it costs.</param>
internal sealed record ProposalPair(int Takes, decimal Worth, WorthBasis Basis, double? ReadyHour, decimal WorkHours, Transport Transport);

/// <summary>The needs and offers of a proposal, and every pair of them that fits and is allowed.</summary>
internal sealed class ProposalPairs
{
    private readonly SupplyOfNeeds _supply;
    private readonly TransportTerms _terms;
    private readonly Lazy<decimal> _dearest;
    private readonly WorthOfUnits _worth;
    private readonly List<Need> _needs;
    private readonly List<StandingPair> _standing;
    private readonly Dictionary<(Id<Need>, Id<Offer>), ProposalPair> _pairs = [];

    /// <summary>Finds the pairs: what fits with work or without, of known arrival, as donors allow; and what is allocated already.</summary>
    public ProposalPairs(SupplyOfNeeds supply, ValuesReading? values, DateTimeOffset hourZero, Func<int, decimal> weightAt, TransportTerms terms)
    {
        (_supply, HourZero, _terms) = (supply, hourZero, terms);
        _dearest = new Lazy<decimal>(() => _pairs.Values.Max(pair => pair.Transport.Euros) ?? 0);
        _worth = new WorthOfUnits(values?.Values, hourZero, weightAt);
        _needs = [.. supply.Needs.Where(need => IsReckoned(need) && UnitsOf(supply, need) > 0)];
        var index = new MatchIndex(supply.Offers, Practice.Default);
        foreach (var need in _needs)
            foreach (var candidate in index.ForNeed(need, Verdict.FitsWithWork))
                if (supply.Offers[candidate.Offer] is { Arrival: not null } offer && supply.Allowed(need, offer))
                    Add(need, offer, candidate.Verdict);
        var (needs, offers) = (_needs.ToDictionary(need => need.Id), supply.Offers.ToDictionary(offer => offer.Id));
        foreach (var held in supply.Allocations.Standing)
            if (needs.TryGetValue(held.Need, out var need) && offers.TryGetValue(held.Offer, out var offer) && !_pairs.ContainsKey((held.Need, held.Offer)))
                Add(need, offer, Verdict.FitsWithWork);
        _standing = [.. StandingOf(supply, _pairs, _needs)];
    }

    /// <summary>The instant that hours count from.</summary>
    public DateTimeOffset HourZero { get; }

    /// <summary>A pair.</summary>
    public ProposalPair this[(Id<Need>, Id<Offer>) ids] => _pairs[ids];

    /// <summary>A pair; null where the two do not fit, or may not be brought together.</summary>
    public ProposalPair? Find(Id<Need> need, Id<Offer> offer) => _pairs.GetValueOrDefault((need, offer));

    /// <summary>Whether a need is served by whole units: goods by amount and money are given otherwise.</summary>
    public static bool IsReckoned(Need need) => need.Requirement is not (GoodsRequirement or MoneyRequirement);

    /// <summary>What is wrong with locks; empty where nothing is.</summary>
    public IReadOnlyList<Refusal> Check(IReadOnlyList<KeptGift> locks)
    {
        var checks = new Checks();
        var (inNeed, ofOffer, ofPair) = (new Dictionary<Id<Need>, int>(), new Dictionary<Id<Offer>, int>(), new Dictionary<(Id<Need>, Id<Offer>), int>());
        foreach (var (i, held) in Standing().Concat(locks).Index())
        {
            var place = $"lock[{i - Standing().Count}]";
            if (!_pairs.TryGetValue((held.Need, held.Offer), out var pair) || held.Units < 1)
            {
                checks.Refuse(place, $"{held.Need}:{held.Offer}:{held.Units}", "must be one unit or more of an offer that fits the need and may go there");
                continue;
            }
            inNeed[held.Need] = inNeed.GetValueOrDefault(held.Need) + held.Units;
            // Of several locks of a pair the last one sees all: what makes a begun unit whole is taken off once.
            var (before, sum) = (ofPair.GetValueOrDefault((held.Need, held.Offer)), GiftOf(held.Need, held.Offer, pair));
            ofPair[(held.Need, held.Offer)] = before + held.Units;
            ofOffer[held.Offer] = ofOffer.GetValueOrDefault(held.Offer) + sum.TakenFor(before + held.Units) - sum.TakenFor(before);
            checks
                .Require(inNeed[held.Need] <= UnitsOf(_needs.Find(need => need.Id == held.Need)!) - BegunOnly(held.Need, ofPair), place, held.Units, "must not give the need more than it takes, with what is allocated")
                .Require(ofOffer[held.Offer] <= UnitsOf(_supply.Offers.First(offer => offer.Id == held.Offer)), place, held.Units, "must not take more than the offer has, with what is allocated");
        }
        return checks.Refused() is Decision.Refused { Refusals: var refusals } ? refusals : [];
    }

    /// <summary>The problem, with what is allocated and what is to stay as locks.</summary>
    public AllocationProblem Problem(IReadOnlyList<KeptGift> locks) => new(
        [.. _needs.Select(need => new NeedToServe(need.Id, UnitsOf(need), 0))],
        [.. _supply.Offers.Select(offer => new UnitsToGive(offer.Id, UnitsOf(offer)))],
        [.. _pairs.Select(pair => GiftOf(pair.Key.Item1, pair.Key.Item2, pair.Value))],
        [.. Standing(), .. locks]);

    private PossibleGift GiftOf(Id<Need> need, Id<Offer> offer, ProposalPair pair)
    {
        var standing = _standing.Find(held => held.Need == need && held.Offer == offer);
        return new PossibleGift(need, offer, 0, 0, pair.Takes)
        {
            Worth = WorthOf(pair),
            Euros = (long?)pair.Transport.Euros,
            Begun = standing?.Begun ?? 0,
            Whole = standing?.Units ?? 0,
        };
    }

    // What is begun of a need and is not made whole by what is locked: nothing else takes its place.
    private int BegunOnly(Id<Need> need, Dictionary<(Id<Need>, Id<Offer>), int> ofPair) =>
        _standing.Count(held => held.Need == need && held.Begun > 0 && ofPair.GetValueOrDefault((need, held.Offer)) <= held.Units);

    private List<KeptGift> Standing() => [.. _standing.Where(held => held.Units > 0).Select(held => new KeptGift(held.Need, held.Offer, held.Units))];

    // What stands of the pairs in units of their needs, and how many units of the offer are beyond that: of a bank of which one is lost,
    // which is begun, or made good after the need had got others.
    private static IEnumerable<StandingPair> StandingOf(SupplyOfNeeds supply, IReadOnlyDictionary<(Id<Need>, Id<Offer>), ProposalPair> pairs, IEnumerable<Need> needs)
    {
        var left = needs.ToDictionary(need => need.Id, need => UnitsOf(supply, need));
        foreach (var held in supply.Allocations.Standing.Where(held => pairs.ContainsKey((held.Need, held.Offer))).GroupBy(held => (held.Need, held.Offer), held => held.Usable))
        {
            var (usable, takes) = (held.Sum(), pairs[held.Key].Takes);
            var units = Math.Min(left[held.Key.Need], (int)(usable / takes));
            left[held.Key.Need] -= units;
            var beyond = (int)Math.Ceiling(usable - (units * takes));
            var begun = beyond > 0 && beyond < takes && left[held.Key.Need] > 0;
            // Nothing but the rest of it takes the place of what is begun.
            left[held.Key.Need] -= begun ? 1 : 0;
            yield return new StandingPair(held.Key.Need, held.Key.Offer, units, beyond, begun ? beyond : 0);
        }
    }

    private int UnitsOf(Need need) => UnitsOf(_supply, need);

    // What was sent to a need without being held for it fills it all the same.
    private static int UnitsOf(SupplyOfNeeds supply, Need need) => Math.Max(0, need.Units - (int)supply.Allocations.SentUnheld(need.Id));

    // Units that needs outside the proposal hold are gone, and so are those that were sent without being held.
    private int UnitsOf(Offer offer) => offer.Units - (int)Math.Ceiling(_supply.Allocations.SentBeyond(offer)) - _supply.Allocations.Standing
        .Where(held => held.Offer == offer.Id && !_pairs.ContainsKey((held.Need, held.Offer))).Sum(held => (int)Math.Ceiling(held.UsableOf(offer)))
        - _standing.Where(held => held.Offer == offer.Id).Sum(held => held.Beyond);

    /// <summary>What one unit of the need is worth, less what its way costs where money is weighed against light: a way of which that is not known costs as much as the dearest that is.</summary>
    public decimal WorthOf(ProposalPair pair) => _terms.EurosPerMegawattHour is { } price ? pair.Worth - ((pair.Transport.Euros ?? _dearest.Value) / price) : pair.Worth;

    private void Add(Need need, Offer offer, Verdict verdict)
    {
        var work = verdict == Verdict.Fits ? 0 : MatchOffers.Judge(need, offer, Practice.Default).Work.Sum(work => work.Hours);
        var ready = UnitArrivals.HourOf(HourZero, offer) + (double)work;
        var (worth, basis) = ready is { } hour ? _worth.At(need, hour) : (0, WorthBasis.Urgency);
        var together = Filling.UnitsTogether(need, offer);
        var way = Transport.Of(_supply.StartOf(offer), need, offer, Transport.TonnesOf(offer, together), _terms);
        _pairs[(need.Id, offer.Id)] = new ProposalPair(together, worth, basis, ready, work, way);
    }

    private sealed record StandingPair(Id<Need> Need, Id<Offer> Offer, int Units, int Beyond, int Begun);
}
