using Microsoft.EntityFrameworkCore;
using Relight.Funds;
using Relight.Ledger;
using Relight.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Funds;

/// <summary>Money of a fund goes its way step by step, and is never spent twice.</summary>
public class FundTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Field(Outcome outcome) => Assert.Single(outcome.Refusals).Field;

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Money_is_paid_in_reserved_contracted_and_spent(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fund = await FundFixture.Open(test);
        Assert.True((await fund.Pay("p", 100)).Done);
        Assert.True((await fund.Reserve("r", 60)).Done);
        Assert.True((await fund.Contract("r", 50)).Done);
        Assert.True((await fund.PayOut("r", 20)).Done);
        var pot = Assert.Single((await fund.Read()).Pots);
        Assert.Equal((100, 0, 30, 20, 50), (pot.Pot.PaidIn.Number, pot.Pot.Reserved.Number, pot.Pot.Contracted.Number, pot.Pot.Spent.Number, pot.Available.Number));

        Assert.True((await fund.PayOut("r", 30)).Done);
        Assert.Equal(ReservationState.Settled, Assert.Single((await fund.Read()).Reservations).Reservation.State);
        Assert.Equal(50, (await fund.Read()).Balance.Number);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Every_step_that_does_not_fit_is_refused()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fund = await FundFixture.Open(test);
        var register = fund.Register;
        Assert.Equal("amount", Field(await fund.Reserve("r", 1)));
        await fund.Pay("p", 100);

        Assert.Equal("payment.id", Field(await fund.Pay("p", 1)));
        Assert.Equal("payment.amount", Field(await fund.Pay("q", 0)));
        Assert.Equal("payment.amount", Field(await fund.Pay("q", Bounds.Largest)));
        Assert.Equal("payment.earmark", Field(await fund.Pay("q", 1, " ")));
        Assert.Equal("payment.date", Field(await register.Send(new ContributeToFund(fund.Payment("q", 1) with { Date = new(2030, 1, 1) }))));
        Assert.Equal("payment.fund", Field(await register.Send(new ContributeToFund(fund.Payment("q", 1) with { Fund = Id<Fund>.Named("none") }))));
        Assert.Equal("payment.contribution", Field(await register.Send(new ContributeToFund(fund.Payment("q", 1) with { Contribution = Id<Contribution>.Named("none") }))));
        Assert.Equal("payment.donors[0]", Field(await register.Send(new ContributeToFund(fund.Payment("q", 1) with { Donors = DonorGroup.Of(Id<Organisation>.Named("none")) }))));

        Assert.Equal("amount", Field(await fund.Reserve("r", 100.001m)));
        Assert.Equal("amount", Field(await fund.Reserve("r", 0)));
        Assert.Equal("earmark", Field(await fund.Reserve("r", 1, "heat")));
        Assert.Equal("need", Field(await register.Send(new ReserveFromFund(Id<Reservation>.Named("r"), fund.Fund, new Amount(1), "x", null, Id<Need>.Named("none")))));
        Assert.Equal("fund", Field(await register.Send(new ReserveFromFund(Id<Reservation>.Named("r"), Id<Fund>.Named("none"), new Amount(1), "x"))));
        Assert.Equal("reservation", Field(await fund.Contract("r", 1)));
        await fund.Reserve("r", 60);
        Assert.Equal("reservation", Field(await fund.Reserve("r", 1)));
        Assert.Equal("reservation", Field(await fund.PayOut("r", 1)));
        Assert.Equal("amount", Field(await fund.Contract("r", 61)));
        Assert.Equal("amount", Field(await fund.Contract("r", 0)));
        await fund.Contract("r", 50);
        Assert.Equal("reservation", Field(await fund.Contract("r", 50)));
        Assert.Equal("amount", Field(await fund.PayOut("r", 51)));
        Assert.Equal("amount", Field(await fund.PayOut("r", 0)));
        Assert.Equal("date", Field(await register.Send(new PayContract(Id<Reservation>.Named("r"), new Amount(1), new(2030, 1, 1)))));
        Assert.Equal("reservation", Field(await register.Send(new PayContract(Id<Reservation>.Named("none"), new Amount(1), new(2022, 1, 1)))));
        Assert.Equal("fund", Assert.Single((await register.Send(new OpenFund(fund.Fund, "Other", register.Other.Id, FundFixture.Euro))).Refusals).Field);
        Assert.Equal(["name", "holder", "currency"], (await register.Send(new OpenFund(Id<Fund>.Named("2"), "Energy fund", Id<Organisation>.Named("none"), Currency.Unknown))).Refusals.Select(r => r.Field));
        Assert.Equal(50, (await fund.Read()).Balance.Number);
    }

    [Fact]
    public async Task What_is_given_back_is_there_again()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fund = await FundFixture.Open(test);
        await fund.Pay("p", 100);
        await fund.Reserve("r", 60);
        var release = new ReleaseReservation(Id<Reservation>.Named("r"), "bought elsewhere");
        Assert.Equal("why", Field(await fund.Register.Send(release with { Why = "" })));
        await fund.Register.Do(release);
        Assert.Equal("reservation", Field(await fund.Register.Send(release)));
        Assert.Equal("reservation", Field(await fund.Register.Send(release with { Reservation = Id<Reservation>.Named("none") })));
        Assert.Equal("reservation", Field(await fund.Contract("r", 1)));

        await fund.Reserve("s", 100);
        await fund.Contract("s", 90);
        await fund.PayOut("s", 40);
        WithdrawFromFund back = new(Id<FundPayment>.Named("p"), new Amount(10), "loan was a grant");
        Assert.Equal("amount", Field(await fund.Register.Send(back with { Amount = new Amount(11) })));
        Assert.Equal("payment", Field(await fund.Register.Send(back with { Payment = Id<FundPayment>.Named("none") })));
        await fund.Register.Do(back);
        Assert.Equal(0, (await fund.Read()).Balance.Number);
        await fund.Register.Do(release with { Reservation = Id<Reservation>.Named("s") });
        Assert.Equal(50, (await fund.Read()).Balance.Number);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_reservation_lapses_after_five_days_unless_it_is_under_contract(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fund = await FundFixture.Open(test);
        await fund.Pay("p", 100);
        await fund.Reserve("forgotten", 60);
        await fund.Reserve("kept", 40);
        await fund.Contract("kept", 40);
        var start = fund.Register.Clock.Now;

        fund.Register.Clock.Now = start.AddDays(5).AddMicroseconds(-1);
        Assert.Equal("amount", Field(await fund.Reserve("next", 60)));
        fund.Register.Clock.Now = start.AddDays(5);
        Assert.Equal(60, (await fund.Read()).Balance.Number);
        Assert.Contains("lapsed on 2022-12-06", Assert.Single((await fund.Contract("forgotten", 60)).Refusals).Rule, StringComparison.Ordinal);
        var next = await fund.Reserve("next", 60);
        Assert.Equal([typeof(ReservationLapsed), typeof(FundReserved)], next.Events.Select(e => e.GetType()));

        // A clock that is slow does not bring the lapsed one back.
        fund.Register.Clock.Now = start;
        Assert.Contains("is lapsed", Assert.Single((await fund.Contract("forgotten", 60)).Refusals).Rule, StringComparison.Ordinal);
        Assert.Equal(0, (await fund.Read()).Balance.Number);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Earmarked_money_serves_its_purpose_alone()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fund = await FundFixture.Open(test);
        await fund.Pay("free", 50);
        await fund.Pay("heat", 30, "heat");
        Assert.Equal("amount", Field(await fund.Reserve("a", 51)));
        Assert.Equal("amount", Field(await fund.Reserve("a", 81, "heat")));
        Assert.True((await fund.Reserve("a", 40, "heat")).Done);
        Assert.Equal("amount", Field(await fund.Reserve("b", 41)));
        Assert.True((await fund.Reserve("b", 40)).Done);
        Assert.Equal(0, (await fund.Read()).Balance.Number);

        // The earmarked purpose took 10 of the free money: what comes in under its earmark sets that free again.
        Assert.True((await fund.Pay("more heat", 10, "heat")).Done);
        Assert.True((await fund.Reserve("c", 10)).Done);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_many_who_reserve_at_the_same_moment_only_so_many_get_it(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fund = await FundFixture.Open(test);
        await fund.Pay("p", 100);
        var envelopes = Enumerable.Range(0, 20).Select(_ => fund.Register.Next()).ToArray();
        var outcomes = await Task.WhenAll(envelopes.Select((envelope, i) => Task.Run(() => fund.Register.Commands.Run(
            new ReserveFromFund(Id<Reservation>.Named($"r{i}"), fund.Fund, new Amount(15), "set"), envelope, Cancel), Cancel)));

        Assert.Equal(6, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.Equal("amount", Field(outcome)));
        Assert.Equal(10, (await fund.Read()).Balance.Number);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Of_64_who_reserve_contract_pay_and_give_back_at_once_none_makes_the_fund_owe(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fund = await FundFixture.Open(test);
        await fund.Pay("p", 100);
        await fund.Pay("bound", 20, "water");
        // Some of what is held lapses while the others act.
        foreach (var i in Enumerable.Range(0, 5))
            Assert.True((await fund.Reserve($"old{i}", 5)).Done);
        fund.Register.Clock.Now += TimeSpan.FromDays(5.1);
        var commands = Enumerable.Range(0, 64).Select(i => (Envelopes: Enumerable.Range(0, 4).Select(_ => fund.Register.Next()).ToArray(), Index: i)).ToArray();
        await Task.WhenAll(commands.Select(actor => Task.Run(async () =>
        {
            var (id, amount) = (Id<Reservation>.Named($"r{actor.Index}"), new Amount(3 + (actor.Index % 7)));
            ICommand[] steps =
            [
                new ReserveFromFund(id, fund.Fund, amount, "set", actor.Index % 4 == 0 ? "water" : null),
                new ContractReservation(id, amount, "Works", "C-1"),
                actor.Index % 3 == 0 ? new ReleaseReservation(id, "not needed") : new PayContract(id, new Amount(2), new(2022, 11, 30)),
                new ReserveFromFund(Id<Reservation>.Named($"again{actor.Index}"), fund.Fund, new Amount(1), "set"),
            ];
            foreach (var (i, step) in steps.Index())
                await fund.Register.Commands.Run(step, actor.Envelopes[i], Cancel);
        }, Cancel)));

        var after = await fund.Read();
        Assert.InRange(after.Balance.Number, 0, 120);
        // What could still be had was: at the end there is no more than the smallest piece anybody asked for, but for what is given back late.
        await using var db = test.Database.Open();
        Assert.All(db.Funds.AsEnumerable().Select(row => row.Read()), stored => Assert.True(stored.Balance.Number >= 0));
        Assert.All(db.Reservations.AsEnumerable().Select(row => row.Read()).Where(held => held.Id == Id<Reservation>.Named("old0")), held => Assert.Equal(ReservationState.Lapsed, held.State));
        Assert.Empty((await LedgerVerification.Run(db, Cancel)).Tampered);
        Assert.Empty((await LedgerReplay.Run(test.Database, Cancel)).Differences);
    }

    [Fact]
    public async Task Another_currency_comes_with_its_rate()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fund = await FundFixture.Open(test);
        var rate = new ExchangeRate(FundFixture.Dollar, FundFixture.Euro, 0.95m, new(2022, 11, 29), "ECB");
        var payment = fund.Payment("p", 95) with { Given = new Money(Bounds.Exactly(100), FundFixture.Dollar), Rate = rate };
        async Task Refused(FundPayment wrong, string field) => Assert.Contains(field, (await fund.Register.Send(new ContributeToFund(wrong))).Refusals.Select(r => r.Field));
        await Refused(payment with { Rate = null }, "payment.rate");
        await Refused(payment with { Given = null }, "payment.rate");
        await Refused(payment with { Given = new Money(Bounds.Exactly(95), FundFixture.Euro) }, "payment.given");
        await Refused(payment with { Rate = rate with { From = Currency.Parse("JPY") } }, "payment.rate");
        await Refused(payment with { Rate = rate with { Date = new(2022, 12, 1) } }, "payment.rate.date");
        await Refused(payment with { Rate = rate with { Rate = 0 } }, "payment.rate.rate");
        await Refused(payment with { Rate = rate with { Source = "" } }, "payment.rate.source");
        Assert.Equal("payment.amount", Assert.Single((await fund.Register.Do(new ContributeToFund(payment with { Id = Id<FundPayment>.Named("odd"), Amount = new Amount(9.5m) }))).Warnings).Field);
        Assert.Empty((await fund.Register.Do(new ContributeToFund(payment))).Warnings);
        Assert.Equal(rate, (await fund.Read()).Payments.Single(p => p.Amount.Number == 95).Rate);
    }

    [Theory]
    [MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task A_payment_that_may_be_entered_twice_is_doubted_and_taken(string kind)
    {
        await using var test = await TestDatabases.Make(kind);
        var fund = await FundFixture.Open(test);
        Assert.Empty((await fund.Pay("p", 80)).Warnings);
        Assert.Empty((await fund.Pay("other", 81)).Warnings);
        Assert.Empty((await fund.Pay("bound", 80, "heat")).Warnings);
        Assert.Empty((await fund.Register.Do(new ContributeToFund(fund.Payment("later", 80) with { Date = new(2022, 11, 29) }))).Warnings);
        var again = await fund.Register.Do(new ContributeToFund(fund.Payment("again", 80)));
        Assert.Equal("payment.amount", Assert.Single(again.Warnings).Field);
        Assert.Contains($"{Id<FundPayment>.Named("p")}", again.Warnings[0].Doubt, StringComparison.Ordinal);
        Assert.Equal(new Amount(401), (await fund.Read()).Balance);
    }

    [Fact]
    public async Task A_payment_is_doubted_that_its_contribution_does_not_bear()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fund = await FundFixture.Open(test);
        var claim = await fund.Register.Recorded(fund.Register.Claim("c", Bounds.Exactly(1)) with
        {
            Item = new Item(ItemKind.Money, "grant"),
            Quantity = null,
            Stage = MoneyStage.Paid,
            Value = new Money(Bounds.Exactly(100), FundFixture.Euro),
        });
        await fund.Register.Adopt(claim, "k");
        var payment = fund.Payment("p", 80) with { Contribution = Id<Contribution>.Named("k") };
        Assert.Empty((await fund.Register.Do(new ContributeToFund(payment))).Warnings);
        var more = await fund.Register.Do(new ContributeToFund(payment with { Id = Id<FundPayment>.Named("q"), Amount = new Amount(21), Donors = DonorGroup.Of(fund.Register.Other.Id) }));
        Assert.Equal(["payment.donors", "payment.amount"], more.Warnings.Select(w => w.Field));
    }

    [Fact]
    public async Task A_donor_sees_sums_and_its_own_payments_alone()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var fund = await FundFixture.Open(test);
        await fund.Pay("p", 100);
        await fund.Register.Do(new ContributeToFund(fund.Payment("q", 7) with { Donors = DonorGroup.Of(fund.Register.Other.Id) }));
        await using var db = test.Database.Open();
        var seen = Assert.Single(await FundList.ReadForDonor(db, fund.Register.Operation, fund.Register.Other.Id, fund.Register.Clock.Now, Cancel));
        Assert.Equal((107, 7), (seen.PaidIn.Number, Assert.Single(seen.Own).Amount.Number));
        Assert.Empty(Assert.Single(await FundList.ReadForDonor(db, fund.Register.Operation, null, fund.Register.Clock.Now, Cancel)).Own);
    }
}
