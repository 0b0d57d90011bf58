using Relight.Plans;
using Relight.Restoration;

namespace Relight.Web.Languages.Words;

/// <summary>Texts about the plan: its worth, its curve, its repairs.</summary>
public static class PlanWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Restoration plan", "План відновлення", "خطة الاستعادة");
    public static readonly Text Lead = new("{0} repairs by {1} crews in {2} days", "Ремонтів: {0}, бригад: {1}, днів: {2}", "عدد الإصلاحات: {0}، الفرق: {1}، الأيام: {2}");

    public static readonly Text Interrupted = new(
        "The search was stopped before its time was used up: this is the best plan that it had found.",
        "Пошук зупинено раніше, ніж вичерпано його час: це найкращий знайдений план.",
        "أُوقف البحث قبل انتهاء وقته: هذه أفضل خطة وُجدت حتى ذلك الحين.");

    public static readonly Text HourToShow = new("Hour to show", "Година для показу", "الساعة المعروضة");
    public static readonly Text HourOf = new("hour {0} of {1}", "година {0} з {1}", "الساعة {0} من {1}");
    public static readonly Text ShowHour = new("Show", "Показати", "عرض");
    public static readonly Text Play = new("Play", "Відтворити", "تشغيل");
    public static readonly Text Days = new("{0} days", "{0} дн.", "{0} يوم");
    public static readonly Text HoursAxis = new("hours", "години", "ساعات");
    public static readonly Text DaysAxis = new("days", "дні", "أيام");

    public static readonly Text CurveTitle = new("Load served over time", "Забезпечене навантаження в часі", "الحمل المُغذّى عبر الزمن");
    public static readonly Text ServedLegend = new("Served, MW", "Забезпечено, МВт", "المُغذّى، ميغاواط");
    public static readonly Text DemandLegend = new("Demand", "Попит", "الطلب");
    public static readonly Text ListOrderLegend = new("In the order of the damage list", "У порядку переліку пошкоджень", "بترتيب قائمة الأضرار");
    public static readonly Text AcLegend = new("Served so that it holds in AC", "Забезпечено так, що режим змінного струму припустимий", "المُغذّى بما يصمد في حساب التيار المتردد");
    public static readonly Text AcServedMegawatts = new("Served in AC, MW", "Забезпечено (змінний струм), МВт", "المُغذّى في التيار المتردد، ميغاواط");
    public static readonly Text LossMegawatts = new("Lost in the grid, MW", "Втрати в мережі, МВт", "الفاقد في الشبكة، ميغاواط");
    public static readonly Text FromHour = new("From hour", "Від години", "من الساعة");
    public static readonly Text ToHour = new("To hour", "До години", "إلى الساعة");
    public static readonly Text ServedMegawatts = new("Served, MW", "Забезпечено, МВт", "المُغذّى، ميغاواط");
    public static readonly Text UnservedMegawatts = new("Unserved, MW", "Не забезпечено, МВт", "غير المُغذّى، ميغاواط");
    public static readonly Text PeopleWithout = new("People without power", "Людей без електрики", "أشخاص بلا كهرباء");

    public static readonly Text GanttTitle = new("Crews over time", "Бригади в часі", "الفرق عبر الزمن");
    public static readonly Text Waiting = new("To come", "Попереду", "لاحقاً");
    public static readonly Text MapTitle = new("The grid at this hour", "Мережа в цю годину", "الشبكة في هذه الساعة");

    public static readonly Text MegawattHourUnit = new("MWh", "МВт·год", "ميغاواط ساعة");
    public static readonly Text Unserved = new("Energy unserved", "Не забезпечено енергії", "الطاقة غير المُغذّاة");
    public static readonly Text UnservedFrom = new("to the last repair; each megawatt counted once", "до останнього ремонту; кожен мегават рахується раз", "حتى آخر إصلاح؛ كل ميغاواط يُحسب مرة واحدة");
    public static readonly Text Weighted = new("Weighted", "Зважена", "الموزونة");
    public static readonly Text WeightedFrom = new("hospitals, water and heat count more; this is what the plan makes small", "лікарні, вода й тепло важать більше; саме це план зменшує", "المستشفيات والمياه والتدفئة وزنها أكبر؛ وهذا ما تقلّله الخطة");
    public static readonly Text Bound = new("No plan can be below", "Жоден план не може бути меншим за", "لا خطة يمكن أن تقل عن");
    public static readonly Text BoundFrom = new("proven lower bound of the weighted energy", "доведена нижня межа зваженої енергії", "حد أدنى مُثبت للطاقة الموزونة");
    public static readonly Text Gap = new("Farthest from the best", "Відстань до найкращого", "أقصى بُعد عن الأفضل");
    public static readonly Text GapFrom = new("(weighted − bound) / weighted", "(зважена − межа) / зважена", "(الموزونة − الحد) ÷ الموزونة");
    public static readonly Text NoBound = new("no lower bound has been proven yet", "нижню межу ще не доведено", "لم يُثبت حد أدنى بعد");
    public static readonly Text Saved = new("Saved against list order", "Заощаджено проти порядку переліку", "التوفير مقارنة بترتيب القائمة");
    public static readonly Text SavedFrom = new("list order leaves {0} MWh unserved", "порядок переліку не забезпечує {0} МВт·год", "ترتيب القائمة يترك {0} ميغاواط ساعة دون تغذية");

    public static readonly Text HowFound = new(
        "Found by “{0}” in {1} s: {2} grid states evaluated, seed {3}.",
        "Знайдено методом «{0}» за {1} с: обчислено станів мережі: {2}, зерно {3}.",
        "وُجدت بطريقة «{0}» خلال {1} ث: حالات الشبكة المحسوبة {2}، البذرة {3}.");

    private static readonly Dictionary<string, Text> s_methods = new()
    {
        [PlanMethods.Search] = new("search", "пошук", "البحث"),
        [PlanMethods.List] = new("order of the damage list", "порядок переліку пошкоджень", "ترتيب قائمة الأضرار"),
        [PlanMethods.Biggest] = new("biggest first", "спершу найбільше", "الأكبر أولاً"),
        [PlanMethods.Utilisation] = new("what carries most first", "спершу найзавантаженіше", "الأكثر حملاً أولاً"),
        [PlanMethods.Greedy] = new("most megawatts for each hour of work", "найбільше мегаватів на годину роботи", "أكثر ميغاواط لكل ساعة عمل"),
        [PlanMethods.LookAhead] = new("most megawatts, one path at a time", "найбільше мегаватів, шлях за шляхом", "أكثر ميغاواط، مساراً بعد مسار"),
    };

    private static readonly Dictionary<string, Text> s_names = new(StringComparer.Ordinal)
    {
        [MakePlan.BestName] = new(MakePlan.BestName, "Найкращий знайдений план", "أفضل خطة وُجدت"),
        [PlanJointly.Name] = new(PlanJointly.Name, "Сплановано разом із розподілом одиниць", "خُططت مع تخصيص الوحدات"),
        [ReplanArrivals.Name] = new(ReplanArrivals.Name, "Сплановано заново, бо змінилися прибуття", "خُططت من جديد بعد تغير مواعيد الوصول"),
        [TakePlan.Name] = new(TakePlan.Name, "План із файлу", "خطة من ملف"),
    };

    public static readonly Text DownloadPlan = new("Download the plan (JSON)", "Завантажити план (JSON)", "تنزيل الخطة (JSON)");
    public static readonly Text Repairs = new("Repairs in order", "Ремонти по порядку", "الإصلاحات بالترتيب");
    public static readonly Text Number = new("No.", "№", "الرقم");
    public static readonly Text Element = new("Element", "Елемент", "العنصر");
    public static readonly Text Crew = new("Crew", "Бригада", "الفريق");
    public static readonly Text Start = new("Start", "Початок", "البداية");
    public static readonly Text End = new("End", "Кінець", "النهاية");
    public static readonly Text Work = new("Work", "Робота", "العمل");
    public static readonly Text Why = new("Why here", "Чому тут", "لماذا هنا");
    public static readonly Text Brings = new("Brings", "Дає", "يعيد");

    public static readonly Text LeftOpen = new(
        "Repaired and left open for a time, because closing would serve less:",
        "Відремонтовано, але на час залишено вимкненим, бо ввімкнення зменшило б забезпечення:",
        "أُصلح وتُرك مفتوحاً لفترة لأن إغلاقه يقلل التغذية:");

    public static readonly Text ClosingCost = new("no. {0} (closing it would cost up to {1} MW)", "№ {0} (увімкнення коштувало б до {1} МВт)", "رقم {0} (إغلاقه يكلف حتى {1} ميغاواط)");

    public static readonly Text OnlyOperators = new(
        "Repairs, crews and the map name places, and are open to operators alone.",
        "Ремонти, бригади й карта називають місця, тому відкриті лише операторам.",
        "الإصلاحات والفرق والخريطة تذكر أماكن، ولذلك فهي متاحة للمشغّلين وحدهم.");
#pragma warning restore CS1591

    /// <summary>The name that Relight itself gives to a plan, in the language of the page; null for one that people gave.</summary>
    public static Text? OfName(string name) => s_names.GetValueOrDefault(name);

    /// <summary>A method of planning; its own name where it is none of those that are known.</summary>
    public static string MethodOf(string method) => s_methods.TryGetValue(method, out var words) ? words : method;
}
