namespace Relight.Web.Languages.Words;

/// <summary>Texts about a grid that its operator entered: what it has not got yet, and how it gets it.</summary>
public static class GridWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NoGrid = new(
        "This operation has no grid yet. Its operator enters one with “relight grid enter”; the plan that is made of it stands here.",
        "У цій операції ще немає мережі. Її оператор вносить мережу командою «relight grid enter»; складений для неї план з’явиться тут.",
        "لا شبكة لهذه العملية بعد. يُدخلها مشغّلها بالأمر «relight grid enter»، وتظهر هنا الخطة التي تُعدّ لها.");

    public static readonly Text NoPlan = new(
        "A grid is entered, and no plan of it is made yet (buses: {0}, damaged elements: {1}). Make one with “relight grid plan”; it stands here then.",
        "Мережу внесено, але план для неї ще не складено (вузлів: {0}, пошкоджених елементів: {1}). Складіть його командою «relight grid plan», і він з’явиться тут.",
        "أُدخلت شبكة ولم تُعدّ لها خطة بعد (القضبان: {0}، العناصر المتضررة: {1}). أعدّها بالأمر «relight grid plan» فتظهر هنا.");

    public static readonly Text NothingDamaged = new(
        "Nothing is damaged in this scenario: there is nothing to repair, and no curve to show.",
        "У цьому сценарії нічого не пошкоджено: ремонтувати нічого, і кривої немає.",
        "لا شيء متضرراً في هذا السيناريو: لا إصلاح ولا منحنى يُعرض.");

    public static readonly Text Newer = new(
        "This plan is of another scenario than the one entered last ({0}). Make a plan of that one with “relight grid plan”.",
        "Цей план складено для іншого сценарію, а не для внесеного останнім ({0}). Складіть план для нього командою «relight grid plan».",
        "هذه الخطة لسيناريو غير الذي أُدخل آخراً ({0}). أعدّ خطة له بالأمر «relight grid plan».");

    public static readonly Text NoPlaces = new(
        "No map: the register does not know where the buses are. Enter a table of their places with “relight grid enter … --places FILE”. The tables and the curve need none.",
        "Карти немає: реєстр не знає, де розташовані вузли. Внесіть таблицю їхніх місць командою «relight grid enter … --places ФАЙЛ». Таблиці й крива обходяться без неї.",
        "لا خريطة: لا يعرف السجل مواضع القضبان. أدخل جدولاً بمواضعها بالأمر «\u2066relight grid enter … --places FILE\u2069». الجداول والمنحنى لا تحتاج إليه.");

    public static readonly Text Unplaced = new(
        "Damaged elements without a place, which the map does not show: {0}. The table of repairs has them all.",
        "Пошкоджених елементів без місця, яких немає на карті: {0}. У таблиці ремонтів є всі.",
        "عناصر متضررة بلا موضع لا تظهر على الخريطة: {0}. جدول الإصلاحات يضمّها كلها.");

    public static readonly Text NoVoltage = new("Voltage not given", "Напругу не вказано", "الجهد غير مذكور");
#pragma warning restore CS1591
}
