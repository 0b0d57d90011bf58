using Relight.Deliveries;
using Relight.Register;

namespace Relight.Matching;

/// <summary>By what goods travel, where it is reckoned what a way costs and how long it takes.</summary>
public enum TransportMeans
{
    /// <summary>Lorries.</summary>
    Road,

    /// <summary>Abnormal loads on roads: pieces that do not travel freely there.</summary>
    HeavyRoad,

    /// <summary>Railways.</summary>
    Rail,

    /// <summary>Ships; the end of the way by land.</summary>
    Sea,

    /// <summary>Aeroplanes; the end of the way by land.</summary>
    Air,
}

/// <summary>A part of a way that is gone by one means.</summary>
/// <param name="Means">By what.</param>
/// <param name="Kilometres">Its length, in whole km.</param>
internal readonly record struct WayPart(TransportMeans Means, decimal Kilometres);

/// <summary>
/// By what a way is gone unless whoever proposes says otherwise: by ship where it is longer than any way within the continent, else by
/// road, as an abnormal load where a piece does not travel freely there. Ships and aeroplanes end where the last part by land begins.
/// </summary>
internal static class MeansOfWay
{
    // Great circle; from Lisbon to Luhansk it is 3,700 km, and goods from there go by road. From Halifax it is 6,700.
    private const double OverseasKilometres = 4_000;

    // Great circle from the ports and airports of the neighbours to the middle of the country: from Constanta 700 km, from Gdansk 900.
    private const double LastKilometres = 800;

    // Kilometres of a ship's way for each of great circle: around continents. Assumption.
    private const decimal SeaFactor = 1.5m;

    /// <summary>The parts of a way, in order.</summary>
    /// <param name="greatCircle">Its length by great circle, in km.</param>
    /// <param name="offer">What travels.</param>
    /// <param name="terms">What is reckoned.</param>
    public static IReadOnlyList<WayPart> Parts(double greatCircle, Offer offer, TransportTerms terms)
    {
        var land = IsHeavy(offer.Specification) ? TransportMeans.HeavyRoad : TransportMeans.Road;
        var means = terms.By ?? (greatCircle > OverseasKilometres ? TransportMeans.Sea : land);
        if (means is TransportMeans.Sea or TransportMeans.Air && greatCircle > LastKilometres)
            return [Of(means, greatCircle - LastKilometres, terms), Of(land, LastKilometres, terms)];
        return [Of(means is TransportMeans.Rail or TransportMeans.HeavyRoad ? means : land, greatCircle, terms)];
    }

    /// <summary>Days that a way takes, with what must be done before it begins; whole, and 1 or more.</summary>
    /// <param name="parts">The parts of the way.</param>
    /// <param name="terms">What is reckoned.</param>
    public static int DaysOf(IReadOnlyList<WayPart> parts, TransportTerms terms) =>
        Math.Max(1, (int)Math.Ceiling(parts.Sum(part => terms.PaceOf(part.Means).DaysBefore + (part.Kilometres / terms.PaceOf(part.Means).KilometresADay))));

    /// <summary>Whether a unit does not travel freely on roads. A size that nobody has given is not taken for a large one.</summary>
    private static bool IsHeavy(Specification unit) => unit.TransportTonnes > PapersNeeded.FreeOnRoadsTonnes
        || (unit is PowerTransformer large && (large.TransportLengthMetres > PapersNeeded.FreeLengthMetres
            || large.TransportWidthMetres > PapersNeeded.FreeWidthMetres || large.TransportHeightMetres > PapersNeeded.FreeHeightMetres));

    private static WayPart Of(TransportMeans means, double greatCircle, TransportTerms terms) => new(means, Math.Round((decimal)greatCircle * means switch
    {
        TransportMeans.Sea => SeaFactor,
        TransportMeans.Air => 1,
        _ => terms.RoadFactor,
    }));
}
