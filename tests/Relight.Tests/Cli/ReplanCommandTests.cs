using Relight.Restoration;

namespace Relight.Tests.Cli;

/// <summary><c>relight replan</c> on the town of the guide.</summary>
public class ReplanCommandTests
{
    private static readonly string s_town = Repository.At("samples", "town", "scenario.json");
    private static readonly string s_changes = Repository.At("samples", "town", "changes.json");

    [Fact]
    public void Prints_what_changed_for_people() => Approve(Replan("--states", "1000"), "town");

    [Fact]
    public void Prints_what_changed_as_JSON() => Approve(Replan("--states", "1000", "--json"), "json");

    [Fact]
    public void Tells_what_it_can_do() => Approve(CommandRun.Of("replan", "--help"), "help");

    [Fact]
    public void Writes_a_scenario_and_a_plan_that_belong_together()
    {
        using var folder = new ScratchFolder();
        var run = CommandRun.Of(
            "replan", s_town, TownPlan(folder), s_changes, "--states", "1000",
            "--out", folder.At("new.json"), "--out-scenario", folder.At("new-scenario.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["new-scenario.json", "new.json", "plan.json"], folder.Files);
        Assert.Equal(0, CommandRun.Of("check", folder.At("new-scenario.json"), folder.At("new.json")).ExitCode);

        var later = folder.Write("later.json", """{ "nowHours": 10 }""");
        var again = CommandRun.Of("replan", folder.At("new-scenario.json"), folder.At("new.json"), later, "--states", "1000");
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
    }

    [Fact]
    public void Says_so_when_nothing_is_left_to_do()
    {
        using var folder = new ScratchFolder();
        var changes = folder.Write("changes.json", """{ "nowHours": 100 }""");
        Approve(CommandRun.Of("replan", s_town, TownPlan(folder), changes), "nothing-left");
    }

    [Fact]
    public void Gives_the_best_plan_so_far_on_interrupt()
    {
        using var folder = new ScratchFolder();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = CommandRun.Of(
            interrupt.Token, "replan", s_town, TownPlan(folder), s_changes,
            "--out", folder.At("new.json"), "--out-scenario", folder.At("new-scenario.json"));
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Interrupted: this is the best plan found until then.", run.Out, StringComparison.Ordinal);
        Assert.True(PlanFile.Read(folder.At("new.json")).Value!.Interrupted);
        Assert.Equal(0, CommandRun.Of("check", folder.At("new-scenario.json"), folder.At("new.json")).ExitCode);
    }

    [Fact]
    public void Tells_everything_that_is_wrong_and_writes_nothing()
    {
        using var folder = new ScratchFolder();
        var plan = TownPlan(folder);
        var changes = folder.Write("changes.json", """{ "nowHours": -1, "crews": [ { "name": "West", "lost": true } ] }""");
        var spoilt = folder.Write("spoilt.json", File.ReadAllText(plan).Replace("\"North\"", "\"East\"", StringComparison.Ordinal));
        AssertRefused(2, "$.nowHours: -1: must be 0 or more", "replan", s_town, plan, changes);
        AssertRefused(2, "$.crews[0].name: West: is not the name of a crew", "replan", s_town, plan, changes);
        AssertRefused(2, "East: is no crew of the scenario", "replan", s_town, spoilt, s_changes);
        AssertRefused(2, "the file cannot be read", "replan", s_town, plan, folder.At("none.json"));
        AssertRefused(2, "Give --out and --out-scenario together", "replan", s_town, plan, s_changes, "--out", folder.At("new.json"));
        AssertRefused(
            2, "is an input of this command", "replan", s_town, plan, s_changes, "--out", plan, "--out-scenario", folder.At("new-scenario.json"));
        AssertRefused(
            2, "is a folder", "replan", s_town, plan, s_changes, "--out", folder.Path, "--out-scenario", folder.At("new-scenario.json"));
        Assert.Equal(["changes.json", "plan.json", "spoilt.json"], folder.Files);
    }

    private static CommandRun Replan(params string[] options)
    {
        using var folder = new ScratchFolder();
        return CommandRun.Of(["replan", s_town, TownPlan(folder), s_changes, .. options]);
    }

    private static string TownPlan(ScratchFolder folder)
    {
        Assert.Equal(0, CommandRun.Of("plan", s_town, "--states", "2000", "--out", folder.At("plan.json")).ExitCode);
        return folder.At("plan.json");
    }

    private static void AssertRefused(int code, string message, params string[] args)
    {
        var run = CommandRun.Of(args);
        Assert.Equal((code, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static void Approve(CommandRun run, string name)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approval.Verify(run.Out, "tests", "Relight.Tests", "Cli", $"ReplanCommandTests.{name}.verified.txt");
    }
}
