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
    // Class I railways 2021: 2.24 cents in 2001, when the index of the table stood at 84, are 4.61 at 173; at 1.183 dollars for each euro 0.027.
    private static readonly Limit s_rail = new("cost of transport by rail", 0.03m, "EUR/(t·km)", "Bureau of Transportation Statistics, National Transportation Statistics, table 3-21 (2021), about: whole trains among them");
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

    /// <summary>How long a way by lorry takes.</summary>
    public TransportPace RoadPace { get; init; } = TransportPace.Usual(TransportMeans.Road);

    /// <summary>As an abnormal load on roads.</summary>
    public TransportPace HeavyRoadPace { get; init; } = TransportPace.Usual(TransportMeans.HeavyRoad);

    /// <summary>By rail.</summary>
    public TransportPace RailPace { get; init; } = TransportPace.Usual(TransportMeans.Rail);

    /// <summary>By ship.</summary>
    public TransportPace SeaPace { get; init; } = TransportPace.Usual(TransportMeans.Sea);

    /// <summary>By aeroplane.</summary>
    public TransportPace AirPace { get; init; } = TransportPace.Usual(TransportMeans.Air);

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

    /// <summary>How long a way takes.</summary>
    public TransportPace PaceOf(TransportMeans means) => means switch
    {
        TransportMeans.Road => RoadPace,
        TransportMeans.HeavyRoad => HeavyRoadPace,
        TransportMeans.Rail => RailPace,
        TransportMeans.Sea => SeaPace,
        _ => AirPace,
    };

    /// <summary>The same terms with what a tonne costs by a means.</summary>
    /// <param name="means">By what.</param>
    /// <param name="euros">Euros for each tonne and kilometre.</param>
    public TransportTerms With(TransportMeans means, decimal euros) => means switch
    {
        TransportMeans.Road => this with { EurosPerTonneKilometre = euros },
        TransportMeans.HeavyRoad => this with { HeavyRoadEurosPerTonneKilometre = euros },
        TransportMeans.Rail => this with { RailEurosPerTonneKilometre = euros },
        TransportMeans.Sea => this with { SeaEurosPerTonneKilometre = euros },
        _ => this with { AirEurosPerTonneKilometre = euros },
    };

    /// <summary>The same terms with another pace of a means.</summary>
    /// <param name="means">By what.</param>
    /// <param name="pace">How long it takes.</param>
    public TransportTerms With(TransportMeans means, TransportPace pace) => means switch
    {
        TransportMeans.Road => this with { RoadPace = pace },
        TransportMeans.HeavyRoad => this with { HeavyRoadPace = pace },
        TransportMeans.Rail => this with { RailPace = pace },
        TransportMeans.Sea => this with { SeaPace = pace },
        _ => this with { AirPace = pace },
    };
}
