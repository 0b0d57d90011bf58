using System.Globalization;
using Relight.Grid.Flow;
using Relight.Grid.Import;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Grid;

/// <summary>
/// AC power flows against solutions computed with MATPOWER 8.1 (the README beside them says how): voltages to 1e-6 p.u.,
/// angles to 1e-5 degrees.
/// </summary>
public class AcReferenceTests
{
    public static TheoryData<string> Names() => [.. SharedData.Names("ac-reference", ".bus.csv")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_the_reference(string name)
    {
        var (network, voltages) = Case(name);
        var options = new AcFlowOptions { Start = name == "pglib_opf_case3012wp_k" ? voltages : null };

        var result = new AcPowerFlow(network).Solve(new GridState(network), Dispatch.Of(network), options);

        Assert.True(result.Converged);
        AssertSame(voltages, result.Voltages);
        Assert.DoesNotContain(result.Violations, v => v.Kind is ViolationKind.NoSource or ViolationKind.DoesNotConverge);
    }

    [Fact]
    public void A_large_network_that_plain_Newton_fails_on_converges_from_flat()
    {
        var (network, voltages) = Case("pglib_opf_case3012wp_k");

        var result = new AcPowerFlow(network).Solve(new GridState(network), Dispatch.Of(network));

        Assert.True(result.Converged);
        AssertSame(voltages, result.Voltages);
    }

    /// <summary>The network with the dispatch of the reference, and the voltages that it gives.</summary>
    private static (GridNetwork Network, BusVoltage[] Voltages) Case(string name)
    {
        var file = MatpowerReader.Read(SharedData.Network(name)).Value!;
        var generators = Rows(name, ".gen.csv").Select((row, i) => file.Generators[i] with
        {
            InService = row[2] > 0,
            OutputMegawatts = row[3],
            OutputMegavars = row[4],
            VoltageSetPoint = row[5],
        });
        var network = new GridNetwork(file.Name, file.BaseMegavoltAmperes, file.Buses, file.Branches, [.. generators], file.DcLines);
        return (network, [.. Rows(name, ".bus.csv").Select(row => new BusVoltage(row[1], row[2]))]);
    }

    private static IEnumerable<double[]> Rows(string name, string ending) =>
        File.ReadLines(SharedData.At("ac-reference", name + ending)).Skip(1)
            .Select(line => line.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray());

    private static void AssertSame(IReadOnlyList<BusVoltage> expected, IReadOnlyList<BusVoltage> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.True(expected.Zip(actual, (e, a) => Math.Abs(e.Magnitude - a.Magnitude)).Max() < 1e-6);
        Assert.True(expected.Zip(actual, (e, a) => Math.Abs(e.AngleDegrees - a.AngleDegrees)).Max() < 1e-5);
    }
}
