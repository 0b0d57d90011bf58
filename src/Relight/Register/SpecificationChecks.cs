using Relight.Ledger;

namespace Relight.Register;

/// <summary>Ranges that the numbers of a specification must lie in. What is possible but looks like a slip is told by <see cref="SpecificationSlips"/>.</summary>
internal static class SpecificationChecks
{
    public static void Check(Checks checks, string path, Specification specification)
    {
        checks
            .OptionalText($"{path}.maker", specification.Maker)
            .Range($"{path}.year", specification.Year, 1900, 2100, "")
            .Range($"{path}.transportTonnes", specification.TransportTonnes, 0.001m, 1000, "t");
        switch (specification)
        {
            case PowerTransformer transformer:
                Check(checks, path, transformer);
                break;
            case GeneratingSet set:
                Check(checks, path, set);
                break;
            case GasTurbine turbine:
                Check(checks, path, turbine);
                break;
            case MobileSubstation substation:
                Check(checks, path, substation);
                break;
            case CircuitBreaker or Disconnector or InstrumentTransformer:
                CheckSwitchgear(checks, path, specification);
                break;
            case Battery battery:
                Check(checks, path, battery);
                break;
            case Conductor conductor:
                Check(checks, path, conductor);
                break;
            case Pump pump:
                Check(checks, path, pump);
                break;
            case Boiler boiler:
                checks
                    .Range($"{path}.heatKilowatts", boiler.HeatKilowatts, 0.1m, 1_000_000, "kW")
                    .OptionalText($"{path}.fuel", boiler.Fuel)
                    .Range($"{path}.bar", boiler.Bar, 0.1m, 200, "bar");
                break;
            case Goods goods:
                checks.Text($"{path}.what.description", goods.What.Description);
                break;
        }
        SpecificationSlips.Warn(checks, path, specification);
    }

    private static void Check(Checks checks, string path, PowerTransformer unit)
    {
        Check(checks, $"{path}.high", unit.High);
        Check(checks, $"{path}.low", unit.Low);
        if (unit.Tertiary is { } tertiary)
            Check(checks, $"{path}.tertiary", tertiary);
        checks
            .Require(!(unit.Low.RatedKilovolts >= unit.High.RatedKilovolts), $"{path}.low.ratedKilovolts", unit.Low.RatedKilovolts, "must be below the upper side")
            .Frequency($"{path}.frequencyHertz", unit.FrequencyHertz)
            .Range($"{path}.highLowImpedancePercent", unit.HighLowImpedancePercent, 0.1m, 100, "%")
            .Range($"{path}.highTertiaryImpedancePercent", unit.HighTertiaryImpedancePercent, 0.1m, 300, "%")
            .Range($"{path}.lowTertiaryImpedancePercent", unit.LowTertiaryImpedancePercent, 0.1m, 300, "%")
            .Taps($"{path}.taps", unit.Taps)
            .Range($"{path}.shortCircuitKiloamperes", unit.ShortCircuitKiloamperes, 0.1m, 200, "kA")
            .OptionalText($"{path}.cooling", unit.Cooling)
            .OptionalText($"{path}.neutralEarthing", unit.NeutralEarthing)
            .Range($"{path}.totalTonnes", unit.TotalTonnes, 0.05m, 1000, "t")
            .Require(!(unit.TransportTonnes > unit.TotalTonnes), $"{path}.transportTonnes", unit.TransportTonnes, "must not be more than the total mass")
            .Range($"{path}.transportLengthMetres", unit.TransportLengthMetres, 0.1m, 30, "m")
            .Range($"{path}.transportWidthMetres", unit.TransportWidthMetres, 0.1m, 10, "m")
            .Range($"{path}.transportHeightMetres", unit.TransportHeightMetres, 0.1m, 10, "m")
            .Range($"{path}.oilTonnes", unit.OilTonnes, 0, 500, "t")
            .Require(!(unit.OilTonnes > unit.TotalTonnes), $"{path}.oilTonnes", unit.OilTonnes, "must not be more than the total mass");
        foreach (var (i, part) in (unit.MissingParts ?? []).Index())
            checks.Text($"{path}.missingParts[{i}]", part);
        if (unit.Review is { } review)
            checks
                .OptionalText($"{path}.review.bushings", review.Bushings)
                .OptionalText($"{path}.review.currentTransformers", review.CurrentTransformers)
                .OptionalText($"{path}.review.tapChangerMake", review.TapChangerMake)
                .OptionalText($"{path}.review.footprint", review.Footprint)
                .OptionalText($"{path}.review.protectionSettings", review.ProtectionSettings)
                .Range($"{path}.review.moisturePercent", review.MoisturePercent, 0, 100, "%");
    }

