namespace Relight.Web.Languages.Words;

/// <summary>Texts of the page on which a receipt is entered, on a phone beside a lorry.</summary>
public static class ReceiptWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Receive", "Отримати", "الاستلام");
    public static readonly Text Lead = new(
        "Count, and say what became of each unit. What you type stays on this phone until it is sent, also without a connection.",
        "Порахуйте й скажіть, що сталося з кожною одиницею. Написане лишається на телефоні, доки не буде надіслано, навіть без зв’язку.",
        "عُدّوا واذكروا ما حدث لكل وحدة. ما تكتبونه يبقى على هذا الهاتف حتى يُرسل، حتى بلا اتصال.");

    public static readonly Text WithoutScripting = new(
        "Without scripting the form works too, but needs a connection when it is sent.",
        "Без сценаріїв форма теж працює, але для надсилання потрібен зв’язок.",
        "يعمل النموذج بلا برمجة أيضاً، لكنه يحتاج إلى اتصال عند الإرسال.");

    public static readonly Text Receiver = new("Your name", "Ваше ім’я", "اسمك");
    public static readonly Text Units = new("sent: {0}, still to be counted: {1}", "надіслано: {0}, ще порахувати: {1}", "أُرسل: {0}، وبقي للعدّ: {1}");
    public static readonly Text Received = new("came whole", "прибуло цілих", "وصل سليماً");
    public static readonly Text Short = new("did not come", "не прибуло", "لم يصل");
    public static readonly Text Damaged = new("came damaged", "прибуло пошкоджених", "وصل متضرراً");
    public static readonly Text Refused = new("not taken", "не прийнято", "لم يُقبل");
    public static readonly Text Reason = new("Why any are missing, damaged or not taken", "Чому бракує, пошкоджено чи не прийнято", "لماذا نقص أو تضرر أو لم يُقبل");
    public static readonly Text Photo = new("Photo of the goods, not of the building", "Світлина вантажу, а не будівлі", "صورة للبضائع لا للمبنى");
    public static readonly Text PhotoHint = new(
        "Where it was taken is removed from the file. The donor sees it.",
        "Місце зйомки видаляють із файлу. Світлину бачить донор.",
        "يُحذف مكان التقاطها من الملف. ويراها المانح.");

    public static readonly Text Send = new("Send the receipt", "Надіслати", "إرسال الاستلام");
    public static readonly Text Waiting = new(
        "Kept on this phone. It is sent as soon as there is a connection; this page may be closed and opened again.",
        "Збережено на телефоні. Буде надіслано, щойно з’явиться зв’язок; сторінку можна закрити й відкрити знову.",
        "محفوظ على هذا الهاتف. سيُرسل حالما يتوفر اتصال، ويمكن إغلاق هذه الصفحة وفتحها من جديد.");

    public static readonly Text Sending = new("Sending…", "Надсилання…", "جارٍ الإرسال…");
    public static readonly Text NotTaken = new("Not taken yet. Nothing you typed is lost:", "Ще не прийнято. Нічого з написаного не втрачено:", "لم يُؤخذ بعد. لم يُفقد شيء مما كتبته:");
    public static readonly Text Done = new("The receipt is entered. The sender sees it.", "Отримання внесено. Відправник його бачить.", "تم إدخال الاستلام. ويراه المرسل.");
    public static readonly Text AllDone = new("All of this consignment is accounted for.", "Усе відправлення враховано.", "حُسبت الإرسالية كلها.");
    public static readonly Text Before = new("Accounted for before", "Враховано раніше", "أُحصي سابقاً");
    public static readonly Text BeforeText = new("{0}: {1}, {2}", "{0}: {1}, {2}", "{0}: {1}، {2}");
    public static readonly Text NotLeft = new(
        "Nobody has told yet that this consignment left. Receive what is there all the same: when it left is noted as not known.",
        "Ніхто ще не повідомив, що це відправлення виїхало. Прийміть те, що є: час виїзду буде позначено невідомим.",
        "لم يُبلغ أحد بعد بمغادرة هذه الإرسالية. استلموا ما وصل رغم ذلك: يُسجَّل وقت مغادرتها غير معروف.");

    public static readonly Text CalledOff = new("This consignment was called off.", "Це відправлення скасовано.", "أُلغيت هذه الإرسالية.");
    public static readonly Text RuleMeanwhile = new("Someone else received some of it meanwhile. Below stands what is left; your numbers stay as you typed them. Correct them, and send again.", "Тим часом хтось отримав частину. Нижче показано, що лишилося; ваші числа збережено. Виправте їх і надішліть знову.", "استلم شخص آخر جزءاً منها في هذه الأثناء. يظهر أدناه ما بقي، وأرقامكم كما كتبتموها. صححوها وأرسلوا من جديد.");
    public static readonly Text RuleTooMany = new("Line {0}: more than is still to be counted.", "Рядок {0}: більше, ніж лишилося порахувати.", "السطر {0}: أكثر مما بقي للعدّ.");
    public static readonly Text RuleReason = new("Line {0}: say why units are missing, damaged or not taken, in at most 8,000 characters.", "Рядок {0}: скажіть, чому бракує, пошкоджено чи не прийнято, не довше 8000 знаків.", "السطر {0}: اذكروا لماذا نقصت وحدات أو تضررت أو لم تُقبل، في 8000 حرف على الأكثر.");
    public static readonly Text RuleNumber = new("Line {0}: write whole numbers from 0.", "Рядок {0}: пишіть цілі числа від 0.", "السطر {0}: اكتبوا أعداداً صحيحة من 0.");
    public static readonly Text RuleAmount = new("Line {0}: write amounts from 0, to a thousandth at most.", "Рядок {0}: пишіть кількість від 0, не дрібніше тисячної частки.", "السطر {0}: اكتبوا كميات من 0، بدقة جزء من ألف على الأكثر.");
    public static readonly Text RulePhoto = new("Line {0}: the photo is no picture (JPEG, PNG or WebP), is damaged, or is too large.", "Рядок {0}: світлина не є зображенням (JPEG, PNG чи WebP), пошкоджена або завелика.", "السطر {0}: الصورة ليست صورة (JPEG أو PNG أو WebP) أو تالفة أو كبيرة جداً.");
    public static readonly Text RuleReceiver = new("Write your name.", "Напишіть ваше ім’я.", "اكتبوا اسمكم.");
    public static readonly Text RuleNothing = new("Write how many came.", "Напишіть, скільки прибуло.", "اكتبوا كم وصل.");
    public static readonly Text RuleTime = new("The clock of this phone is wrong: the time lies in the future, or before the goods left.", "Годинник телефону помиляється: час у майбутньому або до виїзду вантажу.", "ساعة هذا الهاتف خاطئة: الوقت في المستقبل أو قبل مغادرة البضائع.");
    public static readonly Text RuleInstant = new("The time cannot be read: write a day and a time such as 2022-12-12 08:30.", "Час не вдалося прочитати: пишіть день і час, як-от 2022-12-12 08:30.", "تعذرت قراءة الوقت: اكتبوا يوماً ووقتاً مثل \u20662022-12-12 08:30\u2069.");
    public static readonly Text RuleElse = new("It cannot be received now.", "Зараз це отримати не можна.", "لا يمكن استلامها الآن.");
#pragma warning restore CS1591
}
