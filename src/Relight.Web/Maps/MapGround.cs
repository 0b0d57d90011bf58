using System.Globalization;
using System.Text;
using System.Text.Json;
using Relight.Web.Host;

namespace Relight.Web.Maps;

/// <summary>The outline of a country with the land around it, in the Mercator projection, ready to be drawn.</summary>
public sealed class MapGround
{
    /// <summary>Width of the drawing.</summary>
    public const double Width = 1000;

    private readonly double _west;
    private readonly double _south;
    private readonly double _east;
    private readonly double _north;
    private readonly double _top;
    private readonly double _scale;
    private readonly (double X, double Y)[][] _land;

    /// <summary>Draws the ground of the country that the bundled outlines hold.</summary>
    public MapGround(Assets assets)
    {
        ArgumentNullException.ThrowIfNull(assets);
        using var json = JsonDocument.Parse(assets.Read("outlines.json"));
        var country = json.RootElement.EnumerateObject().First().Value;
        var box = country.GetProperty("box").EnumerateArray().Select(number => number.GetDouble()).ToArray();
        (_west, _south, _east, _north) = (box[0], box[1], box[2], box[3]);
        _scale = Width / (box[2] - box[0]);
        _top = Mercator(box[3]);
        Height = Math.Round((_top - Mercator(box[1])) * _scale);
        _land = Rings(country.GetProperty("land"));
        Land = Path(_land);
        Around = Path(Rings(country.GetProperty("around")));
    }

    /// <summary>Height of the drawing.</summary>
    public double Height { get; }

    /// <summary>The country, as the data of an SVG path.</summary>
    public string Land { get; }

    /// <summary>The land around it, as the data of an SVG path.</summary>
    public string Around { get; }

    /// <summary>Where a point of the earth stands in the drawing.</summary>
    public (double X, double Y) Place(double longitude, double latitude) =>
        ((longitude - _west) * _scale, (_top - Mercator(latitude)) * _scale);

    /// <summary>Whether a point of the earth is in the drawing.</summary>
    public bool Holds(double longitude, double latitude) =>
        longitude >= _west && longitude <= _east && latitude >= _south && latitude <= _north;

    /// <summary>Whether a point of the drawing is in the country.</summary>
    public bool IsLand(double x, double y)
    {
        // From a point within, a ray to one side crosses the outline an odd number of times.
        var inside = false;
        foreach (var ring in _land)
            for (var (i, j) = (0, ring.Length - 1); i < ring.Length; j = i++)
                if (ring[i].Y > y != ring[j].Y > y && x < ring[i].X + ((ring[j].X - ring[i].X) * (y - ring[i].Y) / (ring[j].Y - ring[i].Y)))
                    inside = !inside;
        return inside;
    }

    /// <summary>Degrees north as far from the equator as the projection draws them: in degrees, so that it has the scale of longitude.</summary>
    internal static double Mercator(double latitude) =>
        double.RadiansToDegrees(Math.Log(Math.Tan((Math.PI / 4) + (double.DegreesToRadians(latitude) / 2))));

    private (double X, double Y)[][] Rings(JsonElement rings) =>
        [.. rings.EnumerateArray().Select(ring => ring.EnumerateArray().Select(point => Place(point[0].GetDouble(), point[1].GetDouble())).ToArray())];

    private static string Path((double X, double Y)[][] rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var letter = 'M';
            foreach (var (x, y) in ring)
            {
                path.Append(CultureInfo.InvariantCulture, $"{letter}{x:0.#} {y:0.#}");
                letter = 'L';
            }

            path.Append('Z');
        }

        return path.ToString();
    }
}
