using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Supply;

/// <summary>What a maker can make, as coordinators see it.</summary>
/// <param name="Id">Id of the entry.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name.</param>
/// <param name="Maker">Name of the maker.</param>
/// <param name="Product">Technical data of a unit, with its country of origin.</param>
/// <param name="PerMonth">Units that leave the works in a month.</param>
/// <param name="OrderBook">Units that were ordered before.</param>
/// <param name="LeadDays">Days from the beginning of a unit's making to its hand-over.</param>
/// <param name="DispatchCountry">Country that the goods leave from.</param>
/// <param name="AsOf">The day of which this is true.</param>
/// <param name="Source">Where it was learnt.</param>
[View(Audience.Coordination)]
public sealed record MakerCapacityForCoordination(
    Id<MakerCapacity> Id,
    int Version,
    string Title,
    string Maker,
    Specification Product,
    Bounds PerMonth,
    Bounds OrderBook,
    Bounds LeadDays,
    Country? DispatchCountry,
    DateOnly AsOf,
    string Source);

/// <summary>What makers can make, by title.</summary>
public static class MakerCapacityList
{
    /// <summary>A page of it.</summary>
    public static async Task<Page<MakerCapacityForCoordination>> Read(
        RelightContext db, Id<Operation> operation, Paging paging, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return await Page<MakerCapacityForCoordination>.Of(
            db.MakerCapacities.Where(row => row.Operation == operation).OrderBy(row => row.Title).ThenBy(row => row.Id),
            paging, row => View(row.Read(), names), cancel);
    }

    /// <summary>Entries of an operation as coordinators see them.</summary>
    public static async Task<IReadOnlyList<MakerCapacityForCoordination>> Views(
        RelightContext db, Id<Operation> operation, IReadOnlyList<MakerCapacityRow> rows, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return [.. rows.Select(row => View(row.Read(), names))];
    }

    private static MakerCapacityForCoordination View(MakerCapacity capacity, Names names) => new(
        capacity.Id,
        capacity.Version,
        capacity.Title,
        names[capacity.Maker],
        capacity.Product,
        capacity.PerMonth,
        capacity.OrderBook,
        capacity.LeadDays,
        capacity.DispatchCountry,
        capacity.AsOf,
        capacity.Source);
}
