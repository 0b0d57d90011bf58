using System.Numerics;

namespace Relight.Grid.Import;

/// <summary>
/// Turns lines and transformers of a pandapower net into branches of the π model in p.u., as the manual of pandapower
/// defines their elements. Iron losses are left out, and the magnetising current of three windings. A three-winding transformer becomes three branches, from
/// each of its buses to a star bus that is added.
/// </summary>
internal sealed class PandapowerBranches(PandapowerNet net, PandapowerBuses buses, double systemBase, int lastBus)
{
    private readonly List<(Branch Branch, PandapowerTable Table, int Row)> _branches = [];
    private readonly List<(Bus Bus, PandapowerTable Table, int Row)> _stars = [];
    private readonly HashSet<(string Kind, int Element)> _open = [];
    private readonly HashSet<(int Element, int Bus)> _openWindings = [];

    /// <summary>Branches: lines, two-winding, then three-winding transformers, then impedances, each with where it stands.</summary>
    public IReadOnlyList<(Branch Branch, PandapowerTable Table, int Row)> Branches => _branches;

    /// <summary>Star buses, numbered from the one after the last bus.</summary>
    public IReadOnlyList<(Bus Bus, PandapowerTable Table, int Row)> Stars => _stars;

    /// <summary>Reads all of them.</summary>
    public void Read()
    {
        ReadSwitches(net.Table("switch"));
        Each(net.Table("line"), ReadLine);
        Each(net.Table("trafo"), ReadTransformer);
        Each(net.Table("trafo3w"), ReadThreeWinding);
        Each(net.Table("impedance"), ReadImpedance);
    }

    private static void Each(PandapowerTable table, Action<PandapowerTable, int> read)
    {
        for (var row = 0; row < table.Count; row++)
            read(table, row);
    }

    /// <summary>An open switch takes the line or transformer behind it out of service.</summary>
    private void ReadSwitches(PandapowerTable switches)
    {
        var halves = 0;
        for (var row = 0; row < switches.Count; row++)
        {
            var kind = switches.Text(row, "et");
            if (kind is null or "b" || switches.Flag(row, "closed", absent: true))
                continue;
            var element = switches.Integer(row, "element", -1);
            if (kind == "t3")
                _openWindings.Add((element, switches.Integer(row, "bus", -1)));
            else
                halves += _open.Add((kind, element)) ? 1 : -1;
        }
        if (halves > 0)
            switches.Report(Severity.Notice, -1, "", $"{halves}", "lines and transformers open at one end are out of service, and what they charge is not used");
    }

    private void ReadLine(PandapowerTable table, int row)
    {
        var kilovolts = buses.KilovoltsOf(table, row, "from_bus");
        var (length, parallel) = (table.Number(row, "length_km", 1), table.Number(row, "parallel", 1));
        var impedanceBase = kilovolts * kilovolts / systemBase;
        var siemens = 2 * Math.PI * net.Number("f_hz", 50) * table.Number(row, "c_nf_per_km") * 1e-9 * length * parallel;
        _branches.Add((new Branch
        {
            Row = 0,
            From = buses.NumberOf(table, row, "from_bus"),
            To = buses.NumberOf(table, row, "to_bus"),
            Resistance = table.Number(row, "r_ohm_per_km") * length / parallel / impedanceBase,
            Reactance = table.Number(row, "x_ohm_per_km") * length / parallel / impedanceBase,
            Susceptance = siemens * impedanceBase,
            RatingMegavoltAmperes = PandapowerLimits.Rating(
                table.Number(row, "max_i_ka"), Loading(table, row) * table.Number(row, "max_i_ka") * table.Number(row, "df", 1) * parallel * kilovolts * Math.Sqrt(3)),
            InService = table.Flag(row, "in_service", absent: true) && !_open.Contains(("l", table.Index(row))),
        }, table, row));
    }

    private void ReadTransformer(PandapowerTable table, int row)
    {
        var (high, low) = (table.Number(row, "vn_hv_kv"), table.Number(row, "vn_lv_kv"));
        var tap = PandapowerTap.Of(table, row);
        (high, low) = table.Text(row, "tap_side") == "lv" ? (high, low * tap.Factor) : (high * tap.Factor, low);
        var (atHigh, atLow) = (buses.KilovoltsOf(table, row, "hv_bus"), buses.KilovoltsOf(table, row, "lv_bus"));
        var (rated, parallel) = (table.Number(row, "sn_mva"), table.Number(row, "parallel", 1));
        var scale = low / atLow * (low / atLow) * systemBase / rated / parallel;
        var (z, y) = WithMagnetising(Impedance(table, row, "vk_percent", "vkr_percent") * scale, Magnetising(table, row, rated) / scale);
        _branches.Add((new Branch
        {
            Row = 0,
            From = buses.NumberOf(table, row, "hv_bus"),
            To = buses.NumberOf(table, row, "lv_bus"),
            Resistance = z.Real,
            Reactance = z.Imaginary,
            Susceptance = y.Imaginary,
            Tap = high / low * atLow / atHigh,
            ShiftDegrees = table.Number(row, "shift_degree") + tap.ShiftDegrees,
            RatingMegavoltAmperes = PandapowerLimits.Rating(rated, Loading(table, row) * rated * table.Number(row, "df", 1) * parallel),
            InService = table.Flag(row, "in_service", absent: true) && !_open.Contains(("t", table.Index(row))),
        }, table, row));
    }

