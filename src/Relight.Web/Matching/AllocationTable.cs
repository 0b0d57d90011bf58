using System.Globalization;
using Relight.Matching;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Matching;

/// <summary>The table of allocations.</summary>
/// <param name="text">Values of the register in words.</param>
internal sealed class AllocationTable(RegisterText text)
{
    /// <summary>Its columns.</summary>
    public Table<AllocationForCoordination> Table => new("allocations", AllocationWords.Title,
    [
        new("need", NeedWords.Need, row => new Cell(NeedOf(row)) { Link = $"needs/{row.Need}", Note = row.Oblast is { } area ? AreaWords.Of(area.Code) : null })
        {
            SortBy = NeedOf,
            Filter = new Filter<AllocationForCoordination>.Contains(row => $"{NeedOf(row)} {row.NeedTitle}"),
            Hxl = "#indicator+need+name",
            Csv = row => row.NeedTitle,
        },
        new("offer", NeedWords.Offer, row => new Cell(row.OfferTitle ?? AllocationWords.AlreadyGone) { Link = $"offers/{row.Offer}", Language = "en" })
        {
            SortBy = row => row.OfferTitle,
            Filter = new Filter<AllocationForCoordination>.Contains(row => row.OfferTitle ?? ""),
            Hxl = "#item+name",
            Csv = row => row.OfferTitle,
        },
        new("donor", NeedWords.Donor, row => row.Donor is { } donor ? new Cell(text.Name(donor)) { Language = text.LanguageOf(donor) } : "–")
        {
            SortBy = row => row.Donor is { } donor ? text.Name(donor) : null,
            Filter = new Filter<AllocationForCoordination>.Contains(row => row.Donor is { } donor ? $"{text.Name(donor)} {donor}" : ""),
            Hxl = "#org+funding",
            Csv = row => row.Donor,
        },
        new("units", AllocationWords.Units, row => row.Amount is { } amount ? QuantityWords.Of(amount) : Show.Whole(row.Units))
        {
            IsNumber = true,
            SortBy = row => row.Units,
            Filter = new Filter<AllocationForCoordination>.Measure(row => Design.Range.Of(row.Units), ""),
            Hxl = "#item+units",
            Csv = row => row.Amount?.ToString() ?? row.Units.ToString(CultureInfo.InvariantCulture),
        },
        new("state", AllocationWords.State, row => new Cell(AllocationWords.Of(row.State)) { Badge = AllocationWords.ToneOf(row.State) })
        {
            SortBy = row => (int)row.State,
            Filter = new Filter<AllocationForCoordination>.OneOf(row => row.State.ToString(), code => Enum.TryParse<AllocationState>(code, out var state) ? AllocationWords.Of(state) : code),
            IsShort = true,
            Hxl = "#status",
            Csv = row => row.State.ToString(),
        },
        new("lapses", AllocationWords.Lapses, row => row.State == AllocationState.Held ? Show.Instant(row.LapsesAt) : "–")
        {
            SortBy = row => row.LapsesAt,
            IsShort = true,
            Hxl = "#date+lapse",
            Csv = row => row.LapsesAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
    ]);

    private static string NeedOf(AllocationForCoordination row) =>
        row.Requirement is { } requirement ? NeedWords.TitleOf(requirement) : AllocationWords.AlreadyGone;
}
