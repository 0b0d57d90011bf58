namespace Relight.Web.Languages.Words;

/// <summary>Texts of the pages on which a donor follows its own gifts.</summary>
public static class GiftWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Own = new("Own gifts", "Власні внески", "هباتكم");

    public static readonly Text Lead = new(
        "What your organisation gives, alone or jointly, how far it has come, and what it offers.",
        "Що надає ваша організація, сама чи разом з іншими, як далеко це просунулося і що вона пропонує.",
        "ما تقدمه جهتكم منفردة أو بالاشتراك مع غيرها، وإلى أين وصل، وما تعرضه.");

    public static readonly Text NoOrganisation = new(
        "This page follows the gifts of one organisation: enter with a token that belongs to it.",
        "Ця сторінка показує внески однієї організації: увійдіть з її токеном.",
        "تعرض هذه الصفحة هبات جهة واحدة: ادخلوا برمز وصول يخصها.");

    public static readonly Text Promised = new("Contributions", "Внески", "المساهمات");
    public static readonly Text Offered = new("Offered units", "Запропоновані одиниці", "الوحدات المعروضة");
    public static readonly Text Recipient = new("To whom", "Кому", "الجهة المستفيدة");
    public static readonly Text Changed = new("Last change", "Остання зміна", "آخر تغيير");
#pragma warning restore CS1591
}
