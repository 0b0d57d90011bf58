using Relight.Register;

namespace Relight.Intake;

/// <summary>Claims as a table: each row says what one source says, with where the source stands.</summary>
internal static class ClaimTable
{
    /// <summary>The column of the words that a claim rests on.</summary>
    public const string Quote = "quote";

    /// <summary>The column of the text that is kept of a source.</summary>
    public const string SourceText = "source_text";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("donors", "who gives, by name or id; several who give jointly with semicolons between them", "France; Monaco", true, ["claim.donors"], ["donor", "donor country", "given by"]),
        new("recipient", "to whom, by name or id", "Ukraine", false, ["claim.recipient"]),
        new("item", "what is given: a word such as generatingSet, powerTransformer, money, fuel, unspecified", "generatingSet", true, ["claim.item.kind"], ["item type", "kind"]),
        new("description", "what is given, in words", "generating sets of 50 to 100 kVA", false, ["claim.item.description"], ["item description"]),
        new("quantity", "how much of it: 100, >=500, about 480, 10 to 20, unspecified; empty for money", "100", false, ["claim.quantity"], ["number", "count"]),
        new("unit", "unit of the quantity; pcs where it is left out", "pcs"),
        new("value", "the money given, or what the goods are worth", "1500000", false, ["claim.value"], ["amount"]),
        new("currency", "currency of the value, ISO 4217; XXX where the source names none", "EUR"),
        new("stage", "how far it has come: announced, committed, allocated, dispatched, received, inService; for money pledged, signed, paid, reserved, contracted, spent; or withdrawn, lost", "announced", true, ["claim.stage"], ["status"]),
        new("date", "when that was: 2022-12-16, 2022-12-16/23, 2022-12 (mid), 2022", "2022-12-16", true, ["claim.date"], ["announcement date", "date of announcement"]),
        new(Quote, "the words of the source that it rests on", "France will send 100 generators", true, ["claim.quote"], ["wording"]),
        new("channel", "the channel that the help takes", "civil protection mechanism", false, ["claim.channel"]),
        new("note", "what to beware of", "may be in an earlier total", false, ["claim.note"], ["comment", "remarks"]),
        new("source_address", "where the source was found: an http or https address", "https://example.org/news/17", true, ["source.address"], ["source", "url", "source url", "link"]),
        new("source_publisher", "who published it; the host of the address where it is left out", "Example News", false, ["source.publisher"], ["publisher"]),
        new("source_published", "when it was published", "2022-12-16", false, ["source.published"], ["published"]),
        new("source_language", "its language, BCP 47", "en", true, ["source.language"], ["language"]),
        new("source_retrieved", "the day on which it was read", "2022-12-17", true, ["source.retrieved"], ["retrieved", "accessed"]),
        new(SourceText, "the text or excerpt that is kept; the quote where it is left out", "", false, ["source.text"], ["excerpt", "text"]),
        new("reference", "its number in your own list: the same row keeps its id when it is imported again", "17", false, ["claim.id"], ["id", "no"]),
    ];

    // Stands in for a quote that is missing, in the text of the source too.
    private const string NoQuote = "?";

    public static Draft Read(RowReader row, Id<Operation> operation)
    {
        var kind = row.Choice<ItemKind>("item", other: ItemKind.Money);
        var date = row.Date("date");
        if (date is null && row.Text("date") is null)
            row.Fault("date", null, "must be given");
        var (quote, donors, stage) = (row.Required(Quote), row.Organisations("donors"), StageOf(row, row.Faulty.Contains("item") ? null : kind));
        var description = row.Text("description") ?? row.Text("item") ?? "";
        var source = SourceOf(row, quote, operation);
        var (quantity, value) = (row.Quantity("quantity", "unit"), row.Money("value", "currency", date?.Earliest == date?.Latest ? date?.Latest : null));
        var (recipient, channel, note, id) = (row.Organisation("recipient"), row.Text("channel"), row.Text("note"), row.IdFor<Claim>(operation, ImportKind.Claims));
        return new Draft(row.Row)
        {
            Source = source,
            Claim = new Claim
            {
                Id = id,
                Source = source.Id,
                Donors = donors.Count > 0 ? new DonorGroup(donors) : DonorGroup.Of(default(Id<Organisation>)),
                Recipient = recipient,
                Item = new Item(kind, description),
                Quantity = quantity,
                Value = value,
                Stage = stage,
                Date = date ?? ReportedDate.On(row.StandIn(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1))),
                Quote = quote.Length > 0 ? quote : NoQuote,
                Channel = channel,
                Note = note,
            },
        };
    }

    private static Stage StageOf(RowReader row, ItemKind? kind)
    {
        var text = row.Required("stage");
        if (Stage.TryParse(text, null, out var whole))
            return whole;
        var plain = ImportColumn.Plain(text);
        foreach (var stage in s_stages.Where(stage => kind is null || stage.IsMoney == (kind == ItemKind.Money)))
            if (ImportColumn.Plain(stage.Name) == plain)
                return stage;
        const string OfMoney = "pledged, signed, paid, reserved, contracted, spent, withdrawn or lost";
        const string OfGoods = "announced, committed, allocated, dispatched, received, inService, withdrawn or lost";
        if (text.Length > 0)
            row.Fault("stage", text, kind switch
            {
                null => $"must be a stage of goods: {OfGoods}; or of money: {OfMoney}",
                ItemKind.Money => $"must be a stage of money: {OfMoney}",
                _ => $"must be a stage of goods: {OfGoods}",
            });
        return row.StandIn<Stage>(GoodsStage.Announced, MoneyStage.Pledged);
    }

    private static readonly Stage[] s_stages =
        [.. Stage.OfGoods, GoodsStage.Withdrawn, GoodsStage.Lost, .. Stage.OfMoney, MoneyStage.Withdrawn, MoneyStage.Lost];

    private static Source SourceOf(RowReader row, string quote, Id<Operation> operation)
    {
        var text = row.Text(SourceText) ?? (quote.Length > 0 ? quote : NoQuote);
        var (published, language) = (row.Date("source_published"), row.Code<Language>("source_language", "must be a BCP 47 language such as uk"));
        if (language is null && row.Text("source_language") is null)
            row.Fault("source_language", null, "must be given");
        var (retrieved, given, publisher) = (RetrievedOf(row), row.Required("source_address"), row.Text("source_publisher"));
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            if (given.Length > 0)
                row.Fault("source_address", given, "must be an absolute http or https address");
            address = new Uri("https://example.org/");
        }
        var draft = new Source(default, address, publisher ?? address.Host, published, language ?? Language.Parse("en", null), retrieved ?? DateTimeOffset.UnixEpoch, text);
        return draft with { Id = Id<Source>.Named($"import {operation} {address.AbsoluteUri} {draft.Sha256}") };
    }

    private static DateTimeOffset? RetrievedOf(RowReader row)
    {
        var text = row.Required("source_retrieved");
        if (text.Length == 0)
            return null;
        if (DateTimeOffset.TryParseExact(
            Numerals.Plain(text), ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "O"], System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var retrieved))
            return retrieved;
        row.Fault("source_retrieved", text, "must be a day such as 2022-12-17, or an instant such as 2022-12-17T08:00:00Z");
        return null;
    }
}
