using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery that is not made for the cold outdoors stands in a heated room.</summary>
public sealed class BatteryTemperatureRule() : Rule<FacilityPower, Battery>(870, new("temperature", "температура", "درجة الحرارة"), "practice")
{
    private static readonly Column s_lowest = Of("lowest temperature", unit => unit.LowestCelsius);

    private static readonly Work s_work = new(
        new("put it into a heated room", "поставити її в опалюване приміщення", "وضعها في غرفة مدفأة"), 4, Skills.Generator);

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen)
    {
        var limit = new Figure(Numbers.Limit, practice[Cold.Lowest], "°C");
        if (unit.LowestCelsius is not { } lowest)
            return pen.FitsWithWork("the lowest temperature is not given", null, s_work, limit);
        var own = new Figure(Numbers.LowestTemperature, lowest, "°C");
        return lowest <= practice[Cold.Lowest]
            ? pen.Fits(pen.Say($"works at {lowest:0} °C"), null, own, limit)
            : pen.FitsWithWork(pen.Say($"works at {lowest:0} °C, outdoors there are {practice[Cold.Lowest]:0} °C"), null, s_work, own, limit);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [s_lowest.AtMost(practice[Cold.Lowest]) with { IsSharp = true, Outside = Verdict.FitsWithWork, Unknown = Verdict.FitsWithWork }];
}
