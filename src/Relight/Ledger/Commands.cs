using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>Who sends a command, to which operation, under which id.</summary>
/// <param name="Command">Made by the client: the same id sent again is carried out once.</param>
/// <param name="Operation">The operation.</param>
/// <param name="By">Who acts.</param>
public sealed record Envelope(Guid Command, Id<Operation> Operation, string By);

/// <summary>What a command led to.</summary>
/// <param name="Events">What happened; empty where it was refused.</param>
/// <param name="Warnings">What looks like a slip.</param>
/// <param name="Refusals">Why it was refused; empty where it was carried out.</param>
/// <param name="Repeated">Whether the same command had been carried out before, so that nothing was done now.</param>
public sealed record Outcome(
    IReadOnlyList<IEvent> Events, IReadOnlyList<Warning> Warnings, IReadOnlyList<Refusal> Refusals, bool Repeated)
{
    /// <summary>Whether the register now holds what the command asked for.</summary>
    public bool Done => Refusals.Count == 0;
}

/// <summary>Carries commands out: decide, append to the ledger and apply to the state tables, in one transaction, see <see cref="WriteQueue"/>.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
public sealed class Commands(Database database, TimeProvider time)
{
    /// <summary>
    /// Carries a command out, or says why not. When this returns without refusals, the events are on disk.
    /// Commands of one operation are carried out one after the other, so what <c>Decide</c> saw still holds when it is written.
    /// </summary>
    /// <param name="command">What is wanted.</param>
    /// <param name="envelope">Who sends it, under which id.</param>
    /// <param name="cancel">Takes it back while it waits.</param>
    /// <param name="unless">
    /// Looks at the register in the transaction that would carry it out, and says why it is not to be; what was carried out
    /// before is not asked again.
    /// </param>
    public Task<Outcome> Run(ICommand command, Envelope envelope, CancellationToken cancel = default, Func<RelightContext, Task<Refusal?>>? unless = null) =>
        database.Writes.Add(envelope.Operation, db => CarryOut(db, command, envelope, unless, cancel));

    private async Task<Outcome> CarryOut(
        RelightContext db, ICommand command, Envelope envelope, Func<RelightContext, Task<Refusal?>>? unless, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            command.GetType().Name + LedgerJson.Write(command, command.GetType()))));
        if (await Earlier(db, command, envelope, sha, cancel) is { } earlier)
            return earlier;
        if (unless is not null && await unless(db) is { } reason)
            return new Outcome([], [], [reason], false);

        var moment = new Moment(envelope.Operation, envelope.By, Now());
        var checks = new Checks().Text("by", envelope.By);
        if (!checks.Clean)
            return Refused(checks.Refused());
        var decision = await command.Decide(db, moment, cancel);
        if (decision is not Decision.Accepted accepted)
            return Refused(decision);

        foreach (var happened in accepted.Events)
            await Append(db, envelope, sha, happened, moment, cancel);
        return new Outcome(accepted.Events, accepted.Warnings, [], false);
    }

    private static Outcome Refused(Decision decision) => new([], [], ((Decision.Refused)decision).Refusals, false);

    // Both databases keep microseconds: a finer time would not be the same when read again.
    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    private static async Task<Outcome?> Earlier(
        RelightContext db, ICommand command, Envelope envelope, string sha, CancellationToken cancel)
    {
        var rows = await db.Ledger.AsNoTracking()
            .Where(row => row.Operation == envelope.Operation && row.Command == envelope.Command)
            .OrderBy(row => row.Number)
            .ToListAsync(cancel);
        if (rows.Count == 0)
            return null;
        if (rows[0].CommandSha256 != sha)
            return new Outcome([], [], [new Refusal("command", envelope.Command.ToString(), "this id belongs to another command")], false);
        // The answer is the one that was given: doubts follow from the command, as of the moment when it was carried out.
        var again = await command.Decide(db, new Moment(envelope.Operation, rows[0].By, rows[0].At), cancel);
        var warnings = again is Decision.Accepted accepted ? accepted.Warnings : ((Decision.Refused)again).Warnings;
        return new Outcome([.. rows.Select(row => EventTypes.Read(row.Type, row.Payload))], warnings, [], true);
    }

    private static async Task Append(
        RelightContext db, Envelope envelope, string sha, IEvent happened, Moment moment, CancellationToken cancel)
    {
        var head = await db.LedgerHeads.FindAsync([envelope.Operation], cancel);
        if (head is null)
        {
            head = new LedgerHead { Operation = envelope.Operation, Number = 0, Hash = LedgerRow.Beginning };
            db.LedgerHeads.Add(head);
        }
        var row = new LedgerRow
        {
            Operation = envelope.Operation,
            Number = head.Number + 1,
            Command = envelope.Command,
            CommandSha256 = sha,
            At = moment.At,
            By = envelope.By,
            Type = EventTypes.NameOf(happened),
            Payload = LedgerJson.Write(happened, happened.GetType()),
            PreviousHash = head.Hash,
            Hash = "",
        };
        row.Hash = row.ComputeHash();
        (head.Number, head.Hash) = (row.Number, row.Hash);
        db.Ledger.Add(row);
        await happened.Apply(db, moment, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
