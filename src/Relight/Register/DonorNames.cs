using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Keeps the names of donors beside the claims and contributions that lists sort and search by them.</summary>
internal static class DonorNames
{
    /// <summary>The names of a group; noted where the group is new.</summary>
    public static async Task<string> Of(RelightContext db, DonorGroup donors, Id<Operation> operation, CancellationToken cancel)
    {
        if (await db.DonorGroups.FindAsync([operation, donors.Key], cancel) is { } known)
            return known.Names;
        var names = await Join(db, donors.Members, cancel);
        var row = new DonorGroupRow { Operation = operation, Donors = donors.Key, Names = Beginning(names), Words = SearchText.Of(names) };
        db.DonorGroups.Add(row);
        return row.Names;
    }

    /// <summary>Puts the names right after an organisation has got another one: all that it gave is read, which for many claims takes a while.</summary>
    public static async Task Correct(RelightContext db, Id<Organisation> organisation, Id<Operation> operation, CancellationToken cancel)
    {
        var id = organisation.ToString();
        foreach (var group in await db.DonorGroups.Where(row => row.Operation == operation && row.Donors.Contains(id)).ToListAsync(cancel))
        {
            var before = group.Names;
            var names = await Join(db, group.Donors.Split('+').Select(member => Id<Organisation>.Parse(member, null)), cancel);
            (group.Names, group.Words) = (Beginning(names), SearchText.Of(names));
            // The old names find the rows by an index; two groups may share them, so the donors decide.
            await db.Claims.Where(row => row.Operation == operation && row.DonorNames == before && row.Donors == group.Donors)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DonorNames, group.Names), cancel);
            await db.Contributions.Where(row => row.Operation == operation && row.DonorNames == before && row.Donors == group.Donors)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DonorNames, group.Names), cancel);
        }
    }

    // Indexes hold no more beside what else they hold; groups that begin alike are told apart by their ids.
    private static string Beginning(string names) =>
        names.Length <= Checks.Line ? names : names[..(char.IsHighSurrogate(names[Checks.Line - 1]) ? Checks.Line - 1 : Checks.Line)];

    private static async Task<string> Join(RelightContext db, IEnumerable<Id<Organisation>> members, CancellationToken cancel)
    {
        var names = new List<string>();
        foreach (var member in members)
            names.Add((await db.Organisations.FindAsync([member], cancel))?.Name
                ?? throw new InvalidOperationException($"organisation {member} is not in the register"));
        return string.Join("; ", names.Order(StringComparer.Ordinal));
    }
}
