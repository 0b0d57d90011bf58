using System.Globalization;
using System.Runtime.CompilerServices;
using Relight.Register;
using Relight.Storage;

namespace Relight.Ledger;

/// <summary>The ledger as it lies in the tables, whatever was done to it there by hand: a row that cannot be read is one that was changed.</summary>
internal static class StoredLedger
{
    /// <summary>A row as it is stored.</summary>
    /// <param name="Operation">The operation; the empty id where what is stored is none.</param>
    /// <param name="Number">Its number; below 0 where what is stored is none.</param>
    /// <param name="Values">What is stored, by the names of <see cref="LedgerRow"/>.</param>
    internal sealed record Row(Id<Operation> Operation, long Number, IReadOnlyDictionary<string, string?> Values)
    {
        public string PreviousHash => this[nameof(LedgerRow.PreviousHash)];

        public string Hash => this[nameof(LedgerRow.Hash)];

        /// <summary>When it was written, as it says.</summary>
        public string When => At is { } at ? at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : Checks.Shown(this[nameof(LedgerRow.At)]);

        /// <summary>What it says, in a few words.</summary>
        public string Content => $"{Checks.Shown(this[nameof(LedgerRow.Type)].Replace('-', ' '))}, by {Checks.Shown(this[nameof(LedgerRow.By)])}, {When}";

        private DateTimeOffset? At => DateTimeOffset.TryParseExact(this[nameof(LedgerRow.At)], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

        private string this[string name] => Values[name] ?? "";

        /// <summary>The row as it was written; null where it cannot be.</summary>
        public LedgerRow? Read() => At is { } at && Guid.TryParse(this[nameof(LedgerRow.Command)], out var command)
            ? new LedgerRow
            {
                Operation = Operation,
                Number = Number,
                Command = command,
                CommandSha256 = this[nameof(LedgerRow.CommandSha256)],
                At = at,
                By = this[nameof(LedgerRow.By)],
                Type = this[nameof(LedgerRow.Type)],
                Payload = this[nameof(LedgerRow.Payload)],
                PreviousHash = PreviousHash,
                Hash = Hash,
            }
            : null;
    }

    /// <summary>The rows of all operations, those of each by number.</summary>
    public static async IAsyncEnumerable<Row> Rows(RelightContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var none = 0L;
        await foreach (var values in Values<LedgerRow>(db, [nameof(LedgerRow.Operation), nameof(LedgerRow.Number)], cancel))
            yield return new Row(OperationOf(values), NumberOf(values[nameof(LedgerRow.Number)]) ?? --none, values);
    }

    /// <summary>The ends that are kept apart.</summary>
    public static async IAsyncEnumerable<LedgerHead> Heads(RelightContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var values in Values<LedgerHead>(db, [], cancel))
            yield return new LedgerHead
            {
                Operation = OperationOf(values),
                Number = NumberOf(values[nameof(LedgerHead.Number)]) ?? 0,
                Hash = values[nameof(LedgerHead.Hash)] ?? "",
            };
    }

    /// <summary>Names of operations, for people.</summary>
    public static async Task<IReadOnlyDictionary<Id<Operation>, string?>> NamesOfOperations(RelightContext db, CancellationToken cancel)
    {
        var names = new Dictionary<Id<Operation>, string?>();
        await foreach (var values in Values<OperationRow>(db, [], cancel))
            if (Guid.TryParse(values[nameof(OperationRow.Id)], out var id))
                names[new Id<Operation>(id)] = Checks.ShownValue(values[nameof(OperationRow.Name)]);
        return names;
    }

    private static async IAsyncEnumerable<IReadOnlyDictionary<string, string?>> Values<TRow>(
        RelightContext db, IReadOnlyList<string> order, [EnumeratorCancellation] CancellationToken cancel)
    {
        var table = db.Model.FindEntityType(typeof(TRow))!;
        var names = table.GetProperties().Select(property => property.Name).ToList();
        await foreach (var values in StoredValues.Read(db, table, order, cancel))
            yield return names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static Id<Operation> OperationOf(IReadOnlyDictionary<string, string?> values) =>
        Guid.TryParse(values["Operation"], out var id) ? new Id<Operation>(id) : default;

    private static long? NumberOf(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
