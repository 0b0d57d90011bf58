using System.Diagnostics;
using Relight.Cli;
using Relight.Grid.Import;
using Relight.Restoration;
using Relight.Tests.Grid;
using Relight.Tests.Restoration;

namespace Relight.Tests.Cli;

/// <summary>A plan that is ended from outside, in a process of its own: by Ctrl-C, or by memory that runs out.</summary>
public class EndedEarlyTests
{
    private const string Network = "pglib_opf_case1354_pegase";
    private const int Damaged = 80;

    private const int Interrupted = 130;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ctrl_C_gives_the_best_plan_so_far_and_marks_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send on Windows.");
        using var folder = new ScratchFolder();
        using var process = Start(folder, 600, null);
        // The notices of the network are the sign that the work has begun, however early.
        await process.StandardError.ReadLineAsync(Cancellation);
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync(Cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal((Interrupted, true), (process.ExitCode, Plan(folder).Interrupted));
        Assert.Contains("Interrupted: this is the best plan found until then.", output, StringComparison.Ordinal);
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

    private static Process Start(ScratchFolder folder, int seconds, int? megabytes)
    {
        var network = MatpowerReader.Read(SharedData.Network(Network)).Value!;
        var repairs = LoadDeliveryTests.AllDamaged(network, []).Repairs.Select(repair => repair.Element).OrderBy(element => element.Number * 7919 % 1009).Take(Damaged);
        var scenario = folder.Write("scenario.json", $$"""
            { "name": "Ended early", "network": "{{SharedData.Network(Network)}}",
              "damage": [ {{string.Join(", ", repairs.Select(element => $$"""{ "element": "{{element}}", "hours": 4 }"""))}} ],
              "crews": [ { "name": "North" }, { "name": "South" } ] }
            """);
        var start = new ProcessStartInfo(
            "dotnet", [typeof(Program).Assembly.Location, "plan", scenario, "--seconds", $"{seconds}", "--out", folder.At("plan.json")])
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
