namespace Relight.Web.Languages.Words;

/// <summary>Texts of offers of which needs hold more than there is.</summary>
public static class HeldBeyondWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("More is held than there is.", "Закріплено більше, ніж є.", "المحجوز أكثر من الموجود.");

    public static readonly Text Lead = new(
        "Units were lost in a hub, or were not there when it was counted, after they were held. Release what a need is to do without; it is then open for others.",
        "Одиниці втрачено на складі або їх там не виявилося під час підрахунку після закріплення. Відкличте те, без чого потреба має обійтися; тоді її буде відкрито для інших.",
        "فُقدت وحدات في مركز، أو لم توجد فيه عند العدّ، بعد حجزها. ألغوا حجز ما على الاحتياج أن يستغني عنه؛ فيصير مفتوحاً لغيره.");

    public static readonly Text Missing = new("missing of what is held: {0}", "бракує із закріпленого: {0}", "الناقص من المحجوز: {0}");
    public static readonly Text Holds = new("held and not sent yet: {0}", "закріплено і ще не надіслано: {0}", "محجوز ولم يُرسل بعد: {0}");
    public static readonly Text MoreNeeds = new("needs that are not listed here: {0}", "потреб, яких тут немає: {0}", "احتياجات غير مذكورة هنا: {0}");
    public static readonly Text MoreOffers = new("offers that are not listed here: {0}", "пропозицій, яких тут немає: {0}", "عروض غير مذكورة هنا: {0}");
#pragma warning restore CS1591
}
