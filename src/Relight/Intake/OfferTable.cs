using Relight.Register;

namespace Relight.Intake;

/// <summary>Offers as a table. Which columns a row uses depends on its item; a value in any other is refused, not left out.</summary>
internal static class OfferTable
{
    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("title", "short name", "Autotransformer 330/115 kV, built 1994", true, ["offer.title"], ["offer", "name"]),
        new("donor", "who offers it, by name or id", "Poland", true, ["offer.donor"]),
        new("item", "what it is: a word such as powerTransformer, generatingSet, circuitBreaker, battery, fuel", "powerTransformer", true, null, ["item type", "kind"]),
        new("units", "how many; 1 where it is left out", "1", false, ["offer.units"], ["quantity", "number"]),
        new("condition", "new, used, repairable or unknown; unknown where it is left out", "used", false, ["offer.condition"]),
        new("contribution", "id of the contribution that it is a part of", "", false, ["offer.contribution"]),
        new("available_from", "when they can leave", "2023-01", false, ["offer.availableFrom"], ["available"]),
        new("place", "where they stand", "port of Gdansk", false, ["offer.place"], ["location"]),
        new("dispatch_country", "country that they leave from, ISO 3166-1", "PL", false, ["offer.dispatchCountry"]),
        new("arrival", "when they are expected where they are needed", "2023-02 (mid)", false, ["offer.arrival"]),
        .. EarmarkColumns.All,
        .. SpecificationColumns.All,
        new("reference", "its number in your own list: the same row keeps its id when it is imported again", "O-17", false, ["offer.id", "offer.version"], ["id", "no"]),
    ];

    public static Offer Read(RowReader row, Id<Operation> operation)
    {
        var donor = row.Organisation("donor");
        if (donor is null && row.Text("donor") is null)
            row.Fault("donor", null, "must be given");
        var (title, units, condition) = (row.Required("title"), row.Whole("units", 1), row.Choice<UnitCondition>("condition", UnitCondition.Unknown));
        var (from, place, arrival) = (row.Date("available_from"), row.Text("place"), row.Date("arrival"));
        var (country, id, contribution) = (Country(row, "dispatch_country"), row.IdFor<Offer>(operation, ImportKind.Offers), ContributionOf(row));
        var (earmark, conditions) = (EarmarkColumns.Read(row), row.List("conditions"));
        var (item, origin) = (row.Choice<ItemKind>("item"), Country(row, "origin"));
        return new Offer
        {
            Id = id,
            Version = 1,
            Title = title,
            Donor = donor ?? default,
            Contribution = contribution,
            // Of a kind that is not known, no cell means anything.
            Specification = row.Faulty.Contains("item") ? new Pump { Origin = origin } : SpecificationTable.Read(row, item, origin),
            Units = units,
            Condition = condition,
            AvailableFrom = from,
            Place = place,
            DispatchCountry = country,
            Arrival = arrival,
            Earmark = earmark,
            Conditions = conditions,
        };
    }

    private static Id<Contribution>? ContributionOf(RowReader row)
    {
        if (row.Text("contribution") is not { } text)
            return null;
        if (Id<Contribution>.TryParse(text, null, out var id))
            return id;
        row.Fault("contribution", text, "must be the id of a contribution");
        return null;
    }

    private static Country? Country(RowReader row, string column) => row.Code<Country>(column, "must be an ISO 3166-1 country of two letters such as UA");
}
