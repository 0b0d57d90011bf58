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
        Land = Path(country.GetProperty("land"));
        Around = Path(country.GetProperty("around"));
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

    /// <summary>Degrees north as far from the equator as the projection draws them: in degrees, so that it has the scale of longitude.</summary>
    internal static double Mercator(double latitude) =>
        double.RadiansToDegrees(Math.Log(Math.Tan((Math.PI / 4) + (double.DegreesToRadians(latitude) / 2))));

    private string Path(JsonElement rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings.EnumerateArray())
        {
            var letter = 'M';
            foreach (var point in ring.EnumerateArray())
            {
                var (x, y) = Place(point[0].GetDouble(), point[1].GetDouble());
                path.Append(CultureInfo.InvariantCulture, $"{letter}{x:0.#} {y:0.#}");
                letter = 'L';
            }

            path.Append('Z');
        }

        return path.ToString();
    }
}
