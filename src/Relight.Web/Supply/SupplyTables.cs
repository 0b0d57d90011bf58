using System.Globalization;
using Relight.Register;
using Relight.Supply;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Supply;

/// <summary>The units of a country, of one of the groups that are told apart.</summary>
/// <param name="Of">The group.</param>
/// <param name="Share">The country, its units and their share.</param>
internal sealed record ShareLine(SupplyShare Of, CountryShare Share)
{
    /// <summary>The shares of all groups.</summary>
    public static IReadOnlyList<ShareLine> All(Dependence found) =>
    [
        .. found.OfferedByOrigin.Shares.Select(share => new ShareLine(SupplyShare.OfferedByOrigin, share)),
        .. found.OfferedByDispatch.Shares.Select(share => new ShareLine(SupplyShare.OfferedByDispatch, share)),
        .. found.MadeByOrigin.Shares.Select(share => new ShareLine(SupplyShare.MadeByOrigin, share)),
        .. found.MadeByDispatch.Shares.Select(share => new ShareLine(SupplyShare.MadeByDispatch, share)),
    ];
}

/// <summary>Groups of goods whose countries are told apart.</summary>
internal enum SupplyShare
{
    OfferedByOrigin,
    OfferedByDispatch,
    MadeByOrigin,
    MadeByDispatch,
}

/// <summary>The tables of supply and dependence.</summary>
/// <param name="text">Values of the register in words.</param>
internal sealed class SupplyTables(RegisterText text)
{
    /// <summary>When makers could meet each need.</summary>
    public Table<NeedOutlook> Needs(IReadOnlyDictionary<Id<Need>, string> titles) => new("supply", SupplyWords.Outlook,
    [
        new("need", NeedWords.Need, row => new Cell(titles.GetValueOrDefault(row.Need) ?? row.Title) { Link = $"needs/{row.Need}" })
        {
            SortBy = row => titles.GetValueOrDefault(row.Need) ?? row.Title,
            Filter = new Filter<NeedOutlook>.Contains(row => (titles.GetValueOrDefault(row.Need) ?? "") + " " + row.Title),
            Hxl = "#indicator+need+name",
            Csv = row => row.Title,
        },
        Range<NeedOutlook>("units", SupplyWords.Units, "#item+units", row => (row.Units, row.UnitsAtMost)) with
        {
            Filter = new Filter<NeedOutlook>.Measure(row => new Design.Range(row.Units, row.UnitsAtMost ?? double.PositiveInfinity), ""),
        },
        Day<NeedOutlook>("deadline", NeedWords.Deadline, "#date+end", row => row.Deadline, "–"),
        Day<NeedOutlook>("best", SupplyWords.AtBest, "#date+best", row => row.AtBest, SupplyWords.NoDay),
        Day<NeedOutlook>("most", SupplyWords.AtMost, "#date+latest", row => row.AtMost, SupplyWords.NoDay),
        new("inTime", SupplyWords.InTimeTitle, row => SupplyWords.Of(row.InTime).ToString())
        {
            SortBy = row => (int)row.InTime,
            Filter = new Filter<NeedOutlook>.OneOf(row => row.InTime.ToString(), code => Enum.TryParse<InTime>(code, out var inTime) ? SupplyWords.Of(inTime) : code),
            IsShort = true,
            Hxl = "#status+intime",
            Csv = row => row.InTime.ToString(),
        },
    ]);

    /// <summary>What makers can make.</summary>
    public Table<MakerCapacityForCoordination> Makers => new("supply/makers", SupplyWords.Makers,
    [
        new("title", SupplyWords.Product, row => new Cell(row.Title) { Language = "en", Note = ItemWords.Of(row.Product.Item) })
        {
            SortBy = row => row.Title,
            Filter = new Filter<MakerCapacityForCoordination>.Contains(row => row.Title),
            Hxl = "#item+name",
            Csv = row => row.Title,
        },
        new("maker", SupplyWords.Maker, row => new Cell(text.Name(row.Maker)) { Language = "en" })
        {
            SortBy = row => row.Maker,
            Filter = new Filter<MakerCapacityForCoordination>.Contains(row => row.Maker),
            Hxl = "#org+maker",
            Csv = row => row.Maker,
        },
        Bounded("perMonth", SupplyWords.PerMonth, "#capacity+month", row => row.PerMonth),
        Bounded("orderBook", SupplyWords.OrderBook, "#capacity+ordered", row => row.OrderBook),
        Bounded("leadDays", SupplyWords.LeadDays, "#capacity+lead+days", row => row.LeadDays),
        Countries<MakerCapacityForCoordination>("origin", SupplyWords.Origin, "#country+origin+code", row => row.Product.Origin),
        Countries<MakerCapacityForCoordination>("dispatch", NeedWords.DispatchCountry, "#country+dispatch+code", row => row.DispatchCountry),
        Day<MakerCapacityForCoordination>("asOf", SupplyWords.AsOf, "#date+asof", row => row.AsOf, "–"),
    ]);

