using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Register;

/// <summary>The operation that the pages show: the one that their address names, or the first of the register by name.</summary>
/// <param name="database">Where the register is.</param>
/// <param name="http">What was asked for.</param>
internal sealed class CurrentOperation(Database database, IHttpContextAccessor http)
{
    /// <summary>The operation; null where the register holds none yet.</summary>
    public async Task<Operation?> GetAsync(CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var rows = db.Operations.AsNoTracking();
        var row = OperationPath.Of(http.HttpContext) is { } named
            ? await rows.FirstOrDefaultAsync(row => row.Id == named, cancellation)
            : await rows.OrderBy(row => row.Name).ThenBy(row => row.Id).FirstOrDefaultAsync(cancellation);
        return row?.Read();
    }

    /// <summary>All operations of the register, by name: what they are called is open to everybody, as over the HTTP interface.</summary>
    public async Task<IReadOnlyList<Operation>> AllAsync(CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        return (await db.Operations.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellation)).ConvertAll(row => row.Read());
    }

    /// <summary>Reads something of the operation; null where there is no operation.</summary>
    public async Task<T?> ReadAsync<T>(Func<RelightContext, Id<Operation>, Task<T?>> read, CancellationToken cancellation = default)
        where T : class
    {
        if (await GetAsync(cancellation) is not { } operation)
            return null;
        await using var db = database.Open();
        return await read(db, operation.Id);
    }

    /// <summary>Reads every page of a list; an empty list where there is no operation.</summary>
    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        Func<RelightContext, Id<Operation>, Paging, Task<Page<T>>> read, CancellationToken cancellation = default)
    {
        if (await GetAsync(cancellation) is not { } operation)
            return [];
        await using var db = database.Open();
        var all = new List<T>();
        Page<T> page;
        var number = 1;
        do
        {
            page = await read(db, operation.Id, new Paging(number++, Paging.MostRows));
            all.AddRange(page.Items);
        }
        while (page.Number < page.Pages);
        return all;
    }
}
