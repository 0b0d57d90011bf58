using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Reads a network from a PSS/E RAW file of revision 33. Rows of <c>branch:</c> are the lines in their order, then the
/// transformers in theirs, a three-winding one taking three rows to a star bus that is added; rows of <c>gen:</c> are
/// the generators in their order. Loads and shunts of a bus are summed; switched shunts stand at their initial value.
/// What is wrong is reported at once; what the file has and Relight does not use is reported as a warning.
/// </summary>
public sealed class PsseReader
{
    private const int Revision = 33;

    private readonly TextFindings _findings;
    private readonly PsseFile _file;
    private readonly Dictionary<int, PsseInjections> _injections = [];
    private readonly Dictionary<NetworkTable, List<PsseRecord>> _sources = [];
    private double _base = double.NaN;

    private PsseReader(SourceText source)
    {
        _findings = new TextFindings(source);
        _file = PsseFile.Parse(_findings);
    }

    /// <summary>Reads a file. One that cannot be opened, or is larger than 256 MiB, is an error among the findings.</summary>
    public static Imported<Network> Read(string path) => SourceFile.Read(path, Parse);

    /// <summary>Reads a text; the file name is for the places in findings, and the name of the network.</summary>
    public static Imported<Network> Parse(string text, string fileName) => Parse(new SourceText(fileName, text));

    internal static Imported<Network> Parse(SourceText source)
    {
        var reader = new PsseReader(source);
        var network = reader.ReadNetwork();
        return new Imported<Network>(network, reader._findings.InOrder());
    }

    private Network? ReadNetwork()
    {
        ReadHeader();
        var buses = Keep(NetworkTable.Buses, _file[PsseSection.Bus], ReadBus);
        foreach (var bus in buses)
            _injections.TryAdd(bus.Id, new PsseInjections(bus.VoltageMagnitude));
        ReadInjections();
        var generators = Keep(NetworkTable.Generators, _file[PsseSection.Generator], ReadGenerator);
        var branches = Keep(NetworkTable.Branches, _file[PsseSection.Branch], ReadLine);
        AddTransformers(buses, branches);
        var lines = new PsseDcLines(_findings).Read(_file);
        _sources[NetworkTable.DcLines] = [.. lines.Select(line => line.Source)];
        PsseUnused.Report(_file, _findings);
        buses = [.. buses.Select(bus => _injections.TryGetValue(bus.Id, out var at) ? at.On(bus) : bus)];
        branches = [.. branches.Select((branch, i) => branch with { Row = i + 1 })];
        generators = [.. generators.Select((generator, i) => generator with { Row = i + 1 })];
        List<DcLine> dcLines = [.. lines.Select((line, i) => line.Line with { Row = i + 1 })];
        new NetworkRules(Report, isRead: !_findings.HasErrors).Check(_base, buses, branches, generators, dcLines);
        return _findings.HasErrors
            ? null
            : new Network(Path.GetFileNameWithoutExtension(_findings.Source.FileName), _base, buses, branches, generators, dcLines);
    }

    private void ReadHeader()
    {
        if (_file.Header is not { } header)
        {
            _findings.Error(0, null, "the file must start with a line of change code, MVA base and revision");
            return;
        }
        _base = header.Number(1, "SBASE", 100);
        var revision = header.Integer(2, "REV");
        if (header.Raw(2).IsEmpty)
            _findings.Warning(header.Position, null, $"the revision must be {Revision}; none is given, so {Revision} is taken");
        else if (revision is not (Revision or NetworkRules.Unread))
            _findings.Error(header.PositionOf(2), SourceText.Excerpt(header.Raw(2)), $"the revision must be {Revision}");
    }

    private List<T> Keep<T>(NetworkTable table, IReadOnlyList<PsseRecord> records, Func<PsseRecord, T> read)
    {
        _sources[table] = [.. records];
        return [.. records.Select(read)];
    }

    private static Bus ReadBus(PsseRecord record) => new()
    {
        Id = record.Integer(0, "I"),
        Name = record.Name(1),
        BaseKilovolts = record.Number(2, "BASKV"),
        Type = (BusType)record.Code(3, "IDE", 1, 4, 1),
        Area = record.Integer(4, "AREA", 1),
        Zone = record.Integer(5, "ZONE", 1),
        VoltageMagnitude = record.Number(7, "VM", 1),
        VoltageAngleDegrees = record.Number(8, "VA"),
        MaxVoltage = record.Number(9, "NVHI", 1.1),
        MinVoltage = record.Number(10, "NVLO", 0.9),
    };

