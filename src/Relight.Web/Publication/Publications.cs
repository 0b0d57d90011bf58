using System.Collections.Concurrent;
using Relight.Publication;
using Relight.Register;
using Relight.Storage;
using Relight.Web.Register;

namespace Relight.Web.Publication;

/// <summary>
/// What the public sees of each operation, as it stood the delay ago. It is made anew once an hour at most: it is read
/// from the whole ledger, and anyone may ask for it.
/// </summary>
/// <param name="options">The delay.</param>
/// <param name="database">Where the register is.</param>
/// <param name="current">The operation that the pages show.</param>
/// <param name="time">The clock.</param>
internal sealed class Publications(WebOptions options, Database database, CurrentOperation current, TimeProvider time)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Id<Operation>, (DateTimeOffset Made, Lazy<Task<PublicRegister>> Register)> _made = new();

    /// <summary>What the public sees of an operation.</summary>
    public Task<PublicRegister> Of(Id<Operation> operation)
    {
        var now = time.GetUtcNow();
        return _made.AddOrUpdate(operation, _ => Begin(operation, now), (_, made) => IsFresh(made, now) ? made : Begin(operation, now)).Register.Value;
    }

    /// <summary>What the public sees of the operation that the pages show; null where there is none.</summary>
    public async Task<PublicRegister?> OfCurrent() => await current.GetAsync() is { } operation ? await Of(operation.Id) : null;

    private static bool IsFresh((DateTimeOffset Made, Lazy<Task<PublicRegister>> Register) made, DateTimeOffset now) =>
        now - made.Made < s_kept && !(made.Register.IsValueCreated && made.Register.Value.IsFaulted);

    private (DateTimeOffset, Lazy<Task<PublicRegister>>) Begin(Id<Operation> operation, DateTimeOffset now) =>
        (now, new Lazy<Task<PublicRegister>>(() => Read(operation, now - options.PublicationDelay)));

    private async Task<PublicRegister> Read(Id<Operation> operation, DateTimeOffset asOf)
    {
        await using var db = database.Open();
        return await PublicRegister.Read(db, operation, asOf);
    }
}
