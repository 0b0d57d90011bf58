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
                "input.raw:11:1: 1 loads: parts of constant current or admittance are taken as constant power at the voltage of the file",
                "input.raw:12:1: 1 records: what is out of service in the load section is not kept",
                "input.raw:18:39: 2: voltage control of another bus is not used; the generator holds its own",
                "input.raw:20:48: a shunt at the end of a line is put on its bus",
                "input.raw:27:21: T2: the magnetising admittance of a transformer is not used",
                "input.raw:37:1: 1 lines: the area section is not used",
                "input.raw:39:1: 1 DC lines: their control and reactive power are not used; their order is taken as the most they can carry",
                "input.raw:51:1: 1 switched shunts: their control is not used; they stand at their initial value",
            ],
            PsseReader.Parse(s_text, "input.raw").Findings.Select(f => f.ToString()));

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
    public void A_mutated_file_gives_a_network_or_errors() =>
        Mutations.Of(s_text).Sample(
            mutated =>
            {
                var read = PsseReader.Parse(mutated, "input.raw");
                Assert.Equal(read.Value is null, read.Errors.Any());
            },
            iter: 1000);
}
