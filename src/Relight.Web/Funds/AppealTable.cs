using System.Globalization;
using Relight.Funds;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;

namespace Relight.Web.Funds;

/// <summary>The table of appeals.</summary>
/// <param name="text">Values of the register in words.</param>
internal sealed class AppealTable(RegisterText text)
{
    public Table<AppealForDonor> Table => new("appeals", LayoutWords.Appeals, [.. What(), .. Progress(), .. When()]);

    private Column<AppealForDonor>[] What() =>
    [
        new("title", FundWords.Appeal, row => new Cell(row.Title) { Link = $"appeals/{row.Id}", Language = "en" })
        {
            SortBy = row => row.Title,
            Filter = new Filter<AppealForDonor>.Contains(row => row.Title),
            Hxl = "#activity+name",
            Csv = row => row.Title,
        },
        new("by", FundWords.By, row => text.DonorCell([row.By], false))
        {
            SortBy = row => text.Name(row.By),
            Hxl = "#org",
            Csv = row => row.By,
        },
        new("target", FundWords.Target, row => Target(row.Target))
        {
            Hxl = "#targeted",
            Csv = row => $"{row.Target.Bounds} {row.Target.Measure}",
        },
    ];

    private static Column<AppealForDonor>[] Progress() =>
    [
        Sum("answered", FundWords.Answered, "#reached+pledged", row => row.Stages[0]),
        Share("atLeast", FundWords.ShareAtLeast, "#reached+share+least", row => row.Stages[0].ShareAtLeast),
        Share("atMost", FundWords.ShareAtMost, "#reached+share+most", row => row.Stages[0].ShareAtMost),
        Sum("arrived", FundWords.Arrived, "#reached+arrived", Arrived),
    ];

    private static Column<AppealForDonor>[] When() =>
    [
        new("until", FundWords.Until, row => row.Until is { } day ? Show.Date(day) : FundWords.NoEnd.ToString())
        {
            SortBy = row => row.Until,
            IsShort = true,
            Hxl = "#date+end",
            Csv = row => row.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        new("state", FundWords.State, row => (row.Closed is null ? FundWords.Open : FundWords.Closed).ToString())
        {
            Filter = new Filter<AppealForDonor>.OneOf(row => row.Closed is null ? "open" : "closed", code => code == "open" ? FundWords.Open : FundWords.Closed),
            IsShort = true,
            Hxl = "#status",
            Csv = row => row.Closed is null ? "open" : "closed",
        },
    ];

    private static AppealStage Arrived(AppealForDonor row) =>
        row.Stages.First(at => at.Stage == (row.Target is MoneyTarget ? (Stage)MoneyStage.Paid : GoodsStage.Received));

    internal static string Target(AppealTarget target) => target switch
    {
        MoneyTarget money => money.Amount.Bounds.IsSpecified ? QuantityWords.Of(money.Amount) : $"{QuantityWords.Of(money.Amount)} ({money.Amount.Currency})",
        GoodsTarget goods => $"{ItemWords.Of(goods.Item)}: {QuantityWords.Of(goods.Amount)}",
        _ => QuantityWords.Of(target.Bounds),
    };

    private static Column<AppealForDonor> Sum(string key, Text title, string hxl, Func<AppealForDonor, AppealStage> at) =>
        new(key, title, row => QuantityWords.Short(at(row).Total))
        {
            IsNumber = true,
            Hxl = hxl,
            Csv = row => at(row).Total.ToString(),
        };

    private static Column<AppealForDonor> Share(string key, Text title, string hxl, Func<AppealForDonor, decimal?> share) =>
        new(key, title, row => share(row) is { } known ? Show.Percent((double)known) : CommonWords.Unknown.ToString())
        {
            IsNumber = true,
            SortBy = row => share(row),
            Hxl = hxl,
            Csv = row => share(row)?.ToString("0.####", CultureInfo.InvariantCulture),
        };
}
