using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>What a need holds of an offer when goods of it are lost on the way, or found again.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Allocations">What is allocated to the need, and of the offer, and what was sent.</param>
public sealed record HeldOf(Id<Need> Need, Offer Offer, AllocationsAtMoment Allocations)
{
    private IReadOnlyList<UnitsSent> Sent => [.. Allocations.Sent.Where(units => units.Need == Need && units.Offer == Offer.Id)];

    // What is confirmed was sent before what is only held.
    private IReadOnlyList<Allocation> Held =>
    [
        .. Allocations.Standing.Where(held => held.Need == Need && held.Offer == Offer.Id)
            .OrderByDescending(held => held.State).ThenBy(held => held.LapsesAt).ThenBy(held => held.Id),
    ];

    /// <summary>
    /// What is held when so many more units are lost: the need no longer holds these, so that it is open for others again. What was sent
    /// beyond what it holds is lost first.
    /// </summary>
    /// <param name="units">Units of the offer; a part of one where an amount is lost.</param>
    public IReadOnlyList<IEvent> WhenLost(decimal units)
    {
        var beyond = Math.Max(0, Sent.Sum(sent => sent.UsableOf(Offer)) - Held.Sum(held => held.UsableOf(Offer)));
        return Spread(Math.Max(0, units - beyond), Held, held => held.Usable, 1);
    }

    /// <summary>What is held when so many units that were lost are made good: the need holds them again.</summary>
    /// <param name="units">Units of the offer; a part of one where an amount is made good.</param>
    public IReadOnlyList<IEvent> WhenMadeGood(decimal units) => Spread(units, [.. Held.Reverse()], held => held.Lost, -1);

    /// <summary>What holds nothing any more once so much of what is lost is given up, and nothing of the rest can be made good.</summary>
    /// <param name="units">Units of the offer that are given up; a part of one where an amount is.</param>
    public IReadOnlyList<Allocation> WithNothingLeft(decimal units)
    {
        var unsettled = Sent.Sum(sent => sent.Lost == 0 ? 0 : sent.LostOf(Offer) * sent.Unsettled / sent.Lost);
        return Math.Round(unsettled - units, 9) > 0 ? [] : [.. Held.Where(held => held.Usable == 0)];
    }

    /// <summary>How much of the need is filled once some events have happened.</summary>
    public decimal FilledAfter(IReadOnlyList<IEvent> events)
    {
        var lost = events.OfType<AllocationLost>().ToDictionary(one => one.Allocation, one => one.Lost);
        return (Allocations with { Standing = [.. Allocations.Standing.Select(held => lost.TryGetValue(held.Id, out var now) ? held with { Lost = now } : held)] }).FilledOf(Need);
    }

    /// <summary>That of a need and an offer; null where the offer is not in the register.</summary>
    internal static async Task<HeldOf?> Load(RelightContext db, Id<Need> need, Id<Offer> offer, Moment moment, CancellationToken cancel) =>
        await db.Offers.FindAsync([offer], cancel) is { } row ? new HeldOf(need, row.Read(), await AllocationsAtMoment.Load(db, need, offer, moment, cancel)) : null;

    private List<IEvent> Spread(decimal units, IReadOnlyList<Allocation> over, Func<Allocation, decimal> most, int sign)
    {
        var events = new List<IEvent>();
        foreach (var held in over)
        {
            // In its own measure: whole units, or the unit of its amount, kept to a thousandth.
            var each = held.Amount is { Unit: var unit } ? Goods.EachOf(Offer.Specification, unit) ?? 0 : 1;
            var part = Math.Min(most(held), Math.Round(units * each, 3));
            if (part <= 0)
                continue;
            events.Add(new AllocationLost(held.Id, held.Lost + (sign * part)));
            units -= part / each;
        }
        return events;
    }
}

/// <summary>Of what is held, so much in all is lost on the way: it fills the need no longer.</summary>
/// <param name="Allocation">The allocation.</param>
/// <param name="Lost">How much of it, in its measure; 0 where all that was lost is made good.</param>
public sealed record AllocationLost(Id<Allocation> Allocation, decimal Lost) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) =>
        AllocationChange.Change(db, Allocation, allocation => allocation with { Lost = Lost }, cancel);
}
