using Relight.Register;
using Relight.Web.Languages.Words;
using S = Relight.Web.Languages.Words.SpecificationWords;

namespace Relight.Web.Register;

/// <summary>The technical data of switchgear, mobile substations, batteries, conductors, pumps and boilers, and of places that wait for them.</summary>
internal static class EquipmentFacts
{
    /// <summary>The data of a unit.</summary>
    public static IEnumerable<Fact> Of(Specification specification) => specification switch
    {
        Disconnector unit =>
        [
            new(S.RatedVoltage, Fact.Kilovolts(unit.RatedKilovolts)),
            new(S.RatedCurrent, Fact.In(unit.RatedAmperes, S.Ampere)),
            new(S.ShortTimeCurrent, Fact.In(unit.ShortTimeKiloamperes, S.Kiloampere)),
            new(S.EarthingSwitch, Fact.YesNo(unit.EarthingSwitch)),
            new(S.ControlVoltage, Fact.In(unit.ControlVolts, UnitWords.Of(Unit.Volt))),
            new(S.LowestTemperature, Fact.In(unit.LowestCelsius, "°C")),
        ],
        MobileSubstation unit =>
        [
            new(S.HighVoltage, Fact.Kilovolts(unit.HighKilovolts)),
            new(S.LowVoltage, Fact.Kilovolts(unit.LowKilovolts)),
            new(S.RatedPower, Fact.In(unit.Megavoltamperes, UnitWords.Of(Unit.Megavoltampere))),
            new(S.Frequency, Fact.In(unit.FrequencyHertz, S.Hertz)),
            new(S.Taps, unit.Taps is { } taps ? S.TapText.With(taps.StepsEachWay, Design.Show.Number(taps.StepPercent)) : null),
            new(S.BreakingCurrent, Fact.In(unit.BreakingKiloamperes, S.Kiloampere)),
            new(S.LowestTemperature, Fact.In(unit.LowestCelsius, "°C")),
        ],
        Battery unit =>
        [
            new(S.ActivePower, Kilowatts(unit.Kilowatts)),
            new(S.Energy, Fact.In(unit.KilowattHours, UnitWords.Of(Unit.KilowattHour))),
            new(S.GridForming, Fact.YesNo(unit.GridForming)),
            new(S.ThreePhase, Fact.YesNo(unit.ThreePhase)),
            new(S.RatedVoltage, Fact.In(unit.Volts, UnitWords.Of(Unit.Volt))),
            new(S.Frequency, Fact.In(unit.FrequencyHertz, S.Hertz)),
            new(S.LowestTemperature, Fact.In(unit.LowestCelsius, "°C")),
            new(S.HighestTemperature, Fact.In(unit.HighestCelsius, "°C")),
        ],
        Conductor unit =>
        [
            new(S.Form, unit.Form is { } form ? FormOf(form) : null),
            new(S.CrossSection, Fact.In(unit.SquareMillimetres, S.SquareMillimetre)),
            new(S.Cores, Fact.In(unit.Cores, "")),
            new(S.SystemUm, Fact.Kilovolts(unit.Um)),
            new(S.RatedCurrent, Fact.In(unit.RatedAmperes, S.Ampere)),
            new(S.Length, Metres(unit.LengthMetres)),
        ],
        Pump unit =>
        [
            new(S.Flow, Fact.In(unit.CubicMetresPerHour, S.CubicMetresPerHour)),
            new(S.Head, Metres(unit.HeadMetres)),
            new(S.ActivePower, Kilowatts(unit.Kilowatts)),
            new(S.ThreePhase, Fact.YesNo(unit.ThreePhase)),
            new(S.RatedVoltage, Fact.In(unit.Volts, UnitWords.Of(Unit.Volt))),
            new(S.Frequency, Fact.In(unit.FrequencyHertz, S.Hertz)),
        ],
        Boiler unit =>
        [
            new(S.Heat, Kilowatts(unit.HeatKilowatts)),
            new(S.Fuel, unit.Fuel),
            new(S.Pressure, Fact.In(unit.Bar, S.Bar)),
            new(S.Mobile, Fact.YesNo(unit.Mobile)),
        ],
        _ => [],
    };