    /// <summary>
    /// The short-circuit voltages of a pair stand on the smaller of its two ratings; brought to one rating, they are the
    /// sides of a triangle, of which the star follows.
    /// </summary>
    private void ReadThreeWinding(PandapowerTable table, int row)
    {
        string[] ends = ["hv", "mv", "lv"];
        double[] rated = [.. ends.Select(end => table.Number(row, $"sn_{end}_mva"))];
        var highMid = Impedance(table, row, "vk_hv_percent", "vkr_hv_percent") / Math.Min(rated[0], rated[1]);
        var midLow = Impedance(table, row, "vk_mv_percent", "vkr_mv_percent") / Math.Min(rated[1], rated[2]);
        var highLow = Impedance(table, row, "vk_lv_percent", "vkr_lv_percent") / Math.Min(rated[0], rated[2]);
        Complex[] star = [(highMid + highLow - midLow) / 2, (highMid + midLow - highLow) / 2, (highLow + midLow - highMid) / 2];
        var isOn = table.Flag(row, "in_service", absent: true);
        var starBus = AddStar(table, row, isOn);
        var side = table.Text(row, "tap_side") ?? "hv";
        var tap = PandapowerTap.Of(table, row);
        for (var k = 0; k < 3; k++)
        {
            var (end, column) = (ends[k], ends[k] + "_bus");
            var ratio = table.Number(row, $"vn_{end}_kv") / buses.KilovoltsOf(table, row, column) * (side == end ? tap.Factor : 1);
            _branches.Add((new Branch
            {
                Row = 0,
                From = buses.NumberOf(table, row, column),
                To = starBus,
                Resistance = star[k].Real * systemBase,
                Reactance = star[k].Imaginary * systemBase,
                Tap = ratio,
                ShiftDegrees = (k == 0 ? 0 : -table.Number(row, $"shift_{end}_degree")) + (side != end ? 0 : side == "lv" ? -tap.ShiftDegrees : tap.ShiftDegrees),
                RatingMegavoltAmperes = PandapowerLimits.Rating(rated[k], Loading(table, row) * rated[k]),
                InService = isOn && !_openWindings.Contains((table.Index(row), table.Integer(row, column))),
            }, table, row));
        }
    }

    private int AddStar(PandapowerTable table, int row, bool isOn)
    {
        var star = new Bus
        {
            Id = lastBus + _stars.Count + 1,
            Type = isOn ? BusType.Load : BusType.Isolated,
            BaseKilovolts = table.Number(row, "vn_hv_kv"),
            Name = table.Text(row, "name") is { } name ? name + " star" : "star",
        };
        _stars.Add((star, table, row));
        return star.Id;
    }

    /// <summary>Short-circuit impedance as a part of the rated one, from voltage and its real part in percent.</summary>
    private static Complex Impedance(PandapowerTable table, int row, string whole, string real)
    {
        var (z, r) = (table.Number(row, whole) / 100, table.Number(row, real) / 100);
        return new Complex(r, Math.CopySign(Math.Sqrt(Math.Max(0, z * z - r * r)), z));
    }

    /// <summary>An impedance element: a branch that is given in p.u. of its own rating. What differs between its directions is not used.</summary>
    private void ReadImpedance(PandapowerTable table, int row)
    {
        var scale = systemBase / table.Number(row, "sn_mva", systemBase);
        _branches.Add((new Branch
        {
            Row = 0,
            From = buses.NumberOf(table, row, "from_bus"),
            To = buses.NumberOf(table, row, "to_bus"),
            Resistance = table.Number(row, "rft_pu") * scale,
            Reactance = table.Number(row, "xft_pu") * scale,
            Susceptance = (table.Number(row, "bf_pu") + table.Number(row, "bt_pu")) / scale,
            RatingMegavoltAmperes = PandapowerLimits.Rating(table.Number(row, "sn_mva"), table.Number(row, "sn_mva")),
            InService = table.Flag(row, "in_service", absent: true),
        }, table, row));
        if (table.Number(row, "rtf_pu") != table.Number(row, "rft_pu") || table.Number(row, "xtf_pu") != table.Number(row, "xft_pu"))
            table.Report(Severity.Warning, row, "xtf_pu", null, "an impedance that differs by direction is taken as that from its from bus");
    }

    /// <summary>
    /// Admittance of no load as a part of the rated one: active from the iron losses, reactive the rest of what the current
    /// of no load says. A negative current is a charging, which pandapower's own converters write for lines between
    /// voltage levels.
    /// </summary>
    private static Complex Magnetising(PandapowerTable table, int row, double rated)
    {
        var (iron, all) = (table.Number(row, "pfe_kw") / 1000 / rated, table.Number(row, "i0_percent") / 100);
        return new Complex(iron, -Math.CopySign(Math.Sqrt(Math.Max(0, all * all - iron * iron)), all));
    }

    /// <summary>
    /// The T of half the impedance on either side of the magnetising admittance as a π: its series impedance, and the
    /// admittance at both of its ends together.
    /// </summary>
    private static (Complex Series, Complex Ends) WithMagnetising(Complex z, Complex y) =>
        y == 0 ? (z, 0) : (z + z * z * y / 4, 2 / (z / 2 + 2 / y));

    private static double Loading(PandapowerTable table, int row) => table.Number(row, "max_loading_percent", 100) / 100;
}
