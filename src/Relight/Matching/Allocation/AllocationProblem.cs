using Relight.Register;

namespace Relight.Matching;

/// <summary>A need that units are to be given to.</summary>
/// <param name="Need">The need.</param>
/// <param name="Units">How many units it takes; 1 or more.</param>
/// <param name="Worth">What one unit there on day 0 is worth, e.g. in MWh, as the planner tells; 0 or more.</param>
/// <param name="LostADay">How much of that is lost for each day later; 0 or more.</param>
public sealed record NeedToServe(Id<Need> Need, int Units, decimal Worth, decimal LostADay = 0);

/// <summary>Units that can be given.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Units">How many are free; 0 or more.</param>
public sealed record UnitsToGive(Id<Offer> Offer, int Units);

/// <summary>
/// That an offer can serve a need: it fits, and neither its earmark nor a condition of its donor forbids it. What is not
/// listed cannot be.
/// </summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Days">Days until a unit is there and its work is done; 0 or more.</param>
/// <param name="Transport">What the way costs, in the unit of worth, where it is weighed against it; 0 or more.</param>
/// <param name="Takes">Units of the offer that make one unit of the need: 3 for a bank of single-phase transformers.</param>
public sealed record PossibleGift(Id<Need> Need, Id<Offer> Offer, decimal Days = 0, decimal Transport = 0, int Takes = 1)
{
    /// <summary>What the way of one unit of the need costs, in whole euros; null where it is not known: it counts as much as the dearest that is. It decides between allocations of the same worth.</summary>
    public long? Euros { get; init; }

    /// <summary>
    /// Units of the offer that the need has already of one that is not whole, such as two of a bank of which one was lost: the rest of
    /// <see cref="Takes"/> makes it whole, and nothing else takes its place. 0 where there is none.
    /// </summary>
    public int Begun { get; init; }

    /// <summary>Whole units of the need that stand of this offer beside the one that is begun.</summary>
    public int Whole { get; init; }

    /// <summary>Units of the offer that are taken out of its stock for so many units of the need.</summary>
    public int TakenFor(int units) => (units * Takes) - (units > Whole ? Begun : 0);

    /// <summary>What one unit of the need is worth that comes this way, lateness counted; null where the need's own worth and its loss a day say it.</summary>
    public decimal? Worth { get; init; }
}

/// <summary>Units that are given already and stay.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Units">Units of the need that they make.</param>
public sealed record KeptGift(Id<Need> Need, Id<Offer> Offer, int Units);

/// <summary>Which units are to be given to which needs, so that the worth of all together is greatest?</summary>
/// <param name="Needs">The needs.</param>
/// <param name="Offers">The units.</param>
/// <param name="Gifts">Which offers can serve which needs.</param>
/// <param name="Locks">What stays as it is.</param>
public sealed record AllocationProblem(
    IReadOnlyList<NeedToServe> Needs, IReadOnlyList<UnitsToGive> Offers, IReadOnlyList<PossibleGift> Gifts, IReadOnlyList<KeptGift> Locks)
{
    /// <summary>
    /// The problem of needs and offers of the register: what fits, as it is or with work; days count to the last day of the
    /// arrival, and the hours of work are added. Offers of unknown arrival are left out.
    /// </summary>
    /// <param name="needs">The needs.</param>
    /// <param name="offers">The offers.</param>
    /// <param name="worth">What one unit is worth to a need on day 0, and how much of that is lost a day.</param>
    /// <param name="dayZero">Day 0.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    /// <param name="allowed">Whether earmark and donor's conditions let an offer go to a need; null where there are none.</param>
    /// <param name="locks">What stays as it is.</param>
    public static AllocationProblem Of(
        IReadOnlyList<Need> needs,
        IReadOnlyList<Offer> offers,
        Func<Need, (decimal Worth, decimal LostADay)> worth,
        DateOnly dayZero,
        Practice practice,
        Func<Need, Offer, bool>? allowed = null,
        IReadOnlyList<KeptGift>? locks = null)
    {
        var index = new MatchIndex(offers, practice);
        var gifts =
            from need in needs
            from candidate in index.ForNeed(need, Verdict.FitsWithWork)
            let offer = offers[candidate.Offer]
            let arrival = offer.Arrival?.Latest.DayNumber
            where arrival is not null && (allowed is null || allowed(need, offer))
            let work = candidate.Verdict == Verdict.Fits ? 0 : MatchOffers.Judge(need, offer, practice).Work.Sum(work => work.Hours)
            let days = Math.Max(0, arrival.Value - dayZero.DayNumber) + (work / 24)
            select new PossibleGift(need.Id, offer.Id, days, 0, Filling.UnitsTogether(need, offer));
        return new AllocationProblem(
            [.. needs.Select(need => new NeedToServe(need.Id, need.Units, worth(need).Worth, worth(need).LostADay))],
            [.. offers.Select(offer => new UnitsToGive(offer.Id, offer.Units))],
            [.. gifts],
            locks ?? []);
    }
}
