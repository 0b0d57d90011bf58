using Relight.Grid;

namespace Relight.Register;

/// <summary>Where a need is: the oblast, which many may know, and the exact place, which few may.</summary>
/// <param name="Oblast">P-code of the first administrative level.</param>
/// <param name="Exact">The exact place; shown to operators alone.</param>
public sealed record Site(AreaCode Oblast, ExactPlace Exact);

/// <summary>
/// An exact place. A type of its own, so that a test can show that no view for another audience than operators holds one.
/// </summary>
/// <param name="Name">Name of the substation or facility.</param>
/// <param name="Element">The network element there that waits for the equipment; null for a facility.</param>
/// <param name="Bus">The bus of the network model that the place is at; null where it has none.</param>
public sealed record ExactPlace(string Name, ElementId? Element, int? Bus);
