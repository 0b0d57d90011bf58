using Relight.Register;

namespace Relight.Matching.Disconnectors;

/// <summary>A disconnector breaks nothing, but closed it must withstand the fault current.</summary>
public sealed class ShortTimeCurrentRule() : ComparisonRule<DisconnectorBay, Disconnector>(
    430, s_shortTime, Sources.Text("IEC 62271-102"), "kA",
    new(s_shortTime, unit => unit.ShortTimeKiloamperes), new(Numbers.FaultLevel, bay => bay.FaultLevelKiloamperes),
    Question.Donor("shortTimeKiloamperes", "Which short-time current does it withstand, in kA?", "Який короткочасний струм він витримує, кА?", "ما تيار المدة القصيرة الذي يتحمله بالكيلوأمبير؟"), askPlace: Ask.FaultLevel)
{
    private static readonly Phrase s_shortTime = new("short-time current", "короткочасний струм", "تيار المدة القصيرة");
}
