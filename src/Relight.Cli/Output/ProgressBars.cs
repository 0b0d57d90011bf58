using Relight.Matching;
using Relight.Restoration;
using Relight.Sample;
using Spectre.Console;

namespace Relight.Cli;

/// <summary>Long work under moving bars; without a terminal to move them on, plain lines for what takes long, and the work alone for the rest.</summary>
internal static class ProgressBars
{
    private static readonly ProgressColumn[] s_columns =
        [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()];

    /// <summary>Plans under a bar that shows the best value, the bound and the gap so far; the same in plain lines without a terminal.</summary>
    public static Task<T> PlanAsync<T>(Terminal terminal, Func<IProgress<PlanProgress>?, Task<T>> plan) =>
        terminal is { Progress: null, ProgressLines: { } lines }
            ? InLinesAsync(new PlanLines(lines), plan)
            : RunAsync<T, PlanProgress>(terminal, plan, bars => new PlanBar(bars));

    /// <summary>Checks in AC under a bar that counts stages; the same in plain lines without a terminal.</summary>
    public static Task<T> AcAsync<T>(Terminal terminal, Func<IProgress<AcCheckProgress>?, Task<T>> check) =>
        terminal is { Progress: null, ProgressLines: { } lines }
            ? Task.Run(() => check(CountLines.OfAc(lines)))
            : RunAsync<T, AcCheckProgress>(terminal, check, bars => new AcBar(bars));

    /// <summary>Checks a plan under a bar that counts grid states; the same in plain lines without a terminal.</summary>
    public static Task<T> CheckAsync<T>(Terminal terminal, Func<IProgress<PlanCheckProgress>?, Task<T>> check) =>
        terminal is { Progress: null, ProgressLines: { } lines }
            ? Task.Run(() => check(CountLines.OfCheck(lines)))
            : RunAsync<T, PlanCheckProgress>(terminal, check, bars => new CheckBar(bars));

    /// <summary>Plans, runs the stages in AC and checks, under a bar for each; in plain lines without a terminal.</summary>
    public static Task<T> MakePlanAsync<T>(
        Terminal terminal, Func<IProgress<PlanProgress>?, IProgress<AcCheckProgress>?, IProgress<PlanCheckProgress>?, Task<T>> make)
    {
        if (terminal is { Progress: null, ProgressLines: { } lines })
        {
            var planned = new PlanLines(lines);
            return InLinesAsync(planned, plan => make(
                plan, new After<AcCheckProgress>(planned, CountLines.OfAc(lines)), new After<PlanCheckProgress>(planned, CountLines.OfCheck(lines))));
        }
        return terminal.Progress is not { } console
            ? Task.Run(() => make(null, null, null))
            : console.Progress().Columns(s_columns).StartAsync(bars =>
            {
                var (plan, ac, check) = (new PlanBar(bars), new AcBar(bars), new CheckBar(bars));
                return Task.Run(() => make(plan, ac, check));
            });
    }

    /// <summary>Allocates under a bar that shows the best so far, and then counts the needs that go without.</summary>
    public static Task<T> AllocateAsync<T>(Terminal terminal, Func<IProgress<AllocationProgress>?, Task<T>> allocate) =>
        RunAsync<T, AllocationProgress>(terminal, allocate, bars => new AllocationBar(bars));

    /// <summary>Loads under a bar for each kind of thing.</summary>
    public static Task<T> LoadAsync<T>(Terminal terminal, Func<IProgress<LoadProgress>?, Task<T>> load) =>
        RunAsync<T, LoadProgress>(terminal, load, bars => new LoadBars(bars));

    private static async Task<T> InLinesAsync<T>(PlanLines lines, Func<IProgress<PlanProgress>?, Task<T>> plan)
    {
        var planned = await Task.Run(() => plan(lines));
        lines.End();
        return planned;
    }

    private static Task<T> RunAsync<T, TProgress>(
        Terminal terminal, Func<IProgress<TProgress>?, Task<T>> work, Func<ProgressContext, IProgress<TProgress>> onBars)
    {
        if (terminal.Progress is not { } console)
            return Task.Run(() => work(null));
        return console.Progress()
            .Columns(s_columns)
            .StartAsync(bars =>
            {
                var progress = onBars(bars);
                return Task.Run(() => work(progress));
            });
    }

    // The search has ended where what was found is looked at: it says so first.
    private sealed class After<T>(PlanLines plan, IProgress<T> next) : IProgress<T>
    {
        public void Report(T value)
        {
            plan.End();
            next.Report(value);
        }
    }

    private sealed class PlanBar(ProgressContext bars) : IProgress<PlanProgress>
    {
        private readonly ProgressTask _bar = bars.AddTask("Planning", maxValue: 1);

        public void Report(PlanProgress value)
        {
            // With a limit of states the bound goes on once the search is over.
            _bar.Description = Markup.Escape($"{(value.Done < 1 ? "Planning" : "Raising the bound")}: {PlanLines.Text(value)}");
            _bar.Value = value.Done;
        }
    }

    private sealed class AllocationBar(ProgressContext bars) : IProgress<AllocationProgress>
    {
        private readonly ProgressTask _bar = bars.AddTask("Allocating", maxValue: 1);

        public void Report(AllocationProgress value)
        {
            _bar.Description = Markup.Escape($"{(value.Looked > 0 ? "Finding why needs go without" : "Allocating")}: worth {Numbers.Energy((double)value.Worth)} MWh, none above {Numbers.Energy((double)value.Bound)}");
            _bar.Value = value.Looked;
        }
    }

    private sealed class AcBar(ProgressContext bars) : IProgress<AcCheckProgress>
    {
        private readonly ProgressTask _bar = bars.AddTask("Running the stages in AC");

        public void Report(AcCheckProgress value) => (_bar.MaxValue, _bar.Value) = (value.Of, Math.Max(_bar.Value, value.Stages));
    }

    private sealed class CheckBar(ProgressContext bars) : IProgress<PlanCheckProgress>
    {
        private readonly ProgressTask _bar = bars.AddTask("Checking the plan");

        public void Report(PlanCheckProgress value) => (_bar.MaxValue, _bar.Value) = (value.Of, Math.Max(_bar.Value, value.Done));
    }

    private sealed class LoadBars(ProgressContext bars) : IProgress<LoadProgress>
    {
        private readonly Dictionary<string, ProgressTask> _bars = [];

        public void Report(LoadProgress value)
        {
            if (!_bars.TryGetValue(value.What, out var bar))
                _bars[value.What] = bar = bars.AddTask(Markup.Escape($"Loading {value.What}"), maxValue: Math.Max(1, value.Of));
            bar.Value = value.Of == 0 ? 1 : value.Done;
        }
    }
}
