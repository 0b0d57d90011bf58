using Relight.Register;

namespace Relight.Web.Register;

/// <summary>Reads the claims into memory when the server has started, beside whatever is asked, so that the first question about them does not wait.</summary>
/// <param name="claims">The claims in memory.</param>
/// <param name="log">Where trouble is told.</param>
internal sealed partial class ClaimsAhead(KeptClaims claims, ILogger<ClaimsAhead> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await claims.Load(stoppingToken);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // The first question reads them, and tells its asker what is wrong.
            NotRead(trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Claims were not read ahead")]
    private partial void NotRead(Exception trouble);
}
