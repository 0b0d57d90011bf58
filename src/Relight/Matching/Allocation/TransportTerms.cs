using Relight.Access;

namespace Relight.Matching;

/// <summary>
/// What is reckoned for the way of a unit. The figures are for want of better ones, as their sources say; whoever proposes can set
/// others. Euros are those of a tonne for each kilometre, 0 or more.
/// </summary>
/// <param name="RoadFactor">Kilometres by land for each kilometre of great circle; 1 or more.</param>
/// <param name="EurosPerTonneKilometre">By lorry.</param>
/// <param name="EurosPerMegawattHour">
/// What a weighted MWh is held to be worth, in euros, so that a way can cost more than its unit brings; null where money is
/// not to be weighed against light: then the way only decides between allocations of the same worth.
/// </param>
[View(Audience.Coordination)]
public sealed record TransportTerms(decimal RoadFactor, decimal EurosPerTonneKilometre, decimal? EurosPerMegawattHour = null)
{
    // Revenue per ton-mile in the United States: cents of 1990 by the index of 2022, by 1.46 t·km for each short ton and mile, by
    // 1.053 dollars for each euro. Lorries 7.64 · 3.17 = 24.2 cents are 0.157 euros, aeroplanes 59.71 · 2.57 = 153.5 cents are 1.00.
    private const string Bts = "Bureau of Transportation Statistics, National Transportation Statistics, table 3-21 (2022), about";

    private static readonly Limit s_land = new("kilometres by land for each kilometre of great circle", 1.3m, "", "assumption");
    private static readonly Limit s_road = new("cost of transport by lorry", 0.15m, "EUR/(t·km)", Bts);
    private static readonly Limit s_heavy = new("cost of transport as an abnormal load on roads", 0.6m, "EUR/(t·km)", "assumption: four times a lorry, for escort, permits and slow going");
    private static readonly Limit s_rail = new("cost of transport by rail", 0.05m, "EUR/(t·km)", "assumption: a third of a lorry, for single wagons");
    private static readonly Limit s_sea = new("cost of transport by ship", 0.02m, "EUR/(t·km)", "assumption: goods that go in no container");
    private static readonly Limit s_air = new("cost of transport by aeroplane", 1, "EUR/(t·km)", Bts);

    /// <summary>Least road factor.</summary>
    public const decimal LeastRoadFactor = 1;

    /// <summary>Least that a MWh can be held to be worth, in euros.</summary>
    public const decimal LeastPrice = 0.01m;

    /// <summary>Greatest figure of each.</summary>
    public const decimal Most = 1_000_000;

    /// <summary>The figures that hold where nobody says otherwise.</summary>
    public static TransportTerms Usual { get; } = new(Practice.Default[s_land], Practice.Default[s_road]);

    /// <summary>As an abnormal load on roads.</summary>
    public decimal HeavyRoadEurosPerTonneKilometre { get; init; } = Practice.Default[s_heavy];

    /// <summary>By rail.</summary>
    public decimal RailEurosPerTonneKilometre { get; init; } = Practice.Default[s_rail];

    /// <summary>By ship.</summary>
    public decimal SeaEurosPerTonneKilometre { get; init; } = Practice.Default[s_sea];

    /// <summary>By aeroplane.</summary>
    public decimal AirEurosPerTonneKilometre { get; init; } = Practice.Default[s_air];

    /// <summary>By what every way is gone; null for what is usual for its length and load. Lorries do not take what does not travel freely on roads.</summary>
    public TransportMeans? By { get; init; }

    /// <summary>What a tonne costs for each kilometre, in euros.</summary>
    public decimal EurosOf(TransportMeans means) => means switch
    {
        TransportMeans.Road => EurosPerTonneKilometre,
        TransportMeans.HeavyRoad => HeavyRoadEurosPerTonneKilometre,
        TransportMeans.Rail => RailEurosPerTonneKilometre,
        TransportMeans.Sea => SeaEurosPerTonneKilometre,
        _ => AirEurosPerTonneKilometre,
    };
}
