using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>The names of an operation's organisations.</summary>
internal sealed class Names
{
    private readonly Dictionary<Id<Organisation>, string> _names;

    private Names(Dictionary<Id<Organisation>, string> names) => _names = names;

    public string this[Id<Organisation> id] => _names[id];

    public IReadOnlyList<string> Of(DonorGroup group) => [.. group.Members.Select(id => _names[id]).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Of(string donorKey) =>
        [.. donorKey.Split('+').Select(id => _names[Id<Organisation>.Parse(id, null)]).Order(StringComparer.Ordinal)];

    public static async Task<Names> Load(RelightContext db, Id<Operation> operation, CancellationToken cancel) => new(
        await db.Organisations.Where(row => row.Operation == operation).ToDictionaryAsync(row => row.Id, row => row.Name, cancel));
}
