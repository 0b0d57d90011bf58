using Relight.Access;
using Relight.Plans;
using Relight.Register;

namespace Relight.Matching;

/// <summary>Where the worth of a unit at a need comes from.</summary>
public enum WorthBasis
{
    /// <summary>From planning anew: weighted MWh that are served because it is ready then.</summary>
    Plan,

    /// <summary>From the load that it carries by itself, in weighted MWh up to the need's deadline, or for as long as is reckoned; as if the grid were away until then.</summary>
    Load,

    /// <summary>From the priority of the need alone, which weighs next to nothing beside the others: no plan and no load says more.</summary>
    Urgency,
}

/// <summary>A need in a proposal.</summary>
/// <param name="Id">Id of the need.</param>
/// <param name="Title">Short name.</param>
/// <param name="Requirement">What would serve it.</param>
/// <param name="Oblast">Its oblast; null where it is at no one place.</param>
[View(Audience.Coordination)]
public sealed record NeedInProposal(Id<Need> Id, string Title, Requirement Requirement, AreaCode? Oblast);

/// <summary>Units that a proposal gives to a need.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="OfferTitle">Its short name.</param>
/// <param name="Donor">Who offers it.</param>
/// <param name="Conditions">What the donor asks for.</param>
/// <param name="Units">Units of the offer.</param>
/// <param name="UnitsOfNeed">Units of the need that they make: fewer where three single-phase units make one.</param>
/// <param name="Worth">What they are worth there, in weighted MWh, less what the way costs where money is weighed against light.</param>
/// <param name="Basis">Where that comes from.</param>
/// <param name="ReadyAt">When they are there with their work done, UTC; null where their arrival is not known.</param>
/// <param name="WorkHours">Hours of work that they make.</param>
/// <param name="Standing">Units of them that are held or confirmed already.</param>
/// <param name="Locked">Whether they were to stay by the reader's choice.</param>
/// <param name="Transport">Their way, and what it costs.</param>
[View(Audience.Coordination)]
public sealed record ProposedGift(
    NeedInProposal Need,
    Id<Offer> Offer,
    string OfferTitle,
    string Donor,
    IReadOnlyList<string> Conditions,
    int Units,
    int UnitsOfNeed,
    decimal Worth,
    WorthBasis Basis,
    DateTimeOffset? ReadyAt,
    decimal WorkHours,
    int Standing,
    bool Locked,
    Transport Transport)
{
    /// <summary>Whether their donor says when they can leave and not when they are there, so that their way is reckoned.</summary>
    public bool ArrivalReckoned { get; init; }
}

/// <summary>A need that goes without in a proposal, and why.</summary>
/// <param name="Need">The need.</param>
/// <param name="Missing">How many units it lacks.</param>
/// <param name="Why">Why.</param>
/// <param name="LostTo">The needs that would lose a unit, or get one of less worth, if it got one more.</param>
/// <param name="By">How much less all together would be worth then, in weighted MWh.</param>
[View(Audience.Coordination)]
public sealed record GoesWithout(NeedInProposal Need, int Missing, Shortage Why, IReadOnlyList<NeedInProposal> LostTo, decimal By);

/// <summary>Which units should go to which needs, for all open needs and all free units at once.</summary>
/// <param name="Gifts">Who gets what: the greatest worth first.</param>
/// <param name="Without">The needs that go without: those that lost by least first.</param>
/// <param name="Worth">What all together is worth, in weighted MWh.</param>
/// <param name="Bound">What no allocation can be worth more than.</param>
/// <param name="Gap">By how much the best could be better at most, as a share of the bound; 0 where it is proven.</param>
/// <param name="Interrupted">Whether it was stopped before all was looked into.</param>
/// <param name="Plan">The plan that values come from; null where none was valued.</param>
/// <param name="ValuesAt">When they were computed, UTC.</param>
/// <param name="ValuesOutOfDate">Whether needs, offers, allocations or plans have changed since.</param>
/// <param name="NotReckoned">Needs that are not reckoned with: of money, and of goods of which nobody has said how much.</param>
/// <param name="ArrivalUnknown">Offers that are left out because nobody knows when they are there.</param>
/// <param name="Amounts">Who gets which amounts of goods.</param>
/// <param name="Terms">What is reckoned for the way.</param>
/// <param name="TransportEuros">What all ways together cost, as far as is known, in euros.</param>
/// <param name="WaysUnknown">How many of the ways it is not known of what they cost.</param>
/// <param name="Changes">What is other than in the proposal that it was held against; null where it was held against none.</param>
[View(Audience.Coordination)]
public sealed record AllocationProposal(
    IReadOnlyList<ProposedGift> Gifts,
    IReadOnlyList<GoesWithout> Without,
    decimal Worth,
    decimal Bound,
    decimal Gap,
    bool Interrupted,
    Id<StoredPlan>? Plan,
    DateTimeOffset? ValuesAt,
    bool ValuesOutOfDate,
    int NotReckoned,
    int ArrivalUnknown,
    AmountProposal Amounts,
    TransportTerms Terms,
    decimal TransportEuros,
    int WaysUnknown,
    IReadOnlyList<ProposalChange>? Changes)
{
    /// <summary>Whether computing the values was stopped early; then they may be too small.</summary>
    public bool ValuesInterrupted { get; init; }
}
