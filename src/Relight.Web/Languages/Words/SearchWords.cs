namespace Relight.Web.Languages.Words;

/// <summary>Texts of the search among offers for a need.</summary>
public static class SearchWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Conditions = new("Conditions with units", "Умови з одиницями", "شروط بوحداتها");
    public static readonly Text Example = new(
        "kind = power transformer, HV = 330 kV ± 5 %, power ≥ 200 MVA, ready before 15 January",
        "вид = силовий трансформатор, ВН = 330 кВ ± 5 %, потужність ≥ 200 МВА, готово до 15 січня",
        "النوع = محول قدرة، الجهد العالي = 330 كيلوفولت ± 5 %، القدرة ≥ 200 م.ف.أ، جاهز قبل 15 يناير");

    public static readonly Text Search = new("Search", "Шукати", "بحث");
    public static readonly Text Clear = new("Show all", "Показати всі", "عرض الكل");
    public static readonly Text Found = new("{0} meet the conditions.", "Умовам відповідає: {0}.", "{0} تفي بالشروط.");
    public static readonly Text Unsettled = new("Of {0} more a value that a condition asks for is not known.", "Ще про {0} невідомо значення, якого вимагає умова.", "وفي {0} أخرى قيمة يسأل عنها شرط غير معروفة.");
    public static readonly Text Fault = new("“{0}” is not understood.", "«{0}» не зрозуміло.", "«{0}» غير مفهوم.");
#pragma warning restore CS1591
}
