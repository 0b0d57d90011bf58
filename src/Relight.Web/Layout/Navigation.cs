using Relight.Web.Access;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;
using Relight.Web.Register;

namespace Relight.Web.Layout;

/// <summary>The main pages, in the order of the menu.</summary>
internal static class Navigation
{
    public static IReadOnlyList<(string Path, Text Title)> Pages { get; } =
    [
        ("situation", LayoutWords.Situation),
        ("plan", LayoutWords.Plan),
        ("needs", LayoutWords.Needs),
        ("offers", LayoutWords.Offers),
        ("allocations", AllocationWords.Title),
        ("wanted", WantedWords.Title),
        ("contributions", LayoutWords.Contributions),
        ("claims", LayoutWords.Claims),
        ("appeals", LayoutWords.Appeals),
        ("funds", LayoutWords.Funds),
        ("outages", LayoutWords.Outages),
        ("supply", LayoutWords.Supply),
        ("facilities", FacilityWords.Facilities),
        ("deliveries", DeliveryWords.Deliveries),
    ];

    /// <summary>The main pages of a reader: a donor's own gifts come first.</summary>
    public static IEnumerable<(string Path, Text Title)> For(Reader reader) =>
        GiftTables.Has(reader) ? Pages.Prepend(("gifts", GiftWords.Own)) : Pages;

    /// <summary>True where the page of this address is the one of the menu, or below it.</summary>
    public static bool IsAt(string current, string path) =>
        current == path || current.StartsWith(path + "/", StringComparison.Ordinal);
}
