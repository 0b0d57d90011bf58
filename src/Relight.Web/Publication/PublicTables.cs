using System.Globalization;
using Relight.Publication;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Funds;
using Relight.Web.Languages.Words;
using Relight.Web.Register;

namespace Relight.Web.Publication;

/// <summary>The tables that the public sees, under the addresses of those that others see in more detail.</summary>
internal static class PublicTables
{
    /// <summary>Needs in groups.</summary>
    public static Table<NeedGroup> Needs { get; } = new("needs", LayoutWords.Needs,
    [
        new("kind", NeedWords.Kind, row => ItemWords.Of(row.Kind).ToString())
        {
            SortBy = row => ItemWords.Of(row.Kind).ToString(),
            Filter = new Filter<NeedGroup>.OneOf(row => row.Kind.ToString(), code => Enum.TryParse<NeedKind>(code, out var kind) ? ItemWords.Of(kind) : code),
            Hxl = "#sector+type",
            Csv = row => row.Kind.ToString(),
        },
        new("item", RegisterWords.What, row => (row.Item is { } item ? ItemWords.Of(item) : PublicationWords.Several).ToString())
        {
            SortBy = row => row.Item is { } item ? ItemWords.Of(item).ToString() : null,
            Filter = new Filter<NeedGroup>.OneOf(row => row.Item?.ToString() ?? "", ContributionTable.KindName),
            Hxl = "#item+type",
            Csv = row => row.Item?.ToString(),
        },
        new("oblast", NeedWords.Oblast, row => row.Oblast is { } area ? AreaWords.Of(area.Code) : PublicationWords.Several.ToString())
        {
            SortBy = row => row.Oblast is { } area ? AreaWords.Of(area.Code) : null,
            Filter = new Filter<NeedGroup>.OneOf(row => row.Oblast?.Code ?? "", AreaWords.Of),
            Hxl = "#adm1+code",
            Csv = row => row.Oblast?.Code,
        },
        new("rating", PublicationWords.Rating, row => row.Rating is { } band ? PublicationWords.Of(band) : "–")
        {
            SortBy = row => row.Rating?.From,
            IsShort = true,
            Hxl = "#capacity+band",
            Csv = row => row.Rating is { } band ? FormattableString.Invariant($"{band.From}..{band.Below} {band.Unit}") : null,
        },
        Count<NeedGroup>("needs", PublicationWords.NumberOfNeeds, "#indicator+need+num", row => row.Needs),
        Count<NeedGroup>("units", NeedWords.Units, "#item+units", row => row.Units),
    ]);

    /// <summary>What was promised and how far it has come.</summary>
    public static Table<PublicStage> Stages { get; } = new("contributions", LayoutWords.Contributions,
    [
        new("item", RegisterWords.What, row => NameOf(row).ToString())
        {
            SortBy = row => NameOf(row).ToString(),
            Filter = new Filter<PublicStage>.OneOf(row => row.Item.ToString(), ContributionTable.KindName),
            Hxl = "#item+type",
            Csv = row => row.Item.ToString(),
        },
        new("measure", PublicationWords.Measure, row => MeasureOf(row.Measure))
        {
            SortBy = row => MeasureOf(row.Measure),
            Filter = new Filter<PublicStage>.OneOf(row => row.Measure, MeasureOf),
            IsShort = true,
            Hxl = "#item+unit",
            Csv = row => row.Measure,
        },
        new("stage", RegisterWords.Furthest, row => StageWords.Of(row.Stage).ToString())
        {
            SortBy = row => row.Stage.Order,
            Filter = new Filter<PublicStage>.OneOf(row => row.Stage.ToString(), ContributionTable.StageName),
            IsShort = true,
            Hxl = "#status+code",
            Csv = row => row.Stage.ToString(),
        },
        Count<PublicStage>("contributions", PublicationWords.NumberOfContributions, "#activity+num", row => row.Contributions),
        Count<PublicStage>("atLeast", RegisterWords.LowerBound, "#value+least", row => row.AtLeast),
        new("atMost", RegisterWords.UpperBound, row => row.AtMost is { } most ? Show.Number(most) : RegisterWords.Open)
        {
            IsNumber = true,
            SortBy = row => row.AtMost,
            Hxl = "#value+most",
            Csv = row => row.AtMost?.ToString(CultureInfo.InvariantCulture),
        },
    ]);

