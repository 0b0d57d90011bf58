using Relight.Grid;
using Relight.Restoration;

namespace Relight.Sample;

/// <summary>
/// The restoration problem of the sample: synthetic grid, damage, crews, ways, facilities. A pure function of a seed
/// and of the arrivals that are known.
/// </summary>
/// <param name="Grid">The intact grid with its sites.</param>
/// <param name="Damage">What is damaged, in the order in which it was reported.</param>
/// <param name="Crews">Who repairs.</param>
/// <param name="Facilities">What must not stay dark.</param>
public sealed record SampleProblem(
    SampleGrid Grid,
    IReadOnlyList<DamagedElement> Damage,
    IReadOnlyList<SampleCrew> Crews,
    IReadOnlyList<SampleFacility> Facilities)
{
    private static readonly Lazy<SampleProblem> s_default = new(() => Make(SampleGrid.DefaultSeed));

    /// <summary>The problem of the built-in sample.</summary>
    public static SampleProblem Default => s_default.Value;

    /// <summary>Draws the problem of a seed.</summary>
    public static SampleProblem Make(int seed)
    {
        // Each part has its own seed, so that a change in one leaves the others as they were.
        var grid = SampleGrid.Make(seed);
        return new SampleProblem(
            grid, SampleDamage.Make(grid, seed + 1), SampleCrews.All, SampleFacilities.Make(grid, seed + 2));
    }

    /// <summary>The problem for the planner.</summary>
    /// <param name="arrivals">Hour at which the unit for a lost element arrives; elements without one wait for the market.</param>
    public RestorationProblem ToProblem(IReadOnlyDictionary<ElementId, double>? arrivals = null) => new(
        Grid.Network.Name,
        Grid.Network,
        [.. Damage.Select(d => d.ToRepair(arrivals is not null && arrivals.TryGetValue(d.Element, out var hour) ? hour : null))],
        [.. Crews.Select(crew => crew.Crew)],
        SampleCrews.TravelBetween(Grid, [.. Damage.Select(d => d.Element)]),
        SampleFacilities.Weights(Facilities),
        [.. Grid.Sites.Where(site => site.People > 0).Select(site => new BusPeople(site.Bus, site.People))]);
}
