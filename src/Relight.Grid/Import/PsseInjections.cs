namespace Relight.Grid.Import;

/// <summary>The loads and shunts in service at one bus of a RAW file, summed.</summary>
/// <param name="voltage">Voltage of the bus in the file, in p.u.</param>
internal sealed class PsseInjections(double voltage)
{
    private double _megawatts;
    private double _megavars;
    private double _shuntMegawatts;
    private double _shuntMegavars;

    /// <summary>True where a load has a part that depends on voltage.</summary>
    public static bool DependsOnVoltage(PsseRecord load)
    {
        for (var field = 7; field <= 10; field++)
            if (load.Raw(field) is { IsEmpty: false } raw && MatpowerScanner.TryParseNumber(raw, out var part) && part != 0)
                return true;
        return false;
    }

    /// <summary>Adds a load: constant power, constant current and constant admittance at the voltage of the file.</summary>
    public void AddLoad(PsseRecord load)
    {
        var square = voltage * voltage;
        _megawatts += load.Number(5, "PL") + load.Number(7, "IP") * voltage + load.Number(9, "YP") * square;
        _megavars += load.Number(6, "QL") + load.Number(8, "IQ") * voltage - load.Number(10, "YQ") * square;
    }

    /// <summary>Adds a shunt, in MW and Mvar at 1 p.u.</summary>
    public void AddShunt(double megawatts, double megavars)
    {
        _shuntMegawatts += megawatts;
        _shuntMegavars += megavars;
    }

    /// <summary>The bus with the sums.</summary>
    public Bus On(Bus bus) => bus with
    {
        DemandMegawatts = _megawatts,
        DemandMegavars = _megavars,
        ShuntMegawatts = _shuntMegawatts,
        ShuntMegavars = _shuntMegavars,
    };
}
