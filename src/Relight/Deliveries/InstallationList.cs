using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Received units on their way into service.</summary>
public static class InstallationList
{
    /// <summary>Installations as coordinators see them.</summary>
    public static async Task<IReadOnlyList<InstallationForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<InstallationRow> rows, CancellationToken cancel = default)
    {
        var around = await Around.Load(db, operation, [.. rows.Select(row => row.Offer).Distinct()], [.. rows.Select(row => row.Need).Distinct()], cancel);
        return
        [
            .. rows.Select(row => row.Read()).Select(one => new InstallationForCoordination(
                one.Id,
                one.Version,
                one.Consignment,
                one.Line,
                one.Offer,
                around.TitleOf(one.Offer),
                one.Need,
                around.Needs.GetValueOrDefault(one.Need)?.Title,
                around.Needs.GetValueOrDefault(one.Need)?.Site?.Oblast,
                one.Units,
                one.Steps,
                one.Done,
                one.Next,
                one.Hold,
                one.BegunAt,
                one.InServiceAt,
                one.Amount)),
        ];
    }
}
