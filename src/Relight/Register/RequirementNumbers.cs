namespace Relight.Register;

/// <summary>The numbers of a requirement that lists and searches filter by.</summary>
public static class RequirementNumbers
{
    /// <summary>Voltage of the upper side, in kV.</summary>
    public static decimal? Kilovolts(Requirement requirement) => requirement switch
    {
        TransformerBay bay => bay.HighKilovolts,
        BreakerBay bay => bay.SystemUm,
        DisconnectorBay bay => bay.SystemUm,
        InstrumentPlace place => place.SystemUm,
        TurbineSite site => site.ConnectionKilovolts,
        LineSection section => section.SystemUm,
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
