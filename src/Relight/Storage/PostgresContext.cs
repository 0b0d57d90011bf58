using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relight.Register;

namespace Relight.Storage;

/// <summary>The tables in a PostgreSQL database.</summary>
/// <param name="options">Connection.</param>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : RelightContext(options)
{
    /// <summary>
    /// How the server is to plan. Compiling a statement takes 0.1 s and more, and none of Relight's runs so long that it pays; nor
    /// does dealing an index out to several processes, each of which then waits for pages of it; and pages that lie in memory or
    /// on a disk without moving parts cost little more one by one than in a row.
    /// </summary>
    internal const string Planning = "-c jit=off -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0";

    // An entry of an index has no room for more, see LongNameTests.
    private const string BriefTexts = $"{BytesOfTexts} <= 1900";
    private const string LongTexts = $"{BytesOfTexts} > 1900";
    private const string BytesOfTexts = "octet_length(\"Description\") + octet_length(\"Quote\") + octet_length(\"Address\")";

    // strpos leaps over places where a long text cannot begin; LIKE takes less time for a short one, which leaves little to leap.
    private const int LettersToLeap = 8;

    // Any number that nothing else takes; locks of operations are made of their ids.
    private const long UpgradeLock = 0x52656C69676874;

    /// <inheritdoc/>
    public override Task<IDbContextTransaction> Snapshot(CancellationToken cancel) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    /// <summary>Takes the operation's advisory lock until the transaction ends; it also holds for an operation that is not there yet.</summary>
    public override Task Lock(Id<Operation> operation, CancellationToken cancel)
    {
        var key = BitConverter.ToInt64(operation.Value.ToByteArray(), 8);
        return Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancel);
    }

    /// <summary>Takes a lock of the ledger, which every command adds to, until the transaction ends.</summary>
    public override Task LockAll(CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"LOCK TABLE ledger IN SHARE ROW EXCLUSIVE MODE", cancel);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Guid>> ClaimsOf(string column, IReadOnlyList<string> letters, int most, CancellationToken cancel)
    {
        // The name of the column is the model's, nobody else's words.
        var holding = $"SELECT \"Id\" AS \"Value\" FROM claim WHERE relight_letters(\"{column}\") COLLATE \"C\" @> {{0}} LIMIT {{1}}";
        return await Database.SqlQueryRaw<Guid>(holding, letters.ToArray(), most).ToListAsync(cancel);
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Guid>> ClaimsHolding(string column, string words, int most, CancellationToken cancel)
    {
        var leaps = words.Length >= LettersToLeap;
        var holding = leaps ? $"strpos(\"{column}\", {{0}}) > 0" : $"\"{column}\" LIKE {{0}}";
        var asked = leaps ? words : $"%{words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        var all = $"SELECT \"Id\" AS \"Value\" FROM claim WHERE {BriefTexts} AND {holding} UNION ALL SELECT \"Id\" FROM claim WHERE {LongTexts} AND {holding} LIMIT {{1}}";
        return await Database.SqlQueryRaw<Guid>(all, asked, most).ToListAsync(cancel);
    }

    /// <summary>Texts in the order in which the server sorts them.</summary>
    public async Task<IReadOnlyList<string>> Sort(IReadOnlyList<string> texts, CancellationToken cancel)
    {
        var all = texts.ToArray();
        return await Database.SqlQuery<string>($"SELECT text AS \"Value\" FROM unnest({all}) AS text ORDER BY text").ToListAsync(cancel);
    }

    /// <inheritdoc/>
    public override async Task Upgrade(CancellationToken cancel)
    {
        // A large table takes as long as it takes.
        Database.SetCommandTimeout(0);
        if (!await Database.CanConnectAsync(cancel))
        {
            await Database.MigrateAsync(cancel);
            return;
        }
        // The framework's own lock comes after it has looked what there is to do. This one ends with the session.
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpgradeLock})", cancel);
            // An index of the letters of a million claims that does not fit is written out again and again. Ends with the session.
            await Database.ExecuteSqlAsync($"SET maintenance_work_mem = '512MB'", cancel);
            await Database.MigrateAsync(cancel);
        }
        finally
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpgradeLock})", CancellationToken.None);
            await Database.CloseConnectionAsync();
        }
    }

    /// <summary>Nothing to do: PostgreSQL does so by itself.</summary>
    public override Task Survey(bool anew, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // What the server believes of a unit or currency and an amount together is far from what is there, and it looks a hundred
        // thousand claims up where it expects some. So the indexes of ranges have all that conditions ask for, and no claim is looked up.
        var claim = modelBuilder.Entity<ClaimRow>();
        foreach (var order in Tables.OrdersOfClaims(claim))
            claim.HasIndex(order).IncludeProperties(Tables.LettersOfClaims);
        var asked = Tables.AskedOfClaims(claim);
        string[][] ranges =
        [
            [nameof(ClaimRow.Operation), nameof(ClaimRow.Date), nameof(ClaimRow.Id)],
            [nameof(ClaimRow.Operation), nameof(ClaimRow.Measure), nameof(ClaimRow.Lower), nameof(ClaimRow.Id)],
            [nameof(ClaimRow.Operation), nameof(ClaimRow.Currency), nameof(ClaimRow.ValueLower), nameof(ClaimRow.Id)],
        ];
        foreach (var range in ranges)
            claim.HasIndex(range).IncludeProperties([.. asked.Except(range)]);
        claim.HasIndex(row => row.Operation, "IX_claim_texts").IncludeProperties(row => new { row.Id, row.Description, row.Quote, row.Address }).HasFilter(BriefTexts);
        claim.HasIndex(row => row.Id, "IX_claim_long_texts").HasFilter(LongTexts);
    }
}
