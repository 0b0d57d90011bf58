namespace Relight.Storage;

/// <summary>
/// Has a database look at how its values are distributed whenever as many events have been written as had been when it last
/// did so: a register that grows from nothing in one long run is searched by counts that are right within a factor of about two.
/// Writers go on meanwhile.
/// </summary>
/// <param name="database">The database.</param>
internal sealed class Growth(Database database)
{
    // Fewer rows are found quickly by any index.
    private const long First = 1_000;

    private readonly Lock _lock = new();
    private long _written;
    private long _next = First;

    /// <summary>The look that was begun last; ends when it is done.</summary>
    public Task Looking { get; private set; } = Task.CompletedTask;

    /// <summary>Notes that events were written.</summary>
    /// <param name="events">How many.</param>
    public void Wrote(long events)
    {
        lock (_lock)
        {
            _written += events;
            if (_written < _next || !Looking.IsCompleted)
                return;
            _next = 2 * _written;
            using (ExecutionContext.SuppressFlow())
                Looking = Task.Run(Look);
        }
    }

    private async Task Look()
    {
        try
        {
            await using var db = database.Open();
            await db.Survey(anew: false, CancellationToken.None);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or IOException or ObjectDisposedException)
        {
            // It is searched by the counts of before: the next look, or the next start, makes up for it.
        }
    }
}
