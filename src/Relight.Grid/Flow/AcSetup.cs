namespace Relight.Grid.Flow;

/// <summary>The generators in service at one bus, taken together; in p.u.</summary>
internal sealed class GeneratingBus
{
    /// <summary>Position of the bus.</summary>
    public required int Bus { get; init; }

    /// <summary>Positions of the generators.</summary>
    public List<int> Generators { get; } = [];

    /// <summary>Least and highest reactive power of all together.</summary>
    public (double Min, double Max) ReactiveLimits { get; set; }

    /// <summary>Highest active power of all together.</summary>
    public double Capacity { get; set; }

    /// <summary>Voltage that they hold.</summary>
    public double SetPoint { get; set; }

    /// <summary>The limit at which reactive power is held: 1 the highest, −1 the least, 0 none.</summary>
    public int HeldAt { get; set; }

    /// <summary>How often the bus went back to holding its voltage.</summary>
    public int Returns { get; set; }
}

/// <summary>
/// Turns a grid state and a dispatch into what is given at each bus. A bus of type generator or reference with a
/// generator in service holds its voltage; one bus of each island also holds the angle: the reference of the file if it
/// is there, otherwise the bus that holds its voltage and has the highest capacity.
/// </summary>
internal sealed class AcSetup
{
    private const double SharingTolerance = 1e-5;

    private readonly GridState _state;
    private readonly double _base;

    public AcSetup(GridState state, Islands islands, Dispatch dispatch)
    {
        _state = state;
        _base = state.Network.BaseMegavoltAmperes;
        Islands = islands;
        Dispatch = dispatch;
        Output = [.. dispatch.GeneratorMegawatts.Select(p => p / _base)];
        Fixed = FixedInjections();
        AddGenerators();
        GeneratingIn = [.. Enumerable.Range(0, islands.Count).Select(island =>
            islands.Buses(island).Where(Generating.ContainsKey).Select(bus => Generating[bus]).ToArray())];
        References = [.. Enumerable.Range(0, islands.Count).Select(ReferenceOf)];
    }

    public Islands Islands { get; }

    public Dispatch Dispatch { get; }

    /// <summary>Active power of each generator.</summary>
    public double[] Output { get; }

    /// <summary>Power that loads and DC lines inject at each bus.</summary>
    public (double Active, double Reactive)[] Fixed { get; }

    /// <summary>The generators at each bus that has any in service.</summary>
    public SortedDictionary<int, GeneratingBus> Generating { get; } = [];

    /// <summary>The same by island.</summary>
    public GeneratingBus[][] GeneratingIn { get; }

    /// <summary>Position of the bus that holds the angle of each island; −1 where nothing holds a voltage there.</summary>
    public int[] References { get; }

    /// <summary>Takes over the limits at which generators stood in an earlier result.</summary>
    public void Hold(AcFlowResult earlier)
    {
        foreach (var at in Generating.Values)
            if (HoldsVoltage(at.Bus) && !References.Contains(at.Bus))
                at.HeldAt = earlier.HeldAt[at.Bus];
    }

    /// <summary>Lets every generator of an island hold its voltage again.</summary>
    public void Release(int island)
    {
        foreach (var at in GeneratingIn[island])
            (at.HeldAt, at.Returns) = (0, 0);
    }

    /// <summary>
    /// Gives the angle of an island to another bus that holds its voltage, the one with the highest capacity; what the
    /// reference made up becomes its own output, or is shared. False where there is no other.
    /// </summary>
    public bool MoveReference(AcNewton newton, int island, bool shares)
    {
        var old = Generating[References[island]];
        var next = Islands.Buses(island)
            .Where(bus => newton.Control[bus] == BusControl.Voltage)
            .OrderByDescending(bus => Generating[bus].Capacity).ThenBy(bus => bus)
            .DefaultIfEmpty(-1).First();
        if (next < 0)
            return false;
        var extra = newton.Injection[old.Bus].Active - newton.Target[old.Bus].Active;
        if (!shares || !Share(newton, island, extra))
            Output[old.Generators[0]] += extra;
        newton.Control[next] = BusControl.Reference;
        newton.Control[old.Bus] = BusControl.Voltage;
        References[island] = next;
        SetTarget(newton, old);
        return true;
    }

