using Relight.Plans;
using Relight.Register;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts of the page on outage reports.</summary>
public static class OutageWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Lead = new(
        "What sources say of people without electricity, heat or water, beside what the grid model says of the same area and time.",
        "Що кажуть джерела про людей без світла, тепла чи води, поруч із тим, що каже модель мережі про ту саму область і час.",
        "ما تقوله المصادر عن أشخاص بلا كهرباء أو تدفئة أو ماء، إلى جانب ما يقوله نموذج الشبكة عن المنطقة والوقت نفسيهما.");

    public static readonly Text Area = new("Area", "Область", "المنطقة");
    public static readonly Text Service = new("Without", "Без чого", "انقطاع");
    public static readonly Text Reported = new("People, as reported", "Людей, за повідомленням", "الأشخاص وفق التقرير");
    public static readonly Text From = new("From", "Від", "من");
    public static readonly Text Model = new("By the grid model", "За моделлю мережі", "وفق نموذج الشبكة");
    public static readonly Text Compared = new("Compared", "Порівняння", "المقارنة");
    public static readonly Text Superseded = new("a later report took its place", "замінено пізнішим повідомленням", "حل محله تقرير لاحق");
    public static readonly Text NoFacilities = new("no facility of the kind is known there", "таких об’єктів там не відомо", "لا منشأة من هذا النوع معروفة هناك");
    public static readonly Text FacilitiesOut = new("facilities not served in full: {0} of {1}", "об’єктів без повного живлення: {0} з {1}", "منشآت لا تُغذّى بالكامل: {0} من {1}");
#pragma warning restore CS1591

    /// <summary>What people are without.</summary>
    public static Text Of(Service service) => service switch
    {
        Relight.Register.Service.Electricity => new("electricity", "світла", "الكهرباء"),
        Relight.Register.Service.Heat => new("heat", "тепла", "التدفئة"),
        _ => new("water", "води", "الماء"),
    };

    /// <summary>How a report stands to the model.</summary>
    public static Text Of(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => new("both can be true", "обидва можливі", "كلاهما ممكن"),
        Agreement.ReportsMore => new("more than the model", "більше, ніж модель", "أكثر من النموذج"),
        Agreement.ReportsFewer => new("fewer than the model", "менше, ніж модель", "أقل من النموذج"),
        _ => new("not comparable", "не порівняти", "غير قابل للمقارنة"),
    };

    /// <summary>What colour says about it.</summary>
    public static Tone ToneOf(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => Tone.Good,
        Agreement.NotComparable => Tone.Open,
        _ => Tone.Work,
    };
}
