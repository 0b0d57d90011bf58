using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// Reads a network from a MATPOWER case file, version 2: the tables <c>bus</c>, <c>gen</c>, <c>branch</c> and
/// <c>dcline</c> and the names in <c>bus_name</c>. Everything that is wrong is reported at once; what the file has and
/// Relight does not use, such as costs, is reported as a warning.
/// </summary>
public sealed class MatpowerReader
{
    private static readonly HashSet<string> s_used =
        new(["version", "baseMVA", "name", "bus", "gen", "branch", "dcline", "bus_name", MatpowerDamage.Buses, MatpowerDamage.Branches, MatpowerDamage.Generators], StringComparer.Ordinal);

    private readonly TextFindings _findings;
    private readonly MatpowerCase _case;

    private MatpowerReader(SourceText source)
    {
        _findings = new TextFindings(source);
        _case = MatpowerParser.Parse(_findings, s_used);
    }

    /// <summary>Reads a file. One that cannot be opened, or is larger than 256 MiB, is an error among the findings.</summary>
    public static Imported<Network> Read(string path) => SourceFile.Read(path, Parse);

    /// <summary>Reads a text; the file name is for the places in findings, and the name of the network if the text has none.</summary>
    public static Imported<Network> Parse(string text, string fileName) => Parse(new SourceText(fileName, text));

    /// <summary>Reads a file together with the damage that PowerModelsRestoration's tables in it give.</summary>
    public static Imported<DamagedNetwork> ReadWithDamage(string path) => SourceFile.Read(path, ParseWithDamage);

    /// <summary>Reads a text together with the damage in it.</summary>
    public static Imported<DamagedNetwork> ParseWithDamage(string text, string fileName) => ParseWithDamage(new SourceText(fileName, text));

    private static Imported<Network> Parse(SourceText source)
    {
        var reader = new MatpowerReader(source);
        new MatpowerDamage(reader._case, reader._findings).WarnUnused();
        var network = reader.ReadNetwork(static (_, _, _) => { });
        return new Imported<Network>(network, reader._findings.InOrder());
    }

    private static Imported<DamagedNetwork> ParseWithDamage(SourceText source)
    {
        var reader = new MatpowerReader(source);
        IReadOnlyList<DamagedElement> damage = [];
        var network = reader.ReadNetwork((buses, branches, generators) =>
            damage = new MatpowerDamage(reader._case, reader._findings).Read(buses, branches, generators));
        return new Imported<DamagedNetwork>(network is null ? null : new DamagedNetwork(network, damage), reader._findings.InOrder());
    }

    /// <summary>Reads the network; what extends its tables is read by the function given, once their rows are known.</summary>
    private Network? ReadNetwork(Action<IReadOnlyList<Bus>, int, int> readExtensions)
    {
        if (_case.IsRefused)
            return null;
        CheckVersion();
        var baseMva = ReadBase();
        var names = _case.Fields.GetValueOrDefault("bus_name");
        var buses = ReadRows("bus", MatpowerColumns.Bus, 13, isRequired: true, ReadBus);
        var generators = ReadRows("gen", MatpowerColumns.Generator, 10, isRequired: true, ReadGenerator);
        var branches = ReadRows("branch", MatpowerColumns.Branch, 11, isRequired: true, ReadBranch);
        var dcLines = ReadRows("dcline", MatpowerColumns.DcLine, 17, isRequired: false, ReadDcLine);
        buses = WithNames(buses, names);
        generators = WithLimits(generators, buses);
        readExtensions(buses, branches.Count, generators.Count);
        new NetworkRules(Report, isRead: !_findings.HasErrors).Check(baseMva, buses, branches, generators, dcLines);
        return _findings.HasErrors ? null : new Network(Name(), baseMva, buses, branches, generators, dcLines);
    }

    private string Name() =>
        _case.Fields.GetValueOrDefault("name")?.Text ?? _case.FunctionName ?? Path.GetFileNameWithoutExtension(_findings.Source.FileName);

