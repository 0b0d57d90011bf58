using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Corrects a step that was entered by mistake: what was said to have reached a stage has not. A wrong amount is put right by entering the step again.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Item">Which of its items; <see cref="ItemKind.Money"/> for money.</param>
/// <param name="Measure">Unit, or currency.</param>
/// <param name="Stage">The stage that it has not reached.</param>
/// <param name="Why">The reason.</param>
public sealed record TakeBackStage(
    Id<Contribution> Contribution, int ExpectedVersion, ItemKind Item, string Measure, Stage Stage, string Why) : ICommand
{
    /// <summary>The contribution must have such an entry, and keep another one of the same item.</summary>
    /// <param name="contribution">The contribution as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Contribution? contribution, TakeBackStage command)
    {
        var checks = new Checks()
            .Require(contribution is not null, "contribution", command.Contribution, "must be a contribution of this operation")
            .Text("measure", command.Measure)
            .Text("why", command.Why, Checks.Paragraphs);
        if (contribution is null)
            return checks.Refused();
        if (contribution.Version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{contribution.Version}", "the contribution has changed since you read it"));
        var stages = command.Item == ItemKind.Money
            ? contribution.Values.Where(v => v.Value.Money.Currency.Code == command.Measure).Select(v => v.Value.Stage)
            : contribution.Items.Where(i => i.Value.Item.Kind == command.Item && i.Value.Quantity.Unit.Code == command.Measure).Select(i => i.Value.Stage);
        return checks
            .Require(stages.Contains(command.Stage), "stage", command.Stage, "nothing of it in this measure was entered at this stage")
            .Require(stages.Any(stage => stage != command.Stage), "stage", command.Stage, "it is the only entry of this item: take its claim out instead")
            .Or(() => new StageTakenBack(command.Contribution, command.Item, command.Measure, command.Stage, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Contribution && row.Operation == moment.Operation, cancel);
        return Decide(row?.Read(), this);
    }
}

/// <summary>A step of a contribution was taken back.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Item">Which of its items; <see cref="ItemKind.Money"/> for money.</param>
/// <param name="Measure">Unit, or currency.</param>
/// <param name="Stage">The stage that it has not reached.</param>
/// <param name="Why">The reason.</param>
public sealed record StageTakenBack(
    Id<Contribution> Contribution, ItemKind Item, string Measure, Stage Stage, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.FindAsync([Contribution], cancel)
            ?? throw new InvalidOperationException($"contribution {Contribution} is not in the register");
        await ContributionChange.Save(db, row, After(row.Read()), moment, cancel);
    }

    /// <summary>The contribution after it.</summary>
    internal Contribution After(Contribution before) => before with
    {
        Version = before.Version + 1,
        Items = [.. before.Items.Where(i => (i.Value.Item.Kind, i.Value.Quantity.Unit.Code, i.Value.Stage) != (Item, Measure, Stage))],
        Values = Item == ItemKind.Money
            ? [.. before.Values.Where(v => (v.Value.Money.Currency.Code, v.Value.Stage) != (Measure, Stage))]
            : before.Values,
    };
}
