using Relight.Publication;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of what the public sees.</summary>
public static class PublicationWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text AsOf = new(
        "This is what the register held at {0}; the public sees nothing newer.",
        "Так було в реєстрі на {0}; новішого загал не бачить.",
        "هذا ما كان في السجل في {0}؛ لا يرى الجمهور ما هو أحدث.");

    public static readonly Text SmallGroups = new(
        "Places stand by oblast, ratings in bands. Groups of fewer than three are left out, from totals too.",
        "Місця вказано за областями, номінали за діапазонами. Групи, де менше трьох, пропущено, також у сумах.",
        "تُذكر الأماكن بحسب المقاطعة والقيم الاسمية ضمن نطاقات. تُحذف المجموعات التي تقل عن ثلاثة، ومن المجاميع أيضاً.");

    public static readonly Text Several = new("several", "кілька", "متعدد");
    public static readonly Text Rating = new("Rating", "Номінал", "القيمة الاسمية");
    public static readonly Text NumberOfNeeds = new("Needs", "Потреб", "عدد الاحتياجات");
    public static readonly Text Measure = new("Counted in", "Одиниця", "وحدة العد");
    public static readonly Text NumberOfContributions = new("Contributions", "Внесків", "عدد المساهمات");

    private static readonly Text s_below = new("below {0} {1}", "менше {0} {1}", "أقل من {0} {1}");
    private static readonly Text s_from = new("{0} {1} or more", "{0} {1} або більше", "{0} {1} أو أكثر");
    private static readonly Text s_between = new("{0} to below {1} {2}", "від {0} до {1} {2}", "من {0} إلى أقل من {1} {2}");
#pragma warning restore CS1591

    /// <summary>A band of ratings.</summary>
    public static string Of(Band band)
    {
        ArgumentNullException.ThrowIfNull(band);
        var unit = UnitWords.Of(band.Unit);
        return band switch
        {
            { Below: null } => s_from.With(Show.Number(band.From), unit),
            { From: 0, Below: { } below } => s_below.With(Show.Number(below), unit),
            { Below: { } below } => s_between.With(Show.Number(band.From), Show.Number(below), unit),
        };
    }
}
