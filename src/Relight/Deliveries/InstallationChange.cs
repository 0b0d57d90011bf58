using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>How events change an installation, and what every command on one must hold to.</summary>
internal static class InstallationChange
{
    public static async Task Change(RelightContext db, Id<Installation> id, Func<Installation, Installation> change, CancellationToken cancel)
    {
        var row = await db.Installations.FindAsync([id], cancel) ?? throw new InvalidOperationException($"installation {id} is not in the register");
        var before = row.Read();
        row.With(change(before) with { Version = before.Version + 1 });
    }

    /// <summary>Notes what keeps a command on an installation from being carried out.</summary>
    public static void Check(Checks checks, Installation? installation, Id<Installation> id, int expectedVersion)
    {
        if (installation is null)
        {
            checks.Refuse("installation", id, "must be an installation of this operation");
            return;
        }
        if (installation.Version != expectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{expectedVersion}", $"{installation.Version}", "the installation has changed since you read it"));
        checks.Require(installation.InServiceAt is null, "installation", id, "is in service already");
    }

    public static async Task<Installation?> Load(RelightContext db, Id<Installation> id, Moment moment, CancellationToken cancel) =>
        (await db.Installations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel))?.Read();
}
