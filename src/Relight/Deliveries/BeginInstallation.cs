using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Begins to bring received units into service, or to hand over an amount of goods.</summary>
/// <param name="Installation">Id of the installation.</param>
/// <param name="Consignment">The consignment that the units came in.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Units">How many whole units; 0 where the line carries an amount.</param>
/// <param name="At">When it was begun; null for now.</param>
/// <param name="Amount">How much, an exact amount above 0, where the line carries one; else null.</param>
public sealed record BeginInstallation(Id<Installation> Installation, Id<Consignment> Consignment, int Line, int Units, DateTimeOffset? At = null, Quantity? Amount = null) : ICommand
{
    /// <summary>So much must have been received whole at its site, and not be in another installation.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, BeginInstallation command, Moment moment)
    {
        var checks = new Checks()
            .Require(!state.IdTaken, "installation.id", command.Installation, "is the id of another installation")
            .Require(state.Consignment is not null, "installation.consignment", command.Consignment, "must be a consignment of this operation")
            .Require(!(command.At > moment.At), "installation.at", command.At, "must not lie in the future");
        if (state.Consignment is not { } consignment)
            return checks.Refused();
        if (command.Line < 1 || command.Line > consignment.Lines.Count)
            return checks.Refuse("installation.line", command.Line, $"must be from 1 to {consignment.Lines.Count}").Refused();
        var line = consignment.Lines[command.Line - 1];
        checks.Require(line.Need is not null, "installation.line", command.Line, "must be for a need: what lies in a hub is installed nowhere");
        var free = consignment.ReceivedWhole(command.Line) - state.InInstallations;
        var amount = line.Amount is { Unit: { } unit } ? CheckAmount(checks, command, unit, free) : CheckUnits(checks, command, free);
        return checks.Or(() => new InstallationBegun(new Installation
        {
            Id = command.Installation,
            Version = 1,
            Consignment = command.Consignment,
            Line = command.Line,
            Offer = line.Offer,
            Need = line.Need!.Value,
            Units = command.Units,
            Amount = amount,
            Steps = Deliveries.Installation.StepsOf(state.Item),
            BegunAt = command.At ?? moment.At,
        }));
    }

    private static Quantity? CheckUnits(Checks checks, BeginInstallation command, decimal free)
    {
        checks.Require(command.Units >= 1, "installation.units", command.Units, "must be 1 or more")
            .Require(command.Amount is null, "installation.amount", command.Amount, "is for lines that carry an amount")
            .Require(command.Units <= free, "installation.units", command.Units, FormattableString.Invariant($"must not be more than were received whole and are in no installation yet: {free:0.###}"));
        return null;
    }

    private static Quantity? CheckAmount(Checks checks, BeginInstallation command, Unit unit, decimal free)
    {
        checks.Require(command.Units == 0, "installation.units", command.Units, "must be left out where an amount travels");
        var amount = command.Amount?.ExactIn(unit);
        if (amount is not { Bounds.Lower: > 0 } || (unit.IsCounted && !decimal.IsInteger(amount.Bounds.Lower)))
            checks.Refuse("installation.amount", command.Amount, $"must be an exact amount above 0, measured as the line is, in {unit}");
        else
            checks.Require(amount.Bounds.Lower <= free, "installation.amount", amount, FormattableString.Invariant($"must not be more than were received whole and are in no installation yet: {free:0.###} {unit}"));
        return amount;
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Load(db, Consignment, moment, cancel);
        var offer = consignment is not null && Line >= 1 && Line <= consignment.Lines.Count ? consignment.Lines[Line - 1].Offer : default;
        return Decide(
            new State(
                await db.Installations.AnyAsync(row => row.Id == Installation, cancel),
                consignment,
                (await db.Installations.AsNoTracking().Where(row => row.Consignment == Consignment && row.Line == Line).ToListAsync(cancel))
                    .Select(row => row.Read()).Sum(one => one.Amount?.Bounds.Lower ?? one.Units),
                (await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == offer, cancel))?.Item ?? ItemKind.Unspecified),
            this,
            moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether an installation of this id was begun already.</param>
    /// <param name="Consignment">The consignment; null where it is not known.</param>
    /// <param name="InInstallations">How much of the line is in installations already, in its measure.</param>
    /// <param name="Item">What the units are.</param>
    public sealed record State(bool IdTaken, Consignment? Consignment, decimal InInstallations, ItemKind Item);
}

/// <summary>An installation was begun.</summary>
/// <param name="Installation">The installation.</param>
public sealed record InstallationBegun(Installation Installation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Installations.Add(new InstallationRow { Id = Installation.Id, Operation = moment.Operation }.With(Installation));
        return Task.CompletedTask;
    }
}
