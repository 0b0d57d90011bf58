using Relight.Restoration;

namespace Relight.Cli;

/// <summary>The last gate before a plan is shown or written.</summary>
internal static class PlanHolds
{
    /// <summary>Has plans of a problem checked; says what was found, and gives false where one does not hold.</summary>
    public static bool Verify(Terminal terminal, RestorationProblem problem, params Plan[] plans) =>
        Verify(terminal, [.. plans.Select(plan => (problem, plan))]);

    /// <summary>Has plans checked, each of its own problem, side by side.</summary>
    public static bool Verify(Terminal terminal, IReadOnlyList<(RestorationProblem Problem, Plan Plan)> plans)
    {
        var reports = new PlanCheckReport[plans.Count];
        Parallel.For(0, plans.Count, i => reports[i] = PlanCheck.Check(plans[i].Problem, plans[i].Plan));
        Findings.Refuse(terminal, reports.SelectMany(report => report.Findings).Distinct());
        var hold = reports.All(report => report.Passed);
        if (!hold)
            terminal.Error.WriteLine("A plan that was made does not pass its own check: a fault of Relight. Nothing is written.");
        return hold;
    }
}
