using Relight.Restoration;

namespace Relight.Cli;

/// <summary>The last gate before a plan is shown or written.</summary>
internal static class PlanHolds
{
    /// <summary>Has plans of a problem checked; says what was found, and gives false where one does not hold.</summary>
    public static async Task<bool> VerifyAsync(Terminal terminal, RestorationProblem problem, params Plan[] plans) =>
        await VerifyAsync(terminal, [.. plans.Select(plan => (problem, plan))], CancellationToken.None) is not null;

    /// <summary>Has plans checked, each of its own problem, until that is ended; says what was found.</summary>
    /// <param name="terminal">Where it is said.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="cancellation">Ends it; the first plan is checked in any case.</param>
    /// <returns>How many of the plans, from the first on, were checked and hold; null where one does not.</returns>
    public static async Task<int?> VerifyAsync(
        Terminal terminal, IReadOnlyList<(RestorationProblem Problem, Plan Plan)> plans, CancellationToken cancellation)
    {
        var reports = await ProgressBars.CheckAsync(terminal, progress => Task.FromResult(Check(plans, progress, cancellation)));
        Findings.Refuse(terminal, reports.SelectMany(report => report.Findings).Distinct());
        if (reports.All(report => report.Passed))
            return reports.Length;
        terminal.Error.WriteLine("A plan that was made does not pass its own check: a fault of Relight. Nothing is written.");
        return null;
    }

    /// <summary>
    /// Checks side by side where nothing can end that. Otherwise one after the other: CLP puts its own handler of Ctrl-C in
    /// place while it solves, and two that solve at once leave it there.
    /// </summary>
    private static PlanCheckReport[] Check(
        IReadOnlyList<(RestorationProblem Problem, Plan Plan)> plans, IProgress<PlanCheckProgress>? progress, CancellationToken cancellation)
    {
        var reports = new PlanCheckReport?[plans.Count];
        var all = progress is null ? null : new CheckProgressSum(plans.Count, progress);
        Parallel.For(0, plans.Count, new ParallelOptions { MaxDegreeOfParallelism = cancellation.CanBeCanceled ? 1 : -1 }, (i, loop) =>
        {
            if (i > 0 && cancellation.IsCancellationRequested)
                loop.Stop();
            else
                reports[i] = PlanCheck.Check(plans[i].Problem, plans[i].Plan, progress: all?.Part(i));
        });
        return [.. reports.OfType<PlanCheckReport>()];
    }

    /// <summary>Makes one progress of several checks that run side by side.</summary>
    private sealed class CheckProgressSum(int checks, IProgress<PlanCheckProgress> whole)
    {
        private readonly PlanCheckProgress[] _parts = new PlanCheckProgress[checks];

        public IProgress<PlanCheckProgress> Part(int check) => new OfOne(this, check);

        private void Report(int check, PlanCheckProgress value)
        {
            lock (_parts)
            {
                _parts[check] = value;
                whole.Report(new PlanCheckProgress(_parts.Sum(part => part.Done), _parts.Sum(part => part.Of)));
            }
        }

        private sealed class OfOne(CheckProgressSum sum, int check) : IProgress<PlanCheckProgress>
        {
            public void Report(PlanCheckProgress value) => sum.Report(check, value);
        }
    }
}
