using Relight.Restoration;

namespace Relight.Cli;

/// <summary>The last gate before a plan is shown or written.</summary>
internal static class PlanHolds
{
    /// <summary>Has plans of a problem checked; says what was found, and gives false where one does not hold.</summary>
    public static Task<bool> VerifyAsync(Terminal terminal, RestorationProblem problem, params Plan[] plans) =>
        VerifyAsync(terminal, [.. plans.Select(plan => (problem, plan))]);

    /// <summary>Has plans checked, each of its own problem, side by side.</summary>
    public static async Task<bool> VerifyAsync(Terminal terminal, IReadOnlyList<(RestorationProblem Problem, Plan Plan)> plans)
    {
        var reports = await ProgressBars.CheckAsync(terminal, progress => Task.FromResult(Check(plans, progress)));
        Findings.Refuse(terminal, reports.SelectMany(report => report.Findings).Distinct());
        var hold = reports.All(report => report.Passed);
        if (!hold)
            terminal.Error.WriteLine("A plan that was made does not pass its own check: a fault of Relight. Nothing is written.");
        return hold;
    }

    private static PlanCheckReport[] Check(
        IReadOnlyList<(RestorationProblem Problem, Plan Plan)> plans, IProgress<PlanCheckProgress>? progress)
    {
        var reports = new PlanCheckReport[plans.Count];
        var all = progress is null ? null : new CheckProgressSum(plans.Count, progress);
        Parallel.For(0, plans.Count, i => reports[i] = PlanCheck.Check(plans[i].Problem, plans[i].Plan, progress: all?.Part(i)));
        return reports;
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
