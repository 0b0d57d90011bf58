using System.Globalization;
using Relight.Grid;
using Relight.Grid.Import;
using Relight.Intake;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Plans;

/// <summary>
/// Reads where the buses of a network are from a CSV or XLSX table: a bus a row, with latitude and longitude or, for a drawing, with
/// x and y; and what else is known of it. Everything that is wrong is told at once, with its line and column.
/// </summary>
public sealed class BusPlaceTable
{
    private const int MostPeople = 1_000_000_000;
    private const double MostUnits = 1e9;
    private const double MostLatitude = 85;
    private const double MostLongitude = 180;

    private static readonly string[] s_columns = ["bus", "name", "latitude", "longitude", "x", "y", "area", "people"];

    private readonly string _file;
    private readonly Network _network;
    private readonly FindingList _findings;
    private readonly Dictionary<string, int> _headings = [];
    private readonly Dictionary<int, int> _lines = [];
    private IReadOnlyList<string>? _heads;

    private BusPlaceTable(string path, Network network) =>
        (_file, _network, _findings) = (Path.GetFileName(path), network, new FindingList(Path.GetFileName(path)));

    /// <summary>Reads a table of places.</summary>
    /// <param name="path">The file; one that cannot be opened is an error among the findings.</param>
    /// <param name="network">The network whose buses it places.</param>
    public static Imported<IReadOnlyList<BusPlace>> Read(string path, Network network)
    {
        var table = new BusPlaceTable(path, network);
        var places = new List<BusPlace>();
        try
        {
            foreach (var row in Sheet.Read(path).Where(row => !row.IsEmpty))
                if (table._heads is null)
                    table.ReadHeadings(row);
                else if (table.ReadPlace(row) is { } place)
                    places.Add(place);
            if (table._heads is null)
                table.Fault(1, null, null, "must have headings in its first row, and a bus in each row below");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            table._findings.Add(Severity.Error, 0, () => path, null, $"cannot be read: {error.Message}");
        }
        catch (SheetException error)
        {
            table._findings.Add(Severity.Error, 0, () => path, null, error.Message);
        }
        table.NoteMissing(places);
        return new Imported<IReadOnlyList<BusPlace>>(table._findings.HasErrors ? null : places, table._findings.InOrder());
    }

    private void ReadHeadings(SheetRow row)
    {
        _heads = row.Cells;
        foreach (var (place, heading) in row.Cells.Index())
        {
            var plain = ImportColumn.Plain(heading);
            if (string.IsNullOrWhiteSpace(heading))
                continue;
            if (!s_columns.Contains(plain))
                Fault(row.Number, null, heading, $"must be one of the columns {string.Join(", ", s_columns)}");
            else if (!_headings.TryAdd(plain, place))
                Fault(row.Number, null, heading, "is the heading of two columns");
        }
        if (!_headings.ContainsKey("bus"))
            Fault(row.Number, "bus", null, "must be one of the headings");
        RequirePair(row.Number, "latitude", "longitude");
        RequirePair(row.Number, "x", "y");
        if (_headings.ContainsKey("latitude") && _headings.ContainsKey("x"))
            Fault(row.Number, "x", null, "must not stand beside latitude: all buses are on the earth, or all on a drawing");
    }

    private void RequirePair(int line, string one, string other)
    {
        if (_headings.ContainsKey(one) != _headings.ContainsKey(other))
            Fault(line, _headings.ContainsKey(one) ? other : one, null, $"must be one of the headings where {(_headings.ContainsKey(one) ? one : other)} is");
    }

    private BusPlace? ReadPlace(SheetRow row)
    {
        foreach (var (place, cell) in row.Cells.Index())
            if (!string.IsNullOrWhiteSpace(cell) && (place >= _heads!.Count || string.IsNullOrWhiteSpace(_heads[place])))
                Fault(row.Number, null, cell, string.Create(CultureInfo.InvariantCulture, $"stands under no heading, in column {place + 1}"));
        var bus = ReadBus(row);
        var (latitude, longitude) = Pair(row, "latitude", MostLatitude, "longitude", MostLongitude);
        var (x, y) = Pair(row, "x", MostUnits, "y", MostUnits);
        var people = Number(row, "people", 0, MostPeople, whole: true);
        var name = Cell(row, "name");
        if (new Checks().OptionalText("name", name) is { Clean: false } checks)
            Fault(row.Number, "name", name, ((Decision.Refused)checks.Refused()).Refusals[0].Rule);
        var area = default(AreaCode);
        if (Cell(row, "area") is { } code && !AreaCode.TryParse(code, null, out area))
            Fault(row.Number, "area", code, "must be a P-code such as UA32");
        return bus is not { } id
            ? null
            : new BusPlace(id, name ?? GridNames.OfBus(_network, id), area, longitude, latitude, (int)(people ?? 0)) { X = x, Y = y };
    }

    private int? ReadBus(SheetRow row)
    {
        if (!_headings.ContainsKey("bus"))
            return null;
        var text = Cell(row, "bus");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bus) || !_network.HasBus(bus))
            Fault(row.Number, "bus", text, text is null ? "must be given" : $"must be the number of a bus of {_network.Name}");
        else if (!_lines.TryAdd(bus, row.Number))
            Fault(row.Number, "bus", text, string.Create(CultureInfo.InvariantCulture, $"has a place already, in line {_lines[bus]}"));
        else
            return bus;
        return null;
    }

    private (double? One, double? Other) Pair(SheetRow row, string one, double mostOne, string other, double mostOther)
    {
        var (first, second) = (Number(row, one, -mostOne, mostOne), Number(row, other, -mostOther, mostOther));
        if (Cell(row, one) is null != Cell(row, other) is null)
            Fault(row.Number, Cell(row, one) is null ? one : other, null, $"must be given where {(Cell(row, one) is null ? other : one)} is");
        return (first, second);
    }

    private double? Number(SheetRow row, string column, double least, double most, bool whole = false)
    {
        if (Cell(row, column) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (!whole || number == Math.Truncate(number)))
            return number;
        Fault(row.Number, column, text, string.Create(
            CultureInfo.InvariantCulture, $"must be a {(whole ? "whole " : "")}number from {least} to {most}, with a point before its decimals"));
        return null;
    }

    private string? Cell(SheetRow row, string column) =>
        _headings.TryGetValue(column, out var place) && place < row.Cells.Count && row.Cells[place].Trim() is { Length: > 0 } text ? text : null;

    private void NoteMissing(List<BusPlace> places)
    {
        var placed = places.Where(place => place.IsOnEarth || place.X is not null).Select(place => place.Bus).ToHashSet();
        var missing = _network.Buses.Where(bus => !placed.Contains(bus.Id)).Select(bus => bus.Id).ToList();
        if (!_findings.HasErrors && missing.Count > 0)
            _findings.Add(
                Severity.Warning, int.MaxValue, () => _file, null,
                string.Create(CultureInfo.InvariantCulture, $"gives no place for {missing.Count} of {_network.Buses.Count} buses, which no map will show: {string.Join(", ", missing.Take(10))}{(missing.Count > 10 ? ", …" : "")}"));
    }

    private void Fault(int line, string? column, string? value, string rule) => _findings.Add(
        Severity.Error, line, () => column is null ? string.Create(CultureInfo.InvariantCulture, $"{_file}:{line}") : string.Create(CultureInfo.InvariantCulture, $"{_file}:{line} {column}"),
        value is null ? null : SourceText.Excerpt(value), rule);
}
