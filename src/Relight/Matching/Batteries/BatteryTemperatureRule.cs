using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery that is not made for the cold outdoors stands in a heated room.</summary>
public sealed class BatteryTemperatureRule() : Rule<FacilityPower, Battery>(870, new("temperature", "температура", "درجة الحرارة"), Sources.Practice)
{
    private static readonly Phrase s_notGiven = new("the lowest temperature is not given", "найнижчу температуру не вказано", "أدنى درجة حرارة غير مذكورة");
    private static readonly Phrase s_works = new("works at {0:0} °C", "працює за {0:0} °C", "يعمل عند ⁦{0:0} °C⁩");
    private static readonly Phrase s_tooCold = new(
        "works at {0:0} °C, outdoors there are {1:0} °C",
        "працює за {0:0} °C, надворі буває {1:0} °C",
        "يعمل عند ⁦{0:0} °C⁩، وفي الخارج تبلغ ⁦{1:0} °C⁩");

    private static readonly Column s_lowest = Of("lowest temperature", unit => unit.LowestCelsius);

    private static readonly Work s_work = new(
        new("put it into a heated room", "поставити її в опалюване приміщення", "وضعها في غرفة مدفأة"), 4, Skills.Generator);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen)
    {
        var limit = new Figure(Numbers.Limit, practice[Cold.Lowest], "°C");
        if (unit.LowestCelsius is not { } lowest)
            return pen.FitsWithWork(s_notGiven, null, s_work, limit);
        var own = new Figure(Numbers.LowestTemperature, lowest, "°C");
        return lowest <= practice[Cold.Lowest]
            ? pen.Fits(pen.Say(s_works, lowest), null, own, limit)
            : pen.FitsWithWork(pen.Say(s_tooCold, lowest, practice[Cold.Lowest]), null, s_work, own, limit);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [s_lowest.AtMost(practice[Cold.Lowest]) with { IsSharp = true, Outside = Verdict.FitsWithWork, Unknown = Verdict.FitsWithWork }];
}
