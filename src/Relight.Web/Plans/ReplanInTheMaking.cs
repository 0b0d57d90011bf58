using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Web.Plans;

/// <summary>
/// Plans anew for arrivals that changed, at a reader's wish and apart from any request: one plan at a time, for each takes a whole
/// machine. What it finds is kept in memory until someone adopts it or leaves it; a host that is started anew forgets it.
/// </summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
internal sealed class ReplanInTheMaking(Database database, TimeProvider time) : IDisposable
{
    /// <summary>Seconds that it takes where nobody stops it.</summary>
    public const int Seconds = 20;

    private readonly Lock _guard = new();
    private readonly ReplanArrivals _replan = new(database, time);
    private Making? _making;

    /// <summary>A plan that is being made, or was made, for an operation; null where there is none.</summary>
    public Making? Of(Id<Operation> operation)
    {
        lock (_guard)
            return _making is { IsDropped: false } making && making.Operation == operation ? making : null;
    }

    /// <summary>Begins to plan anew; false where a plan is being made already.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="nowHours">Hour up to which the plan has been carried out.</param>
    public bool Begin(Id<Operation> operation, double nowHours)
    {
        lock (_guard)
        {
            if (_making is { Work.IsCompleted: false })
                return false;
            _making?.Dispose();
            var making = new Making(operation);
            making.Work = Task.Run(() => _replan.Propose(
                operation, nowHours, new PlannerOptions { Time = TimeSpan.FromSeconds(Seconds) }, making, making.Token));
            _making = making;
            return true;
        }
    }

    /// <summary>Ends the search; the best plan so far is offered.</summary>
    public void Stop(Id<Operation> operation) => Of(operation)?.Stop();

    /// <summary>Forgets what was made. One that is being made is stopped, and until it has ended no other begins.</summary>
    public void Drop(Id<Operation> operation)
    {
        lock (_guard)
            if (Of(operation) is { } making)
            {
                making.Stop();
                making.IsDropped = true;
            }
    }

    /// <summary>Keeps the plan that was made, and forgets it here; gives why it is refused, nothing where it is kept.</summary>
    public async Task<IReadOnlyList<Refusal>> Adopt(Id<Operation> operation, string by)
    {
        if (Of(operation) is not { Found: { Replan: not null } found })
            return [new Refusal("plan", null, "is not here any more: plan anew")];
        var adopted = await _replan.Adopt(operation, found, by);
        if (adopted.Refusals.Count == 0)
            Drop(operation);
        return adopted.Refusals;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _making?.Stop();
        _making?.Dispose();
    }

    /// <summary>A plan in the making.</summary>
    /// <param name="operation">The operation.</param>
    internal sealed class Making(Id<Operation> operation) : IProgress<PlanProgress>, IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private volatile PlanProgress? _progress;

        /// <summary>The operation.</summary>
        public Id<Operation> Operation => operation;

        /// <summary>How far it is; null before it has begun to search.</summary>
        public PlanProgress? Progress => _progress;

        /// <summary>The work.</summary>
        public Task<ArrivalsReplanned> Work { get; set; } = null!;

        /// <summary>What was found; null while it is being made, or where that failed.</summary>
        public ArrivalsReplanned? Found => Work.IsCompletedSuccessfully ? Work.Result : null;

        /// <summary>Whether nobody wants it any more.</summary>
        public bool IsDropped { get; set; }

        /// <summary>Ends with the search.</summary>
        public CancellationToken Token => _stop.Token;

        /// <inheritdoc/>
        public void Report(PlanProgress value) => _progress = value;

        /// <summary>Ends the search.</summary>
        public void Stop() => _stop.Cancel();

        /// <inheritdoc/>
        public void Dispose() => _stop.Dispose();
    }
}
