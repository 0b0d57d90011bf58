using Relight.Access;
using Relight.Funds;
using Relight.Register;
using Relight.Web.Register;

namespace Relight.Web.Funds;

/// <summary>The money of a fund as the reader's audience sees it, built from that audience's view: by earmark for coordinators, in one sum for donors.</summary>
internal sealed record FundLine(
    string Name, string Holder, string Currency, Amount PaidIn, Amount Reserved, Amount Contracted, Amount Spent, Amount Available)
{
    /// <summary>The fund, for readers to whom its page is open; else null.</summary>
    public Id<Fund>? Fund { get; private init; }

    /// <summary>The earmark; null for money without one.</summary>
    public string? Earmark { get; private init; }

    /// <summary>Whether the line is of one earmark, or of money without one, rather than of the whole fund.</summary>
    public bool IsByEarmark { get; private init; }

    public static FundLine Of(FundForDonor fund) =>
        new(fund.Name, fund.Holder, fund.Currency.Code, fund.PaidIn, fund.Reserved, fund.Contracted, fund.Spent, fund.Balance);

    public static IEnumerable<FundLine> Of(FundForCoordination fund) => fund.Pots.Select(pot =>
        new FundLine(fund.Name, fund.Holder, fund.Currency.Code, pot.Pot.PaidIn, pot.Pot.Reserved, pot.Pot.Contracted, pot.Pot.Spent, pot.Available)
        {
            Fund = fund.Id,
            Earmark = pot.Pot.Earmark,
            IsByEarmark = true,
        });

    /// <summary>All funds, as a reader may see them now.</summary>
    public static async Task<IReadOnlyList<FundLine>> ReadAllAsync(CurrentOperation current, Access.Reader reader, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (reader.May(Audience.Coordination))
            return [.. (await current.ReadAsync<IReadOnlyList<FundForCoordination>>(async (db, operation) => await FundList.ReadForCoordination(db, operation, now)) ?? []).SelectMany(Of)];
        return reader.May(Audience.Donor)
            ? [.. (await current.ReadAsync<IReadOnlyList<FundForDonor>>(async (db, operation) => await FundList.ReadForDonor(db, operation, null, now)) ?? []).Select(Of)]
            : [];
    }
}

/// <summary>Money of a fund that is held for a purpose, as coordinators see it.</summary>
internal sealed record ReservationLine(string Fund, string Currency, Reservation Reservation, string? Need)
{
    /// <summary>All reservations, as a reader may see them now.</summary>
    public static async Task<IReadOnlyList<ReservationLine>> ReadAllAsync(CurrentOperation current, Access.Reader reader, TimeProvider time)
    {
        if (!reader.May(Audience.Coordination))
            return [];
        var now = time.GetUtcNow();
        var funds = await current.ReadAsync<IReadOnlyList<FundForCoordination>>(async (db, operation) => await FundList.ReadForCoordination(db, operation, now)) ?? [];
        return [.. funds.SelectMany(fund => fund.Reservations.Select(r => new ReservationLine(fund.Name, fund.Currency.Code, r.Reservation, r.Need)))];
    }
}
