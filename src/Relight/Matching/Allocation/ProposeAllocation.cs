using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Plans;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>What a proposal is to be like.</summary>
public sealed record ProposalOptions
{
    /// <summary>What is to stay beside what is held and confirmed, in units of the need.</summary>
    public IReadOnlyList<KeptGift> Locks { get; init; } = [];

    /// <summary>How much may be looked at, as <see cref="Allocator.Run"/>.</summary>
    public double Effort { get; init; } = ProposeAllocation.UsualEffort;

    /// <summary>What is reckoned for the way.</summary>
    public TransportTerms Terms { get; init; } = TransportTerms.Usual;

    /// <summary>A former proposal that it is held against; null for none.</summary>
    public AllocationProposal? Former { get; init; }
}

/// <summary>What became of a proposal.</summary>
/// <param name="Proposal">The proposal; null where locks were refused.</param>
/// <param name="Refusals">Why locks were refused.</param>
public sealed record Proposed(AllocationProposal? Proposal, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Proposes an allocation of all open needs and all free units of an operation. What is held and confirmed stays; more can
/// be made to stay by choice. It reads what the needs are worth from values that were computed from a plan: computing them
/// takes time, proposing does not.
/// </summary>
public static class ProposeAllocation
{
    /// <summary>Solver's steps that a proposal takes at most where nobody says otherwise: about so many seconds of one core.</summary>
    public const double UsualEffort = 10;

    /// <summary>The best allocation that is found.</summary>
    /// <param name="db">Where the register is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="now">The moment.</param>
    /// <param name="options">What it is to be like.</param>
    /// <param name="progress">Is told how far it is, with the best so far.</param>
    /// <param name="cancel">Ends it with the best so far.</param>
    public static async Task<Proposed> Run(
        RelightContext db,
        Id<Operation> operation,
        DateTimeOffset now,
        ProposalOptions options,
        IProgress<AllocationProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var supply = await SupplyOfNeeds.Load(db, operation, now, CancellationToken.None, options.Terms);
        var values = await ValuesReading.Latest(db, operation, CancellationToken.None);
        var weights = await WeightsOf(db, operation, values);
        var pairs = new ProposalPairs(supply, values, values?.HourZero ?? now, weights, options.Terms);
        var refusals = pairs.Check(options.Locks);
        if (refusals.Count > 0)
            return new Proposed(null, refusals);
        var result = Allocator.Run(pairs.Problem(options.Locks), options.Effort, explain: true, progress, cancel);
        var names = await Names.Load(db, operation, CancellationToken.None);
        return new Proposed(View(pairs, supply, values, result, options, names), []);
    }

    private static AllocationProposal View(
        ProposalPairs pairs, SupplyOfNeeds supply, ValuesReading? values, AllocationResult result, ProposalOptions options, Names names)
    {
        var (needs, offers) = (supply.Needs.ToDictionary(need => need.Id), supply.Offers.ToDictionary(offer => offer.Id));
        NeedInProposal Of(Id<Need> id) => new(id, needs[id].Title, needs[id].Requirement, needs[id].Site?.Oblast);
        var gifts = result.Gifts.Select(gift =>
        {
            var (offer, pair) = (offers[gift.Offer], pairs[(gift.Need, gift.Offer)]);
            return new ProposedGift(
                Of(gift.Need), offer.Id, offer.Title, names[offer.Donor], offer.Conditions, gift.Units * pair.Takes, gift.Units, gift.Worth, pair.Basis,
                pair.ReadyHour is { } hour ? pairs.HourZero.AddHours(hour) : null, pair.WorkHours,
                supply.Allocations.Standing.Where(held => held.Need == gift.Need && held.Offer == gift.Offer && held.Amount is null).Sum(held => (int)held.Usable),
                options.Locks.Any(held => held.Need == gift.Need && held.Offer == gift.Offer),
                Transport.Of(supply.StartOf(offer), needs[gift.Need], offer, Transport.TonnesOf(offer, gift.Units * pair.Takes), options.Terms))
            {
                ArrivalReckoned = supply.ArrivalsReckoned.Contains(offer.Id),
            };
        }).OrderByDescending(gift => gift.Worth).ThenBy(gift => gift.Need.Id).ThenBy(gift => gift.Offer).ToList();
        var given = gifts.GroupBy(gift => gift.Offer).ToDictionary(group => group.Key, group => group.Sum(gift => Math.Max(0, gift.Units - gift.Standing)));
        int Left(Offer offer) => supply.FreeUnits(offer) - given.GetValueOrDefault(offer.Id);
        var amounts = new AmountsToPropose(supply, options.Terms, pairs.HourZero, Left).Propose(Of, donor => names[donor]);
        List<Transport> ways = [.. gifts.Select(gift => gift.Transport), .. amounts.Gifts.Select(gift => gift.Transport)];
        return new AllocationProposal(
            gifts,
            [.. result.Unserved.OrderBy(without => without.Why).ThenBy(without => without.By).ThenBy(without => without.Need)
                .Select(without => new GoesWithout(Of(without.Need), without.Missing, without.Why, [.. without.LostTo.Select(Of)], without.By))],
            result.Worth,
            result.Bound,
            Math.Round(result.Gap, 6),
            result.Interrupted,
            values?.Values.Plan,
            values?.At,
            values?.IsOutOfDate ?? false,
            supply.Needs.Count(need => !ProposalPairs.IsReckoned(need) && !AmountsToPropose.IsReckoned(need)),
            supply.Offers.Count(offer => offer.Arrival is null),
            amounts,
            options.Terms,
            ways.Sum(way => way.Euros ?? 0),
            ways.Count(way => way.Euros is null),
            options.Former is { } former ? ProposalChange.Between(former.Gifts, gifts, pairs) : null)
        {
            ValuesInterrupted = values?.Values.Interrupted ?? false,
        };
    }

    // Weights stand in the problem of the plan; where none was valued, every megawatt counts alike.
    private static async Task<Func<int, decimal>> WeightsOf(RelightContext db, Id<Operation> operation, ValuesReading? values)
    {
        if (values is null || await ReadPlan.Run(db, operation, values.Values.Plan) is not { } reading)
            return _ => 1;
        var byBus = reading.Scenario.Problem.Weights.GroupBy(weight => weight.Bus).ToDictionary(bus => bus.Key, bus => (decimal)bus.Max(weight => weight.Weight));
        return bus => byBus.GetValueOrDefault(bus, 1);
    }
}
