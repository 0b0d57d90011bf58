using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Gives a payment back to its donor, in whole or in part, or corrects one that was entered too high.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Amount">What goes back.</param>
/// <param name="Why">The reason.</param>
public sealed record WithdrawFromFund(Id<FundPayment> Payment, Amount Amount, string Why) : ICommand
{
    /// <summary>No more goes back than was paid, and nothing that is held or spent.</summary>
    /// <param name="state">What is known already; null where the payment is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State? state, WithdrawFromFund command)
    {
        var checks = new Checks()
            .Require(state is not null, "payment", command.Payment, "must be a payment into a fund of this operation")
            .Require(command.Amount > Amount.Zero, "amount", command.Amount, "must be above 0")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state is null)
            return checks.Refused();
        var (payment, at) = state;
        var available = at.Fund.Available(payment.Earmark);
        return checks
            .Require(command.Amount <= payment.Amount, "amount", command.Amount, $"must not be more than what was paid: {payment.Amount}")
            .Require(command.Amount <= available, "amount", command.Amount, $"must not be more than what is neither held nor spent: {available} {at.Fund.Currency}")
            .OrAll(() => at.Then(new WithdrawnFromFund(command.Payment, command.Amount, command.Why)));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.FundPayments.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Payment && row.Operation == moment.Operation, cancel);
        return Decide(row is null ? null : new State(row.Read(), (await FundAtMoment.Load(db, row.Fund, moment, cancel))!), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Payment">The payment.</param>
    /// <param name="Fund">Its fund.</param>
    public sealed record State(FundPayment Payment, FundAtMoment Fund);
}

/// <summary>A payment, or a part of it, went back to its donor.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Amount">What went back.</param>
/// <param name="Why">The reason.</param>
public sealed record WithdrawnFromFund(Id<FundPayment> Payment, Amount Amount, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.FundPayments.FindAsync([Payment], cancel)
            ?? throw new InvalidOperationException($"payment {Payment} is not in the register");
        var payment = row.Read();
        row.With(payment with { Amount = payment.Amount - Amount });
        await FundChange.Change(db, payment.Fund, payment.Earmark, pot => pot with { PaidIn = pot.PaidIn - Amount }, cancel);
    }
}
