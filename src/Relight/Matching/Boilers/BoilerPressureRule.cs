using Relight.Register;

namespace Relight.Matching.Boilers;

/// <summary>A boiler must stand the pressure of the heat network, where the place gives one.</summary>
public sealed class BoilerPressureRule() : ComparisonRule<HeatPlace, Boiler>(
    1230, s_pressure, Sources.Practice, "bar", new(s_pressure, unit => unit.Bar), new(new("pressure of the network", "тиск мережі", "ضغط الشبكة"), place => place.Bar),
    Question.Donor("bar", "Which pressure does it work at, at most, in bar?", "Який найбільший робочий тиск, бар?", "ما أقصى ضغط تشغيل بالبار؟"))
{
    private static readonly Phrase s_pressure = new("pressure", "тиск", "الضغط");
}
