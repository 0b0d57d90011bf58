using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Web.Matching;

/// <summary>Computes what needs are worth at a reader's wish, one computation at a time: each takes a whole machine for its seconds.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
internal sealed class ValuesInTheMaking(Database database, TimeProvider time) : IDisposable
{
    /// <summary>Seconds that it takes where nobody says otherwise.</summary>
    public const int UsualSeconds = 20;

    /// <summary>Most seconds that it may take.</summary>
    public const int MostSeconds = 60;

    private readonly SemaphoreSlim _one = new(1);
    private readonly CancellationTokenSource _stopped = new();
    private volatile Making? _now;
    private volatile Making? _last;

    /// <summary>Stops what is being computed; what was found until then is kept.</summary>
    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
        _one.Dispose();
    }

    /// <summary>Share of the computing for an operation that is done, 0 to 1; null where nothing is being computed for it.</summary>
    public double? DoneOf(Id<Operation> operation) => _now is { } now && now.Operation == operation ? now.Done : null;

    /// <summary>Whether the last computation for an operation that was begun from a page found no plan to compute from.</summary>
    public bool FoundNoPlan(Id<Operation> operation) => _last is { } last && last.Operation == operation && last.FoundNoPlan;

    /// <summary>Computes and keeps the values, under a key where one is given; null where others are being computed.</summary>
    public async Task<NeedsValuedAndKept?> Run(Id<Operation> operation, int seconds, string by, CancellationToken cancel, Guid? key = null)
    {
        if (!await _one.WaitAsync(0, cancel))
            return null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var making = _now = new Making(operation, stop);
        try
        {
            var options = new PlannerOptions { Time = TimeSpan.FromSeconds(seconds) };
            var made = await Task.Run(
                () => new ValueNeeds(database, time).Run(operation, null, options, by, making, stop.Token, key), CancellationToken.None);
            making.FoundNoPlan = made.Values is null;
            return made;
        }
        finally
        {
            (_now, _last) = (null, making);
            making.End();
            _one.Release();
        }
    }

    /// <summary>Ends what is being computed for an operation, and waits until what was found is kept; where nothing is, nothing.</summary>
    public Task Stop(Id<Operation> operation) => _now is { } now && now.Operation == operation ? now.Stop() : Task.CompletedTask;

    /// <summary>Begins to compute the values, and does not wait for them; false where others are being computed.</summary>
    public bool Begin(Id<Operation> operation, string by)
    {
        var run = Run(operation, UsualSeconds, by, _stopped.Token);
        return !(run.IsCompletedSuccessfully && run.Result is null);
    }

    private sealed class Making(Id<Operation> operation, CancellationTokenSource stop) : IProgress<PlanProgress>
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _guard = new();
        private bool _isOver;
        private double _done;

        public Id<Operation> Operation => operation;

        public double Done => Volatile.Read(ref _done);

        public bool FoundNoPlan { get; set; }

        // What is stopped is disposed of with the request that began it: not after it has ended.
        public Task Stop()
        {
            lock (_guard)
                if (!_isOver)
                    stop.Cancel();
            return _ended.Task;
        }

        public void End()
        {
            lock (_guard)
                _isOver = true;
            _ended.TrySetResult();
        }

        public void Report(PlanProgress value) => Volatile.Write(ref _done, Math.Max(_done, value.Done));
    }
}
