using System.Diagnostics;
using System.Globalization;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary>A running AC check as plain lines, for a log or a pipe: one for the first stage, then one a second at most.</summary>
internal sealed class AcLines(TextWriter writer) : IProgress<AcCheckProgress>
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan? _said;
    private int _stages;

    /// <inheritdoc/>
    public void Report(AcCheckProgress value)
    {
        lock (_gate)
        {
            var elapsed = Stopwatch.GetElapsedTime(_start);
            if (value.Stages <= _stages || (elapsed - _said < s_between && value.Stages < value.Of))
                return;
            (_said, _stages) = (elapsed, value.Stages);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:N0} s: {value.Stages} of {value.Of} stages run in AC"));
        }
    }
}
