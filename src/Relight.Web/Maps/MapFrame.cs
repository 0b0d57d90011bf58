using Relight.Plans;

namespace Relight.Web.Maps;

/// <summary>
/// How the places of a grid are laid on a drawing: on the outline of the country that the pages have, where all of them are in it;
/// else as large as they fit, on the earth or as the operator has drawn them.
/// </summary>
public sealed class MapFrame
{
    // The buttons of the map stand at its side, and must cover no bus.
    private const double Aside = 110;
    private const double Margin = 60;
    private const double LeastHeight = 300;
    private const double MostHeight = 800;

    private readonly Func<BusPlace, (double X, double Y)?> _at;
    private readonly double _scale;
    private readonly (double X, double Y) _from;

    private MapFrame(MapGround ground) => (_at, _scale, Height, Ground) = (place => OnEarth(place, ground.Place), 1, ground.Height, ground);

    private MapFrame(Func<BusPlace, (double X, double Y)?> at, List<(double X, double Y)> points)
    {
        _at = at;
        var (west, east) = (points.Min(point => point.X), points.Max(point => point.X));
        var (top, bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        var (wide, high) = (MapGround.Width - (2 * Aside), MostHeight - (2 * Margin));
        // Of places that are one, or on one line across or down, one side or both measure nothing.
        _scale = Math.Min(east > west ? wide / (east - west) : double.MaxValue, bottom > top ? high / (bottom - top) : double.MaxValue);
        if (_scale == double.MaxValue)
            _scale = 1;
        Height = Math.Round(Math.Max(LeastHeight, ((bottom - top) * _scale) + (2 * Margin)));
        _from = (((west + east) / 2) - (MapGround.Width / 2 / _scale), ((top + bottom) / 2) - (Height / 2 / _scale));
    }

    /// <summary>Height of the drawing; its width is <see cref="MapGround.Width"/>.</summary>
    public double Height { get; }

    /// <summary>The outline that it is drawn on; null for none.</summary>
    public MapGround? Ground { get; }

    /// <summary>Lays places on a drawing; null where none of them says where it is.</summary>
    public static MapFrame? Of(IReadOnlyList<BusPlace> places, MapGround ground)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(ground);
        var onEarth = places.Where(place => place.Longitude is not null && place.Latitude is not null).ToList();
        if (onEarth.Count > 0 && onEarth.TrueForAll(place => ground.Holds(place.Longitude!.Value, place.Latitude!.Value)))
            return new MapFrame(ground);
        Func<BusPlace, (double X, double Y)?> at = onEarth.Count > 0
            ? place => OnEarth(place, (longitude, latitude) => (longitude, -MapGround.Mercator(latitude)))
            : OnDrawing;
        var points = places.Select(at).OfType<(double X, double Y)>().ToList();
        return points.Count > 0 ? new MapFrame(at, points) : null;
    }

    /// <summary>Where a place stands in the drawing; null where it does not say where it is.</summary>
    public (double X, double Y)? Place(BusPlace place) =>
        _at(place) is not var (x, y) ? null : ((x - _from.X) * _scale, (y - _from.Y) * _scale);

    private static (double X, double Y)? OnEarth(BusPlace place, Func<double, double, (double X, double Y)> project) =>
        place is { Longitude: { } longitude, Latitude: { } latitude } ? project(longitude, latitude) : null;

    // Up on a drawing of the grid is up in the picture, where numbers grow downwards.
    private static (double X, double Y)? OnDrawing(BusPlace place) => place is { X: { } x, Y: { } y } ? (x, -y) : null;
}
