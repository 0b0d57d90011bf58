using System.Globalization;
using Relight.Register;
using Relight.Web.Design;
using Relight.Web.Languages;
using Relight.Web.Languages.Words;
using S = Relight.Web.Languages.Words.SpecificationWords;

namespace Relight.Web.Register;

/// <summary>One technical datum: its name and value; a value that is null is not known, and is shown so.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value in words; null where it is not known.</param>
public sealed record Fact(Text Name, string? Value)
{
    /// <summary>The technical data of a unit.</summary>
    public static IReadOnlyList<Fact> Of(Specification specification, RegisterText text) =>
    [
        .. specification switch
        {
            PowerTransformer unit => Transformer(unit),
            GeneratingSet set => Set(set),
            GasTurbine turbine => Turbine(turbine),
            CircuitBreaker breaker => Breaker(breaker),
            InstrumentTransformer instrument => Instrument(instrument),
            Disconnector or MobileSubstation or Battery or Conductor or Pump or Boiler => EquipmentFacts.Of(specification),
            Goods goods => [new Fact(S.PerUnit, QuantityWords.Of(goods.PerUnit))],
            _ => [],
        },
        new Fact(S.TransportMass, In(specification.TransportTonnes, UnitWords.Of(Unit.Tonne))),
        new Fact(S.Maker, specification.Maker),
        new Fact(S.Year, specification.Year?.ToString(CultureInfo.InvariantCulture)),
        new Fact(S.Origin, specification.Origin is { } origin ? text.Of(origin) : null),
    ];

    /// <summary>What would serve a need.</summary>
    public static IReadOnlyList<Fact> Of(Requirement requirement) => requirement switch
    {
        TransformerBay bay => Bay(bay),
        BreakerBay bay =>
        [
            new(S.SystemUm, Kilovolts(bay.SystemUm)),
            new(S.LoadCurrent, In(bay.LoadAmperes, S.Ampere)),
            new(S.FaultLevel, In(bay.FaultLevelKiloamperes, S.Kiloampere)),
            new(SwitchgearWords.StationControl, In(bay.ControlVolts, UnitWords.Of(Unit.Volt))),
            new(SwitchgearWords.Reclosing, YesNo(bay.Reclosing)),
            new(S.Frequency, In(bay.FrequencyHertz, S.Hertz)),
        ],
        FacilityPower power =>
        [
            new(S.Facility, ItemWords.Of(power.Facility)),
            new(S.LoadToCarry, In(power.LoadKilowatts, UnitWords.Of(Unit.Kilowatt))),
            new(S.HoursPerDay, In(power.HoursPerDay, S.Hour)),
            new(S.RatedVoltage, In(power.Volts, UnitWords.Of(Unit.Volt))),
            new(S.ThreePhase, YesNo(power.ThreePhase)),
            new(S.Frequency, In(power.FrequencyHertz, S.Hertz)),
        ],
        DisconnectorBay or InstrumentPlace or TurbineSite or LineSection or PumpPlace or HeatPlace => EquipmentFacts.Of(requirement),
        GoodsRequirement goods => [new(S.Amount, QuantityWords.Of(goods.Amount))],
        MoneyRequirement money => [new(S.Amount, QuantityWords.Of(money.Amount))],
        _ => [],
    };

