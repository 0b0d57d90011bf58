using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>A breaker must break the fault current of its bay (31.5, 40 and 50 kA are common).</summary>
public sealed class BreakingCurrentRule() : ComparisonRule<BreakerBay, CircuitBreaker>(
    330, s_breaking, Sources.Text("IEC 62271-100"), "kA",
    new(s_breaking, unit => unit.BreakingKiloamperes), new(Numbers.FaultLevel, bay => bay.FaultLevelKiloamperes),
    Question.Donor("breakingKiloamperes", "What is the rated breaking current, in kA?", "Який номінальний струм вимкнення, кА?", "ما تيار القطع المقنن بالكيلوأمبير؟"), askPlace: Ask.FaultLevel)
{
    private static readonly Phrase s_breaking = new("breaking current", "струм вимкнення", "تيار القطع");
}
