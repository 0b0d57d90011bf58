using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Enters an organisation.</summary>
/// <param name="Organisation">The organisation.</param>
public sealed record RecordOrganisation(Organisation Organisation) : ICommand
{
    /// <summary>The operation must be open, id and name new, and a state must have a country.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RecordOrganisation command)
    {
        var organisation = command.Organisation;
        return new Checks()
            .Require(state.OperationOpen, "operation", null, "must have been opened")
            .Require(!state.IdTaken, "organisation.id", organisation.Id, "is the id of another organisation")
            .Text("organisation.name", organisation.Name)
            .Require(!state.NameTaken, "organisation.name", organisation.Name, "is the name of another organisation")
            .Warn(state.Alike is not null, "organisation.name", organisation.Name, NamesTaken.Doubt(state.Alike))
            .Require(Enum.IsDefined(organisation.Kind), "organisation.kind", organisation.Kind, "must be a kind of organisation")
            .Require(organisation.Kind != OrganisationKind.State || organisation.Country is not null,
                "organisation.country", null, "a state has a country")
            .Or(() => new OrganisationRecorded(organisation));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var names = await NamesTaken.Load(db, moment.Operation, Organisation, cancel);
        return Decide(
            new State(
                await db.Operations.AnyAsync(row => row.Id == moment.Operation, cancel),
                await db.Organisations.AnyAsync(row => row.Id == Organisation.Id, cancel),
                names.Has(Organisation.Name),
                names.Alike(Organisation.Name)),
            this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="OperationOpen">Whether the operation is open.</param>
    /// <param name="IdTaken">Whether an organisation of this id is entered already.</param>
    /// <param name="NameTaken">Whether an organisation of this name is entered already.</param>
    /// <param name="Alike">A name that differs in the case of letters alone; null where there is none.</param>
    public sealed record State(bool OperationOpen, bool IdTaken, bool NameTaken, string? Alike = null);
}

/// <summary>An organisation was entered.</summary>
/// <param name="Organisation">The organisation.</param>
public sealed record OrganisationRecorded(Organisation Organisation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Organisations.Add(new OrganisationRow { Id = Organisation.Id, Operation = moment.Operation }.With(Organisation));
        return Task.CompletedTask;
    }
}
