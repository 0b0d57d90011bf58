using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Organisation, Relight.Storage.OrganisationRow, Relight.Register.OrganisationInList>;

namespace Relight.Web.Api;

/// <summary>Those who give, receive or make.</summary>
internal static class OrganisationRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("organisations", "organisations", List).Command(Record);

    /// <summary>An organisation to be entered.</summary>
    /// <param name="Name">Name in English.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Country">Where it is at home; left out for international bodies and groups.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record OrganisationBody(string Name, OrganisationKind Kind, Country? Country = null, Id<Organisation>? Id = null);

    private static Listing List { get; } = new Listing<Organisation, OrganisationRow, OrganisationInList>("organisations", Audience.Coordination)
    {
        Views = (_, _, rows) => Task.FromResult<IReadOnlyList<OrganisationInList>>([.. rows.Select(OrganisationInList.Of)]),
        Fields =
        [
            Field.Text("name", "#org+name", view => view.Name) with { Column = RowOrder<Organisation, OrganisationRow>.By(row => row.Name) },
            Field.Choice("kind", "#org+type", view => view.Kind),
            Field.Choice("country", "#country+code", view => view.Country),
            Field.Choice("id", "#org+id", view => view.Id),
        ],
    };

    private static CommandRoute<OrganisationBody> Record { get; } = new("POST", "organisations", Audience.Coordination, "organisation", "Enters an organisation")
    {
        Makes = true,
        Make = (_, body, key) =>
        {
            var id = body.Id ?? Id<Organisation>.Named($"{key}");
            return Wanted.Of(new RecordOrganisation(new Organisation(id, body.Name, body.Kind, body.Country)), $"organisations/{id}");
        },
    };
}
