using Relight.Register;

namespace Relight.Matching;

/// <summary>What offers and needs can be searched by.</summary>
public static class SearchFields
{
    /// <summary>Of offers.</summary>
    public static IReadOnlyList<SearchField<Offer>> OfOffers { get; } =
    [
        Number("HV", ["high voltage", "upper voltage", "voltage"], "kV", SpecificationNumbers.Kilovolts),
        Number("LV", ["low voltage", "lower voltage"], "kV", SpecificationNumbers.LowKilovolts),
        Number("power", ["rating"], "MVA", SpecificationNumbers.Megavoltamperes),
        Number("power", ["rating"], "MW", SpecificationNumbers.Megawatts),
        Number("mass", ["weight", "transport mass"], "t", unit => unit.TransportTonnes),
        Number("frequency", [], "Hz", SpecificationNumbers.Hertz),
        Number("current", ["rated current"], "A", SpecificationNumbers.Amperes),
        Number("breaking", ["breaking current", "fault", "withstand"], "kA", SpecificationNumbers.FaultKiloamperes),
        Number("impedance", [], "%", unit => (unit as PowerTransformer)?.HighLowImpedancePercent),
        Number("energy", [], "kWh", unit => (unit as Battery)?.KilowattHours),
        Number("length", [], "m", unit => (unit as Conductor)?.LengthMetres),
        Number("cross-section", [], "mm²", unit => (unit as Conductor)?.SquareMillimetres),
        Number("flow", [], "m³/h", unit => (unit as Pump)?.CubicMetresPerHour),
        Number("head", [], "m", unit => (unit as Pump)?.HeadMetres),
        Number("year", ["built"], "", unit => unit.Year),
        new NumberField<Offer>(["units"], "", offer => offer.Units),
        new WordField<Offer>(["kind", "item"], SearchChoices.Kinds, offer => offer.Specification.Item.ToString()),
        new WordField<Offer>(["condition"], SearchChoices.Conditions, offer => offer.Condition == UnitCondition.Unknown ? null : offer.Condition.ToString()),
        new WordField<Offer>(["from", "dispatched from"], null, offer => offer.DispatchCountry?.Code),
        new WordField<Offer>(["origin", "made in"], null, offer => offer.Specification.Origin?.Code),
        new DayField<Offer>(["ready", "available"], offer => Days(offer.AvailableFrom)),
        new DayField<Offer>(["arrival", "arrives", "there"], offer => Days(offer.Arrival)),
    ];

    /// <summary>Of needs.</summary>
    public static IReadOnlyList<SearchField<Need>> OfNeeds { get; } =
    [
        new NumberField<Need>(["HV", "high voltage", "upper voltage", "voltage"], "kV", need => RequirementNumbers.Kilovolts(need.Requirement)),
        new NumberField<Need>(["LV", "low voltage", "lower voltage"], "kV", need => (need.Requirement as TransformerBay)?.LowKilovolts),
        new NumberField<Need>(["load", "power"], "MVA", need => RequirementNumbers.Megavoltamperes(need.Requirement)),
        new NumberField<Need>(["load", "power"], "MW", need => RequirementNumbers.Kilowatts(need.Requirement) / 1000),
        new NumberField<Need>(["units"], "", need => need.Units),
        new WordField<Need>(["kind", "item"], SearchChoices.Kinds, need => need.Requirement.Item.ToString()),
        new WordField<Need>(["priority"], SearchChoices.Priorities, need => need.Priority.ToString()),
        new DayField<Need>(["deadline", "needed"], need => need.Deadline is { } day ? (day, day) : null),
    ];

    private static NumberField<Offer> Number(string name, string[] others, string unit, Func<Specification, decimal?> number) =>
        new([name, .. others], unit, offer => number(offer.Specification));

    private static (DateOnly First, DateOnly Last)? Days(ReportedDate? date) => date is { } known ? (known.Earliest, known.Latest) : null;
}
