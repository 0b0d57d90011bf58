using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Funds;

/// <summary>An appeal as donors see it: what is asked for, and what all answers together come to.</summary>
/// <param name="Id">Id of the appeal.</param>
/// <param name="Title">Short name.</param>
/// <param name="By">Who calls.</param>
/// <param name="Target">What is asked for.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period; null where it has no end yet.</param>
/// <param name="Conference">The pledging conference that it is; null without one.</param>
/// <param name="Closed">Why it was closed; null while it is open.</param>
/// <param name="Stages">Progress, stage by stage.</param>
[View(Audience.Donor)]
public sealed record AppealForDonor(
    Id<Appeal> Id,
    string Title,
    string By,
    AppealTarget Target,
    DateOnly From,
    DateOnly? Until,
    Conference? Conference,
    string? Closed,
    IReadOnlyList<AppealStage> Stages);

/// <summary>A contribution that answers an appeal.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Title">Its title.</param>
/// <param name="Donors">Names of the donors.</param>
[View(Audience.Coordination)]
public sealed record AnswerInList(Id<Contribution> Contribution, string Title, IReadOnlyList<string> Donors);

/// <summary>An appeal as coordinators see it: with who answers it, and what could not be converted.</summary>
/// <param name="Id">Id of the appeal.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name.</param>
/// <param name="By">Who calls.</param>
/// <param name="Target">What is asked for.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period; null where it has no end yet.</param>
/// <param name="Conference">The pledging conference that it is; null without one.</param>
/// <param name="Closed">Why it was closed; null while it is open.</param>
/// <param name="Progress">What the answers come to.</param>
/// <param name="Answers">The contributions that answer it, by title.</param>
[View(Audience.Coordination)]
public sealed record AppealForCoordination(
    Id<Appeal> Id,
    int Version,
    string Title,
    string By,
    AppealTarget Target,
    DateOnly From,
    DateOnly? Until,
    Conference? Conference,
    string? Closed,
    AppealProgress Progress,
    IReadOnlyList<AnswerInList> Answers);

/// <summary>The appeals of an operation, latest first.</summary>
public static class AppealList
{
    /// <summary>A page of them for donors.</summary>
    public static Task<Page<AppealForDonor>> ReadForDonors(
        RelightContext db, Id<Operation> operation, Paging paging, CancellationToken cancel = default) =>
        Read(db, operation, paging, ForDonor, cancel);

    /// <summary>Appeals of an operation as donors see them.</summary>
    public static Task<IReadOnlyList<AppealForDonor>> ForDonors(
        RelightContext db, Id<Operation> operation, IReadOnlyList<AppealRow> rows, CancellationToken cancel = default) =>
        Views(db, operation, [.. rows.Select(row => row.Read())], ForDonor, cancel);

    /// <summary>A page of them for coordinators.</summary>
    public static Task<Page<AppealForCoordination>> ReadForCoordination(
        RelightContext db, Id<Operation> operation, Paging paging, CancellationToken cancel = default) =>
        Read(db, operation, paging, ForCoordinator, cancel);

    /// <summary>Appeals of an operation as coordinators see them.</summary>
    public static Task<IReadOnlyList<AppealForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<AppealRow> rows, CancellationToken cancel = default) =>
        Views(db, operation, [.. rows.Select(row => row.Read())], ForCoordinator, cancel);

    private static AppealForDonor ForDonor(Appeal appeal, Names names, AppealProgress progress, IReadOnlyList<Contribution> answers) => new(
        appeal.Id,
        appeal.Title,
        names[appeal.By],
        appeal.Target,
        appeal.From,
        appeal.Until,
        appeal.Conference,
        appeal.Closed,
        progress.Stages);

    private static AppealForCoordination ForCoordinator(Appeal appeal, Names names, AppealProgress progress, IReadOnlyList<Contribution> answers) => new(
        appeal.Id,
        appeal.Version,
        appeal.Title,
        names[appeal.By],
        appeal.Target,
        appeal.From,
        appeal.Until,
        appeal.Conference,
        appeal.Closed,
        progress,
        [.. answers.OrderBy(a => a.Title, StringComparer.Ordinal).Select(a => new AnswerInList(a.Id, a.Title, names.Of(a.Donors.Value)))]);

    private static async Task<Page<T>> Read<T>(
        RelightContext db,
        Id<Operation> operation,
        Paging paging,
        Func<Appeal, Names, AppealProgress, IReadOnlyList<Contribution>, T> view,
        CancellationToken cancel)
    {
        var page = await Page<Appeal>.Of(
            db.Appeals.Where(row => row.Operation == operation).OrderByDescending(row => row.From).ThenBy(row => row.Id),
            paging, row => row.Read(), cancel);
        return new Page<T>(await Views(db, operation, page.Items, view, cancel), page.Total, page.Number, page.Size);
    }

    private static async Task<IReadOnlyList<T>> Views<T>(
        RelightContext db,
        Id<Operation> operation,
        IReadOnlyList<Appeal> appeals,
        Func<Appeal, Names, AppealProgress, IReadOnlyList<Contribution>, T> view,
        CancellationToken cancel)
    {
        var names = await Names.Load(db, operation, cancel);
        var rates = await ExchangeRates(db, operation, cancel);
        var ids = appeals.Select(appeal => appeal.Id).ToList();
        var answers = (await db.Answers.AsNoTracking().Where(answer => ids.Contains(answer.Appeal))
            .Join(db.Contributions.AsNoTracking(), answer => answer.Contribution, row => row.Id, (answer, row) => new { answer.Appeal, Row = row })
            .ToListAsync(cancel)).ToLookup(pair => pair.Appeal, pair => pair.Row.Read());
        return
        [
            .. appeals.Select(appeal =>
            {
                IReadOnlyList<Contribution> own = [.. answers[appeal.Id].OrderBy(contribution => contribution.Id)];
                return view(appeal, names, AppealProgress.Of(appeal.Target, own, rates), own);
            }),
        ];
    }

    /// <summary>The exchange rates of an operation, by pair and day.</summary>
    public static async Task<IReadOnlyList<ExchangeRate>> ExchangeRates(
        RelightContext db, Id<Operation> operation, CancellationToken cancel = default) =>
        [.. (await db.ExchangeRates.AsNoTracking().Where(row => row.Operation == operation)
            .OrderBy(row => row.From).ThenBy(row => row.To).ThenBy(row => row.Date).ToListAsync(cancel))
            .Select(row => LedgerJson.Read<ExchangeRate>(row.Document))];
}
