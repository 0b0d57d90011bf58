using Relight.Grid;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Grid;

internal static class NetworkEquality
{
    /// <summary>The same network, number by number and name by name.</summary>
    public static void AssertSame(GridNetwork expected, GridNetwork actual)
    {
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(expected.BaseMegavoltAmperes, actual.BaseMegavoltAmperes);
        Assert.Equal(expected.Buses, actual.Buses);
        Assert.Equal(expected.Branches, actual.Branches);
        Assert.Equal(expected.Generators, actual.Generators);
        Assert.Equal(expected.DcLines, actual.DcLines);
    }

    /// <summary>The same network but for rounding in the last digits of branches and DC lines.</summary>
    public static void AssertClose(GridNetwork expected, GridNetwork actual)
    {
        Assert.Equal(expected.BaseMegavoltAmperes, actual.BaseMegavoltAmperes);
        Assert.Equal(expected.Buses.Select(Rounded), actual.Buses.Select(Rounded));
        Assert.Equal(expected.Branches.Select(Rounded), actual.Branches.Select(Rounded));
        Assert.Equal(expected.Generators, actual.Generators);
        Assert.Equal(expected.DcLines, actual.DcLines);
    }

    private static Bus Rounded(Bus bus) => bus with
    {
        DemandMegawatts = Rounded(bus.DemandMegawatts),
        DemandMegavars = Rounded(bus.DemandMegavars),
        ShuntMegawatts = Rounded(bus.ShuntMegawatts),
        ShuntMegavars = Rounded(bus.ShuntMegavars),
    };

    private static Branch Rounded(Branch branch) => branch with
    {
        Resistance = Rounded(branch.Resistance),
        Reactance = Rounded(branch.Reactance),
        Susceptance = Rounded(branch.Susceptance),
        RatingMegavoltAmperes = Rounded(branch.RatingMegavoltAmperes),
        Tap = Rounded(branch.Tap),
    };

    private static double Rounded(double value) => Math.Round(value, 9);
}
