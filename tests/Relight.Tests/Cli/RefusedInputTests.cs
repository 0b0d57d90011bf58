namespace Relight.Tests.Cli;

/// <summary>Every case of tests/cases/refused: all that is wrong is told at once, with its place, and nothing is written.</summary>
public class RefusedInputTests
{
    public static TheoryData<string> Cases() => Repository.Cases("refused");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_told_everything_and_writes_nothing(string name)
    {
        using var folder = new ScratchFolder();
        var scenario = Repository.At("tests", "cases", "refused", name, "scenario.json");
        var run = CommandRun.Of("plan", scenario, "--out", folder.At("plan.json"), "--states", "10");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Empty(folder.Files);
        var told = run.Error.Replace(Path.GetDirectoryName(scenario)! + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Approval.Verify(told, "tests", "cases", "refused", name, "expected.txt");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var run = CommandRun.Of("plan", "nowhere.json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error: nowhere.json: the file cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("fly")]
    [InlineData("plan", "a.json", "--seconds", "-1")]
    [InlineData("plan", "a.json", "--states", "0")]
    [InlineData("plan", "a.json", "--states", "many")]
    [InlineData("plan", "a.json", "--threads", "0")]
    [InlineData("plan", "a.json", "--seconds", "1", "--states", "1")]
    [InlineData("plan", "a.json", "--method", "magic")]
    [InlineData("arrivals", "--now", "-5")]
    [InlineData("match", "--limit", "-3")]
    [InlineData("network", "check")]
    public void Misuse_is_bad_input(params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public void A_plan_is_not_written_where_it_cannot_be()
    {
        var scenario = Repository.At("tests", "cases", "plan", "one-line", "scenario.json");
        using var folder = new ScratchFolder();
        Assert.Equal(2, CommandRun.Of("plan", scenario, "--out", folder.Path).ExitCode);
        Assert.Equal(2, CommandRun.Of("plan", scenario, "--out", Path.Combine(folder.Path, "no", "plan.json")).ExitCode);
        Assert.Equal(2, CommandRun.Of("plan", scenario, "--out", scenario).ExitCode);
        Assert.Empty(folder.Files);
    }
}
