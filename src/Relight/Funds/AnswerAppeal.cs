using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>Says that a contribution answers an appeal, so that it counts towards its target.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="Contribution">The contribution.</param>
/// <param name="Why">How its author knows.</param>
public sealed record AnswerAppeal(Id<Appeal> Appeal, Id<Contribution> Contribution, string Why) : ICommand
{
    /// <summary>The appeal must be open, and the contribution have something of what it asks for and answer no other appeal.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, AnswerAppeal command)
    {
        var checks = new Checks()
            .Require(state.Appeal is not null, "appeal", command.Appeal, "must be an appeal of this operation")
            .Require(state.Appeal?.Closed is null, "appeal", command.Appeal, $"is closed: {state.Appeal?.Closed}")
            .Require(state.Contribution is not null, "contribution", command.Contribution, "must be a contribution of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state.Answered is { } answered)
            checks.Refuse("contribution", command.Contribution, answered == command.Appeal
                ? "answers this appeal already"
                : $"answers appeal {answered} and would count twice: take it back there first");
        if (state is { Appeal: { } appeal, Contribution: { } contribution })
            checks.Require(Has(contribution, appeal.Target), "contribution", contribution.Title, $"must have something of what the appeal asks for ({appeal.Target.Item})");
        return checks.Or(() => new AppealAnswered(command.Appeal, command.Contribution, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var appeal = await db.Appeals.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Appeal && row.Operation == moment.Operation, cancel);
        var contribution = await db.Contributions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Contribution && row.Operation == moment.Operation, cancel);
        var answer = await db.Answers.AsNoTracking().FirstOrDefaultAsync(row => row.Contribution == Contribution, cancel);
        return Decide(new State(appeal?.Read(), contribution?.Read(), answer?.Appeal), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Appeal">The appeal; null where it is not known.</param>
    /// <param name="Contribution">The contribution; null where it is not known.</param>
    /// <param name="Answered">The appeal that the contribution answers already; null for none.</param>
    public sealed record State(Appeal? Appeal, Contribution? Contribution, Id<Appeal>? Answered);

    private static bool Has(Contribution contribution, AppealTarget target) => target is MoneyTarget
        ? contribution.Values.Any(value => value.Value.Stage.IsMoney)
        : contribution.Items.Any(item => item.Value.Item.Kind == target.Item);
}

/// <summary>A contribution answered an appeal.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="Contribution">The contribution.</param>
/// <param name="Why">How its author knows.</param>
public sealed record AppealAnswered(Id<Appeal> Appeal, Id<Contribution> Contribution, string Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Answers.Add(new AnswerRow { Contribution = Contribution, Operation = moment.Operation, Appeal = Appeal });
        return Task.CompletedTask;
    }
}
