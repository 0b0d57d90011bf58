namespace Relight.Grid.Import;

/// <summary>What a bus gives to the transformers that hang on it.</summary>
internal readonly record struct PsseBusData(double BaseKilovolts, int Area, int Zone);

/// <summary>
/// Turns transformers of a RAW file into branches of the π model on the system's MVA base. A three-winding transformer
/// becomes three branches, from each of its buses to a star bus that is added. Turns ratios by CW, impedances by CZ,
/// magnetising admittances by CM.
/// </summary>
/// <param name="findings">Takes what is wrong or not used.</param>
/// <param name="systemBase">MVA base of the file.</param>
/// <param name="buses">Buses of the file by number.</param>
/// <param name="lastBus">Highest number of a bus.</param>
/// <param name="addShunt">Adds MW and Mvar at 1 p.u. to a bus.</param>
internal sealed class PsseTransformers(TextFindings findings, double systemBase, IReadOnlyDictionary<int, PsseBusData> buses, int lastBus, Action<int, double, double> addShunt)
{
    private const double LeastReactance = 1e-4;

    private readonly List<(Branch Branch, PsseRecord Source)> _branches = [];
    private readonly List<(Bus Bus, PsseRecord Source)> _stars = [];

    /// <summary>Branches in the order of the file, without row numbers, each with the line it came from.</summary>
    public IReadOnlyList<(Branch Branch, PsseRecord Source)> Branches => _branches;

    /// <summary>Star buses, numbered from the one after the last bus of the file.</summary>
    public IReadOnlyList<(Bus Bus, PsseRecord Source)> Stars => _stars;

    /// <summary>Lines of a transformer, by its first: four where its third bus is 0 or not given, else five.</summary>
    public static int LinesOf(PsseRecord head) => head.Raw(2) is "" or "0" ? 4 : 5;

