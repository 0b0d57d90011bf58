using Relight.Ledger;

namespace Relight.Register;

/// <summary>What of technical data is possible but looks like a slip, as it is told at entry: for whoever reads it later.</summary>
public static class EquipmentSlips
{
    /// <summary>Doubts about what would serve a need, each with its field.</summary>
    public static IReadOnlyList<Warning> Of(Requirement requirement) => Told(checks => RequirementSlips.Warn(checks, "requirement", requirement));

    /// <summary>Doubts about the data of a unit, each with its field.</summary>
    public static IReadOnlyList<Warning> Of(Specification specification) => Told(checks => SpecificationSlips.Warn(checks, "specification", specification));

    private static IReadOnlyList<Warning> Told(Action<Checks> look)
    {
        var checks = new Checks();
        look(checks);
        return ((Decision.Accepted)checks.OrAll(() => [])).Warnings;
    }
}
