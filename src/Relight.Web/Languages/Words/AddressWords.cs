namespace Relight.Web.Languages.Words;

/// <summary>Texts about addresses of pages in which something cannot be read.</summary>
public static class AddressWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text NotRead = new(
        "Something in the address of this page cannot be read and has no effect:",
        "Дещо в адресі цієї сторінки прочитати не можна, і воно не діє:",
        "في عنوان هذه الصفحة ما لا يمكن قراءته، ولا أثر له:");

    public static readonly Text WithoutDays = new("Show the usual days", "Показати звичайні дні", "عرض الأيام المعتادة");
    public static readonly Text Hour = new("Hour of the plan", "Година плану", "ساعة الخطة");
    public static readonly Text Repair = new("Repair", "Ремонт", "الإصلاح");
    public static readonly Text Goods = new("Goods", "Товари", "السلع");
    public static readonly Text FunnelLine = new("Line of the overview", "Рядок огляду", "سطر النظرة العامة");
    public static readonly Text Taken = new("What is to be sent", "Що відправити", "ما يُرسل");
    public static readonly Text Page = new("Page of the table", "Сторінка таблиці", "صفحة الجدول");
    public static readonly Text Sort = new("Order of the table", "Порядок таблиці", "ترتيب الجدول");
#pragma warning restore CS1591

    /// <summary>Sentences about what an address must hold.</summary>
    internal static IReadOnlyList<Text> All { get; } =
    [
        new("must be a day such as 2022-12-16", "має бути днем, як-от 2022-12-16", "يجب أن يكون يوماً مثل \u20662022-12-16\u2069"),
        new("must be a number of hours such as 12.5", "має бути числом годин, як-от 12.5", "يجب أن يكون عدد ساعات مثل \u206612.5\u2069"),
        new("must be a repair of the plan", "має бути ремонтом цього плану", "يجب أن يكون إصلاحاً من الخطة"),
        new("must be a kind of goods", "має бути видом товарів", "يجب أن يكون نوعاً من السلع"),
        new("must be a line of the overview", "має бути рядком огляду", "يجب أن يكون سطراً من النظرة العامة"),
        new("must be an allocation or a stock that can be sent", "має бути розподілом або запасом, який можна відправити", "يجب أن يكون تخصيصاً أو مخزوناً يمكن إرساله"),
        new("must be a page, from 1", "має бути сторінкою, від 1", "يجب أن تكون صفحة، بدءاً من 1"),
        new("must be a column by which the table is sorted", "має бути колонкою, за якою впорядковують таблицю", "يجب أن يكون عموداً يُرتب به الجدول"),
        new("must be one of {0}, with - before it for the reverse", "має бути одним із {0}, з - попереду для зворотного порядку", "يجب أن يكون أحد {0}، مع - قبله للعكس"),
    ];
}
