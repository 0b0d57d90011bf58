using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Moves goods or money of a contribution to the next stage, by one who knows it at first hand.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Item">Which of its items; <see cref="ItemKind.Money"/> for money.</param>
/// <param name="From">The stage that it was at.</param>
/// <param name="To">The stage that it is at now.</param>
/// <param name="Quantity">How much has come that far in all; null for money.</param>
/// <param name="Money">How much money has come that far in all; null for goods.</param>
/// <param name="Date">The day on which it came that far.</param>
/// <param name="Why">How the author knows.</param>
public sealed record AdvanceStage(
    Id<Contribution> Contribution,
    int ExpectedVersion,
    ItemKind Item,
    Stage From,
    Stage To,
    Quantity? Quantity,
    Money? Money,
    DateOnly Date,
    string Why) : ICommand
{
    /// <summary>The step must be a legal one, from a stage that was reached, of no more than reached it, and not in the future.</summary>
    /// <param name="contribution">The contribution as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(Contribution? contribution, AdvanceStage command, Moment moment)
    {
        var isMoney = command.Item == ItemKind.Money;
        var checks = new Checks()
            .Require(contribution is not null, "contribution", command.Contribution, "must be a contribution of this operation")
            .Text("why", command.Why, Checks.Paragraphs)
            .Require(command.Date <= DateOnly.FromDateTime(moment.At.UtcDateTime), "date", command.Date, "must not lie in the future")
            .Require(isMoney ? command.Money is not null : command.Quantity is not null,
                isMoney ? "money" : "quantity", null, "must say how much has come that far")
            .Require(isMoney ? command.Quantity is null : command.Money is null,
                isMoney ? "quantity" : "money", null, "goods have a quantity, money an amount")
            .Require(command.From.IsMoney == isMoney, "from", command.From, isMoney ? "must be a stage of money" : "must be a stage of goods");
        if (command.From.WhyNotTo(command.To) is { } rule)
            checks.Refuse("to", command.To, rule);
        if (contribution is null || !checks.Clean)
            return checks.Refused();

        if (contribution.Version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{contribution.Version}", "the contribution has changed since you read it"));
        var (standing, claim) = Standing(contribution, command);
        if (claim is not { } origin)
            return checks.Refuse("from", command.From, "nothing of it has reached this stage in this unit").Refused();
        var bounds = command.Quantity?.Bounds ?? command.Money!.Bounds;
        WarnOfDates(checks, contribution, command);
        checks.Require(!(bounds.Lower > standing.Upper), isMoney ? "money" : "quantity", bounds, $"must not be more than what was {command.From.Name} ({standing})");
        return checks.Or(() => new StageAdvanced(
            command.Contribution,
            origin,
            command.Quantity is { } quantity
                ? new ItemAtStage(ItemOf(contribution, command), command.To, quantity, ReportedDate.On(command.Date)) : null,
            command.Money is { } money ? new MoneyAtStage(command.To, money, ReportedDate.On(command.Date)) : null,
            command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Contribution && row.Operation == moment.Operation, cancel);
        return Decide(row?.Read(), this, moment);
    }

    // What has come as far as the stage that the step leaves, and the claim that this rests on.
    private static (Bounds Bounds, Id<Claim>? Claim) Standing(Contribution contribution, AdvanceStage command)
    {
        var measure = command.Quantity?.Unit.Code ?? command.Money!.Currency.Code;
        var reached = contribution.Reached()
            .FirstOrDefault(r => r.Stage == command.From && r.Item == command.Item && r.Measure == measure);
        if (reached is null)
            return (default, null);
        var claims = command.Quantity is { } quantity
            ? contribution.Items.Where(i => i.Value.Item.Kind == command.Item && i.Value.Quantity.Unit == quantity.Unit)
                .Select(i => (i.Value.Stage, i.Claim))
            : contribution.Values.Where(v => v.Value.Money.Currency == command.Money!.Currency).Select(v => (v.Value.Stage, v.Claim));
        return (reached.Bounds, claims.OrderBy(c => c.Stage.Order).First(c => c.Stage.Order >= command.From.Order).Claim);
    }

    private static void WarnOfDates(Checks checks, Contribution contribution, AdvanceStage command)
    {
        var before = contribution.Items.Select(i => (i.Value.Stage, i.Value.Date))
            .Concat(contribution.Values.Select(v => (v.Value.Stage, v.Value.Date)))
            .Where(entry => entry.Stage.IsMoney == command.To.IsMoney && entry.Stage.Order < command.To.Order && command.Date < entry.Date.Earliest);
        foreach (var (stage, date) in before)
            checks.Warn(true, "date", ReportedDate.On(command.Date), $"'{command.To.Name}' lies before '{stage.Name}' ({date})");
    }

    private static Item ItemOf(Contribution contribution, AdvanceStage command) =>
        contribution.Items.First(i => i.Value.Item.Kind == command.Item).Value.Item;
}

/// <summary>Something of a contribution came a stage further.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Claim">The claim that the amount at the stage before rests on.</param>
/// <param name="Item">How much of what has come how far; null for money.</param>
/// <param name="Money">How much money has come how far; null for goods.</param>
/// <param name="Why">How its author knows.</param>
public sealed record StageAdvanced(
    Id<Contribution> Contribution, Id<Claim> Claim, ItemAtStage? Item, MoneyAtStage? Money, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Contributions.FindAsync([Contribution], cancel)
            ?? throw new InvalidOperationException($"contribution {Contribution} is not in the register");
        await ContributionChange.Save(db, row, ContributionChange.After(row.Read(), this, moment), moment, cancel);
    }
}
