using CsCheck;
using Relight.Funds;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Tests.Funds;

/// <summary>Whatever is asked of a fund in whatever order, it never owes.</summary>
public class FundPropertyTests
{
    private static readonly DateTimeOffset s_start = new(2022, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(int What, decimal Amount, int Pot, int Which, int Hours)> s_step = Gen.Select(
        Gen.Int[0, 5], Gen.Int[1, 50_000].Select(n => n / 1000m), Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 60]);

    [Fact]
    public void A_fund_never_owes_and_every_sum_adds_up() => s_step.Array[1, 40].Sample(steps =>
    {
        var (fund, now) = (new Fund(Id<Fund>.Named("f"), 1, "F", Id<Organisation>.Named("o"), Currency.Parse("EUR"), []), s_start);
        var (paidIn, reservations) = (0m, new List<Reservation>());
        foreach (var (what, amount, pot, which, hours) in steps)
        {
            now = now.AddHours(hours);
            var earmark = pot == 0 ? null : $"e{pot}";
            var lapsed = reservations.Where(r => r.HasLapsed(now)).ToList();
            var at = FundAtMoment.Of(fund, lapsed);
            if (what < 2)
            {
                fund = fund.With(fund.Pot(earmark) with { PaidIn = fund.Pot(earmark).PaidIn + new Amount(amount) });
                paidIn += amount;
                continue;
            }
            var decision = Decide(what, at, amount, earmark, reservations.ElementAtOrDefault(which), now);
            if (decision is not Decision.Accepted accepted)
                continue;
            foreach (var happened in accepted.Events)
                fund = Apply(fund, reservations, happened);
        }
        var holding = reservations.Sum(r => r.State switch
        {
            ReservationState.Reserved => r.Reserved.Number,
            ReservationState.Contracted => r.Contracted.Number,
            _ => r.Paid.Number,
        });
        return fund.Balance.Number == paidIn - holding && fund.Pots.All(p => fund.Available(p.Earmark) >= Amount.Zero);
    });

    private static Decision? Decide(int what, FundAtMoment at, decimal amount, string? earmark, Reservation? reservation, DateTimeOffset now)
    {
        var moment = new Moment(Id<Operation>.Named("o"), "Olena", now);
        if (what == 2)
            return ReserveFromFund.Decide(new(false, at, false), new ReserveFromFund(Id<Reservation>.New(TimeProvider.System), at.Fund.Id, new Amount(amount), "p", earmark), moment);
        if (reservation is null)
            return null;
        var state = new ReservationAtMoment(reservation, at);
        return what switch
        {
            3 => ContractReservation.Decide(state, new(reservation.Id, new Amount(amount), "s", "c"), moment),
            4 => PayContract.Decide(state, new(reservation.Id, new Amount(amount), new(2022, 12, 1)), moment),
            _ => ReleaseReservation.Decide(state, new(reservation.Id, "w"), moment),
        };
    }

    // What the events' Apply does with rows, on plain values.
    private static Fund Apply(Fund fund, List<Reservation> reservations, IEvent happened)
    {
        Fund Change(Id<Reservation> id, Func<Reservation, Reservation> change, Func<Pot, Reservation, Pot> changePot)
        {
            var index = reservations.FindIndex(r => r.Id == id);
            var before = reservations[index];
            reservations[index] = change(before);
            return fund.With(changePot(fund.Pot(before.Earmark), before));
        }
        switch (happened)
        {
            case FundReserved { Reservation: var r }:
                reservations.Add(r);
                return fund.With(fund.Pot(r.Earmark) with { Reserved = fund.Pot(r.Earmark).Reserved + r.Reserved });
            case ReservationLapsed e:
                return Change(e.Reservation, r => r with { State = ReservationState.Lapsed }, FundChange.GivenBack);
            case ReservationContracted e:
                return Change(e.Reservation, r => r with { State = ReservationState.Contracted, Contracted = e.Amount },
                    (p, r) => p with { Reserved = p.Reserved - r.Reserved, Contracted = p.Contracted + e.Amount });
            case ContractPaid e:
                return Change(e.Reservation, r => r with { Paid = r.Paid + e.Amount, State = r.Paid + e.Amount == r.Contracted ? ReservationState.Settled : r.State },
                    (p, _) => p with { Contracted = p.Contracted - e.Amount, Spent = p.Spent + e.Amount });
            case ReservationReleased e:
                return Change(e.Reservation, r => r with { State = r.State == ReservationState.Contracted ? ReservationState.Settled : ReservationState.Released }, FundChange.GivenBack);
            default:
                throw new InvalidOperationException($"{happened}");
        }
    }

    [Fact]
    public void A_fund_that_owes_cannot_be_made()
    {
        Fund Make(params Pot[] pots) => new(Id<Fund>.Named("f"), 1, "F", Id<Organisation>.Named("o"), Currency.Parse("EUR"), pots);
        Amount A(decimal number) => new(number);
        Assert.Throws<ArgumentException>(() => Make(new Pot(null, A(1), A(2), default, default)));
        Assert.Throws<ArgumentException>(() => Make(new Pot("e", A(1), default, A(2), default)));
        Assert.Throws<ArgumentException>(() => Make(new Pot(null, A(1), default, default, default), new Pot("e", A(5), default, default, A(6.5m))));
        Assert.Throws<ArgumentException>(() => Make(new Pot("e", A(1), default, default, default), new Pot("e", A(1), default, default, default)));
        var sound = Make(new Pot(null, A(1), default, default, default), new Pot("e", A(5), default, default, A(6)));
        Assert.Equal(0, sound.Balance.Number);
        Assert.Equal(LedgerJson.Write(sound), LedgerJson.Write(LedgerJson.Read<Fund>(LedgerJson.Write(sound))));
        Assert.ThrowsAny<Exception>(() => LedgerJson.Read<Amount>("-1"));
        Assert.Throws<ArgumentException>(() => new Amount(0.0001m));
    }
}
