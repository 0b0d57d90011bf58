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
    /// <summary>The step must be a legal one, from a stage that was reached, of no more than reached it and is still on the way, and not in the future.</summary>
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
        if (contribution is null)
            return checks.Refused();
        if (contribution.Version != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{contribution.Version}", "the contribution has changed since you read it"));
        // Without an amount of the right kind nothing can be compared.
        if (command.From.IsMoney != isMoney || (isMoney ? command.Money?.Bounds : command.Quantity?.Bounds) is not { } bounds)
            return checks.Refused();
        var (standing, claim) = Standing(contribution, command);
        checks.Require(claim is not null, "from", command.From, "nothing of it has reached this stage in this unit");
        WarnOfDates(checks, contribution, command);
        if (claim is not null)
            CheckAmount(checks, contribution, command, bounds, standing);
        return checks.Or(() => new StageAdvanced(
            command.Contribution,
            claim!.Value,
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
        var reached = ReachedOf(contribution, command).FirstOrDefault(r => r.Stage == command.From);
        if (reached is null)
            return (default, null);
        var claims = command.Item != ItemKind.Money
            ? contribution.Items.Where(i => i.Value.Item.Kind == command.Item && i.Value.Quantity.Unit == command.Quantity!.Unit)
                .Select(i => (i.Value.Stage, i.Claim))
            : contribution.Values.Where(v => v.Value.Money.Currency == command.Money!.Currency).Select(v => (v.Value.Stage, v.Claim));
        return (reached.Bounds, claims.OrderBy(c => c.Stage.Order).First(c => c.Stage.Order >= command.From.Order).Claim);
    }

    private static IEnumerable<Reached> ReachedOf(Contribution contribution, AdvanceStage command)
    {
        var measure = command.Item == ItemKind.Money ? command.Money!.Currency.Code : command.Quantity!.Unit.Code;
        return contribution.Reached().Where(r => r.Item == command.Item && r.Measure == measure && r.Stage.IsMoney == command.From.IsMoney);
    }

    // What was withdrawn or lost cannot go on. How far it had come is not kept: only what is more than all that never came
    // as far, and all that went further, has certainly left the way between the two stages.
    private static void CheckAmount(Checks checks, Contribution contribution, AdvanceStage command, Bounds amount, Bounds standing)
    {
        var field = command.Item == ItemKind.Money ? "money" : "quantity";
        var reached = ReachedOf(contribution, command).ToList();
        var gone = reached.Where(r => r.Stage.IsOut && r.Stage != command.To).Sum(r => r.Bounds.Lower);
        var elsewhere = reached[0].Bounds.Upper - standing.Lower + reached.Where(r => r.Stage == command.To).Select(r => r.Bounds.Upper).FirstOrDefault(0);
        var left = command.To.IsOut ? reached[0].Bounds.Upper - gone
            : elsewhere is { } others ? standing.Upper - Math.Max(0, gone - others)
            : standing.Upper;
        if (amount.Lower > standing.Upper)
            checks.Refuse(field, amount, $"must not be more than what was {command.From.Name} ({standing})");
        else
            checks.Require(!(amount.Lower > left), field, amount, string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"must not be more than what was {command.From.Name} ({standing}) and has been neither withdrawn nor lost: {left:0.###}"));
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
