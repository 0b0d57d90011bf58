using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A claim with its source, as a page shows it.</summary>
/// <param name="Id">Id of the claim.</param>
/// <param name="Donors">Names of the donors.</param>
/// <param name="Item">What is given.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="Value">The money given, or the worth of the goods.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Date">When that was.</param>
/// <param name="Quote">The words that it rests on.</param>
/// <param name="Language">Their language.</param>
/// <param name="Publisher">Who published them.</param>
/// <param name="Published">When.</param>
/// <param name="Address">Where.</param>
/// <param name="Retrieved">When they were read, UTC.</param>
/// <param name="Sha256">SHA-256 of the text kept.</param>
/// <param name="Channel">The channel that the help takes; null where not said.</param>
/// <param name="Note">What to beware of.</param>
[View(Audience.Coordination)]
public sealed record ClaimWithSource(
    Id<Claim> Id,
    IReadOnlyList<string> Donors,
    Item Item,
    Quantity? Quantity,
    Money? Value,
    Stage Stage,
    ReportedDate Date,
    string Quote,
    Language Language,
    string Publisher,
    ReportedDate? Published,
    Uri Address,
    DateTimeOffset Retrieved,
    string Sha256,
    string? Channel,
    string? Note);

/// <summary>A link of one of the claims, as a page shows it.</summary>
/// <param name="Id">Id of the link.</param>
/// <param name="From">The claim that restates, is part of …</param>
/// <param name="Kind">How it stands to the other.</param>
/// <param name="To">The other claim.</param>
/// <param name="Why">The reason.</param>
[View(Audience.Coordination)]
public sealed record LinkOfClaim(Id<Link> Id, Id<Claim> From, LinkKind Kind, Id<Claim> To, string Why);

/// <summary>A contribution with where each of its values came from.</summary>
/// <param name="Id">Id of the contribution.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name.</param>
/// <param name="Donors">Who gives; the claim named is one of <paramref name="Claims"/>.</param>
/// <param name="Jointly">Whether they are several, whose shares nobody told.</param>
/// <param name="Recipient">To whom; null where not known.</param>
/// <param name="Items">What of it has come how far.</param>
/// <param name="Values">Money of it, or worth of goods, and how far it has come.</param>
/// <param name="Claims">Every claim that it rests on, with its source, and those that they are linked with.</param>
/// <param name="Links">The links of these claims.</param>
[View(Audience.Coordination)]
public sealed record ContributionDetail(
    Id<Contribution> Id,
    int Version,
    string Title,
    Adopted<IReadOnlyList<string>> Donors,
    bool Jointly,
    Adopted<string>? Recipient,
    IReadOnlyList<Adopted<ItemAtStage>> Items,
    IReadOnlyList<Adopted<MoneyAtStage>> Values,
    IReadOnlyList<ClaimWithSource> Claims,
    IReadOnlyList<LinkOfClaim> Links)
{
    /// <summary>A contribution of an operation; null where there is none of this id.</summary>
    public static async Task<ContributionDetail?> Read(
        RelightContext db, Id<Operation> operation, Id<Contribution> id, CancellationToken cancel = default)
    {
        var row = await db.Contributions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id && row.Operation == operation, cancel);
        if (row is null)
            return null;
        var contribution = row.Read();
        var names = await Names.Load(db, operation, cancel);
        var own = contribution.Claims;
        var links = (await db.Links.AsNoTracking().Where(link => own.Contains(link.From) || own.Contains(link.To)).ToListAsync(cancel))
            .ConvertAll(link => link.Read());
        var all = own.Concat(links.SelectMany(link => new[] { link.From, link.To })).Distinct().ToList();
        var (donors, recipient) = (contribution.Donors, contribution.Recipient);
        return new ContributionDetail(
            contribution.Id,
            contribution.Version,
            contribution.Title,
            new Adopted<IReadOnlyList<string>>(names.Of(donors.Value), donors.Claim, donors.By, donors.At, donors.Why),
            donors.Value.IsJoint,
            recipient is null ? null : new Adopted<string>(names[recipient.Value], recipient.Claim, recipient.By, recipient.At, recipient.Why),
            contribution.Items,
            contribution.Values,
            await ClaimsOf(db, all, names, cancel),
            links.ConvertAll(link => new LinkOfClaim(link.Id, link.From, link.Kind, link.To, link.Why)));
    }

    internal static async Task<IReadOnlyList<ClaimWithSource>> ClaimsOf(
        RelightContext db, List<Id<Claim>> ids, Names names, CancellationToken cancel)
    {
        var claims = (await db.Claims.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ConvertAll(row => row.Read());
        var sourceIds = claims.ConvertAll(claim => claim.Source);
        var sources = (await db.Sources.AsNoTracking().Where(row => sourceIds.Contains(row.Id)).ToListAsync(cancel))
            .Select(row => row.Read()).ToDictionary(source => source.Id);
        return [.. claims.OrderBy(claim => ids.IndexOf(claim.Id)).Select(claim => View(claim, sources[claim.Source], names))];
    }

    private static ClaimWithSource View(Claim claim, Source source, Names names) => new(
        claim.Id,
        names.Of(claim.Donors),
        claim.Item,
        claim.Quantity,
        claim.Value,
        claim.Stage,
        claim.Date,
        claim.Quote,
        source.Language,
        source.Publisher,
        source.Published,
        source.Address,
        source.Retrieved,
        source.Sha256,
        claim.Channel,
        claim.Note);
}
