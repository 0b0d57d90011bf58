using Microsoft.AspNetCore.Builder;
using Relight.Access;
using Relight.Storage;

namespace Relight.Web.Tests;

/// <summary>A register of its own, served to an audience on a free port; it is gone when the test is.</summary>
internal sealed class ServedRegister : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private ServedRegister(string folder, WebApplication app) => (_folder, _app) = (folder, app);

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>What the pages are made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Makes a register in a folder and serves it.</summary>
    public static async Task<ServedRegister> Start(Audience audience, Func<string, Task<Database>> make)
    {
        var folder = TestFolder.Make();
        var app = RelightWeb.Build(new WebOptions { Database = await make(folder), Addresses = ["http://127.0.0.1:0"], Audience = audience });
        await app.StartAsync();
        return new ServedRegister(folder, app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
