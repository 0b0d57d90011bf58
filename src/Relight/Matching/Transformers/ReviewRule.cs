using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// What engineers look through before a foreign unit is connected. What is not known of it makes work, not doubt:
/// it can be found out or put right on site.
/// </summary>
public sealed class ReviewRule : IRule
{
    private static readonly Phrase s_known = new(
        "earthing, cooling, oil, bushings, cores, footprint, protection settings, parts and condition are known",
        "заземлення, охолодження, олива, вводи, осердя, фундамент, уставки захисту, частини та стан відомі",
        "التأريض والتبريد والزيت والعوازل النافذة والقلوب والقاعدة وضبط الحماية والأجزاء والحالة معروفة");

    private static readonly Phrase s_name = new("review", "огляд", "المراجعة");
    private static readonly Phrase s_missing = new("get the missing part: {0}", "дістати відсутню частину: {0}", "توفير الجزء الناقص: {0}");

    private static readonly Column s_hasPoints = new("points to look into", (offer, _) => offer.Specification is PowerTransformer unit ? (HasPoints(offer, unit) ? 1 : 0) : null);

    private static readonly (Func<Offer, PowerTransformer, bool> When, Work Work)[] s_points =
    [
        ((_, unit) => unit.NeutralEarthing is null, Of("settle how the neutral is earthed", "визначити заземлення нейтралі", "تحديد طريقة تأريض نقطة الحياد", 0)),
        ((_, unit) => unit.Cooling is null, Of("find out the cooling and its supply", "з’ясувати охолодження та його живлення", "معرفة نظام التبريد وتغذيته", 1)),
        ((_, unit) => unit.OilTonnes is null, Of("find out the amount of oil", "з’ясувати кількість оливи", "معرفة كمية الزيت", 1)),
        ((_, unit) => unit.Review?.FreeOfPcb is null, Of("test the oil for PCB", "перевірити оливу на ПХБ", "فحص الزيت لمركبات PCB", 1)),
        ((_, unit) => unit.Review?.FreeOfPcb == false, Of("change the oil: it holds PCB", "замінити оливу: в ній є ПХБ", "تغيير الزيت: يحتوي على مركبات PCB", 24)),
        ((_, unit) => unit.Review?.GasesGood is null, Of("analyse the gases in the oil", "проаналізувати гази в оливі", "تحليل الغازات في الزيت", 1)),
        ((_, unit) => unit.Review?.GasesGood == false, Of("find out why there are gases in the oil, and mend it", "з’ясувати причину газів в оливі й усунути її", "معرفة سبب الغازات في الزيت وإصلاحه", 48)),
        ((_, unit) => unit.Review?.MoisturePercent is null, Of("measure the moisture of the insulation", "виміряти вологу ізоляції", "قياس رطوبة العزل", 1)),
        ((_, unit) => unit.Review?.MoisturePercent > 2, Of("dry the insulation", "висушити ізоляцію", "تجفيف العزل", 48)),
        ((_, unit) => unit.Review?.Bushings is null, Of("look at the bushings: type, connection and creepage", "оглянути вводи: тип, приєднання, шлях витоку", "فحص العوازل النافذة: النوع والتوصيل ومسافة الزحف", 1)),
        ((_, unit) => unit.Review?.CurrentTransformers is null, Of("find out the cores of the built-in current transformers", "з’ясувати осердя вбудованих трансформаторів струму", "معرفة قلوب محولات التيار المدمجة", 1)),
        ((_, unit) => unit.Review?.TapChangerMake is null, Of("find out the make of the tap changer", "з’ясувати тип перемикача відгалужень", "معرفة طراز مغيّر النقاط", 0)),
        ((_, unit) => unit.Taps?.OnLoad == false, Of("choose the tap before it is switched in: it is moved without voltage only", "вибрати відгалуження до увімкнення: його перемикають лише без напруги", "اختيار نقطة التفريع قبل التشغيل: لا تُغيَّر إلا بلا جهد", 1)),
        ((_, unit) => unit.TotalTonnes is null, Of("check the foundation for the unit's mass", "перевірити фундамент на масу одиниці", "فحص القاعدة لكتلة الوحدة", 2)),
        ((_, unit) => unit.Review?.Footprint is null, Of("check that the unit stands on the foundation", "перевірити, чи стає одиниця на фундамент", "التحقق من وقوف الوحدة على القاعدة", 1)),
        ((_, unit) => unit.Review?.ProtectionSettings is null, Of("work out the settings of its protection", "розрахувати уставки її захисту", "حساب ضبط حمايتها", 0)),
        ((_, unit) => unit.MissingParts is null, Of("look the unit over for missing parts", "перевірити, чи бракує частин", "فحص الوحدة بحثاً عن أجزاء ناقصة", 2)),
        ((offer, _) => offer.Condition is UnitCondition.Unknown, Of("inspect the unit's condition", "оглянути стан одиниці", "فحص حالة الوحدة", 4)),
        ((offer, _) => offer.Condition is UnitCondition.Repairable, Of("repair the unit", "відремонтувати одиницю", "إصلاح الوحدة", 120)),
    ];

    /// <inheritdoc/>
    public bool HasMargin => false;

    /// <inheritdoc/>
    public int Place => 220;

    /// <inheritdoc/>
    public Phrase Name => s_name;

    /// <inheritdoc/>
    public Phrase Source => Sources.Practice;

    /// <inheritdoc/>
    public bool IsFor(Type requirement, Type specification) => requirement == typeof(TransformerBay) && specification == typeof(PowerTransformer);

    /// <inheritdoc/>
    public Ruling? Judge(Need need, Offer offer, Practice practice, Pen pen)
    {
        if (need.Requirement is not TransformerBay || offer.Specification is not PowerTransformer unit)
            return null;
        if (!pen.Writes)
            return new Ruling(HasPoints(offer, unit) ? Verdict.FitsWithWork : Verdict.Fits, null);
        return pen.Review(
            s_known,
            [
                .. s_points.Where(point => point.When(offer, unit)).Select(point => point.Work),
                .. (unit.MissingParts ?? []).Select(part => new Work(s_missing.With(part), 4, Skills.Transformer)),
            ]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bound> Bounds(Requirement requirement, Practice practice) => [s_hasPoints.Equal(0) with { Outside = Verdict.FitsWithWork }];

    private static bool HasPoints(Offer offer, PowerTransformer unit) => unit.MissingParts is { Count: > 0 } || Array.Exists(s_points, point => point.When(offer, unit));

    private static Work Of(string english, string ukrainian, string arabic, decimal hours) =>
        new(new Phrase(english, ukrainian, arabic), hours, hours == 0 ? null : Skills.Transformer);
}
