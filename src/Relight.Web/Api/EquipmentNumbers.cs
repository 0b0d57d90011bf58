using Relight.Register;

namespace Relight.Web.Api;

/// <summary>The numbers of a requirement that lists filter by.</summary>
internal static class RequirementNumbers
{
    /// <summary>Voltage of the upper side, in kV.</summary>
    public static decimal? Kilovolts(Requirement requirement) => requirement switch
    {
        TransformerBay bay => bay.HighKilovolts,
        BreakerBay bay => bay.SystemUm,
        FacilityPower facility => facility.Volts / 1000,
        _ => null,
    };

    /// <summary>Load of a bay, in MVA.</summary>
    public static decimal? Megavoltamperes(Requirement requirement) => (requirement as TransformerBay)?.LoadMegavoltamperes;

    /// <summary>Load of a facility, in kW.</summary>
    public static decimal? Kilowatts(Requirement requirement) => (requirement as FacilityPower)?.LoadKilowatts;

    /// <summary>Goods that are needed.</summary>
    public static IEnumerable<Quantity> Amount(Requirement requirement) => requirement is GoodsRequirement goods ? [goods.Amount] : [];

    /// <summary>Money that is needed.</summary>
    public static IEnumerable<Money> Money(Requirement requirement) => requirement is MoneyRequirement money ? [money.Amount] : [];
}

/// <summary>The numbers of a specification that lists filter by.</summary>
internal static class SpecificationNumbers
{
    /// <summary>Voltage of the upper side, in kV.</summary>
    public static decimal? Kilovolts(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.High.RatedKilovolts,
        CircuitBreaker breaker => breaker.RatedKilovolts,
        InstrumentTransformer instrument => instrument.Um,
        GeneratingSet set => set.Volts / 1000,
        GasTurbine turbine => turbine.StepUpKilovolts,
        _ => null,
    };

    /// <summary>Voltage of the lower side, in kV.</summary>
    public static decimal? LowKilovolts(Specification unit) => (unit as PowerTransformer)?.Low.RatedKilovolts;

    /// <summary>Rated apparent power, in MVA.</summary>
    public static decimal? Megavoltamperes(Specification unit) => unit switch
    {
        PowerTransformer transformer => transformer.High.RatedMegavoltamperes ?? transformer.Low.RatedMegavoltamperes,
        GeneratingSet set => set.Kilovoltamperes / 1000,
        _ => null,
    };

    /// <summary>Rated active power, in MW.</summary>
    public static decimal? Megawatts(Specification unit) => unit switch
    {
        GasTurbine turbine => turbine.Megawatts,
        GeneratingSet set => set.Kilowatts / 1000,
        _ => null,
    };
}
