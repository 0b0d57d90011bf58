using Relight.Ledger;

namespace Relight.Register;

/// <summary>Ranges that the numbers of a specification must lie in, and what looks like a slip.</summary>
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
                checks
                    .Range($"{path}.megawatts", turbine.Megawatts, 0.1m, 1000, "MW")
                    .Range($"{path}.frequencyHertz", turbine.FrequencyHertz, 16, 61, "Hz")
                    .Range($"{path}.gasBar", turbine.GasBar, 0.1m, 200, "bar")
                    .Range($"{path}.stepUpKilovolts", turbine.StepUpKilovolts, 0.2m, 1200, "kV");
                break;
            case CircuitBreaker breaker:
                checks
                    .Range($"{path}.ratedKilovolts", breaker.RatedKilovolts, 0.1m, 1200, "kV")
                    .Range($"{path}.ratedAmperes", breaker.RatedAmperes, 1, 100_000, "A")
                    .Range($"{path}.breakingKiloamperes", breaker.BreakingKiloamperes, 0.1m, 200, "kA")
                    .Range($"{path}.frequencyHertz", breaker.FrequencyHertz, 16, 61, "Hz")
                    .Range($"{path}.lowestCelsius", breaker.LowestCelsius, -80, 20, "°C");
                break;
            case InstrumentTransformer instrument:
                checks
                    .Range($"{path}.um", instrument.Um, 0.1m, 1200, "kV")
                    .Range($"{path}.burdenVoltamperes", instrument.BurdenVoltamperes, 0, 10_000, "VA");
                break;
            case Goods goods:
                checks.Text($"{path}.what.description", goods.What.Description);
                break;
        }
    }

    private static void Check(Checks checks, string path, PowerTransformer unit)
    {
        Check(checks, $"{path}.high", unit.High);
        Check(checks, $"{path}.low", unit.Low);
        if (unit.Tertiary is { } tertiary)
            Check(checks, $"{path}.tertiary", tertiary);
        checks
            .Require(!(unit.Low.RatedKilovolts >= unit.High.RatedKilovolts), $"{path}.low.ratedKilovolts", unit.Low.RatedKilovolts, "must be below the upper side")
            .Range($"{path}.frequencyHertz", unit.FrequencyHertz, 16, 61, "Hz")
            .Range($"{path}.highLowImpedancePercent", unit.HighLowImpedancePercent, 0.1m, 100, "%")
            .Range($"{path}.highTertiaryImpedancePercent", unit.HighTertiaryImpedancePercent, 0.1m, 300, "%")
            .Range($"{path}.lowTertiaryImpedancePercent", unit.LowTertiaryImpedancePercent, 0.1m, 300, "%")
            .Range($"{path}.taps.stepsEachWay", unit.Taps?.StepsEachWay, 0, 40, "steps")
            .Range($"{path}.taps.stepPercent", unit.Taps?.StepPercent, 0.1m, 10, "%")
            .Range($"{path}.shortCircuitKiloamperes", unit.ShortCircuitKiloamperes, 0.1m, 200, "kA")
            .Range($"{path}.totalTonnes", unit.TotalTonnes, 0.05m, 1000, "t")
            .Require(!(unit.TransportTonnes > unit.TotalTonnes), $"{path}.transportTonnes", unit.TransportTonnes, "must not be more than the total mass")
            .Range($"{path}.transportLengthMetres", unit.TransportLengthMetres, 0.1m, 30, "m")
            .Range($"{path}.transportWidthMetres", unit.TransportWidthMetres, 0.1m, 10, "m")
            .Range($"{path}.transportHeightMetres", unit.TransportHeightMetres, 0.1m, 10, "m")
            .Range($"{path}.oilTonnes", unit.OilTonnes, 0, 500, "t");
    }

    private static void Check(Checks checks, string path, Winding winding) => checks
        .Range($"{path}.ratedKilovolts", winding.RatedKilovolts, 0.1m, 1200, "kV")
        .Range($"{path}.ratedMegavoltamperes", winding.RatedMegavoltamperes, 0.01m, 5000, "MVA")
        .Range($"{path}.um", winding.Um, 0.1m, 1300, "kV")
        .Range($"{path}.impulseKilovolts", winding.ImpulseKilovolts, 1, 3000, "kV")
        .Require(!(winding.Um < winding.RatedKilovolts), $"{path}.um", winding.Um, "must not be below the rated voltage");

    private static void Check(Checks checks, string path, GeneratingSet set) => checks
        .Range($"{path}.kilovoltamperes", set.Kilovoltamperes, 0.1m, 100_000, "kVA")
        .Range($"{path}.kilowatts", set.Kilowatts, 0.1m, 100_000, "kW")
        .Require(!(set.Kilowatts > set.Kilovoltamperes), $"{path}.kilowatts", set.Kilowatts, "must not be more than the kVA")
        .Range($"{path}.volts", set.Volts, 100, 35_000, "V")
        .Range($"{path}.frequencyHertz", set.FrequencyHertz, 16, 61, "Hz")
        .Range($"{path}.litresPerKilowattHour", set.LitresPerKilowattHour, 0.1m, 2, "litres per kWh");
}
