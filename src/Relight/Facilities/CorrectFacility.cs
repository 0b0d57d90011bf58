using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>Changes what the register holds of a facility: its version is one more than the one that the author saw.</summary>
/// <param name="Facility">The facility as it is to be.</param>
/// <param name="Why">The reason.</param>
public sealed record CorrectFacility(Facility Facility, string Why) : ICommand
{
    /// <summary>The facility must be there as its author saw it, and the new values be possible.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, CorrectFacility command)
    {
        var facility = command.Facility;
        var checks = new Checks()
            .Require(state.Standing is not null, "facility.id", facility.Id, "must be a facility of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        FacilityChecks.Check(checks, facility, state.OrganisationKnown, state.Places, state.Need);
        if (state.Standing is { } standing)
            VersionCheck.Check(checks, "facility", standing, facility, standing.Version, facility.Version);
        return checks.Or(() => new FacilityCorrected(facility.After(state.Standing!, state.NeedWithdrawn), command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Facilities.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Facility.Id && row.Operation == moment.Operation, cancel);
        var known = await db.Organisations.AnyAsync(
            organisation => organisation.Id == Facility.Organisation && organisation.Operation == moment.Operation, cancel);
        var standing = row?.Read();
        return Decide(
            new State(
                standing, known, await BusPlaces.Of(db, moment.Operation, Facility.Exact?.Bus, cancel),
                await NeedOfFacility.Load(db, moment.Operation, Facility, cancel, standing),
                standing?.Need is { } need && !await db.Needs.AnyAsync(row => row.Id == need && row.Operation == moment.Operation, cancel)),
            this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The facility as it stands; null where it is not known.</param>
    /// <param name="OrganisationKnown">Whether the organisation is one of the operation.</param>
    /// <param name="Places">Where the buses of the operation's network models are; null where it has no model, or none is asked for.</param>
    /// <param name="Need">The need that it is to name; null where it is to name none.</param>
    /// <param name="NeedWithdrawn">Whether the need that it names as it stands was withdrawn.</param>
    public sealed record State(
        Facility? Standing, bool OrganisationKnown, IReadOnlyDictionary<int, AreaCode?>? Places, NeedOfFacility? Need = null, bool NeedWithdrawn = false);
}

/// <summary>What the register holds of a facility was changed.</summary>
/// <param name="Facility">The facility as it is now.</param>
/// <param name="Why">The reason.</param>
public sealed record FacilityCorrected(Facility Facility, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Facilities.FindAsync([Facility.Id], cancel)
            ?? throw new InvalidOperationException($"facility {Facility.Id} is not in the register");
        row.With(Facility);
    }
}
