using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Holds money of a fund for a purpose, for five days unless it is put under contract by then.</summary>
/// <param name="Reservation">Id of the reservation.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Amount">How much.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Earmark">The earmark whose money it may use; null for money without one alone.</param>
/// <param name="Need">The need that it is for; null for no one need.</param>
public sealed record ReserveFromFund(
    Id<Reservation> Reservation, Id<Fund> Fund, Amount Amount, string Purpose, string? Earmark = null, Id<Need>? Need = null) : ICommand
{
    /// <summary>The fund must have the money, under the earmark or without one; need and earmark must be known.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, ReserveFromFund command, Moment moment)
    {
        var checks = new Checks()
            .Require(!state.IdTaken, "reservation", command.Reservation, "is the id of another reservation")
            .Require(state.Fund is not null, "fund", command.Fund, "must be a fund of this operation")
            .Require(command.Amount > Amount.Zero, "amount", command.Amount, "must be above 0")
            .Text("purpose", command.Purpose)
            .Require(command.Need is null || state.NeedKnown, "need", command.Need, "must be a need of this operation");
        if (state.Fund is not { } at)
            return checks.Refused();
        var earmarks = at.Fund.Pots.Where(pot => pot.Earmark is not null).Select(pot => pot.Earmark).ToList();
        if (command.Earmark is not null && !earmarks.Contains(command.Earmark))
            return checks.Refuse("earmark", command.Earmark, earmarks.Count == 0
                ? "no money of this fund has an earmark"
                : $"must be one that money was paid in under: {string.Join(", ", earmarks)}").Refused();
        var available = at.Fund.Available(command.Earmark);
        return checks
            .Require(command.Amount <= available, "amount", command.Amount, $"must not be more than what is available: {available} {at.Fund.Currency}")
            .OrAll(() => at.Then(new FundReserved(new Reservation
            {
                Id = command.Reservation,
                Fund = command.Fund,
                Purpose = command.Purpose,
                Need = command.Need,
                Earmark = command.Earmark,
                State = ReservationState.Reserved,
                Reserved = command.Amount,
                LapsesAt = moment.At + Funds.Reservation.HoldsFor,
            })));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Reservations.AnyAsync(row => row.Id == Reservation, cancel),
            await FundAtMoment.Load(db, Fund, moment, cancel),
            Need is { } need && await db.Needs.AnyAsync(row => row.Id == need && row.Operation == moment.Operation, cancel)),
        this,
        moment);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a reservation of this id was made already.</param>
    /// <param name="Fund">The fund; null where it is not known.</param>
    /// <param name="NeedKnown">Whether the need is known.</param>
    public sealed record State(bool IdTaken, FundAtMoment? Fund, bool NeedKnown);
}

/// <summary>Money of a fund was reserved.</summary>
/// <param name="Reservation">The reservation.</param>
public sealed record FundReserved(Reservation Reservation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Reservations.Add(new ReservationRow { Id = Reservation.Id, Operation = moment.Operation }.With(Reservation));
        return FundChange.Change(
            db, Reservation.Fund, Reservation.Earmark, pot => pot with { Reserved = pot.Reserved + Reservation.Reserved }, cancel);
    }
}

/// <summary>A reservation ran out before its money was put under contract; the fund has the money again.</summary>
/// <param name="Reservation">The reservation.</param>
public sealed record ReservationLapsed(Id<Reservation> Reservation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => FundChange.Change(
        db, Reservation, reservation => reservation with { State = ReservationState.Lapsed }, FundChange.GivenBack, cancel);
}
