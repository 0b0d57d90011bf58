using Relight.Grid;
using Relight.Grid.Import;

namespace Relight.Tests.Grid;

public class MatpowerReaderTests
{
    private const string Small = """
        function mpc = small
        mpc.version = '2';
        mpc.baseMVA = 100;
        mpc.bus = [
          1 3  0 0 0 0 1 1 0 110 1 1.1 0.9;
          7 1 50 9 2 3 1 1 0 110 1 1.1 0.9;
        ];
        mpc.gen = [ 1 40 0 30 -30 1.02 100 1 80 10 ];
        mpc.branch = [ 1 7 0.01 0.1 0.02 60 70 80 0.98 -5 1 -30 30 ];
        """;

    [Theory]
    [MemberData(nameof(SharedData.Networks), MemberType = typeof(SharedData))]
    public void Reads_every_pglib_network(string name)
    {
        var read = MatpowerReader.Read(SharedData.Network(name));

        Assert.Empty(read.Errors);
        Assert.Equal(name, read.Value!.Name);
        Assert.Contains(read.Findings, f => f.Value == "mpc.gencost" && f.Severity == Severity.Notice);
        var digits = new string([.. name["pglib_opf_case".Length..].TakeWhile(char.IsAsciiDigit)]);
        Assert.Equal(int.Parse(digits), read.Value.Buses.Count);
    }

    [Fact]
    public void Reads_every_value_of_a_small_case()
    {
        var network = Accepted(Small);

        Assert.Equal("small", network.Name);
        Assert.Equal(100, network.BaseMegavoltAmperes);
        Assert.Equal(new Bus { Id = 7, DemandMegawatts = 50, DemandMegavars = 9, ShuntMegawatts = 2, ShuntMegavars = 3, BaseKilovolts = 110 }, network.Buses[1]);
        Assert.Equal(BusType.Reference, network.Buses[0].Type);
        Assert.Equal(
            new Generator { Row = 1, Bus = 1, OutputMegawatts = 40, MaxMegavars = 30, MinMegavars = -30, VoltageSetPoint = 1.02, MachineBase = 100, MaxMegawatts = 80, MinMegawatts = 10 },
            network.Generators[0]);
        Assert.Equal(
            new Branch
            {
                Row = 1,
                From = 1,
                To = 7,
                Resistance = 0.01,
                Reactance = 0.1,
                Susceptance = 0.02,
                RatingMegavoltAmperes = 60,
                ShortTermRating = 70,
                EmergencyRating = 80,
                Tap = 0.98,
                ShiftDegrees = -5,
                MinAngleDegrees = -30,
                MaxAngleDegrees = 30,
            },
            network.Branches[0]);
    }

    [Theory]
    [InlineData("rows on one line", "mpc.gen = [1 40 0 30 -30 1.02 100 1 80 10; 1 0 0 0 0 1 100 0 5 0];")]
    [InlineData("commas", "mpc.gen = [1,40,0,30,-30,1.02,100,1,80,10\n 1 , 0, 0,0 0 1 100 0 5 0,];")]
    [InlineData("continuation", "mpc.gen = [1 40 0 30 ... the rest follows\n -30 1.02 100 1 80 10\r\n1 0 0 0 0 1 100 0 5 0\r\n]")]
    [InlineData("comments", "mpc.gen = [ % open [\n1 40 0 30 -30 1.02 100 1 80 10; % a ] b\n# note\n%{\n 9 9 9\n%}\n1 0 0 0 0 1 100 0 5 0]; % end")]
    [InlineData("transposed", "mpc.gen = [1 1;40 0;0 0;30 0;-30 0;1.02 1;100 100;1 0;80 5;10 0]';")]
    [InlineData("number forms", "mpc.gen=[+1 4d1 0 3.0E1 -30. 1.02 1e+2 1 80 10;1 .0 0 0 -0 1 100 0 5 0]")]
    public void Reads_a_matrix_however_it_is_written(string _, string generators)
    {
        var network = Accepted(Small.Replace("mpc.gen = [ 1 40 0 30 -30 1.02 100 1 80 10 ];", generators));

        Assert.Equal([40, 0], network.Generators.Select(g => g.OutputMegawatts));
        Assert.Equal([true, false], network.Generators.Select(g => g.InService));
        Assert.Equal([10, 0], network.Generators.Select(g => g.MinMegawatts));
    }

    [Fact]
    public void Reads_names_dc_lines_and_unlimited_values()
    {
        var network = Accepted(Small.Replace("0.02 60 70 80", "0.02 Inf inf 80").Replace("30 -30 1.02", "Inf -Inf 1.02") + """

            mpc.bus_name = { 'North ''A'''; "South % b" };
            mpc.dcline = [ 1 7 1 10 8.9 0 0 1.01 1 -10 10 -5 5 -6 6 1 0.01 ];
            """);

        Assert.Equal(["North 'A'", "South % b"], network.Buses.Select(b => b.Name));
        Assert.Equal(0, network.Branches[0].RatingMegavoltAmperes);
        Assert.Equal(double.PositiveInfinity, network.Generators[0].MaxMegavars);
        var line = Assert.Single(network.DcLines);
        Assert.Equal((-5.0, 5.0), line.FromMegavarLimits);
        Assert.Equal((-6.0, 6.0), line.ToMegavarLimits);
        Assert.Equal((10.0, 1.0, 0.01), (line.MaxMegawatts, line.ConstantLoss, line.ProportionalLoss));
    }

