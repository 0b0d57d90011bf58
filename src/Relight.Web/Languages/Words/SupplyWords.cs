using Relight.Supply;
using Relight.Web.Supply;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the page on supply and dependence.</summary>
public static class SupplyWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Lead = new(
        "Which countries the goods come from, what is left if one falls away, and when makers could meet the needs.",
        "З яких країн надходять товари, що лишиться без однієї з них і коли виробники могли б задовольнити потреби.",
        "من أي بلدان تأتي السلع، وما الذي يبقى إذا غاب أحدها، ومتى يمكن للمصنّعين تلبية الاحتياجات.");

    public static readonly Text Goods = new("Goods", "Товари", "السلع");
    public static readonly Text Everything = new("everything", "усі", "كل السلع");
    public static readonly Text Show = new("Show", "Показати", "عرض");
    public static readonly Text OfferedByOrigin = new("Offered, by the country that they were made in", "Запропоновано, за країною виробництва", "المعروض بحسب بلد الصنع");
    public static readonly Text OfferedByDispatch = new("Offered, by the country that they leave from", "Запропоновано, за країною відправлення", "المعروض بحسب بلد الإرسال");
    public static readonly Text MadeByOrigin = new("Made in a month, at least, by country of the works", "Виробляють за місяць, щонайменше, за країною заводу", "المصنوع شهرياً، على الأقل، بحسب بلد المصنع");
    public static readonly Text Country = new("Country", "Країна", "البلد");
    public static readonly Text Units = new("Units", "Одиниць", "الوحدات");
    public static readonly Text Share = new("Share", "Частка", "الحصة");

    public static readonly Text Index = new(
        "Herfindahl-Hirschman index: {0} (10,000 is one country alone)",
        "Індекс Герфіндаля-Гіршмана: {0} (10 000 означає одну-єдину країну)",
        "مؤشر هيرفندال-هيرشمان: {0} (10000 تعني بلداً واحداً وحده)");

    public static readonly Text Without = new("If one country of origin falls away", "Якщо одна країна виробництва випаде", "إذا غاب أحد بلدان الصنع");
    public static readonly Text OfferedLeft = new("Offered units left", "Лишиться запропонованих одиниць", "الوحدات المعروضة الباقية");
    public static readonly Text ServedLeft = new("Needed units: {0}; offers serve", "Потрібних одиниць: {0}; пропозиції покриють", "الوحدات المطلوبة: {0}؛ تغطي العروض");
    public static readonly Text AtBest = new("Makers meet all, at best", "Виробники покриють усе, найраніше", "يلبي المصنّعون الكل، في أحسن حال");
    public static readonly Text AtMost = new("At the latest", "Найпізніше", "في أبعد أجل");
    public static readonly Text NoDay = new("not with what is known", "не з тим, що відомо", "لا بما هو معروف");
    public static readonly Text Outlook = new("When makers could meet the needs", "Коли виробники могли б задовольнити потреби", "متى يمكن للمصنّعين تلبية الاحتياجات");
    public static readonly Text OrderedOn = new("If ordered on {0}; the most urgent first", "Якщо замовити {0}; спершу найнагальніші", "إذا طُلبت في {0}، والأشد إلحاحاً أولاً");
    public static readonly Text InTimeTitle = new("In time", "Вчасно", "في الموعد");
    public static readonly Text Makers = new("What makers can make", "Що можуть виробити виробники", "ما يمكن للمصنّعين صنعه");
    public static readonly Text Countries = new("Which countries goods come from", "З яких країн надходять товари", "من أي بلدان تأتي السلع");
    public static readonly Text MadeByDispatch = new("Made in a month, at least, by the country that it leaves from", "Виробляють за місяць, щонайменше, за країною відправлення", "المصنوع شهرياً، على الأقل، بحسب بلد الإرسال");
    public static readonly Text NoUnits = new("No units.", "Немає одиниць.", "لا وحدات.");
    public static readonly Text ServedNow = new("Needed units: {0}. If no country falls away, offers serve: {1}.", "Потрібних одиниць: {0}. Якщо жодна країна не випаде, пропозиції покриють: {1}.", "الوحدات المطلوبة: {0}. إذا لم يغب أي بلد تغطي العروض: {1}.");
    public static readonly Text AllMet = new("All needs together, at best: {0}; at the latest: {1}.", "Усі потреби разом, найраніше: {0}; найпізніше: {1}.", "كل الاحتياجات معاً، في أحسن حال: {0}؛ في أبعد أجل: {1}.");
    public static readonly Text Product = new("Product", "Виріб", "المنتج");
    public static readonly Text Maker = new("Maker", "Виробник", "المصنّع");
    public static readonly Text PerMonth = new("Made in a month", "Виробляють за місяць", "المصنوع شهرياً");
    public static readonly Text OrderBook = new("Ordered before", "Замовлено раніше", "مطلوب سابقاً");
    public static readonly Text LeadDays = new("Lead time, days", "Строк виготовлення, днів", "مدة التصنيع، أيام");
    public static readonly Text Origin = new("Made in", "Виробництво", "بلد الصنع");
    public static readonly Text AsOf = new("As of", "Станом на", "بتاريخ");
    public static readonly Text NotReckoned = new("Not reckoned with", "Не враховано", "لم يُحسب");
#pragma warning restore CS1591

    /// <summary>Why something is not reckoned with.</summary>
    public static Text Of(NotReckoned left) => left?.Why switch
    {
        WhyNotReckoned.IsMoney => new("money is not made", "гроші не виробляють", "الأموال لا تُصنع"),
        WhyNotReckoned.IsNotInPieces => new("is not counted in units, as makers are", "рахують не в одиницях, як у виробників", "لا يُعدّ بالوحدات كما لدى المصنّعين"),
        WhyNotReckoned.AmountUnknown => new("how many are needed is not known", "невідомо, скільки потрібно", "لا يُعرف كم المطلوب"),
        WhyNotReckoned.RateUnknown => new("how many are made in a month is not known", "невідомо, скільки виробляють за місяць", "لا يُعرف كم يُصنع شهرياً"),
        _ => new("its lead time is not known", "строк виготовлення невідомий", "مدة التصنيع غير معروفة"),
    };

    /// <summary>Which units are told apart by country.</summary>
    internal static Text Of(SupplyShare share) => share switch
    {
        SupplyShare.OfferedByOrigin => OfferedByOrigin,
        SupplyShare.OfferedByDispatch => OfferedByDispatch,
        SupplyShare.MadeByOrigin => MadeByOrigin,
        _ => MadeByDispatch,
    };

    /// <summary>Whether a need can be met by its deadline.</summary>
    public static Text Of(InTime inTime) => inTime switch
    {
        InTime.NoDeadline => new("no deadline", "без строку", "بلا موعد"),
        InTime.Surely => new("surely", "точно", "بالتأكيد"),
        InTime.Perhaps => new("perhaps", "можливо", "ربما"),
        _ => new("no", "ні", "لا"),
    };
}