    private static Fact[] Bay(TransformerBay bay) =>
    [
        new(S.Function, bay.Function is { } function ? ItemWords.Of(function).ToString() : null),
        new(S.SystemVoltageHigh, Kilovolts(bay.HighKilovolts)),
        new(S.SystemVoltageLow, Kilovolts(bay.LowKilovolts)),
        new(S.LoadToCarry, In(bay.LoadMegavoltamperes, UnitWords.Of(Unit.Megavoltampere))),
        new(S.Frequency, In(bay.FrequencyHertz, S.Hertz)),
        new(S.HighUm, Kilovolts(bay.HighSystemUm)),
        new(S.LowUm, Kilovolts(bay.LowSystemUm)),
        new(S.HighImpulse, Kilovolts(bay.HighImpulseKilovolts)),
        new(S.LowImpulse, Kilovolts(bay.LowImpulseKilovolts)),
        new(S.FaultLevel, In(bay.FaultLevelKiloamperes, S.Kiloampere)),
        new(S.LowSwitchgear, In(bay.LowSwitchgearKiloamperes, S.Kiloampere)),
        new(S.StationService, Kilovolts(bay.StationServiceKilovolts)),
        new(S.Beside, bay.Parallel is { } beside
            ? S.BesideText.With(Show.Number(beside.HighKilovolts), Show.Number(beside.LowKilovolts), Show.Number(beside.PowerMegavoltamperes), Show.Number(beside.ImpedancePercent))
            : S.RunsAlone),
        new(S.TransportLimit, In(bay.TransportLimitTonnes, UnitWords.Of(Unit.Tonne))),
        new(TransportSizeWords.LengthLimit, In(bay.TransportLimitLengthMetres, UnitWords.Of(Unit.Metre))),
        new(TransportSizeWords.WidthLimit, In(bay.TransportLimitWidthMetres, UnitWords.Of(Unit.Metre))),
        new(TransportSizeWords.HeightLimit, In(bay.TransportLimitHeightMetres, UnitWords.Of(Unit.Metre))),
        new(S.RailGauge, In(bay.RailGaugeMillimetres, S.Millimetre)),
    ];

    private static Fact[] Transformer(PowerTransformer unit) =>
    [
        new(S.Function, unit.Function is { } function ? ItemWords.Of(function).ToString() : null),
        new(S.HighVoltage, Kilovolts(unit.High.RatedKilovolts)),
        new(S.LowVoltage, Kilovolts(unit.Low.RatedKilovolts)),
        new(S.TertiaryVoltage, Kilovolts(unit.Tertiary?.RatedKilovolts)),
        new(SwitchgearWords.Tertiary, unit.TertiaryUse is { } use ? SwitchgearWords.Of(use).ToString() : null),
        new(S.RatedPower, In(unit.High.RatedMegavoltamperes ?? unit.Low.RatedMegavoltamperes, UnitWords.Of(Unit.Megavoltampere))),
        new(S.HighUm, Kilovolts(unit.High.Um)),
        new(S.LowUm, Kilovolts(unit.Low.Um)),
        new(S.HighImpulse, Kilovolts(unit.High.ImpulseKilovolts)),
        new(S.LowImpulse, Kilovolts(unit.Low.ImpulseKilovolts)),
        new(S.VectorGroup, unit.VectorGroup?.Text),
        new(S.Frequency, In(unit.FrequencyHertz, S.Hertz)),
        new(S.Impedance, In(unit.HighLowImpedancePercent, "%")),
        new(S.Taps, unit.Taps is { } taps ? S.TapText.With(taps.StepsEachWay, Show.Number(taps.StepPercent)) : null),
        new(S.ShortCircuit, In(unit.ShortCircuitKiloamperes, S.Kiloampere)),
        new(S.SinglePhase, YesNo(unit.SinglePhase)),
        new(S.Cooling, unit.Cooling),
        new(EngineWords.NeutralEarthing, unit.NeutralEarthing),
        new(EngineWords.Oil, In(unit.OilTonnes, UnitWords.Of(Unit.Tonne))),
        new(EngineWords.MissingParts, unit.MissingParts is { } missing ? missing.Count > 0 ? Show.List(missing.Select(Show.Isolated)) : EngineWords.NothingMissing : null),
        new(S.TotalMass, In(unit.TotalTonnes, UnitWords.Of(Unit.Tonne))),
        new(TransportSizeWords.Length, In(unit.TransportLengthMetres, UnitWords.Of(Unit.Metre))),
        new(TransportSizeWords.Width, In(unit.TransportWidthMetres, UnitWords.Of(Unit.Metre))),
        new(TransportSizeWords.Height, In(unit.TransportHeightMetres, UnitWords.Of(Unit.Metre))),
    ];