    [Fact]
    public void Names_what_it_does_not_use()
    {
        var read = MatpowerReader.Parse(Small.Replace("1 80 10 ]", "1 80 10 0 0 3 ]") + "\nmpc.gencost = [ 2 0 0 1/3 ];\ndisp(mpc.baseMVA);\n", "small.m");

        Assert.Equal(
            [
                "small.m:8:11: columns 11 to 13: these columns of mpc.gen are not used",
                "small.m:10:1: mpc.gencost: this field is not used",
                "small.m:11:1: disp(mpc.baseMVA): this is not used",
            ],
            read.Findings.Select(f => f.ToString()));
        Assert.NotNull(read.Value);
    }

    [Theory]
    [InlineData("= '2'", "= '1'", "small.m:2:15: 1: the case must be of version 2: mpc.version = '2'")]
    [InlineData("baseMVA = 100", "baseMVA = 0", "small.m:3:15: 0: the MVA base must be a positive number")]
    [InlineData("mpc.baseMVA = 100;", "", "small.m:9:62: mpc.baseMVA must be given, as one number")]
    [InlineData("mpc.gen =", "mpc.generator =", "small.m:9:62: mpc.gen must be given; the file has none")]
    [InlineData("  7 1 50", "  1 1 50", "small.m:6:3: 1: a bus number may stand only once")]
    [InlineData("  7 1 50", "  7.5 1 50", "small.m:6:3: 7.5: bus_i must be an integer")]
    [InlineData("  7 1 50", "  -7 1 50", "small.m:6:3: -7: a bus number must be 1 or more")]
    [InlineData("  7 1 50", "  7 5 50", "small.m:6:5: 5: type must be 1 (load), 2 (generator), 3 (reference) or 4 (isolated)")]
    [InlineData("  7 1 50", "  7 1 NaN", "small.m:6:7: NaN: Pd must be a finite number")]
    [InlineData("  7 1 50", "  7 1 -Inf", "small.m:6:7: -Inf: Pd must be a finite number")]
    [InlineData("  7 1 50", "  7 1 5O", "small.m:6:7: 5O: must be a number")]
    [InlineData("  7 1 50", "  7 50", "small.m:6:3: 12 columns: a row of mpc.bus must have at least 13 columns")]
    [InlineData("[ 1 7 0.01", "[ 1 8 0.01", "small.m:9:18: 8: this bus does not exist")]
    [InlineData("[ 1 7 0.01", "[ 7 7 0.01", "small.m:9:18: 7: the two ends must be at different buses")]
    [InlineData("0.01 0.1 ", "0.01 0 ", "small.m:9:25: 0: the reactance of a branch must not be zero")]
    [InlineData("0.02 60", "0.02 -60", "small.m:9:34: -60: a rating must not be negative; 0 is no limit")]
    [InlineData("[ 1 40", "[ 2 40", "small.m:8:13: 2: this bus does not exist")]
    [InlineData("1 80 10 ]", "1 80 81 ]", "small.m:8:41: 81: the least active output must not be above the highest, 80 MW")]
    [InlineData("80 10 ]", "80 10 ", "small.m:8:11: [: this bracket must be closed: the file is cut off, or a ] is missing")]
    [InlineData("mpc.version", "mpc.bus(1, 3) = 4;\nmpc.version", "small.m:2:1: mpc.bus(1, 3) = 4: this changes the data and is not computed: the table must stand before, with rows of the same length")]
    [InlineData("function mpc =", "function [baseMVA, bus] =", "small.m:1:1: function [baseMVA, bus] = small: the function must give back one case of version 2, as in: function mpc = name; files of version 1, whose functions give back tables, are not read")]
    [InlineData("mpc.version = '2'", "mpc = struct('version', '2')", "small.m:2:1: mpc = struct('version', '2'): the case must be given field by field, as in: mpc.bus = [ … ]; a struct or another file as a whole is not read")]
    [InlineData("mpc.version = '2'", "mpc = loadcase('case9')", "small.m:2:1: mpc = loadcase('case9'): the case must be given field by field, as in: mpc.bus = [ … ]; a struct or another file as a whole is not read")]
    public void Refuses_with_place_value_and_rule(string right, string wrong, string finding)
    {
        Assert.Contains(right, Small);
        var read = MatpowerReader.Parse(Small.Replace(right, wrong), "small.m");

        Assert.Null(read.Value);
        Assert.Contains(finding, read.Errors.Select(f => f.ToString()));
    }

    [Fact]
    public void Reports_everything_at_once_in_the_order_of_the_file()
    {
        var text = Small.Replace("7 1 50", "1 1 x").Replace("[ 1 40", "[ 3 40").Replace("0.01 0.1 ", "NaN 0 ");
        var lines = MatpowerReader.Parse(text, "small.m").Errors.Select(f => f.ToString());

        Assert.Equal(
            [
                "small.m:6:3: 1: a bus number may stand only once",
                "small.m:6:7: x: must be a number",
                "small.m:8:13: 3: this bus does not exist",
                "small.m:9:18: 7: this bus does not exist",
                "small.m:9:20: NaN: r must be a finite number",
                "small.m:9:24: 0: the reactance of a branch must not be zero",
            ],
            lines);
    }

    [Fact]
    public void Keeps_the_number_of_findings_in_bounds()
    {
        var read = MatpowerReader.Parse(Small.Replace("[ 1 40", "[" + string.Concat(Enumerable.Repeat("x ", 50_000))), "small.m");

        Assert.InRange(read.Findings.Count, 1000, 2002);
        Assert.EndsWith("more such findings are not shown", read.Findings[^1].Rule);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_finding()
    {
        var read = MatpowerReader.Read(Path.Combine(Path.GetTempPath(), "no such folder", "none.m"));

        Assert.Null(read.Value);
        Assert.StartsWith("the file cannot be read", Assert.Single(read.Errors).Rule);
    }

    private static Relight.Grid.Network Accepted(string text)
    {
        var read = MatpowerReader.Parse(text, "small.m");
        Assert.Empty(read.Findings);
        return read.Value!;
    }
}
