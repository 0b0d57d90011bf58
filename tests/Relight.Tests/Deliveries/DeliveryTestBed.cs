using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Deliveries;

/// <summary>Gives each test of a class a fresh SQLite register with what deliveries need.</summary>
public abstract class DeliveryTestBed : IAsyncLifetime
{
    private TestDatabases _test = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected DeliveryFixture It { get; private set; } = null!;

    private protected RegisterFixture Register => It.Register;

    public async ValueTask InitializeAsync()
    {
        _test = await TestDatabases.Make(TestDatabases.Sqlite);
        It = await DeliveryFixture.Open(_test);
        await Prepare();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _test.DisposeAsync();
    }

    /// <summary>What every test of the class begins with.</summary>
    private protected virtual Task Prepare() => Task.CompletedTask;
}
