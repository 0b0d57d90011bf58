using Relight.Restoration;
using Relight.Tests.Grid;

namespace Relight.Tests.Cli;

/// <summary><c>relight plan</c>, <c>check</c> and <c>network check</c> on good input.</summary>
public class PlanCommandTests
{
    private static readonly string s_town = Repository.At("samples", "town", "scenario.json");

    [Fact]
    public void Prints_a_plan_for_people() => Approve(CommandRun.Of("plan", s_town, "--states", "2000"), "plan");

    [Fact]
    public void Says_that_nothing_is_damaged()
    {
        using var folder = new ScratchFolder();
        folder.Write("town.m", File.ReadAllText(Repository.At("samples", "town", "town.m")));
        var scenario = folder.Write("scenario.json", """{ "name": "Calm", "network": "town.m", "horizonHours": 24, "damage": [] }""");
        Approve(CommandRun.Of("plan", scenario), "plan-of-nothing");
    }

    [Fact]
    public void Prints_the_same_JSON_as_it_writes()
    {
        using var folder = new ScratchFolder();
        var run = CommandRun.Of("plan", s_town, "--states", "500", "--json", "--out", folder.At("plan.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllText(folder.At("plan.json")), run.Out);
        Assert.Equal(["plan.json"], folder.Files);
    }

    [Fact]
    public void Writes_the_same_bytes_whatever_the_threads()
    {
        var one = CommandRun.Of("plan", s_town, "--states", "3000", "--seed", "7", "--threads", "1", "--json");
        var two = CommandRun.Of("plan", s_town, "--states", "3000", "--seed", "7", "--threads", "2", "--json");
        Assert.Equal(WithoutSeconds(one.Out), WithoutSeconds(two.Out));

        static IEnumerable<string> WithoutSeconds(string json) =>
            json.Split('\n').Where(line => !line.Contains("\"seconds\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_the_best_plan_so_far_on_interrupt()
    {
        using var folder = new ScratchFolder();
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = CommandRun.Of(interrupt.Token, "plan", s_town, "--out", folder.At("plan.json"));
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("Interrupted: this is the best plan found until then.", run.Out, StringComparison.Ordinal);
        Assert.True(PlanFile.Read(folder.At("plan.json")).Value!.Interrupted);
        Assert.Equal(0, CommandRun.Of("check", s_town, folder.At("plan.json")).ExitCode);
    }

    [Fact]
    public void A_plan_that_does_not_hold_is_refused()
    {
        using var folder = new ScratchFolder();
        var plan = CommandRun.Of("plan", s_town, "--states", "500", "--json").Out;
        var good = folder.Write("good.json", plan);
        var bad = folder.Write("bad.json", plan.Replace("\"crew\": \"North\"", "\"crew\": \"South\"", StringComparison.Ordinal));
        Approve(CommandRun.Of("check", s_town, good), "check");
        var run = CommandRun.Of("check", s_town, bad);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("lacks the skill substation", run.Error, StringComparison.Ordinal);
        Assert.Contains("The plan does not hold.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Looks_a_network_over() => Approve(CommandRun.Of("network", "check", Repository.At("samples", "town", "town.m")), "network");

    [Fact]
    public void Looks_a_network_over_as_JSON() =>
        Approve(CommandRun.Of("network", "check", Repository.At("tests", "cases", "plan", "dc-line", "network.m"), "--json"), "network-json");

    [Fact]
    public void Tells_what_it_can_do() => Approve(CommandRun.Of("plan", "--help"), "help");

    [Fact]
    public void Plans_a_real_network_with_two_fifths_of_its_branches_damaged()
    {
        var network = SharedData.Network("pglib_opf_case118_ieee");
        using var folder = new ScratchFolder();
        var damage = Enumerable.Range(1, 186).Where(row => row * 37 % 186 < 74)
            .Select(row => $$"""{ "element": "branch:{{row}}", "hours": {{2 + (row * 7 % 23)}} }""");
        var scenario = folder.Write("scenario.json", $$"""
            { "network": "{{network}}", "damage": [ {{string.Join(", ", damage)}} ],
              "crews": [ { "name": "North" }, { "name": "South" }, { "name": "West" } ] }
            """);
        var run = CommandRun.Of("plan", scenario, "--states", "2000", "--out", folder.At("plan.json"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(74, PlanFile.Read(folder.At("plan.json")).Value!.Repairs.Count);
        Assert.Equal(0, CommandRun.Of("check", scenario, folder.At("plan.json")).ExitCode);
    }

    private static void Approve(CommandRun run, string name)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approval.Verify(run.Out, "tests", "Relight.Tests", "Cli", $"PlanCommandTests.{name}.verified.txt");
    }
}