    /// <summary>Reads the section: four lines for two windings, five for three.</summary>
    public void Read(IReadOnlyList<PsseRecord> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            var count = LinesOf(lines[i]);
            var isThree = count == 5;
            if (i + count > lines.Count)
            {
                findings.Error(lines[i].Position, null, $"a transformer must have {count} lines; the section ends before");
                return;
            }
            if (isThree)
                ReadThree(lines[i], lines[i + 1], [lines[i + 2], lines[i + 3], lines[i + 4]]);
            else
                ReadTwo(lines[i], lines[i + 1], lines[i + 2], lines[i + 3]);
            i += count;
        }
    }

    private void ReadTwo(PsseRecord head, PsseRecord impedance, PsseRecord first, PsseRecord second)
    {
        var (from, to) = (Bus(head, 0), Bus(head, 1));
        var (one, two) = (Ratio(head, first, from), Ratio(head, second, to));
        var (r, x) = Impedance(head, impedance, 0, first, from);
        var isOn = IsOn(head);
        AddMagnetising(head, impedance, first, from, isOn);
        _branches.Add((Winding(from, to, first, isOn) with
        {
            Resistance = r * two * two,
            Reactance = x * two * two,
            Tap = one / two,
        }, head));
    }

    /// <summary>Status of a transformer of two windings; some writers give it that of one of three.</summary>
    private bool IsOn(PsseRecord head)
    {
        var status = head.Code(11, "STAT", 0, 4, 1);
        if (status > 1)
            findings.Warning(head.PositionOf(11), $"{status}", "STAT of a transformer of two windings must be 0 or 1; 1 is taken");
        return status != 0;
    }

    private void ReadThree(PsseRecord head, PsseRecord impedance, PsseRecord[] windings)
    {
        int[] ends = [Bus(head, 0), Bus(head, 1), Bus(head, 2)];
        var status = head.Code(11, "STAT", 0, 4, 1);
        var (r12, x12) = Impedance(head, impedance, 0, windings[0], ends[0]);
        var (r23, x23) = Impedance(head, impedance, 3, windings[1], ends[1]);
        var (r31, x31) = Impedance(head, impedance, 6, windings[2], ends[2]);
        double[] r = [(r12 + r31 - r23) / 2, (r12 + r23 - r31) / 2, (r31 + r23 - r12) / 2];
        double[] x = [(x12 + x31 - x23) / 2, (x12 + x23 - x31) / 2, (x31 + x23 - x12) / 2];
        AddMagnetising(head, impedance, windings[0], ends[0], status is not (0 or 4));
        var star = AddStar(head, impedance, ends[0], status != 0);
        for (var k = 0; k < 3; k++)
        {
            var isOut = status == 0 || (status == 4 && k == 0) || (status == 2 && k == 1) || (status == 3 && k == 2);
            _branches.Add((Winding(ends[k], star, windings[k], !isOut) with
            {
                Resistance = r[k],
                Reactance = NotZero(x[k], head),
                Tap = Ratio(head, windings[k], ends[k]),
            }, head));
        }
    }

    private int AddStar(PsseRecord head, PsseRecord impedance, int near, bool isOn)
    {
        var at = buses.GetValueOrDefault(near);
        var star = new Bus
        {
            Id = lastBus + _stars.Count + 1,
            Type = isOn ? BusType.Load : BusType.Isolated,
            VoltageMagnitude = impedance.Number(9, "VMSTAR", 1),
            VoltageAngleDegrees = impedance.Number(10, "ANSTAR"),
            BaseKilovolts = at.BaseKilovolts,
            Area = at.Area,
            Zone = at.Zone,
            Name = head.Name(10) is { } name ? name + " star" : "star",
        };
        _stars.Add((star, head));
        return star.Id;
    }

    private static int Bus(PsseRecord head, int field) => head.Integer(field, "a bus of the transformer");

    private static Branch Winding(int from, int to, PsseRecord winding, bool isOn) => new()
    {
        Row = 0,
        From = from,
        To = to,
        Reactance = 0,
        ShiftDegrees = winding.Number(2, "ANG"),
        RatingMegavoltAmperes = winding.Number(3, "RATA"),
        ShortTermRating = winding.Number(4, "RATB"),
        EmergencyRating = winding.Number(5, "RATC"),
        InService = isOn,
    };

    /// <summary>Turns ratio of a winding in p.u. of the nominal voltage of its bus.</summary>
    private double Ratio(PsseRecord head, PsseRecord winding, int bus)
    {
        var code = head.Kind(4, "CW", 3);
        var ratio = code == 2 ? winding.NumberOr(0, "WINDV", BaseOf(bus)) / BaseOf(bus) : winding.NumberOr(0, "WINDV", 1);
        return code == 3 ? ratio * NominalOverBase(winding, bus) : ratio;
    }

    /// <summary>Resistance and reactance between two windings, in p.u. of the system.</summary>
    private (double R, double X) Impedance(PsseRecord head, PsseRecord line, int field, PsseRecord winding, int bus)
    {
        var (r, x) = (line.Number(field, "R"), line.Number(field + 1, "X"));
        var code = head.Kind(5, "CZ", 3);
        if (code == 1)
            return (r, x);
        var rated = line.NumberOr(field + 2, "SBASE", systemBase);
        if (code == 3)
        {
            r /= rated * 1e6;
            x = Math.Sqrt(Math.Max(0, x * x - r * r));
        }
        var nominal = NominalOverBase(winding, bus);
        var scale = nominal * nominal * systemBase / rated;
        return (r * scale, x * scale);
    }

    private double NominalOverBase(PsseRecord winding, int bus) => winding.NumberOr(1, "NOMV", BaseOf(bus)) / BaseOf(bus);

    private double BaseOf(int bus) => buses.TryGetValue(bus, out var at) && at.BaseKilovolts > 0 ? at.BaseKilovolts : 1;

    /// <summary>The star of three windings can have a branch of no reactance, which the network model does not have.</summary>
    private double NotZero(double reactance, PsseRecord head)
    {
        if (reactance != 0)
            return reactance;
        findings.Warning(head.Position, head.Name(10), "one branch of its star has reactance 0; 0.0001 is taken");
        return LeastReactance;
    }

    /// <summary>Puts the magnetising admittance on the bus of the first winding: p.u. of the system, or losses in W and current in p.u. of the rating.</summary>
    private void AddMagnetising(PsseRecord head, PsseRecord impedance, PsseRecord winding, int bus, bool isOn)
    {
        var (g, b) = (head.Number(7, "MAG1"), head.Number(8, "MAG2"));
        if (g == 0 && b == 0)
            return;
        findings.Notice(head.PositionOf(7), head.Name(10), isOn
            ? "the magnetising admittance of a transformer is put on its first bus"
            : "the magnetising admittance of a transformer out of service is not used");
        if (head.Kind(6, "CM", 2) == 2)
        {
            var nominal = NominalOverBase(winding, bus);
            var rated = impedance.NumberOr(2, "SBASE", systemBase) / systemBase / (nominal * nominal);
            g /= 1e6 * systemBase * nominal * nominal;
            b = -Math.Sqrt(Math.Max(0, b * rated * b * rated - g * g));
        }
        if (isOn)
            addShunt(bus, g * systemBase, b * systemBase);
    }
}
