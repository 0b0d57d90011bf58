using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Enters an offer, or changes one: then its version is one more than the one that the author saw.</summary>
/// <param name="Offer">The offer as it is to be.</param>
public sealed record RecordOffer(Offer Offer) : ICommand
{
    private const int MostUnits = 1_000_000;

    /// <summary>
    /// Donor, contribution and whom it is for must be known, numbers possible, nothing arrive before it can leave, and no
    /// fewer units be left than needs hold.
    /// </summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RecordOffer command)
    {
        var offer = command.Offer;
        var checks = new Checks()
            .Require(!state.IdTakenElsewhere, "offer.id", offer.Id, "is the id of an offer of another operation")
            .Text("offer.title", offer.Title)
            .OptionalText("offer.place", offer.Place)
            .Require(state.DonorKnown, "offer.donor", offer.Donor, "must be an organisation of this operation")
            .Require(state.ContributionKnown, "offer.contribution", offer.Contribution, "must be a contribution of this operation")
            .Require(offer.Units is >= 1 and <= MostUnits, "offer.units", offer.Units, FormattableString.Invariant($"must be from 1 to {MostUnits}"))
            .Require(Enum.IsDefined(offer.Condition), "offer.condition", offer.Condition, "must be a condition")
            .Require(!(offer.Arrival?.Latest < offer.AvailableFrom?.Earliest), "offer.arrival", offer.Arrival,
                $"must not lie before it can leave ({offer.AvailableFrom})");
        // More than any offer has: an amount of it is held, and it no longer says how much of that a unit holds.
        checks.Require(state.Allocated <= MostUnits, "offer.specification", null, "must say how much a unit holds in the measure of what is allocated of it")
            .Require(offer.Units >= state.Allocated || state.Allocated > MostUnits, "offer.units", offer.Units, FormattableString.Invariant($"must not be below what is allocated: {Math.Ceiling(state.Allocated):0}"))
            .Require(offer.Conditions.Count <= Offer.MostConditions, "offer.conditions", offer.Conditions.Count, $"must not be more than {Offer.MostConditions}");
        foreach (var (i, condition) in offer.Conditions.Index())
            checks.Text($"offer.conditions[{i}]", condition);
        offer.Earmark?.Check(checks, "offer.earmark", state.EarmarkKnown);
        SpecificationChecks.Check(checks, "offer.specification", offer.Specification);
        if (state.SentIn is { } unit)
            checks.Require(Goods.EachOf(offer.Specification, unit) is not null, "offer.specification", null, $"must say how much a unit holds, in {unit}: amounts of it are in consignments");
        VersionCheck.Check(checks, "offer", state.Standing, offer, state.Standing?.Version, offer.Version);
        return checks.Or(() => new OfferRecorded(offer));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Offers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Offer.Id, cancel);
        var donor = await db.Organisations.AnyAsync(row => row.Id == Offer.Donor && row.Operation == moment.Operation, cancel);
        var contribution = Offer.Contribution is not { } id
            || await db.Contributions.AnyAsync(row => row.Id == id && row.Operation == moment.Operation, cancel);
        var elsewhere = row is not null && row.Operation != moment.Operation;
        return Decide(
            new State(
                elsewhere ? null : row?.Read(), elsewhere, donor, contribution,
                elsewhere ? 0 : (await AllocationsAtMoment.Load(db, null, Offer.Id, moment, cancel)).UnitsOf(Offer),
                await EarmarkIsKnown(db, moment, cancel))
            {
                SentIn = await db.ConsignmentLines.Where(line => line.Operation == moment.Operation && line.Offer == Offer.Id && !line.Cancelled && line.AmountUnit != null)
                    .Select(line => line.AmountUnit).FirstOrDefaultAsync(cancel) is { } code ? Unit.Parse(code, null) : null,
            },
            this);
    }

    private async Task<bool> EarmarkIsKnown(RelightContext db, Moment moment, CancellationToken cancel)
    {
        if (Offer.Earmark is not { Organisations: { Count: > 0 and <= Earmark.Most } wanted })
            return true;
        var ids = wanted.Distinct().ToList();
        return await db.Organisations.CountAsync(row => ids.Contains(row.Id) && row.Operation == moment.Operation, cancel) == ids.Count;
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The offer as it stands; null for a new one.</param>
    /// <param name="IdTakenElsewhere">Whether another operation has an offer of this id.</param>
    /// <param name="DonorKnown">Whether its donor is known.</param>
    /// <param name="ContributionKnown">Whether its contribution is known, or it names none.</param>
    /// <param name="Allocated">How many of its units are held for needs.</param>
    /// <param name="EarmarkKnown">Whether the organisations that it is bound to are known.</param>
    public sealed record State(
        Offer? Standing, bool IdTakenElsewhere, bool DonorKnown, bool ContributionKnown, decimal Allocated = 0, bool EarmarkKnown = true)
    {
        /// <summary>Unit of measure in which amounts of it are in consignments; null where none are.</summary>
        public Unit? SentIn { get; init; }
    }
}

/// <summary>An offer was entered or changed.</summary>
/// <param name="Offer">The offer as it is now.</param>
public sealed record OfferRecorded(Offer Offer) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Offers.FindAsync([Offer.Id], cancel)
            ?? db.Offers.Add(new OfferRow { Id = Offer.Id, Operation = moment.Operation }).Entity;
        row.With(Offer).DonorWords = await Names.WordsOf(db, Offer.Donor, cancel);
    }
}
