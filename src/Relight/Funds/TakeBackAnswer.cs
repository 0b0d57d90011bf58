using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Says that a contribution does not answer the appeal that it was counted towards.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Why">The reason.</param>
public sealed record TakeBackAnswer(Id<Contribution> Contribution, string Why) : ICommand
{
    /// <summary>The contribution must answer an appeal.</summary>
    /// <param name="answers">Whether it does.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(bool answers, TakeBackAnswer command) => new Checks()
        .Require(answers, "contribution", command.Contribution, "must answer an appeal of this operation")
        .Text("why", command.Why, Checks.Paragraphs)
        .Or(() => new AnswerTakenBack(command.Contribution, command.Why));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        await db.Answers.AnyAsync(row => row.Contribution == Contribution && row.Operation == moment.Operation, cancel), this);
}

/// <summary>A contribution no longer answers an appeal.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Why">The reason.</param>
public sealed record AnswerTakenBack(Id<Contribution> Contribution, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Answers.FindAsync([Contribution], cancel)
            ?? throw new InvalidOperationException($"contribution {Contribution} answers no appeal");
        db.Answers.Remove(row);
    }
}