    private static void Check(Checks checks, string path, Winding winding) => checks
        .Range($"{path}.ratedKilovolts", winding.RatedKilovolts, 0.1m, 1200, "kV")
        .Range($"{path}.ratedMegavoltamperes", winding.RatedMegavoltamperes, 0.01m, 5000, "MVA")
        .Range($"{path}.um", winding.Um, 0.1m, 1300, "kV")
        .Range($"{path}.impulseKilovolts", winding.ImpulseKilovolts, 1, 3000, "kV")
        .Require(!(winding.Um < winding.RatedKilovolts), $"{path}.um", winding.Um, "must not be below the rated voltage")
        .Require(!(winding.ImpulseKilovolts < winding.RatedKilovolts), $"{path}.impulseKilovolts", winding.ImpulseKilovolts, "must not be below the rated voltage");

    private static void Check(Checks checks, string path, GeneratingSet set) => checks
        .Range($"{path}.kilovoltamperes", set.Kilovoltamperes, 0.1m, 100_000, "kVA")
        .Range($"{path}.kilowatts", set.Kilowatts, 0.1m, 100_000, "kW")
        .Require(!(set.Kilowatts > set.Kilovoltamperes), $"{path}.kilowatts", set.Kilowatts, "must not be more than the kVA")
        .Volts($"{path}.volts", set.Volts, 100)
        .Frequency($"{path}.frequencyHertz", set.FrequencyHertz)
        .OptionalText($"{path}.fuel", set.Fuel)
        .Range($"{path}.litresPerKilowattHour", set.LitresPerKilowattHour, 0.1m, 2, "litres per kWh");

    private static void Check(Checks checks, string path, GasTurbine turbine) => checks
        .Range($"{path}.megawatts", turbine.Megawatts, 0.1m, 1000, "MW")
        .Frequency($"{path}.frequencyHertz", turbine.FrequencyHertz)
        .Range($"{path}.gasBar", turbine.GasBar, 0.1m, 200, "bar")
        .Range($"{path}.stepUpKilovolts", turbine.StepUpKilovolts, 0.2m, 1200, "kV");

    private static void Check(Checks checks, string path, MobileSubstation unit) => checks
        .Range($"{path}.highKilovolts", unit.HighKilovolts, 1, 1200, "kV")
        .Range($"{path}.lowKilovolts", unit.LowKilovolts, 0.1m, 1200, "kV")
        .Require(!(unit.LowKilovolts >= unit.HighKilovolts), $"{path}.lowKilovolts", unit.LowKilovolts, "must be below the upper side")
        .Range($"{path}.megavoltamperes", unit.Megavoltamperes, 0.01m, 500, "MVA")
        .Frequency($"{path}.frequencyHertz", unit.FrequencyHertz)
        .Taps($"{path}.taps", unit.Taps)
        .Range($"{path}.breakingKiloamperes", unit.BreakingKiloamperes, 0.1m, 200, "kA")
        .Temperature($"{path}.lowestCelsius", unit.LowestCelsius);

