using Relight.Grid;

namespace Relight.Sample;

/// <summary>
/// A made-up national grid: 24 oblasts and the capital as areas with their public populations, everything else drawn
/// from a seed by the rules of docs/method/sample-grid.md. The same seed gives the same grid.
/// </summary>
/// <param name="Network">The intact network.</param>
/// <param name="Sites">One site a bus, in the order of the network.</param>
/// <param name="Branches">Names and lengths of the branches, in the order of the network.</param>
/// <param name="Generators">Names and kinds of the generators, in the order of the network.</param>
public sealed record SampleGrid(
    Network Network,
    IReadOnlyList<BusSite> Sites,
    IReadOnlyList<BranchSite> Branches,
    IReadOnlyList<GeneratorSite> Generators)
{
    /// <summary>Stands wherever the grid shows.</summary>
    public const string Label = "synthetic: not a real network";

    /// <summary>The seed of the built-in sample.</summary>
    public const int DefaultSeed = 7;

    /// <summary>Winter demand in kW a head: about 20 GW in all.</summary>
    public const double KilowattsAHead = 0.5;

    private static readonly Lazy<SampleGrid> s_default = new(() => Make(DefaultSeed));

    /// <summary>The grid of the built-in sample.</summary>
    public static SampleGrid Default => s_default.Value;

    /// <summary>Draws the grid of a seed.</summary>
    public static SampleGrid Make(int seed)
    {
        var draft = new GridDraft();
        var random = new Random(seed);
        var substations = SampleSubstations.Place(draft, random);
        SampleLines.ConnectRegionally(draft, substations);
        var backbone = SampleLines.AddBackbone(draft, substations);
        SampleGeneration.Place(draft, random, substations, backbone);
        return new SampleGrid(
            draft.ToNetwork("Winter 2022-23 sample (" + Label + ")"),
            [.. draft.Sites],
            draft.BranchSites,
            draft.GeneratorSites);
    }

    /// <summary>The site of a bus.</summary>
    /// <exception cref="KeyNotFoundException">There is no such bus.</exception>
    public BusSite SiteOf(int bus) => Sites[Network.IndexOf(bus)];

    /// <summary>The site of an element: its bus, or the bus at its from end (of a transformer, the higher voltage).</summary>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public BusSite SiteOf(ElementId element) => element.Kind switch
    {
        ElementKind.Bus => SiteOf(element.Number),
        ElementKind.Branch => SiteOf(Network.Branches[element.Number - 1].From),
        _ => SiteOf(Network.Generators[element.Number - 1].Bus),
    };

    /// <summary>The made-up name of an element, for people.</summary>
    /// <exception cref="KeyNotFoundException">There is no such element.</exception>
    public string NameOf(ElementId element) => element.Kind switch
    {
        ElementKind.Bus => $"Bay and bars {SiteOf(element.Number).Name}",
        ElementKind.Branch => Branches[element.Number - 1].Name,
        _ => Generators[element.Number - 1].Name,
    };
}
