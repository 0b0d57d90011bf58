using Relight.Ledger;

namespace Relight.Register;

/// <summary>What of a requirement is possible but looks like a slip: another unit, most often.</summary>
internal static class RequirementSlips
{
    // Above these, numbers of the smaller unit are far likelier.
    private const decimal HighestClass = 800;
    private const decimal MostFault = 80;
    private const decimal LeastCurrent = 100;
    private const decimal MostMegavoltamperes = 1500;
    private const decimal MostTurbine = 400;

    /// <summary>Doubts what looks like a slip.</summary>
    public static void Warn(Checks checks, string path, Requirement requirement)
    {
        switch (requirement)
        {
            case TransformerBay bay:
                checks
                    .Kilovolts($"{path}.highKilovolts", bay.HighKilovolts)
                    .Warn(bay.LoadMegavoltamperes > MostMegavoltamperes, $"{path}.loadMegavoltamperes", bay.LoadMegavoltamperes, "is more than any common unit carries: kVA in place of MVA?")
                    .Warn(bay.LoadMegavoltamperes == bay.HighKilovolts, $"{path}.loadMegavoltamperes", bay.LoadMegavoltamperes, "is the same number as the voltage: kV in place of MVA?")
                    .Warn(bay.Parallel?.PowerMegavoltamperes > MostMegavoltamperes, $"{path}.parallel.powerMegavoltamperes", bay.Parallel?.PowerMegavoltamperes, "is more than any common unit has: kVA in place of MVA?")
                    .Fault($"{path}.faultLevelKiloamperes", bay.FaultLevelKiloamperes)
                    .Fault($"{path}.lowSwitchgearKiloamperes", bay.LowSwitchgearKiloamperes)
                    .Hertz($"{path}.frequencyHertz", bay.FrequencyHertz);
                break;
            case BreakerBay bay:
                checks
                    .Kilovolts($"{path}.systemUm", bay.SystemUm)
                    .Amperes($"{path}.loadAmperes", bay.LoadAmperes)
                    .Fault($"{path}.faultLevelKiloamperes", bay.FaultLevelKiloamperes)
                    .Hertz($"{path}.frequencyHertz", bay.FrequencyHertz);
                break;
            case DisconnectorBay bay:
                checks
                    .Kilovolts($"{path}.systemUm", bay.SystemUm)
                    .Amperes($"{path}.loadAmperes", bay.LoadAmperes)
                    .Fault($"{path}.faultLevelKiloamperes", bay.FaultLevelKiloamperes);
                break;
            case FacilityPower facility:
                checks
                    .Warn(facility.LoadKilowatts > 20_000, $"{path}.loadKilowatts", facility.LoadKilowatts, "is more than any common facility takes: W in place of kW?")
                    .Hertz($"{path}.frequencyHertz", facility.FrequencyHertz);
                break;
            case InstrumentPlace place:
                checks
                    .Kilovolts($"{path}.systemUm", place.SystemUm)
                    .Warn(place is { Measures: InstrumentKind.Current, Secondary: not (null or 1 or 5) }, $"{path}.secondary", place.Secondary, "is neither 1 nor 5 A")
                    .Warn(place is { Measures: InstrumentKind.Voltage, Secondary: < 50 or > 250 }, $"{path}.secondary", place.Secondary, "is far from 100 V and 100/√3 V");
                break;
            case TurbineSite site:
                checks
                    .Warn(site.Megawatts > MostTurbine, $"{path}.megawatts", site.Megawatts, "is more than any common turbine has: kW in place of MW?")
                    .Hertz($"{path}.frequencyHertz", site.FrequencyHertz);
                break;
            case LineSection section:
                checks
                    .Warn(section.LengthMetres < 10, $"{path}.lengthMetres", section.LengthMetres, "is very short: km in place of m?")
                    .Kilovolts($"{path}.systemUm", section.SystemUm);
                break;
            case PumpPlace place:
                checks.Warn(place.CubicMetresPerHour > 20_000, $"{path}.cubicMetresPerHour", place.CubicMetresPerHour, "is more than any common pump gives: litres in place of m³?");
                break;
            case HeatPlace place:
                checks.Warn(place.HeatKilowatts > 100_000, $"{path}.heatKilowatts", place.HeatKilowatts, "is more than any boiler that travels has: W in place of kW?");
                break;
            case GoodsRequirement { Amount: { Unit.Dimension: Dimension.Mass } amount }:
                checks.Warn(amount.In(Unit.Tonne) is { Bounds.Lower: > 1_000_000 }, $"{path}.amount", amount, "is over a million tonnes: kg in place of t?");
                break;
        }
    }

    private static Checks Kilovolts(this Checks checks, string field, decimal? value) =>
        checks.Warn(value > HighestClass, field, value, "is above the highest common class: V in place of kV?");

    private static Checks Fault(this Checks checks, string field, decimal? value) =>
        checks.Warn(value > MostFault, field, value, "is more than common switchgear breaks: A in place of kA?");

    private static Checks Amperes(this Checks checks, string field, decimal? value) =>
        checks.Warn(value < LeastCurrent, field, value, "is very little: kA in place of A?");

    private static Checks Hertz(this Checks checks, string field, decimal value) =>
        checks.Warn(value is not (50 or 60 or 16.7m), field, value, "is no common frequency");
}
