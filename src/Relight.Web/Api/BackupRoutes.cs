using Relight.Storage;

namespace Relight.Web.Api;

/// <summary>The whole register as one file, for the one who keeps the server.</summary>
internal static class BackupRoutes
{
    private const string SqliteFile = "application/vnd.sqlite3";

    public static void Map(ApiRoutes routes) => routes.FileForAdministrator(
        HttpInterface.Root + "/backup", "The register, whole and as of one moment, as a file that relight restore takes", SqliteFile, Write);

    private static async Task<IResult> Write(Call call)
    {
        var path = Path.Combine(Path.GetTempPath(), $"relight-backup-{Guid.NewGuid():N}");
        await Backup.Write(call.Database, path, cancel: call.Cancel);
        // The file goes away with its handle, also where the reader hangs up.
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        return Results.Stream(file, SqliteFile, FormattableString.Invariant($"relight-{call.Time.GetUtcNow().UtcDateTime:yyyyMMdd-HHmmss}.backup"));
    }
}
