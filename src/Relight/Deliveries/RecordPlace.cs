using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Enters a place of transport, or changes one: then its version is one more than the one that the author saw.</summary>
/// <param name="Place">The place as it is to be.</param>
public sealed record RecordPlace(Place Place) : ICommand
{
    /// <summary>Its code must be free, its gauges known ones, and a hub that holds stock must stay a hub.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RecordPlace command)
    {
        var place = command.Place;
        var checks = new Checks()
            .Require(!state.IdTakenElsewhere, "place.id", place.Id, "is the id of a place of another operation")
            .Text("place.name", place.Name)
            .Require(!state.CodeTaken, "place.code", place.Code, "is the code of another place of this operation")
            .Require(place.Position is null || Position.IsPossible(place.Position), "place.position", place.Position, "must have a latitude of −90 to 90 and a longitude of −180 to 180 degrees")
            .Require(place.IsHub || !state.HoldsStock, "place.isHub", place.IsHub, "must stay a hub while there is stock in it");
        foreach (var (i, gauge) in place.GaugesMillimetres.Index())
            checks.Require(gauge is Place.StandardGauge or Place.BroadGauge, $"place.gaugesMillimetres[{i}]", gauge, $"must be {Place.StandardGauge} or {Place.BroadGauge} mm");
        VersionCheck.Check(checks, "place", state.Standing, place, state.Standing?.Version, place.Version);
        return checks.Or(() => new PlaceRecorded(place));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Places.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Place.Id, cancel);
        var elsewhere = row is not null && row.Operation != moment.Operation;
        var taken = await db.Places.AnyAsync(row => row.Operation == moment.Operation && row.Code == Place.Code.Code && row.Id != Place.Id, cancel);
        var stock = await db.HubStocks.AnyAsync(row => row.Operation == moment.Operation && row.Hub == Place.Id && (row.Units > 0 || row.HasAmount), cancel);
        return Decide(new State(elsewhere ? null : row?.Read(), elsewhere, taken, stock), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The place as it stands; null for a new one.</param>
    /// <param name="IdTakenElsewhere">Whether another operation has a place of this id.</param>
    /// <param name="CodeTaken">Whether another place has its code.</param>
    /// <param name="HoldsStock">Whether there is stock in it.</param>
    public sealed record State(Place? Standing, bool IdTakenElsewhere, bool CodeTaken, bool HoldsStock);
}

/// <summary>A place of transport was entered or changed.</summary>
/// <param name="Place">The place as it is now.</param>
public sealed record PlaceRecorded(Place Place) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Places.FindAsync([Place.Id], cancel)
            ?? db.Places.Add(new PlaceRow { Id = Place.Id, Operation = moment.Operation }).Entity;
        row.With(Place);
    }
}
