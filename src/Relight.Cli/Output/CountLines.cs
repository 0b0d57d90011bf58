using System.Diagnostics;
using System.Globalization;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary>A running check as plain lines, for a log or a pipe: one a second at most, and one for the last of what it counts.</summary>
/// <param name="writer">Where the lines go.</param>
/// <param name="what">What is counted.</param>
/// <param name="quiet">What ends within this says nothing.</param>
internal sealed class CountLines(TextWriter writer, string what, TimeSpan quiet) : IProgress<AcCheckProgress>, IProgress<PlanCheckProgress>
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan? _said;
    private int _done;

    /// <summary>Lines for stages that are run in AC.</summary>
    public static CountLines OfAc(TextWriter writer) => new(writer, "stages run in AC", TimeSpan.Zero);

    /// <summary>Lines for grid states that the check of a plan computes.</summary>
    public static CountLines OfCheck(TextWriter writer) => new(writer, "grid states checked", TimeSpan.FromSeconds(3));

    void IProgress<AcCheckProgress>.Report(AcCheckProgress value) => Report(value.Stages, value.Of);

    void IProgress<PlanCheckProgress>.Report(PlanCheckProgress value) => Report(value.Done, value.Of);

    private void Report(int done, int of)
    {
        lock (_gate)
        {
            var elapsed = Stopwatch.GetElapsedTime(_start);
            if (elapsed < quiet || done <= _done || (elapsed - _said < s_between && done < of))
                return;
            (_said, _done) = (elapsed, done);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:N0} s: {done} of {of} {what}"));
        }
    }
}
