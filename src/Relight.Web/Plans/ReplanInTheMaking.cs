using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Web.Plans;

/// <summary>
/// Plans anew for arrivals that changed, at a reader's wish and apart from any request: one plan at a time, for each takes a whole
/// machine. What it finds is kept in the register until someone adopts it or leaves it; a host that stops meanwhile keeps the best so far.
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

    /// <summary>A plan that is being made for an operation, or that was the last to be made since the host was started; null where there is none.</summary>
    public Making? Of(Id<Operation> operation)
    {
        lock (_guard)
            return _making is { IsDropped: false } making && making.Operation == operation ? making : null;
    }

    /// <summary>Begins to plan anew; false where a plan is being made already.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="nowHours">Hour up to which the plan has been carried out.</param>
    /// <param name="by">Who has it made.</param>
    public bool Begin(Id<Operation> operation, double nowHours, string by)
    {
        lock (_guard)
        {
            if (_making is { Work.IsCompleted: false })
                return false;
            _making?.Dispose();
            var making = new Making(operation);
            making.Work = Task.Run(() => Make(making, nowHours, by));
            _making = making;
            return true;
        }
    }

    /// <summary>Ends the search; the best plan so far is offered.</summary>
    public void Stop(Id<Operation> operation) => Of(operation)?.Stop();

    /// <summary>Adopts what is proposed, or leaves it; gives why that is refused. One that is being made is stopped, and until it has ended no other begins.</summary>
    public async Task<IReadOnlyList<Refusal>> Settle(Id<Operation> operation, bool adopt, string by)
    {
        var refusals = await _replan.Settle(operation, adopt, by);
        lock (_guard)
            if (Of(operation) is { } making && (refusals.Count == 0 || !adopt))
            {
                making.Stop();
                making.IsDropped = true;
            }
        return adopt ? refusals : [];
    }

    private async Task<ArrivalsReplanned> Make(Making making, double nowHours, string by)
    {
        var found = await _replan.Propose(making.Operation, nowHours, new PlannerOptions { Time = TimeSpan.FromSeconds(Seconds) }, making, making.Token);
        return found.Replan is null || making.IsDropped ? found : found with { Refusals = await _replan.Keep(making.Operation, found, by) };
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
