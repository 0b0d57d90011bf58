using Relight.Ledger;

namespace Relight.Register;

/// <summary>What of a specification is possible but looks like a slip: another unit, another kind of thing.</summary>
internal static class SpecificationSlips
{
    /// <summary>Ratios of rated to nominal voltage lie near 1; a power that equals a voltage to the digit is most often the voltage, typed twice.</summary>
    public static void Warn(Checks checks, string path, Specification specification)
    {
        switch (specification)
        {
            case PowerTransformer unit:
                Warn(checks, path, unit);
                break;
            case GeneratingSet set:
                checks
                    .Warn(set.Kilovoltamperes is 0.23m or 0.4m or 6 or 10 or 35 or 110 && set.Kilowatts is null && set.Volts is null, $"{path}.kilovoltamperes", set.Kilovoltamperes, "is a common voltage in kV: kV in place of kVA?")
                    .Warn(set.Kilovoltamperes > 5000, $"{path}.kilovoltamperes", set.Kilovoltamperes, "is more than any common set has: VA in place of kVA?")
                    .Warn(set.Kilowatts > 4000, $"{path}.kilowatts", set.Kilowatts, "is more than any common set has: W in place of kW?")
                    .Warn(set is { Kilowatts: > 0, Kilovoltamperes: > 0 } && set.Kilowatts < set.Kilovoltamperes / 2, $"{path}.kilowatts", set.Kilowatts, "is less than half of the kVA");
                break;
            case GasTurbine turbine:
                checks.Warn(turbine.Megawatts > 400, $"{path}.megawatts", turbine.Megawatts, "is more than any common turbine has: kW in place of MW?");
                break;
            case MobileSubstation substation:
                checks.Warn(substation.Megavoltamperes > 50, $"{path}.megavoltamperes", substation.Megavoltamperes, "is more than mobile substations have, about 50 MVA: kVA in place of MVA, or a transformer without switchgear?");
                break;
            case CircuitBreaker breaker:
                checks
                    .Warn(breaker.RatedKilovolts > 800, $"{path}.ratedKilovolts", breaker.RatedKilovolts, "is above the highest common class: V in place of kV?")
                    .Warn(breaker.BreakingKiloamperes > 80, $"{path}.breakingKiloamperes", breaker.BreakingKiloamperes, "is more than common breakers break: A in place of kA?")
                    .Warn(breaker.RatedAmperes < 100, $"{path}.ratedAmperes", breaker.RatedAmperes, "is very little: kA in place of A?");
                break;
            case Disconnector disconnector:
                checks
                    .Warn(disconnector.ShortTimeKiloamperes > 80, $"{path}.shortTimeKiloamperes", disconnector.ShortTimeKiloamperes, "is more than common disconnectors withstand: A in place of kA?")
                    .Warn(disconnector.RatedAmperes < 100, $"{path}.ratedAmperes", disconnector.RatedAmperes, "is very little: kA in place of A?");
                break;
            case InstrumentTransformer instrument:
                Warn(checks, path, instrument);
                break;
            case Battery battery:
                checks.Warn(battery is { Kilowatts: > 0, KilowattHours: > 0 } && battery.KilowattHours < battery.Kilowatts / 20, $"{path}.kilowattHours", battery.KilowattHours, "lasts under three minutes at the rated power: MWh in place of kWh?");
                break;
            case Conductor conductor:
                checks.Warn(conductor.RatedAmperes > 20 * conductor.SquareMillimetres, $"{path}.ratedAmperes", conductor.RatedAmperes, "is over 20 A for each mm²");
                break;
            case Pump pump:
                // 1 m³ lifted 1 m takes 2.725 Wh without any loss.
                checks.Warn(pump.Kilowatts < pump.CubicMetresPerHour * pump.HeadMetres * 0.002725m, $"{path}.kilowatts", pump.Kilowatts, "is too little for this flow and head: litres in place of m³?");
                break;
            case Boiler boiler:
                checks.Warn(boiler.HeatKilowatts > 100_000, $"{path}.heatKilowatts", boiler.HeatKilowatts, "is more than any boiler that travels has: W in place of kW?");
                break;
            case Goods goods:
                checks.Warn(OfItsOwn(goods.What.Kind), $"{path}.type", goods.What.Kind, "has a specification of its own, which the rules of matching can judge");
                break;
        }
    }

