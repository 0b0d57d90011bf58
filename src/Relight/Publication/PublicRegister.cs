using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Funds;
using Relight.Register;
using Relight.Storage;

namespace Relight.Publication;

/// <summary>An appeal as the public sees it. What answers it is a part of the sums by stage, so it is not told apart from them.</summary>
/// <param name="Title">Short name.</param>
/// <param name="By">Who calls.</param>
/// <param name="Target">What is asked for.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period; null where it has no end yet.</param>
/// <param name="Conference">The pledging conference that it is; null without one.</param>
/// <param name="IsClosed">Whether it is closed.</param>
[View(Audience.Public)]
public sealed record AppealForPublic(
    string Title, string By, AppealTarget Target, DateOnly From, DateOnly? Until, Conference? Conference, bool IsClosed);

/// <summary>What a source said of an oblast and a time, as the public sees it.</summary>
/// <param name="Oblast">The oblast.</param>
/// <param name="Service">What people were without.</param>
/// <param name="People">How many people, by the source; three at least.</param>
/// <param name="From">First instant that the report is true of, UTC.</param>
/// <param name="Until">Last instant that the report is true of, UTC.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Address">Where.</param>
[View(Audience.Public)]
public sealed record OutageForPublic(
    AreaCode Oblast, Service Service, Bounds People, DateTimeOffset From, DateTimeOffset Until, string Publisher, Uri Address);

/// <summary>
/// What the public sees of an operation's register: what it held at an instant some time ago, by oblast at the finest, in
/// bands of rating, without groups of fewer than three. Made of the ledger up to that instant alone, it is the same whenever it is made.
/// </summary>
/// <param name="AsOf">The instant, UTC.</param>
/// <param name="Needs">Needs in groups.</param>
/// <param name="Stages">What was promised and how far it has come.</param>
/// <param name="Appeals">Appeals, the latest first.</param>
/// <param name="OutageReports">Outage reports, the latest first; those whose place a later one took are left out.</param>
[View(Audience.Public)]
public sealed record PublicRegister(
    DateTimeOffset AsOf,
    IReadOnlyList<NeedGroup> Needs,
    IReadOnlyList<PublicStage> Stages,
    IReadOnlyList<AppealForPublic> Appeals,
    IReadOnlyList<OutageForPublic> OutageReports)
{
    /// <summary>The public's register as of an instant.</summary>
    public static async Task<PublicRegister> Read(
        RelightContext db, Id<Operation> operation, DateTimeOffset asOf, CancellationToken cancel = default)
    {
        var register = await RegisterAsOf.Read(db, operation, asOf, cancel);
        var ids = register.Reports.Select(report => report.Source).Distinct().ToList();
        // A source never changes once it is kept.
        var sources = (await db.Sources.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Publisher, row.Address }).ToListAsync(cancel))
            .ToDictionary(row => row.Id, row => (row.Publisher, Address: new Uri(row.Address)));
        var replaced = register.Reports.Select(report => report.Supersedes).OfType<Id<OutageReport>>().ToHashSet();
        return new PublicRegister(
            asOf,
            NeedGroup.Of(register.Needs),
            PublicStage.Of(register.Contributions),
            [.. register.Appeals.OrderByDescending(appeal => appeal.From).ThenBy(appeal => appeal.Id).Select(appeal => new AppealForPublic(
                appeal.Title, register.Names[appeal.By], appeal.Target, appeal.From, appeal.Until, appeal.Conference, appeal.Closed is not null))],
            [.. register.Reports.Where(report => !replaced.Contains(report.Id) && report.Until <= asOf && !(report.People.Upper < SmallGroups.Least))
                .OrderByDescending(report => report.From).ThenBy(report => report.Id).Select(report => new OutageForPublic(
                    NeedGroup.OblastOf(report.Area)!, report.Service, report.People, report.From, report.Until,
                    sources[report.Source].Publisher, sources[report.Source].Address))]);
    }
}
