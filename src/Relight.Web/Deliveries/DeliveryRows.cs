using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Deliveries;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Api;
using Relight.Web.Register;

namespace Relight.Web.Deliveries;

/// <summary>What the pages and downloads on deliveries show, each as its reader's audience sees it.</summary>
/// <param name="current">The operation.</param>
/// <param name="reader">Who reads.</param>
internal sealed class DeliveryRows(CurrentOperation current, Reader reader)
{
    /// <summary>Consignments, for coordinators.</summary>
    public async Task<IReadOnlyList<ConsignmentForCoordination>> Consignments() => !reader.May(Audience.Coordination) ? [] :
        await current.ReadAsync<IReadOnlyList<ConsignmentForCoordination>>(async (db, operation) => await ConsignmentList.ForCoordination(
            db, operation, await db.Consignments.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Arrival).ThenBy(row => row.Id).ToListAsync())) ?? [];

    /// <summary>A consignment, for coordinators; null where there is none of this id.</summary>
    public async Task<ConsignmentForCoordination?> One(Id<Consignment> id) => !reader.May(Audience.Coordination) ? null :
        (await current.ReadAsync<IReadOnlyList<ConsignmentForCoordination>>(async (db, operation) => await ConsignmentList.ForCoordination(
            db, operation, await db.Consignments.AsNoTracking().Where(row => row.Operation == operation && row.Id == id).ToListAsync())))?.FirstOrDefault();

    /// <summary>The reader's own consignments, for donors.</summary>
    public async Task<IReadOnlyList<ConsignmentForDonor>> Own() => !reader.May(Audience.Donor) ? [] :
        await current.ReadAsync<IReadOnlyList<ConsignmentForDonor>>(async (db, operation) => await ConsignmentList.ForDonor(
            db, operation, reader.Organisation,
            await ConsignmentList.OfDonor(db, operation, reader.Organisation).AsNoTracking().OrderBy(row => row.Arrival).ThenBy(row => row.Id).ToListAsync())) ?? [];

    /// <summary>Stock, for coordinators.</summary>
    public async Task<IReadOnlyList<StockForCoordination>> Stock() => !reader.May(Audience.Coordination) ? [] :
        await current.ReadAsync<IReadOnlyList<StockForCoordination>>(async (db, operation) => await StockList.ForCoordination(
            db, operation, await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && (row.Units > 0 || row.HasAmount)).OrderBy(row => row.Id).ToListAsync())) ?? [];

    /// <summary>Installations, for coordinators.</summary>
    public async Task<IReadOnlyList<InstallationForCoordination>> Installations() => !reader.May(Audience.Coordination) ? [] :
        await current.ReadAsync<IReadOnlyList<InstallationForCoordination>>(async (db, operation) => await InstallationList.ForCoordination(
            db, operation, await db.Installations.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.LastMoved).ThenBy(row => row.Id).ToListAsync())) ?? [];

    /// <summary>What has not come into service at an instant, for coordinators.</summary>
    public async Task<IReadOnlyList<AgeingLine>> Ageing(DateTimeOffset at) => !reader.May(Audience.Coordination) ? [] :
        await current.ReadAsync<IReadOnlyList<AgeingLine>>(async (db, operation) => await Relight.Deliveries.Ageing.Read(db, operation, at)) ?? [];

    /// <summary>Places, for coordinators.</summary>
    public async Task<IReadOnlyList<PlaceForCoordination>> Places() => !reader.May(Audience.Coordination) ? [] :
        await current.ReadAsync<IReadOnlyList<PlaceForCoordination>>(async (db, operation) =>
            [.. (await db.Places.AsNoTracking().Where(row => row.Operation == operation).OrderBy(row => row.Code).ToListAsync()).Select(PlaceForCoordination.Of)]) ?? [];

    /// <summary>The instant to which a question counts days: that of the clock, unless the address names a day; what is none is told.</summary>
    public static DateTimeOffset At(string? day, TimeProvider time, out IReadOnlyList<Fault> faults)
    {
        faults = [];
        if (string.IsNullOrEmpty(day))
            return time.GetUtcNow();
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named))
            return new DateTimeOffset(named, TimeOnly.MinValue, TimeSpan.Zero);
        faults = [new Fault("at", Checks.Shown(day), "must be a day such as 2022-12-16")];
        return time.GetUtcNow();
    }
}
