using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Web.Access;
using Relight.Web.Design;
using Relight.Web.Languages.Words;

namespace Relight.Web.Register;

/// <summary>The tables of what one donor gives, as it sees them itself.</summary>
/// <param name="text">Values of the register in words.</param>
internal sealed class GiftTables(RegisterText text)
{
    /// <summary>Its offers of which something is in consignments: their titles lead to what became of it.</summary>
    public IReadOnlySet<Id<Offer>> Sent { get; init; } = new HashSet<Id<Offer>>();

    /// <summary>Its contributions.</summary>
    public Table<OwnContribution> Contributions => new("gifts", GiftWords.Promised,
    [
        new("title", RegisterWords.Title, row => new Cell(row.Title) { Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<OwnContribution>.Contains(row => row.Title),
            Hxl = "#activity+name",
            Csv = row => row.Title,
        },
        new("donor", RegisterWords.Donors, row => text.DonorCell(row.Donors, row.Jointly))
        {
            SortBy = row => text.Donors(row.Donors, row.Jointly),
            Hxl = "#org+funding+list",
            Csv = row => string.Join("; ", row.Donors),
        },
        new("recipient", GiftWords.Recipient, row => row.Recipient is { } name ? new Cell(text.Name(name)) { Language = text.LanguageOf(name) } : "–")
        {
            Hxl = "#org+recipient",
            Csv = row => row.Recipient,
        },
        new("item", RegisterWords.What, row => ContributionTable.Lines(row.Items.Select(item => $"{RegisterText.Of(item)} – {StageWords.Of(item.Stage)}")))
        {
            Filter = new Filter<OwnContribution>.OneOf(row => row.Items.Count > 0 ? row.Items[0].Item.Kind.ToString() : "", ContributionTable.KindName),
            Hxl = "#item+list",
            Csv = row => string.Join("; ", row.Items.Select(item => $"{item.Item.Kind}: {item.Quantity} ({item.Stage})")),
        },
        new("value", RegisterWords.Money, row => ContributionTable.Lines(row.Values.Select(value => $"{QuantityWords.Of(value.Money)} – {StageWords.Of(value.Stage)}")))
        {
            IsNumber = true,
            Hxl = "#value+list",
            Csv = row => string.Join("; ", row.Values.Select(value => $"{value.Money} ({value.Stage})")),
        },
        new("stage", RegisterWords.Furthest, row => new Cell(StageWords.Of(row.Furthest)) { Badge = ContributionTable.ToneOf(row.Furthest) })
        {
            SortBy = row => row.Furthest.Order,
            Filter = new Filter<OwnContribution>.OneOf(row => row.Furthest.ToString(), ContributionTable.StageName),
            IsShort = true,
            Hxl = "#status+code",
            Csv = row => row.Furthest.ToString(),
        },
        new("changed", GiftWords.Changed, row => Show.Instant(row.ChangedAt))
        {
            SortBy = row => row.ChangedAt,
            IsShort = true,
            Hxl = "#date+changed",
            Csv = row => row.ChangedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
    ]);

    /// <summary>Its offers.</summary>
    public Table<OwnOffer> Offers => new("gifts/offers", GiftWords.Offered,
    [
        new("title", NeedWords.Offer, row => new Cell(row.Title) { Link = Sent.Contains(row.Id) ? $"deliveries?goods={Uri.EscapeDataString(row.Title)}" : null, Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<OwnOffer>.Contains(row => row.Title),
            Hxl = "#item+name",
            Csv = row => row.Title,
        },
        new("item", NeedWords.Kind, row => ItemWords.Of(row.Specification.Item).ToString())
        {
            SortBy = row => ItemWords.Of(row.Specification.Item).ToString(),
            Filter = new Filter<OwnOffer>.OneOf(row => row.Specification.Item.ToString(), ContributionTable.KindName),
            Hxl = "#item+type",
            Csv = row => row.Specification.Item.ToString(),
        },
        new("units", NeedWords.Units, row => Show.Whole(row.Units))
        {
            IsNumber = true,
            SortBy = row => row.Units,
            Filter = new Filter<OwnOffer>.Measure(row => Design.Range.Of(row.Units), "pcs"),
            Hxl = "#item+quantity",
            Csv = row => row.Units.ToString(CultureInfo.InvariantCulture),
        },
        new("condition", NeedWords.Condition, row => ItemWords.Of(row.Condition).ToString())
        {
            Hxl = "#item+condition",
            Csv = row => row.Condition.ToString(),
        },
        When("available", NeedWords.AvailableFrom, "#date+available", row => row.AvailableFrom),
        new("place", NeedWords.Place, row => row.Place is null ? CommonWords.Unknown.ToString() : new Cell(row.Place) { Language = "en" })
        {
            Hxl = "#loc+name",
            Csv = row => row.Place,
        },
        new("country", NeedWords.DispatchCountry, row => row.DispatchCountry is { } country ? text.Of(country) : CommonWords.Unknown.ToString())
        {
            Hxl = "#country+code+dispatch",
            Csv = row => row.DispatchCountry?.Code,
        },
        When("arrival", NeedWords.Arrival, "#date+arrival", row => row.Arrival),
    ]);

    /// <summary>What the reader's organisation gives; nothing where the reader belongs to none.</summary>
    public static async Task<(IReadOnlyList<OwnContribution> Contributions, IReadOnlyList<OwnOffer> Offers)> ReadAsync(CurrentOperation current, Reader reader)
    {
        var found = await current.ReadAsync<Tuple<IReadOnlyList<OwnContribution>, IReadOnlyList<OwnOffer>>>(async (db, operation) =>
        {
            var contributions = await OwnGifts.Contributions(db, operation, reader.Organisation).AsNoTracking().OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id).ToListAsync();
            var offers = await OwnGifts.Offers(db, operation, reader.Organisation).AsNoTracking().OrderBy(row => row.Id).ToListAsync();
            return new(await OwnGifts.Views(db, operation, contributions), offers.ConvertAll(OwnGifts.View));
        });
        return found is null ? ([], []) : (found.Item1, found.Item2);
    }

    /// <summary>Which of some offers are in consignments that are not called off.</summary>
    public static async Task<IReadOnlySet<Id<Offer>>> SentOf(CurrentOperation current, IReadOnlyList<OwnOffer> offers)
    {
        var ids = offers.Select(offer => offer.Id).ToList();
        return await current.ReadAsync<HashSet<Id<Offer>>>(async (db, operation) =>
            [.. await db.ConsignmentLines.Where(line => line.Operation == operation && ids.Contains(line.Offer) && !line.Cancelled).Select(line => line.Offer).Distinct().ToListAsync()]) ?? [];
    }

    /// <summary>Whether a reader has a page of own gifts.</summary>
    public static bool Has(Reader reader) => reader is { Audience: Relight.Access.Audience.Donor, Organisation: not null };

    private static Column<OwnOffer> When(string key, Languages.Text title, string hxl, Func<OwnOffer, ReportedDate?> date) =>
        new(key, title, row => date(row) is { } known ? RegisterText.Of(known) : CommonWords.Unknown.ToString())
        {
            SortBy = row => date(row)?.Latest,
            IsShort = true,
            Hxl = hxl,
            Csv = row => date(row)?.Text,
        };
}
