using Relight.Register;

namespace Relight.Web.Register;

/// <summary>Reads claims and contributions into memory when the server has started, beside whatever is asked, so that the first question about them does not wait.</summary>
/// <param name="lists">The lists in memory.</param>
/// <param name="log">Where trouble is told.</param>
internal sealed partial class ListsAhead(KeptLists lists, ILogger<ListsAhead> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await lists.Load(stoppingToken);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The first question reads them, and tells its asker what is wrong.
            NotRead(trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Claims and contributions were not read ahead")]
    private partial void NotRead(Exception trouble);
}
