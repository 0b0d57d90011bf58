using Relight.Register;

namespace Relight.Matching.GasTurbines;

/// <summary>A gas turbine must give the power that is wanted.</summary>
public sealed class TurbinePowerRule() : ComparisonRule<TurbineSite, GasTurbine>(
    910, new("power", "потужність", "القدرة"), Sources.Practice, "MW",
    new(Numbers.RatedPower, unit => unit.Megawatts), new(new("power wanted", "потрібна потужність", "القدرة المطلوبة"), site => site.Megawatts),
    Question.Donor("megawatts", "What is the rated power at 50 Hz, in MW?", "Яка номінальна потужність за 50 Гц, МВт?", "ما القدرة المقننة عند 50 هرتز بالميغاواط؟"));