    /// <summary>Units by country.</summary>
    public Table<ShareLine> Shares => new("supply/countries", SupplyWords.Countries,
    [
        new("of", SupplyWords.Goods, row => SupplyWords.Of(row.Of).ToString())
        {
            SortBy = row => (int)row.Of,
            Filter = new Filter<ShareLine>.OneOf(row => row.Of.ToString(), code => Enum.TryParse<SupplyShare>(code, out var of) ? SupplyWords.Of(of) : code),
            Hxl = "#indicator",
            Csv = row => row.Of.ToString(),
        },
        Countries<ShareLine>("country", SupplyWords.Country, "#country+code", row => row.Share.Country),
        Number<ShareLine>("units", SupplyWords.Units, "#item+units", row => row.Share.Units),
        new("share", SupplyWords.Share, row => Show.Percent((double)row.Share.Share))
        {
            IsNumber = true,
            SortBy = row => row.Share.Share,
            Hxl = "#item+share",
            Csv = row => row.Share.Share.ToString("0.####", CultureInfo.InvariantCulture),
        },
    ]);

    /// <summary>What is left without each country of origin.</summary>
    public Table<WithoutOrigin> Without(string needed) => new("supply/without", SupplyWords.Without,
    [
        Countries<WithoutOrigin>("country", SupplyWords.Country, "#country+code", row => row.Origin),
        Range<WithoutOrigin>("offered", SupplyWords.OfferedLeft, "#item+offered", row => (row.OfferedAtLeast, row.OfferedAtMost)),
        Range<WithoutOrigin>("perMonth", SupplyWords.PerMonth, "#capacity+month", row => (row.PerMonthAtLeast, row.PerMonthAtMost)),
        Range<WithoutOrigin>("served", Filled(SupplyWords.ServedLeft, needed), "#item+served", row => (row.Served.AtLeast, row.Served.AtMost)),
        Day<WithoutOrigin>("best", SupplyWords.AtBest, "#date+best", row => row.AtBest, SupplyWords.NoDay),
        Day<WithoutOrigin>("most", SupplyWords.AtMost, "#date+latest", row => row.AtMost, SupplyWords.NoDay),
    ]);

    private static Text Filled(Text text, string number)
    {
        string In(string words) => string.Format(CultureInfo.CurrentCulture, words, number);
        return new Text(In(text.En), In(text.Uk), In(text.Ar));
    }

    private Column<TRow> Countries<TRow>(string key, Text title, string hxl, Func<TRow, Country?> country)
    {
        string Name(Country? of) => of is null ? CommonWords.Unknown : text.Of(of);
        return new Column<TRow>(key, title, row => Name(country(row)))
        {
            SortBy = row => country(row) is { } known ? text.Of(known) : null,
            Filter = new Filter<TRow>.OneOf(row => country(row)?.Code ?? "", code => Country.TryParse(code, null, out var known) ? text.Of(known) : code),
            Hxl = hxl,
            Csv = row => country(row)?.Code,
        };
    }

    private static Column<MakerCapacityForCoordination> Bounded(string key, Text title, string hxl, Func<MakerCapacityForCoordination, Bounds> bounds) =>
        new(key, title, row => QuantityWords.Of(bounds(row)))
        {
            IsNumber = true,
            SortBy = row => bounds(row).IsSpecified ? bounds(row).Lower : null,
            Hxl = hxl,
            Csv = row => bounds(row).ToString(),
        };

    /// <summary>A number of which the least and the most are known; null where the most is open.</summary>
    public static string Between(decimal least, decimal? most) => most switch
    {
        null => QuantityWords.AtLeast.With(Show.Number(least)),
        { } same when same == least => Show.Number(least),
        { } more => QuantityWords.Between.With(Show.Number(least), Show.Number(more)),
    };

    private static Column<TRow> Range<TRow>(string key, Text title, string hxl, Func<TRow, (decimal Least, decimal? Most)> range) =>
        new(key, title, row => Between(range(row).Least, range(row).Most))
        {
            IsNumber = true,
            SortBy = row => range(row).Most ?? decimal.MaxValue,
            Hxl = hxl,
            Csv = row => range(row) is var (least, most) && least == most ? FormattableString.Invariant($"{least}") : FormattableString.Invariant($"{range(row).Least}..{range(row).Most}"),
        };

    private static Column<TRow> Number<TRow>(string key, Text title, string hxl, Func<TRow, decimal> number) =>
        new(key, title, row => Show.Number(number(row)))
        {
            IsNumber = true,
            SortBy = row => number(row),
            Filter = new Filter<TRow>.Measure(row => Design.Range.Of(number(row)), ""),
            Hxl = hxl,
            Csv = row => number(row).ToString(CultureInfo.InvariantCulture),
        };

    private static Column<TRow> Day<TRow>(string key, Text title, string hxl, Func<TRow, DateOnly?> day, string unless) =>
        new(key, title, row => day(row) is { } known ? Show.Date(known) : unless)
        {
            SortBy = row => day(row),
            IsShort = true,
            Hxl = hxl,
            Csv = row => day(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
}
