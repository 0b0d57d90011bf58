namespace Relight.Grid.Flow;

/// <summary>
/// What generators give, loads take and DC lines carry: the input of a power flow. Values stand at the positions of
/// the network's lists; those of elements that are out are not looked at.
/// </summary>
public sealed record Dispatch
{
    /// <summary>Active output of each generator in MW.</summary>
    public required IReadOnlyList<double> GeneratorMegawatts { get; init; }

    /// <summary>Voltage set-point of each generator in p.u.; of several at one bus the last in service holds.</summary>
    public required IReadOnlyList<double> VoltageSetPoints { get; init; }

    /// <summary>Active load served at each bus in MW, negative for an injection.</summary>
    public required IReadOnlyList<double> LoadMegawatts { get; init; }

    /// <summary>Reactive load at each bus in Mvar.</summary>
    public required IReadOnlyList<double> LoadMegavars { get; init; }

    /// <summary>MW that enter each DC line at its from end.</summary>
    public required IReadOnlyList<double> DcLineMegawatts { get; init; }

    /// <summary>Share of the shunt that is connected at each bus, 0 to 1; null connects all of every shunt.</summary>
    public IReadOnlyList<double>? ShuntShares { get; init; }

    /// <summary>The values that stand in the network itself.</summary>
    public static Dispatch Of(Network network) => new()
    {
        GeneratorMegawatts = [.. network.Generators.Select(generator => generator.OutputMegawatts)],
        VoltageSetPoints = [.. network.Generators.Select(generator => generator.VoltageSetPoint)],
        LoadMegawatts = [.. network.Buses.Select(bus => bus.DemandMegawatts)],
        LoadMegavars = [.. network.Buses.Select(bus => bus.DemandMegavars)],
        DcLineMegawatts = [.. network.DcLines.Select(line => line.FlowMegawatts)],
    };

    /// <summary>
    /// The same with only these loads served; the reactive load of a bus shrinks as its active load does, and stays
    /// whole where there is no active load.
    /// </summary>
    public Dispatch WithServed(Network network, IReadOnlyList<double> servedMegawatts) => this with
    {
        LoadMegawatts = servedMegawatts,
        LoadMegavars =
        [
            .. network.Buses.Select((bus, i) =>
                bus.DemandMegawatts == 0 ? bus.DemandMegavars : bus.DemandMegavars * servedMegawatts[i] / bus.DemandMegawatts),
        ],
    };
}
