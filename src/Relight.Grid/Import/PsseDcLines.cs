namespace Relight.Grid.Import;

/// <summary>
/// Turns the direct-current lines of a RAW file into controllable lines. One of two terminals carries what its order says
/// at most, from rectifier to inverter. One of voltage source converters carries what its converters are rated for, either
/// way; its flow in the file is the order of the converter that controls power.
/// </summary>
internal sealed class PsseDcLines(TextFindings findings)
{
    private const int LinesOfRecord = 3;

    /// <summary>All of them, without row numbers, each with a line that it came from.</summary>
    public IReadOnlyList<(DcLine Line, PsseRecord Source)> Read(PsseFile file) =>
    [
        .. Records(file[PsseSection.TwoTerminalDc], "a two-terminal DC line").Select(of => (TwoTerminal(of[0], of[1], of[2]), of[1])),
        .. Records(file[PsseSection.VoltageSourceConverter], "a DC line of voltage source converters").Select(of => (Converters(of[0], of[1], of[2]), of[1])),
    ];

    private IEnumerable<PsseRecord[]> Records(IReadOnlyList<PsseRecord> lines, string what)
    {
        var records = lines.Chunk(LinesOfRecord).ToList();
        foreach (var cut in records.Where(record => record.Length < LinesOfRecord))
            findings.Error(cut[0].Position, null, $"{what} must have {LinesOfRecord} lines; the section ends before");
        return records.Where(record => record.Length == LinesOfRecord);
    }

    private static DcLine TwoTerminal(PsseRecord head, PsseRecord rectifier, PsseRecord inverter)
    {
        var mode = head.Code(1, "MDC", 0, 2, 0);
        var (resistance, order, kilovolts) = (head.Number(2, "RDC"), Math.Abs(head.Number(3, "SETVL")), head.Number(4, "VSCHD"));
        var power = mode == 2 ? order * kilovolts / 1000 : order;
        var current = kilovolts > 0 ? power / kilovolts : 0;
        return new DcLine
        {
            Row = 0,
            From = rectifier.Integer(0, "IPR"),
            To = inverter.Integer(0, "IPI"),
            InService = mode != 0,
            FlowMegawatts = power,
            MaxMegawatts = power,
            ProportionalLoss = power > 0 ? resistance * current * current / power : 0,
        };
    }

    private static DcLine Converters(PsseRecord head, PsseRecord one, PsseRecord two)
    {
        var types = (One: one.Code(1, "TYPE", 0, 2, 0), Two: two.Code(1, "TYPE", 0, 2, 0));
        // Power is what the converter of type 2 gives to its bus.
        var (from, to) = types.One == 2 && types.Two != 2 ? (two, one) : (one, two);
        var flow = to.Code(1, "TYPE", 0, 2, 0) == 2 ? to.Number(3, "DCSET") : 0;
        double[] ratings = [.. new[] { from.Number(8, "SMAX"), to.Number(8, "SMAX") }.Where(rating => rating > 0)];
        var most = Math.Max(Math.Abs(flow), ratings.Length == 0 ? 0 : ratings.Min());
        return new DcLine
        {
            Row = 0,
            From = from.Integer(0, "IBUS"),
            To = to.Integer(0, "IBUS"),
            InService = head.Code(1, "MDC", 0, 1, 1) == 1 && types.One != 0 && types.Two != 0,
            FlowMegawatts = flow,
            MinMegawatts = -most,
            MaxMegawatts = most,
            FromVoltage = Voltage(from),
            ToVoltage = Voltage(to),
            FromMegavarLimits = (from.Number(12, "MINQ", -9999), from.Number(11, "MAXQ", 9999)),
            ToMegavarLimits = (to.Number(12, "MINQ", -9999), to.Number(11, "MAXQ", 9999)),
        };
    }

    /// <summary>Voltage that a converter holds; 1 where it holds its power factor.</summary>
    private static double Voltage(PsseRecord converter) =>
        converter.Code(2, "MODE", 1, 2, 1) == 1 ? converter.NumberOr(4, "ACSET", 1) : 1;
}
