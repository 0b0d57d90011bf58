using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Enters money that was paid into a fund.</summary>
/// <param name="Payment">The payment.</param>
public sealed record ContributeToFund(FundPayment Payment) : ICommand
{
    // What a bank keeps for itself when it changes money stays below this share.
    private const decimal BankShare = 0.02m;

    /// <summary>Fund, donors and contribution must be known, the day not in the future, another currency come with its rate.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, ContributeToFund command, Moment moment)
    {
        var payment = command.Payment;
        var checks = new Checks()
            .Require(!state.IdTaken, "payment.id", payment.Id, "is the id of another payment")
            .Require(state.Fund is not null, "payment.fund", payment.Fund, "must be a fund of this operation")
            .Require(payment.Amount > Amount.Zero, "payment.amount", payment.Amount, "must be above 0")
            .OptionalText("payment.earmark", payment.Earmark)
            .Require(payment.Earmark is null || !string.IsNullOrWhiteSpace(payment.Earmark), "payment.earmark", payment.Earmark, "must say something, or be left out")
            .Require(payment.Date <= DateOnly.FromDateTime(moment.At.UtcDateTime), "payment.date", payment.Date, "must not lie in the future")
            .Require(payment.Contribution is null || state.Contribution is not null, "payment.contribution", payment.Contribution, "must be a contribution of this operation")
            .Warn(state.Alike is not null, "payment.amount", payment.Amount, $"the same donors paid the same in on the same day, as payment {state.Alike}; it may be entered twice");
        payment.Donors.Check(checks, "payment.donors", state.KnownDonors);
        if (state.Fund is not { } at)
            return checks.Refused();
        var total = at.Fund.Pots.Sum(pot => pot.PaidIn.Number) + payment.Amount.Number;
        checks.Require(total <= Bounds.Largest, "payment.amount", payment.Amount, $"must not bring the fund above {new Amount(Bounds.Largest)}");
        CheckRate(checks, payment, at.Fund.Currency);
        if (state.Contribution is { } contribution)
            Compare(checks, payment, contribution, state.PaidBefore, at.Fund.Currency);
        return checks.OrAll(() => at.Then(new PaidIntoFund(payment)));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var donors = Payment.Donors.Members.ToList();
        var known = await db.Organisations.Where(row => row.Operation == moment.Operation && donors.Contains(row.Id))
            .Select(row => row.Id).ToListAsync(cancel);
        var contribution = Payment.Contribution is { } id
            ? await db.Contributions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel)
            : null;
        var before = contribution is null
            ? []
            : await db.FundPayments.AsNoTracking().Where(row => row.Contribution == contribution.Id && row.Fund == Payment.Fund).ToListAsync(cancel);
        return Decide(
            new State(
                await db.FundPayments.AnyAsync(row => row.Id == Payment.Id, cancel),
                await FundAtMoment.Load(db, Payment.Fund, moment, cancel),
                known.ToHashSet(),
                contribution?.Read(),
                before.Sum(row => row.Read().Amount.Number),
                await FindAlike(db, cancel)),
            this,
            moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a payment of this id is entered already.</param>
    /// <param name="Fund">The fund; null where it is not known.</param>
    /// <param name="KnownDonors">Those of the donors that are known.</param>
    /// <param name="Contribution">The contribution that it pays out; null where there is none.</param>
    /// <param name="PaidBefore">What was paid out of the contribution into this fund before.</param>
    /// <param name="Alike">A payment of the same donors, day, amount and earmark; null where there is none.</param>
    public sealed record State(
        bool IdTaken, FundAtMoment? Fund, IReadOnlySet<Id<Organisation>> KnownDonors, Contribution? Contribution, decimal PaidBefore, Id<FundPayment>? Alike = null);

    private async Task<Id<FundPayment>?> FindAlike(RelightContext db, CancellationToken cancel)
    {
        var donors = Payment.Donors.Key;
        var sameDay = await db.FundPayments.AsNoTracking()
            .Where(row => row.Fund == Payment.Fund && row.Date == Payment.Date && row.Donors == donors && row.Id != Payment.Id)
            .OrderBy(row => row.Id).ToListAsync(cancel);
        return sameDay.Find(row => row.Read() is var other && (other.Amount, other.Earmark) == (Payment.Amount, Payment.Earmark))?.Id;
    }

    private static void CheckRate(Checks checks, FundPayment payment, Currency currency)
    {
        if (payment.Given is not { } given)
        {
            checks.Require(payment.Rate is null, "payment.rate", payment.Rate?.Rate, "without what was given in another currency there is nothing to convert");
            return;
        }
        checks.Require(given.Currency != currency, "payment.given", given, $"must be left out where it is in the fund's currency ({currency})");
        if (payment.Rate is not { } rate)
        {
            checks.Refuse("payment.rate", null, $"must name the rate from {given.Currency} to {currency}, its day and its source");
            return;
        }
        RecordExchangeRate.Check(checks, "payment.rate", rate);
        checks
            .Require((rate.From, rate.To) == (given.Currency, currency), "payment.rate", $"{rate.From} to {rate.To}", $"must be one from {given.Currency} to {currency}")
            .Require(rate.Date <= payment.Date, "payment.rate.date", rate.Date, $"must not be later than the payment ({payment.Date:yyyy-MM-dd})");
        if (checks.Clean && given.Bounds.IsSpecified)
            checks.Warn(
                payment.Amount.Number < given.Bounds.Lower * rate.Rate * (1 - BankShare) || payment.Amount.Number > given.Bounds.Upper * rate.Rate * (1 + BankShare),
                "payment.amount", payment.Amount, $"is not what {given} make by this rate");
    }

    private static void Compare(Checks checks, FundPayment payment, Contribution contribution, decimal before, Currency currency)
    {
        var paid = contribution.Reached().FirstOrDefault(r => r.Stage == MoneyStage.Paid && r.Measure == currency.Code)?.Bounds;
        checks
            .Warn(!payment.Donors.Equals(contribution.Donors.Value), "payment.donors", payment.Donors.Key, "they are not those of the contribution")
            .Warn(payment.Given is null && (paid is null || before + payment.Amount.Number > paid.Value.Upper), "payment.amount", payment.Amount,
                paid is null ? $"nothing of the contribution is known to be paid in {currency}" : $"together with {new Amount(before)} it is more than the contribution paid ({paid})");
    }
}

/// <summary>Money was paid into a fund.</summary>
/// <param name="Payment">The payment.</param>
public sealed record PaidIntoFund(FundPayment Payment) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.FundPayments.Add(new FundPaymentRow { Id = Payment.Id, Operation = moment.Operation }.With(Payment));
        return FundChange.Change(db, Payment.Fund, Payment.Earmark, pot => pot with { PaidIn = pot.PaidIn + Payment.Amount }, cancel);
    }
}
