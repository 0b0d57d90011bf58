using System.Security.Cryptography;
using System.Text.Json;
using Relight.Register;

namespace Relight.Ledger;

/// <summary>One event as the ledger keeps it. Rows are only ever added.</summary>
public sealed class LedgerRow
{
    /// <summary>The hash before the first row: 64 zeros.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>The operation whose ledger it is in.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>Place in the operation's ledger, from 1, without gaps.</summary>
    public required long Number { get; init; }

    /// <summary>The id of the command that it came from; made by the client.</summary>
    public required Guid Command { get; init; }

    /// <summary>SHA-256 of the command, by which the same id with other content is told from a repeat.</summary>
    public required string CommandSha256 { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>Name of the event's type, see <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Hash of the row before it; <see cref="Beginning"/> for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash of this row, by <see cref="ComputeHash"/>.</summary>
    public required string Hash { get; set; }

    /// <summary>
    /// SHA-256 over everything but <see cref="Number"/>, 64 hexadecimal digits. The number is left out
    /// because the chain of hashes gives the order: rows that changed places keep their hashes, and are told from changed ones.
    /// </summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<string[]>(
    [
        PreviousHash, Operation.ToString(), Command.ToString("D"), CommandSha256,
        At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), By, Type, Payload,
    ])));
}

/// <summary>Where an operation's ledger ends: kept apart from the rows, so that rows cut off at the end are missed.</summary>
public sealed class LedgerHead
{
    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>Number of the last row.</summary>
    public required long Number { get; set; }

    /// <summary>Hash of the last row.</summary>
    public required string Hash { get; set; }
}
