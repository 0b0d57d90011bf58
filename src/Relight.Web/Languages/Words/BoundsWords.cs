using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of fields in which a number is entered as surely as its source says it.</summary>
public static class BoundsWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Number = new("Number", "Число", "الرقم");
    public static readonly Text UpTo = new("Up to", "До", "حتى");
    public static readonly Text UpToHint = new("Only for “from … to”.", "Лише для «від … до».", "فقط لـ«من … إلى».");
    public static readonly Text Unit = new("Unit", "Одиниця", "الوحدة");
    public static readonly Text Currency = new("Currency", "Валюта", "العملة");
#pragma warning restore CS1591

    /// <summary>The word with which a source qualifies a number.</summary>
    public static Text Of(Qualifier word) => word switch
    {
        Qualifier.Exact => new("exactly", "точно", "بالضبط"),
        Qualifier.AtLeast => new("at least", "щонайменше", "على الأقل"),
        Qualifier.About => new("about", "близько", "نحو"),
        Qualifier.AtMost => new("at most", "щонайбільше", "على الأكثر"),
        Qualifier.Between => new("from … to", "від … до", "من … إلى"),
        _ => new("no number is given", "числа не названо", "لم يُذكر رقم"),
    };
}
