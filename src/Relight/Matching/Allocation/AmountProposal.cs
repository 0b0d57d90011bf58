using Relight.Access;
using Relight.Plans;
using Relight.Register;

namespace Relight.Matching;

/// <summary>An amount of goods that a proposal gives to a need, beside what it holds already.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="OfferTitle">Its short name.</param>
/// <param name="Donor">Who offers it.</param>
/// <param name="Conditions">What the donor asks for.</param>
/// <param name="Amount">How much, in the unit that the need names.</param>
/// <param name="ThereAt">When it is there, UTC.</param>
/// <param name="Transport">Its way, and what that costs.</param>
[View(Audience.Coordination)]
public sealed record ProposedAmount(
    NeedInProposal Need,
    Id<Offer> Offer,
    string OfferTitle,
    string Donor,
    IReadOnlyList<string> Conditions,
    Quantity Amount,
    DateTimeOffset ThereAt,
    Transport Transport)
{
    /// <summary>How many whole units of the offer, where it is of equipment that is counted by the piece; null for goods, of which a part can go.</summary>
    public int? Units { get; init; }

    /// <summary>Whether its donor says when it can leave and not when it is there, so that its way is reckoned.</summary>
    public bool ArrivalReckoned { get; init; }
}

/// <summary>A need of goods that goes short in a proposal.</summary>
/// <param name="Need">The need.</param>
/// <param name="Missing">How much it lacks then.</param>
/// <param name="LostTo">The needs that get of what it could have got; empty where there is no more of it at all.</param>
[View(Audience.Coordination)]
public sealed record AmountMissing(NeedInProposal Need, Quantity Missing, IReadOnlyList<NeedInProposal> LostTo);

/// <summary>Who gets which amounts of goods.</summary>
/// <param name="Gifts">Who gets what: the most urgent need first.</param>
/// <param name="Without">The needs that go short, the most urgent first.</param>
/// <param name="Unspecified">Needs of which nobody has said how much they take: they get nothing, and stay unspecified.</param>
/// <param name="OffersUnspecified">Offers that are left out because nobody has said how much a unit holds.</param>
[View(Audience.Coordination)]
public sealed record AmountProposal(
    IReadOnlyList<ProposedAmount> Gifts, IReadOnlyList<AmountMissing> Without, IReadOnlyList<NeedInProposal> Unspecified, int OffersUnspecified);

/// <summary>Proposes amounts of goods for all open needs of goods at once.</summary>
internal sealed class AmountsToPropose
{
    private readonly SupplyOfNeeds _supply;
    private readonly TransportTerms _terms;
    private readonly DateTimeOffset _hourZero;
    private readonly Func<Offer, int> _left;
    private readonly List<Need> _needs;
    private readonly Dictionary<Id<Offer>, Offer> _offers;
    private readonly List<AmountWay> _ways = [];
    private readonly bool _isNeededByLength;

    /// <summary>
    /// Finds what can go where: of the same kind and measured alike, as donors allow, of known arrival before the deadline. Equipment
    /// goes to needs that are counted by the piece, in whole units, and only what no need of its own kind gets; conductor by length
    /// where any is needed so, for a drum can be cut.
    /// </summary>
    /// <param name="supply">Needs, offers and what is allocated.</param>
    /// <param name="terms">What is reckoned for the way.</param>
    /// <param name="hourZero">The instant that hours count from.</param>
    /// <param name="left">How many units of an offer of equipment are left.</param>
    public AmountsToPropose(SupplyOfNeeds supply, TransportTerms terms, DateTimeOffset hourZero, Func<Offer, int> left)
    {
        (_supply, _terms, _hourZero, _left) = (supply, terms, hourZero, left);
        _needs = [.. supply.Needs.Where(need => Wanted(need) is not null)];
        _isNeededByLength = _needs.Exists(need => need.Requirement.Item == ItemKind.Conductor && UnitOf(need).Dimension == Dimension.Length && Left(need) > 0);
        _offers = supply.Offers.Where(offer => offer is { Arrival: not null, Specification: Goods { PerUnit.Bounds.Lower: > 0 } or not Goods }).ToDictionary(offer => offer.Id);
        foreach (var need in _needs)
            foreach (var offer in _offers.Values.Where(offer => Serves(need, offer)))
                _ways.Add(new AmountWay(need.Id, offer.Id, (double?)WayOf(need, offer, StepsOf(UnitOf(need))).Euros));
    }

    /// <summary>Whether a need is one of goods of which it is known how much it takes.</summary>
    public static bool IsReckoned(Need need) => Wanted(need) is not null;

