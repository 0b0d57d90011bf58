namespace Relight.Web.Languages.Words;

/// <summary>What to do next where a register, or a table of it, holds nothing yet.</summary>
public static class EmptyWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NoOperation = new(
        "This register holds no operation yet, so every page is empty. Who runs it opens one with its grid by “relight grid enter”, or over the HTTP interface (POST /api/operations), or loads the sample with “relight demo”.",
        "У цьому реєстрі ще немає операції, тому всі сторінки порожні. Той, хто веде реєстр, відкриває її разом із мережею командою «relight grid enter» або через HTTP-інтерфейс (POST /api/operations) чи завантажує зразок командою «relight demo».",
        "لا توجد عملية في هذا السجل بعد، ولذلك كل الصفحات فارغة. يفتحها من يدير السجل مع شبكتها بالأمر «relight grid enter»، أو عبر واجهة HTTP (POST /api/operations)، أو يحمّل العينة بالأمر «relight demo».");

    private static readonly Text s_import = new(
        "Enter a spreadsheet with “relight import”, or send records over the HTTP interface.",
        "Внесіть таблицю командою «relight import» або надішліть записи через HTTP-інтерфейс.",
        "أدخل جدولاً بالأمر «relight import»، أو أرسل السجلات عبر واجهة HTTP.");

    private static readonly Text s_send = new(
        "Records come in over the HTTP interface.",
        "Записи надходять через HTTP-інтерфейс.",
        "تُرسل السجلات عبر واجهة HTTP.");

    private static readonly Text s_adopt = new(
        "A contribution stands here once a claim has been adopted: open a claim, and there “Adopt into a contribution”.",
        "Внесок з’явиться тут, коли приймуть твердження: відкрийте твердження, а там «Прийняти до внеску».",
        "تظهر المساهمة هنا بعد اعتماد إفادة: افتحوا إفادة ثم «اعتمادها في مساهمة».");

    private static readonly Text s_hold = new(
        "Units are held on the page of a need or of an offer, or from the proposed allocation.",
        "Одиниці закріплюють на сторінці потреби чи пропозиції або з пропонованого закріплення.",
        "تُحجز الوحدات في صفحة الاحتياج أو العرض، أو من التخصيص المقترح.");

    private static readonly Text s_want = new(
        "What is missing stands here once needs are entered.",
        "Те, чого бракує, з’явиться тут, коли внесуть потреби.",
        "يظهر هنا ما ينقص بعد إدخال الاحتياجات.");

    private static readonly Text s_consign = new(
        "Plan a consignment: its goods are allocated and confirmed, or lie in a hub.",
        "Сплануйте відправлення: його вантаж має бути закріплений і підтверджений або лежати на складі.",
        "خطّط إرسالية: بضائعها مخصصة ومؤكدة، أو موجودة في مركز.");

    private static readonly Text s_stock = new(
        "Goods are in stock once their receipt at a hub is counted.",
        "Вантаж потрапляє в запас, коли його отримання на складі пораховано.",
        "تدخل البضائع المخزون بعد عدّ استلامها في المركز.");

    private static readonly Text s_reserve = new(
        "Money is reserved on the page of a fund.",
        "Гроші резервують на сторінці фонду.",
        "يُحجز المال في صفحة الصندوق.");

    private static readonly Text s_install = new(
        "An installation begins on the page of a consignment whose goods were received.",
        "Встановлення починається на сторінці відправлення, вантаж якого отримано.",
        "يبدأ التركيب في صفحة إرسالية استُلمت بضائعها.");

    private static readonly Text s_enter = new(
        "Enter the first with the button above.",
        "Внесіть перший запис кнопкою вгорі.",
        "أدخل السجل الأول بالزر أعلاه.");
#pragma warning restore CS1591

    /// <summary>How something comes to stand in a table; null where that follows from other tables.</summary>
    /// <param name="table">Address of its page.</param>
    public static Text? Next(string table) => table switch
    {
        "claims" or "appeals" or "funds" or "outages" => s_enter,
        "needs" or "offers" => s_import,
        "contributions" => s_adopt,
        "reservations" => s_reserve,
        "supply/makers" => s_send,
        "allocations" => s_hold,
        "wanted" => s_want,
        "deliveries" => s_consign,
        "deliveries/stock" => s_stock,
        "deliveries/installations" => s_install,
        "deliveries/places" or "facilities" => s_enter,
        _ => null,
    };
}
