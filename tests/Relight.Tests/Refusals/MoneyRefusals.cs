using Relight.Funds;
using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about the money of a fund refuse: opening it, holding money, putting it under contract, paying it out, giving it back.</summary>
internal static class MoneyRefusals
{
    private static readonly Id<Fund> s_fund = Id<Fund>.Named("f");

    public static IEnumerable<RefusalCase> Cases => [.. Openings, .. Reservations, .. Contracts, .. PaymentsOut, .. Releases, .. Withdrawals];

    /// <summary>A fund in euros with money in it.</summary>
    public static FundAtMoment FundWith(decimal paid = 100, decimal reserved = 0, string? earmark = null) =>
        new(new Fund(s_fund, 1, "Energy fund", France.Id, Euro, [new Pot(earmark, new Amount(paid), new Amount(reserved), default, default)]), []);

    private static Reservation Held => new()
    {
        Id = Id<Reservation>.Named("r"),
        Fund = s_fund,
        Purpose = "generator",
        State = ReservationState.Reserved,
        Reserved = new Amount(50),
        LapsesAt = Now.At.AddDays(1),
    };

    private static Reservation Contracted => Held with { State = ReservationState.Contracted, Contracted = new Amount(50), Seller = "Works", Contract = "C-1" };

    private static ReservationAtMoment At(Reservation reservation) => new(reservation, FundWith(reserved: 50));

    private static IEnumerable<RefusalCase> Openings
    {
        get
        {
            RefusalCase Case(string at, bool id = false, bool name = false, bool holder = true, Currency? currency = null) => new(
                nameof(OpenFund), at, () => OpenFund.Decide(new(id, name, holder), new OpenFund(s_fund, "Energy fund", France.Id, currency ?? Euro)));
            yield return Case("fund", id: true);
            yield return Case("name", name: true);
            yield return Case("holder", holder: false);
            yield return Case("currency", currency: Currency.Unknown);
        }
    }

    private static IEnumerable<RefusalCase> Reservations
    {
        get
        {
            var reserve = new ReserveFromFund(Held.Id, s_fund, new Amount(50), "generator");
            RefusalCase Case(string at, ReserveFromFund? wanted = null, bool id = false, FundAtMoment? from = null) => new(
                nameof(ReserveFromFund), at, () => ReserveFromFund.Decide(new(id, from ?? FundWith(), false), wanted ?? reserve, Now));
            yield return Case("reservation", id: true);
            yield return new(nameof(ReserveFromFund), "fund", () => ReserveFromFund.Decide(new(false, null, false), reserve, Now));
            yield return Case("amount", reserve with { Amount = Amount.Zero });
            yield return Case("need", reserve with { Need = TheNeed.Id });
            yield return Case("earmark", reserve with { Earmark = "hospitals" });
            yield return Case("earmark", reserve with { Earmark = "hospitals" }, from: FundWith(earmark: "water works"));
            yield return Case("amount", reserve with { Amount = new Amount(101) });
        }
    }

    private static IEnumerable<RefusalCase> Contracts
    {
        get
        {
            RefusalCase Case(string at, ReservationAtMoment? state, decimal amount = 40) => new(
                nameof(ContractReservation), at, () => ContractReservation.Decide(state, new ContractReservation(Held.Id, new Amount(amount), "Works", "C-1"), Now));
            yield return Case("reservation", null);
            yield return Case("amount", At(Held), 0);
            yield return Case("reservation", At(Held with { LapsesAt = Now.At }));
            yield return Case("reservation", At(Contracted));
            yield return Case("amount", At(Held), 51);
        }
    }

    private static IEnumerable<RefusalCase> PaymentsOut
    {
        get
        {
            RefusalCase Case(string at, ReservationAtMoment? state, decimal amount = 40, int days = 0) => new(
                nameof(PayContract), at, () => PayContract.Decide(state, new PayContract(Held.Id, new Amount(amount), Today.AddDays(days)), Now));
            yield return Case("reservation", null);
            yield return Case("amount", At(Contracted), 0);
            yield return Case("date", At(Contracted), days: 1);
            yield return Case("reservation", At(Held));
            yield return Case("amount", At(Contracted), 51);
        }
    }

    private static IEnumerable<RefusalCase> Releases
    {
        get
        {
            RefusalCase Case(ReservationAtMoment? state) => new(
                nameof(ReleaseReservation), "reservation", () => ReleaseReservation.Decide(state, new ReleaseReservation(Held.Id, "not needed"), Now));
            yield return Case(null);
            yield return Case(At(Held with { LapsesAt = Now.At }));
            yield return Case(At(Contracted with { State = ReservationState.Settled }));
        }
    }

    private static IEnumerable<RefusalCase> Withdrawals
    {
        get
        {
            var payment = new FundPayment(Id<FundPayment>.Named("p"), s_fund, DonorGroup.Of(France.Id), null, new Amount(100), null, null, null, Today);
            RefusalCase Case(decimal amount, FundAtMoment fund) => new(
                nameof(WithdrawFromFund), "amount", () => WithdrawFromFund.Decide(new(payment, fund), new WithdrawFromFund(payment.Id, new Amount(amount), "a slip")));
            yield return new(nameof(WithdrawFromFund), "payment", () => WithdrawFromFund.Decide(null, new WithdrawFromFund(payment.Id, new Amount(5), "a slip")));
            yield return Case(0, FundWith());
            yield return Case(101, FundWith(paid: 200));
            yield return Case(60, FundWith(reserved: 50));
        }
    }
}