    private static Fact[] Set(GeneratingSet set) =>
    [
        new(S.RatedPower, In(set.Kilovoltamperes, UnitWords.Of(Unit.Kilovoltampere))),
        new(S.ActivePower, In(set.Kilowatts, UnitWords.Of(Unit.Kilowatt))),
        new(S.ThreePhase, YesNo(set.ThreePhase)),
        new(S.RatedVoltage, In(set.Volts, UnitWords.Of(Unit.Volt))),
        new(S.Frequency, In(set.FrequencyHertz, S.Hertz)),
        new(EngineWords.Rating, set.Rating is { } rating ? EngineWords.Of(rating).ToString() : null),
        new(S.TransferSwitch, YesNo(set.TransferSwitch)),
        new(S.Fuel, set.Fuel),
        new(EngineWords.FuelUse, In(set.LitresPerKilowattHour, EngineWords.LitresPerKilowattHour)),
    ];

    private static Fact[] Turbine(GasTurbine turbine) =>
    [
        new(S.ActivePower, In(turbine.Megawatts, UnitWords.Of(Unit.Megawatt))),
        new(S.Frequency, In(turbine.FrequencyHertz, S.Hertz)),
        new(S.GasPressure, In(turbine.GasBar, S.Bar)),
        new(S.StepUpVoltage, Kilovolts(turbine.StepUpKilovolts)),
        new(S.Mobile, YesNo(turbine.Mobile)),
    ];

    private static Fact[] Breaker(CircuitBreaker breaker) =>
    [
        new(S.RatedVoltage, Kilovolts(breaker.RatedKilovolts)),
        new(S.RatedCurrent, In(breaker.RatedAmperes, S.Ampere)),
        new(S.BreakingCurrent, In(breaker.BreakingKiloamperes, S.Kiloampere)),
        new(S.Frequency, In(breaker.FrequencyHertz, S.Hertz)),
        new(SwitchgearWords.DutyCycle, breaker.DutyCycle),
        new(SwitchgearWords.Medium, breaker.Medium),
        new(S.ControlVoltage, In(breaker.ControlVolts, UnitWords.Of(Unit.Volt))),
        new(S.LowestTemperature, In(breaker.LowestCelsius, "°C")),
    ];

    private static Fact[] Instrument(InstrumentTransformer instrument)
    {
        var (primary, secondary) = instrument.Measures == InstrumentKind.Voltage
            ? (UnitWords.Of(Unit.Kilovolt), UnitWords.Of(Unit.Volt))
            : (S.Ampere.ToString(), S.Ampere.ToString());
        return
        [
            new(S.SystemUm, Kilovolts(instrument.Um)),
            new(S.Measures, instrument.Measures is { } kind ? (kind == InstrumentKind.Current ? S.Current : S.Voltage).ToString() : null),
            new(S.Primary, In(instrument.Primary, primary)),
            new(S.Secondary, In(instrument.Secondary, secondary)),
            new(S.AccuracyClass, instrument.AccuracyClass),
            new(S.Burden, In(instrument.BurdenVoltamperes, S.Voltampere)),
            new(S.Cores, In(instrument.Cores, "")),
        ];
    }

    /// <summary>A voltage in kV.</summary>
    internal static string? Kilovolts(decimal? number) => In(number, UnitWords.Of(Unit.Kilovolt));

    /// <summary>A number with its unit; null where it is not known.</summary>
    internal static string? In(decimal? number, string unit) => number is { } known ? $"{Show.Number(known)} {unit}".TrimEnd() : null;

    /// <summary>Yes or no; null where it is not known.</summary>
    internal static string? YesNo(bool? value) => value is { } known ? (known ? CommonWords.Yes : CommonWords.No).ToString() : null;
}
