using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A contribution as its own donor sees it: in full, without the claims of others that the register adopted it from.</summary>
/// <param name="Id">Id of the contribution.</param>
/// <param name="Title">Short name.</param>
/// <param name="Donors">Names of the donors, the reader among them.</param>
/// <param name="Jointly">Whether they are several, whose shares nobody told.</param>
/// <param name="Recipient">To whom; null where not known.</param>
/// <param name="Items">What of it has come how far.</param>
/// <param name="Values">Money of it, or worth of goods, and how far it has come.</param>
/// <param name="Furthest">The furthest stage.</param>
/// <param name="ChangedAt">When it last changed, UTC.</param>
[View(Audience.Donor)]
public sealed record OwnContribution(
    Id<Contribution> Id,
    string Title,
    IReadOnlyList<string> Donors,
    bool Jointly,
    string? Recipient,
    IReadOnlyList<ItemAtStage> Items,
    IReadOnlyList<MoneyAtStage> Values,
    Stage Furthest,
    DateTimeOffset ChangedAt);

/// <summary>An offer as its own donor sees it.</summary>
/// <param name="Id">Id of the offer.</param>
/// <param name="Title">Short name.</param>
/// <param name="Contribution">The contribution that it is a part of.</param>
/// <param name="Specification">Technical data of a unit.</param>
/// <param name="Units">How many units.</param>
/// <param name="Condition">The state they are in.</param>
/// <param name="AvailableFrom">When they can leave.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="DispatchCountry">Country that they leave from.</param>
/// <param name="Arrival">When they are expected where they are needed.</param>
/// <param name="Earmark">Whom and what its donor has bound it to; null where to nothing.</param>
/// <param name="Conditions">What else its donor asks for.</param>
[View(Audience.Donor)]
public sealed record OwnOffer(
    Id<Offer> Id,
    string Title,
    Id<Contribution>? Contribution,
    Specification Specification,
    int Units,
    UnitCondition Condition,
    ReportedDate? AvailableFrom,
    string? Place,
    Country? DispatchCountry,
    ReportedDate? Arrival,
    Earmark? Earmark,
    IReadOnlyList<string> Conditions);

/// <summary>What one organisation gives, as it sees it itself.</summary>
public static class OwnGifts
{
    /// <summary>Contributions that an organisation gives, alone or jointly; none where there is no organisation.</summary>
    public static IQueryable<ContributionRow> Contributions(RelightContext db, Id<Operation> operation, Id<Organisation>? donor)
    {
        var key = donor?.ToString() ?? "-";
        // By the names of the groups that it is in, which have an index; two groups may share their names.
        var groups = db.DonorGroups.Where(group => group.Operation == operation && group.Donors.Contains(key)).Select(group => group.Names);
        return db.Contributions.Where(row => row.Operation == operation && donor != null && groups.Contains(row.DonorNames) && row.Donors.Contains(key));
    }

    /// <summary>Offers of an organisation; none where there is no organisation.</summary>
    public static IQueryable<OfferRow> Offers(RelightContext db, Id<Operation> operation, Id<Organisation>? donor)
    {
        var own = donor ?? default;
        return db.Offers.Where(row => row.Operation == operation && donor != null && row.Donor == own);
    }

    /// <summary>Contributions as their donor sees them.</summary>
    public static async Task<IReadOnlyList<OwnContribution>> Views(
        RelightContext db, Id<Operation> operation, IReadOnlyList<ContributionRow> rows, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return
        [
            .. rows.Select(row => (Row: row, Own: row.Read())).Select(pair => new OwnContribution(
                pair.Own.Id,
                pair.Own.Title,
                names.Of(pair.Own.Donors.Value),
                pair.Own.Donors.Value.IsJoint,
                pair.Own.Recipient is { } recipient ? names[recipient.Value] : null,
                [.. pair.Own.Items.Select(item => item.Value)],
                [.. pair.Own.Values.Select(value => value.Value)],
                pair.Own.Furthest,
                pair.Row.ChangedAt)),
        ];
    }

    /// <summary>An offer as its donor sees it.</summary>
    public static OwnOffer View(OfferRow row)
    {
        var offer = row.Read();
        return new OwnOffer(
            offer.Id, offer.Title, offer.Contribution, offer.Specification, offer.Units, offer.Condition,
            offer.AvailableFrom, offer.Place, offer.DispatchCountry, offer.Arrival, offer.Earmark, offer.Conditions);
    }
}
