using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Begins to bring received units into service.</summary>
/// <param name="Installation">Id of the installation.</param>
/// <param name="Consignment">The consignment that the units came in.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Units">How many units.</param>
/// <param name="At">When it was begun; null for now.</param>
public sealed record BeginInstallation(Id<Installation> Installation, Id<Consignment> Consignment, int Line, int Units, DateTimeOffset? At = null) : ICommand
{
    /// <summary>So many must have been received whole at their site, and not be in another installation.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, BeginInstallation command, Moment moment)
    {
        var checks = new Checks()
            .Require(!state.IdTaken, "installation.id", command.Installation, "is the id of another installation")
            .Require(state.Consignment is not null, "installation.consignment", command.Consignment, "must be a consignment of this operation")
            .Require(!(command.At > moment.At), "installation.at", command.At, "must not lie in the future")
            .Require(command.Units >= 1, "installation.units", command.Units, "must be 1 or more");
        if (state.Consignment is not { } consignment)
            return checks.Refused();
        if (command.Line < 1 || command.Line > consignment.Lines.Count)
            return checks.Refuse("installation.line", command.Line, $"must be from 1 to {consignment.Lines.Count}").Refused();
        var line = consignment.Lines[command.Line - 1];
        var free = consignment.ReceivedWhole(command.Line) - state.UnitsInInstallations;
        return checks
            .Require(line.Need is not null, "installation.line", command.Line, "must be for a need: what lies in a hub is installed nowhere")
            .Require(command.Units <= free, "installation.units", command.Units, $"must not be more than were received whole and are in no installation yet: {free}")
            .Or(() => new InstallationBegun(new Installation
            {
                Id = command.Installation,
                Version = 1,
                Consignment = command.Consignment,
                Line = command.Line,
                Offer = line.Offer,
                Need = line.Need!.Value,
                Units = command.Units,
                Steps = Deliveries.Installation.StepsOf(state.Item),
                BegunAt = command.At ?? moment.At,
            }));
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
                await db.Installations.Where(row => row.Consignment == Consignment && row.Line == Line).SumAsync(row => row.Units, cancel),
                (await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == offer, cancel))?.Item ?? ItemKind.Unspecified),
            this,
            moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether an installation of this id was begun already.</param>
    /// <param name="Consignment">The consignment; null where it is not known.</param>
    /// <param name="UnitsInInstallations">Units of the line that are in installations already.</param>
    /// <param name="Item">What the units are.</param>
    public sealed record State(bool IdTaken, Consignment? Consignment, int UnitsInInstallations, ItemKind Item);
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
