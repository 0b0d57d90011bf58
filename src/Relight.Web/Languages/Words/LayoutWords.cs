using Relight.Access;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the frame around every page, and of the pages that say that something is amiss.</summary>
public static class LayoutWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Situation = new("Situation", "Ситуація", "الوضع");
    public static readonly Text Plan = new("Plan", "План", "الخطة");
    public static readonly Text Needs = new("Needs", "Потреби", "الاحتياجات");
    public static readonly Text Offers = new("Offers", "Пропозиції", "العروض");
    public static readonly Text Contributions = new("Contributions", "Внески", "المساهمات");
    public static readonly Text Claims = new("Claims", "Твердження", "الإفادات");
    public static readonly Text Appeals = new("Appeals", "Заклики", "النداءات");
    public static readonly Text Funds = new("Funds", "Фонди", "الصناديق");
    public static readonly Text Outages = new("Outages", "Відключення", "الانقطاعات");
    public static readonly Text Supply = new("Supply", "Постачання", "التوريد");
    public static readonly Text Pages = new("Pages", "Сторінки", "الصفحات");
    public static readonly Text OtherOperations = new("Operation {0}: choose another", "Операція {0}: вибрати іншу", "العملية {0}: اختر غيرها");
    public static readonly Text Language = new("Language", "Мова", "اللغة");
    public static readonly Text SkipToContent = new("Skip to content", "Перейти до вмісту", "انتقل إلى المحتوى");
    public static readonly Text SwitchTheme = new("Light or dark colours", "Світлі або темні кольори", "ألوان فاتحة أو داكنة");

    public static readonly Text SyntheticFooter = new(
        "The grid is synthetic: not a real network. Pledges are public reports, each with its source.",
        "Мережа синтетична, це не справжня мережа. Обіцянки взято з відкритих повідомлень, кожна має джерело.",
        "الشبكة اصطناعية وليست شبكة حقيقية. التعهدات مأخوذة من تقارير علنية، ولكل منها مصدره.");

    public static readonly Text YouSee = new("You see what is open to:", "Ви бачите те, що бачать:", "ترى ما يراه:");
    public static readonly Text Public = new("the public", "загал", "الجمهور");
    public static readonly Text Donor = new("donors", "донори", "المانحين");
    public static readonly Text Coordination = new("the coordination cell", "координаційний штаб", "خلية التنسيق");
    public static readonly Text Operator = new("operators", "оператори", "المشغّلين");

    public static readonly Text NotFoundTitle = new("There is no such page", "Такої сторінки немає", "لا توجد صفحة كهذه");

    public static readonly Text NotFoundText = new(
        "The address may be mistyped, or what it named is not open to you. From here you can go on to:",
        "Можливо, в адресі помилка, або те, що вона називає, для вас закрите. Звідси можна перейти до:",
        "قد يكون في العنوان خطأ، أو أن ما يشير إليه غير متاح لك. يمكنك المتابعة من هنا إلى:");

    public static readonly Text ErrorTitle = new("Something went wrong on our side", "На нашому боці сталася помилка", "حدث خطأ من جهتنا");

    public static readonly Text ErrorText = new(
        "Nothing that was confirmed is lost. Load the page again; if it happens again, tell the one who runs this service the number below.",
        "Нічого з підтвердженого не втрачено. Завантажте сторінку ще раз; якщо помилка повториться, повідомте адміністраторові цей номер.",
        "لم يُفقد شيء مما تم تأكيده. أعد تحميل الصفحة، وإن تكرر الخطأ فأبلغ القائم على الخدمة بالرقم أدناه.");

    public static readonly Text ErrorNumber = new("Number:", "Номер:", "الرقم:");

    public static readonly Text AccessTitle = new("What you may see", "Що вам видно", "ما يمكنك رؤيته");

    public static readonly Text AccessText = new(
        "Sites of needs are shown to their own operators only. Whoever has been given a token enters it here; it is kept in this browser until you leave.",
        "Місця потреб бачать лише їхні оператори. Хто отримав токен, вводить його тут; він зберігається в цьому браузері, доки ви не вийдете.",
        "مواقع الاحتياجات تظهر لمشغّليها فقط. من حصل على رمز وصول يُدخله هنا، ويبقى محفوظاً في هذا المتصفح حتى تخرج.");

    public static readonly Text ClosedTo = new(
        "This page is open to: {0}. With a token you get in here:",
        "Кому відкрита ця сторінка: {0}. З токеном можна увійти тут:",
        "هذه الصفحة متاحة لـ: {0}. من لديه رمز وصول يدخل من هنا:");

    public static readonly Text Token = new("Token", "Токен", "رمز الوصول");
    public static readonly Text Enter = new("Enter", "Увійти", "دخول");
    public static readonly Text Leave = new("Leave", "Вийти", "خروج");

    public static readonly Text TokenRefused = new(
        "This token is not known here. Check that it was copied whole.",
        "Такого токена тут немає. Перевірте, чи скопійовано його повністю.",
        "رمز الوصول هذا غير معروف هنا. تأكد من نسخه كاملاً.");
#pragma warning restore CS1591

    /// <summary>The name of an audience.</summary>
    public static Text OfAudience(Audience audience) => audience switch
    {
        Audience.Operator => Operator,
        Audience.Coordination => Coordination,
        Audience.Donor => Donor,
        _ => Public,
    };
}