    /// <summary>What would serve a need.</summary>
    public static IReadOnlyList<Fact> Of(Requirement requirement) => requirement switch
    {
        DisconnectorBay bay =>
        [
            new(S.SystemUm, Fact.Kilovolts(bay.SystemUm)),
            new(S.LoadCurrent, Fact.In(bay.LoadAmperes, S.Ampere)),
            new(S.FaultLevel, Fact.In(bay.FaultLevelKiloamperes, S.Kiloampere)),
            new(S.EarthingSwitch, Fact.YesNo(bay.EarthingSwitch)),
            new(SwitchgearWords.StationControl, Fact.In(bay.ControlVolts, UnitWords.Of(Unit.Volt))),
        ],
        InstrumentPlace place => Instrument(place),
        TurbineSite site =>
        [
            new(S.ActivePower, Fact.In(site.Megawatts, UnitWords.Of(Unit.Megawatt))),
            new(S.Frequency, Fact.In(site.FrequencyHertz, S.Hertz)),
            new(S.GasPressure, Fact.In(site.GasBar, S.Bar)),
            new(S.StepUpVoltage, Fact.Kilovolts(site.ConnectionKilovolts)),
        ],
        LineSection section =>
        [
            new(S.Form, FormOf(section.Form)),
            new(S.Length, Metres(section.LengthMetres)),
            new(S.SystemUm, Fact.Kilovolts(section.SystemUm)),
            new(S.LoadCurrent, Fact.In(section.LoadAmperes, S.Ampere)),
            new(S.CrossSection, Fact.In(section.SquareMillimetres, S.SquareMillimetre)),
        ],
        PumpPlace place =>
        [
            new(S.Flow, Fact.In(place.CubicMetresPerHour, S.CubicMetresPerHour)),
            new(S.Head, Metres(place.HeadMetres)),
            new(S.RatedVoltage, Fact.In(place.Volts, UnitWords.Of(Unit.Volt))),
            new(S.ThreePhase, Fact.YesNo(place.ThreePhase)),
            new(S.Frequency, Fact.In(place.FrequencyHertz, S.Hertz)),
        ],
        HeatPlace place =>
        [
            new(S.Heat, Kilowatts(place.HeatKilowatts)),
            new(S.Fuel, place.Fuels.Count > 0 ? Design.Show.List(place.Fuels) : null),
            new(S.Pressure, Fact.In(place.Bar, S.Bar)),
        ],
        _ => [],
    };

    private static Fact[] Instrument(InstrumentPlace place)
    {
        var current = place.Measures == InstrumentKind.Current;
        return
        [
            new(S.Measures, current ? S.Current : S.Voltage),
            new(S.SystemUm, Fact.Kilovolts(place.SystemUm)),
            new(S.Primary, Fact.In(place.Primary, current ? S.Ampere : UnitWords.Of(Unit.Kilovolt))),
            new(S.Secondary, Fact.In(place.Secondary, current ? S.Ampere : UnitWords.Of(Unit.Volt))),
            new(S.AccuracyClass, place.AccuracyClass),
            new(S.Burden, Fact.In(place.BurdenVoltamperes, S.Voltampere)),
            new(S.Cores, Fact.In(place.Cores, "")),
        ];
    }

    private static string FormOf(ConductorForm form) => form == ConductorForm.Cable ? S.Cable : S.Overhead;

    private static string? Kilowatts(decimal? number) => Fact.In(number, UnitWords.Of(Unit.Kilowatt));

    private static string? Metres(decimal? number) => Fact.In(number, UnitWords.Of(Unit.Metre));
}
