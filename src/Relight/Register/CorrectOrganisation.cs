using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Puts right how an organisation was entered: its name, kind or country.</summary>
/// <param name="Organisation">The organisation as it is to be.</param>
/// <param name="Was">The organisation as its author saw it.</param>
/// <param name="Why">The reason.</param>
public sealed record CorrectOrganisation(Organisation Organisation, Organisation Was, string Why) : ICommand
{
    /// <summary>The organisation must be there as its author saw it, and the new values be possible.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, CorrectOrganisation command)
    {
        var organisation = command.Organisation;
        var checks = new Checks()
            .Require(state.Standing is not null, "organisation", organisation.Id, "must be an organisation of this operation")
            .Text("organisation.name", organisation.Name)
            .Require(!state.NameTaken, "organisation.name", organisation.Name, "is the name of another organisation")
            .Warn(state.Alike is not null, "organisation.name", organisation.Name, NamesTaken.Doubt(state.Alike))
            .Require(Enum.IsDefined(organisation.Kind), "organisation.kind", organisation.Kind, "must be a kind of organisation")
            .Require(organisation.Kind != OrganisationKind.State || organisation.Country is not null, "organisation.country", null, "a state has a country")
            .Text("why", command.Why, Checks.Paragraphs);
        if (state.Standing is { } standing && standing != command.Was)
            checks.Add(new Conflict("was", Text(command.Was), Text(standing), "the organisation has changed since you read it"));
        return checks.Or(() => new OrganisationCorrected(organisation, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Organisations.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Organisation.Id && row.Operation == moment.Operation, cancel);
        var names = await NamesTaken.Load(db, moment.Operation, Organisation, cancel);
        return Decide(new State(row?.Read(), names.Has(Organisation.Name), names.Alike(Organisation.Name)), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The organisation as it stands; null where it is not known.</param>
    /// <param name="NameTaken">Whether another organisation has the name.</param>
    /// <param name="Alike">A name of another that differs in the case of letters alone; null where there is none.</param>
    public sealed record State(Organisation? Standing, bool NameTaken, string? Alike = null);

    private static string Text(Organisation organisation) => $"{organisation.Name}, {organisation.Kind}, {organisation.Country?.Code ?? "no country"}";
}

/// <summary>How an organisation was entered was put right.</summary>
/// <param name="Organisation">The organisation as it is now.</param>
/// <param name="Why">The reason.</param>
public sealed record OrganisationCorrected(Organisation Organisation, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Organisations.FindAsync([Organisation.Id], cancel)
            ?? throw new InvalidOperationException($"organisation {Organisation.Id} is not in the register");
        var renamed = row.Name != Organisation.Name;
        row.With(Organisation);
        if (!renamed)
            return;
        await DonorNames.Correct(db, Organisation.Id, moment.Operation, cancel);
        await Names.Correct(db, Organisation, moment.Operation, cancel);
    }
}
