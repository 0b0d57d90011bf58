namespace Relight.Grid;

/// <summary>What can be odd about a network that was read without error.</summary>
public enum OddityKind
{
    /// <summary>An island with demand has no generator, no injection and no DC line that could feed it.</summary>
    IslandWithoutSupply,

    /// <summary>An island's demand is above all that could feed it.</summary>
    DemandAboveSupply,

    /// <summary>A bus in service has no closed branch.</summary>
    BusWithoutBranch,

    /// <summary>No bus in service is a reference (type 3).</summary>
    NoReference,

    /// <summary>An island has more than one reference.</summary>
    SeveralReferences,

    /// <summary>A reference has no generator in service.</summary>
    ReferenceWithoutGenerator,

    /// <summary>A load is negative, that is, an injection.</summary>
    NegativeLoad,

    /// <summary>The nominal voltage of a bus is not given.</summary>
    NoBaseVoltage,

    /// <summary>The lowest admissible voltage of a bus is above the highest.</summary>
    VoltageLimitsCrossed,

    /// <summary>A branch has no rating, so nothing limits its flow.</summary>
    NoRating,

    /// <summary>The reactance of a branch is negative: a series capacitor, or the star point of a three-winding transformer.</summary>
    NegativeReactance,

    /// <summary>The reactance of a branch is below 0.0001 p.u., as of a switch or a bus tie.</summary>
    TinyReactance,

    /// <summary>Another branch joins the same two buses.</summary>
    ParallelBranch,

    /// <summary>The tap ratio of a transformer is below 0.8 or above 1.25.</summary>
    TapOutOfRange,

    /// <summary>A branch without tap ratio joins buses whose nominal voltages differ by more than a tenth.</summary>
    VoltagesDifferWithoutTap,

    /// <summary>A generator in service can give no active power.</summary>
    NoCapacity,
}

/// <summary>One odd thing about a network: worth a look, not an error.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Element">The element at fault, or the first bus of the island; null where it is the whole network.</param>
/// <param name="Value">The number that is odd, in the unit of its field (MW for islands); null where there is none.</param>
/// <param name="Text">A sentence part for people, with its numbers and without the element.</param>
public readonly record struct Oddity(OddityKind Kind, ElementId? Element, double? Value, string Text)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Element is { } element ? $"{element}: {Text}" : Text;
}
