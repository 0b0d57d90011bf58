using Relight.Register;

namespace Relight.Funds;

/// <summary>How far money of a fund that is held for a purpose has come.</summary>
public enum ReservationState
{
    /// <summary>Held; lapses unless it is put under contract in time.</summary>
    Reserved,

    /// <summary>Under contract.</summary>
    Contracted,

    /// <summary>The contract has ended: paid in full, or what was not paid was given back to the fund.</summary>
    Settled,

    /// <summary>Given back to the fund before a contract.</summary>
    Released,

    /// <summary>Given back to the fund because no contract came in time.</summary>
    Lapsed,
}

/// <summary>Money of a fund that is held for a purpose, through its contract to its payment.</summary>
public sealed record Reservation
{
    /// <summary>For how long a reservation holds without a contract: 5 days.</summary>
    public static readonly TimeSpan HoldsFor = TimeSpan.FromDays(5);

    /// <summary>Id of the reservation.</summary>
    public required Id<Reservation> Id { get; init; }

    /// <summary>The fund.</summary>
    public required Id<Fund> Fund { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The need that it is for; null where it is for no one need.</summary>
    public Id<Need>? Need { get; init; }

    /// <summary>The earmark whose money it may use; null where it uses money without earmark alone.</summary>
    public string? Earmark { get; init; }

    /// <summary>How far it has come.</summary>
    public required ReservationState State { get; init; }

    /// <summary>What was reserved.</summary>
    public required Amount Reserved { get; init; }

    /// <summary>When it lapses unless it is under contract by then, UTC.</summary>
    public required DateTimeOffset LapsesAt { get; init; }

    /// <summary>What was put under contract; nothing before that.</summary>
    public Amount Contracted { get; init; }

    /// <summary>The seller; null before a contract.</summary>
    public string? Seller { get; init; }

    /// <summary>Number of the contract, or what else names it; null before a contract.</summary>
    public string? Contract { get; init; }

    /// <summary>What was paid to the seller.</summary>
    public Amount Paid { get; init; }

    /// <summary>Whether it still holds money at an instant, or would have lapsed by then.</summary>
    public bool HasLapsed(DateTimeOffset now) => State == ReservationState.Reserved && LapsesAt <= now;
}
