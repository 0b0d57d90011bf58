using CsCheck;
using Relight.Grid;
using Relight.Grid.Flow;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Restoration.LoadDelivery;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Grid;

/// <summary>A network that was written in a format and read back delivers the same load and flows the same.</summary>
public class RoundTripTests
{
    private static readonly string[] s_formats = [".m", ".raw", ".json"];

    public static TheoryData<string, string> NetworksAndFormats()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in SharedData.Networks())
            foreach (var format in s_formats)
                data.Add(row.Data, format);
        return data;
    }

    [Theory]
    [MemberData(nameof(NetworksAndFormats))]
    public void Public_networks_deliver_and_flow_the_same(string name, string format)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var back = WrittenAndRead(network, format);

        AssertSameParts(network, back);
        AssertDeliversTheSame(network, back, states: network.Buses.Count > 500 ? 2 : 6);
        AssertFlowsTheSame(network, back);
    }

    [Theory]
    [InlineData(".raw")]
    [InlineData(".json")]
    public void Any_plausible_network_delivers_and_flows_the_same(string format) =>
        AnyNetwork.Sample(
            network =>
            {
                var back = WrittenAndRead(network, format);
                AssertSameParts(network, back);
                AssertDeliversTheSame(network, back, states: 3);
                AssertFlowsTheSame(network, back);
            },
            iter: Draws.Of(150));

    [Fact]
    public void What_a_format_does_not_hold_is_told()
    {
        var network = new GridNetwork(
            "small",
            100,
            [new Bus { Id = 1, Type = BusType.Reference, Name = "A name of many letters" }, new Bus { Id = 2, DemandMegawatts = 5 }],
            [
                new Branch { Row = 1, From = 1, To = 2, Reactance = 0.1, Tap = 1.02, Susceptance = 0.02, ShortTermRating = 5 },
                new Branch { Row = 2, From = 1, To = 2, Reactance = 0.1, MaxAngleDegrees = 30 },
            ],
            [new Generator { Row = 1, Bus = 1, MaxMegawatts = 9 }, new Generator { Row = 2, Bus = 2, MaxMegawatts = 1 }],
            [new DcLine { Row = 1, From = 1, To = 2, MinMegawatts = -1, MaxMegawatts = 4, ConstantLoss = 0.1 }]);
        var damaged = new DamagedNetwork(network, [new DamagedElement(new ElementId(ElementKind.Bus, 2), 3)]);

        Assert.Empty(NetworkWriter.Write(damaged, "net.m", new StringWriter()));
        Assert.Equal(
            [
                "net.raw: 1 transformers: a transformer has no charging in this format; it is put on its buses as fixed shunts",
                "net.raw: 2 branches: rows of branches count anew: lines first, then transformers",
                "net.raw: 1 branches: limits of angle differences are not written",
                "net.raw: 1 names: a name has 12 characters at most; the rest is cut off",
                "net.raw: 1 DC lines: a DC line of this format carries as much either way; the greater of the two limits is written",
                "net.raw: 1 DC lines: losses of DC lines are not written",
                "net.raw: 1 damaged elements: the format holds no damage; it is left out",
            ],
            NetworkWriter.Write(damaged, "net.raw", new StringWriter()).Select(f => f.ToString()));
        Assert.Equal(
            [
                "net.json: 2 branches: rows of branches count anew: lines first, then transformers",
                "net.json: 1 generators: those at load buses are static generators; rows of generators count anew, these last",
                "net.json: 2 buses: their nominal voltage is not known; 1 kV is written",
                "net.json: 1 branches: ratings B and C are not written",
                "net.json: 1 branches: limits of angle differences are not written",
                "net.json: 1 DC lines: the least that a DC line carries is not written",
                "net.json: 2 buses: areas, zones and start values of voltages are not written",
                "net.json: 1 damaged elements: the format holds no damage; it is left out",
            ],
            NetworkWriter.Write(damaged, "net.json", new StringWriter()).Select(f => f.ToString()));
    }

    private static GridNetwork WrittenAndRead(GridNetwork network, string format)
    {
        var writer = new StringWriter();
        NetworkWriter.Write(new DamagedNetwork(network, []), "written" + format, writer);
        var read = NetworkReader.Parse(writer.ToString(), "written" + format);
        Assert.DoesNotContain(read.Findings, finding => finding.Severity != Severity.Notice);
        return read.Value!;
    }

    /// <summary>The same elements, rows of branches and generators counted anew.</summary>
    private static void AssertSameParts(GridNetwork expected, GridNetwork actual)
    {
        Assert.Equal(expected.Buses.Select(b => (b.Id, Out: b.Type == BusType.Isolated, b.DemandMegawatts)), actual.Buses.Select(b => (b.Id, Out: b.Type == BusType.Isolated, b.DemandMegawatts)));
        AssertClose(expected.Branches.Select(Numbers), actual.Branches.Select(Numbers));
        AssertClose(expected.Generators.Select(Numbers), actual.Generators.Select(Numbers));

        static double[] Numbers<T>(T element) => element switch
        {
            Branch b => [b.From, b.To, b.Resistance, b.Reactance, b.RatingMegavoltAmperes, b.Ratio, b.ShiftDegrees, b.InService ? 1 : 0],
            Generator g => [g.Bus, g.MinMegawatts, g.MaxMegawatts, g.OutputMegawatts, g.InService ? 1 : 0],
            _ => [],
        };
    }

    private static void AssertClose(IEnumerable<double[]> expected, IEnumerable<double[]> actual)
    {
        var (one, two) = (Ordered(expected), Ordered(actual));
        Assert.Equal(one.Count, two.Count);
        foreach (var (a, b) in one.Zip(two))
            for (var i = 0; i < a.Length; i++)
                Assert.True(Math.Abs(a[i] - b[i]) <= 1e-7 * Math.Max(1e-3, Math.Abs(a[i])), $"{string.Join(' ', a)} against {string.Join(' ', b)}");

        // Rounded, so that the last digits do not change the order.
        static List<double[]> Ordered(IEnumerable<double[]> rows) =>
            [.. rows.OrderBy(row => string.Join(' ', row.Select(value => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture))), StringComparer.Ordinal)];
    }

    /// <summary>The same load, all intact and with some buses damaged, by the fast load delivery.</summary>
    private static void AssertDeliversTheSame(GridNetwork expected, GridNetwork actual, int states)
    {
        var (one, two) = (Delivery(expected), Delivery(actual));
        var random = new Random(7);
        for (var k = 0; k < states; k++)
        {
            var state = new RepairSet(expected.Buses.Count);
            for (var bus = 0; bus < state.Count; bus++)
                state[bus] = k == 0 || random.Next(6) > 0;
            var (a, b) = (one.Evaluate(state).Weighted, two.Evaluate(state).Weighted);
            Assert.Equal(a, b, 1e-6 * Math.Max(1, Math.Abs(a)));
        }

        static LoadDelivery Delivery(GridNetwork network) => new(new DeliveryModel(new RestorationProblem(
            "round trip",
            network,
            [.. network.Buses.Select(bus => new Repair { Element = new ElementId(ElementKind.Bus, bus.Id), Hours = 1 })],
            [new Crew { Name = "North" }])));
    }

    /// <summary>The same voltages by the AC power flow, where it has a solution.</summary>
    private static void AssertFlowsTheSame(GridNetwork expected, GridNetwork actual)
    {
        var (one, two) = (Flow(expected), Flow(actual));
        Assert.Equal(one.Converged, two.Converged);
        if (!one.Converged)
            return;
        for (var bus = 0; bus < expected.Buses.Count; bus++)
        {
            Assert.Equal(one.Voltages[bus].Magnitude, two.Voltages[bus].Magnitude, 1e-6);
            Assert.Equal(one.Voltages[bus].AngleDegrees, two.Voltages[bus].AngleDegrees, 1e-4);
        }

        static AcFlowResult Flow(GridNetwork network) =>
            new AcPowerFlow(network).Solve(new GridState(network), Dispatch.Of(network), new AcFlowOptions { RespectReactiveLimits = false });
    }

    /// <summary>A ring of eight buses with lines, transformers, charging, shunts, what is out of service, and a DC line.</summary>
    private static Gen<GridNetwork> AnyNetwork { get; } = Gen.Int.Select(seed =>
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        bool Rarely(double share) => random.NextDouble() < share;
        var kilovolts = new[] { 110.0, 20, 0 };
        var generating = new HashSet<int> { 0, random.Next(1, 8) };
        var buses = Enumerable.Range(0, 8).Select(i => new Bus
        {
            Id = (i * 7) + 3,
            Type = i == 0 ? BusType.Reference : generating.Contains(i) ? BusType.Generator : Rarely(0.05) ? BusType.Isolated : BusType.Load,
            DemandMegawatts = Rarely(0.2) ? -Between(0, 5) : Between(0, 10),
            DemandMegavars = Between(-2, 3),
            ShuntMegawatts = Rarely(0.2) ? Between(0, 1) : 0,
            ShuntMegavars = Rarely(0.3) ? Between(-3, 3) : 0,
            BaseKilovolts = kilovolts[random.Next(3)],
            Name = Rarely(0.5) ? $"Bus {i}" : null,
        }).ToList();
        var ends = Enumerable.Range(0, 8).Select(i => (i, (i + 1) % 8)).Append((0, 4)).Append((2, 6)).Append((0, 1));
        var branches = ends.Select((e, k) => new Branch
        {
            Row = k + 1,
            From = buses[e.Item1].Id,
            To = buses[e.Item2].Id,
            Resistance = Between(0, 0.05),
            Reactance = Rarely(0.05) ? -Between(0.01, 0.03) : Between(0.02, 0.2),
            Susceptance = Rarely(0.5) ? Between(-0.02, 0.1) : 0,
            RatingMegavoltAmperes = Rarely(0.3) ? 0 : Between(5, 40),
            Tap = Rarely(0.4) ? Between(0.9, 1.1) : 0,
            ShiftDegrees = Rarely(0.1) ? Between(-3, 3) : 0,
            InService = !Rarely(0.1),
        }).ToList();
        var generators = generating.Append(random.Next(8)).Select((bus, i) => new Generator
        {
            Row = i + 1,
            Bus = buses[bus].Id,
            OutputMegawatts = Between(0, 20),
            OutputMegavars = Between(-2, 2),
            MaxMegavars = 50,
            MinMegavars = -50,
            VoltageSetPoint = 1.01,
            MachineBase = 40,
            MaxMegawatts = Between(20, 40),
            MinMegawatts = 0,
            InService = i == 0 || !Rarely(0.1),
        }).ToList();
        DcLine[] lines = Rarely(0.3)
            ? [new DcLine { Row = 1, From = buses[2].Id, To = buses[5].Id, MinMegawatts = 0, MaxMegawatts = 0, InService = Rarely(0.5) }]
            : [];
        return new GridNetwork("ring", 100, buses, branches, generators, lines);
    });
}
