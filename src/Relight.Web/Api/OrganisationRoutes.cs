using Relight.Access;
using Relight.Register;
using Relight.Storage;
using Field = Relight.Web.Api.ListField<Relight.Register.Organisation, Relight.Storage.OrganisationRow, Relight.Register.OrganisationInList>;

namespace Relight.Web.Api;

/// <summary>Those who give, receive or make.</summary>
internal static class OrganisationRoutes
{
    public static void Map(ApiRoutes routes) => routes.List("organisations", "organisations", List).Command(Record).Command(Correct);

    /// <summary>An organisation to be entered.</summary>
    /// <param name="Name">Name in English.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Country">Where it is at home; left out for international bodies and groups.</param>
    /// <param name="Id">Its id; made from the Idempotency-Key where it is left out.</param>
    public sealed record OrganisationBody(string Name, OrganisationKind Kind, Country? Country = null, Id<Organisation>? Id = null);

    /// <summary>How an organisation is put right.</summary>
    /// <param name="Organisation">As it is to be.</param>
    /// <param name="Was">As the sender saw it.</param>
    /// <param name="Why">The reason.</param>
    public sealed record CorrectionBody(OrganisationBody Organisation, OrganisationBody Was, string Why);

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

    private static CommandRoute<CorrectionBody> Correct { get; } = new("POST", "organisations/{id}/corrections", Audience.Coordination, "", "Puts right how an organisation was entered: its name, kind or country")
    {
        Make = (call, body, _) =>
        {
            if (call.IdOf<Organisation>() is not { } id || (body.Organisation.Id ?? id) != id)
                return Wanted.No(Problem.NotFound);
            Organisation Of(OrganisationBody organisation) => new(id, organisation.Name, organisation.Kind, organisation.Country);
            return Wanted.Of(new CorrectOrganisation(Of(body.Organisation), Of(body.Was), body.Why), $"organisations/{id}");
        },
    };
}
