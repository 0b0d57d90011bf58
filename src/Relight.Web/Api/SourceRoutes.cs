using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Source, Relight.Storage.SourceRow, Relight.Register.SourceInList>;

namespace Relight.Web.Api;

/// <summary>Documents that claims rest on.</summary>
internal static class SourceRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("sources", "sources", List).Command(Record);

    /// <summary>A document to be kept.</summary>
    /// <param name="Address">Where it was found; an absolute http or https address.</param>
    /// <param name="Publisher">Who published it.</param>
    /// <param name="Language">Language of the text.</param>
    /// <param name="Retrieved">When it was read, UTC.</param>
    /// <param name="Text">The text or excerpt that is kept.</param>
    /// <param name="Published">When it was published; left out where it does not say.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record SourceBody(
        Uri Address, string Publisher, Language Language, DateTimeOffset Retrieved, string Text, ReportedDate? Published = null, Id<Source>? Id = null);

    private static Listing List { get; } = new Listing<Source, SourceRow, SourceInList>("sources", Audience.Coordination)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<SourceInList>>([.. rows.Select(SourceInList.Of)]),
        DetailType = typeof(SourceWithText),
        Detail = async (db, call, id) => SourceWithText.Of(await db.Sources.AsNoTracking().FirstAsync(row => row.Id == id, call.Cancel)),
        Fields =
        [
            Field.Text("address", "#meta+source+url", view => view.Address.AbsoluteUri) with { Column = RowOrder<Source, SourceRow>.By(row => row.Address) },
            Field.Text("publisher", "#meta+source+name", view => view.Publisher),
            Field.Reported("published", "#date+published", view => view.Published),
            Field.Choice("language", "#meta+language+code", view => view.Language),
            Field.Instant("retrieved", "#date+retrieved", view => view.Retrieved),
            Field.Choice("sha256", "#meta+hash", view => view.Sha256),
            Field.Choice("id", "#meta+source+id", view => view.Id),
        ],
    };

    private static CommandRoute<SourceBody> Record { get; } = new("POST", "sources", Audience.Coordination, "source", "Keeps a document that claims will rest on")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Source>.Named($"{key}");
            return Wanted.Of(
                new RecordSource(new Source(id, body.Address, body.Publisher, body.Published, body.Language, body.Retrieved, body.Text)), $"sources/{id}");
        },
    };
}
