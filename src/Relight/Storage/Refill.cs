using Microsoft.EntityFrameworkCore;
using Relight.Funds;
using Relight.Plans;
using Relight.Register;
using Relight.Supply;

namespace Relight.Storage;

/// <summary>
/// Fills the columns that a migration added from the records that they are taken from. Each filling is one transaction, so
/// that the first row tells whether it was done.
/// </summary>
internal static class Refill
{
    private const int RowsAtATime = 1_000;

    // A scenario can have a megabyte.
    private const int ScenariosAtATime = 10;

    public static async Task Run(Database database, CancellationToken cancel)
    {
        await using var db = database.Open();
        await WithoutKinds(db, cancel);
        await Supply(db, cancel);
        await Organisations(db, cancel);
        await Scenarios(db, cancel);
        await Claims(db, cancel);
        await Contributions(db, cancel);
    }

    /// <summary>Fills the columns of claims. None is without an address, which tells whether it was done.</summary>
    private static Task Claims(RelightContext db, CancellationToken cancel) => Once(
        db,
        async () => await db.Claims.OrderBy(row => row.Id).Select(row => row.Address).FirstOrDefaultAsync(cancel) == "",
        () => Each<Claim, ClaimRow>(db, async row =>
        {
            var source = await db.Sources.AsNoTracking().FirstAsync(source => source.Id == row.Source, cancel);
            var claim = row.Read();
            row.With(claim, source.Read(), await DonorNames.Of(db, claim.Donors, row.Operation, cancel));
        }, cancel),
        cancel);

    /// <summary>Fills the columns of contributions. None is without a donor, who has a name: that tells whether it was done.</summary>
    private static Task Contributions(RelightContext db, CancellationToken cancel) => Once(
        db,
        async () => await db.Contributions.OrderBy(row => row.Id).Select(row => row.DonorNames).FirstOrDefaultAsync(cancel) == "",
        () => Each<Contribution, ContributionRow>(db, async row =>
        {
            var contribution = row.Read();
            row.With(contribution).DonorNames = await DonorNames.Of(db, contribution.Donors.Value, row.Operation, cancel);
        }, cancel),
        cancel);

    /// <summary>
    /// Writes records anew that hold a requirement or a specification: what kind of item it is of follows from its type, and
    /// was once written beside it. The first record of each tells whether it was done.
    /// </summary>
    private static async Task WithoutKinds(RelightContext db, CancellationToken cancel)
    {
        await Anew<Need, NeedRow>(db, cancel);
        await Anew<Offer, OfferRow>(db, cancel);
        await Anew<MakerCapacity, MakerCapacityRow>(db, cancel);
        await Anew<Appeal, AppealRow>(db, cancel);
    }

    /// <summary>Fills the columns of needs and offers. Each is of an organisation that has a name, which tells whether it was done.</summary>
    private static async Task Supply(RelightContext db, CancellationToken cancel)
    {
        await Once(
            db,
            async () => await db.Needs.OrderBy(row => row.Id).Select(row => row.OrganisationWords).FirstOrDefaultAsync(cancel) == "",
            () => Each<Need, NeedRow>(db, async row => row.With(row.Read()).OrganisationWords = await Names.WordsOf(db, row.Organisation, cancel), cancel),
            cancel);
        await Once(
            db,
            async () => await db.Offers.OrderBy(row => row.Id).Select(row => row.DonorWords).FirstOrDefaultAsync(cancel) == "",
            () => Each<Offer, OfferRow>(db, async row => row.With(row.Read()).DonorWords = await Names.WordsOf(db, row.Donor, cancel), cancel),
            cancel);
    }

    /// <summary>Fills the column by which names are compared. No organisation is without a name, which tells whether it was done.</summary>
    private static Task Organisations(RelightContext db, CancellationToken cancel) => Once(
        db,
        async () => await db.Organisations.OrderBy(row => row.Id).Select(row => row.NameInCapitals).FirstOrDefaultAsync(cancel) == "",
        () => Again<Organisation, OrganisationRow>(db, cancel),
        cancel);

    /// <summary>Fills the columns of scenarios. None counts its hours from the beginning of 1970, which tells whether it was done.</summary>
    private static Task Scenarios(RelightContext db, CancellationToken cancel) => Once(
        db,
        async () => await db.Scenarios.OrderBy(row => row.Id).Select(row => (DateTimeOffset?)row.HourZero).FirstOrDefaultAsync(cancel) == DateTimeOffset.UnixEpoch,
        () => Again<Scenario, ScenarioRow>(db, cancel),
        cancel);

    private static Task Anew<T, TRow>(RelightContext db, CancellationToken cancel)
        where T : class
        where TRow : Row<T, TRow> => Once(
            db,
            async () => (await db.Set<TRow>().OrderBy(row => row.Id).Select(row => row.Document).FirstOrDefaultAsync(cancel))?.Contains("\"item\":", StringComparison.Ordinal) == true,
            () => Again<T, TRow>(db, cancel),
            cancel);

    // It is asked first without a transaction: one that may write waits for whoever else writes, which nobody has to who only
    // reads. Then once more, for another process may have done it meanwhile.
    private static async Task Once(RelightContext db, Func<Task<bool>> isWanting, Func<Task> fill, CancellationToken cancel)
    {
        if (!await isWanting())
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await isWanting())
            await fill();
        await transaction.CommitAsync(cancel);
    }

    private static Task Again<T, TRow>(RelightContext db, CancellationToken cancel)
        where T : class
        where TRow : Row<T, TRow> => Each<T, TRow>(db, row =>
        {
            row.With(row.Read());
            return Task.CompletedTask;
        }, cancel);

    private static async Task Each<T, TRow>(RelightContext db, Func<TRow, Task> fill, CancellationToken cancel)
        where T : class
        where TRow : Row<T, TRow>
    {
        var ids = await db.Set<TRow>().Select(row => row.Id).ToListAsync(cancel);
        foreach (var part in ids.Chunk(typeof(TRow) == typeof(ScenarioRow) ? ScenariosAtATime : RowsAtATime))
        {
            var wanted = part.ToList();
            foreach (var row in await db.Set<TRow>().Where(row => wanted.Contains(row.Id)).ToListAsync(cancel))
            {
                await fill(row);
                // A column that holds what no value is written as reads like the first of its values, which would not seem changed.
                db.Entry(row).State = EntityState.Modified;
            }
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }
}
