using Relight.Funds;
using Relight.Register;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about appeals, rates and payments into funds refuse.</summary>
internal static class FundRefusals
{
    private static readonly Currency s_dollar = Currency.Parse("USD");

    public static IEnumerable<RefusalCase> Cases => [.. Rates, .. Appeals, .. Answers, .. Payments];

    private static IEnumerable<RefusalCase> Rates
    {
        get
        {
            var rate = new ExchangeRate(s_dollar, Euro, 0.95m, Today, "central bank");
            RefusalCase Case(string at, ExchangeRate? wanted = null, bool open = true, decimal? replaces = null) => new(
                nameof(RecordExchangeRate), at, () => RecordExchangeRate.Decide(null, open, new RecordExchangeRate(wanted ?? rate, replaces), Now));
            yield return Case("operation", open: false);
            yield return Case("rate.date", rate with { Date = Today.AddDays(1) });
            yield return Case("replaces", replaces: 0.9m);
            yield return Case("rate.to", rate with { To = s_dollar });
            yield return Case("rate.from", rate with { From = Currency.Unknown });
            yield return Case("rate.to", rate with { To = Currency.Unknown });
            yield return Case("rate.rate", rate with { Rate = 0 });
            yield return Case("rate.rate", rate with { Rate = 1_000_001 });
        }
    }

    private static Appeal Appeal => new()
    {
        Id = Id<Appeal>.Named("a"),
        Version = 1,
        Title = "Generators for winter",
        By = France.Id,
        Target = new GoodsTarget(new Item(ItemKind.GeneratingSet, "sets"), Quantity.Pieces(1000)),
        From = Today,
    };

    private static IEnumerable<RefusalCase> Appeals
    {
        get
        {
            RefusalCase Case(string at, Appeal? wanted = null, Appeal? standing = null, bool elsewhere = false, bool known = true, bool answered = false) => new(
                nameof(OpenAppeal), at, () => OpenAppeal.Decide(new(standing, elsewhere, known, answered), new OpenAppeal(wanted ?? Appeal)));
            var next = Appeal with { Version = 2 };
            yield return Case("appeal.id", elsewhere: true);
            yield return Case("appeal.by", known: false);
            yield return Case("appeal.until", Appeal with { Until = Today.AddDays(-1) });
            yield return Case("appeal.closed", Appeal with { Closed = "met" });
            yield return Case("appeal", next, Appeal with { Closed = "met" });
            yield return Case("appeal.target", next with { Target = new MoneyTarget(new Money(Bounds.Exactly(5), Euro)) }, Appeal, answered: true);
            yield return Case("appeal.target", Appeal with { Target = new MoneyTarget(new Money(Bounds.Exactly(0), Euro)) });
            yield return Case("appeal.target.goods.kind", Appeal with { Target = new GoodsTarget(new Item(ItemKind.Money, "money"), Quantity.Pieces(1)) });
            yield return Case("appeal.target.amount.currency", Appeal with { Target = new MoneyTarget(new Money(Bounds.Exactly(5), Currency.Unknown)) });

            RefusalCase Close(string at, Appeal? standing, int version = 1) => new(
                nameof(CloseAppeal), at, () => CloseAppeal.Decide(standing, new CloseAppeal(Appeal.Id, version, "met")));
            yield return Close("appeal", null);
            yield return Close("expectedVersion", Appeal, version: 7);
            yield return Close("appeal", Appeal with { Closed = "met" });
        }
    }

    private static IEnumerable<RefusalCase> Answers
    {
        get
        {
            RefusalCase Case(string at, Appeal? appeal, Contribution? contribution, Id<Appeal>? answered = null) => new(
                nameof(AnswerAppeal), at, () => AnswerAppeal.Decide(new(appeal, contribution, answered), new AnswerAppeal(Appeal.Id, TheContribution.Id, "for this")));
            yield return Case("appeal", null, TheContribution);
            yield return Case("appeal", Appeal with { Closed = "met" }, TheContribution);
            yield return Case("contribution", Appeal, null);
            yield return Case("contribution", Appeal, TheContribution, Appeal.Id);
            yield return Case("contribution", Appeal, TheContribution, Id<Appeal>.Named("another"));
            yield return Case("contribution", Appeal, ContributionOf(MoneyClaim, "paid"));
            yield return new(nameof(TakeBackAnswer), "contribution", () => TakeBackAnswer.Decide(false, new TakeBackAnswer(TheContribution.Id, "a slip")));
        }
    }

    private static IEnumerable<RefusalCase> Payments
    {
        get
        {
            var fund = MoneyRefusals.FundWith();
            var payment = new FundPayment(Id<FundPayment>.Named("p"), fund.Fund.Id, DonorGroup.Of(France.Id), null, new Amount(95), null, null, null, Today);
            var given = payment with { Given = new Money(Bounds.Exactly(100), s_dollar), Rate = new ExchangeRate(s_dollar, Euro, 0.95m, Today, "central bank") };
            RefusalCase Case(string at, FundPayment? wanted = null, bool id = false, FundAtMoment? into = null) => new(
                nameof(ContributeToFund), at,
                () => ContributeToFund.Decide(new(id, into ?? fund, new HashSet<Id<Organisation>> { France.Id }, null, 0), new ContributeToFund(wanted ?? payment), Now));
            yield return Case("payment.id", id: true);
            yield return new(nameof(ContributeToFund), "payment.fund", () => ContributeToFund.Decide(
                new(false, null, new HashSet<Id<Organisation>> { France.Id }, null, 0), new ContributeToFund(payment), Now));
            yield return Case("payment.amount", payment with { Amount = Amount.Zero });
            yield return Case("payment.earmark", payment with { Earmark = " " });
            yield return Case("payment.date", payment with { Date = Today.AddDays(1) });
            yield return Case("payment.contribution", payment with { Contribution = TheContribution.Id });
            yield return Case("payment.donors[0]", payment with { Donors = DonorGroup.Of(Id<Organisation>.Named("nobody")) });
            yield return Case("payment.amount", payment, into: MoneyRefusals.FundWith(paid: Bounds.Largest));
            yield return Case("payment.rate", payment with { Rate = given.Rate });
            yield return Case("payment.given, payment.rate", given with { Given = new Money(Bounds.Exactly(95), Euro), Rate = given.Rate! with { From = Currency.Parse("JPY") } });
            yield return Case("payment.rate", given with { Rate = null });
            yield return Case("payment.rate", given with { Rate = given.Rate! with { To = Currency.Parse("CHF") } });
            yield return Case("payment.rate.date", given with { Rate = given.Rate! with { Date = Today.AddDays(1) } });
        }
    }
}
