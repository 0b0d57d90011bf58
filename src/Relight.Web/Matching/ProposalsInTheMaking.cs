using Microsoft.EntityFrameworkCore;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Matching;

/// <summary>
/// Solves proposed allocations apart from any request, so that a page can show how far one is, and can stop it with the best
/// so far. What is found is kept for a while for whoever asks the same of the register as it stands: then what is held is what
/// was seen. A host that is started anew forgets it.
/// </summary>
internal sealed class ProposalsInTheMaking : IDisposable
{
    /// <summary>How long what was found is kept: holds lapse meanwhile without a word in the ledger.</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromMinutes(1);

    /// <summary>How long a page waits for an answer before it shows how far it is.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(1.5);

    // Each takes a core for its seconds.
    private const int AtOnce = 2;

    private readonly Lock _guard = new();
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly List<Making> _all = [];
    private readonly Func<Question, IProgress<AllocationProgress>, CancellationToken, Task<Proposed>> _solve;
    private readonly Func<Id<Operation>, CancellationToken, Task<long>> _ledgerEnd;
    private readonly TimeProvider _time;

    /// <summary>Solves proposals of a register.</summary>
    /// <param name="database">Where the register is.</param>
    /// <param name="time">The clock.</param>
    public ProposalsInTheMaking(Database database, TimeProvider time)
        : this((question, progress, cancel) => Solve(database, time, question, progress, cancel), (operation, cancel) => LedgerEnd(database, operation, cancel), time)
    {
    }

    /// <summary>Solves proposals by whatever solves them.</summary>
    /// <param name="solve">Solves one.</param>
    /// <param name="ledgerEnd">Number of the last row of an operation's ledger.</param>
    /// <param name="time">The clock.</param>
    internal ProposalsInTheMaking(
        Func<Question, IProgress<AllocationProgress>, CancellationToken, Task<Proposed>> solve, Func<Id<Operation>, CancellationToken, Task<long>> ledgerEnd, TimeProvider time) =>
        (_solve, _ledgerEnd, _time) = (solve, ledgerEnd, time);

    /// <summary>What is asked: the same of the same register has the same answer.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="Locks">What is to stay.</param>
    internal sealed record Question(Id<Operation> Operation, IReadOnlyList<KeptGift> Locks)
    {
        /// <summary>What is reckoned for the way.</summary>
        public TransportTerms Terms { get; init; } = TransportTerms.Usual;

        /// <summary>Whether another asks the same.</summary>
        public bool Asks(Question other) => Operation == other.Operation && Terms == other.Terms && Locks.SequenceEqual(other.Locks);
    }

    /// <summary>The proposal that is being made, or was made, for a question of the register as it stands; begun where there is none.</summary>
    public async Task<Making> Of(Question question, CancellationToken cancel)
    {
        var position = await _ledgerEnd(question.Operation, cancel);
        lock (_guard)
        {
            foreach (var old in _all.Where(making => IsOver(making) || (making.Question.Asks(question) && making.Position != position)).ToList())
                Remove(old);
            if (_all.Find(making => making.Question.Asks(question)) is { } known)
                return known;
            var made = new Making(question, position);
            made.Work = Task.Run(() => Run(made), CancellationToken.None);
            _all.Add(made);
            return made;
        }
    }

    /// <summary>Ends a search with the best so far; where it has ended, nothing.</summary>
    public void Stop(Question question)
    {
        lock (_guard)
            _all.Find(making => making.Question.Asks(question))?.Stop();
    }

    /// <summary>Forgets what was found, so that the next who asks has it solved anew.</summary>
    public void Forget(Question question)
    {
        lock (_guard)
            foreach (var making in _all.Where(making => making.Question.Asks(question)).ToList())
                Remove(making);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_guard)
            foreach (var making in _all.ToList())
                Remove(making);
        _places.Dispose();
    }

    private bool IsOver(Making making) => making.Work.IsFaulted || (making.EndedAt is { } at && _time.GetUtcNow() - at > Keeps);

    private void Remove(Making making)
    {
        making.Stop();
        making.Dispose();
        _all.Remove(making);
    }

    private async Task<Proposed> Run(Making making)
    {
        await _places.WaitAsync();
        try
        {
            return await _solve(making.Question, making, making.Token);
        }
        finally
        {
            making.EndedAt = _time.GetUtcNow();
            _places.Release();
        }
    }

    private static async Task<Proposed> Solve(Database database, TimeProvider time, Question question, IProgress<AllocationProgress> progress, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await ProposeAllocation.Run(db, question.Operation, time.GetUtcNow(), new ProposalOptions { Locks = question.Locks, Terms = question.Terms }, progress, cancel);
    }

    private static async Task<long> LedgerEnd(Database database, Id<Operation> operation, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.LedgerHeads.AsNoTracking().Where(head => head.Operation == operation).Select(head => head.Number).FirstOrDefaultAsync(cancel);
    }

    /// <summary>A proposal in the making.</summary>
    internal sealed class Making : IProgress<AllocationProgress>, IDisposable
    {
        private readonly CancellationTokenSource _stop;
        private readonly CancellationToken _token;
        private Box? _progress;

        public Making(Question question, long position)
        {
            (Question, Position, _stop) = (question, position, new CancellationTokenSource());
            // Taken at once: what is forgotten before its turn comes is disposed of.
            _token = _stop.Token;
        }

        /// <summary>What is asked.</summary>
        public Question Question { get; }

        /// <summary>Number of the last row of the ledger when it was begun.</summary>
        public long Position { get; }

        /// <summary>How far it is; null before anything was found.</summary>
        public AllocationProgress? Progress => Volatile.Read(ref _progress)?.Value;

        /// <summary>The work, with what it gives.</summary>
        public Task<Proposed> Work { get; set; } = null!;

        /// <summary>When it ended, UTC; null while it is being made.</summary>
        public DateTimeOffset? EndedAt { get; set; }

        /// <summary>Ends with the search.</summary>
        public CancellationToken Token => _token;

        /// <inheritdoc/>
        public void Report(AllocationProgress value) => Volatile.Write(ref _progress, new Box(value));

        /// <summary>Ends the search with the best so far.</summary>
        public void Stop() => _stop.Cancel();

        /// <inheritdoc/>
        public void Dispose() => _stop.Dispose();

        // A number of several words is not written at one stroke; a reference is.
        private sealed record Box(AllocationProgress Value);
    }
}
