using System.Collections.Concurrent;
using Relight.Ledger;

namespace Relight.Web.Forms;

/// <summary>
/// What looked like a slip in forms that were taken, until the page that follows shows it. Kept in memory alone: nothing is lost
/// with it but a hint.
/// </summary>
internal sealed class SentEntries
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<Warning>> _warnings = new();
    private readonly ConcurrentQueue<Guid> _order = new();

    /// <summary>Keeps the doubts about a form.</summary>
    public void Keep(Guid command, IReadOnlyList<Warning> warnings)
    {
        if (warnings.Count == 0 || !_warnings.TryAdd(command, warnings))
            return;
        _order.Enqueue(command);
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
            _warnings.TryRemove(oldest, out _);
    }

    /// <summary>The doubts about a form; empty where there are none.</summary>
    public IReadOnlyList<Warning> Of(Guid command) => _warnings.GetValueOrDefault(command) ?? [];
}
