using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>A payment into a fund, as its donor and coordinators see it.</summary>
/// <param name="Id">Id of the payment.</param>
/// <param name="Donors">Names of the donors.</param>
/// <param name="Amount">What reached the fund, in its currency, less what was given back.</param>
/// <param name="Earmark">What it may be spent on alone; null for anything.</param>
/// <param name="Given">What was given, where that was in another currency.</param>
/// <param name="Rate">The rate by which it was converted.</param>
/// <param name="Date">The day on which it arrived.</param>
[View(Audience.Donor)]
public sealed record FundPaymentInList(
    Id<FundPayment> Id, IReadOnlyList<string> Donors, Amount Amount, string? Earmark, Money? Given, ExchangeRate? Rate, DateOnly Date);

/// <summary>A fund as a donor sees it: its sums, and what the donor itself paid in.</summary>
/// <param name="Id">Id of the fund.</param>
/// <param name="Name">Name.</param>
/// <param name="Holder">Who holds the money.</param>
/// <param name="Currency">The currency that it is kept in.</param>
/// <param name="PaidIn">What was paid in, less what was given back.</param>
/// <param name="Reserved">What is reserved.</param>
/// <param name="Contracted">What is under contract and not paid yet.</param>
/// <param name="Spent">What was paid to sellers.</param>
/// <param name="Balance">What is neither held nor spent.</param>
/// <param name="Own">What the donor itself paid in, alone or jointly, by day.</param>
[View(Audience.Donor)]
public sealed record FundForDonor(
    Id<Fund> Id,
    string Name,
    string Holder,
    Currency Currency,
    Amount PaidIn,
    Amount Reserved,
    Amount Contracted,
    Amount Spent,
    Amount Balance,
    IReadOnlyList<FundPaymentInList> Own);

/// <summary>The money of a fund under one earmark, with what can still be reserved.</summary>
/// <param name="Pot">The money.</param>
/// <param name="Available">What a purpose under this earmark can still be given.</param>
[View(Audience.Coordination)]
public sealed record PotWithAvailable(Pot Pot, Amount Available);

/// <summary>Money of a fund that is held for a purpose.</summary>
/// <param name="Reservation">The reservation as it stands at the moment of reading: one that ran out is shown as lapsed.</param>
/// <param name="Need">Title of the need that it is for; null for none.</param>
[View(Audience.Coordination)]
public sealed record ReservationInList(Reservation Reservation, string? Need);

/// <summary>A fund as coordinators see it.</summary>
/// <param name="Id">Id of the fund.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Name">Name.</param>
/// <param name="Holder">Who holds the money.</param>
/// <param name="Currency">The currency that it is kept in.</param>
/// <param name="Balance">What is neither held nor spent.</param>
/// <param name="Pots">Its money by earmark.</param>
/// <param name="Payments">What was paid in, by day.</param>
/// <param name="Reservations">What is or was held, latest first.</param>
[View(Audience.Coordination)]
public sealed record FundForCoordination(
    Id<Fund> Id,
    int Version,
    string Name,
    string Holder,
    Currency Currency,
    Amount Balance,
    IReadOnlyList<PotWithAvailable> Pots,
    IReadOnlyList<FundPaymentInList> Payments,
    IReadOnlyList<ReservationInList> Reservations);

/// <summary>The funds of an operation, by name, as they stand at a moment.</summary>
public static class FundList
{
    /// <summary>Those of some ids, or all, for one donor.</summary>
    public static async Task<IReadOnlyList<FundForDonor>> ReadForDonor(
        RelightContext db, Id<Operation> operation, Id<Organisation>? donor, DateTimeOffset now, CancellationToken cancel = default, IReadOnlyCollection<Id<Fund>>? among = null)
    {
        var names = await Names.Load(db, operation, cancel);
        var list = new List<FundForDonor>();
        foreach (var (fund, _, payments) in await Load(db, operation, among, now, cancel))
            list.Add(new FundForDonor(
                fund.Id,
                fund.Name,
                names[fund.Holder],
                fund.Currency,
                Sum(fund, pot => pot.PaidIn),
                Sum(fund, pot => pot.Reserved),
                Sum(fund, pot => pot.Contracted),
                Sum(fund, pot => pot.Spent),
                fund.Balance,
                [.. payments.Where(p => donor is { } own && p.Donors.Members.Contains(own)).Select(p => View(p, names))]));
        return list;
    }

    /// <summary>Those of some ids, or all, for coordinators.</summary>
    public static async Task<IReadOnlyList<FundForCoordination>> ReadForCoordination(
        RelightContext db, Id<Operation> operation, DateTimeOffset now, CancellationToken cancel = default, IReadOnlyCollection<Id<Fund>>? among = null)
    {
        var names = await Names.Load(db, operation, cancel);
        var funds = await Load(db, operation, among, now, cancel);
        var reserved = funds.SelectMany(each => each.Reservations).Select(reservation => reservation.Need).OfType<Id<Need>>().Distinct().ToList();
        var needs = await db.Needs.Where(row => reserved.Contains(row.Id)).Select(row => new { row.Id, row.Title }).ToDictionaryAsync(row => row.Id, row => row.Title, cancel);
        var list = new List<FundForCoordination>();
        foreach (var (fund, reservations, payments) in funds)
            list.Add(new FundForCoordination(
                fund.Id,
                fund.Version,
                fund.Name,
                names[fund.Holder],
                fund.Currency,
                fund.Balance,
                [.. fund.Pots.Select(pot => new PotWithAvailable(pot, fund.Available(pot.Earmark)))],
                [.. payments.Select(payment => View(payment, names))],
                [.. reservations.Select(r => new ReservationInList(r, r.Need is { } need ? needs.GetValueOrDefault(need) : null))]));
        return list;
    }

    private static async Task<IReadOnlyList<(Fund Fund, List<Reservation> Reservations, List<FundPayment> Payments)>> Load(
        RelightContext db, Id<Operation> operation, IReadOnlyCollection<Id<Fund>>? among, DateTimeOffset now, CancellationToken cancel)
    {
        var wanted = db.Funds.AsNoTracking().Where(row => row.Operation == operation);
        if (among?.ToList() is { } ids)
            wanted = wanted.Where(row => ids.Contains(row.Id));
        var funds = await wanted.OrderBy(row => row.Name).ToListAsync(cancel);
        var found = funds.ConvertAll(row => row.Id);
        var payments = (await db.FundPayments.AsNoTracking().Where(row => found.Contains(row.Fund))
            .OrderBy(row => row.Date).ThenBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.Fund, row => row.Read());
        var reservations = (await db.Reservations.AsNoTracking().Where(row => found.Contains(row.Fund))
            .OrderByDescending(row => row.LapsesAt).ThenBy(row => row.Id).ToListAsync(cancel)).ToLookup(row => row.Fund, row => row.Read());
        return [.. funds.Select(row => (
            FundAtMoment.Of(row.Read(), [.. reservations[row.Id].Where(r => r.HasLapsed(now))]).Fund,
            reservations[row.Id].Select(r => r.HasLapsed(now) ? r with { State = ReservationState.Lapsed } : r).ToList(),
            payments[row.Id].ToList()))];
    }

    private static Amount Sum(Fund fund, Func<Pot, Amount> part) =>
        fund.Pots.Aggregate(Amount.Zero, (sum, pot) => sum + part(pot));

    private static FundPaymentInList View(FundPayment payment, Names names) =>
        new(payment.Id, names.Of(payment.Donors), payment.Amount, payment.Earmark, payment.Given, payment.Rate, payment.Date);
}
