using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>Enters a facility that people depend on.</summary>
/// <param name="Facility">The facility, of version 1.</param>
public sealed record RecordFacility(Facility Facility) : ICommand
{
    /// <summary>Its id must be new, its organisation known, its numbers possible, and its title give no exact place away.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RecordFacility command)
    {
        var checks = new Checks()
            .Require(!state.IdTaken, "facility.id", command.Facility.Id, "is the id of another facility")
            .Require(command.Facility.Version == 1, "facility.version", command.Facility.Version, "must be 1 for a new facility");
        FacilityChecks.Check(checks, command.Facility, state.OrganisationKnown, state.Places, state.Need);
        return checks.Or(() => new FacilityRecorded(command.Facility));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Facilities.AnyAsync(row => row.Id == Facility.Id, cancel),
            await db.Organisations.AnyAsync(row => row.Id == Facility.Organisation && row.Operation == moment.Operation, cancel),
            await BusPlaces.Of(db, moment.Operation, Facility.Exact?.Bus, cancel),
            await NeedOfFacility.Load(db, moment.Operation, Facility, cancel)),
        this);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether there is a facility of this id, in any operation.</param>
    /// <param name="OrganisationKnown">Whether the organisation is one of the operation.</param>
    /// <param name="Places">Where the buses of the operation's network models are; null where it has no model, or none is asked for.</param>
    /// <param name="Need">The need that it names; null where it names none.</param>
    public sealed record State(bool IdTaken, bool OrganisationKnown, IReadOnlyDictionary<int, AreaCode?>? Places, NeedOfFacility? Need = null);
}

/// <summary>A facility was entered.</summary>
/// <param name="Facility">The facility.</param>
public sealed record FacilityRecorded(Facility Facility) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Facilities.Add(new FacilityRow { Id = Facility.Id, Operation = moment.Operation }.With(Facility));
        return Task.CompletedTask;
    }
}

/// <summary>Where the buses of an operation's network models are.</summary>
internal static class BusPlaces
{
    /// <summary>The areas of the buses, null for one whose area is not known; null where no bus is asked for, which saves reading the models, or there is no model.</summary>
    public static async Task<IReadOnlyDictionary<int, AreaCode?>?> Of(RelightContext db, Id<Operation> operation, int? bus, CancellationToken cancel)
    {
        if (bus is null)
            return null;
        var models = await db.GridModels.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Id).ToListAsync(cancel);
        if (models.Count == 0)
            return null;
        var places = new Dictionary<int, AreaCode?>();
        foreach (var place in models.SelectMany(row => row.Read().Places))
            places[place.Bus] = place.Oblast;
        return places;
    }
}
