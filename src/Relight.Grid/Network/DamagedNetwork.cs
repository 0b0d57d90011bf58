namespace Relight.Grid;

/// <summary>An element that a file marks as damaged.</summary>
/// <param name="Element">The element.</param>
/// <param name="Hours">Hours of work to repair it; null where the file does not say.</param>
public readonly record struct DamagedElement(ElementId Element, double? Hours);

/// <summary>A network with the damage that stands in its file. The network itself is the one before the damage.</summary>
/// <param name="Network">The network.</param>
/// <param name="Damage">Damaged elements: buses, branches, generators, each in the order of the file.</param>
public sealed record DamagedNetwork(Network Network, IReadOnlyList<DamagedElement> Damage);
