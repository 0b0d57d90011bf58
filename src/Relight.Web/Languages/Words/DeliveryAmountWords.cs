using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>How much of goods travels, lies or was received, in words: whole units, amounts or both; and the forms for it.</summary>
public static class DeliveryAmountWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Amount = new("Amount instead of units", "Кількість замість одиниць", "كمية بدلاً من الوحدات");
    public static readonly Text AmountHint = new("For goods by amount: never more than is confirmed for the need.", "Для товарів за кількістю: не більше, ніж підтверджено для потреби.", "للبضائع بالكمية: لا تزيد على المؤكَّد للحاجة.");
    public static readonly Text Measure = new("Measured in", "Одиниця виміру", "وحدة القياس");
    public static readonly Text SentAndServing = new("{0}; in service: {1}", "{0}; працює: {1}", "{0}؛ في الخدمة: {1}");
    public static readonly Text InAll = new("{0} in all", "разом {0}", "{0} في المجموع");
    public static readonly Text HandOver = new("Hand it over", "Передати", "التسليم");
    public static readonly Text HandOverOf = new("Hand over: {0}", "Передати: {0}", "تسليم: {0}");
    public static readonly Text HandedOver = new("It was handed over", "Передано", "سُلِّمت");
    public static readonly Text HowMuch = new("How much", "Скільки", "الكمية");
    public static readonly Text FindNeed = new("Find a need by its name or oblast", "Знайти потребу за назвою чи областю", "البحث عن حاجة باسمها أو مقاطعتها");
    public static readonly Text Find = new("Find", "Знайти", "بحث");
    public static readonly Text NeedsShown = new("{0} of {1} needs can be chosen below: what you type stays.", "Нижче можна вибрати {0} з {1} потреб; написане лишається.", "يمكن اختيار {0} من {1} حاجة أدناه؛ ما كتبتموه يبقى.");
    public static readonly Text HoldAmount = new("Hold an amount", "Закріпити кількість", "حجز كمية");
    public static readonly Text HoldAmountHint = new("A part of an offer for a need of goods, so that the rest can go elsewhere.", "Частину пропозиції для потреби в товарах, щоб решта могла піти деінде.", "جزء من عرض لحاجة إلى بضائع، ليذهب الباقي إلى غيرها.");
    public static readonly Text Correct = new("Put right after a count", "Виправити після підрахунку", "تصحيح بعد العدّ");
    public static readonly Text Counted = new("Whole units that were counted", "Пораховано цілих одиниць", "الوحدات الكاملة المعدودة");
    public static readonly Text CountedAmount = new("Amount that was counted beside them", "Порахована кількість поза ними", "الكمية المعدودة إلى جانبها");
    public static readonly Text NotInBooks = new("Something that the books do not have", "Те, чого немає в обліку", "ما ليس في الدفاتر");
    public static readonly Text BooksSay = new("The books say {0}.", "За обліком: {0}.", "في الدفاتر: {0}.");
#pragma warning restore CS1591

    /// <summary>So much of a line, in its measure, as a column shows it that says so: a number of whole units, or the unit of its amount.</summary>
    /// <param name="much">How much.</param>
    /// <param name="amount">The amount of the line; null where it carries whole units.</param>
    public static string Of(decimal much, Quantity? amount) => amount is null ? Show.Number(much) : $"{Show.Number(much)} {UnitWords.Of(amount.Unit)}";

    /// <summary>So much of a line, in its measure, within a sentence: whole units by that name, or the unit of its amount.</summary>
    /// <param name="much">How much.</param>
    /// <param name="amount">The amount of the line; null where it carries whole units.</param>
    public static string Said(decimal much, Quantity? amount) => amount is null ? CountWords.Units(much) : Of(much, amount);

    /// <summary>Whole units with an amount beside them, as a column of units shows them.</summary>
    public static string Of(int units, Quantity? amount) => amount is null ? Show.Number(units)
        : units == 0 ? QuantityWords.Of(amount)
        : $"{Show.Number(units)} · {QuantityWords.Of(amount)}";

    /// <summary>Whole units and amounts together, each with its unit.</summary>
    public static string Together(int units, IReadOnlyCollection<Quantity> amounts)
    {
        var parts = amounts.Select(QuantityWords.Of);
        return string.Join(" · ", units > 0 || amounts.Count == 0 ? parts.Prepend(CountWords.Units(units)) : parts);
    }
}
