namespace Relight.Register;

/// <summary>The numbers of a specification that lists and searches filter by.</summary>
public static class SpecificationNumbers
{
    /// <summary>Voltage of the upper side, in kV.</summary>
    public static decimal? Kilovolts(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.High.RatedKilovolts,
        CircuitBreaker breaker => breaker.RatedKilovolts,
        Disconnector disconnector => disconnector.RatedKilovolts,
        InstrumentTransformer instrument => instrument.Um,
        MobileSubstation substation => substation.HighKilovolts,
        Conductor conductor => conductor.Um,
        Battery battery => battery.Volts / 1000,
        GeneratingSet set => set.Volts / 1000,
        GasTurbine turbine => turbine.StepUpKilovolts,
        _ => null,
    };

    /// <summary>Voltage of the lower side, in kV.</summary>
    public static decimal? LowKilovolts(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.Low.RatedKilovolts,
        MobileSubstation substation => substation.LowKilovolts,
        _ => null,
    };

    /// <summary>Rated apparent power, in MVA.</summary>
    public static decimal? Megavoltamperes(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.High.RatedMegavoltamperes ?? transformer.Low.RatedMegavoltamperes,
        MobileSubstation substation => substation.Megavoltamperes,
        GeneratingSet set => set.Kilovoltamperes / 1000,
        _ => null,
    };

    /// <summary>Rated active power, in MW.</summary>
    public static decimal? Megawatts(Specification unit) => unit switch
    {
        GasTurbine turbine => turbine.Megawatts,
        GeneratingSet set => set.Kilowatts / 1000,
        Battery battery => battery.Kilowatts / 1000,
        _ => null,
    };

    /// <summary>Rated frequency, in Hz.</summary>
    public static decimal? Hertz(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.FrequencyHertz,
        MobileSubstation substation => substation.FrequencyHertz,
        CircuitBreaker breaker => breaker.FrequencyHertz,
        GeneratingSet set => set.FrequencyHertz,
        GasTurbine turbine => turbine.FrequencyHertz,
        Battery battery => battery.FrequencyHertz,
        Pump pump => pump.FrequencyHertz,
        _ => null,
    };

    /// <summary>Rated current, in A.</summary>
    public static decimal? Amperes(Specification unit) => unit switch
    {
        CircuitBreaker breaker => breaker.RatedAmperes,
        Disconnector disconnector => disconnector.RatedAmperes,
        Conductor conductor => conductor.RatedAmperes,
        _ => null,
    };

    /// <summary>Fault current that it breaks or withstands, in kA.</summary>
    public static decimal? FaultKiloamperes(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.ShortCircuitKiloamperes,
        MobileSubstation substation => substation.BreakingKiloamperes,
        CircuitBreaker breaker => breaker.BreakingKiloamperes,
        Disconnector disconnector => disconnector.ShortTimeKiloamperes,
        _ => null,
    };
}
