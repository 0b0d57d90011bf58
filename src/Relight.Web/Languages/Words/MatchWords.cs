namespace Relight.Web.Languages.Words;

/// <summary>Texts of the pages of matches.</summary>
public static class MatchWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Pages = new("Pages of matches", "Сторінки збігів", "صفحات المطابقات");
    public static readonly Text Shown = new("{0} to {1} of {2} are shown.", "Показано {0}–{1} з {2}.", "المعروض من {0} إلى {1} من أصل {2}.");
    public static readonly Text Unlisted = new(
        "{0} more of this kind do not fit and are not listed.",
        "Ще {0} цього виду не підходять і тут не показані.",
        "{0} أخرى من هذا النوع غير مناسبة ولا تُدرج هنا.");
#pragma warning restore CS1591
}
