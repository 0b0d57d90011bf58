using System.Globalization;
using Relight.Matching;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Register;

/// <summary>The table of offers.</summary>
/// <param name="text">Values of the register in words.</param>
/// <param name="best">The best verdict that an offer has for any need.</param>
internal sealed class OfferTable(RegisterText text, IReadOnlyDictionary<Id<Offer>, Verdict> best)
{
    public Table<OfferForCoordination> Table => new("offers", LayoutWords.Offers, [.. What(), .. When()]);

    private Column<OfferForCoordination>[] What() =>
    [
        new("title", NeedWords.Offer, row => new Cell(row.Title) { Link = $"offers/{row.Id}", Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<OfferForCoordination>.Contains(row => row.Title),
            Hxl = "#item+name",
            Csv = row => row.Title,
        },
        new("item", NeedWords.Kind, row => ItemWords.Of(row.Specification.Item).ToString())
        {
            SortBy = row => ItemWords.Of(row.Specification.Item).ToString(),
            Filter = new Filter<OfferForCoordination>.OneOf(row => row.Specification.Item.ToString(), ContributionTable.KindName),
            Hxl = "#item+type",
            Csv = row => row.Specification.Item.ToString(),
        },
        new("donor", NeedWords.Donor, row => text.DonorCell([row.Donor], false))
        {
            SortBy = row => text.Name(row.Donor),
            Filter = new Filter<OfferForCoordination>.Contains(row => text.Name(row.Donor) + " " + row.Donor),
            Hxl = "#org+funding",
            Csv = row => row.Donor,
        },
        Number("voltage", NeedWords.Voltage, "kV", "#capacity+voltage+high+kv", HighKilovolts),
        Number("low", NeedWords.LowVoltage, "kV", "#capacity+voltage+low+kv", unit => (unit as PowerTransformer)?.Low.RatedKilovolts),
        Number("power", NeedWords.Power, "MVA", "#capacity+power+mva", Megavoltamperes),
        new("units", NeedWords.Units, row => Show.Whole(row.Units))
        {
            IsNumber = true,
            SortBy = row => row.Units,
            Filter = new Filter<OfferForCoordination>.Measure(row => Design.Range.Of(row.Units), "pcs"),
            Hxl = "#item+quantity",
            Csv = row => row.Units.ToString(CultureInfo.InvariantCulture),
        },
    ];

    private Column<OfferForCoordination>[] When() =>
    [
        new("condition", NeedWords.Condition, row => ItemWords.Of(row.Condition).ToString())
        {
            Filter = new Filter<OfferForCoordination>.OneOf(row => row.Condition.ToString(), code => Enum.TryParse<UnitCondition>(code, out var condition) ? ItemWords.Of(condition) : code),
            Hxl = "#item+condition",
            Csv = row => row.Condition.ToString(),
        },
        new("arrival", NeedWords.Arrival, row => row.Arrival is null ? CommonWords.Unknown.ToString() : RegisterText.Of(row.Arrival))
        {
            SortBy = row => row.Arrival?.Latest,
            IsShort = true,
            Hxl = "#date+arrival",
            Csv = row => row.Arrival?.Text,
        },
        new("match", NeedWords.BestVerdict, row => best.TryGetValue(row.Id, out var verdict)
            ? new Cell(NeedWords.Of(verdict)) { Badge = NeedWords.ToneOf(verdict), Link = $"offers/{row.Id}#matches" }
            : "–")
        {
            SortBy = row => best.TryGetValue(row.Id, out var verdict) ? (int)verdict : null,
            Filter = new Filter<OfferForCoordination>.OneOf(
                row => best.TryGetValue(row.Id, out var verdict) ? verdict.ToString() : "",
                code => Enum.TryParse<Verdict>(code, out var verdict) ? NeedWords.Of(verdict) : code),
            IsShort = true,
            Hxl = "#status+match",
            Csv = row => best.TryGetValue(row.Id, out var verdict) ? verdict.ToString() : null,
        },
    ];

    private static decimal? HighKilovolts(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.High.RatedKilovolts,
        CircuitBreaker breaker => breaker.RatedKilovolts,
        GeneratingSet set => set.Volts / 1000,
        GasTurbine turbine => turbine.StepUpKilovolts,
        _ => null,
    };

    private static decimal? Megavoltamperes(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.High.RatedMegavoltamperes ?? transformer.Low.RatedMegavoltamperes,
        GeneratingSet set => set.Kilovoltamperes / 1000,
        _ => null,
    };

    private static Column<OfferForCoordination> Number(string key, Languages.Text title, string unit, string hxl, Func<Specification, decimal?> value) =>
        new(key, title, row => value(row.Specification) is { } number ? Show.Number(number) : "–")
        {
            IsNumber = true,
            SortBy = row => value(row.Specification),
            Filter = new Filter<OfferForCoordination>.Measure(row => Design.Range.Of(value(row.Specification)), unit),
            Hxl = hxl,
            Csv = row => value(row.Specification)?.ToString(CultureInfo.InvariantCulture),
        };
}
