using System.Globalization;
using Relight.Grid;
using Relight.Restoration;
using Relight.Web.Plans;

namespace Relight.Web.Maps;

/// <summary>The grid as the map draws it: what has a place.</summary>
/// <param name="Wires">Intact lines of each voltage class, as the data of one SVG path.</param>
/// <param name="Buses">Intact buses.</param>
/// <param name="Hurt">Damaged elements, with the hours of their repair.</param>
/// <param name="Unplaced">How many damaged elements have no place, and are not drawn.</param>
/// <param name="Voltages">The voltages of each class that the grid has, in kV, the highest first; none where the file gives none.</param>
public sealed record GridPicture(
    IReadOnlyList<(string Class, string Path)> Wires,
    IReadOnlyList<BusMark> Buses,
    IReadOnlyList<HurtMark> Hurt,
    int Unplaced,
    IReadOnlyList<(string Class, IReadOnlyList<double> Kilovolts)> Voltages)
{
    private const double Apart = 7;

    /// <summary>Draws the grid of a board.</summary>
    public static GridPicture Of(PlanBoard board, MapFrame frame)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(frame);
        var network = board.Problem.Network;
        var damaged = board.Problem.Repairs.Select(repair => repair.Element).ToHashSet();
        var wires = network.Branches
            .Where(branch => !damaged.Contains(new ElementId(ElementKind.Branch, branch.Row)))
            .Select(branch => (Class: ClassOf(network.Buses[network.IndexOf(branch.From)]), Path: Line(board, branch, frame)))
            .Where(wire => wire.Path is not null)
            .GroupBy(wire => wire.Class)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, string.Concat(group.Select(wire => wire.Path))));
        var buses = network.Buses
            .Where(bus => !damaged.Contains(new ElementId(ElementKind.Bus, bus.Id)))
            .OrderBy(bus => bus.BaseKilovolts)
            .Select(bus => (Bus: bus, Place: PlaceOf(board, bus.Id, frame)))
            .Where(pair => pair.Place is not null)
            .Select(pair => new BusMark(
                ClassOf(pair.Bus), pair.Place!.Value.X, pair.Place.Value.Y, board.PlaceOf(pair.Bus.Id)!.Name, pair.Bus.BaseKilovolts));
        List<HurtMark> hurt = [.. HurtOf(board, frame)];
        return new GridPicture([.. wires], [.. buses], hurt, board.Plan.Repairs.Count - hurt.Count, [.. VoltagesOf(network)]);
    }

    private static IEnumerable<(string Class, IReadOnlyList<double> Kilovolts)> VoltagesOf(Network network) =>
        from bus in network.Buses
        where bus.Type != BusType.Isolated
        group bus.BaseKilovolts by ClassOf(bus) into kind
        orderby kind.Max() descending
        select (kind.Key, (IReadOnlyList<double>)[.. kind.Where(kilovolts => kilovolts > 0).Distinct().OrderDescending()]);

    // Elements of one substation stand around it in a ring, so that each can be seen and pointed at.
    private static IEnumerable<HurtMark> HurtOf(PlanBoard board, MapFrame frame)
    {
        var places = board.Plan.Repairs
            .Select(repair => (Repair: repair, Place: PlaceOf(board, board.BusOf(repair.Element).Id, frame), Wire: WireOf(board, repair, frame)))
            .Where(entry => entry.Place is not null)
            .GroupBy(entry => (Math.Round(entry.Place!.Value.X), Math.Round(entry.Place.Value.Y)));
        foreach (var place in places)
        {
            var count = place.Count(entry => entry.Wire is null);
            var index = 0;
            foreach (var (repair, at, wire) in place)
            {
                var (x, y) = at!.Value;
                var angle = 2 * Math.PI * index / Math.Max(1, count);
                if (wire is null && count > 1)
                    (x, y, index) = (x + (Apart * Math.Sin(angle)), y - (Apart * Math.Cos(angle)), index + 1);
                yield return new HurtMark(repair, board.NumberOf(repair.Element), ClassOf(board.BusOf(repair.Element)), x, y, wire);
            }
        }
    }

    /// <summary>Class of the voltage of a bus; that of the lowest where its file gives none.</summary>
    public static string ClassOf(Bus bus) => bus.BaseKilovolts switch { >= 500 => "v750", >= 200 => "v330", _ => "v110" };

    private static (double X, double Y)? PlaceOf(PlanBoard board, int bus, MapFrame frame) =>
        board.PlaceOf(bus) is { } place ? frame.Place(place) : null;

    private static string? WireOf(PlanBoard board, PlannedRepair repair, MapFrame frame) =>
        repair.Element.Kind == ElementKind.Branch ? Line(board, board.Problem.Network.Branches[repair.Element.Number - 1], frame) : null;

    /// <summary>The line of a branch; null where an end has no place, and for a transformer, whose ends stand at one.</summary>
    private static string? Line(PlanBoard board, Branch branch, MapFrame frame)
    {
        if (PlaceOf(board, branch.From, frame) is not var (x1, y1) || PlaceOf(board, branch.To, frame) is not var (x2, y2))
            return null;
        return Math.Abs(x1 - x2) + Math.Abs(y1 - y2) < 1
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#}L{x2:0.#} {y2:0.#}");
    }
}

/// <summary>An intact bus on the map.</summary>
/// <param name="Class">Class of its voltage.</param>
/// <param name="X">Where it stands, across.</param>
/// <param name="Y">Where it stands, down.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kilovolts">Its voltage in kV.</param>
public sealed record BusMark(string Class, double X, double Y, string Name, double Kilovolts)
{
    /// <summary>Its point, as the data of an SVG path.</summary>
    public string Path => HurtMark.Dot(X, Y);
}

/// <summary>A damaged element on the map.</summary>
/// <param name="Repair">Its repair.</param>
/// <param name="Number">The number of the repair in the plan.</param>
/// <param name="Class">Class of its voltage.</param>
/// <param name="X">Where it stands, across.</param>
/// <param name="Y">Where it stands, down.</param>
/// <param name="Wire">Its line, as the data of an SVG path; null where it stands at one place.</param>
public sealed record HurtMark(PlannedRepair Repair, int Number, string Class, double X, double Y, string? Wire)
{
    /// <summary>Its point, as the data of an SVG path: a line without length, whose round ends keep their size at any zoom.</summary>
    public string Point => Dot(X, Y);

    internal static string Dot(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}h0");
}
