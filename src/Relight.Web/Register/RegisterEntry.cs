using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Web.Api;
using Relight.Web.Design;
using Relight.Web.Forms;
using Relight.Web.Languages.Words;

namespace Relight.Web.Register;

/// <summary>What the forms of the register have in common: their choices, and the values that are read from several fields.</summary>
internal static class RegisterEntry
{
    /// <summary>Name of the list of donors.</summary>
    public const string Donors = "donors";

    /// <summary>The field of a row of donors.</summary>
    public const string DonorPart = "id";

    private const int MostDonors = 30;

    // Languages that sources on help from abroad are written in; the name of each stands in the data of the pages.
    private static readonly string[] s_languages =
        ["en", "uk", "ar", "az", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hr", "hu", "it", "ja", "ka", "kk", "ko", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "zh"];

    private static readonly Stage[] s_goods = [.. Stage.OfGoods, GoodsStage.Withdrawn, GoodsStage.Lost];
    private static readonly Stage[] s_money = [.. Stage.OfMoney, MoneyStage.Withdrawn, MoneyStage.Lost];

    /// <summary>Kinds of items.</summary>
    public static IEnumerable<EntryOption> Items => EntryOption.Of<ItemKind>(kind => ItemWords.Of(kind));

    /// <summary>Units of measure.</summary>
    public static IEnumerable<EntryOption> Units => Unit.All.Select(unit => new EntryOption(unit.Code, UnitWords.Of(unit)));

    /// <summary>Currencies.</summary>
    public static IEnumerable<EntryOption> Currencies =>
        Currency.AllCodes.Select(code => new EntryOption(code, QuantityWords.Of(Currency.Parse(code, null))));

    /// <summary>Stages of goods, then those of money.</summary>
    public static IEnumerable<EntryOption> Stages => OfStages(s_goods).Concat(OfStages(s_money));

    /// <summary>The stages of goods, or those of money.</summary>
    public static IEnumerable<EntryOption> StagesOf(bool money) => OfStages(money ? s_money : s_goods);

    /// <summary>Areas of the first administrative level.</summary>
    public static IEnumerable<EntryOption> Areas => AreaWords.Codes.Select(code => new EntryOption(code, AreaWords.Of(code))).OrderBy(option => option.Title, StringComparer.CurrentCulture);

    /// <summary>Languages that sources are written in, by their names in the language of the page.</summary>
    public static IEnumerable<EntryOption> LanguagesOfSources(RegisterText text) =>
        s_languages.Select(tag => new EntryOption(tag, text.Of(Language.Parse(tag, null)))).OrderBy(option => option.Title, StringComparer.CurrentCulture);

    /// <summary>The organisations of the operation, by name.</summary>
    public static async Task<IReadOnlyList<EntryOption>> Organisations(CurrentOperation current, RegisterText text) =>
        await current.ReadAsync<IReadOnlyList<EntryOption>>(async (db, operation) =>
        [
            .. (await db.Organisations.AsNoTracking().Where(row => row.Operation == operation).Select(row => new { row.Id, row.Name }).ToListAsync())
                .Select(row => new EntryOption($"{row.Id}", text.Name(row.Name), text.LanguageOf(row.Name))).OrderBy(option => option.Title, StringComparer.CurrentCulture),
        ]) ?? [];

    /// <summary>How many rows for donors a form shows.</summary>
    public static int DonorRows(Entry entry) => entry.Rows(Donors, DonorPart, begin: 2, most: MostDonors);

    /// <summary>Who gives, alone or jointly; where nobody is named that is noted, and somebody whom nobody knows stands in.</summary>
    public static DonorGroup DonorsOf(Entry entry)
    {
        var ids = entry.Filled(Donors, DonorRows(entry), DonorPart)
            .Select(row => entry.Id<Organisation>($"{Entry.RowOf(Donors, row)}.{DonorPart}")).OfType<Id<Organisation>>().ToList();
        if (ids.Count == 0)
            entry.Refuse(Donors, null, "there must be at least one donor");
        return GivenDonors.Of(ids);
    }

    /// <summary>The values of a claim that are ticked; where none is, the register refuses it.</summary>
    public static ClaimParts PartsOf(Entry entry) =>
        Parts.Where(part => entry.Flag(part.Field)).Aggregate(ClaimParts.None, (parts, part) => parts | part.Part);

    /// <summary>The values of a claim, and the field that each is ticked in.</summary>
    public static IReadOnlyList<(ClaimParts Part, string Field)> Parts { get; } =
    [
        (ClaimParts.Donors, "partDonors"), (ClaimParts.Recipient, "partRecipient"), (ClaimParts.Quantity, "partQuantity"), (ClaimParts.Value, "partValue"),
    ];

    /// <summary>The values of a claim in words.</summary>
    public static Languages.Text NameOf(ClaimParts part) => part switch
    {
        ClaimParts.Donors => RegisterWords.Donors,
        ClaimParts.Recipient => RegisterWords.Recipient,
        ClaimParts.Quantity => RegisterWords.Quantity,
        _ => RegisterWords.Money,
    };

    /// <summary>A stage; where none is chosen that is noted, and the first one of goods stands in.</summary>
    public static Stage StageOf(Entry entry, string field) => Chosen<Stage>(entry, field, default);

    /// <summary>A unit of measure; where none is chosen that is noted, and pieces stand in.</summary>
    public static Unit UnitOf(Entry entry, string field) => Chosen(entry, field, Unit.Piece);

    /// <summary>A currency; where none is chosen that is noted, and the unknown one stands in.</summary>
    public static Currency CurrencyOf(Entry entry, string field) => Chosen(entry, field, Currency.Unknown);

    private static T Chosen<T>(Entry entry, string field, T standIn)
        where T : IParsable<T>
    {
        var text = entry.Text(field);
        if (T.TryParse(text, null, out var chosen))
            return chosen;
        entry.Refuse(field, text, text is null ? "must be given" : "must be one of the choices");
        return standIn;
    }

    private static IEnumerable<EntryOption> OfStages(IReadOnlyList<Stage> stages) => stages.Select(stage => new EntryOption(
        $"{stage}", $"{(stage.IsMoney ? ItemWords.Of(ItemKind.Money) : RegisterFormWords.Goods)} · {StageWords.Of(stage)}"));
}
