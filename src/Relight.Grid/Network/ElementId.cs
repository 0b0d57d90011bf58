using System.Globalization;

namespace Relight.Grid;

/// <summary>The kinds of network element that can be damaged and repaired.</summary>
public enum ElementKind
{
    /// <summary>A bus, named by its number in the case file.</summary>
    Bus,

    /// <summary>A line or transformer, named by its row in <c>mpc.branch</c>, from 1.</summary>
    Branch,

    /// <summary>A generator, named by its row in <c>mpc.gen</c>, from 1.</summary>
    Generator,
}

/// <summary>
/// The name of a network element, written <c>bus:ID</c>, <c>branch:ROW</c> or <c>gen:ROW</c>.
/// Rows are those of the file the network came from, so that a name stays good when other rows are switched off.
/// </summary>
/// <param name="Kind">What kind of element it is.</param>
/// <param name="Number">Bus number, or row from 1; always positive.</param>
public readonly record struct ElementId(ElementKind Kind, int Number) : IComparable<ElementId>
{
    /// <summary>Reads <c>bus:12</c>, <c>branch:17</c> or <c>gen:3</c>; anything else gives false.</summary>
    public static bool TryParse(string? text, out ElementId id)
    {
        id = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
            return false;
        ElementKind? kind = text![..colon] switch
        {
            "bus" => ElementKind.Bus,
            "branch" => ElementKind.Branch,
            "gen" => ElementKind.Generator,
            _ => null,
        };
        if (kind is null
            || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number <= 0)
            return false;
        id = new ElementId(kind.Value, number);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ElementId other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : Number.CompareTo(other.Number);

    /// <summary>The name as files and pages write it.</summary>
    public override string ToString()
    {
        var kind = Kind switch { ElementKind.Bus => "bus", ElementKind.Branch => "branch", _ => "gen" };
        return string.Create(CultureInfo.InvariantCulture, $"{kind}:{Number}");
    }
}
