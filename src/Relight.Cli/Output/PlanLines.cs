using System.Globalization;
using Relight.Restoration;

namespace Relight.Cli;

/// <summary>
/// A running search as plain lines, for a log or a pipe: best value, bound and gap, a line whenever they read differently
/// and a second has passed since the last, one each ten seconds in any case with how far it is, and one for where it ended.
/// A search that ends within a second says nothing.
/// </summary>
internal sealed class PlanLines(TextWriter writer) : IProgress<PlanProgress>
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_atLeast = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private PlanProgress? _last;
    private TimeSpan _said;
    private string _text = "";

    /// <inheritdoc/>
    public void Report(PlanProgress value)
    {
        lock (_gate)
        {
            _last = value;
            if (value.Elapsed - _said >= s_between)
                Say(value);
        }
    }

    /// <summary>Tells where the search ended, if it told anything before.</summary>
    public void End()
    {
        lock (_gate)
            if (_last is not null && _text.Length > 0)
                Say(_last);
    }

    private void Say(PlanProgress value)
    {
        var text = Text(value);
        var isNew = text != _text;
        if (!isNew && value.Elapsed - _said < s_atLeast)
            return;
        (_said, _text) = (value.Elapsed, text);
        var how = isNew ? "" : $"{Numbers.Share(value.Done)} done, ";
        writer.WriteLine($"{value.Elapsed.TotalSeconds.ToString("N0", CultureInfo.InvariantCulture)} s: {how}{text}");
    }

    /// <summary>Best value, and bound and gap where a bound is known.</summary>
    public static string Text(PlanProgress value)
    {
        var worth = new PlanObjective(value.BestMegawattHours, value.BestMegawattHours, value.LowerBoundMegawattHours);
        var bound = value.LowerBoundMegawattHours > 0
            ? $", bound {Numbers.Energy(value.LowerBoundMegawattHours)} MWh, gap {Numbers.Share(worth.Gap)}"
            : "";
        return $"best {Numbers.Energy(value.BestMegawattHours)} MWh{bound}";
    }
}
