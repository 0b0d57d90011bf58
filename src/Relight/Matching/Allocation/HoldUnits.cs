using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>Holds units of an offer for a need, for five days unless they are confirmed by then.</summary>
/// <param name="Allocation">Id of the allocation.</param>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Units">How many units of the offer.</param>
/// <param name="Why">The reason, where rules cannot tell yet whether it fits; else null, or a note.</param>
public sealed record HoldUnits(Id<Allocation> Allocation, Id<Need> Need, Id<Offer> Offer, int Units, string? Why = null) : ICommand
{
    /// <summary>
    /// The offer must have the units free, the need must still take them, the donor must have bound them to nothing else,
    /// and no rule may say that they do not fit. Where rules cannot tell yet, units may be held with a reason: a hold lapses
    /// by itself, and it is what gives the time to ask.
    /// </summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(HoldState state, HoldUnits command, Moment moment)
    {
        var checks = HoldChecks.Pair(state, command.Allocation, command.Need, command.Offer, command.Why)
            .Require(command.Units >= 1, "units", command.Units, "must be 1 or more");
        if (state is not { Need: { } need, Offer: { } offer } || command.Units < 1)
            return checks.Refused();
        HoldChecks.Fits(checks, state, need, offer, command.Why);
        var fills = CheckUnits(checks, state.Allocations, need, offer, command.Units);
        return checks.OrAll(() => state.Allocations.Then(new UnitsHeld(new Allocation
        {
            Id = command.Allocation,
            Need = command.Need,
            Offer = command.Offer,
            Units = command.Units,
            Fills = fills!.Value,
            State = AllocationState.Held,
            LapsesAt = moment.At + Matching.Allocation.HoldsFor,
            Why = command.Why,
        })));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await HoldState.Load(db, Allocation, Need, Offer, moment, cancel), this, moment);

    /// <summary>Gives how much of the need the units fill; null where that is refused.</summary>
    private static decimal? CheckUnits(Checks checks, AllocationsAtMoment allocations, Need need, Offer offer, int units)
    {
        var (filling, together) = (Filling.Of(need), Filling.UnitsTogether(need, offer));
        var free = allocations.FreeUnits(offer);
        var filled = allocations.FilledOf(need);
        var most = filling.MostUnits(need, offer, filled);
        var begun = filling.Unit is null ? (int)Math.Round(filled * together, 6) % together : 0;
        checks.Require(units <= free, "units", units, $"must not be more than the offer has free: {free} of {offer.Units}")
            .Require(!(units > most), "units", units, $"must not be more than the need still takes: {most}")
            .Require((units + begun) % together == 0, "units", units, begun == 0
                ? $"must be a multiple of {together}: so many single-phase units make one"
                : $"must be {together - begun}, or that and a multiple of {together}: {begun} of {together} units that make one are there");
        var fills = filling.Filled(need, offer, units);
        checks.Require(fills is not null, "offer", offer.Id, $"it must be known how much one unit holds, in {filling.Unit}");
        return fills;
    }
}

/// <summary>Units, or an amount, were held for a need.</summary>
/// <param name="Allocation">The allocation.</param>
public sealed record UnitsHeld(Allocation Allocation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Allocations.Add(new AllocationRow { Id = Allocation.Id, Operation = moment.Operation }.With(Allocation));
        return Task.CompletedTask;
    }
}

/// <summary>An allocation ran out before anyone confirmed it; the offer has the units again.</summary>
/// <param name="Allocation">The allocation.</param>
public sealed record AllocationLapsed(Id<Allocation> Allocation) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) =>
        AllocationChange.Change(db, Allocation, allocation => allocation with { State = AllocationState.Lapsed }, cancel);
}