    private void CheckVersion()
    {
        const string Rule = "the case must be of version 2: mpc.version = '2'";
        if (!_case.Fields.TryGetValue("version", out var version))
            _findings.Warning(0, null, Rule + "; none is given, so 2 is taken");
        else if (version is not ({ Text: "2" } or { Number: 2 }))
            _findings.Error(version.Position, version.Text ?? version.Number?.ToString(CultureInfo.InvariantCulture), Rule);
    }

    private double ReadBase()
    {
        if (_case.Fields.TryGetValue("baseMVA", out var field) && (field.Number ?? SingleValue(field.Table)) is { } value)
        {
            if (double.IsNaN(value))
                _findings.Error(field.Position, "NaN", "mpc.baseMVA must be a positive number");
            return value;
        }
        _findings.Error(field?.Position ?? _findings.Source.Text.Length, null, "mpc.baseMVA must be given, as one number");
        return double.NaN;
    }

    private static double? SingleValue(MatpowerTable? table) =>
        table is { RowCount: 1 } && table.Width(0) == 1 ? table.Value(0, 0) : null;

    private List<T> ReadRows<T>(string name, MatpowerColumn[] columns, int least, bool isRequired, Func<MatpowerRow, T> read)
    {
        if (!_case.Fields.TryGetValue(name, out var field))
        {
            if (isRequired)
                _findings.Error(_findings.Source.Text.Length, null, $"mpc.{name} must be given; the file has none");
            return [];
        }
        if (field.Table is not { } table)
        {
            _findings.Error(field.Position, field.Text, $"mpc.{name} must be a matrix");
            return [];
        }
        var rows = new List<T>(table.RowCount);
        for (var row = 0; row < table.RowCount; row++)
        {
            CheckWidth(name, table, row, least);
            rows.Add(read(new MatpowerRow(table, row, columns, _findings)));
        }
        WarnOfUnusedColumns(name, table, columns.Length);
        return rows;
    }

    private void CheckWidth(string name, MatpowerTable table, int row, int least)
    {
        var width = table.Width(row);
        var shown = width.ToString(CultureInfo.InvariantCulture) + " columns";
        if (width < least)
            _findings.Error(table.PositionOf(row, 0), shown, $"a row of mpc.{name} must have at least {least} columns");
        else if (width != table.Width(0))
            _findings.Error(table.PositionOf(row, 0), shown, $"all rows of mpc.{name} must have as many columns as the first, {table.Width(0)}");
    }

    private void WarnOfUnusedColumns(string name, MatpowerTable table, int known)
    {
        for (var row = 0; row < table.RowCount; row++)
            for (var column = known; column < table.Width(row); column++)
                if (table.Value(row, column) != 0)
                {
                    _findings.Notice(table.Position, $"columns {known + 1} to {table.Width(row)}", $"these columns of mpc.{name} are not used");
                    return;
                }
    }

    private static Bus ReadBus(MatpowerRow row) => new()
    {
        Id = row.Integer(0),
        Type = row.BusType(1),
        DemandMegawatts = row.Finite(2),
        DemandMegavars = row.Finite(3),
        ShuntMegawatts = row.Finite(4),
        ShuntMegavars = row.Finite(5),
        Area = row.Integer(6),
        VoltageMagnitude = row.Finite(7),
        VoltageAngleDegrees = row.Finite(8),
        BaseKilovolts = row.Finite(9),
        Zone = row.Integer(10),
        MaxVoltage = row.Limit(11),
        MinVoltage = row.Limit(12),
    };

    private static Generator ReadGenerator(MatpowerRow row) => new()
    {
        Row = row.Number,
        Bus = row.Integer(0),
        OutputMegawatts = row.Finite(1),
        OutputMegavars = row.Finite(2),
        MaxMegavars = row.Limit(3),
        MinMegavars = row.Limit(4),
        VoltageSetPoint = row.Finite(5),
        MachineBase = row.Finite(6),
        InService = row.Status(7),
        MaxMegawatts = row.Limit(8),
        MinMegawatts = row.Limit(9),
    };

