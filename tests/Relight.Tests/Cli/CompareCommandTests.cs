namespace Relight.Tests.Cli;

/// <summary><c>relight compare</c> on the town of the guide.</summary>
public class CompareCommandTests
{
    private static readonly string s_town = Repository.At("samples", "town", "scenario.json");
    private static readonly string s_order = Repository.At("samples", "town", "own-order.csv");

    [Fact]
    public void Holds_a_plan_against_the_operators_own_order() => Approve(Compare(s_order), "order");

    [Fact]
    public void Prints_the_comparison_as_JSON() => Approve(Compare(s_order, "--json"), "json");

    [Fact]
    public void Tells_what_it_can_do() => Approve(CommandRun.Of("compare", "--help"), "help");

    [Fact]
    public void Says_that_a_plan_is_the_same_as_itself()
    {
        using var folder = new ScratchFolder();
        var plan = TownPlan(folder);
        Approve(CommandRun.Of("compare", s_town, plan, plan), "same");
    }

    [Fact]
    public void Tells_everything_that_is_wrong_with_an_order()
    {
        using var folder = new ScratchFolder();
        var order = folder.Write("order.txt", """
            # by the dispatcher
            branch:1, West
            branch:99
            line 5
            branch:2, South
            branch:3
            branch:3
            """);
        var run = CommandRun.Of("compare", s_town, TownPlan(folder), order);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Approval.Verify(run.Error, "tests", "Relight.Tests", "Cli", "CompareCommandTests.wrong-order.verified.txt");
    }

    [Fact]
    public void Refuses_a_plan_that_does_not_hold()
    {
        using var folder = new ScratchFolder();
        var plan = TownPlan(folder);
        var spoilt = folder.Write("spoilt.json", File.ReadAllText(plan).Replace("\"North\"", "\"South\"", StringComparison.Ordinal));
        var run = CommandRun.Of("compare", s_town, plan, spoilt);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("lacks the skill substation", run.Error, StringComparison.Ordinal);
    }

    private static CommandRun Compare(string other, params string[] options)
    {
        using var folder = new ScratchFolder();
        return CommandRun.Of(["compare", s_town, TownPlan(folder), other, .. options]);
    }

    private static string TownPlan(ScratchFolder folder)
    {
        Assert.Equal(0, CommandRun.Of("plan", s_town, "--states", "2000", "--out", folder.At("plan.json")).ExitCode);
        return folder.At("plan.json");
    }

    private static void Approve(CommandRun run, string name)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approval.Verify(run.Out, "tests", "Relight.Tests", "Cli", $"CompareCommandTests.{name}.verified.txt");
    }
}
