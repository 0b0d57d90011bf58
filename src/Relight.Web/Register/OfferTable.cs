using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Languages.Words;
using Column = Relight.Web.Register.StoredColumn<Relight.Register.Offer, Relight.Storage.OfferRow>;
using Order = Relight.Storage.RowOrder<Relight.Register.Offer, Relight.Storage.OfferRow>;

namespace Relight.Web.Register;

/// <summary>The table of offers.</summary>
/// <param name="text">Values of the register in words.</param>
/// <param name="needs">The needs, against which the offers of a page are judged.</param>
internal sealed class OfferTable(RegisterText text, KeptNeeds needs)
{
    /// <summary>The table as the database reads it: a page of it reads, and judges, the offers that it shows.</summary>
    public StoredTable<Offer, OfferRow, OfferLine> Stored => new(
        Table,
        new Dictionary<string, Column>
        {
            ["title"] = new(Order.By(row => row.Title), (db, operation, words) => Task.FromResult<ListCondition?>(OfferSearch.Title(db, operation, words))),
            ["item"] = new(Order.By(row => row.Item), Whether(words => ListWords.Members<ItemKind>(words) is { } kinds ? OfferSearch.Item(kinds) : null)),
            ["donor"] = new(Order.By(row => row.DonorWords), async (db, operation, words) => OfferSearch.Donor(await text.OrganisationsNamed(db, operation, words))),
            ["voltage"] = new(Order.By(row => row.Kilovolts), Within("kV", OfferSearch.Kilovolts)),
            ["low"] = new(Order.By(row => row.LowKilovolts), Within("kV", OfferSearch.LowKilovolts)),
            ["power"] = new(Order.By(row => row.Megavoltamperes), Within("MVA", OfferSearch.Megavoltamperes)),
            ["units"] = new(Order.By(row => row.Units), Within("pcs", OfferSearch.Units)),
            ["condition"] = new(Order.By(row => row.Condition), Whether(words => ListWords.Members<UnitCondition>(words) is { } conditions ? OfferSearch.Condition(conditions) : null)),
            ["arrival"] = new(Order.By(row => row.Arrival)),
        },
        Order.By(row => row.Arrival),
        false,
        async (db, operation, rows, cancel) => [.. (await OfferList.ForCoordination(db, operation, rows, cancel)).Select(offer => new OfferLine(offer))])
    {
        Finish = Judge,
        Finished = ["match"],
    };

    public Table<OfferLine> Table => new("offers", LayoutWords.Offers, [.. What(), .. When()]);

    private Column<OfferLine>[] What() =>
    [
        new("title", NeedWords.Offer, row => new Cell(row.Offer.Title) { Link = $"offers/{row.Id}", Language = "en" })
        {
            SortBy = row => row.Offer.Title,
            Filter = new Filter<OfferLine>.Contains(row => row.Offer.Title),
            Hxl = "#item+name",
            Csv = row => row.Offer.Title,
        },
        new("item", NeedWords.Kind, row => ItemWords.Of(row.Offer.Specification.Item).ToString())
        {
            SortBy = row => ItemWords.Of(row.Offer.Specification.Item).ToString(),
            Filter = new Filter<OfferLine>.OneOf(row => row.Offer.Specification.Item.ToString(), ContributionTable.KindName) { Codes = Enum.GetNames<ItemKind>() },
            Hxl = "#item+type",
            Csv = row => row.Offer.Specification.Item.ToString(),
        },
        new("donor", NeedWords.Donor, row => text.DonorCell([row.Offer.Donor], false))
        {
            SortBy = row => text.Name(row.Offer.Donor),
            Filter = new Filter<OfferLine>.Contains(row => text.Name(row.Offer.Donor) + " " + row.Offer.Donor),
            Hxl = "#org+funding",
            Csv = row => row.Offer.Donor,
        },
        Number("voltage", NeedWords.Voltage, "kV", "#capacity+voltage+high+kv", SpecificationNumbers.Kilovolts),
        Number("low", NeedWords.LowVoltage, "kV", "#capacity+voltage+low+kv", SpecificationNumbers.LowKilovolts),
        Number("power", NeedWords.Power, "MVA", "#capacity+power+mva", SpecificationNumbers.Megavoltamperes),
        new("units", NeedWords.Units, row => Show.Whole(row.Offer.Units))
        {
            IsNumber = true,
            SortBy = row => row.Offer.Units,
            Filter = new Filter<OfferLine>.Measure(row => Design.Range.Of(row.Offer.Units), "pcs"),
            Hxl = "#item+quantity",
            Csv = row => row.Offer.Units.ToString(CultureInfo.InvariantCulture),
        },
    ];

