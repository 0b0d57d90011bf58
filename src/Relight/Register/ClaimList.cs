using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A claim in a list.</summary>
/// <param name="Claim">The claim with its source.</param>
/// <param name="Contribution">The contribution that it was adopted into; null where it was not.</param>
[View(Audience.Coordination)]
public sealed record ClaimInList(ClaimWithSource Claim, Id<Contribution>? Contribution);

/// <summary>A claim with the links that it has to others.</summary>
/// <param name="Claim">The claim with its source.</param>
/// <param name="Contribution">The contribution that it was adopted into; null where it was not.</param>
/// <param name="Links">Its links, in either direction.</param>
/// <param name="Linked">The claims at their other ends.</param>
/// <param name="PartSums">Parts beyond their whole, where it is the whole or one of them.</param>
[View(Audience.Coordination)]
public sealed record ClaimDetail(
    ClaimWithSource Claim, Id<Contribution>? Contribution, IReadOnlyList<LinkOfClaim> Links, IReadOnlyList<ClaimWithSource> Linked, IReadOnlyList<PartSum> PartSums);

/// <summary>The claims of an operation.</summary>
public static class ClaimList
{
    /// <summary>Claims of an operation as a list shows them.</summary>
    public static async Task<IReadOnlyList<ClaimInList>> InList(
        RelightContext db, Id<Operation> operation, IReadOnlyList<Id<Claim>> ids, CancellationToken cancel = default)
    {
        var claims = await Views(db, operation, ids, cancel);
        var adoptions = await AdoptionsOf(db, ids, cancel);
        return [.. claims.Select(claim => new ClaimInList(claim, adoptions.TryGetValue(claim.Id, out var into) ? into : null))];
    }

    /// <summary>One of them; null where there is none of this id.</summary>
    public static async Task<ClaimDetail?> ReadOne(
        RelightContext db, Id<Operation> operation, Id<Claim> id, CancellationToken cancel = default)
    {
        if (!await db.Claims.AnyAsync(row => row.Id == id && row.Operation == operation, cancel))
            return null;
        var links = (await db.Links.AsNoTracking().Where(link => link.From == id || link.To == id).ToListAsync(cancel))
            .ConvertAll(row => row.Read());
        var others = links.ConvertAll(link => link.From == id ? link.To : link.From);
        var claims = await Views(db, operation, [id, .. others.Distinct()], cancel);
        var adoptions = await AdoptionsOf(db, [id], cancel);
        return new ClaimDetail(
            claims[0],
            adoptions.TryGetValue(id, out var into) ? into : null,
            links.ConvertAll(link => new LinkOfClaim(link.Id, link.From, link.Kind, link.To, link.Why)),
            [.. claims.Skip(1)],
            links.Count == 0 ? [] : await PartSums.Read(db, operation, id, cancel));
    }

    private static async Task<IReadOnlyList<ClaimWithSource>> Views(
        RelightContext db, Id<Operation> operation, IReadOnlyList<Id<Claim>> ids, CancellationToken cancel)
    {
        var names = await Names.Load(db, operation, cancel);
        return await ContributionDetail.ClaimsOf(db, [.. ids], names, cancel);
    }

    private static Task<Dictionary<Id<Claim>, Id<Contribution>>> AdoptionsOf(
        RelightContext db, IReadOnlyList<Id<Claim>> ids, CancellationToken cancel)
    {
        var wanted = ids.ToList();
        return db.Adoptions.Where(row => wanted.Contains(row.Claim)).ToDictionaryAsync(row => row.Claim, row => row.Contribution, cancel);
    }
}
