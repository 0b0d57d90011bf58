using CsCheck;
using Relight.Grid.Import;

namespace Relight.Tests.Grid;

public class PsseReaderTests
{
    private static readonly string s_text = File.ReadAllText(Repository.At("tests", "cases", "import", "psse-33", "input.raw"));

    [Fact]
    public void Reads_the_hand_made_case()
    {
        var read = PsseReader.Read(Repository.At("tests", "cases", "import", "psse-33", "input.raw"));
        var expected = MatpowerReader.Read(Repository.At("tests", "cases", "import", "psse-33", "expected.m")).Value!;

        Assert.Empty(read.Errors);
        NetworkEquality.AssertClose(expected, read.Value!);
    }

    [Fact]
    public void Names_what_it_does_not_use() =>
        Assert.Equal(
            [
                "input.raw:4:1: OWNER, EVHI and EVLO: not used of the bus section",
                "input.raw:10:1: ID, AREA, ZONE, OWNER, SCALE and INTRPT: not used of the load section",
                "input.raw:11:1: 1 loads: parts of constant current or admittance are taken as constant power at the voltage of the file",
                "input.raw:12:1: 1 records: what is out of service in the load section is not kept",
                "input.raw:15:1: ID: not used of the fixed shunt section",
                "input.raw:17:1: ID, ZR, ZX, RT, XT, GTAP, RMPCT, owners, WMOD and WPF: not used of the generator section",
                "input.raw:18:39: 2: voltage control of another bus is not used; the generator holds its own",
                "input.raw:20:1: CKT, MET, LEN and owners: not used of the branch section",
                "input.raw:20:48: a shunt at the end of a line is put on its bus",
                "input.raw:23:1: CKT, NMETR, owners, VECGRP and the control of taps and phase shifts: not used of the transformer section",
                "input.raw:27:21: T2: the magnetising admittance of a transformer out of service is not used",
                "input.raw:37:1: 1 lines: the area section is not used",
                "input.raw:39:1: the control and the reactive power of its converters, with their bridges and transformers: not used of the two-terminal DC section",
                "input.raw:51:1: MODSW, ADJM, VSWHI, VSWLO, SWREM, RMPCT, RMIDNT and the blocks: they stand at their initial value, BINIT: not used of the switched shunt section",
            ],
            PsseReader.Parse(s_text, "input.raw").Findings.Select(f => f.ToString()));

    [Theory]
    [InlineData("1,'NORTH 330', 330.0, 3, 1, 7", "1 'NORTH 330' 330.0,3 1\t7")]
    [InlineData("2,'SOUTH, 110', 110.0", "  2,  \"SOUTH, 110\"   ,110.0")]
    [InlineData("4,'1 ',1,,,5.0", "4 '1 ' 1 , , , 5.0 / a load")]
    [InlineData("0.002, 0.1, 100.0", "2.0E-3 .1D0 100")]
    [InlineData("1, 2, 4,'1 ',1,2,1", "1, 2, 4,'1 ',0,2,1")]
    [InlineData("0.0, 0.1, 100.0, 0.0, 0.2", "0, 0.1, 100.0, 0.0, 0.2")]
    [InlineData("0 / END OF ZONE DATA", "0")]
    [InlineData("0 / END OF GNE DEVICE DATA\nQ", "")]
    public void Reads_a_line_however_it_is_written(string one, string other)
    {
        Assert.Contains(one, s_text);
        var read = PsseReader.Parse(s_text.Replace(one, other, StringComparison.Ordinal), "input.raw");

        Assert.Empty(read.Errors);
        NetworkEquality.AssertClose(PsseReader.Parse(s_text, "input.raw").Value!, read.Value!);
    }

