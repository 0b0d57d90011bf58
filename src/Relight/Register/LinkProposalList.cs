using Microsoft.EntityFrameworkCore;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Links that an operation's coordinator might decide on, best first.</summary>
public static class LinkProposalList
{
    /// <summary>Among more claims than this, proposals are made for one claim at a time: pairs of all would take too long.</summary>
    public const int MostClaims = 3_000;

    /// <summary>Proposals of an operation; null where it has too many claims and none of them is named.</summary>
    /// <param name="db">The register.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="about">The claim that they are to be about; null for any.</param>
    /// <param name="cancel">Breaks the reading off.</param>
    public static async Task<IReadOnlyList<LinkProposal>?> Read(
        RelightContext db, Id<Operation> operation, Id<Claim>? about, CancellationToken cancel = default)
    {
        var rows = db.Claims.AsNoTracking().Where(row => row.Operation == operation);
        if (about is null && await rows.CountAsync(cancel) > MostClaims)
            return null;
        var organisations = (await db.Organisations.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        var links = (await db.Links.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).ConvertAll(row => row.Read());
        if (about is not { } id)
            return LinkProposals.For((await rows.ToListAsync(cancel)).ConvertAll(row => row.Read()), links, organisations);
        if ((await rows.FirstOrDefaultAsync(row => row.Id == id, cancel))?.Read() is not { } claim)
            return [];
        var linked = links.Where(link => link.From == id || link.To == id).SelectMany(link => new[] { link.From, link.To }).Append(id).ToHashSet();
        var (onward, proposals) = (LinkCircle.From(links), new List<LinkProposal>());
        await foreach (var row in (await Near(db, operation, rows, claim, organisations, cancel)).AsAsyncEnumerable().WithCancellation(cancel))
            if (!linked.Contains(row.Id) && LinkProposals.Propose(claim, row.Read(), organisations) is { } proposal && LinkProposals.IsOpen(proposal, onward))
                proposals.Add(proposal);
        return LinkProposals.InOrder(proposals);
    }

    // The claims that could be alike enough at all, by what an index holds of them: of donors who have no more in common
    // than that one may be a group with the other in it, those of the same kind of item within a month. The rest does not
    // come to the least score, whatever else is the same.
    private static async Task<IQueryable<ClaimRow>> Near(
        RelightContext db, Id<Operation> operation, IQueryable<ClaimRow> rows, Claim claim, IReadOnlyDictionary<Id<Organisation>, Organisation> organisations, CancellationToken cancel)
    {
        const int Month = 30;
        var groups = (await db.DonorGroups.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel))
            .ConvertAll(row => (row.Names, ClaimLikeness.OfDonors(claim.Donors, DonorGroup.Of([.. row.Donors.Split('+').Select(id => Id<Organisation>.Parse(id, null))]), organisations).Score));
        var related = groups.Where(group => group.Score > ClaimLikeness.PerhapsInGroup).Select(group => group.Names).ToList();
        var perhaps = groups.Where(group => group.Score == ClaimLikeness.PerhapsInGroup).Select(group => group.Names).ToList();
        var (item, earliest, latest) = ($"{claim.Item.Kind}",
            DateOnly.FromDayNumber(Math.Max(claim.Date.Earliest.DayNumber - Month, DateOnly.MinValue.DayNumber)),
            DateOnly.FromDayNumber(Math.Min(claim.Date.Latest.DayNumber + Month, DateOnly.MaxValue.DayNumber)));
        return rows.Where(row => related.Contains(row.DonorNames)
            || (perhaps.Contains(row.DonorNames) && row.Item == item && row.Latest >= earliest && row.Date <= latest));
    }
}
