using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>The breaker of a mobile substation must break the fault current of the site, where the site gives one.</summary>
public sealed class MobileBreakingRule() : ComparisonRule<TransformerBay, MobileSubstation>(
    650, s_breaking, Sources.Text("IEC 62271-100"), "kA", new(s_breaking, unit => unit.BreakingKiloamperes), new(Numbers.FaultLevel, bay => bay.FaultLevelKiloamperes),
    Question.Donor("breakingKiloamperes", "Which current does its breaker break, in kA?", "Який струм вимикає його вимикач, кА?", "ما التيار الذي يقطعه قاطعها بالكيلوأمبير؟"))
{
    private static readonly Phrase s_breaking = new("breaking current", "струм вимкнення", "تيار القطع");
}
