using System.Diagnostics;
using System.Runtime.InteropServices;
using Relight.Cli;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Tests.Grid;
using Relight.Tests.Restoration;

namespace Relight.Tests.Cli;

/// <summary>A plan that is ended from outside, in a process of its own: by Ctrl-C, also while its stages are run in AC, or by memory that runs out.</summary>
public class EndedEarlyTests
{
    private const string Network = "pglib_opf_case1354_pegase";
    private const int Damaged = 80;

    private const int Interrupted = 130;
    private const int InterruptSignal = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ctrl_C_gives_the_best_plan_so_far_and_marks_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        using var folder = new ScratchFolder();
        using var process = Start(folder, 600, null);
        // The notices of the network are the sign that the work has begun, however early.
        await process.StandardError.ReadLineAsync(Cancellation);
        Assert.Equal(0, Kill(process.Id, InterruptSignal));
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal((Interrupted, SearchEnd.Interrupted), (process.ExitCode, Plan(folder).Solver.EndedBy));
        Assert.True(Plan(folder).Interrupted);
        Assert.Contains("Interrupted: this is the best plan found until then.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("ac")]
    public async Task Ctrl_C_keeps_the_stages_run_in_AC_until_then(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        using var folder = new ScratchFolder();
        var (scenario, plan) = (Scenario(folder, 2 * Damaged), folder.At("plan.json"));
        if (command == "ac")
            Assert.Equal(0, CommandRun.Of("plan", scenario, "--method", "list", "--out", plan).ExitCode);
        using var process = command == "ac"
            ? Start(null, "ac", scenario, plan, "--threads", "1", "--out", plan)
            : Start(null, "plan", scenario, "--ac", "--method", "list", "--threads", "1", "--out", plan);
        // The first line about stages is the sign that some are kept already.
        while (await process.StandardError.ReadLineAsync(Cancellation) is { } line && !line.Contains("run in AC", StringComparison.Ordinal))
            continue;
        Assert.Equal(0, Kill(process.Id, InterruptSignal));
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        var kept = Plan(folder);
        Assert.Equal((Interrupted, true, false), (process.ExitCode, kept.AcInterrupted, kept.Interrupted));
        var stages = kept.Curve.Count(stage => stage.Ac is not null);
        Assert.InRange(stages, 1, kept.Curve.Count - 1);
        Assert.Contains($"Interrupted: {stages} of {kept.Curve.Count} stages were run in AC until then.", output, StringComparison.Ordinal);
        var check = CommandRun.Of("check", scenario, plan);
        Assert.Contains($"Its AC check was interrupted: {stages} of {kept.Curve.Count} stages were run in AC.", check.Out, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
    }

    /// <summary>Whatever the memory: a whole plan, the best until then and marked, or one clear sentence and no file.</summary>
    [Fact]
    public async Task Memory_that_runs_out_gives_the_best_plan_so_far_or_says_so()
    {
        var ranOut = 0;
        for (var megabytes = 40; megabytes >= 16; megabytes -= 8)
        {
            using var folder = new ScratchFolder();
            using var process = Start(folder, 3, megabytes);
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            if (folder.Files.Contains("plan.json"))
            {
                var outOfMemory = Plan(folder).Interrupted;
                Assert.Equal(outOfMemory, Plan(folder).Solver.EndedBy == SearchEnd.OutOfMemory);
                Assert.Equal(outOfMemory ? Interrupted : 0, process.ExitCode);
                Assert.Equal(outOfMemory, output.Contains("Memory ran out", StringComparison.Ordinal));
                ranOut += outOfMemory ? 1 : 0;
            }
            else
            {
                Assert.Contains("emory", await errors, StringComparison.Ordinal);
                ranOut++;
            }
        }
        Assert.NotEqual(0, ranOut);
    }

    // By the system call: to start a program that sends the signal takes as long as some checks do.
    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    private static string Scenario(ScratchFolder folder, int damaged = Damaged)
    {
        var network = MatpowerReader.Read(SharedData.Network(Network)).Value!;
        var repairs = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(repair => repair.Element).OrderBy(element => element.Number * 7919 % 1009).Take(damaged);
        return folder.Write("scenario.json", $$"""
            { "name": "Ended early", "network": "{{SharedData.Network(Network)}}",
              "damage": [ {{string.Join(", ", repairs.Select(element => $$"""{ "element": "{{element}}", "hours": 4 }"""))}} ],
              "crews": [ { "name": "North" }, { "name": "South" } ] }
            """);
    }

    private static Process Start(ScratchFolder folder, int seconds, int? megabytes) =>
        Start(megabytes, "plan", Scenario(folder), "--seconds", $"{seconds}", "--out", folder.At("plan.json"));

    private static Process Start(int? megabytes, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (megabytes is not null)
            start.Environment["DOTNET_GCHeapHardLimit"] = $"{megabytes * 0x100000:x}";
        return Process.Start(start)!;
    }

    private static Plan Plan(ScratchFolder folder) => PlanFile.Read(folder.At("plan.json")).Value!;
}