    /// <summary>Outputs without a limit get one that no state of the network can reach: all load and shunt in it together.</summary>
    private List<Generator> WithLimits(List<Generator> generators, List<Bus> buses)
    {
        var all = buses.Sum(bus => Math.Abs(bus.DemandMegawatts) + Math.Abs(bus.ShuntMegawatts));
        var unlimited = generators.FindIndex(g => double.IsInfinity(g.MaxMegawatts) || double.IsInfinity(g.MinMegawatts));
        if (unlimited < 0)
            return generators;
        var limit = generators.Select(g => Math.Abs(g.MaxMegawatts)).Concat(generators.Select(g => Math.Abs(g.MinMegawatts)))
            .Where(double.IsFinite).Append(all).Max();
        Report(Severity.Warning, NetworkTable.Generators, unlimited, nameof(Generator.MaxMegawatts), "Inf", string.Create(
            CultureInfo.InvariantCulture,
            $"an output without limit, here and in further rows, is taken as {limit} MW, all load and shunt of the file together or the greatest output in it"));
        return [.. generators.Select(g => g with { MaxMegawatts = Math.Clamp(g.MaxMegawatts, -limit, limit), MinMegawatts = Math.Clamp(g.MinMegawatts, -limit, limit) })];
    }

    private static Branch ReadBranch(MatpowerRow row) => new()
    {
        Row = row.Number,
        From = row.Integer(0),
        To = row.Integer(1),
        Resistance = row.Finite(2),
        Reactance = row.Finite(3),
        Susceptance = row.Finite(4),
        RatingMegavoltAmperes = row.Rating(5),
        ShortTermRating = row.Rating(6),
        EmergencyRating = row.Rating(7),
        Tap = row.Finite(8),
        ShiftDegrees = row.Finite(9),
        InService = row.Status(10),
        MinAngleDegrees = row.Limit(11, absent: -360),
        MaxAngleDegrees = row.Limit(12, absent: 360),
    };

    private static DcLine ReadDcLine(MatpowerRow row) => new()
    {
        Row = row.Number,
        From = row.Integer(0),
        To = row.Integer(1),
        InService = row.Status(2),
        FlowMegawatts = row.Finite(3),
        FromMegavars = row.Finite(5),
        ToMegavars = row.Finite(6),
        FromVoltage = row.Finite(7),
        ToVoltage = row.Finite(8),
        MinMegawatts = row.Finite(9),
        MaxMegawatts = row.Finite(10),
        FromMegavarLimits = (row.Limit(11), row.Limit(12)),
        ToMegavarLimits = (row.Limit(13), row.Limit(14)),
        ConstantLoss = row.Finite(15),
        ProportionalLoss = row.Finite(16),
    };

    private List<Bus> WithNames(List<Bus> buses, MatpowerField? field)
    {
        if (field is null)
            return buses;
        if (field.Names is { } names && names.Count == buses.Count)
            return [.. buses.Zip(names, (bus, name) => name.Length == 0 ? bus : bus with { Name = name })];
        _findings.Warning(field.Position, null, $"mpc.bus_name should be a list of as many strings as there are buses, {buses.Count}; it is not used");
        return buses;
    }

    private void Report(Severity severity, NetworkTable table, int index, string field, string? value, string rule)
    {
        var (name, columns) = table switch
        {
            NetworkTable.Buses => ("bus", MatpowerColumns.Bus),
            NetworkTable.Branches => ("branch", MatpowerColumns.Branch),
            NetworkTable.Generators => ("gen", MatpowerColumns.Generator),
            NetworkTable.DcLines => ("dcline", MatpowerColumns.DcLine),
            _ => ("baseMVA", []),
        };
        if (!_case.Fields.TryGetValue(name, out var source))
            return;
        var column = Array.FindIndex(columns, c => c.Field == field);
        _findings.Add(severity, source.Table?.PositionOf(index, column) ?? source.Position, value, rule);
    }
}