    private Generator ReadGenerator(PsseRecord record)
    {
        var bus = record.Integer(0, "I");
        if (record.Integer(7, "IREG") is var remote && remote != 0 && remote != bus)
            _findings.Notice(record.PositionOf(7), remote.ToString(CultureInfo.InvariantCulture), "voltage control of another bus is not used; the generator holds its own");
        return new Generator
        {
            Row = 0,
            Bus = bus,
            OutputMegawatts = record.Number(2, "PG"),
            OutputMegavars = record.Number(3, "QG"),
            MaxMegavars = record.Number(4, "QT", 9999),
            MinMegavars = record.Number(5, "QB", -9999),
            VoltageSetPoint = record.Number(6, "VS", 1),
            MachineBase = record.Number(8, "MBASE", _base),
            InService = record.Status(14),
            MaxMegawatts = record.Number(16, "PT", 9999),
            MinMegawatts = record.Number(17, "PB", -9999),
        };
    }

    private Branch ReadLine(PsseRecord record)
    {
        var from = record.Integer(0, "I");
        var to = record.Integer(1, "J") is var j && j < 0 && j != NetworkRules.Unread ? -j : j;
        var isOn = record.Status(13, "ST");
        for (var end = 0; end < 2; end++)
        {
            var (g, b) = (record.Number(9 + 2 * end, "G"), record.Number(10 + 2 * end, "B"));
            if (g == 0 && b == 0)
                continue;
            _findings.Notice(record.PositionOf(9 + 2 * end), null, isOn ? "a shunt at the end of a line is put on its bus" : "a shunt at the end of a line out of service is not used");
            if (isOn)
                AddShunt(end == 0 ? from : to, g * _base, b * _base);
        }
        return new Branch
        {
            Row = 0,
            From = from,
            To = to,
            Resistance = record.Number(3, "R"),
            Reactance = record.Number(4, "X"),
            Susceptance = record.Number(5, "B"),
            RatingMegavoltAmperes = record.Number(6, "RATEA"),
            ShortTermRating = record.Number(7, "RATEB"),
            EmergencyRating = record.Number(8, "RATEC"),
            InService = isOn,
        };
    }

    private void AddShunt(int bus, double megawatts, double megavars)
    {
        if (_injections.TryGetValue(bus, out var at))
            at.AddShunt(megawatts, megavars);
    }

    /// <summary>Sums loads and shunts in service by bus.</summary>
    private void ReadInjections()
    {
        Sum(PsseSection.Load, 2, static (at, record) => at.AddLoad(record));
        Sum(PsseSection.FixedShunt, 2, static (at, record) => at.AddShunt(record.Number(3, "GL"), record.Number(4, "BL")));
        Sum(PsseSection.SwitchedShunt, 3, static (at, record) => at.AddShunt(0, record.Number(9, "BINIT")));
        var mixed = _file[PsseSection.Load].Where(PsseInjections.DependsOnVoltage).ToList();
        if (mixed.Count > 0)
            _findings.Notice(mixed[0].Position, $"{mixed.Count} loads", "parts of constant current or admittance are taken as constant power at the voltage of the file");
    }

    private void Sum(PsseSection section, int status, Action<PsseInjections, PsseRecord> add)
    {
        var outs = new List<PsseRecord>();
        foreach (var record in _file[section])
        {
            var bus = record.Integer(0, "I");
            var isOn = record.Status(status, "STATUS");
            if (!isOn)
                outs.Add(record);
            if (_injections.TryGetValue(bus, out var at))
                add(isOn ? at : new PsseInjections(1), record);
            else if (bus != NetworkRules.Unread)
                _findings.Error(record.PositionOf(0), SourceText.Excerpt(record.Raw(0)), "this bus does not exist");
        }
        if (outs.Count > 0)
            _findings.Notice(outs[0].Position, $"{outs.Count} records", $"what is out of service in the {PsseFile.Title(section)} section is not kept");
    }

    private void AddTransformers(List<Bus> buses, List<Branch> branches)
    {
        var data = new Dictionary<int, PsseBusData>();
        foreach (var bus in buses)
            data.TryAdd(bus.Id, new PsseBusData(bus.BaseKilovolts, bus.Area, bus.Zone));
        var transformers = new PsseTransformers(_findings, _base, data, buses.Select(bus => bus.Id).DefaultIfEmpty().Max(), AddShunt);
        transformers.Read(_file[PsseSection.Transformer]);
        buses.AddRange(transformers.Stars.Select(star => star.Bus));
        _sources[NetworkTable.Buses].AddRange(transformers.Stars.Select(star => star.Source));
        branches.AddRange(transformers.Branches.Select(of => of.Branch));
        _sources[NetworkTable.Branches].AddRange(transformers.Branches.Select(of => of.Source));
    }

    private void Report(Severity severity, NetworkTable table, int index, string field, string? value, string rule)
    {
        if (table == NetworkTable.Case)
        {
            _findings.Add(severity, _file.Header?.PositionOf(1) ?? 0, value, rule);
            return;
        }
        var records = _sources[table];
        _findings.Add(severity, index < records.Count ? records[index].Position : _findings.Source.Text.Length, value, rule);
    }
}
