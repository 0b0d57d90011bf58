using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The lightning impulse level of a winding must reach that of the site, where the site gives one (330 kV: 1050 to 1175; 110 kV: 450 to 550; practice).</summary>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule.</param>
/// <param name="level">Level of the winding, in kV.</param>
/// <param name="wanted">Level of the site, in kV.</param>
/// <param name="ask">What to ask where the winding's is not known.</param>
public abstract class ImpulseRule(int place, Phrase name, Func<PowerTransformer, decimal?> level, Func<TransformerBay, decimal?> wanted, Question ask)
    : ComparisonRule<TransformerBay, PowerTransformer>(place, name, Sources.Text("IEC 60076-3"), "kV", new(s_own, level), new(s_site, wanted), ask)
{
    private static readonly Phrase s_own = new("level of the unit", "рівень одиниці", "مستوى الوحدة");
    private static readonly Phrase s_site = new("level of the site", "рівень на місці", "المستوى في الموقع");
}

/// <summary>Impulse level of the upper side.</summary>
public sealed class HighImpulseRule() : ImpulseRule(
    170, new("impulse level, upper side", "грозовий імпульс, вища сторона", "نبضة الصاعقة، الجانب الأعلى"), unit => unit.High.ImpulseKilovolts, bay => bay.HighImpulseKilovolts,
    Question.Donor(
        "high.impulseKilovolts", "What is the lightning impulse level of the upper winding, in kV?", "Який рівень грозового імпульсу вищої обмотки, кВ?", "ما مستوى نبضة الصاعقة للملف الأعلى بالكيلوفولت؟"));

/// <summary>Impulse level of the lower side.</summary>
public sealed class LowImpulseRule() : ImpulseRule(
    171, new("impulse level, lower side", "грозовий імпульс, нижча сторона", "نبضة الصاعقة، الجانب الأدنى"), unit => unit.Low.ImpulseKilovolts, bay => bay.LowImpulseKilovolts,
    Question.Donor(
        "low.impulseKilovolts", "What is the lightning impulse level of the lower winding, in kV?", "Який рівень грозового імпульсу нижчої обмотки, кВ?", "ما مستوى نبضة الصاعقة للملف الأدنى بالكيلوفولت؟"));
