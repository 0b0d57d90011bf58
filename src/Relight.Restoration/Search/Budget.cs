using System.Diagnostics;

namespace Relight.Restoration.Search;

/// <summary>
/// How much of a search's budget is used, as a share from 0 to 1. With a limit of states only states and schedules
/// count, so that the search takes the same way on every machine; otherwise time counts.
/// </summary>
internal sealed class Budget(long? states, TimeSpan? time, CancellationToken cancel)
{
    // Looking at a schedule whose states are all known costs about as much as a small part of a state.
    private const double SchedulesPerState = 20;

    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>What ends it when the user wants it to end now.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>True where the user wants it to end now, or memory has run out.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested || IsOutOfMemory;

    /// <summary>True once memory has run out.</summary>
    public bool IsOutOfMemory { get; private set; }

    /// <summary>Ends it as memory has run out.</summary>
    public void EndForMemory() => IsOutOfMemory = true;

    /// <summary>Share used, given what has been done.</summary>
    public double Used(long statesComputed, long schedulesSeen)
    {
        if (IsCancelled)
            return 1;
        var used = time is { } limit ? Elapsed / limit : 0;
        if (states is { } most)
            used = Math.Max(used, (statesComputed + schedulesSeen / SchedulesPerState) / most);
        return Math.Min(1, used);
    }
}
