using Relight.Register;
using Relight.Supply;

namespace Relight.Sample;

/// <summary>What makers of the sample can make. Makers and numbers are invented, as their names and titles say; one maker tells no numbers.</summary>
public static class SampleMakers
{
    private static readonly DateOnly s_asOf = new(2022, 12, 1);
    private static readonly Lazy<IReadOnlyList<MakerCapacity>> s_all = new(Read);

    /// <summary>Every capacity, in the order of the data file.</summary>
    public static IReadOnlyList<MakerCapacity> All => s_all.Value;

    private static List<MakerCapacity> Read() => [.. SampleText.List<MakerText>("makers").Select(text => new MakerCapacity
    {
        Id = Id<MakerCapacity>.Named("sample winter-2022 " + text.Key),
        Version = 1,
        Title = text.Title + " (invented)",
        Maker = SamplePledges.OrganisationId(text.Maker),
        Product = text.Product,
        PerMonth = SampleText.Amount(text.PerMonth).Bounds,
        OrderBook = SampleText.Amount(text.OrderBook).Bounds,
        LeadDays = SampleText.Amount(text.LeadDays).Bounds,
        DispatchCountry = text.DispatchCountry is null ? null : Country.Parse(text.DispatchCountry, null),
        AsOf = s_asOf,
        Source = "invented for the sample",
    })];

    private sealed record MakerText(
        string Key, string Maker, string Title, string PerMonth, string OrderBook, string LeadDays, string? DispatchCountry, Specification Product);
}
