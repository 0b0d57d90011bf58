using Microsoft.EntityFrameworkCore;
using Relight.Facilities;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Access;

namespace Relight.Web.Facilities;

/// <summary>
/// Gives the outlook of facilities. The last one is kept until the ledger goes on, another day comes or other days are asked
/// for: to work it out takes a plan's stages and a search.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
/// <param name="indexes">Offers that are kept.</param>
internal sealed class FacilityBoards(Database database, TimeProvider time, MatchIndexes indexes) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1);
    private (Key Key, FacilityOutlook Outlook)? _kept;

    /// <summary>The outlook for some days; null for the usual ones.</summary>
    public async Task<FacilityOutlook> Outlook(Id<Operation> operation, FacilityPeriod? period, CancellationToken cancel = default)
    {
        await using var db = database.Open();
        await _reading.WaitAsync(cancel);
        try
        {
            var number = await db.LedgerHeads.Where(head => head.Operation == operation).Select(head => head.Number).FirstOrDefaultAsync(cancel);
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var key = new Key(operation, number, today, period);
            if (_kept is not { } kept || kept.Key != key)
                _kept = kept = (key, await ReadFacilityOutlook.Run(db, operation, period, today, Practice.Default, cancel));
            return kept.Outlook;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Every set that is offered, for one facility, best first; null where there is no such facility.</summary>
    public async Task<IReadOnlyList<Match>?> SetsFor(Id<Operation> operation, Id<Facility> facility, FacilityPeriod? period, CancellationToken cancel = default)
    {
        var outlook = await Outlook(operation, period, cancel);
        await using var db = database.Open();
        return await ReadFacilityOutlook.SetsFor(
            db, operation, facility, outlook.Facilities.FirstOrDefault(line => line.Facility.Id == facility), indexes, Practice.Default, cancel);
    }

    /// <summary>The reader's own facilities of known place that fuel is to be brought to.</summary>
    public async Task<IReadOnlyList<Id<Facility>>> OwnOnTheList(Id<Operation> operation, FacilityPeriod? period, Reader reader, CancellationToken cancel = default)
    {
        var listed = (await Outlook(operation, period, cancel)).Refuelling.Select(trip => trip.Facility).Distinct().ToList();
        await using var db = database.Open();
        var rows = await db.Facilities.AsNoTracking().Where(row => row.Operation == operation && listed.Contains(row.Id)).ToListAsync(cancel);
        return [.. rows.Select(row => row.Read()).Where(own => own.Exact is not null && reader.Sites.Include(own.Organisation)).Select(own => own.Id).Order()];
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private sealed record Key(Id<Operation> Operation, long Number, DateOnly Today, FacilityPeriod? Period);
}
