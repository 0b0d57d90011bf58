using Relight.Ledger;
using Relight.Register;

namespace Relight.Benchmarks.Register;

/// <summary>The ledger of a made register: an event a second, each with the row that it leads to.</summary>
/// <param name="rows">Where they are written.</param>
/// <param name="operation">The operation.</param>
/// <param name="by">Who did it all.</param>
internal sealed class MadeLedger(BulkRows rows, Id<Operation> operation, string by)
{
    private long _number;
    private string _hash = LedgerRow.Beginning;

    /// <summary>When the first event happened, UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the next event happens, UTC.</summary>
    public DateTimeOffset Next => Start.AddSeconds(_number + 1);

    /// <summary>Adds an event, and a row that follows from it.</summary>
    public async Task Append(IEvent happened, object row)
    {
        var at = Next;
        var ledger = new LedgerRow
        {
            Operation = operation,
            Number = ++_number,
            Command = Id<Envelope>.Named($"made command {_number}").Value,
            CommandSha256 = LedgerRow.Beginning,
            At = at,
            By = by,
            Type = EventTypes.NameOf(happened),
            Payload = LedgerJson.Write(happened, happened.GetType()),
            PreviousHash = _hash,
            Hash = "",
        };
        _hash = ledger.Hash = ledger.ComputeHash();
        await rows.Add(ledger);
        await rows.Add(row);
    }

    /// <summary>Writes where it ends.</summary>
    public Task End() => rows.Add(new LedgerHead { Operation = operation, Number = _number, Hash = _hash });
}
