namespace Relight.Grid.Import;

/// <summary>
/// Reads a network from the JSON that pandapower's <c>to_json</c> writes. Number of a bus is its index plus 1. Rows of
/// <c>branch:</c> are lines, transformers, three-winding transformers (three rows each, to a star bus that is added) and impedances;
/// rows of <c>gen:</c> are external grids, generators and static generators, each in the order of its table. What is
/// wrong is reported at once; tables and columns that are not used are reported as notices.
/// </summary>
public sealed class PandapowerReader
{
    private static readonly HashSet<string> s_used = new(
        ["bus", "load", "asymmetric_load", "ward", "xward", "shunt", "ext_grid", "gen", "sgen", "line", "trafo", "trafo3w", "impedance", "switch", "dcline"], StringComparer.Ordinal);

    private readonly FindingList _findings;
    private readonly SourceText _source;
    private readonly PandapowerNet _net;
    private readonly Dictionary<NetworkTable, List<(PandapowerTable Table, int Row)>> _places = new()
    {
        [NetworkTable.Buses] = [],
        [NetworkTable.Branches] = [],
        [NetworkTable.Generators] = [],
        [NetworkTable.DcLines] = [],
    };

    private PandapowerReader(SourceText source)
    {
        _source = source;
        _findings = new FindingList(source.FileName);
        _net = new PandapowerNet(source, _findings);
    }

    /// <summary>Reads a file. One that cannot be opened, or is larger than 256 MiB, is an error among the findings.</summary>
    public static Imported<Network> Read(string path) => SourceFile.Read(path, Parse);

    /// <summary>Reads a text; the file name is for the places in findings, and the name of the network if the net has none.</summary>
    public static Imported<Network> Parse(string text, string fileName) => Parse(new SourceText(fileName, text));

    internal static Imported<Network> Parse(SourceText source)
    {
        var reader = new PandapowerReader(source);
        var network = reader._findings.HasErrors ? null : reader.ReadNetwork();
        return new Imported<Network>(network, reader._findings.InOrder());
    }

    private Network? ReadNetwork()
    {
        var systemBase = _net.Number("sn_mva", 1);
        var table = _net.Table("bus");
        var places = new PandapowerBuses(table, _net.Table("switch"));
        var branches = new PandapowerBranches(_net, places, systemBase, places.Rows.Select(places.Number).DefaultIfEmpty().Max());
        branches.Read();
        var buses = ReadBuses(table, places);
        Keep(NetworkTable.Buses, branches.Stars.Select(star => (star.Table, star.Row)));
        Keep(NetworkTable.Branches, branches.Branches.Select(branch => (branch.Table, branch.Row)));
        new PandapowerInjections(_net, places, buses).Add();
        var generators = ReadGenerators(buses, places);
        var dcLines = ReadDcLines(places);
        ReportUnused();
        List<Bus> allBuses = [.. buses.Values, .. branches.Stars.Select(star => star.Bus)];
        List<Branch> allBranches = [.. branches.Branches.Select((of, i) => of.Branch with { Row = i + 1 })];
        new NetworkRules(Report, isRead: !_findings.HasErrors).Check(systemBase, allBuses, allBranches, generators, dcLines);
        return _findings.HasErrors
            ? null
            : new Network(_net.Name ?? Path.GetFileNameWithoutExtension(_source.FileName), systemBase, allBuses, allBranches, generators, dcLines);
    }

    private void ReportUnused()
    {
        foreach (var name in _net.TablesWithRows)
            if (s_used.Contains(name))
                _net.Table(name).ReportUnusedColumns();
            else
                _net.Table(name).Report(Severity.Notice, -1, "", $"{_net.Table(name).Count} rows", "this table is not used");
        _net.ReportUnused();
    }

    private void Keep(NetworkTable table, IEnumerable<(PandapowerTable, int)> places) => _places[table].AddRange(places);

    private OrderedDictionary<int, Bus> ReadBuses(PandapowerTable table, PandapowerBuses places)
    {
        var buses = new OrderedDictionary<int, Bus>();
        foreach (var row in places.Rows)
        {
            var bus = new Bus
            {
                Id = places.Number(row),
                Name = table.Text(row, "name"),
                BaseKilovolts = table.Number(row, "vn_kv"),
                Type = table.Flag(row, "in_service", absent: true) ? BusType.Load : BusType.Isolated,
                MaxVoltage = table.Number(row, "max_vm_pu", 1.1),
                MinVoltage = table.Number(row, "min_vm_pu", 0.9),
            };
            if (buses.TryAdd(bus.Id, bus))
                _places[NetworkTable.Buses].Add((table, row));
            if (bus.BaseKilovolts <= 0)
                table.Error(row, "vn_kv", bus.BaseKilovolts.ToString(System.Globalization.CultureInfo.InvariantCulture), "the nominal voltage must be above 0");
        }
        return buses;
    }