    /// <summary>Appeals.</summary>
    public static Table<AppealForPublic> Appeals(RegisterText text) => new("appeals", LayoutWords.Appeals,
    [
        new("title", FundWords.Appeal, row => new Cell(row.Title) { Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<AppealForPublic>.Contains(row => row.Title),
            Hxl = "#activity+name",
            Csv = row => row.Title,
        },
        new("by", FundWords.By, row => text.DonorCell([row.By], false)) { SortBy = row => text.Name(row.By), Hxl = "#org", Csv = row => row.By },
        new("target", FundWords.Target, row => AppealTable.Target(row.Target)) { Hxl = "#targeted", Csv = row => $"{row.Target.Bounds} {row.Target.Measure}" },
        new("until", FundWords.Until, row => row.Until is { } day ? Show.Date(day) : FundWords.NoEnd.ToString())
        {
            SortBy = row => row.Until,
            IsShort = true,
            Hxl = "#date+end",
            Csv = row => row.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        new("state", FundWords.State, row => (row.IsClosed ? FundWords.Closed : FundWords.Open).ToString())
        {
            IsShort = true,
            Hxl = "#status",
            Csv = row => row.IsClosed ? "closed" : "open",
        },
    ]);

    /// <summary>Outage reports.</summary>
    public static Table<OutageForPublic> Outages { get; } = new("outages", LayoutWords.Outages,
    [
        new("area", NeedWords.Oblast, row => AreaWords.Of(row.Oblast.Code))
        {
            SortBy = row => AreaWords.Of(row.Oblast.Code),
            Filter = new Filter<OutageForPublic>.OneOf(row => row.Oblast.Code, AreaWords.Of),
            Hxl = "#adm1+code",
            Csv = row => row.Oblast.Code,
        },
        new("service", OutageWords.Service, row => OutageWords.Of(row.Service).ToString())
        {
            Filter = new Filter<OutageForPublic>.OneOf(row => row.Service.ToString(), code => Enum.TryParse<Service>(code, out var service) ? OutageWords.Of(service) : code),
            Hxl = "#service",
            Csv = row => row.Service.ToString(),
        },
        new("people", OutageWords.Reported, row => QuantityWords.Of(row.People))
        {
            IsNumber = true,
            SortBy = row => row.People.IsSpecified ? row.People.Lower : null,
            Hxl = "#affected+reported",
            Csv = row => row.People.ToString(),
        },
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
        new("source", RegisterWords.Source, row => new Cell(row.Publisher) { Link = row.Address.AbsoluteUri, Language = "en" })
        {
            SortBy = row => row.Publisher,
            Hxl = "#meta+source+url",
            Csv = row => row.Address.AbsoluteUri,
        },
    ]);

    private static Languages.Text NameOf(PublicStage row) =>
        row.Item == ItemKind.Money && !row.Stage.IsMoney ? RegisterWords.WorthOfGoods : ItemWords.Of(row.Item);

    private static string MeasureOf(string code) =>
        Unit.TryParse(code, null, out var unit) ? UnitWords.Of(unit)
        : Currency.TryParse(code, null, out var currency) ? QuantityWords.Of(currency)
        : code;

    private static Column<TRow> Count<TRow>(string key, Languages.Text title, string hxl, Func<TRow, decimal> number) =>
        new(key, title, row => Show.Number(number(row)))
        {
            IsNumber = true,
            SortBy = row => number(row),
            Filter = new Filter<TRow>.Measure(row => Design.Range.Of(number(row)), ""),
            Hxl = hxl,
            Csv = row => number(row).ToString(CultureInfo.InvariantCulture),
        };
}
