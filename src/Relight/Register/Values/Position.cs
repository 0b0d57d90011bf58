namespace Relight.Register;

/// <summary>A point on the earth.</summary>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
public sealed record Position(decimal Latitude, decimal Longitude)
{
    // Mean radius of the earth, in km (IUGG).
    private const double Radius = 6371.0088;

    /// <summary>Whether it lies on the earth.</summary>
    public static bool IsPossible(Position position) => Math.Abs(position.Latitude) <= 90 && Math.Abs(position.Longitude) <= 180;

    /// <summary>Kilometres to another point along the great circle, by the haversine formula; 0 or more.</summary>
    public double KilometresTo(Position other)
    {
        var (here, there) = (Radians(Latitude), Radians(other.Latitude));
        var (north, east) = (Math.Sin((there - here) / 2), Math.Sin((Radians(other.Longitude) - Radians(Longitude)) / 2));
        var share = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(share)));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}