    /// <summary>Sets what is given at each bus, and the voltages held.</summary>
    public void Apply(AcNewton newton, IEnumerable<int>? islands = null)
    {
        foreach (var island in (islands ?? Enumerable.Range(0, Islands.Count)).Where(island => References[island] >= 0))
        {
            foreach (var bus in Islands.Buses(island))
            {
                newton.Target[bus] = Fixed[bus];
                var holds = HoldsVoltage(bus) && Generating[bus].HeldAt == 0;
                newton.Control[bus] = bus == References[island] ? BusControl.Reference : holds ? BusControl.Voltage : BusControl.Power;
                if (Generating.TryGetValue(bus, out var at))
                    SetTarget(newton, at);
            }
        }
    }

    /// <summary>Sets the power that the generators of a bus shall give, by their output and by the limit at which they are held.</summary>
    public void SetTarget(AcNewton newton, GeneratingBus at)
    {
        var active = at.Generators.Sum(i => Output[i]);
        var reactive = at.HeldAt switch
        {
            > 0 => at.ReactiveLimits.Max,
            < 0 => at.ReactiveLimits.Min,
            _ => at.Generators.Sum(i => _state.Network.Generators[i].OutputMegavars) / _base,
        };
        newton.Target[at.Bus] = (Fixed[at.Bus].Active + active, Fixed[at.Bus].Reactive + reactive);
    }

    /// <summary>
    /// Shares extra active power among all generators of an island in proportion to the range each has left; false where
    /// it is too little to matter, or no range is left.
    /// </summary>
    public bool Share(AcNewton newton, int island, double extra)
    {
        var sharing = GeneratingIn[island];
        var room = sharing.SelectMany(at => at.Generators).Select(generator => (generator, Room: RoomOf(generator, extra > 0))).ToList();
        var total = room.Sum(of => of.Room);
        if (Math.Abs(extra) < SharingTolerance || total < SharingTolerance)
            return false;
        var share = Math.Min(1, Math.Abs(extra) / total) * Math.Sign(extra);
        foreach (var (generator, own) in room)
            Output[generator] += share * own;
        foreach (var at in sharing)
            SetTarget(newton, at);
        return true;
    }

    /// <summary>How far a generator can go up, or down, from its present output.</summary>
    private double RoomOf(int generator, bool up)
    {
        var of = _state.Network.Generators[generator];
        return Math.Max(0, up
            ? Math.Max(0, of.MaxMegawatts) / _base - Output[generator]
            : Output[generator] - Math.Min(0, of.MinMegawatts) / _base);
    }

    private bool HoldsVoltage(int bus) => Generating.ContainsKey(bus) && _state.Network.Buses[bus].Type is BusType.Generator or BusType.Reference;

    private (double Active, double Reactive)[] FixedInjections()
    {
        var network = _state.Network;
        var fixedAt = new (double Active, double Reactive)[network.Buses.Count];
        for (var i = 0; i < fixedAt.Length; i++)
            if (_state.BusIsOn(i))
                fixedAt[i] = (-Dispatch.LoadMegawatts[i] / _base, -Dispatch.LoadMegavars[i] / _base);
        foreach (var line in _state.DcLinesOn)
        {
            var flow = Dispatch.DcLineMegawatts[line.Row - 1];
            var arrives = flow - line.ConstantLoss - line.ProportionalLoss * flow;
            Add(network.IndexOf(line.From), -flow, line.FromMegavars);
            Add(network.IndexOf(line.To), arrives, line.ToMegavars);
        }
        return fixedAt;

        void Add(int bus, double active, double reactive) =>
            fixedAt[bus] = (fixedAt[bus].Active + active / _base, fixedAt[bus].Reactive + reactive / _base);
    }

    private void AddGenerators()
    {
        foreach (var generator in _state.GeneratorsOn)
        {
            var bus = _state.Network.IndexOf(generator.Bus);
            if (!Generating.TryGetValue(bus, out var at))
                Generating[bus] = at = new GeneratingBus { Bus = bus };
            at.Generators.Add(generator.Row - 1);
            at.ReactiveLimits = (at.ReactiveLimits.Min + generator.MinMegavars / _base, at.ReactiveLimits.Max + generator.MaxMegavars / _base);
            at.Capacity += Math.Max(0, generator.MaxMegawatts) / _base;
            at.SetPoint = Dispatch.VoltageSetPoints[generator.Row - 1];
        }
    }

    private int ReferenceOf(int island)
    {
        int[] candidates = [.. GeneratingIn[island].Select(at => at.Bus)];
        if (candidates.Length == 0)
            return -1;
        var buses = _state.Network.Buses;
        return candidates
            .OrderByDescending(bus => buses[bus].Type == BusType.Reference)
            .ThenByDescending(HoldsVoltage)
            .ThenByDescending(bus => Generating[bus].Capacity)
            .ThenBy(bus => bus)
            .First();
    }
}
