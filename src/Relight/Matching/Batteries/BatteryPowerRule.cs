using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery must carry the facility's load.</summary>
public sealed class BatteryPowerRule() : Rule<FacilityPower, Battery>(810, new("power", "потужність", "القدرة"), Sources.Practice)
{
    private static readonly Column s_power = Of("power", unit => unit.Kilowatts);

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen)
    {
        var wanted = new Figure(Numbers.Load, place.LoadKilowatts, "kW");
        return unit.Kilowatts is not { } power
            ? pen.Ask(Ask.Kilowatts, NotGiven.Power, wanted)
            : pen.FitsIf(
                power >= place.LoadKilowatts, pen.Say(Compared.KilowattsForLoad, power, place.LoadKilowatts), pen.AboveLimit(power, place.LoadKilowatts),
                new(Numbers.RatedPower, power, "kW"), wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) => [s_power.AtLeast(place.LoadKilowatts) with { IsSharp = true }];
}
