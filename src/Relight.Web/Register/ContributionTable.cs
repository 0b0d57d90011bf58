using System.Globalization;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Languages.Words;
using Order = Relight.Storage.RowOrder<Relight.Register.Contribution, Relight.Storage.ContributionRow>;

namespace Relight.Web.Register;

/// <summary>The table of contributions.</summary>
/// <param name="text">Values of the register in words.</param>
/// <param name="kept">The lists in memory.</param>
internal sealed class ContributionTable(RegisterText text, KeptLists kept)
{
    public Table<ContributionInList> Table => new("contributions", RegisterWords.ListOfContributions,
    [
        new("title", RegisterWords.Title, row => new Cell(row.Title) { Link = $"contributions/{row.Id}", Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<ContributionInList>.Contains(row => row.Title),
            Hxl = "#activity+name",
            Csv = row => row.Title,
        },
        new("donor", RegisterWords.Donors, row => text.DonorCell(row.Donors, row.Jointly))
        {
            SortBy = row => text.Donors(row.Donors, row.Jointly),
            Filter = new Filter<ContributionInList>.Contains(row => text.Donors(row.Donors, row.Jointly) + string.Join(' ', row.Donors)),
            Hxl = "#org+funding+list",
            Csv = row => string.Join("; ", row.Donors),
        },
        new("item", RegisterWords.What, row => Lines(row.Items.Select(RegisterText.Of)))
        {
            Filter = new Filter<ContributionInList>.OneOf(row => row.Items.Count > 0 ? row.Items[0].Item.Kind.ToString() : "", KindName) { Codes = Enum.GetNames<ItemKind>() },
            Hxl = "#item+list",
            Csv = row => string.Join("; ", row.Items.Select(item => $"{item.Item.Kind}: {item.Quantity} ({item.Stage})")),
        },
        new("value", RegisterWords.Money, row => Lines(row.Values.Select(value => QuantityWords.Of(value.Money))))
        {
            IsNumber = true,
            Hxl = "#value+list",
            Csv = row => string.Join("; ", row.Values.Select(value => $"{value.Money} ({value.Stage})")),
        },
        new("stage", RegisterWords.Furthest, row => new Cell(StageWords.Of(row.Furthest)) { Badge = ToneOf(row.Furthest) })
        {
            SortBy = row => row.Furthest.Order,
            Filter = new Filter<ContributionInList>.OneOf(row => row.Furthest.ToString(), StageName) { Codes = StageCodes },
            IsShort = true,
            Hxl = "#status+code",
            Csv = row => row.Furthest.ToString(),
        },
        new("claims", RegisterWords.ClaimCount, row => Show.Whole(row.Claims))
        {
            IsNumber = true,
            SortBy = row => row.Claims,
            Filter = new Filter<ContributionInList>.Measure(row => Design.Range.Of(row.Claims), ""),
            Hxl = "#meta+claims+num",
            Csv = row => row.Claims.ToString(CultureInfo.InvariantCulture),
        },
    ]);

    /// <summary>The table as it is searched and read.</summary>
    public StoredTable<Contribution, ContributionRow, ContributionInList> Stored => new(
        Table,
        new Dictionary<string, StoredColumn<Contribution, ContributionRow>>
        {
            ["title"] = new(Order.By(row => row.Title), Whether(ContributionSearch.Title)),
            ["donor"] = new(Order.By(row => row.DonorNames), async (db, operation, words) => ContributionSearch.Donor(await text.GroupsNamed(db, operation, words))),
            ["item"] = new(null, Whether(words => ListWords.Members<ItemKind>(words) is [var kind] ? ContributionSearch.FirstItem(kind) : null)),
            ["stage"] = new(Order.By(row => row.Step), Whether(words => ListWords.Stages(words) is { } stages ? ContributionSearch.Furthest(stages) : null)),
            ["claims"] = new(Order.By(row => row.Claims), Whether(words => ListWords.Whole(words) is { } range ? ContributionSearch.Claims(range.Low, range.High) : null)),
        },
        Order.By(row => row.ChangedAt),
        true,
        ContributionList.Views)
    {
        Search = (_, operation, conditions, order, descending) => kept.Contributions(operation, conditions, order, descending),
    };

    internal static IReadOnlyList<string> StageCodes { get; } =
        [.. Stage.OfGoods.Append(GoodsStage.Withdrawn).Append(GoodsStage.Lost).Concat(Stage.OfMoney).Append(MoneyStage.Withdrawn).Append(MoneyStage.Lost).Select(stage => stage.ToString())];

    private static Func<RelightContext, Id<Operation>, string, Task<ListCondition?>> Whether(Func<string, ListCondition?> condition) =>
        (_, _, words) => Task.FromResult(condition(words));

    internal static Tone ToneOf(Stage stage) => stage switch
    {
        { IsOut: true } => Tone.Bad,
        { Goods: GoodsStage.InService } or { Money: MoneyStage.Spent } => Tone.Good,
        { Order: >= 3 } => Tone.Work,
        _ => Tone.None,
    };

    internal static string StageName(string code) => Stage.TryParse(code, CultureInfo.InvariantCulture, out var stage) ? StageWords.Of(stage) : code;

    internal static string KindName(string code) => Enum.TryParse<ItemKind>(code, out var kind) ? ItemWords.Of(kind) : code;

    internal static Cell Lines(IEnumerable<string> lines)
    {
        var all = lines.Distinct().ToList();
        return new Cell(all.FirstOrDefault("")) { Note = all.Count > 1 ? string.Join(" · ", all.Skip(1)) : null };
    }
}
