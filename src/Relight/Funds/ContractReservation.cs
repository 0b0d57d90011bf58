using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Puts reserved money under contract; what the contract leaves over goes back to the fund.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Amount">The price by the contract.</param>
/// <param name="Seller">The seller.</param>
/// <param name="Contract">Number of the contract, or what else names it.</param>
public sealed record ContractReservation(Id<Reservation> Reservation, Amount Amount, string Seller, string Contract) : ICommand
{
    /// <summary>The reservation must still hold, and the price be no more than what it holds.</summary>
    /// <param name="state">The reservation; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(ReservationAtMoment? state, ContractReservation command, Moment moment)
    {
        var checks = new Checks()
            .Require(state is not null, "reservation", command.Reservation, "must be a reservation of this operation")
            .Require(command.Amount > Amount.Zero, "amount", command.Amount, "must be above 0")
            .Text("seller", command.Seller)
            .Text("contract", command.Contract);
        if (state?.Reservation is not { } reservation)
            return checks.Refused();
        if (reservation.HasLapsed(moment.At))
            checks.Refuse("reservation", command.Reservation, FormattableString.Invariant($"lapsed on {reservation.LapsesAt:yyyy-MM-dd HH:mm} UTC: reserve anew"));
        else
            checks.Require(reservation.State == ReservationState.Reserved, "reservation", command.Reservation, $"is {reservation.State.ToString().ToLowerInvariant()}: only reserved money can be put under contract");
        return checks
            .Require(command.Amount <= reservation.Reserved, "amount", command.Amount, $"must not be more than what is reserved: {reservation.Reserved}")
            .OrAll(() => state.Fund.Then(new ReservationContracted(command.Reservation, command.Amount, command.Seller, command.Contract)));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ReservationAtMoment.Load(db, Reservation, moment, cancel), this, moment);
}

/// <summary>Reserved money was put under contract.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Amount">The price by the contract.</param>
/// <param name="Seller">The seller.</param>
/// <param name="Contract">What names the contract.</param>
public sealed record ReservationContracted(Id<Reservation> Reservation, Amount Amount, string Seller, string Contract) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => FundChange.Change(
        db,
        Reservation,
        reservation => reservation with { State = ReservationState.Contracted, Contracted = Amount, Seller = Seller, Contract = Contract },
        (pot, reservation) => pot with { Reserved = pot.Reserved - reservation.Reserved, Contracted = pot.Contracted + Amount },
        cancel);
}
