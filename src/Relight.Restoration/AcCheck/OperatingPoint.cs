using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Restoration.LoadDelivery;

namespace Relight.Restoration;

/// <summary>
/// What an operator can set in a grid state: output and voltage of generators, what is served of each part of a load,
/// what negative loads inject, how much of each shunt is connected. Positions are those of the network's lists; parts of
/// loads are those of the load delivery.
/// </summary>
internal sealed class OperatingPoint
{
    private readonly DeliveryModel _model;
    private readonly Network _network;

    private OperatingPoint(DeliveryModel model)
    {
        _model = model;
        _network = model.Problem.Network;
    }

    /// <summary>A point at which nothing is given or taken, generators at the set-points of the file, shunts connected.</summary>
    public OperatingPoint(DeliveryModel model, StageNetwork stage)
        : this(model)
    {
        Generation = new double[_network.Generators.Count];
        SetPoint = [.. _network.Generators.Select(generator => generator.VoltageSetPoint)];
        Served = new double[model.SegmentMegawatts.Length];
        Injected = new double[_network.Buses.Count];
        ShuntShare = new double[_network.Buses.Count];
        Array.Fill(ShuntShare, 1);
        DcFlow = new double[_network.DcLines.Count];
        BusOf = stage.BusOf;
    }

    /// <summary>Output of each generator, MW.</summary>
    public double[] Generation { get; private init; } = [];

    /// <summary>Voltage that each generator shall hold, p.u.</summary>
    public double[] SetPoint { get; private init; } = [];

    /// <summary>MW served of each part of a load.</summary>
    public double[] Served { get; private init; } = [];

    /// <summary>MW that the negative load of each bus injects.</summary>
    public double[] Injected { get; private init; } = [];

    /// <summary>Share of each bus's shunt that is connected.</summary>
    public double[] ShuntShare { get; private init; } = [];

    /// <summary>MW that enter each DC line at its from end.</summary>
    public double[] DcFlow { get; private init; } = [];

    /// <summary>Position in the network of each bus of the model.</summary>
    public int[] BusOf { get; private init; } = [];

    /// <summary>Bus of the model at which a part of a load is.</summary>
    public int SegmentBus(int segment) => _model.SegmentBus[segment];

    /// <summary>A point of its own with the same settings.</summary>
    public OperatingPoint Copy() => new(_model)
    {
        Generation = [.. Generation],
        SetPoint = [.. SetPoint],
        Served = [.. Served],
        Injected = [.. Injected],
        ShuntShare = [.. ShuntShare],
        DcFlow = DcFlow,
        BusOf = BusOf,
    };

    /// <summary>Takes over what another point sets at the buses of an island.</summary>
    public void Assign(OperatingPoint other, IslandParts island)
    {
        foreach (var generator in island.Generators)
            (Generation[generator], SetPoint[generator]) = (other.Generation[generator], other.SetPoint[generator]);
        foreach (var segment in island.Segments)
            Served[segment] = other.Served[segment];
        foreach (var bus in island.Buses)
            (Injected[bus], ShuntShare[bus]) = (other.Injected[bus], other.ShuntShare[bus]);
    }

    /// <summary>MW served at each bus of the network.</summary>
    public double[] ServedByBus()
    {
        var served = new double[_network.Buses.Count];
        for (var s = 0; s < Served.Length; s++)
            served[BusOf[_model.SegmentBus[s]]] += Served[s];
        return served;
    }

    /// <summary>The point as input of a power flow; the reactive load of a bus shrinks as its active load does.</summary>
    public Dispatch ToDispatch()
    {
        var load = ServedByBus();
        for (var bus = 0; bus < load.Length; bus++)
            load[bus] -= Injected[bus];
        var whole = new Dispatch
        {
            GeneratorMegawatts = [.. Generation],
            VoltageSetPoints = [.. SetPoint],
            LoadMegawatts = load,
            LoadMegavars = load,
            DcLineMegawatts = DcFlow,
            ShuntShares = [.. ShuntShare],
        };
        return whole.WithServed(_network, load);
    }
}

/// <summary>The parts of an island, by position.</summary>
/// <param name="Buses">Its buses.</param>
/// <param name="Generators">Its generators that are on.</param>
/// <param name="Segments">Parts of the loads at its buses.</param>
/// <param name="GeneratorsAt">The generators at each bus that has any.</param>
internal sealed record IslandParts(
    IReadOnlyList<int> Buses, IReadOnlyList<int> Generators, IReadOnlyList<int> Segments, IReadOnlyDictionary<int, int[]> GeneratorsAt);
