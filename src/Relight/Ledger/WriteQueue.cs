using Microsoft.EntityFrameworkCore.Storage;
using Relight.Register;
using Relight.Storage;
using Database = Relight.Storage.Database;

namespace Relight.Ledger;

/// <summary>
/// The commands that wait to be written, in the order in which they came. Those of one operation that wait together are
/// carried out in one transaction, each behind a savepoint of its own, and acknowledged once it is on disk: so a disk that
/// takes its time for every commit holds up all who wait once, not one after the other.
/// </summary>
/// <param name="database">Where they are written.</param>
internal sealed class WriteQueue(Database database)
{
    // More would keep the first of them waiting for no gain: by then the disk is the smaller part.
    private const int MostTogether = 64;

    private readonly Lock _lock = new();
    private readonly LinkedList<Piece> _waiting = [];
    private bool _writing;

    /// <summary>Carries a piece of work out when its turn comes; what it gives is acknowledged once it is on disk.</summary>
    /// <param name="operation">The operation that it writes into.</param>
    /// <param name="work">What it does in the transaction; whether there is something to keep is up to it.</param>
    public Task<Outcome> Add(Id<Operation> operation, Func<RelightContext, Task<Outcome>> work)
    {
        var piece = new Piece(operation, work, ExecutionContext.Capture()!, new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_lock)
        {
            _waiting.AddLast(piece);
            if (!_writing)
            {
                _writing = true;
                using (ExecutionContext.SuppressFlow())
                    _ = Task.Run(Write);
            }
        }
        return piece.Done.Task;
    }

    private async Task Write()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                await Write(batch);
            }
            catch (Exception error)
            {
                // The transaction as a whole has failed: nobody is told that it was kept.
                foreach (var piece in batch)
                    piece.Done.TrySetException(error);
            }
        }
    }

    // Pieces of one operation: two transactions that each lock several could wait for each other for ever.
    private List<Piece> Next()
    {
        lock (_lock)
        {
            var batch = new List<Piece>();
            for (var node = _waiting.First; node is not null && batch.Count < MostTogether;)
            {
                var following = node.Next;
                if (batch.Count == 0 || node.Value.Operation == batch[0].Operation)
                {
                    batch.Add(node.Value);
                    _waiting.Remove(node);
                }
                node = following;
            }
            _writing = batch.Count > 0;
            return batch;
        }
    }

    private async Task Write(List<Piece> batch)
    {
        await using var db = database.Open();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Lock(batch[0].Operation, CancellationToken.None);
        var kept = new List<(Piece Piece, Outcome Outcome)>();
        foreach (var piece in batch)
            if (await Attempt(db, transaction, piece) is { } outcome)
                kept.Add((piece, outcome));
        await transaction.CommitAsync();
        foreach (var (piece, outcome) in kept)
            piece.Done.SetResult(outcome);
        database.Growth.Wrote(kept.Sum(pair => pair.Outcome.Repeated ? 0 : pair.Outcome.Events.Count));
    }

    private static async Task<Outcome?> Attempt(RelightContext db, IDbContextTransaction transaction, Piece piece)
    {
        const string Savepoint = "piece";
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            // In the surroundings of whoever sent it, such as the language of the request.
            Task<Outcome>? work = null;
            ExecutionContext.Run(piece.Context, _ => work = piece.Work(db), null);
            var outcome = await work!;
            await transaction.ReleaseSavepointAsync(Savepoint);
            return outcome;
        }
        catch (Exception error)
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            piece.Done.SetException(error);
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private sealed record Piece(
        Id<Operation> Operation, Func<RelightContext, Task<Outcome>> Work, ExecutionContext Context, TaskCompletionSource<Outcome> Done);
}
