namespace Relight.Tests.Cli;

/// <summary><c>relight value</c> on the town of the guide.</summary>
public class ValueCommandTests
{
    private static readonly string s_town = Repository.At("samples", "town", "scenario.json");

    [Fact]
    public void Prints_the_wanted_list_for_people() => Approve(Value("--states", "6000"), "town");

    [Fact]
    public void Prints_the_wanted_list_as_JSON() => Approve(Value("--states", "6000", "--json", "--most", "2"), "json");

    [Fact]
    public void Tells_what_it_can_do() => Approve(CommandRun.Of("value", "--help"), "help");

    [Fact]
    public void Gives_what_it_has_on_interrupt()
    {
        using var folder = new ScratchFolder();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = CommandRun.Of(interrupt.Token, "value", s_town, TownPlan(folder));
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Interrupted: not all were searched for", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_plan_of_something_else()
    {
        using var folder = new ScratchFolder();
        var other = Repository.At("tests", "cases", "plan", "one-line", "scenario.json");
        var run = CommandRun.Of("value", other, TownPlan(folder));
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("is not damaged", run.Error, StringComparison.Ordinal);
    }

    private static CommandRun Value(params string[] options)
    {
        using var folder = new ScratchFolder();
        return CommandRun.Of(["value", s_town, TownPlan(folder), .. options]);
    }

    private static string TownPlan(ScratchFolder folder)
    {
        Assert.Equal(0, CommandRun.Of("plan", s_town, "--states", "2000", "--out", folder.At("plan.json")).ExitCode);
        return folder.At("plan.json");
    }

    private static void Approve(CommandRun run, string name)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approval.Verify(run.Out, "tests", "Relight.Tests", "Cli", $"ValueCommandTests.{name}.verified.txt");
    }
}
