using Relight.Grid.Import;
using GridNetwork = Relight.Grid.Network;

namespace Relight.Tests.Grid;

/// <summary>What case files compute with their own data, as the distribution feeders that come with MATPOWER do.</summary>
public class MatpowerExpressionTests
{
    private const string Feeder = """
        function mpc = feeder
        mpc.version = '2';
        mpc.baseMVA = 50/3;
        mpc.bus = [ %% loads in kW and kVAr
            1 3   0   0 0 0 1 1 0 12/sqrt(3) 1 1 1;
            2 1 300 150 0 0 1 1 0 12.66 1 1.1 0.9;
            3 1 600 200 0 0 1 1 0 12.66 1 1.1 0.9;
        ];
        mpc.gen = [ 1 0 0 10 -10 1 100 1 10 0 ];
        mpc.branch = [ %% in ohms
            1 2 0.5 0.25 0 0 0 0 0 0 1 -360 360;
            2 3 1.0 0.50 0 0 0 0 0 0 1 -360 360;
        ];
        """;

    [Fact]
    public void Computes_elements_of_a_matrix()
    {
        var network = Accepted(Feeder);

        Assert.Equal(50.0 / 3, network.BaseMegavoltAmperes);
        Assert.Equal(12 / Math.Sqrt(3), network.Buses[0].BaseKilovolts);
    }

    [Fact]
    public void Converts_ohms_and_kilowatts()
    {
        var network = Accepted(Feeder + """

            [PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD, QD, GS, BS, BUS_AREA, VM, ...
                VA, BASE_KV, ZONE, VMAX, VMIN] = idx_bus;   %% names of columns
            [F_BUS, T_BUS, BR_R, BR_X] = idx_brch;
            Vbase = mpc.bus(2, BASE_KV) * 1e3;      %% in V
            Sbase = mpc.baseMVA * 1e6;              %% in VA
            mpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / (Vbase^2 / Sbase);
            mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;
            pf = 0.85;
            mpc.bus(:, QD) = mpc.bus(:, PD) * sin(acos(pf));
            mpc.bus(2:end, VMAX) = -(-1.05);
            """);

        var ohms = 12660.0 * 12660 / (50.0 / 3 * 1e6);
        Assert.Equal([0.5 / ohms, 1.0 / ohms], network.Branches.Select(b => b.Resistance));
        Assert.Equal([0.25 / ohms, 0.5 / ohms], network.Branches.Select(b => b.Reactance));
        Assert.Equal([0, 0.3, 0.6], network.Buses.Select(b => b.DemandMegawatts));
        Assert.Equal([0, 0.3 * Math.Sin(Math.Acos(0.85)), 0.6 * Math.Sin(Math.Acos(0.85))], network.Buses.Select(b => b.DemandMegavars));
        Assert.Equal([1, 1.05, 1.05], network.Buses.Select(b => b.MaxVoltage));
    }

    [Fact]
    public void Knows_the_columns_by_name()
    {
        var network = Accepted(Feeder + """

            define_constants;
            mpc.gen(1, PMAX) = 2 * mpc.gen(1, PMAX)^2 / 4;
            mpc.gen(1, APF_is_not_this) = 5;
            """.Replace("mpc.gen(1, APF_is_not_this) = 5;", "mpc.branch(2, RATE_A) = 7; mpc.branch(1, ANGMAX) = 30;", StringComparison.Ordinal));

        Assert.Equal(50, network.Generators[0].MaxMegawatts);
        Assert.Equal(7, network.Branches[1].RatingMegavoltAmperes);
        Assert.Equal(30, network.Branches[0].MaxAngleDegrees);
    }

    [Theory]
    [InlineData("fixed = 0;", 10)]
    [InlineData("fixed = 1;", 3)]
    public void Decides_what_holds(string setting, double capacity)
    {
        var network = Accepted(Feeder + $"""

            {setting}
            if fixed == 1 %% a choice for the reader
                if 0
                    mpc.gen(1, 9) = 99;
                end
                mpc.gen(1, 9) = 3;
            else
                fixed = 2;
            end
            """);

        Assert.Equal(capacity, network.Generators[0].MaxMegawatts);
    }

    [Theory]
    [InlineData("mpc.bus(:, 3) = mpc.bus(:, 3) * k;", "k is not known")]
    [InlineData("mpc.bus(9, 3) = 1;", "an index must be from 1 to 3")]
    [InlineData("mpc.bus(1, 99) = 1;", "an index must be from 1 to 13")]
    [InlineData("mpc.bus(:, 3) = mpc.gen(:, 1:2);", "the value must have as many rows and columns as the part that takes it")]
    [InlineData("mpc.bus(3) = 1;", "a part of a matrix must be given by its rows and its columns")]
    [InlineData("mpc.bus(:, 3) = mpc.bus(:, 3) * mpc.bus(:, 4);", "products and quotients of matrices are not computed")]
    [InlineData("mpc.bus(:, 3) = mpc.bus(:, 3) / ;", "; is not understood here")]
    [InlineData("mpc.bus(:, 3) = (1;", "a parenthesis must be closed")]
    [InlineData("mpc.dcline(1, 3) = 1;", "the table must stand before, with rows of the same length")]
    public void Refuses_what_it_cannot_compute_where_it_changes_the_data(string statement, string why)
    {
        var read = MatpowerReader.Parse(Feeder + "\n" + statement + "\n", "feeder.m");

        Assert.Null(read.Value);
        Assert.Contains(read.Errors, error => error.Rule.EndsWith(why, StringComparison.Ordinal) || error.Rule.Contains("value is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("for k = 1:3\n mpc.bus(k, 3) = 0;\nend", "this is not run; only plain data and assignments are read")]
    [InlineData("if unknown\n mpc.bus(1, 3) = 0;\nend", "whether this holds cannot be said: unknown is not known")]
    public void Refuses_blocks_that_it_cannot_run(string block, string rule)
    {
        var read = MatpowerReader.Parse(Feeder + "\n" + block + "\n", "feeder.m");

        Assert.Null(read.Value);
        Assert.Equal(rule, Assert.Single(read.Errors).Rule);
    }

    [Fact]
    public void An_output_without_limit_is_as_much_as_all_load()
    {
        var read = MatpowerReader.Parse(Feeder.Replace("100 1 10 0 ]", "100 1 Inf -Inf ]", StringComparison.Ordinal), "feeder.m");

        Assert.Equal((900, -900), (read.Value!.Generators[0].MaxMegawatts, read.Value.Generators[0].MinMegawatts));
        Assert.StartsWith("an output without limit", Assert.Single(read.Findings).Rule);
    }

    private static GridNetwork Accepted(string text)
    {
        var read = MatpowerReader.Parse(text, "feeder.m");
        Assert.Empty(read.Findings);
        return read.Value!;
    }
}
