using Relight.Access;
using Relight.Funds;
using Relight.Register;
using Relight.Storage;
using ForCoordination = Relight.Web.Api.ListField<Relight.Funds.Appeal, Relight.Storage.AppealRow, Relight.Funds.AppealForCoordination>;
using ForDonor = Relight.Web.Api.ListField<Relight.Funds.Appeal, Relight.Storage.AppealRow, Relight.Funds.AppealForDonor>;

namespace Relight.Web.Api;

/// <summary>Calls for help with a target, and what answers them.</summary>
internal static class AppealRoutes
{
    public static void Map(ApiRoutes routes) => routes
        .List("appeals", "appeals", DonorList, CoordinationList)
        .Command(Open).Command(Change).Command(Close).Command(Answer).Command(TakeBack);

    /// <summary>An appeal as it is to be.</summary>
    /// <param name="Title">Short name.</param>
    /// <param name="By">Who calls.</param>
    /// <param name="Target">What is asked for.</param>
    /// <param name="From">First day of the period.</param>
    /// <param name="Until">Last day of the period; left out where it has no end yet.</param>
    /// <param name="Conference">The pledging conference that it is.</param>
    /// <param name="Id">Its id, for a new one; made from the Idempotency-Key where it is left out.</param>
    public sealed record AppealBody(
        string Title, Id<Organisation> By, AppealTarget Target, DateOnly From, DateOnly? Until = null, Conference? Conference = null, Id<Appeal>? Id = null);

    /// <summary>A contribution that answers an appeal.</summary>
    /// <param name="Contribution">The contribution.</param>
    /// <param name="Why">How the sender knows.</param>
    public sealed record AnswerBody(Id<Contribution> Contribution, string Why);

    private static Listing DonorList { get; } = new Listing<Appeal, AppealRow, AppealForDonor>("appeals", Audience.Donor)
    {
        Views = (db, call, rows) => AppealList.ForDonors(db, call.Operation, rows, call.Cancel),
        Fields =
        [
            ForDonor.Day("from", "#date+start", view => view.From) with { Column = RowOrder<Appeal, AppealRow>.By(row => row.From) },
            ForDonor.Day("until", "#date+end", view => view.Until),
            ForDonor.Text("title", "#activity+name", view => view.Title) with { Column = RowOrder<Appeal, AppealRow>.By(row => row.Title) },
            ForDonor.Text("by", "#org", view => view.By),
            ForDonor.Choice("item", "#item+type", view => view.Target.Item),
            ForDonor.Choice("open", "#status", view => view.Closed is null),
            ForDonor.Choice("id", "#activity+id", view => view.Id),
        ],
    };

    private static Listing CoordinationList { get; } = new Listing<Appeal, AppealRow, AppealForCoordination>("appeals", Audience.Coordination)
    {
        Views = (db, call, rows) => AppealList.ForCoordination(db, call.Operation, rows, call.Cancel),
        Version = row => row.Version,
        Fields =
        [
            ForCoordination.Day("from", "#date+start", view => view.From) with { Column = RowOrder<Appeal, AppealRow>.By(row => row.From) },
            ForCoordination.Day("until", "#date+end", view => view.Until),
            ForCoordination.Text("title", "#activity+name", view => view.Title) with { Column = RowOrder<Appeal, AppealRow>.By(row => row.Title) },
            ForCoordination.Text("by", "#org", view => view.By),
            ForCoordination.Choice("item", "#item+type", view => view.Target.Item),
            ForCoordination.Choice("open", "#status", view => view.Closed is null),
            ForCoordination.Number("answers", "#meta+answers+num", "", view => view.Answers.Count),
            ForCoordination.Choice("id", "#activity+id", view => view.Id),
        ],
    };

    private static CommandRoute<AppealBody> Open { get; } = new("POST", "appeals", Audience.Coordination, "appeal", "Opens an appeal")
    {
        Makes = true,
        Make = (_, body, key) => Wanting(body, body.Id ?? Id<Appeal>.Named($"{key}"), 1),
    };

    private static CommandRoute<AppealBody> Change { get; } = new("PUT", "appeals/{id}", Audience.Coordination, "appeal", "Changes an appeal as a whole")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<Appeal>() is { } id && call.SeenVersion() is { } seen
            ? Wanting(body, id, seen + 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> Close { get; } = new("POST", "appeals/{id}/closing", Audience.Coordination, "appeal", "Closes an appeal: what answers it stays, nothing more is added")
    {
        NeedsVersion = true,
        Make = (call, body, _) => call.IdOf<Appeal>() is { } id && call.SeenVersion() is { } seen
            ? Wanted.Of(new CloseAppeal(id, seen, body.Why), $"appeals/{id}", seen + 1)
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<AnswerBody> Answer { get; } = new("POST", "appeals/{id}/answers", Audience.Coordination, "answer", "Says that a contribution answers an appeal, so that it counts towards its target")
    {
        Make = (call, body, _) => call.IdOf<Appeal>() is { } id
            ? Wanted.Of(new AnswerAppeal(id, body.Contribution, body.Why), $"appeals/{id}")
            : Wanted.No(Problem.NotFound),
    };

    private static CommandRoute<LinkRoutes.ReasonBody> TakeBack { get; } = new("POST", "contributions/{id}/answer-removal", Audience.Coordination, "answer", "Says that a contribution does not answer the appeal that it was counted towards")
    {
        Make = (call, body, _) => call.IdOf<Contribution>() is { } id
            ? Wanted.Of(new TakeBackAnswer(id, body.Why), $"contributions/{id}")
            : Wanted.No(Problem.NotFound),
    };

    private static Task<(Wanted?, Problem?)> Wanting(AppealBody body, Id<Appeal> id, int version) => Wanted.Of(
        new OpenAppeal(new Appeal
        {
            Id = id,
            Version = version,
            Title = body.Title,
            By = body.By,
            Target = body.Target,
            From = body.From,
            Until = body.Until,
            Conference = body.Conference,
        }),
        $"appeals/{id}",
        version,
        Wanted.OtherId(body.Id, id));
}
