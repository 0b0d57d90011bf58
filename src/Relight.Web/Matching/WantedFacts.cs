using Relight.Matching;
using Relight.Register;
using Relight.Web.Languages.Words;
using Relight.Web.Register;

namespace Relight.Web.Matching;

/// <summary>What a wanted unit must be, shortly: only what decides, and what is known.</summary>
internal static class WantedFacts
{
    /// <summary>The facts; none where no need says any.</summary>
    public static IReadOnlyList<Fact> Of(WantedUnit unit) =>
        unit.Shortest is { } requirement ? [.. Fact.Of(requirement).Where(fact => fact.Value is not null && !IsNoDemand(requirement, fact))] : [];

    // That a place runs alone asks nothing of a unit.
    private static bool IsNoDemand(Requirement requirement, Fact fact) => requirement is TransformerBay { Parallel: null } && fact.Name == SpecificationWords.Beside;
}
