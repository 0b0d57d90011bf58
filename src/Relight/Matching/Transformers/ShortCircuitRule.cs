using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must withstand the short-circuit current of the site, where the site gives one.</summary>
public sealed class ShortCircuitRule() : ComparisonRule<TransformerBay, PowerTransformer>(
    180, new("short circuit", "коротке замикання", "قصر الدارة"), Sources.Text("IEC 60076-5"), "kA",
    new(Numbers.Withstand, unit => unit.ShortCircuitKiloamperes), new(Numbers.FaultLevel, bay => bay.FaultLevelKiloamperes),
    Question.Donor(
        "shortCircuitKiloamperes",
        "Which short-circuit current does the unit withstand on the upper side, in kA?",
        "Який струм короткого замикання витримує одиниця на вищій стороні, кА?",
        "ما تيار القصر الذي تتحمله الوحدة في الجانب الأعلى بالكيلوأمبير؟"));