    private Column<OfferLine>[] When() =>
    [
        new("condition", NeedWords.Condition, row => ItemWords.Of(row.Offer.Condition).ToString())
        {
            Filter = new Filter<OfferLine>.OneOf(row => row.Offer.Condition.ToString(), code => Enum.TryParse<UnitCondition>(code, out var condition) ? ItemWords.Of(condition) : code) { Codes = Enum.GetNames<UnitCondition>() },
            SortBy = row => row.Offer.Condition.ToString(),
            Hxl = "#item+condition",
            Csv = row => row.Offer.Condition.ToString(),
        },
        new("arrival", NeedWords.Arrival, row => row.Offer.Arrival is null ? CommonWords.Unknown.ToString() : RegisterText.Of(row.Offer.Arrival))
        {
            SortBy = row => row.Offer.Arrival?.Latest,
            IsShort = true,
            Hxl = "#date+arrival",
            Csv = row => row.Offer.Arrival?.Text,
        },
        new("match", NeedWords.BestVerdict, row => row.Best is { } verdict
            ? new Cell(NeedWords.Of(verdict)) { Badge = NeedWords.ToneOf(verdict), Link = $"offers/{row.Id}#matches" }
            : "–")
        {
            SortBy = row => (int?)row.Best,
            Filter = new Filter<OfferLine>.OneOf(row => $"{row.Best}", NeedTable.VerdictName) { Codes = Enum.GetNames<Verdict>() },
            IsShort = true,
            Hxl = "#status+match",
            Csv = row => row.Best?.ToString(),
        },
    ];

    private async Task<IReadOnlyList<OfferLine>> Judge(RelightContext db, Id<Operation> operation, IReadOnlyList<OfferLine> lines, CancellationToken cancel)
    {
        var ids = lines.Select(line => line.Id).ToList();
        var rows = await db.Offers.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        var best = await BestMatches.OfOffers(db, operation, rows.ConvertAll(row => row.Read()), needs, cancel);
        return [.. lines.Select(line => line with { Best = best.TryGetValue(line.Id, out var verdict) ? verdict : null })];
    }

    private static Func<RelightContext, Id<Operation>, string, Task<ListCondition?>> Whether(Func<string, RowCondition<OfferRow>?> condition) =>
        (_, _, words) => Task.FromResult<ListCondition?>(condition(words));

    private static Func<RelightContext, Id<Operation>, string, Task<ListCondition?>> Within(string unit, Func<double, double, RowCondition<OfferRow>> condition) =>
        Whether(words => ListWords.Number(words, unit) is { } range ? condition(range.Low, range.High) : null);

    private static Column<OfferLine> Number(string key, Languages.Text title, string unit, string hxl, Func<Specification, decimal?> value) =>
        new(key, title, row => value(row.Offer.Specification) is { } number ? Show.Number(number) : "–")
        {
            IsNumber = true,
            SortBy = row => value(row.Offer.Specification),
            Filter = new Filter<OfferLine>.Measure(row => Design.Range.Of(value(row.Offer.Specification)), unit),
            Hxl = hxl,
            Csv = row => value(row.Offer.Specification)?.ToString(CultureInfo.InvariantCulture),
        };
}

/// <summary>An offer as the table shows it.</summary>
/// <param name="Offer">The offer.</param>
internal sealed record OfferLine(OfferForCoordination Offer)
{
    /// <summary>Its id.</summary>
    public Id<Offer> Id => Offer.Id;

    /// <summary>The best verdict that it has for a need; null where none is of its kind, or it was not asked for.</summary>
    public Verdict? Best { get; init; }
}
