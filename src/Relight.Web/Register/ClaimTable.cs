using Relight.Register;
using Relight.Storage;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Languages.Words;
using Order = Relight.Storage.RowOrder<Relight.Register.Claim, Relight.Storage.ClaimRow>;

namespace Relight.Web.Register;

/// <summary>The table of claims.</summary>
/// <param name="text">Values of the register in words.</param>
/// <param name="kept">The lists in memory.</param>
internal sealed class ClaimTable(RegisterText text, KeptLists kept)
{
    public Table<ClaimInList> Table => new("claims", RegisterWords.ListOfClaims,
    [
        new("date", RegisterWords.Date, row => new Cell(RegisterText.Of(row.Claim.Date)) { Link = $"claims/{row.Claim.Id}" })
        {
            SortBy = row => row.Claim.Date.Earliest,
            Hxl = "#date+reported",
            Csv = row => row.Claim.Date.Text,
        },
        new("donor", RegisterWords.Donors, row => text.DonorCell(row.Claim.Donors, row.Claim.Donors.Count > 1))
        {
            SortBy = row => text.Donors(row.Claim.Donors, false),
            Filter = new Filter<ClaimInList>.Contains(row => text.Donors(row.Claim.Donors, false) + string.Join(' ', row.Claim.Donors)),
            Hxl = "#org+funding+list",
            Csv = row => string.Join("; ", row.Claim.Donors),
        },
        new("item", RegisterWords.Item, row => ItemWords.Of(row.Claim.Item.Kind).ToString())
        {
            SortBy = row => ItemWords.Of(row.Claim.Item.Kind).ToString(),
            Filter = new Filter<ClaimInList>.OneOf(row => row.Claim.Item.Kind.ToString(), ContributionTable.KindName) { Codes = Enum.GetNames<ItemKind>() },
            Hxl = "#item+type",
            Csv = row => row.Claim.Item.Kind.ToString(),
        },
        new("quantity", RegisterWords.Quantity, row => row.Claim.Quantity is null ? "–" : QuantityWords.Of(row.Claim.Quantity))
        {
            IsNumber = true,
            SortBy = row => row.Claim.Quantity?.Bounds.Lower,
            Filter = new Filter<ClaimInList>.Measure(row => RangeOf(row.Claim.Quantity), "pcs"),
            Hxl = "#item+quantity",
            Csv = row => row.Claim.Quantity?.ToString(),
        },
        new("value", RegisterWords.Money, row => row.Claim.Value is null ? "–" : QuantityWords.Of(row.Claim.Value))
        {
            IsNumber = true,
            SortBy = row => row.Claim.Value?.Bounds.Lower,
            Hxl = "#value",
            Csv = row => row.Claim.Value?.ToString(),
        },
        new("stage", RegisterWords.Stage, row => new Cell(StageWords.Of(row.Claim.Stage)) { Badge = ContributionTable.ToneOf(row.Claim.Stage) })
        {
            SortBy = row => row.Claim.Stage.Order,
            Filter = new Filter<ClaimInList>.OneOf(row => row.Claim.Stage.ToString(), ContributionTable.StageName) { Codes = ContributionTable.StageCodes },
            IsShort = true,
            Hxl = "#status+code",
            Csv = row => row.Claim.Stage.ToString(),
        },
        new("source", RegisterWords.Source, row => new Cell(row.Claim.Publisher) { Link = row.Claim.Address.AbsoluteUri, Language = row.Claim.Language.Tag })
        {
            SortBy = row => row.Claim.Publisher,
            Filter = new Filter<ClaimInList>.Contains(row => row.Claim.Publisher),
            Hxl = "#meta+source+url",
            Csv = row => row.Claim.Address.AbsoluteUri,
        },
        new("contribution", RegisterWords.AdoptedInto, row => row.Contribution is { } id
            ? new Cell(RegisterWords.Contribution) { Link = $"contributions/{id}" }
            : new Cell(RegisterWords.NotAdopted) { Badge = Tone.Open })
        {
            Filter = new Filter<ClaimInList>.OneOf(row => row.Contribution is null ? "no" : "yes", code => code == "no" ? RegisterWords.NotAdopted : CommonWords.Yes) { Codes = ["yes", "no"] },
            IsShort = true,
            Hxl = "#activity+id",
            Csv = row => row.Contribution?.ToString(),
        },
    ]);

    /// <summary>The table as it is searched and read.</summary>
    public StoredTable<Claim, ClaimRow, ClaimInList> Stored => new(
        Table,
        new Dictionary<string, StoredColumn<Claim, ClaimRow>>
        {
            ["date"] = new(Order.By(row => row.Date)),
            ["donor"] = new(Order.By(row => row.DonorNames), async (db, operation, words) => ClaimSearch.Donor(await text.GroupsNamed(db, operation, words))),
            ["item"] = new(Order.By(row => row.Item), Whether(words => ListWords.Members<ItemKind>(words) is { } kinds ? ClaimSearch.Item(kinds) : null)),
            ["quantity"] = new(Order.By(row => row.Lower), Whether(words => ListWords.Quantity(words) is { } range ? ClaimSearch.Quantity(range) : null)),
            ["value"] = new(Order.By(row => row.ValueLower)),
            ["stage"] = new(Order.By(row => row.Step), Whether(words => ListWords.Stages(words) is { } stages ? ClaimSearch.Stage(stages) : null)),
            ["source"] = new(Order.By(row => row.Publisher), Whether(ClaimSearch.Publisher)),
            ["contribution"] = new(null, Whether(words => ClaimSearch.Adopted(words != "no"))),
        },
        Order.By(row => row.Date),
        false,
        (db, operation, rows, cancel) => ClaimList.InList(db, operation, [.. rows.Select(row => row.Id)], cancel))
    {
        Search = (_, operation, conditions, order, descending) => kept.Claims(operation, conditions, order, descending),
    };

    private static Func<RelightContext, Id<Operation>, string, Task<ListCondition?>> Whether(Func<string, ListCondition?> condition) =>
        (_, _, words) => Task.FromResult(condition(words));

    private static Design.Range? RangeOf(Quantity? quantity) => quantity is { Unit: var unit, Bounds: { IsSpecified: true } bounds } && unit == Unit.Piece
        ? new Design.Range((double)bounds.Lower, (double?)bounds.Upper ?? double.PositiveInfinity)
        : null;
}
