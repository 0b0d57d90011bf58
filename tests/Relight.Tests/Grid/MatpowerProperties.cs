using CsCheck;
using Relight.Grid;
using Relight.Grid.Import;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Grid;

public class MatpowerProperties
{
    private static readonly Gen<double> s_number = Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Int[-5, 5].Select(i => (double)i), Gen.Double.Where(double.IsFinite));

    private static readonly Gen<double> s_limit = Gen.OneOf(Gen.Double[0, 1e4], Gen.Const(double.PositiveInfinity));

    private static readonly Gen<string?> s_name =
        Gen.OneOf(Gen.Const((string?)null), Gen.Char.Where(c => !char.IsControl(c)).Array[1, 12].Select(c => (string?)new string(c)));

    [Theory]
    [MemberData(nameof(SharedData.Networks), MemberType = typeof(SharedData))]
    public void Real_networks_come_back_as_they_were(string name)
    {
        var network = MatpowerReader.Read(SharedData.Network(name)).Value!;
        NetworkEquality.AssertSame(network, WrittenAndRead(network));
    }

    [Fact]
    public void Any_network_comes_back_as_it_was() =>
        AnyNetwork().Sample(network => NetworkEquality.AssertSame(network, WrittenAndRead(network)), iter: Draws.Of(300));

    [Fact]
    public void A_mutated_file_gives_a_network_or_errors()
    {
        var text = File.ReadAllText(SharedData.Network("pglib_opf_case14_ieee"));
        Mutations.Of(text).Sample(
            mutated =>
            {
                var read = MatpowerReader.Parse(mutated, "case.m");
                Assert.Equal(read.Value is null, read.Errors.Any());
            },
            iter: Draws.Of(1000));
    }

    private static GridNetwork WrittenAndRead(GridNetwork network)
    {
        var writer = new StringWriter();
        MatpowerWriter.Write(network, writer);
        var read = MatpowerReader.Parse(writer.ToString(), "written.m");
        Assert.Empty(read.Findings);
        return read.Value!;
    }

    private static Gen<GridNetwork> AnyNetwork() =>
        from ids in Gen.Int[1, 1_000_000].HashSet[2, 8]
        let numbers = ids.ToArray()
        let id = Gen.OneOf(numbers)
        from buses in AnyBus().Array[numbers.Length]
        from branches in AnyBranch(id).Array[0, 8]
        from generators in AnyGenerator(id).Array[0, 8]
        from lines in AnyDcLine(id).Array[0, 3]
        from name in s_name
        from power in Gen.Double[1e-3, 1e4]
        select new GridNetwork(
            name ?? "unnamed", power, Numbered(buses, (b, row) => b with { Id = numbers[row - 1] }), Numbered(branches, (b, row) => b with { Row = row }),
            Numbered(generators, (g, row) => g with { Row = row }), Numbered(lines, (d, row) => d with { Row = row }));

    private static T[] Numbered<T>(T[] elements, Func<T, int, T> withRow) => [.. elements.Select((e, i) => withRow(e, i + 1))];

    private static Gen<Bus> AnyBus() =>
        from v in s_number.Array[7]
        from type in Gen.Int[1, 4]
        from area in Gen.Int[0, 999]
        from name in s_name
        from limits in Gen.Select(s_limit, s_limit)
        select new Bus
        {
            Id = 1,
            Type = (BusType)type,
            DemandMegawatts = v[0],
            DemandMegavars = v[1],
            ShuntMegawatts = v[2],
            ShuntMegavars = v[3],
            VoltageMagnitude = v[4],
            VoltageAngleDegrees = v[5],
            BaseKilovolts = v[6],
            Area = area,
            Zone = -area,
            Name = name,
            MaxVoltage = limits.Item1,
            MinVoltage = limits.Item2,
        };

    private static Gen<(int From, int To)> AnyEnds(Gen<int> bus) => Gen.Select(bus, bus).Where(ends => ends.Item1 != ends.Item2);

    private static Gen<Branch> AnyBranch(Gen<int> bus) =>
        from ends in AnyEnds(bus)
        from v in s_number.Array[5]
        from x in s_number.Where(x => x != 0)
        from rating in Gen.Double[0, 1e5].Array[3]
        from isOn in Gen.Bool
        from angle in s_limit
        select new Branch
        {
            Row = 1,
            From = ends.From,
            To = ends.To,
            Resistance = v[0],
            Reactance = x,
            Susceptance = v[1],
            RatingMegavoltAmperes = rating[0],
            ShortTermRating = rating[1],
            EmergencyRating = rating[2],
            Tap = v[2],
            ShiftDegrees = v[3],
            InService = isOn,
            MinAngleDegrees = -angle,
            MaxAngleDegrees = v[4],
        };

    private static Gen<Generator> AnyGenerator(Gen<int> bus) =>
        from at in bus
        from v in s_number.Array[5]
        from up in Gen.Double[0, 1e4]
        from q in s_limit
        from isOn in Gen.Bool
        select new Generator
        {
            Row = 1,
            Bus = at,
            OutputMegawatts = v[0],
            OutputMegavars = v[1],
            MaxMegavars = q,
            MinMegavars = -q,
            VoltageSetPoint = v[2],
            MachineBase = v[3],
            InService = isOn,
            MaxMegawatts = v[4] + up,
            MinMegawatts = v[4],
        };

    private static Gen<DcLine> AnyDcLine(Gen<int> bus) =>
        from ends in AnyEnds(bus)
        from v in s_number.Array[8]
        from up in Gen.Double[0, 1e4]
        from q in s_limit
        from isOn in Gen.Bool
        select new DcLine
        {
            Row = 1,
            From = ends.From,
            To = ends.To,
            InService = isOn,
            FlowMegawatts = v[0],
            FromMegavars = v[1],
            ToMegavars = v[2],
            FromVoltage = v[3],
            ToVoltage = v[4],
            MinMegawatts = v[5],
            MaxMegawatts = v[5] + up,
            FromMegavarLimits = (-q, q),
            ToMegavarLimits = (v[6], q),
            ConstantLoss = v[7],
            ProportionalLoss = 0.01,
        };
}
