using Relight.Access;
using Relight.Web.Access;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;
using Relight.Web.Register;

namespace Relight.Web.Layout;

/// <summary>The main pages, in the order of the menu.</summary>
internal static class Navigation
{
    private static readonly IReadOnlyList<(string Path, Text Title, Audience Least)> s_pages =
    [
        ("situation", LayoutWords.Situation, Audience.Coordination),
        ("plan", LayoutWords.Plan, Audience.Coordination),
        ("needs", LayoutWords.Needs, Audience.Public),
        ("offers", LayoutWords.Offers, Audience.Coordination),
        ("allocations", AllocationWords.Title, Audience.Coordination),
        ("wanted", WantedWords.Title, Audience.Donor),
        ("contributions", LayoutWords.Contributions, Audience.Public),
        ("claims", LayoutWords.Claims, Audience.Coordination),
        ("appeals", LayoutWords.Appeals, Audience.Public),
        ("funds", LayoutWords.Funds, Audience.Donor),
        ("outages", LayoutWords.Outages, Audience.Public),
        ("supply", LayoutWords.Supply, Audience.Coordination),
        ("facilities", FacilityWords.Facilities, Audience.Donor),
        ("deliveries", DeliveryWords.Deliveries, Audience.Donor),
    ];

    /// <summary>The main pages that are open to a reader: a donor's own gifts come first, and whoever has no token is led to where one is entered.</summary>
    public static IEnumerable<(string Path, Text Title)> For(Reader reader)
    {
        if (GiftTables.Has(reader))
            yield return ("gifts", GiftWords.Own);
        foreach (var (path, title, least) in s_pages)
            if (reader.May(least))
                yield return (path, title);
        if (reader is { Audience: Audience.Public, ByToken: false })
            yield return ("access", LayoutWords.AccessTitle);
    }

    /// <summary>The page that a reader comes to first.</summary>
    public static (string Path, Text Title) Home(Reader reader) => For(reader).First();

    /// <summary>True where the page of this address is the one of the menu, or below it.</summary>
    public static bool IsAt(string current, string path) =>
        current == path || current.StartsWith(path + "/", StringComparison.Ordinal);
}
