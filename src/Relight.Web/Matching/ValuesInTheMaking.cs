using Relight.Plans;
using Relight.Register;
using Relight.Restoration;
using Relight.Storage;

namespace Relight.Web.Matching;

/// <summary>Computes what needs are worth at a reader's wish, one computation at a time: each takes a whole machine for its seconds.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="time">The clock.</param>
internal sealed class ValuesInTheMaking(Database database, TimeProvider time) : IDisposable
{
    /// <summary>Seconds that it takes where nobody says otherwise.</summary>
    public const int UsualSeconds = 20;

    /// <summary>Most seconds that it may take.</summary>
    public const int MostSeconds = 60;

    private readonly SemaphoreSlim _one = new(1);

    public void Dispose() => _one.Dispose();

    /// <summary>Computes and keeps the values; null where others are being computed.</summary>
    public async Task<NeedsValuedAndKept?> Run(Id<Operation> operation, int seconds, string by, CancellationToken cancel)
    {
        if (!await _one.WaitAsync(0, cancel))
            return null;
        try
        {
            var options = new PlannerOptions { Time = TimeSpan.FromSeconds(seconds) };
            return await Task.Run(() => new ValueNeeds(database, time).Run(operation, null, options, by, null, cancel), cancel);
        }
        finally
        {
            _one.Release();
        }
    }
}
