using Relight.Web.Languages.Words;
using Relight.Web.Plans;

namespace Relight.Web.Maps;

/// <summary>The name of an area on the map.</summary>
/// <param name="Text">Its name in the language of the page.</param>
/// <param name="X">Middle of the name, across.</param>
/// <param name="Y">Base line of the name.</param>
public sealed record AreaName(string Text, double X, double Y);

/// <summary>Where the names of areas stand on the map: by the middle of what stands in each, where they cover no damage, no other name and not the border.</summary>
internal static class AreaNames
{
    // Measures of the letters that the style sheet gives the names, in units of the drawing.
    private const double LetterWidth = 8.5;
    private const double Above = 12;
    private const double Below = 4;

    private const double MarkRadius = 9;
    private const double Step = 15;
    private const int Steps = 4;

    private static readonly (double Across, double Down)[] s_offsets =
    [
        .. from down in Enumerable.Range(-Steps, (2 * Steps) + 1)
           from across in Enumerable.Range(-Steps, (2 * Steps) + 1)
           orderby (across * across) + (down * down)
           select (across * Step, down * Step),
    ];

    /// <summary>Places the names of the areas in which buses stand.</summary>
    public static IReadOnlyList<AreaName> Of(PlanBoard board, MapFrame frame, GridPicture picture)
    {
        List<AreaName> placed = [];
        foreach (var (text, x, y) in Middles(board, frame))
            placed.Add(Best(text, x, y, placed, frame, picture));
        return placed;
    }

    private static IEnumerable<(string Text, double X, double Y)> Middles(PlanBoard board, MapFrame frame) =>
        from place in board.Places
        where place.Oblast is not null
        let at = frame.Place(place)
        where at is not null
        group at.Value by place.Oblast!.Code into area
        orderby area.Key
        select (AreaWords.Of(area.Key), area.Average(point => point.X), area.Average(point => point.Y));

    // The nearest places come first, so that the search ends where distance alone costs more than the best that was found.
    private static AreaName Best(string text, double x, double y, List<AreaName> placed, MapFrame frame, GridPicture picture)
    {
        var (best, least) = (new AreaName(text, x, y), double.MaxValue);
        foreach (var (across, down) in s_offsets)
        {
            var distance = Math.Sqrt((across * across) + (down * down));
            if (distance >= least)
                break;
            var name = new AreaName(text, x + across, y + down);
            var cost = distance + Covered(name, placed, frame, picture);
            if (cost < least)
                (best, least) = (name, cost);
        }
        return best;
    }

    // A name that cannot be read is worse than damage that cannot be seen, and that is worse than a bus that cannot.
    private static double Covered(AreaName name, List<AreaName> placed, MapFrame frame, GridPicture picture)
    {
        var (left, right, top, bottom) = (Left(name), Right(name), name.Y - Above, name.Y + Below);
        bool Covers(double x, double y, double radius) =>
            x > left - radius && x < right + radius && y > top - radius && y < bottom + radius;
        var others = placed.Count(other => Left(other) < right && Right(other) > left && Math.Abs(other.Y - name.Y) < Above + Below);
        var damage = picture.Hurt.Count(mark => mark.Wire is null && Covers(mark.X, mark.Y, MarkRadius));
        var buses = picture.Buses.Count(bus => Covers(bus.X, bus.Y, MarkRadius / 2));
        var abroad = frame.Ground is { } ground
            ? new[] { (left, top), (left, bottom), (right, top), (right, bottom) }.Count(corner => !ground.IsLand(corner.Item1, corner.Item2))
            : 0;
        return (1000 * others) + (200 * abroad) + (100 * damage) + (10 * buses);
    }

    private static double Left(AreaName name) => name.X - (name.Text.Length * LetterWidth / 2);

    private static double Right(AreaName name) => name.X + (name.Text.Length * LetterWidth / 2);
}
