using Relight.Funds;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the pages on appeals and funds.</summary>
public static class FundWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text AppealsLead = new(
        "What was asked for, and what the contributions that answer come to: never more exact than they are known.",
        "Про що просили і що дають внески у відповідь: не точніше, ніж це відомо.",
        "ما الذي طُلب، وما تبلغه المساهمات استجابةً له: لا بدقة تفوق المعروف.");

    public static readonly Text Appeal = new("Appeal", "Заклик", "النداء");
    public static readonly Text By = new("Called by", "Хто закликає", "صاحب النداء");
    public static readonly Text Target = new("Asked for", "Просять", "المطلوب");
    public static readonly Text Answered = new("Announced or pledged", "Оголошено або обіцяно", "المُعلن أو المتعهد به");
    public static readonly Text Arrived = new("Received or paid", "Отримано або сплачено", "المُستلم أو المدفوع");
    public static readonly Text ShareAtLeast = new("Of the target, at least", "Від цілі, щонайменше", "من الهدف، على الأقل");
    public static readonly Text ShareAtMost = new("Of the target, at most", "Від цілі, щонайбільше", "من الهدف، على الأكثر");
    public static readonly Text Open = new("open", "відкрито", "مفتوح");
    public static readonly Text Closed = new("closed", "закрито", "مغلق");
    public static readonly Text State = new("State", "Стан", "الحالة");
    public static readonly Text Until = new("Until", "До", "حتى");
    public static readonly Text NoEnd = new("no end set", "без кінцевої дати", "بلا نهاية محددة");

    public static readonly Text FundsLead = new(
        "What was paid in, what is held for purchases, and what can still be used. A fund never owes.",
        "Що сплачено, що зарезервовано на закупівлі та що ще можна використати. Фонд ніколи не винен.",
        "ما دُفع، وما هو محجوز للمشتريات، وما يمكن استخدامه بعد. الصندوق لا يكون مديناً أبداً.");

    public static readonly Text Fund = new("Fund", "Фонд", "الصندوق");
    public static readonly Text Holder = new("Held by", "Хто тримає", "القائم عليه");
    public static readonly Text Currency = new("Currency", "Валюта", "العملة");
    public static readonly Text Earmark = new("Earmark", "Цільове призначення", "التخصيص");
    public static readonly Text NoEarmark = new("none", "немає", "بلا تخصيص");
    public static readonly Text AnyEarmark = new("all together", "усе разом", "الكل معاً");
    public static readonly Text PaidIn = new("Paid in", "Сплачено до фонду", "المدفوع إلى الصندوق");
    public static readonly Text Reserved = new("Reserved", "Зарезервовано", "المحجوز");
    public static readonly Text Contracted = new("Under contract", "За контрактами", "بموجب عقود");
    public static readonly Text Spent = new("Spent", "Витрачено", "المصروف");
    public static readonly Text Available = new("Can still be used", "Ще можна використати", "المتاح بعد");
    public static readonly Text ToReservations = new("What the money is held for", "На що зарезервовано гроші", "ما حُجزت الأموال لأجله");

    public static readonly Text Reservations = new("Reservations", "Резервування", "الحجوزات");

    public static readonly Text ReservationsLead = new(
        "Money of funds that is held for a purpose. A reservation lapses after five days without a contract.",
        "Гроші фондів, зарезервовані на певну мету. Без контракту резервування спливає за п’ять днів.",
        "أموال الصناديق المحجوزة لغرض ما. يسقط الحجز بعد خمسة أيام بلا عقد.");

    public static readonly Text Purpose = new("Purpose", "Мета", "الغرض");
    public static readonly Text Amount = new("Amount", "Сума", "المبلغ");
    public static readonly Text Seller = new("Seller", "Продавець", "البائع");
    public static readonly Text LapsesAt = new("Lapses", "Спливає", "يسقط في");
#pragma warning restore CS1591

    /// <summary>How far a reservation has come.</summary>
    public static Text Of(ReservationState state) => state switch
    {
        ReservationState.Reserved => new("reserved", "зарезервовано", "محجوز"),
        ReservationState.Contracted => new("under contract", "за контрактом", "بموجب عقد"),
        ReservationState.Settled => new("settled", "розраховано", "تمت تسويته"),
        ReservationState.Released => new("released", "звільнено", "أُفرج عنه"),
        _ => new("lapsed", "сплив термін", "سقط"),
    };
}
