using Relight.Access;

namespace Relight.Matching;

/// <summary>How long goods take on a way by one means.</summary>
/// <param name="DaysBefore">Days before it begins and after it ends, for loading and papers; 0 to <see cref="MostDays"/>.</param>
/// <param name="KilometresADay">Kilometres a day; <see cref="LeastKilometres"/> to <see cref="MostKilometres"/>.</param>
[View(Audience.Coordination)]
public readonly record struct TransportPace(decimal DaysBefore, decimal KilometresADay)
{
    /// <summary>Most days before a way begins.</summary>
    public const decimal MostDays = 365;

    /// <summary>Least kilometres a day.</summary>
    public const decimal LeastKilometres = 1;

    /// <summary>Most kilometres a day.</summary>
    public const decimal MostKilometres = 100_000;

    /// <summary>
    /// The pace that holds where nobody says otherwise. A driver drives nine hours a day (Regulation (EC) 561/2006, article 6); the
    /// rest is assumed: stripping, permits and escorts of abnormal loads, wagons that are sorted on the way, ships of 12 knots that
    /// are loaded and unloaded.
    /// </summary>
    public static TransportPace Usual(TransportMeans means) => means switch
    {
        TransportMeans.Road => new(1, 500),
        TransportMeans.HeavyRoad => new(14, 100),
        TransportMeans.Rail => new(3, 200),
        TransportMeans.Sea => new(7, 500),
        _ => new(3, 5_000),
    };
}
