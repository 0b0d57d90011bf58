using System.Globalization;
using Relight.Grid;
using Relight.Sample;
using Relight.Web.Plans;

namespace Relight.Web.Maps;

/// <summary>The grid as the map draws it.</summary>
/// <param name="Wires">Intact lines of each voltage class, as the data of one SVG path.</param>
/// <param name="Buses">Intact buses.</param>
/// <param name="Hurt">Damaged elements, with the hours of their repair.</param>
public sealed record GridPicture(
    IReadOnlyList<(string Class, string Path)> Wires,
    IReadOnlyList<BusMark> Buses,
    IReadOnlyList<HurtMark> Hurt)
{
    private const double Apart = 7;

    /// <summary>Draws the grid of a board.</summary>
    public static GridPicture Of(PlanBoard board, MapGround ground)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(ground);
        var grid = board.Sample.Grid;
        var damaged = board.Problem.Repairs.Select(repair => repair.Element).ToHashSet();
        var wires = grid.Network.Branches
            .Where(branch => !damaged.Contains(new ElementId(ElementKind.Branch, branch.Row)))
            .Select(branch => (Class: ClassOf(grid.SiteOf(branch.From)), Path: Line(grid, branch, ground)))
            .Where(wire => wire.Path is not null)
            .GroupBy(wire => wire.Class)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, string.Concat(group.Select(wire => wire.Path))));
        var buses = grid.Sites
            .Where(site => !damaged.Contains(new ElementId(ElementKind.Bus, site.Bus)))
            .OrderBy(site => site.Kilovolts)
            .Select(site => BusMark.Of(site, ground));
        return new GridPicture([.. wires], [.. buses], [.. HurtOf(board, ground)]);
    }

    /// <summary>Class of a voltage, as the style sheet names it.</summary>
    internal static string ClassOf(BusSite site) => site.Kilovolts switch { >= 500 => "v750", >= 200 => "v330", _ => "v110" };

    // Elements of one substation stand around it in a ring, so that each can be seen and pointed at.
    private static IEnumerable<HurtMark> HurtOf(PlanBoard board, MapGround ground)
    {
        var grid = board.Sample.Grid;
        var places = board.Plan.Repairs.GroupBy(repair =>
        {
            var site = grid.SiteOf(repair.Element);
            return (Math.Round(site.Longitude, 2), Math.Round(site.Latitude, 2));
        });
        foreach (var place in places)
        {
            var count = place.Count(repair => WireOf(grid, repair.Element, ground) is null);
            var index = 0;
            foreach (var repair in place)
            {
                var site = grid.SiteOf(repair.Element);
                var wire = WireOf(grid, repair.Element, ground);
                var (x, y) = ground.Place(site.Longitude, site.Latitude);
                var angle = 2 * Math.PI * index / Math.Max(1, count);
                if (wire is null && count > 1)
                    (x, y, index) = (x + (Apart * Math.Sin(angle)), y - (Apart * Math.Cos(angle)), index + 1);
                yield return new HurtMark(repair, board.NumberOf(repair), ClassOf(site), x, y, wire);
            }
        }
    }

    private static string? WireOf(SampleGrid grid, ElementId element, MapGround ground) =>
        element.Kind == ElementKind.Branch ? Line(grid, grid.Network.Branches[element.Number - 1], ground) : null;

    /// <summary>The line of a branch; null for a transformer, whose ends stand at one place.</summary>
    private static string? Line(SampleGrid grid, Branch branch, MapGround ground)
    {
        var (from, to) = (grid.SiteOf(branch.From), grid.SiteOf(branch.To));
        var (x1, y1) = ground.Place(from.Longitude, from.Latitude);
        var (x2, y2) = ground.Place(to.Longitude, to.Latitude);
        return Math.Abs(x1 - x2) + Math.Abs(y1 - y2) < 1
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}");
    }
}

/// <summary>An intact bus on the map.</summary>
/// <param name="Class">Class of its voltage.</param>
/// <param name="Path">Its point, as the data of an SVG path.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kilovolts">Its voltage in kV.</param>
public sealed record BusMark(string Class, string Path, string Name, double Kilovolts)
{
    internal static BusMark Of(BusSite site, MapGround ground)
    {
        var (x, y) = ground.Place(site.Longitude, site.Latitude);
        return new BusMark(GridPicture.ClassOf(site), HurtMark.Dot(x, y), site.Name, site.Kilovolts);
    }
}

/// <summary>A damaged element on the map.</summary>
/// <param name="Repair">Its repair.</param>
/// <param name="Number">The number of the repair in the plan.</param>
/// <param name="Class">Class of its voltage.</param>
/// <param name="X">Where it stands, across.</param>
/// <param name="Y">Where it stands, down.</param>
/// <param name="Wire">Its line, as the data of an SVG path; null where it stands at one place.</param>
public sealed record HurtMark(Restoration.PlannedRepair Repair, int Number, string Class, double X, double Y, string? Wire)
{
    /// <summary>Its point, as the data of an SVG path: a line without length, whose round ends keep their size at any zoom.</summary>
    public string Point => Dot(X, Y);

    internal static string Dot(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}h0");
}
