using System.Globalization;
using Relight.Plans;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Situation;

/// <summary>The table of outage reports, each beside what the grid model says.</summary>
internal static class OutageTable
{
    public static Table<OutageInList> Table => new("outages", LayoutWords.Outages, [.. Said(), .. Compared(), .. When(), .. Words()]);

    private static Column<OutageInList>[] Said() =>
    [
        new("area", OutageWords.Area, row => new Cell(AreaWords.Of(row.Area.Code)) { Note = row.SupersededBy is null ? null : OutageWords.Superseded.ToString() })
        {
            SortBy = row => AreaWords.Of(row.Area.Code),
            Filter = new Filter<OutageInList>.OneOf(row => row.Area.Code, AreaWords.Of),
            Hxl = "#adm1+code",
            Csv = row => row.Area.Code,
        },
        new("service", OutageWords.Service, row => OutageWords.Of(row.Service).ToString())
        {
            Filter = new Filter<OutageInList>.OneOf(row => row.Service.ToString(), code => Enum.TryParse<Service>(code, out var service) ? OutageWords.Of(service) : code),
            Hxl = "#service",
            Csv = row => row.Service.ToString(),
        },
        new("people", OutageWords.Reported, row => QuantityWords.Of(row.People))
        {
            IsNumber = true,
            SortBy = row => row.People.IsSpecified ? row.People.Lower : null,
            Filter = new Filter<OutageInList>.Measure(row => row.People.IsSpecified ? new Design.Range((double)row.People.Lower, (double?)row.People.Upper ?? double.PositiveInfinity) : null, ""),
            Hxl = "#affected+reported",
            Csv = row => row.People.ToString(),
        },
    ];

    private static Column<OutageInList>[] Compared() =>
    [
        new("model", OutageWords.Model, row => ModelSays(row.Model))
        {
            IsNumber = true,
            Hxl = "#affected+modelled",
            Csv = row => row.Model?.People?.ToString() ?? (row.Model?.FacilitiesOut is { } dark ? $"{dark}/{row.Model.Facilities}" : null),
        },
        new("agreement", OutageWords.Compared, row => new Cell(OutageWords.Of(row.Agreement)) { Badge = OutageWords.ToneOf(row.Agreement) })
        {
            Filter = new Filter<OutageInList>.OneOf(row => row.Agreement.ToString(), code => Enum.TryParse<Agreement>(code, out var agreement) ? OutageWords.Of(agreement) : code),
            IsShort = true,
            Hxl = "#status",
            Csv = row => row.Agreement.ToString(),
        },
    ];

    private static Column<OutageInList>[] When() =>
    [
        new("from", OutageWords.From, row => Show.Instant(row.From))
        {
            SortBy = row => row.From,
            IsShort = true,
            Hxl = "#date+start",
            Csv = row => row.From.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
        new("until", FundWords.Until, row => Show.Instant(row.Until))
        {
            SortBy = row => row.Until,
            IsShort = true,
            Hxl = "#date+end",
            Csv = row => row.Until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
    ];

    private static Column<OutageInList>[] Words() =>
    [
        new("quote", RegisterWords.Quote, row => new Cell(row.Quote) { Language = row.Language.Tag, Note = row.Note, NoteLanguage = "en" })
        {
            Filter = new Filter<OutageInList>.Contains(row => row.Quote),
            IsBelow = true,
            Hxl = "#description+quote",
            Csv = row => row.Quote,
        },
        new("source", RegisterWords.Source, row => new Cell(row.Publisher) { Link = row.Address.AbsoluteUri })
        {
            SortBy = row => row.Publisher,
            IsBelow = true,
            Filter = new Filter<OutageInList>.Contains(row => row.Publisher),
            Hxl = "#meta+source+url",
            Csv = row => row.Address.AbsoluteUri,
        },
    ];

    // People behind a bus are known to one figure, so the model's number is shown to two.
    private static string ModelSays(ModelSays? model) => model switch
    {
        { People: { } people } when people.Lower == people.Upper => Show.People((double)people.Lower),
        { People: { } people } => QuantityWords.Between.With(Show.People((double)people.Lower), Show.People((double)people.Upper!.Value)),
        { Facilities: 0 } => OutageWords.NoFacilities,
        { FacilitiesOut: { } dark, Facilities: { } all } => OutageWords.FacilitiesOut.With(Show.Whole(dark), Show.Whole(all)),
        _ => "–",
    };
}
