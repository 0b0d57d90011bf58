using System.Globalization;
using Relight.Deliveries;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Deliveries;

/// <summary>The tables on deliveries.</summary>
/// <param name="text">Values of the register in words.</param>
internal sealed class DeliveryTables(RegisterText text)
{
    /// <summary>Consignments as coordinators see them.</summary>
    public Table<ConsignmentForCoordination> Consignments => new("deliveries", DeliveryWords.Consignments,
    [
        new("title", DeliveryWords.Consignment, row => new Cell(row.Title) { Link = $"consignments/{row.Id}", Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<ConsignmentForCoordination>.Contains(row => row.Title),
            Hxl = "#activity+name",
            Csv = row => row.Title,
        },
        State<ConsignmentForCoordination>(row => row.State),
        new("goods", DeliveryWords.Goods, row => new Cell(string.Join(", ", row.Lines.Select(line => line.Own.OfferTitle).Distinct())) { Language = "en" })
        {
            Filter = new Filter<ConsignmentForCoordination>.Contains(row => string.Join(' ', row.Lines.Select(line => line.Own.OfferTitle))),
            Hxl = "#item+name",
            Csv = row => string.Join("; ", row.Lines.Select(line => line.Own.OfferTitle).Distinct()),
        },
        Much<ConsignmentForCoordination>("units", DeliveryWords.Units, "#item+units", row => row.Lines.Select(line => Of(line.Own, line.Own.Amount?.Bounds.Lower ?? line.Own.Units))),
        new("to", DeliveryWords.To, row => row.Hub is { } hub ? new Cell(hub) { Language = "en" } : OblastsOf(row) is { Length: > 0 } oblasts ? oblasts : DeliveryWords.Site)
        {
            SortBy = row => row.Hub ?? OblastsOf(row),
            Filter = new Filter<ConsignmentForCoordination>.Contains(row => row.Hub ?? OblastsOf(row)),
            Hxl = "#loc+name",
            Csv = row => row.Hub ?? string.Join("; ", row.Lines.Select(line => line.Oblast).Distinct()),
        },
        Instant<ConsignmentForCoordination>("arrival", DeliveryWords.Arrival, "#date+arrival", row => row.Arrival),
        Hours<ConsignmentForCoordination>(row => row.DelayHours),
    ]);

    /// <summary>Consignments as their donor sees them.</summary>
    public Table<ConsignmentForDonor> Own => new("deliveries", DeliveryWords.Consignments,
    [
        new("goods", DeliveryWords.Goods, row => new Cell(string.Join(", ", row.Lines.Select(line => line.OfferTitle).Distinct())) { Link = $"consignments/{row.Id}", Language = "en" })
        {
            SortBy = row => row.Lines.Select(line => line.OfferTitle).FirstOrDefault(),
            Filter = new Filter<ConsignmentForDonor>.Contains(row => string.Join(' ', row.Lines.Select(line => line.OfferTitle))),
            Hxl = "#item+name",
            Csv = row => string.Join("; ", row.Lines.Select(line => line.OfferTitle).Distinct()),
        },
        State<ConsignmentForDonor>(row => row.State),
        Much<ConsignmentForDonor>("units", DeliveryWords.Units, "#item+units", row => row.Lines.Select(line => Of(line, line.Amount?.Bounds.Lower ?? line.Units))),
        Much<ConsignmentForDonor>("received", DeliveryWords.Received, "#item+received", row => row.Lines.Select(line => Of(line, line.Whole()))),
        Much<ConsignmentForDonor>("short", DeliveryWords.Short, "#item+short", row => row.Lines.Select(line => Of(line, line.Lost(LossKind.Short)))),
        Much<ConsignmentForDonor>("damaged", DeliveryWords.Damaged, "#item+damaged", row => row.Lines.Select(line => Of(line, line.Lost(LossKind.Damaged)))),
        Much<ConsignmentForDonor>("refused", DeliveryWords.Refused, "#item+refused", row => row.Lines.Select(line => Of(line, line.Lost(LossKind.Refused)))),
        Much<ConsignmentForDonor>("service", DeliveryWords.InService, "#item+inservice", row => row.Lines.Select(line => Of(line, line.InService))),
        Instant<ConsignmentForDonor>("arrival", DeliveryWords.Arrival, "#date+arrival", row => row.Arrival),
        Hours<ConsignmentForDonor>(row => row.DelayHours),
    ]);

    /// <summary>What lies in hubs.</summary>
    public Table<StockForCoordination> Stock => new("deliveries/stock", DeliveryWords.Stock,
    [
        new("hub", DeliveryWords.Hub, row => new Cell(row.HubName) { Link = $"stock/{row.Id}", Language = "en", Note = row.HubCode.Code })
        {
            SortBy = row => row.HubName,
            Filter = new Filter<StockForCoordination>.OneOf(row => row.HubName, name => name),
            Hxl = "#loc+hub+name",
            Csv = row => row.HubCode.Code,
        },
        Offer<StockForCoordination>(row => row.Offer, row => row.OfferTitle),
        new("donor", DeliveryWords.Donor, row => new Cell(text.Name(row.Donor)) { Language = text.LanguageOf(row.Donor) })
        {
            SortBy = row => row.Donor,
            Filter = new Filter<StockForCoordination>.Contains(row => row.Donor),
            Hxl = "#org+funding",
            Csv = row => row.Donor,
        },
        Much<StockForCoordination>("units", DeliveryWords.Units, "#item+units", row => [(row.Units, null), .. Amounts(row.Amount)]),
        Instant<StockForCoordination>("since", DeliveryWords.Since, "#date+start", row => row.Since),
    ]);

    /// <summary>What has not come into service.</summary>
    public Table<AgeingLine> Ageing => new("deliveries/ageing", DeliveryWords.AgeingTitle,
    [
        Offer<AgeingLine>(row => row.Offer, row => row.Title),
        Much<AgeingLine>("units", DeliveryWords.Units, "#item+units", row => [(row.Units, null), .. Amounts(row.Amount)]),
        new("stage", DeliveryWords.Stage, row => DeliveryWords.Of(row.Stage).ToString())
        {
            SortBy = row => (int)row.Stage,
            Filter = new Filter<AgeingLine>.OneOf(row => row.Stage.ToString(), code => Enum.TryParse<AgeingStage>(code, out var stage) ? DeliveryWords.Of(stage) : code),
            Hxl = "#status+stage",
            Csv = row => row.Stage.ToString(),
        },
        Number<AgeingLine>("days", DeliveryWords.Days, "#date+days", row => Math.Round((decimal)row.Days, 1)),
        Instant<AgeingLine>("since", DeliveryWords.Since, "#date+start", row => row.Since),
        new("why", DeliveryWords.Why, row => new Cell(WhyOf(row)) { Link = row.Consignment is { } id ? $"consignments/{id}" : null, Badge = ToneOf(row.Reason), Note = row.Words.Count > 0 ? string.Join("; ", row.Words) : row.Hold?.Why, NoteLanguage = row.Words.Count > 0 ? "en" : "" })
        {
            SortBy = row => (int)row.Reason,
            Filter = new Filter<AgeingLine>.OneOf(row => row.Reason.ToString(), code => Enum.TryParse<AgeingReason>(code, out var reason) ? DeliveryWords.Of(reason).With("…") : code),
            Hxl = "#status+reason",
            Csv = row => row.Words.Count > 0 ? $"{row.Reason}: {string.Join("; ", row.Words)}" : row.Hold is { } hold ? $"{hold.Reason}: {hold.Why}" : row.Papers.Count > 0 ? $"{row.Reason}: {string.Join(' ', row.Papers)}" : $"{row.Reason}",
        },
    ]);

    /// <summary>Units on their way into service.</summary>
    public Table<InstallationForCoordination> Installations => new("deliveries/installations", DeliveryWords.Installations,
    [
        Offer<InstallationForCoordination>(row => row.Offer, row => row.OfferTitle),
        Much<InstallationForCoordination>("units", DeliveryWords.Units, "#item+units", row => [(row.Units, null), .. Amounts(row.Amount)]),
        new("need", DeliveryWords.Need, row => new Cell(row.NeedTitle ?? "–") { Link = row.NeedTitle is null ? null : $"needs/{row.Need}", Language = "en", Note = row.Oblast is { } oblast ? AreaWords.Of(oblast.Code) : null })
        {
            SortBy = row => row.NeedTitle,
            Filter = new Filter<InstallationForCoordination>.Contains(row => row.NeedTitle ?? ""),
            Hxl = "#indicator+need+name",
            Csv = row => row.NeedTitle,
        },
        new("steps", DeliveryWords.Steps, row => DeliveryWords.StepsOf.With(row.Done.Count, row.Steps.Count))
        {
            SortBy = row => row.Done.Count * 100 / row.Steps.Count,
            IsShort = true,
            Hxl = "#status+steps",
            Csv = row => string.Create(CultureInfo.InvariantCulture, $"{row.Done.Count}/{row.Steps.Count}"),
        },
        new("next", DeliveryWords.Next, row => (row.Next is { } next ? DeliveryWords.Of(next) : DeliveryWords.AllDone).ToString())
        {
            SortBy = row => (int?)row.Next,
            Hxl = "#status+next",
            Csv = row => row.Next?.ToString(),
        },
        new("held", DeliveryWords.Why, row => row.Hold is { } hold ? new Cell(DeliveryWords.Of(hold.Reason)) { Badge = Tone.Bad, Link = hold.Part is { } part ? $"needs/{part}" : null, Note = hold.Why, NoteLanguage = "" } : "–")
        {
            SortBy = row => (int?)row.Hold?.Reason,
            Hxl = "#status+held",
            Csv = row => row.Hold is { } hold ? $"{hold.Reason}: {hold.Why}" : null,
        },
        new("service", DeliveryWords.InService, row => row.InServiceAt is { } at ? Design.Show.Instant(at) : "–")
        {
            SortBy = row => row.InServiceAt,
            IsShort = true,
            Hxl = "#date+inservice",
            Csv = row => row.InServiceAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
    ]);

    /// <summary>Places of transport.</summary>
    public Table<PlaceForCoordination> Places => new("deliveries/places", DeliveryWords.Places,
    [
        new("name", DeliveryWords.Name, row => new Cell(row.Name) { Link = $"places/{row.Id}", Language = "en", Note = row.IsHub ? DeliveryWords.IsHub.ToString() : null })
        {
            SortBy = row => row.Name,
            Filter = new Filter<PlaceForCoordination>.Contains(row => row.Name),
            Hxl = "#loc+name",
            Csv = row => row.Name,
        },
        new("code", DeliveryWords.Code, row => row.Code.Code) { SortBy = row => row.Code.Code, IsShort = true, Hxl = "#loc+code", Csv = row => row.Code.Code },
        new("country", DeliveryWords.Country, row => text.Of(row.Country))
        {
            SortBy = row => text.Of(row.Country),
            Filter = new Filter<PlaceForCoordination>.OneOf(row => row.Country.Code, code => Country.TryParse(code, null, out var known) ? text.Of(known) : code),
            Hxl = "#country+code",
            Csv = row => row.Country.Code,
        },
        new("gauges", DeliveryWords.Gauges, row => row.GaugesMillimetres.Count == 0 ? "–" : Show.List(row.GaugesMillimetres.Select(gauge => $"{gauge}"))) { Hxl = "#loc+gauge", Csv = row => string.Join(' ', row.GaugesMillimetres) },
    ]);

    /// <summary>Why units stand where they stand, in words.</summary>
    public static string WhyOf(AgeingLine line) => DeliveryWords.Of(line.Reason).With(
        line.Hold is { } hold ? DeliveryWords.Of(hold.Reason)
        : line.Papers.Count > 0 ? Show.List(line.Papers.Select(paper => DeliveryWords.Of(paper).ToString()))
        : line.Next is { } next ? DeliveryWords.Of(next) : DeliveryWords.AllDone);

    /// <summary>What colour says of a state.</summary>
    public static Tone ToneOf(ConsignmentState state) => state switch
    {
        ConsignmentState.Received => Tone.Good,
        ConsignmentState.Arrived => Tone.Work,
        ConsignmentState.Cancelled => Tone.Bad,
        _ => Tone.Open,
    };

    private static Tone ToneOf(AgeingReason reason) => reason switch
    {
        AgeingReason.NoneGiven => Tone.Good,
        AgeingReason.Held or AgeingReason.Damaged or AgeingReason.Refused or AgeingReason.Missing => Tone.Bad,
        _ => Tone.Work,
    };

    private static string OblastsOf(ConsignmentForCoordination row) =>
        Show.List(row.Lines.Select(line => line.Oblast).OfType<AreaCode>().Distinct().Select(oblast => AreaWords.Of(oblast.Code).ToString()));

    private static Column<TRow> State<TRow>(Func<TRow, ConsignmentState> state) =>
        new("state", DeliveryWords.State, row => new Cell(DeliveryWords.Of(state(row))) { Badge = ToneOf(state(row)) })
        {
            SortBy = row => (int)state(row),
            Filter = new Filter<TRow>.OneOf(row => state(row).ToString(), code => Enum.TryParse<ConsignmentState>(code, out var known) ? DeliveryWords.Of(known) : code),
            IsShort = true,
            Hxl = "#status",
            Csv = row => state(row).ToString(),
        };

    private static Column<TRow> Offer<TRow>(Func<TRow, Id<Offer>> offer, Func<TRow, string> title) =>
        new("offer", DeliveryWords.Goods, row => new Cell(title(row)) { Link = $"offers/{offer(row)}", Language = "en" })
        {
            SortBy = row => title(row),
            Filter = new Filter<TRow>.Contains(title),
            Hxl = "#item+name",
            Csv = title,
        };

    private static (decimal Much, Quantity? Amount) Of(LineForDonor line, decimal much) => (much, line.Amount is { } amount ? amount with { Bounds = Bounds.Exactly(much) } : null);

    private static IEnumerable<(decimal Much, Quantity? Amount)> Amounts(Quantity? amount) => amount is null ? [] : [(0, amount)];

    private static Column<TRow> Much<TRow>(string key, Text title, string hxl, Func<TRow, IEnumerable<(decimal Much, Quantity? Amount)>> parts) =>
        new(key, title, row => Together(parts(row), units => Design.Show.Number(units), QuantityWords.Of, " · "))
        {
            IsNumber = true,
            SortBy = row => parts(row).Where(part => part.Amount is null).Sum(part => part.Much),
            Hxl = hxl,
            Csv = row => Together(parts(row), units => units.ToString("0.###", CultureInfo.InvariantCulture), amount => amount.ToString(), "; "),
        };

    // Whole units together, and each amount in its own unit: nothing is added up that is measured otherwise.
    private static string Together(IEnumerable<(decimal Much, Quantity? Amount)> parts, Func<decimal, string> number, Func<Quantity, string> words, string between)
    {
        var all = parts.ToList();
        var units = all.Where(part => part.Amount is null).Sum(part => part.Much);
        var amounts = all.Select(part => part.Amount).OfType<Quantity>().Where(amount => amount.Bounds.Lower > 0).GroupBy(amount => amount.Unit)
            .Select(of => of.Count() == 1 ? of.First() : new Quantity(Bounds.Exactly(of.Sum(amount => amount.Bounds.Lower)), of.Key)).Select(words).ToList();
        return string.Join(between, amounts.Count == 0 || units > 0 ? amounts.Prepend(number(units)) : amounts);
    }

    private static Column<TRow> Number<TRow>(string key, Text title, string hxl, Func<TRow, decimal> number) =>
        new(key, title, row => Design.Show.Number(number(row), 1))
        {
            IsNumber = true,
            SortBy = row => number(row),
            Hxl = hxl,
            Csv = row => number(row).ToString(CultureInfo.InvariantCulture),
        };

    private static Column<TRow> Hours<TRow>(Func<TRow, double> hours) =>
        new("delay", DeliveryWords.Delay, row => hours(row) > 0.05 ? Design.Show.Hours(hours(row)) : "–")
        {
            IsNumber = true,
            SortBy = row => hours(row),
            Hxl = "#date+delay+hours",
            Csv = row => hours(row).ToString("0.#", CultureInfo.InvariantCulture),
        };

    private static Column<TRow> Instant<TRow>(string key, Text title, string hxl, Func<TRow, DateTimeOffset> instant) =>
        new(key, title, row => Design.Show.Instant(instant(row)))
        {
            SortBy = row => instant(row),
            IsShort = true,
            Hxl = hxl,
            Csv = row => instant(row).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
}
