using System.Globalization;
using Relight.Grid;

namespace Relight.Sample;

/// <summary>The synthetic grid while it is being drawn: elements with the names and places that belong to them.</summary>
internal sealed class GridDraft
{
    private const double BaseMegavoltAmperes = 100;

    /// <summary>Road and line routes are longer than the crow flies by this factor.</summary>
    private const double Detour = 1.2;

    private readonly Dictionary<int, BusSite> _sites = [];

    public List<Bus> Buses { get; } = [];

    public List<Branch> Branches { get; } = [];

    public List<Generator> Generators { get; } = [];

    public List<BranchSite> BranchSites { get; } = [];

    public List<GeneratorSite> GeneratorSites { get; } = [];

    public IEnumerable<BusSite> Sites => Buses.Select(bus => _sites[bus.Id]);

    public BusSite SiteOf(int bus) => _sites[bus];

    /// <summary>Number of lines and transformers at a bus.</summary>
    public int DegreeOf(int bus) => Branches.Count(branch => branch.From == bus || branch.To == bus);

    public int AddBus(string name, Oblast oblast, double longitude, double latitude, int kilovolts)
    {
        // The first digit of a bus number tells its voltage: 7001, 3001, 1001.
        var id = (kilovolts / 100 * 1000) + Buses.Count(bus => (int)bus.BaseKilovolts == kilovolts) + 1;
        Buses.Add(new Bus
        {
            Id = id,
            Name = name,
            Area = Oblast.All.Index().Single(pair => pair.Item == oblast).Index + 1,
            BaseKilovolts = kilovolts,
        });
        _sites[id] = new BusSite(id, name, oblast.PCode, longitude, latitude, kilovolts, 0);
        return id;
    }

    public void SetDemand(int bus, double megawatts, int people)
    {
        // tan φ of 0.25 at the 110 kV bars, of which capacitors there cover three fifths
        const double TangentOfDemand = 0.25;
        const double TangentOfCapacitors = 0.15;
        var index = Buses.FindIndex(b => b.Id == bus);
        Buses[index] = Buses[index] with
        {
            DemandMegawatts = megawatts,
            DemandMegavars = Math.Round(megawatts * TangentOfDemand, 1),
            ShuntMegavars = Math.Round(megawatts * TangentOfCapacitors, 0),
        };
        _sites[bus] = _sites[bus] with { People = people };
    }

    public void AddLine(LineType type, int from, int to)
    {
        var kilometres = Math.Max(2, Math.Round(_sites[from].KilometresTo(_sites[to]) * Detour, 0));
        var ohms = type.Kilovolts * type.Kilovolts / BaseMegavoltAmperes;
        var circuit = Branches.Count(b => (b.From, b.To) == (from, to) || (b.To, b.From) == (from, to)) + 1;
        Branches.Add(new Branch
        {
            Row = Branches.Count + 1,
            From = from,
            To = to,
            Resistance = Math.Round(type.OhmsResistance * kilometres / ohms, 6),
            Reactance = Math.Round(type.OhmsReactance * kilometres / ohms, 6),
            Susceptance = Math.Round(type.Microsiemens * 1e-6 * kilometres * ohms, 6),
            RatingMegavoltAmperes = type.MegavoltAmperes,
        });
        BranchSites.Add(new BranchSite(
            Branches.Count,
            Invariant($"Line {_sites[from].Name} – {_sites[to].Name}, circuit {circuit}"),
            kilometres));
    }

    public void AddAutotransformer(AutotransformerType type, int high, int low)
    {
        var bases = (High: Kilovolts(high), Low: Kilovolts(low));
        var unit = Branches.Count(branch => (branch.From, branch.To) == (high, low)) + 1;
        var toSystemBase = BaseMegavoltAmperes / type.MegavoltAmperes;
        Branches.Add(new Branch
        {
            Row = Branches.Count + 1,
            From = high,
            To = low,
            Resistance = Math.Round(type.LoadLossMegawatts / type.MegavoltAmperes * toSystemBase, 6),
            Reactance = Math.Round(type.ImpedancePercent / 100 * toSystemBase, 6),
            RatingMegavoltAmperes = type.MegavoltAmperes,
            Tap = Math.Round(type.HighKilovolts / bases.High / (type.LowKilovolts / bases.Low), 5),
        });
        BranchSites.Add(new BranchSite(
            Branches.Count,
            Invariant($"Autotransformer {unit} at {_sites[high].Name}/{bases.Low}, {type.MegavoltAmperes} MVA"),
            0));
    }

    public void AddGenerator(GeneratorKind kind, int bus, double megawatts)
    {
        var kindName = kind switch
        {
            GeneratorKind.Nuclear => "nuclear",
            GeneratorKind.Hydro => "hydro",
            GeneratorKind.Thermal => "thermal",
            GeneratorKind.HeatAndPower => "heat and power",
            _ => "solar",
        };
        var unit = Generators.Count(generator => generator.Bus == bus) + 1;
        Generators.Add(new Generator
        {
            Row = Generators.Count + 1,
            Bus = bus,
            MaxMegawatts = megawatts,
            MachineBase = Math.Round(megawatts / 0.85, 0),
            MaxMegavars = kind == GeneratorKind.Solar ? 0 : Math.Round(megawatts * 0.6, 0),
            MinMegavars = kind == GeneratorKind.Solar ? 0 : Math.Round(megawatts * -0.3, 0),
            OutputMegawatts = Math.Round(megawatts * 0.85, 0),
        });
        GeneratorSites.Add(new GeneratorSite(
            Generators.Count, Invariant($"{_sites[bus].Name} {kindName} unit {unit}"), kind));
        var index = Buses.FindIndex(b => b.Id == bus);
        if (Buses[index].Type == BusType.Load)
            Buses[index] = Buses[index] with { Type = BusType.Generator };
    }

    public Network ToNetwork(string name)
    {
        var reference = Generators.MaxBy(generator => generator.MaxMegawatts)!.Bus;
        return new Network(
            name,
            BaseMegavoltAmperes,
            [.. Buses.Select(bus => WithReactors(bus.Id == reference ? bus with { Type = BusType.Reference } : bus))],
            Branches,
            Generators);
    }

    /// <summary>Reactors at the bars of 750 kV take most of what the lines there charge, as such long lines need.</summary>
    private Bus WithReactors(Bus bus)
    {
        const double ShareTaken = 0.9;
        if (bus.BaseKilovolts < 750)
            return bus;
        var charging = Branches.Where(b => b.From == bus.Id || b.To == bus.Id).Sum(b => b.Susceptance / 2) * BaseMegavoltAmperes;
        return bus with { ShuntMegavars = bus.ShuntMegavars - Math.Round(ShareTaken * charging, 0) };
    }

    private double Kilovolts(int bus) => _sites[bus].Kilovolts;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
