using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>What a unit measures: units of one dimension convert into each other.</summary>
public enum Dimension
{
    /// <summary>Things counted one by one.</summary>
    Count,

    /// <summary>Deliveries counted, whatever they hold.</summary>
    Loads,

    /// <summary>People counted.</summary>
    People,

    /// <summary>Mass; base unit t.</summary>
    Mass,

    /// <summary>Length; base unit m.</summary>
    Length,

    /// <summary>Volume; base unit m³.</summary>
    Volume,

    /// <summary>Active power; base unit MW.</summary>
    ActivePower,

    /// <summary>Apparent power; base unit MVA.</summary>
    ApparentPower,

    /// <summary>Energy; base unit MWh.</summary>
    Energy,

    /// <summary>Voltage; base unit kV.</summary>
    Voltage,
}

/// <summary>A unit of measure, one of a closed list, so that two quantities in "t" mean the same.</summary>
[JsonConverter(typeof(TextConverter<Unit>))]
public sealed record Unit : IParsable<Unit>
{
    private Unit(string code, Dimension dimension, decimal inBase) =>
        (Code, Dimension, InBase) = (code, dimension, inBase);

    /// <summary>The unit as it is written, e.g. <c>MVA</c>.</summary>
    public string Code { get; }

    /// <summary>What it measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>How many of the dimension's base unit one of this unit is.</summary>
    public decimal InBase { get; }

    /// <summary>Whether what it measures is counted one by one, so that there are no parts of it.</summary>
    public bool IsCounted => Dimension is Dimension.Count or Dimension.Loads or Dimension.People;

    /// <summary>The smallest of some units of one dimension: what is exact in any of them is exact in it.</summary>
    public static Unit Finest(params IEnumerable<Unit> units) => units.MinBy(unit => unit.InBase)!;

    /// <summary>Pieces of equipment.</summary>
    public static Unit Piece { get; } = new("pcs", Dimension.Count, 1);

    /// <summary>Shipments, trucks or packages, whatever they hold.</summary>
    public static Unit Load { get; } = new("loads", Dimension.Loads, 1);

    /// <summary>People.</summary>
    public static Unit Person { get; } = new("people", Dimension.People, 1);

    /// <summary>Tonnes.</summary>
    public static Unit Tonne { get; } = new("t", Dimension.Mass, 1);

    /// <summary>Kilograms.</summary>
    public static Unit Kilogram { get; } = new("kg", Dimension.Mass, 0.001m);

    /// <summary>Metres.</summary>
    public static Unit Metre { get; } = new("m", Dimension.Length, 1);

    /// <summary>Kilometres.</summary>
    public static Unit Kilometre { get; } = new("km", Dimension.Length, 1000);

    /// <summary>Cubic metres.</summary>
    public static Unit CubicMetre { get; } = new("m3", Dimension.Volume, 1);

    /// <summary>Litres.</summary>
    public static Unit Litre { get; } = new("l", Dimension.Volume, 0.001m);

    /// <summary>Megawatts.</summary>
    public static Unit Megawatt { get; } = new("MW", Dimension.ActivePower, 1);

    /// <summary>Kilowatts.</summary>
    public static Unit Kilowatt { get; } = new("kW", Dimension.ActivePower, 0.001m);

    /// <summary>Megavolt-amperes.</summary>
    public static Unit Megavoltampere { get; } = new("MVA", Dimension.ApparentPower, 1);

    /// <summary>Kilovolt-amperes.</summary>
    public static Unit Kilovoltampere { get; } = new("kVA", Dimension.ApparentPower, 0.001m);

    /// <summary>Megawatt-hours.</summary>
    public static Unit MegawattHour { get; } = new("MWh", Dimension.Energy, 1);

    /// <summary>Kilowatt-hours.</summary>
    public static Unit KilowattHour { get; } = new("kWh", Dimension.Energy, 0.001m);

    /// <summary>Kilovolts.</summary>
    public static Unit Kilovolt { get; } = new("kV", Dimension.Voltage, 1);

    /// <summary>Volts.</summary>
    public static Unit Volt { get; } = new("V", Dimension.Voltage, 0.001m);

    /// <summary>Every unit there is.</summary>
    public static IReadOnlyList<Unit> All { get; } =
    [
        Piece, Load, Person, Tonne, Kilogram, Metre, Kilometre, CubicMetre, Litre, Megawatt, Kilowatt,
        Megavoltampere, Kilovoltampere, MegawattHour, KilowattHour, Kilovolt, Volt,
    ];

    /// <inheritdoc/>
    public static Unit Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var unit) ? unit : throw new FormatException($"'{s}' is no unit");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Unit result)
    {
        result = All.FirstOrDefault(unit => unit.Code == s);
        return result is not null;
    }

    /// <summary>The unit's code.</summary>
    public override string ToString() => Code;
}
