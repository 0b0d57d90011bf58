using Relight.Ledger;

namespace Relight.Register;

/// <summary>Ranges that the numbers of a requirement must lie in. What is possible but looks like a slip is told by <see cref="RequirementSlips"/>.</summary>
internal static class RequirementChecks
{
    public static void Check(Checks checks, string path, Requirement requirement)
    {
        switch (requirement)
        {
            case TransformerBay bay:
                Check(checks, path, bay);
                break;
            case BreakerBay bay:
                checks
                    .Range($"{path}.systemUm", bay.SystemUm, 0.1m, 1200, "kV")
                    .Range($"{path}.loadAmperes", bay.LoadAmperes, 1, 100_000, "A")
                    .Range($"{path}.faultLevelKiloamperes", bay.FaultLevelKiloamperes, 0.1m, 200, "kA")
                    .Range($"{path}.controlVolts", bay.ControlVolts, 12, 35_000, "V")
                    .Range($"{path}.frequencyHertz", bay.FrequencyHertz, 16, 61, "Hz");
                break;
            case FacilityPower facility:
                checks
                    .Range($"{path}.loadKilowatts", facility.LoadKilowatts, 0.1m, 1_000_000, "kW")
                    .Range($"{path}.hoursPerDay", facility.HoursPerDay, 0.1m, 24, "hours")
                    .Range($"{path}.volts", facility.Volts, 100, 35_000, "V")
                    .Range($"{path}.frequencyHertz", facility.FrequencyHertz, 16, 61, "Hz");
                foreach (var (i, fuel) in facility.Fuels.Index())
                    checks.Text($"{path}.fuels[{i}]", fuel);
                break;
            case DisconnectorBay bay:
                checks
                    .Range($"{path}.systemUm", bay.SystemUm, 0.1m, 1200, "kV")
                    .Range($"{path}.loadAmperes", bay.LoadAmperes, 1, 100_000, "A")
                    .Range($"{path}.faultLevelKiloamperes", bay.FaultLevelKiloamperes, 0.1m, 200, "kA")
                    .Range($"{path}.controlVolts", bay.ControlVolts, 12, 35_000, "V");
                break;
            case InstrumentPlace place:
                checks
                    .Range($"{path}.systemUm", place.SystemUm, 0.1m, 1200, "kV")
                    .Range($"{path}.primary", place.Primary, 0.001m, 100_000, place.Measures == InstrumentKind.Current ? "A" : "kV")
                    .Range($"{path}.secondary", place.Secondary, 0.1m, 1000, place.Measures == InstrumentKind.Current ? "A" : "V")
                    .OptionalText($"{path}.accuracyClass", place.AccuracyClass)
                    .Range($"{path}.burdenVoltamperes", place.BurdenVoltamperes, 0, 10_000, "VA")
                    .Range($"{path}.cores", place.Cores, 1, 12, "cores");
                break;
            case TurbineSite site:
                checks
                    .Range($"{path}.megawatts", site.Megawatts, 0.1m, 1000, "MW")
                    .Range($"{path}.frequencyHertz", site.FrequencyHertz, 16, 61, "Hz")
                    .Range($"{path}.gasBar", site.GasBar, 0.01m, 200, "bar")
                    .Range($"{path}.connectionKilovolts", site.ConnectionKilovolts, 0.2m, 1200, "kV");
                break;
            case LineSection section:
                checks
                    .Range($"{path}.lengthMetres", section.LengthMetres, 1, 10_000_000, "m")
                    .Range($"{path}.systemUm", section.SystemUm, 0.1m, 1200, "kV")
                    .Range($"{path}.loadAmperes", section.LoadAmperes, 1, 100_000, "A")
                    .Range($"{path}.squareMillimetres", section.SquareMillimetres, 0.5m, 3000, "mm²");
                break;
            case PumpPlace place:
                checks
                    .Range($"{path}.cubicMetresPerHour", place.CubicMetresPerHour, 0.1m, 100_000, "m³ per hour")
                    .Range($"{path}.headMetres", place.HeadMetres, 0.1m, 2000, "m")
                    .Range($"{path}.volts", place.Volts, 100, 35_000, "V")
                    .Range($"{path}.frequencyHertz", place.FrequencyHertz, 16, 61, "Hz");
                break;
            case HeatPlace place:
                checks
                    .Range($"{path}.heatKilowatts", place.HeatKilowatts, 0.1m, 1_000_000, "kW")
                    .Range($"{path}.bar", place.Bar, 0.1m, 200, "bar");
                foreach (var (i, fuel) in place.Fuels.Index())
                    checks.Text($"{path}.fuels[{i}]", fuel);
                break;
            case GoodsRequirement goods:
                checks
                    .Text($"{path}.goods.description", goods.Goods.Description)
                    .Require(goods.Goods.Kind != ItemKind.Money, $"{path}.goods.kind", goods.Goods.Kind, "money is a need of its own kind");
                break;
            case MoneyRequirement money:
                checks.Text($"{path}.purpose", money.Purpose);
                break;
        }
        RequirementSlips.Warn(checks, path, requirement);
    }

