using Relight.Register;

namespace Relight.Matching.Boilers;

/// <summary>A boiler must give the heat that is wanted.</summary>
public sealed class BoilerHeatRule() : ComparisonRule<HeatPlace, Boiler>(
    1210, s_heat, Sources.Practice, "kW", new(s_heat, unit => unit.HeatKilowatts), new(new("heat wanted", "потрібне тепло", "الحرارة المطلوبة"), place => place.HeatKilowatts),
    Question.Donor("heatKilowatts", "How much heat does it give, in kW?", "Скільки тепла він дає, кВт?", "كم الحرارة التي يعطيها بالكيلوواط؟"))
{
    private static readonly Phrase s_heat = new("heat", "тепло", "الحرارة");
}
