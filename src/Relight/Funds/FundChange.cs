using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>A fund as a decision about it sees it.</summary>
/// <param name="Fund">The fund, with what lapsed given back to it.</param>
/// <param name="Lapsed">Reservations that ran out and of which the ledger does not say so yet.</param>
public sealed record FundAtMoment(Fund Fund, IReadOnlyList<Reservation> Lapsed)
{
    /// <summary>
    /// What a command leads to, after what lapsed. The ledger says that a reservation lapsed before its money is used
    /// again, so that no clock that is slow can bring it back.
    /// </summary>
    public IReadOnlyList<IEvent> Then(IEvent happened) => [.. Lapsed.Select(reservation => new ReservationLapsed(reservation.Id)), happened];

    /// <summary>A fund of an operation; null where there is none of this id.</summary>
    public static async Task<FundAtMoment?> Load(RelightContext db, Id<Fund> id, Moment moment, CancellationToken cancel)
    {
        var row = await db.Funds.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel);
        if (row is null)
            return null;
        var lapsed = (await db.Reservations.AsNoTracking()
            .Where(r => r.Fund == id && r.State == ReservationState.Reserved && r.LapsesAt <= moment.At)
            .OrderBy(r => r.LapsesAt).ThenBy(r => r.Id)
            .ToListAsync(cancel)).ConvertAll(r => r.Read());
        return Of(row.Read(), lapsed);
    }

    /// <summary>A fund with what lapsed given back to it.</summary>
    public static FundAtMoment Of(Fund fund, IReadOnlyList<Reservation> lapsed) => new(
        lapsed.Aggregate(fund, (left, reservation) => left.With(FundChange.GivenBack(left.Pot(reservation.Earmark), reservation))),
        lapsed);
}

/// <summary>A reservation as a decision about it sees it, with its fund.</summary>
/// <param name="Reservation">The reservation.</param>
/// <param name="Fund">Its fund.</param>
public sealed record ReservationAtMoment(Reservation Reservation, FundAtMoment Fund)
{
    /// <summary>A reservation of an operation; null where there is none of this id.</summary>
    public static async Task<ReservationAtMoment?> Load(
        RelightContext db, Id<Reservation> id, Moment moment, CancellationToken cancel)
    {
        var row = await db.Reservations.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel);
        return row is null
            ? null
            : new ReservationAtMoment(row.Read(), (await FundAtMoment.Load(db, row.Fund, moment, cancel))!);
    }
}

/// <summary>How events change a fund and its reservations.</summary>
internal static class FundChange
{
    /// <summary>The pot after a reservation gave back what it holds.</summary>
    public static Pot GivenBack(Pot pot, Reservation reservation) => reservation.State == ReservationState.Reserved
        ? pot with { Reserved = pot.Reserved - reservation.Reserved }
        : pot with { Contracted = pot.Contracted - (reservation.Contracted - reservation.Paid) };

    /// <summary>Changes the pot of an earmark.</summary>
    public static async Task Change(
        RelightContext db, Id<Fund> id, string? earmark, Func<Pot, Pot> change, CancellationToken cancel)
    {
        var row = await db.Funds.FindAsync([id], cancel)
            ?? throw new InvalidOperationException($"fund {id} is not in the register");
        var fund = row.Read();
        row.With(fund.With(change(fund.Pot(earmark))));
    }

    /// <summary>Changes a reservation, and the pot that it is in.</summary>
    public static async Task Change(
        RelightContext db,
        Id<Reservation> id,
        Func<Reservation, Reservation> change,
        Func<Pot, Reservation, Pot> changePot,
        CancellationToken cancel)
    {
        var row = await db.Reservations.FindAsync([id], cancel)
            ?? throw new InvalidOperationException($"reservation {id} is not in the register");
        var before = row.Read();
        row.With(change(before));
        await Change(db, before.Fund, before.Earmark, pot => changePot(pot, before), cancel);
    }
}
