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
}
