using Relight.Matching;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the wanted list.</summary>
public static class WantedWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Wanted list", "Список потрібного", "قائمة المطلوب");

    public static readonly Text Lead = new(
        "What is missing, and what one more of it would bring, found by planning anew. No place is named.",
        "Чого бракує і що дала б ще одна одиниця, за новим плануванням. Місць не названо.",
        "ما ينقص، وما تجلبه وحدة إضافية منه، بحسب تخطيط جديد. لا يُذكر أي مكان.");

    public static readonly Text Unit = new("Missing", "Бракує", "الناقص");
    public static readonly Text Units = new("Units", "Одиниць", "الوحدات");
    public static readonly Text OneMore = new("One more brings, MWh", "Ще одна дає, МВт·год", "وحدة إضافية تجلب، م.و.س");
    public static readonly Text OneMorePeople = new("One more spares, people-hours", "Ще одна дає, людино-годин", "وحدة إضافية توفّر، ساعات أشخاص");
    public static readonly Text Sooner = new("A week sooner brings, MWh", "На тиждень раніше, МВт·год", "أسبوع أبكر يجلب، م.و.س");
    public static readonly Text SoonerPeople = new("A week sooner spares, people-hours", "На тиждень раніше, людино-годин", "أسبوع أبكر يوفّر، ساعات أشخاص");
    public static readonly Text Sheet = new("Sheet to print", "Аркуш для друку", "ورقة للطباعة");
    public static readonly Text SheetTitle = new("What is wanted most", "Що потрібне найбільше", "أكثر ما هو مطلوب");
    public static readonly Text Shortest = new("The shortest specification that serves", "Найкоротші вимоги, яких досить", "أقصر مواصفة تفي");
    public static readonly Text NotPlanned = new("Planning does not tell.", "Планування цього не показує.", "لا يبيّنه التخطيط.");
    public static readonly Text PrintHint = new("Print this page: menus are left out.", "Надрукуйте сторінку: меню не друкуються.", "اطبع الصفحة: لا تُطبع القوائم.");
    public static readonly Text MoreInList = new("{0} more stand in the wanted list and in its file.", "Ще {0} — у списку потрібного та в його файлі.", "و{0} أخرى في قائمة المطلوب وفي ملفها.");
    public static readonly Text Brings = new("One more at once brings {0} MWh and spares people {1} hours without power.", "Ще одна негайно дає {0} МВт·год і заощаджує людям {1} годин без світла.", "وحدة إضافية فوراً تجلب {0} م.و.س وتوفّر على الناس {1} ساعة بلا كهرباء.");
    public static readonly Text BringsSooner = new("The same a week sooner: {0} MWh, {1} people-hours.", "Те саме на тиждень раніше: {0} МВт·год, {1} людино-годин.", "الوحدة نفسها قبل أسبوع: {0} م.و.س و{1} ساعة أشخاص.");

    public static readonly Text Rest = new("Lacking to make whole what is begun", "Бракує, щоб завершити розпочате", "الناقص لإكمال ما بُدئ");

    private static readonly Text s_rest = new(
        "One is begun: it takes {0} units, and lacks {1} like those that are there.",
        "Один комплект розпочато: з {0} одиниць, що його складають, бракує {1}, таких самих, як наявні.",
        "إحداها مبدوءة: من أصل {0} وحدات تكوّنها ينقص {1}، من نوع الموجود.");

    private static readonly Text s_between = new("{0}, {1}/{2} kV", "{0}, {1}/{2} кВ", "{0}، {1}/{2} كيلوفولت");
    private static readonly Text s_at = new("{0}, {1} kV", "{0}, {1} кВ", "{0}، {1} كيلوفولت");
#pragma warning restore CS1591

    /// <summary>What is missing, in the language of the page; it gives no site away.</summary>
    public static string NameOf(WantedUnit unit) => unit switch
    {
        { Shortest: { } requirement } => NeedWords.TitleOf(requirement),
        { HighKilovolts: { } high, LowKilovolts: { } low } => s_between.With(Of(unit.Part), Show.Number(high), Show.Number(low)),
        { HighKilovolts: { } high } => s_at.With(Of(unit.Part), Show.Number(high)),
        _ => Of(unit?.Part),
    };

    /// <summary>What is lacking of a unit that is begun; null where none is.</summary>
    public static string? RestOf(WantedUnit unit) =>
        unit is { Rest: > 0 and var rest, Together: var together } ? s_rest.With(Show.Whole(together), Show.Whole(rest)) : null;

    private static Text Of(WantedPart? part) => part switch
    {
        WantedPart.Transformer => new("Parts of a power transformer", "Частини силового трансформатора", "قطع محول قدرة"),
        WantedPart.Line => new("Parts of a line", "Частини лінії", "قطع خط"),
        WantedPart.Bars => new("Bars, breakers and disconnectors", "Шини, вимикачі та роз’єднувачі", "قضبان وقواطع وفواصل"),
        _ => new("Parts of a generating unit", "Частини генеруючого блока", "قطع وحدة توليد"),
    };
}
