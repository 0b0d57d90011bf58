namespace Relight.Web.Languages.Words;

/// <summary>Texts of the page on the situation.</summary>
public static class SituationWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Lead = new("Elements damaged: {0} · hour 0 is {1}", "Пошкоджено елементів: {0} · година 0: {1}", "العناصر المتضررة: {0} · الساعة 0 هي {1}");
    public static readonly Text Megawatts = new("MW", "МВт", "ميغاواط");
    public static readonly Text Served = new("Served", "Забезпечено", "المُغذّى");
    public static readonly Text OfDemand = new("of {0} MW demand", "від попиту {0} МВт", "من الطلب البالغ {0} ميغاواط");
    public static readonly Text Unserved = new("Unserved", "Не забезпечено", "غير المُغذّى");
    public static readonly Text FromPlan = new("computed in the plan’s curve", "обчислено в кривій плану", "محسوب في منحنى الخطة");
    public static readonly Text People = new("People without power", "Людей без електрики", "أشخاص بلا كهرباء");
    public static readonly Text PeopleFrom = new("people of each bus times its unserved share, rounded", "люди кожної шини на незабезпечену частку, округлено", "سكان كل قضيب مضروبون في حصته غير المُغذّاة، مقرّباً");
    public static readonly Text Done = new("Repairs done", "Ремонтів завершено", "الإصلاحات المنجزة");
    public static readonly Text OfRepairs = new("of {0}", "з {0}", "من {0}");
    public static readonly Text AllServed = new("All served from hour", "Усе забезпечено з години", "تغذية كاملة من الساعة");
    public static readonly Text AllServedFrom = new("first stage of the plan without unserved load", "перший етап плану без незабезпеченого навантаження", "أول مرحلة في الخطة دون حمل غير مُغذّى");
    public static readonly Text NeverAllServed = new("{0} MW are unserved until the plan ends, at hour {1}.", "До кінця плану, до години {1}, не забезпечено {0} МВт.", "حتى نهاية الخطة عند الساعة {1} يبقى {0} ميغاواط دون تغذية.");
    public static readonly Text NextRepairs = new("Next back in service", "Наступні повернення", "العودة القادمة إلى الخدمة");
    public static readonly Text NextArrivals = new("Next arrivals of equipment", "Наступні прибуття обладнання", "وصول المعدات القادم");
    public static readonly Text All = new("All", "Усі", "الكل");
#pragma warning restore CS1591
}
