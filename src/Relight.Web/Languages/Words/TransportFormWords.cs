using Relight.Matching;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the form that sets what is reckoned for the way of units.</summary>
public static class TransportFormWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Prices and paces of transport", "Ціни й темпи перевезень", "أسعار النقل وسرعاته");

    public static readonly Text Lead = new(
        "What stays empty is reckoned as usual. The paces only tell when something is there whose donor says no more than when it can leave.",
        "Порожнє рахується як звичайно. Темпи важать лише там, де донор каже тільки, коли вантаж може виїхати.",
        "ما يُترك فارغاً يُحسب كالمعتاد. ولا تؤثر السرعات إلا حيث لا يذكر المانح سوى موعد المغادرة.");

    public static readonly Text Reckon = new("Reckon with these", "Рахувати так", "احسبوا بهذه");
    public static readonly Text AsUsual = new("As usual", "Як звичайно", "كالمعتاد");
    public static readonly Text RoadFactor = new("Km by land for each as the crow flies", "Км суходолом на кожен по прямій", "كم براً لكل كيلومتر مستقيم");
    public static readonly Text By = new("All ways", "Усі шляхи", "كل الطرق");
    public static readonly Text ByUsual = new("as is usual for each", "як звичайно для кожного", "كالمعتاد لكل منها");
    public static readonly Text Worth = new("What a weighted MWh is worth, in euros", "Скільки варта зважена МВт·год, євро", "قيمة الميغاواط ساعة المرجّحة باليورو");
    public static readonly Text WorthHint = new("Empty: the cost only decides between equals.", "Порожньо: вартість вирішує лише між рівними.", "فارغ: تحسم التكلفة بين المتساويات فقط.");
    public static readonly Text Price = new("Euros for a tonne and kilometre", "Євро за тонну-кілометр", "يورو لكل طن وكيلومتر");
    public static readonly Text DaysBefore = new("Days before it begins", "Днів до початку", "الأيام قبل البدء");
    public static readonly Text KilometresADay = new("Km a day", "Км за день", "كم في اليوم");
    public static readonly Text Usual = new("usual: {0}", "звичайно: {0}", "المعتاد: {0}");
    public static readonly Text Published = new("from a table of prices in the United States", "з таблиці цін у США", "من جدول أسعار في الولايات المتحدة");
    public static readonly Text Assumed = new("assumed", "припущення", "افتراض");
    public static readonly Text Regulation = new("by the hours that drivers may drive", "за годинами, які можуть вести водії", "وفق الساعات المسموح بها للسائقين");
#pragma warning restore CS1591

    /// <summary>Where the usual price of a means comes from.</summary>
    public static Text SourceOf(TransportMeans means) => means is TransportMeans.HeavyRoad or TransportMeans.Sea ? Assumed : Published;

    /// <summary>Sentences about what the form must hold.</summary>
    internal static IReadOnlyList<Text> All { get; } =
    [
        new("must be a number from {0} to {1}", "має бути числом від {0} до {1}", "يجب أن يكون عدداً من {0} إلى {1}"),
        new("must be one of road, heavyRoad, rail, sea, air", "має бути одним із варіантів", "يجب أن يكون أحد الخيارات"),
    ];
}
