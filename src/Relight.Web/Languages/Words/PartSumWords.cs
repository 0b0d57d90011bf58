using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts about parts whose sum exceeds their whole.</summary>
public static class PartSumWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("Parts beyond their whole", "Частини, більші за ціле", "أجزاء تتجاوز كلّها");

    public static readonly Text Lead = new(
        "Claims that are linked as parts of another and are together more than it can be, however their numbers lie within their bounds.",
        "Твердження, пов’язані як частини іншого, які разом більші, ніж воно може бути, хоч як лежать їхні числа в межах.",
        "إفادات مرتبطة بوصفها أجزاءً من إفادة أخرى، ومجموعها أكبر مما يمكن أن تكونه، أياً كانت أعدادها ضمن حدودها.");

    public static readonly Text Sum = new(
        "{0}: the parts are together at least {1}, the whole at most {2}",
        "{0}: частини разом — щонайменше {1}, ціле — щонайбільше {2}",
        "{0}: مجموع الأجزاء {1} على الأقل، والكل {2} على الأكثر");

    public static readonly Text Whole = new("The whole", "Ціле", "الكل");
    public static readonly Text Part = new("Part {0}", "Частина {0}", "الجزء {0}");
    public static readonly Text MoreParts = new("parts more: {0}", "ще частин: {0}", "أجزاء أخرى: {0}");
    public static readonly Text More = new("Not shown: {0}", "Не показано: {0}", "غير معروض: {0}");
    public static readonly Text None = new("No parts are more than their whole.", "Немає частин, більших за ціле.", "لا أجزاء تتجاوز كلّها.");

    public static readonly Text HowToSettle = new(
        "It is settled by taking back a link or a claim that is wrong, by a claim that supersedes a wrong number, or, where the sources disagree, by linking a part and the whole as contradicting each other.",
        "Це вирішують, забравши хибний зв’язок чи твердження, додавши твердження, що замінює хибне число, або, коли джерела розходяться, пов’язавши частину й ціле як такі, що суперечать одне одному.",
        "يُحسم ذلك بسحب رابط أو إفادة خاطئة، أو بإفادة تحل محل رقم خاطئ، أو، حيث تختلف المصادر، بربط جزء بالكل على أنهما متناقضان.");
#pragma warning restore CS1591

    /// <summary>A sum beside its whole, in words.</summary>
    public static string Of(PartSum sum)
    {
        ArgumentNullException.ThrowIfNull(sum);
        var measure = Unit.TryParse(sum.Measure, null, out var unit) ? UnitWords.Of(unit) : sum.Measure;
        return Sum.With(ItemWords.Of(sum.Item), $"{Show.Number(sum.Least)} {measure}", $"{Show.Number(sum.Most)} {measure}");
    }
}
