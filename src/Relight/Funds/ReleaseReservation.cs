using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Gives back to the fund what a reservation holds: all of it, or what its contract has not paid out when it ends.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Why">The reason.</param>
public sealed record ReleaseReservation(Id<Reservation> Reservation, string Why) : ICommand
{
    /// <summary>The reservation must still hold money.</summary>
    /// <param name="state">The reservation; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(ReservationAtMoment? state, ReleaseReservation command, Moment moment)
    {
        var checks = new Checks()
            .Require(state is not null, "reservation", command.Reservation, "must be a reservation of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state?.Reservation is not { } reservation)
            return checks.Refused();
        return checks
            .Require(!reservation.HasLapsed(moment.At), "reservation", command.Reservation, "has lapsed, and the fund has the money again")
            .Require(reservation.State is ReservationState.Reserved or ReservationState.Contracted, "reservation", command.Reservation,
                $"is {reservation.State.ToString().ToLowerInvariant()} and holds nothing")
            .OrAll(() => state.Fund.Then(new ReservationReleased(command.Reservation, command.Why)));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ReservationAtMoment.Load(db, Reservation, moment, cancel), this, moment);
}

/// <summary>What a reservation held went back to the fund.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Why">The reason.</param>
public sealed record ReservationReleased(Id<Reservation> Reservation, string Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => FundChange.Change(
        db,
        Reservation,
        reservation => reservation with
        {
            State = reservation.State == ReservationState.Contracted ? ReservationState.Settled : ReservationState.Released,
        },
        FundChange.GivenBack,
        cancel);
}
