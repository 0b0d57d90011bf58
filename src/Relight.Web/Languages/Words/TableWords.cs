using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of tables, their filters and downloads.</summary>
public static class TableWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Filter = new("Filter and sort", "Фільтри й порядок", "التصفية والترتيب");
    public static readonly Text Any = new("Any", "Будь-яке", "الكل");
    public static readonly Text SortBy = new("Order", "Порядок", "الترتيب");
    public static readonly Text OwnOrder = new("As listed", "Як у переліку", "كما في القائمة");
    public static readonly Text Apply = new("Apply", "Застосувати", "تطبيق");
    public static readonly Text Clear = new("Clear", "Скинути", "مسح");
    public static readonly Text Count = new("{0:N0} of {1:N0}", "{0:N0} з {1:N0}", "{0:N0} من {1:N0}");
    public static readonly Text Empty = new("There is nothing here yet.", "Тут поки нічого немає.", "لا يوجد شيء هنا بعد.");

    public static readonly Text NoneMatch = new(
        "Nothing matches these filters. Clear one of them to see more.",
        "Цим фільтрам нічого не відповідає. Скиньте один із них, щоб побачити більше.",
        "لا شيء يطابق عوامل التصفية هذه. امسح أحدها لترى المزيد.");

    public static readonly Text PagesOfTable = new("Pages of the table", "Сторінки таблиці", "صفحات الجدول");
    public static readonly Text Download = new("Download CSV", "Завантажити CSV", "تنزيل CSV");

    public static readonly Text NoNumber = new(
        "Write a number with a condition and a unit, such as ≥ 100 {0}.",
        "Напишіть число з умовою та одиницею, наприклад ≥ 100 {0}.",
        "اكتب رقماً مع شرط ووحدة، مثل ≥ 100 {0}.");

    public static readonly Text OtherUnit = new(
        "This column is in {0}: the unit written does not convert to it.",
        "Ця колонка в {0}: написана одиниця в неї не перетворюється.",
        "هذا العمود بوحدة {0}: والوحدة المكتوبة لا تتحول إليها.");
    public static readonly Text LookedThrough = new(
        "Only the first {0} rows of the list were looked through for this filter or order. Other filters make the list shorter; the download holds all.",
        "Для цього фільтра чи порядку переглянуто лише перші {0} рядків переліку. Інші фільтри зроблять перелік коротшим; у завантаженні є всі.",
        "لم يُبحث لهذه التصفية أو هذا الترتيب إلا في أول {0} من صفوف القائمة. عوامل تصفية أخرى تجعل القائمة أقصر؛ والتنزيل يضمها كلها.");

    public static readonly Text NoChoice = new(
        "{0} is none of the choices here; all are shown.",
        "{0} не є жодним із варіантів тут; показано всі.",
        "{0} ليس أحد الخيارات هنا؛ تُعرض كلها.");

    public static readonly Text TwoWays = new(
        "{0} can be read in two ways: write thousands without a comma, and decimals with a point. All are shown.",
        "{0} можна прочитати двояко: пишіть тисячі без коми, а десяткові — з крапкою. Показано всі.",
        "{0} يُقرأ بطريقتين: اكتبوا الآلاف بلا فاصلة والكسور العشرية بنقطة. تُعرض كلها.");
#pragma warning restore CS1591

    /// <summary>What is wrong with the words of a filter.</summary>
    public static Text OfFault(FilterFault fault) => fault switch
    {
        FilterFault.OtherUnit => OtherUnit,
        FilterFault.TwoWays => TwoWays,
        _ => NoNumber,
    };
}
