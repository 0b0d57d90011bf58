using Relight.Restoration;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>Runs the planner under a bar that shows the best plan, the bound and the gap so far.</summary>
internal static class PlanProgressBar
{
    /// <summary>Finds a plan; on cancellation, the best one until then.</summary>
    public static async Task<Plan> RunAsync(
        Terminal terminal, RestorationProblem problem, PlannerOptions options, CancellationToken cancellation)
    {
        if (terminal.Progress is not { } console)
            return await Task.Run(() => Planner.Plan(problem, options, null, cancellation), CancellationToken.None);
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("Planning", maxValue: 1);
                var progress = new OnBar(bar);
                return Task.Run(() => Planner.Plan(problem, options, progress, cancellation), CancellationToken.None);
            });
    }

    private sealed class OnBar(ProgressTask bar) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value)
        {
            var worth = new PlanObjective(value.BestMegawattHours, value.BestMegawattHours, value.LowerBoundMegawattHours);
            bar.Description = Markup.Escape(
                $"Best {Numbers.Energy(value.BestMegawattHours)} MWh, bound {Numbers.Energy(value.LowerBoundMegawattHours)}, gap {Numbers.Share(worth.Gap)}");
            bar.Value = value.Done;
        }
    }
}