    private static void Check(Checks checks, string path, TransformerBay bay) => checks
        .Range($"{path}.highKilovolts", bay.HighKilovolts, 1, 1200, "kV")
        .Range($"{path}.lowKilovolts", bay.LowKilovolts, 0.1m, 1200, "kV")
        .Require(bay.LowKilovolts < bay.HighKilovolts, $"{path}.lowKilovolts", bay.LowKilovolts, "must be below the upper side")
        .Range($"{path}.loadMegavoltamperes", bay.LoadMegavoltamperes, 0.01m, 5000, "MVA")
        .Range($"{path}.frequencyHertz", bay.FrequencyHertz, 16, 61, "Hz")
        .Range($"{path}.highSystemUm", bay.HighSystemUm, bay.HighKilovolts, 1300, "kV")
        .Range($"{path}.lowSystemUm", bay.LowSystemUm, bay.LowKilovolts, 1300, "kV")
        .Range($"{path}.highImpulseKilovolts", bay.HighImpulseKilovolts, bay.HighKilovolts, 3000, "kV")
        .Range($"{path}.lowImpulseKilovolts", bay.LowImpulseKilovolts, bay.LowKilovolts, 3000, "kV")
        .Range($"{path}.faultLevelKiloamperes", bay.FaultLevelKiloamperes, 0.1m, 200, "kA")
        .Range($"{path}.lowSwitchgearKiloamperes", bay.LowSwitchgearKiloamperes, 0.1m, 200, "kA")
        .Range($"{path}.stationServiceKilovolts", bay.StationServiceKilovolts, 0.1m, 110, "kV")
        .Range($"{path}.transportLimitTonnes", bay.TransportLimitTonnes, 1, 1000, "t")
        .Range($"{path}.transportLimitLengthMetres", bay.TransportLimitLengthMetres, 1, 100, "m")
        .Range($"{path}.transportLimitWidthMetres", bay.TransportLimitWidthMetres, 1, 20, "m")
        .Range($"{path}.transportLimitHeightMetres", bay.TransportLimitHeightMetres, 1, 20, "m")
        .Range($"{path}.railGaugeMillimetres", bay.RailGaugeMillimetres, 600, 1700, "mm")
        .Range($"{path}.parallel.clockNumber", bay.Parallel?.ClockNumber, 0, 11, "twelfths")
        .Range($"{path}.parallel.impedancePercent", bay.Parallel?.ImpedancePercent, 0.1m, 100, "%")
        .Range($"{path}.parallel.powerMegavoltamperes", bay.Parallel?.PowerMegavoltamperes, 0.01m, 5000, "MVA")
        .Range($"{path}.parallel.highKilovolts", bay.Parallel?.HighKilovolts, 1, 1200, "kV")
        .Range($"{path}.parallel.lowKilovolts", bay.Parallel?.LowKilovolts, 0.1m, 1200, "kV");

    /// <summary>A number that may be unknown, else must lie in a range.</summary>
    public static Checks Range(this Checks checks, string field, decimal? value, decimal from, decimal to, string unit) =>
        checks.Require(value is null || (value >= from && value <= to), field, value, FormattableString.Invariant($"must be from {from} to {to} {unit}"));
}
