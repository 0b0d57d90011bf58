using Relight.Register;

namespace Relight.Intake;

/// <summary>Columns that say whom and what a donor has bound its units to, and what else it asks for; each holds a list with semicolons.</summary>
internal static class EarmarkColumns
{
    public static IReadOnlyList<ImportColumn> All { get; } = [.. ((ImportColumn[])
    [
        new("for_countries", "countries that it may go to, ISO 3166-1, with semicolons between them; empty where its donor does not say", "UA", false, ["offer.earmark.countries"], ["earmarked countries"]),
        new("for_oblasts", "oblasts that it may go to, by P-code", "UA32; UA63", false, ["offer.earmark.oblasts"], ["earmarked oblasts"]),
        new("for_facilities", "kinds of facility that it may serve, such as hospital, water or heat", "hospital; water", false, ["offer.earmark.facilities"], ["earmarked facilities"]),
        new("for_organisations", "organisations that it may go to, by name or id", "", false, ["offer.earmark.organisations", "offer.earmark"], ["earmarked organisations"]),
        new("conditions", "what else its donor asks for, with semicolons between", "photo after installation; name plate stays", false, ["offer.conditions"], ["donor conditions"]),
    ]).Select(column => column with { IsLater = true })];

    /// <summary>The earmark that a row gives; null where its donor has bound it to nothing.</summary>
    public static Earmark? Read(RowReader row)
    {
        var earmark = new Earmark
        {
            Countries = row.Codes<Country>("for_countries", "must be ISO 3166-1 countries of two letters such as UA, with semicolons between them"),
            Oblasts = row.Codes<AreaCode>("for_oblasts", "must be P-codes such as UA32, with semicolons between them"),
            Facilities = row.Choices<FacilityKind>("for_facilities"),
            Organisations = row.OptionalOrganisations("for_organisations"),
        };
        return earmark.Countries.Count + earmark.Oblasts.Count + earmark.Facilities.Count + earmark.Organisations.Count > 0 ? earmark : null;
    }
}