    [Fact]
    public void Reads_lines_of_voltage_source_converters_and_magnetising_admittances()
    {
        var text = s_text
            .Replace("BEGIN VOLTAGE SOURCE CONVERTER DATA\n", "BEGIN VOLTAGE SOURCE CONVERTER DATA\n'V', 1, 0.0\n1, 1, 1, 150.0, 1.03, 0, 0, 0, 25.0, 0, 1, 9.0, -8.0\n3, 2, 2, -20.0, 0.9, 0, 0, 0, 30.0\n", StringComparison.Ordinal)
            .Replace("1, 2, 0,'1 ',1,1,1, 0.0, 0.0", "1, 2, 0,'1 ',1,1,1, 0.001, -0.02", StringComparison.Ordinal)
            .Replace("1, 2, 4,'1 ',1,2,1, 0.0, 0.0", "1, 2, 4,'1 ',1,2,2, 60000.0, 0.001", StringComparison.Ordinal);
        var network = PsseReader.Parse(text, "input.raw").Value!;

        var line = network.DcLines[1];
        Assert.Equal((2, 1, 3, true), (line.Row, line.From, line.To, line.InService));
        Assert.Equal((-20.0, -25.0, 25.0), (line.FlowMegawatts, line.MinMegawatts, line.MaxMegawatts));
        Assert.Equal((1.03, 1.0), (line.FromVoltage, line.ToVoltage));
        Assert.Equal((-8.0, 9.0), line.FromMegavarLimits);
        // 0.1 MW and −2 Mvar of T/1; 60 kW of T3, and of its 0.1 MVA without load the rest of the triangle.
        Assert.Equal(0.1 + 0.06, network.Buses[0].ShuntMegawatts, 1e-12);
        Assert.Equal(-2 - 0.08, network.Buses[0].ShuntMegavars, 1e-12);
    }

    [Theory]
    [InlineData("100.00, 33", "100.00, 30", "input.raw:1:12: 30: the revision must be 33")]
    [InlineData("100.00, 33", "-1, 33", "input.raw:1:4: -1: the MVA base must be a positive number")]
    [InlineData("3,'PLANT'", "2,'PLANT'", "input.raw:6:1: 2: a bus number may stand only once")]
    [InlineData("3,'PLANT', 110.0, 2", "3,'PLANT', 110.0, 6", "input.raw:6:19: 6: IDE must be 1 to 4")]
    [InlineData("3,'PLANT'", "3,'PLANT", "input.raw:6:1: 3,'PLANT, 110.0, 2, 2, 8, 1, 1.0100, -1.0, 1.1, 0.9, 1.1, 0.…: a quote must be closed on its line")]
    [InlineData("4,'1 ',1,,,5.0", "44,'1 ',1,,,5.0", "input.raw:13:1: 44: this bus does not exist")]
    [InlineData("4,'1 ',1,,,5.0", "4,'1 ',1,,,five", "input.raw:13:12: five: PL must be a finite number")]
    [InlineData("2,-3,'1 ', 0.01, 0.08", "2,-3,'1 ', 0.01, 0", "input.raw:20:1: 0: the reactance of a branch must not be zero")]
    [InlineData("2,-3,", "2,9,", "input.raw:20:1: 9: this bus does not exist")]
    [InlineData("121.0, 110.0", "1E300, 110.0", "input.raw:27:1: Infinity: its values must be numbers that can be computed with")]
    [InlineData("1, 2, 4,'1 ',1,2,1", "1, 2, 4,'1 ',1,9,1", "input.raw:31:16: 9: CZ must be 1 to 3")]
    [InlineData("0.98, 0, 30.0, 10.0\n", "", "input.raw:31:1: a transformer must have 5 lines; the section ends before")]
    [InlineData("3, 2, 90.0\n", "", "input.raw:39:1: a two-terminal DC line must have 3 lines; the section ends before")]
    public void Refuses_with_place_value_and_rule(string right, string wrong, string finding)
    {
        Assert.Contains(right, s_text);
        var read = PsseReader.Parse(s_text.Replace(right, wrong), "input.raw");

        Assert.Null(read.Value);
        Assert.Contains(finding, read.Errors.Select(f => f.ToString()));
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused() =>
        Assert.Contains(
            "the file is cut off: its branch section is not ended by a line 0",
            PsseReader.Parse(s_text[..s_text.IndexOf("0 / END OF BRANCH", StringComparison.Ordinal)], "input.raw").Errors.Select(f => f.Rule));

    [Fact]
    public void Sections_behind_the_transformers_may_be_missing_and_that_is_said()
    {
        var end = s_text.IndexOf("0 / END OF AREA", StringComparison.Ordinal);
        Assert.True(end > 0);
        var text = s_text[..end] + "0 / END OF AREA DATA\n";

        var read = PsseReader.Parse(text, "input.raw");

        Assert.Empty(read.Errors);
        Assert.Empty(read.Value!.DcLines);
        Assert.Contains(
            "the file ends before its two-terminal DC section; that and what comes after it are taken as empty", read.Findings.Select(f => f.Rule));
    }

    [Fact]
    public void A_mutated_file_gives_a_network_or_errors() =>
        Mutations.Of(s_text).Sample(
            mutated =>
            {
                var read = PsseReader.Parse(mutated, "input.raw");
                Assert.Equal(read.Value is null, read.Errors.Any());
            },
            iter: Draws.Of(1000));
}