    private List<Generator> ReadGenerators(OrderedDictionary<int, Bus> buses, PandapowerBuses places)
    {
        var generators = new List<Generator>();
        var demand = buses.Values.Sum(bus => Math.Max(0, bus.DemandMegawatts));
        foreach (var (name, type) in new[] { ("ext_grid", BusType.Reference), ("gen", BusType.Generator), ("sgen", BusType.Load) })
        {
            var table = _net.Table(name);
            if (name == "ext_grid" && table.Count > 0 && !table.Has("max_p_mw"))
                table.Report(Severity.Notice, -1, "", null, "an external grid without max_p_mw is taken to give as much as all loads together");
            for (var row = 0; row < table.Count; row++)
            {
                _places[NetworkTable.Generators].Add((table, row));
                var generator = ReadGenerator(table, row, generators.Count + 1, places, type, demand);
                generators.Add(generator);
                if (generator.InService && buses.TryGetValue(generator.Bus, out var bus) && bus.Type != BusType.Isolated)
                    buses[bus.Id] = WithType(bus, table.Flag(row, "slack", absent: false) ? BusType.Reference : type, table, row);
            }
        }
        return generators;
    }

    private static Generator ReadGenerator(PandapowerTable table, int row, int number, PandapowerBuses places, BusType type, double demand)
    {
        var scaling = table.Number(row, "scaling", 1);
        var (p, q) = (table.Number(row, "p_mw") * scaling, table.Number(row, "q_mvar") * scaling);
        var isFixed = type == BusType.Load;
        return new Generator
        {
            Row = number,
            Bus = places.NumberOf(table, row, "bus"),
            OutputMegawatts = p,
            OutputMegavars = q,
            MaxMegawatts = table.Number(row, "max_p_mw", type == BusType.Reference ? demand : Math.Max(0, p)),
            MinMegawatts = table.Number(row, "min_p_mw", Math.Min(0, p)),
            MaxMegavars = table.Number(row, "max_q_mvar", isFixed ? q : 9999),
            MinMegavars = table.Number(row, "min_q_mvar", isFixed ? q : -9999),
            VoltageSetPoint = table.Number(row, "vm_pu", 1),
            MachineBase = table.Number(row, "sn_mva"),
            InService = table.Flag(row, "in_service", absent: true),
        };
    }

    private static Bus WithType(Bus bus, BusType type, PandapowerTable table, int row) => type == BusType.Load ? bus : bus with
    {
        Type = (BusType)Math.Max((int)bus.Type, (int)type),
        VoltageMagnitude = table.Number(row, "vm_pu", 1),
        VoltageAngleDegrees = table.Number(row, "va_degree"),
    };

    private List<DcLine> ReadDcLines(PandapowerBuses places)
    {
        var table = _net.Table("dcline");
        var lines = new List<DcLine>();
        for (var row = 0; row < table.Count; row++)
        {
            _places[NetworkTable.DcLines].Add((table, row));
            var flow = table.Number(row, "p_mw");
            lines.Add(new DcLine
            {
                Row = row + 1,
                From = places.NumberOf(table, row, "from_bus"),
                To = places.NumberOf(table, row, "to_bus"),
                InService = table.Flag(row, "in_service", absent: true),
                FlowMegawatts = flow,
                MaxMegawatts = table.Number(row, "max_p_mw", Math.Max(0, flow)),
                MinMegawatts = Math.Min(0, flow),
                FromVoltage = table.Number(row, "vm_from_pu", 1),
                ToVoltage = table.Number(row, "vm_to_pu", 1),
                FromMegavarLimits = (table.Number(row, "min_q_from_mvar"), table.Number(row, "max_q_from_mvar")),
                ToMegavarLimits = (table.Number(row, "min_q_to_mvar"), table.Number(row, "max_q_to_mvar")),
                ConstantLoss = table.Number(row, "loss_mw"),
                ProportionalLoss = table.Number(row, "loss_percent") / 100,
            });
        }
        return lines;
    }

    private void Report(Severity severity, NetworkTable table, int index, string field, string? value, string rule)
    {
        if (_places.TryGetValue(table, out var places) && index < places.Count)
            places[index].Table.Report(severity, places[index].Row, "", value, rule);
        else
            _findings.Add(severity, 0, () => $"{_source.FileName} $.{(table == NetworkTable.Case ? "sn_mva" : "bus")}", value, rule);
    }
}
