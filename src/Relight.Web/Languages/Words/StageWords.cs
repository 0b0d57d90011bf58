using Relight.Register;

namespace Relight.Web.Languages.Words;

/// <summary>Names of stages, of links between claims, and of kinds of organisation.</summary>
public static class StageWords
{
    /// <summary>The name of a stage.</summary>
    public static Text Of(Stage stage) => stage.Goods is { } goods ? Of(goods) : Of(stage.Money!.Value);

    /// <summary>The name of a stage of goods.</summary>
    public static Text Of(GoodsStage stage) => stage switch
    {
        GoodsStage.Announced => new("Announced", "Оголошено", "مُعلن"),
        GoodsStage.Committed => new("Committed", "Узято зобов’язання", "مُلتزم به"),
        GoodsStage.Allocated => new("Allocated", "Розподілено", "مُخصص"),
        GoodsStage.Dispatched => new("Dispatched", "Відправлено", "مُرسل"),
        GoodsStage.Received => new("Received", "Отримано", "مُستلم"),
        GoodsStage.InService => new("In service", "Працює", "في الخدمة"),
        GoodsStage.Withdrawn => new("Withdrawn", "Відкликано", "مسحوب"),
        _ => new("Lost", "Втрачено", "مفقود"),
    };

    /// <summary>The name of a stage of money.</summary>
    public static Text Of(MoneyStage stage) => stage switch
    {
        MoneyStage.Pledged => new("Pledged", "Обіцяно", "متعهد به"),
        MoneyStage.Signed => new("Signed", "Підписано", "موقّع"),
        MoneyStage.Paid => new("Paid", "Сплачено", "مدفوع"),
        MoneyStage.Reserved => new("Reserved", "Зарезервовано", "محجوز"),
        MoneyStage.Contracted => new("Contracted", "Законтрактовано", "متعاقد عليه"),
        MoneyStage.Spent => new("Spent", "Витрачено", "مصروف"),
        MoneyStage.Withdrawn => new("Withdrawn", "Відкликано", "مسحوب"),
        _ => new("Lost", "Втрачено", "مفقود"),
    };

    /// <summary>How a claim stands to another.</summary>
    public static Text Of(LinkKind kind) => kind switch
    {
        LinkKind.Restates => new("restates", "повторює", "تكرر"),
        LinkKind.PartOf => new("is part of", "є частиною", "جزء من"),
        LinkKind.Supersedes => new("supersedes", "заміняє", "تحل محل"),
        LinkKind.Fulfils => new("fulfils", "виконує", "تنفذ"),
        LinkKind.PaysInto => new("pays into", "сплачує до", "تدفع إلى"),
        _ => new("contradicts", "суперечить", "تناقض"),
    };

    /// <summary>The name of a kind of organisation.</summary>
    public static Text Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.State => new("State", "Держава", "دولة"),
        OrganisationKind.Utility => new("Utility", "Енергокомпанія", "شركة مرافق"),
        OrganisationKind.Maker => new("Maker", "Виробник", "شركة مصنّعة"),
        OrganisationKind.Fund => new("Fund", "Фонд", "صندوق"),
        OrganisationKind.InternationalBody => new("International body", "Міжнародна організація", "هيئة دولية"),
        OrganisationKind.FacilityOperator => new("Facility operator", "Оператор об’єкта", "مشغّل منشأة"),
        OrganisationKind.Foundation => new("Foundation", "Благодійна організація", "مؤسسة خيرية"),
        _ => new("Group of donors", "Група донорів", "مجموعة مانحين"),
    };
}