    private static void CheckSwitchgear(Checks checks, string path, Specification specification)
    {
        switch (specification)
        {
            case CircuitBreaker breaker:
                checks
                    .Range($"{path}.ratedKilovolts", breaker.RatedKilovolts, 0.1m, 1200, "kV")
                    .Range($"{path}.ratedAmperes", breaker.RatedAmperes, 1, 100_000, "A")
                    .Range($"{path}.breakingKiloamperes", breaker.BreakingKiloamperes, 0.1m, 200, "kA")
                    .Frequency($"{path}.frequencyHertz", breaker.FrequencyHertz)
                    .OptionalText($"{path}.dutyCycle", breaker.DutyCycle)
                    .Volts($"{path}.controlVolts", breaker.ControlVolts, 12)
                    .OptionalText($"{path}.medium", breaker.Medium)
                    .Temperature($"{path}.lowestCelsius", breaker.LowestCelsius);
                break;
            case Disconnector disconnector:
                checks
                    .Range($"{path}.ratedKilovolts", disconnector.RatedKilovolts, 0.1m, 1200, "kV")
                    .Range($"{path}.ratedAmperes", disconnector.RatedAmperes, 1, 100_000, "A")
                    .Range($"{path}.shortTimeKiloamperes", disconnector.ShortTimeKiloamperes, 0.1m, 200, "kA")
                    .Volts($"{path}.controlVolts", disconnector.ControlVolts, 12)
                    .Temperature($"{path}.lowestCelsius", disconnector.LowestCelsius);
                break;
            case InstrumentTransformer instrument:
                checks
                    .Range($"{path}.um", instrument.Um, 0.1m, 1200, "kV")
                    .Range($"{path}.primary", instrument.Primary, 0.001m, 100_000, "A or kV")
                    .Range($"{path}.secondary", instrument.Secondary, 0.1m, 1000, "A or V")
                    .OptionalText($"{path}.accuracyClass", instrument.AccuracyClass)
                    .Range($"{path}.burdenVoltamperes", instrument.BurdenVoltamperes, 0, 10_000, "VA")
                    .Range($"{path}.cores", instrument.Cores, 1, 12, "cores");
                break;
        }
    }

    private static void Check(Checks checks, string path, Battery battery) => checks
        .Range($"{path}.kilowatts", battery.Kilowatts, 0.01m, 1_000_000, "kW")
        .Range($"{path}.kilowattHours", battery.KilowattHours, 0.01m, 10_000_000, "kWh")
        .Volts($"{path}.volts", battery.Volts, 12)
        .Require(battery.FrequencyHertz is null or 0 or (>= 16 and <= 61), $"{path}.frequencyHertz", battery.FrequencyHertz, "must be from 16 to 61 Hz, or 0 for direct current")
        .Range($"{path}.lowestCelsius", battery.LowestCelsius, -80, 60, "°C")
        .Range($"{path}.highestCelsius", battery.HighestCelsius, -80, 120, "°C")
        .Require(!(battery.LowestCelsius > battery.HighestCelsius), $"{path}.highestCelsius", battery.HighestCelsius, "must not be below the lowest temperature");

    private static void Check(Checks checks, string path, Conductor conductor) => checks
        .Range($"{path}.squareMillimetres", conductor.SquareMillimetres, 0.5m, 3000, "mm²")
        .Range($"{path}.cores", conductor.Cores, 1, 100, "cores")
        .Range($"{path}.um", conductor.Um, 0.1m, 1200, "kV")
        .Require(conductor.Um is null || conductor.Form != ConductorForm.Overhead, $"{path}.um", conductor.Um, "must be left out for bare conductor: its insulators hold the voltage")
        .Range($"{path}.ratedAmperes", conductor.RatedAmperes, 1, 100_000, "A")
        .Range($"{path}.lengthMetres", conductor.LengthMetres, 0.1m, 1_000_000, "m");

    private static void Check(Checks checks, string path, Pump pump) => checks
        .Range($"{path}.cubicMetresPerHour", pump.CubicMetresPerHour, 0.1m, 100_000, "m³ per hour")
        .Range($"{path}.headMetres", pump.HeadMetres, 0.1m, 2000, "m")
        .Range($"{path}.kilowatts", pump.Kilowatts, 0.01m, 100_000, "kW")
        .Volts($"{path}.volts", pump.Volts, 100)
        .Frequency($"{path}.frequencyHertz", pump.FrequencyHertz);

    private static Checks Frequency(this Checks checks, string field, decimal? hertz) => checks.Range(field, hertz, 16, 61, "Hz");

    private static Checks Temperature(this Checks checks, string field, decimal? celsius) => checks.Range(field, celsius, -80, 20, "°C");

    // Low voltages come in V here and in kV elsewhere: what is too low by a thousand is named.
    private static Checks Volts(this Checks checks, string field, decimal? volts, decimal least) => checks.Require(
        volts is null || (volts >= least && volts <= 35_000), field, volts,
        FormattableString.Invariant($"must be from {least} to 35000 V{(volts is > 0 and < 12 ? "; it looks like kV" : "")}"));

    private static Checks Taps(this Checks checks, string field, TapChanger? taps) => checks
        .Range($"{field}.stepsEachWay", taps?.StepsEachWay, 0, 40, "steps")
        .Range($"{field}.stepPercent", taps?.StepPercent, 0.1m, 10, "%");
}
