using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Tests.Grid;

public class MatpowerDamageTests
{
    private const string Damaged = """
        function mpc = damaged
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [ 4 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 9 1 5 0 0 0 1 1 0 110 1 1.1 0.9 ];
        %column_names%  damaged status
        mpc.bus_damage = [ 0 1; 1 1 ];
        mpc.gen = [ 4 0 0 9 -9 1 100 1 80 0 ];
        mpc.branch = [ 4 9 0 0.1 0 50 0 0 0 0 1; 9 4 0 0.1 0 50 0 0 0 0 1 ];
        % lines
        %column_names% repair_time damaged
        mpc.branch_damage = [ 0 0; 7.5 1 ];
        """;

    [Fact]
    public void Reads_damage_beside_the_network()
    {
        var read = MatpowerReader.ParseWithDamage(Damaged, "damaged.m");

        Assert.Equal(
            [new DamagedElement(new ElementId(ElementKind.Bus, 9), null), new DamagedElement(new ElementId(ElementKind.Branch, 2), 7.5)],
            read.Value!.Damage);
        Assert.Equal("damaged.m:6:18: status: these columns of mpc.bus_damage are not used", Assert.Single(read.Findings).ToString());
    }

    [Fact]
    public void Says_where_damage_is_not_used() =>
        Assert.Equal(
            ["damaged.m:6:18: mpc.bus_damage: the damage in this table is not used here", "damaged.m:11:21: mpc.branch_damage: the damage in this table is not used here"],
            MatpowerReader.Parse(Damaged, "damaged.m").Findings.Select(f => f.ToString()));

    [Theory]
    [InlineData("[ 0 1; 1 1 ]", "[ 0 1 ]", "damaged.m:6:18: 1 rows: mpc.bus_damage must have as many rows as the table it extends, 2")]
    [InlineData("[ 0 1; 1 1 ]", "[ 0 1; 2 1 ]", "damaged.m:6:25: 2: damaged must be 0 or 1")]
    [InlineData("7.5 1", "-7.5 1", "damaged.m:11:28: -7.5: the hours of repair must be a number, 0 or more")]
    [InlineData("7.5 1", "1", "damaged.m:11:28: 1 columns: a row of mpc.branch_damage must have the columns named before it, 2")]
    [InlineData("%column_names%  damaged", "%", "damaged.m:6:18: a comment %column_names% before mpc.bus_damage must name the column damaged")]
    public void Refuses_with_place_value_and_rule(string right, string wrong, string finding)
    {
        var read = MatpowerReader.ParseWithDamage(Damaged.Replace(right, wrong), "damaged.m");

        Assert.Null(read.Value);
        Assert.Contains(finding, read.Errors.Select(f => f.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Comes_back_as_it_was(bool withHours)
    {
        var network = MatpowerReader.Parse(Damaged, "damaged.m").Value!;
        var damaged = new DamagedNetwork(
            network,
            [new(new ElementId(ElementKind.Bus, 4), withHours ? 3 : null), new(new ElementId(ElementKind.Generator, 1), withHours ? 0.5 : null)]);

        var writer = new StringWriter();
        MatpowerWriter.Write(damaged, writer);
        var read = MatpowerReader.ParseWithDamage(writer.ToString(), "written.m");

        Assert.Empty(read.Findings);
        NetworkEquality.AssertSame(network, read.Value!.Network);
        Assert.Equal(damaged.Damage, read.Value.Damage);
    }
}
