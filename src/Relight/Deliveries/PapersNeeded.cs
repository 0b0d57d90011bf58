using Relight.Register;

namespace Relight.Deliveries;

/// <summary>
/// Which papers a leg takes, by its means of transport and the borders that it crosses. Practice of forwarders and not
/// traced to a text, but for the notes that carry the name of their convention; papers that are entered by hand stay.
/// </summary>
public static class PapersNeeded
{
    /// <summary>A piece heavier than this does not travel freely on roads: with lorry and trailer it passes 40 t. In t.</summary>
    public const decimal FreeOnRoadsTonnes = 25;

    /// <summary>A piece longer than this does not travel freely on roads, in m.</summary>
    public const decimal FreeLengthMetres = 13.6m;

    /// <summary>A piece wider than this does not travel freely on roads, in m.</summary>
    public const decimal FreeWidthMetres = 2.55m;

    /// <summary>A piece higher than this does not travel freely on roads: with the trailer it passes 4 m. In m.</summary>
    public const decimal FreeHeightMetres = 3;

    /// <summary>A piece heavier than this takes a wagon of its own kind on railways, in t.</summary>
    public const decimal FreeOnRailsTonnes = 70;

    // Members of the customs union, within which goods cross borders without a customs paper.
    private static readonly HashSet<string> s_union =
        [.. "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".Split(' ')];

    /// <summary>The papers of a leg.</summary>
    /// <param name="mode">How the goods travel.</param>
    /// <param name="gauge">Gauge of its railway, in mm; null for other means of transport.</param>
    /// <param name="from">Country where it begins; null where that is not known.</param>
    /// <param name="to">Country where it ends; null where that is not known.</param>
    /// <param name="changesGauge">Whether the goods pass to another gauge at one of its ends.</param>
    /// <param name="goods">What they weigh and measure.</param>
    public static IReadOnlyList<PaperKind> Of(TransportMode mode, int? gauge, Country? from, Country? to, bool changesGauge, Carriage goods)
    {
        var papers = new List<PaperKind> { PaperKind.PackingList };
        var crosses = from != to;
        switch (mode)
        {
            case TransportMode.Road when crosses:
                papers.Add(PaperKind.Cmr);
                break;
            case TransportMode.Rail when crosses || changesGauge:
                papers.Add(changesGauge ? PaperKind.CimSmgs : gauge == Place.BroadGauge ? PaperKind.Smgs : PaperKind.Cim);
                break;
            case TransportMode.Sea:
                papers.Add(PaperKind.BillOfLading);
                break;
            case TransportMode.Air:
                papers.Add(PaperKind.AirWaybill);
                break;
        }
        if (crosses && !(IsInUnion(from) && IsInUnion(to)))
            papers.AddRange([PaperKind.Transit, PaperKind.AidDeclaration]);
        if (NeedsPermit(mode, goods))
            papers.Add(PaperKind.SpecialPermit);
        return papers;
    }

    private static bool IsInUnion(Country? country) => country is not null && s_union.Contains(country.Code);

    private static bool NeedsPermit(TransportMode mode, Carriage goods) => mode switch
    {
        TransportMode.Road => goods.HeaviestTonnes > FreeOnRoadsTonnes || goods.LengthMetres > FreeLengthMetres
            || goods.WidthMetres > FreeWidthMetres || goods.HeightMetres > FreeHeightMetres,
        TransportMode.Rail => goods.HeaviestTonnes > FreeOnRailsTonnes,
        _ => false,
    };
}
