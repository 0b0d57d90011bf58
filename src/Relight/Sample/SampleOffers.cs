using Relight.Register;

namespace Relight.Sample;

/// <summary>
/// Offers of the sample. Invented, as their titles say: the public reports name no plates. Each stands against a
/// contribution; together they have every outcome that matching can have.
/// </summary>
public static class SampleOffers
{
    private static readonly Lazy<IReadOnlyList<Offer>> s_all = new(Read);

    /// <summary>Every offer, in the order of the data file.</summary>
    public static IReadOnlyList<Offer> All => s_all.Value;

    /// <summary>Id of an offer by its key in the data file.</summary>
    public static Id<Offer> OfferId(string key) => Id<Offer>.Named("sample winter-2022 " + key);

    private static List<Offer> Read() => [.. SampleText.List<OfferText>("offers").Select(text => new Offer
    {
        Id = OfferId(text.Key),
        Version = 1,
        Title = text.Title + " (invented)",
        Donor = SamplePledges.OrganisationId(text.Donor),
        Contribution = SamplePledges.ContributionId(text.Contribution),
        Specification = text.Specification,
        Units = text.Units,
        Condition = text.Condition,
        AvailableFrom = text.AvailableFrom is null ? null : SampleText.Date(text.AvailableFrom),
        Place = text.Place,
        DispatchCountry = Country.Parse(text.DispatchCountry, null),
        Arrival = SampleText.Date(text.Arrival),
    })];

    private sealed record OfferText(
        string Key,
        string Contribution,
        string Donor,
        string Title,
        int Units,
        UnitCondition Condition,
        string DispatchCountry,
        string Arrival,
        Specification Specification,
        string? AvailableFrom = null,
        string? Place = null);
}
