using System.Globalization;
using Relight.Grid.Flow;
using Relight.Restoration;
using Relight.Web.Design;

namespace Relight.Web.Languages.Words;

/// <summary>Texts about a plan in AC: what is served there, what is wrong, what clears it.</summary>
public static class AcWords
{
#pragma warning disable CS1591 // Each text explains itself.
    public static readonly Text Title = new("The plan in AC", "План у розрахунку змінного струму", "الخطة في حساب التيار المتردد");

    public static readonly Text Lead = new(
        "The plan reckons with the DC form, which knows no voltages and no losses. Each stage is run in AC too; where its dispatch does not hold there, voltages, generators and in the end load are changed until it does. What is found holds; it need not be the most that could be served.",
        "План рахує в спрощеній формі постійного струму, що не знає ні напруг, ні втрат. Кожен етап розраховано й у змінному струмі; де режим неприпустимий, змінюють напруги, генерацію і зрештою навантаження, доки він стане припустимим. Знайдене припустиме, але не обов’язково найбільше можливе.",
        "تحسب الخطة بصيغة التيار المستمر المبسّطة التي لا تعرف الجهود ولا الفواقد. وتُحسب كل مرحلة بالتيار المتردد أيضاً؛ وحيث لا يصمد تشغيلها تُغيَّر الجهود والمولدات ثم الأحمال حتى يصمد. ما وُجد يصمد، وليس بالضرورة أكثر ما يمكن تغذيته.");

    public static readonly Text Served = new("Served in AC", "Забезпечено у змінному струмі", "المُغذّى في التيار المتردد");
    public static readonly Text ServedFrom = new("{0} less than in the DC form", "на {0} менше, ніж у формі постійного струму", "أقل بنسبة {0} من صيغة التيار المستمر");
    public static readonly Text Lost = new("Lost in the grid", "Втрати в мережі", "الفاقد في الشبكة");
    public static readonly Text LostFrom = new("{0} of what is served", "{0} від забезпеченого", "{0} من المُغذّى");
    public static readonly Text Shed = new("Most shed at once", "Найбільше відключення за раз", "أكبر فصل للأحمال في آن واحد");
    public static readonly Text ShedFrom = new("from hour {0}", "від години {0}", "من الساعة {0}");
    public static readonly Text NothingShed = new("every stage holds without shedding", "кожен етап припустимий без відключень", "كل مرحلة تصمد دون فصل أحمال");

    public static readonly Text Findings = new(
        "What is wrong where the DC dispatch is run unchanged",
        "Що не так, якщо режим постійного струму вести без змін",
        "ما يختل إذا شُغّل توزيع التيار المستمر دون تغيير");

    public static readonly Text NoFindings = new(
        "Run unchanged, every stage is within its limits.",
        "Без змін кожен етап у своїх межах.",
        "كل مرحلة ضمن حدودها دون تغيير.");

    public static readonly Text Hours = new("Hours", "Години", "الساعات");
    public static readonly Text Where = new("Where", "Де", "أين");
    public static readonly Text What = new("What", "Що", "ماذا");
    public static readonly Text Clears = new("Clears with", "Минає з ремонтом", "يزول بإصلاح");
    public static readonly Text Lasts = new("lasts to the end", "триває до кінця", "يستمر حتى النهاية");
    public static readonly Text More = new("and {0} more, in the plan’s file", "і ще {0}, у файлі плану", "و{0} أخرى، في ملف الخطة");
    public static readonly Text SwitchedOff = new("Switched off for a time, because nothing was found to hold with it: {0}", "Тимчасово вимкнено, бо з ним припустимого режиму не знайдено: {0}", "مفصول مؤقتاً إذ لم يُعثر معه على تشغيل يصمد: {0}");
    public static readonly Text OnlyOperators = new("What is wrong names places, and is open to operators alone.", "Перелік називає місця, тому відкритий лише операторам.", "القائمة تذكر أماكن، ولذلك فهي متاحة للمشغّلين وحدهم.");

    private static readonly Text s_doesNotConverge = new("no power flow is found for its island of {0} MW", "для її острова з {0} МВт режиму не знайдено", "لا يوجد حل لسريان القدرة في جزيرته بحمل {0} ميغاواط");
    private static readonly Text s_noSource = new("its island of {0} MW has no generator", "у її острові з {0} МВт немає генератора", "لا مولّد في جزيرته بحمل {0} ميغاواط");
    private static readonly Text s_lowVoltage = new("{0} p.u., below {1}", "{0} в. о., нижче за {1}", "{0} لكل وحدة، دون {1}");
    private static readonly Text s_highVoltage = new("{0} p.u., above {1}", "{0} в. о., вище за {1}", "{0} لكل وحدة، فوق {1}");
    private static readonly Text s_overload = new("{0} MVA, above its rating of {1}", "{0} МВ·А, понад номінал {1}", "{0} ميغافولت أمبير، فوق مقنّنه {1}");
    private static readonly Text s_activePower = new("{0} MW, limit {1}", "{0} МВт, межа {1}", "{0} ميغاواط، الحد {1}");
    private static readonly Text s_reactivePower = new("{0} Mvar, limit {1}", "{0} Мвар, межа {1}", "{0} ميغافار، الحد {1}");
#pragma warning restore CS1591

    /// <summary>What is wrong, in the language of the page.</summary>
    public static string Of(AcFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var text = finding.Kind switch
        {
            ViolationKind.DoesNotConverge => s_doesNotConverge,
            ViolationKind.NoSource => s_noSource,
            ViolationKind.LowVoltage => s_lowVoltage,
            ViolationKind.HighVoltage => s_highVoltage,
            ViolationKind.Overload => s_overload,
            ViolationKind.ActivePower => s_activePower,
            _ => s_reactivePower,
        };
        return finding.Kind is ViolationKind.LowVoltage or ViolationKind.HighVoltage
            ? text.With(finding.Value.ToString("0.000", CultureInfo.CurrentCulture), finding.Limit.ToString("0.00#", CultureInfo.CurrentCulture))
            : text.With(Show.Number((decimal)finding.Value, 1), Show.Number((decimal)finding.Limit, 1));
    }
}