    private static void Warn(Checks checks, string path, PowerTransformer unit)
    {
        foreach (var (side, winding) in new[] { ("high", unit.High), ("low", unit.Low), ("tertiary", unit.Tertiary ?? new Winding()) })
            checks
                .Warn(winding.RatedMegavoltamperes is { } power && power == winding.RatedKilovolts, $"{path}.{side}.ratedMegavoltamperes", winding.RatedMegavoltamperes, "is the same number as the voltage: kV in place of MVA?")
                .Warn(winding.RatedMegavoltamperes > 1500, $"{path}.{side}.ratedMegavoltamperes", winding.RatedMegavoltamperes, "is more than any common unit has: kVA in place of MVA?")
                .Warn(winding.RatedKilovolts > 800, $"{path}.{side}.ratedKilovolts", winding.RatedKilovolts, "is above the highest common class: V in place of kV?");
        checks
            .Warn(unit.SinglePhase == true && IsOfOnePhase(unit.High.RatedKilovolts), $"{path}.high.ratedKilovolts", unit.High.RatedKilovolts, "is a common voltage over √3: voltages are between phases, and powers those of all three, for single-phase units too")
            .Warn(unit.FrequencyHertz is { } hertz && hertz is not (50 or 60 or 16.7m), $"{path}.frequencyHertz", unit.FrequencyHertz, "is no common frequency")
            .Warn(unit.Taps?.RangePercent > 16.1m, $"{path}.taps", unit.Taps?.RangePercent, "is a wider range, in %, than tap changers in use have")
            .Warn(unit.High.RatedKilovolts >= 35 && unit.TotalTonnes < 3, $"{path}.totalTonnes", unit.TotalTonnes, "is very light: an instrument transformer counted as a power transformer?")
            .Warn(unit.High.RatedMegavoltamperes > 10 && unit.TransportTonnes < 5, $"{path}.transportTonnes", unit.TransportTonnes, "is very light for its power: hundreds of tonnes left out?");
    }

    // Within half a %, as 190.5 for 330/√3, and no common voltage itself.
    private static bool IsOfOnePhase(decimal? kilovolts)
    {
        decimal[] common = [110, 115, 121, 132, 138, 150, 154, 158, 220, 225, 230, 330, 345, 380, 400, 500, 525, 750];
        bool IsNear(decimal value) => common.Any(each => Math.Abs(value / each - 1) < 0.005m);
        return kilovolts is { } one && !IsNear(one) && IsNear(one * 1.7320508m);
    }

    private static void Warn(Checks checks, string path, InstrumentTransformer instrument) => checks
        .Warn(instrument is { Measures: InstrumentKind.Current, Secondary: not (null or 1 or 5) }, $"{path}.secondary", instrument.Secondary, "is neither 1 nor 5 A")
        .Warn(instrument is { Measures: InstrumentKind.Voltage, Secondary: < 50 or > 250 }, $"{path}.secondary", instrument.Secondary, "is far from 100 V and 100/√3 V")
        .Warn(instrument is { Measures: InstrumentKind.Voltage } && instrument.Primary > instrument.Um, $"{path}.primary", instrument.Primary, "is above Um: V in place of kV?");

    private static bool OfItsOwn(ItemKind kind) => kind is
        ItemKind.PowerTransformer or ItemKind.GeneratingSet or ItemKind.GasTurbine or ItemKind.CircuitBreaker
        or ItemKind.InstrumentTransformer or ItemKind.Disconnector or ItemKind.MobileSubstation;
}