    /// <summary>The proposal.</summary>
    /// <param name="of">A need as it shows.</param>
    /// <param name="donor">Name of a donor.</param>
    public AmountProposal Propose(Func<Id<Need>, NeedInProposal> of, Func<Id<Organisation>, string> donor)
    {
        var left = _needs.ToDictionary(need => need.Id, Left);
        var given = AmountFlow.Run(
            _needs.ConvertAll(need => new AmountNeeded(need.Id, Steps(left[need.Id], UnitOf(need)), need.Priority)),
            [.. _offers.Values.Select(offer => new AmountOffered(offer.Id, Free(offer)))],
            _ways);
        var needs = _needs.ToDictionary(need => need.Id);
        var gifts = given.Select(gift => Gift(needs[gift.Need], _offers[gift.Offer], gift.Steps, of, donor)).OfType<ProposedAmount>().ToList();
        var got = gifts.GroupBy(gift => gift.Need.Id).ToDictionary(group => group.Key, group => group.Sum(gift => gift.Amount.Bounds.Lower));
        var without =
            from need in _needs
            let missing = left[need.Id] - got.GetValueOrDefault(need.Id)
            where missing > 0
            orderby need.Priority, need.Id
            select new AmountMissing(of(need.Id), new Quantity(Bounds.Exactly(missing), UnitOf(need)), [.. LostTo(need, gifts)]);
        return new AmountProposal(
            [.. gifts.OrderBy(gift => needs[gift.Need.Id].Priority).ThenBy(gift => gift.Need.Id).ThenBy(gift => gift.Offer)],
            [.. without],
            [.. _supply.Needs.Where(need => need.Requirement is GoodsRequirement && Wanted(need) is null).Select(need => of(need.Id))],
            _supply.Offers.Count(offer => offer.Specification is Goods { PerUnit.Bounds.Lower: 0 }));
    }

    private ProposedAmount? Gift(Need need, Offer offer, long steps, Func<Id<Need>, NeedInProposal> of, Func<Id<Organisation>, string> donor)
    {
        // Down to the thousandth of its unit that an amount is kept to.
        var amount = Math.Floor(steps / StepsOf(UnitOf(need)) * 1000) / 1000;
        return amount <= 0 ? null : new ProposedAmount(
            of(need.Id), offer.Id, offer.Title, donor(offer.Donor), offer.Conditions, new Quantity(Bounds.Exactly(amount), UnitOf(need)),
            _hourZero.AddHours(UnitArrivals.HourOf(_hourZero, offer)!.Value), WayOf(need, offer, amount * StepsOf(UnitOf(need))))
        {
            Units = MeasureOf(offer) is null ? (int)steps : null,
            ArrivalReckoned = _supply.ArrivalsReckoned.Contains(offer.Id),
        };
    }

    private static IEnumerable<NeedInProposal> LostTo(Need need, List<ProposedAmount> gifts, IReadOnlySet<Id<Offer>> could) =>
        gifts.Where(gift => gift.Need.Id != need.Id && could.Contains(gift.Offer)).Select(gift => gift.Need).DistinctBy(other => other.Id);

    private IEnumerable<NeedInProposal> LostTo(Need need, List<ProposedAmount> gifts) =>
        LostTo(need, gifts, _ways.Where(way => way.Need == need.Id).Select(way => way.Offer).ToHashSet());

    // The unit in which parts of an offer are given; null where it is given in whole units.
    private Unit? MeasureOf(Offer offer) => offer.Specification is Goods || _isNeededByLength ? Goods.HeldBy(offer.Specification)?.Unit : null;

    private bool Serves(Need need, Offer offer) => (MeasureOf(offer) is { } own ? own.Dimension == UnitOf(need).Dimension : UnitOf(need) == Unit.Piece) && offer.Arrival!.Latest <= (need.Deadline ?? DateOnly.MaxValue)
        && _supply.Allowed(need, offer)
        && MatchOffers.Weigh(need, offer, Practice.Default).Verdict is Verdict.Fits or Verdict.FitsWithWork;

    // How much a need takes in all: up to the upper bound, or what it takes at least where that is open.
    private static decimal? Wanted(Need need) => need.Requirement is GoodsRequirement { Amount: { Bounds: { IsSpecified: true } bounds } }
        && (bounds.Upper ?? bounds.Lower) is > 0 and var each ? each * need.Units : null;

    private decimal Left(Need need) => Math.Max(0, Wanted(need)!.Value - _supply.Allocations.FilledOf(need));

    private long Free(Offer offer)
    {
        if (MeasureOf(offer) is not { } unit)
            return Math.Max(0, _left(offer));
        var given = (_supply.FreeUnits(offer) - _left(offer)) * Goods.EachOf(offer.Specification, unit);
        return Steps(Math.Max(0, (_supply.Allocations.FreeAmount(offer, unit) ?? 0) - (given ?? 0)), unit);
    }

    private Transport WayOf(Need need, Offer offer, decimal steps)
    {
        var units = MeasureOf(offer) is { } unit && Goods.EachOf(offer.Specification, unit) is { } each ? steps / (each * StepsOf(unit)) : steps;
        return Transport.Of(_supply.StartOf(offer), need, offer, Transport.TonnesOf(offer, units), _terms);
    }

    private static Unit UnitOf(Need need) => ((GoodsRequirement)need.Requirement).Amount.Unit;

    private static long Steps(decimal amount, Unit unit) => (long)Math.Min(AmountFlow.Most, Math.Floor(amount * StepsOf(unit)));

    // Steps of one unit of measure: pieces are whole, all else goes down to a millionth of the base unit.
    private static decimal StepsOf(Unit unit) => unit.Dimension is Dimension.Count or Dimension.Loads or Dimension.People ? 1 : unit.InBase * 1_000_000;
}
