using Relight.Access;
using Relight.Register;

namespace Relight.Matching;

/// <summary>Why a need gets more or fewer units of an offer than in a former proposal.</summary>
public enum ChangeReason
{
    /// <summary>The two can no longer be brought together: the need is filled, the offer is gone or bound, or it does not fit any more; or now they can.</summary>
    PairChanged,

    /// <summary>The units are ready at another hour.</summary>
    ReadyChanged,

    /// <summary>A unit is worth more or less there than it was.</summary>
    WorthChanged,

    /// <summary>Nothing changed for the pair itself: others changed, and all together is worth most this way.</summary>
    OthersChanged,
}

/// <summary>A need that gets more or fewer units of an offer than in a former proposal, and why.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="OfferTitle">Its short name.</param>
/// <param name="UnitsBefore">Units of the offer that it got.</param>
/// <param name="UnitsNow">Units of the offer that it gets.</param>
/// <param name="Why">Why.</param>
/// <param name="ReadyBefore">When they were to be ready, UTC; null where that is not known.</param>
/// <param name="ReadyNow">When they would be ready now, UTC; null where that is not known, or they cannot go there.</param>
/// <param name="WorthBefore">What a unit of the need was worth there, in weighted MWh; null where it got none.</param>
/// <param name="WorthNow">What one is worth there now; null where it cannot go there.</param>
[View(Audience.Coordination)]
public sealed record ProposalChange(
    NeedInProposal Need,
    Id<Offer> Offer,
    string OfferTitle,
    int UnitsBefore,
    int UnitsNow,
    ChangeReason Why,
    DateTimeOffset? ReadyBefore,
    DateTimeOffset? ReadyNow,
    decimal? WorthBefore,
    decimal? WorthNow)
{
    // Worths are kept to a thousandth, the sum of a gift too.
    private const decimal Least = 0.002m;

    /// <summary>What is other in a proposal than in a former one: what is no longer given first.</summary>
    /// <param name="before">Gifts of the former proposal.</param>
    /// <param name="now">Gifts of this one.</param>
    /// <param name="pairs">The pairs that can be made now.</param>
    internal static IReadOnlyList<ProposalChange> Between(IReadOnlyList<ProposedGift> before, IReadOnlyList<ProposedGift> now, ProposalPairs pairs)
    {
        var (former, present) = (ByPair(before), ByPair(now));
        var changes =
            from pair in former.Keys.Union(present.Keys)
            let was = former.GetValueOrDefault(pair)
            let gets = present.GetValueOrDefault(pair)
            where was?.Units != gets?.Units
            select Of(was, gets, pairs.Find(pair.Need, pair.Offer), pairs);
        return [.. changes.OrderBy(change => change.UnitsNow - change.UnitsBefore).ThenBy(change => change.Need.Id).ThenBy(change => change.Offer)];
    }

    // Hours are numbers with a rounding: less than a minute is none.
    private static bool Differ(DateTimeOffset? before, DateTimeOffset? now) => (before is null) != (now is null) || (now - before)?.Duration() >= TimeSpan.FromMinutes(1);

    private static Dictionary<(Id<Need> Need, Id<Offer> Offer), ProposedGift> ByPair(IEnumerable<ProposedGift> gifts) => gifts.ToDictionary(gift => (gift.Need.Id, gift.Offer));

    private static ProposalChange Of(ProposedGift? was, ProposedGift? gets, ProposalPair? pair, ProposalPairs pairs)
    {
        var shown = gets ?? was!;
        DateTimeOffset? ready = pair?.ReadyHour is { } hour ? pairs.HourZero.AddHours(hour) : null;
        decimal? worth = was is null ? null : was.Worth / was.UnitsOfNeed;
        decimal? worthNow = pair is null ? null : pairs.WorthOf(pair);
        // A need that got nothing of it was not valued with it: what changed for it is not known from the former proposal.
        var why = pair is null ? ChangeReason.PairChanged
            : was is null ? ChangeReason.OthersChanged
            : Differ(was.ReadyAt, ready) ? ChangeReason.ReadyChanged
            : Math.Abs(worth!.Value - worthNow!.Value) >= Least ? ChangeReason.WorthChanged
            : ChangeReason.OthersChanged;
        return new ProposalChange(shown.Need, shown.Offer, shown.OfferTitle, was?.Units ?? 0, gets?.Units ?? 0, why, was?.ReadyAt, ready, worth, worthNow);
    }
}
