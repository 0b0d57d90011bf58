using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>
/// Technical data of a unit, as its donor or maker gives them. A value that is null is unknown;
/// unknown is never read as zero, as a default, or as good enough.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PowerTransformer), "powerTransformer")]
[JsonDerivedType(typeof(GeneratingSet), "generatingSet")]
[JsonDerivedType(typeof(GasTurbine), "gasTurbine")]
[JsonDerivedType(typeof(CircuitBreaker), "circuitBreaker")]
[JsonDerivedType(typeof(InstrumentTransformer), "instrumentTransformer")]
[JsonDerivedType(typeof(Disconnector), "disconnector")]
[JsonDerivedType(typeof(MobileSubstation), "mobileSubstation")]
[JsonDerivedType(typeof(Battery), "battery")]
[JsonDerivedType(typeof(Conductor), "conductor")]
[JsonDerivedType(typeof(Pump), "pump")]
[JsonDerivedType(typeof(Boiler), "boiler")]
[JsonDerivedType(typeof(Goods), "goods")]
public abstract record Specification
{
    /// <summary>What kind of item it describes.</summary>
    [JsonIgnore]
    public abstract ItemKind Item { get; }

    /// <summary>Maker, where known.</summary>
    public string? Maker { get; init; }

    /// <summary>Year of make, where known.</summary>
    public int? Year { get; init; }

    /// <summary>Country that it was made in, where known: not the one that it leaves from.</summary>
    public Country? Origin { get; init; }

    /// <summary>Mass of one unit as it travels, in t, where known.</summary>
    public decimal? TransportTonnes { get; init; }
}

/// <summary>Goods that are described by name and unit alone: fuel, medical supplies, winter equipment, parts.</summary>
/// <param name="What">What they are.</param>
/// <param name="PerUnit">How much one unit of the offer holds.</param>
public sealed record Goods(Item What, Quantity PerUnit) : Specification
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => What.Kind;

    /// <summary>What one unit holds, where parts of it can be given: of goods what its offer says, of conductor its length; null for other equipment, and where nobody has said how long a unit is.</summary>
    public static Quantity? HeldBy(Specification specification) => specification switch
    {
        Goods goods => goods.PerUnit,
        // Down to the thousandth that quantities are kept to.
        Conductor { LengthMetres: { } metres } when Math.Floor(metres * 1000) > 0 => new Quantity(Bounds.Exactly(Math.Floor(metres * 1000) / 1000), Unit.Metre),
        _ => null,
    };

    /// <summary>How much one unit holds at least, in a unit of measure; null for equipment that is not given in parts, where it is not specified, and where it is measured otherwise.</summary>
    public static decimal? EachOf(Specification specification, Unit unit) =>
        HeldBy(specification) is { Bounds.Lower: > 0 } held && held.Unit.Dimension == unit.Dimension
            ? held.Bounds.Lower * held.Unit.InBase / unit.InBase
            : null;

    /// <summary>Units that whole ones and an amount of goods are, a part of one among them.</summary>
    /// <param name="specification">Technical data of a unit.</param>
    /// <param name="units">Whole units.</param>
    /// <param name="amount">The amount; null for none.</param>
    /// <returns>As many; more than any offer has where it is not known how much of the amount a unit holds.</returns>
    public static decimal UnitsIn(Specification specification, int units, Quantity? amount) =>
        amount is null ? units : EachOf(specification, amount.Unit) is { } each ? units + (amount.Bounds.Lower / each) : int.MaxValue;
}
