using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Enters that a seller was paid, in whole or in part.</summary>
/// <param name="Reservation">The reservation that is under contract.</param>
/// <param name="Amount">What was paid now.</param>
/// <param name="Date">The day of the payment.</param>
public sealed record PayContract(Id<Reservation> Reservation, Amount Amount, DateOnly Date) : ICommand
{
    /// <summary>There must be a contract, and no more be paid than its price.</summary>
    /// <param name="state">The reservation; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(ReservationAtMoment? state, PayContract command, Moment moment)
    {
        var checks = new Checks()
            .Require(state is not null, "reservation", command.Reservation, "must be a reservation of this operation")
            .Require(command.Amount > Amount.Zero, "amount", command.Amount, "must be above 0")
            .Require(command.Date <= DateOnly.FromDateTime(moment.At.UtcDateTime), "date", command.Date, "must not lie in the future");
        if (state?.Reservation is not { } reservation)
            return checks.Refused();
        if (reservation.State != ReservationState.Contracted)
            return checks.Refuse("reservation", command.Reservation, $"is {reservation.State.ToString().ToLowerInvariant()}: only what is under contract can be paid").Refused();
        var left = reservation.Contracted - reservation.Paid;
        return checks
            .Require(command.Amount <= left, "amount", command.Amount, $"must not be more than what the contract leaves to pay: {left}")
            .OrAll(() => state.Fund.Then(new ContractPaid(command.Reservation, command.Amount, command.Date)));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ReservationAtMoment.Load(db, Reservation, moment, cancel), this, moment);
}

/// <summary>A seller was paid; with the whole price the contract ends.</summary>
/// <param name="Reservation">The reservation that is under contract.</param>
/// <param name="Amount">What was paid.</param>
/// <param name="Date">The day of the payment.</param>
public sealed record ContractPaid(Id<Reservation> Reservation, Amount Amount, DateOnly Date) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => FundChange.Change(
        db,
        Reservation,
        reservation => reservation with
        {
            Paid = reservation.Paid + Amount,
            State = reservation.Paid + Amount == reservation.Contracted ? ReservationState.Settled : reservation.State,
        },
        (pot, _) => pot with { Contracted = pot.Contracted - Amount, Spent = pot.Spent + Amount },
        cancel);
}
