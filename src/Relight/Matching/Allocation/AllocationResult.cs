using Relight.Register;

namespace Relight.Matching;

/// <summary>Units that a need gets.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Units">Units of the need that it makes; 1 or more.</param>
/// <param name="Worth">What they are worth there, to a thousandth.</param>
public sealed record Gift(Id<Need> Need, Id<Offer> Offer, int Units, decimal Worth);

/// <summary>How far an allocation is.</summary>
/// <param name="Worth">Worth of the best so far.</param>
/// <param name="Bound">What none can be worth more than, as far as is known.</param>
/// <param name="Looked">Share of the needs that were looked into for why they go without, 0 to 1.</param>
public readonly record struct AllocationProgress(decimal Worth, decimal Bound, double Looked);

/// <summary>Why a need does not get all that it takes.</summary>
public enum Shortage
{
    /// <summary>No offer can serve it, or none has units enough.</summary>
    NothingFits,

    /// <summary>What could serve it is locked elsewhere.</summary>
    Locked,

    /// <summary>It brings nothing: it comes too late, no plan that was found gains by it, or its way costs more than it is worth.</summary>
    WorthNothing,

    /// <summary>What could serve it is worth more elsewhere.</summary>
    WorthMoreElsewhere,

    /// <summary>The time was over before it was looked into.</summary>
    NotLookedInto,
}

/// <summary>A need that goes without, and why.</summary>
/// <param name="Need">The need.</param>
/// <param name="Missing">How many units it lacks.</param>
/// <param name="Why">Why.</param>
/// <param name="LostTo">The needs that would lose a unit, or get one of less worth, if it got one more.</param>
/// <param name="By">How much less all together would be worth then; 0 where it cannot get one.</param>
public sealed record Unserved(Id<Need> Need, int Missing, Shortage Why, IReadOnlyList<Id<Need>> LostTo, decimal By);

/// <summary>Which units go to which needs.</summary>
/// <param name="Gifts">Who gets what, in the order of needs and offers by id.</param>
/// <param name="Worth">What all together is worth.</param>
/// <param name="Bound">What no allocation can be worth more than; the same as the worth where it is proven to be the best.</param>
/// <param name="Unserved">The needs that go without, by id.</param>
public sealed record AllocationResult(IReadOnlyList<Gift> Gifts, decimal Worth, decimal Bound, IReadOnlyList<Unserved> Unserved)
{
    /// <summary>Whether it was stopped before all was looked into.</summary>
    public bool Interrupted { get; init; }

    /// <summary>By how much the best could be better at most, as a share of the bound; 0 where it is proven.</summary>
    public decimal Gap => Bound > 0 ? (Bound - Worth) / Bound : 0;
}
