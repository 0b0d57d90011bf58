using Relight.Matching;
using Relight.Web.Register;

namespace Relight.Web.Matching;

/// <summary>What a wanted unit must be, shortly: only what decides, and what is known.</summary>
internal static class WantedFacts
{
    /// <summary>The facts; none where no need says any.</summary>
    public static IReadOnlyList<Fact> Of(WantedUnit unit) =>
        unit.Shortest is { } requirement ? [.. Fact.Of(requirement).Where(fact => fact.Value is not null)] : [];
}
