namespace Relight.Web.Languages.Words;

/// <summary>Texts of every form in which something is entered.</summary>
public static class FormWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Done = new("Done. The register holds it.", "Зроблено. Реєстр це містить.", "تم. السجل يحتفظ به.");
    public static readonly Text Doubts = new("It was taken as it is, but look at this again:", "Прийнято як є, але перегляньте ще раз:", "أُخذ كما هو، لكن انظروا في هذا مرة أخرى:");
    public static readonly Text NotDone = new(
        "Not taken yet. Nothing you typed is lost: put right what is marked, and send again.",
        "Ще не прийнято. Нічого з написаного не втрачено: виправте позначене й надішліть знову.",
        "لم يُؤخذ بعد. لم يُفقد شيء مما كتبتموه: صححوا ما هو معلَّم وأرسلوا من جديد.");

    public static readonly Text Theirs = new("It now says:", "Тепер там:", "المكتوب الآن:");
    public static readonly Text ReadAgain = new("Read it again as it stands now", "Прочитати ще раз, як є тепер", "قراءته من جديد كما هو الآن");
    public static readonly Text Optional = new("may stay empty", "можна не заповнювати", "يمكن تركه فارغاً");
    public static readonly Text Utc = new("Times are UTC.", "Час — UTC.", "الأوقات بالتوقيت العالمي UTC.");
    public static readonly Text Save = new("Save", "Зберегти", "حفظ");
    public static readonly Text Why = new("Reason", "Підстава", "السبب");
    public static readonly Text MoreRows = new("Show more rows", "Показати більше рядків", "عرض صفوف أخرى");
#pragma warning restore CS1591
}
