using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Matching;

/// <summary>How firmly units of an offer stand for a need.</summary>
public enum AllocationState
{
    /// <summary>Held; lapses unless it is confirmed in time.</summary>
    Held,

    /// <summary>Confirmed: stands until it is released.</summary>
    Confirmed,

    /// <summary>Given back to the offer.</summary>
    Released,

    /// <summary>Given back to the offer because nobody confirmed it in time.</summary>
    Lapsed,
}

/// <summary>Units of an offer that are held for a need. A consignment carries units of it.</summary>
public sealed record Allocation
{
    /// <summary>For how long units are held without being confirmed: 5 days.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromDays(5);

    /// <summary>Id of the allocation.</summary>
    public required Id<Allocation> Id { get; init; }

    /// <summary>The need.</summary>
    public required Id<Need> Need { get; init; }

    /// <summary>The offer.</summary>
    public required Id<Offer> Offer { get; init; }

    /// <summary>How many whole units of the offer; 1 or more, or 0 where an amount is held.</summary>
    public required int Units { get; init; }

    /// <summary>An exact amount of goods where no whole units are held, in the unit that the need names; else null.</summary>
    public Quantity? Amount { get; init; }

    /// <summary>How much of the need they fill, in its measure: units, or the amount of goods in the unit that the need names.</summary>
    public required decimal Fills { get; init; }

    /// <summary>How firmly they stand.</summary>
    public required AllocationState State { get; init; }

    /// <summary>When it lapses unless it is confirmed by then, UTC.</summary>
    public required DateTimeOffset LapsesAt { get; init; }

    /// <summary>Why it was held, or confirmed, though rules cannot tell yet whether it fits; null where they can.</summary>
    public string? Why { get; init; }

    /// <summary>
    /// How much of it, in its measure (whole units, or the unit of its amount), was sent and came damaged, was refused or did not come, and
    /// was not made good; 0 or more, and no more than is held.
    /// </summary>
    public decimal Lost { get; init; }

    /// <summary>How much of it, in its measure, is not lost.</summary>
    [JsonIgnore]
    public decimal Usable => (Amount?.Bounds.Lower ?? Units) - Lost;

    /// <summary>How much of the need it still fills, what is lost left out.</summary>
    [JsonIgnore]
    public decimal FillsStill => Lost == 0 ? Fills : Fills * Usable / (Usable + Lost);

    /// <summary>Units of its offer that are not lost: a part of one where an amount is held.</summary>
    /// <param name="offer">The offer as it stands.</param>
    public decimal UsableOf(Offer offer) =>
        Amount is null || Usable == 0 ? Usable : Goods.UnitsIn(offer.Specification, 0, Amount with { Bounds = Bounds.Exactly(Usable) });

    /// <summary>Units of its offer that it takes: a part of one where an amount is held.</summary>
    /// <param name="offer">The offer as it stands, or as it is to be.</param>
    /// <returns>As many; more than any offer has where the offer no longer says how much of the held amount a unit holds.</returns>
    public decimal UnitsOf(Offer offer) => Goods.UnitsIn(offer.Specification, Units, Amount);

    /// <summary>Whether it has run out by an instant though nothing in the ledger says so yet.</summary>
    public bool HasLapsed(DateTimeOffset now) => State == AllocationState.Held && LapsesAt <= now;

    /// <summary>Whether it keeps units from others at an instant.</summary>
    public bool Stands(DateTimeOffset now) => State == AllocationState.Confirmed || (State == AllocationState.Held && LapsesAt > now);
}
