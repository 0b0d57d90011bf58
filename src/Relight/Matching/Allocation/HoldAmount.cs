using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>
/// Holds an amount of offered goods for a need of goods, for five days unless it is confirmed by then: so much fuel out of
/// a tank, so that the rest can go elsewhere.
/// </summary>
/// <param name="Allocation">Id of the allocation.</param>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Amount">How much: an exact amount above 0, measured as the need is; units of measure are converted.</param>
/// <param name="Why">The reason, where rules cannot tell yet whether it fits; else null, or a note.</param>
public sealed record HoldAmount(Id<Allocation> Allocation, Id<Need> Need, Id<Offer> Offer, Quantity Amount, string? Why = null) : ICommand
{
    /// <summary>
    /// As with whole units: what is offered at least must be free, the need must still take it, the donor must have bound it
    /// to nothing else. How much a unit of the offer holds must be specified: of what is not, nobody can say what is left.
    /// </summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(HoldState state, HoldAmount command, Moment moment)
    {
        var wanted = command.Amount;
        var exact = wanted.Bounds.Qualifier == Qualifier.Exact && wanted.Bounds.Lower > 0;
        var checks = HoldChecks.Pair(state, command.Allocation, command.Need, command.Offer, command.Why)
            .Require(exact, "amount", wanted, "must be an exact amount above 0");
        if (state is not { Need: { } need, Offer: { } offer } || !exact)
            return checks.Refused();
        if (Filling.Of(need).Unit is not { } unit)
            return checks.Refuse("need", need.Id, "must be a need of goods: what is needed in units is held in units").Refused();
        HoldChecks.Fits(checks, state, need, offer, command.Why);
        var held = In(unit, wanted, checks);
        if (held is not null)
            CheckAmount(checks, state.Allocations, need, offer, held);
        return checks.OrAll(() => state.Allocations.Then(new UnitsHeld(new Allocation
        {
            Id = command.Allocation,
            Need = command.Need,
            Offer = command.Offer,
            Units = 0,
            Amount = held,
            Fills = held!.Bounds.Lower,
            State = AllocationState.Held,
            LapsesAt = moment.At + Matching.Allocation.HoldsFor,
            Why = command.Why,
        })));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await HoldState.Load(db, Allocation, Need, Offer, moment, cancel), this, moment);

    // The amount in the unit that the need names; null where that is refused.
    private static Quantity? In(Unit unit, Quantity wanted, Checks checks)
    {
        if (wanted.Unit.Dimension != unit.Dimension)
        {
            checks.Refuse("amount", wanted, $"must be measured as the need is, in {unit}");
            return null;
        }
        var amount = wanted.Bounds.Lower * wanted.Unit.InBase / unit.InBase;
        if (amount > 0 && Bounds.WhyNot(Qualifier.Exact, amount, amount) is null && (unit.Dimension != Dimension.Count || decimal.IsInteger(amount)))
            return new Quantity(Bounds.Exactly(amount), unit);
        checks.Refuse("amount", wanted, unit.Dimension == Dimension.Count ? "must be a whole number of pieces" : $"must be no finer than a thousandth of the unit of the need, {unit}");
        return null;
    }

    private static void CheckAmount(Checks checks, AllocationsAtMoment allocations, Need need, Offer offer, Quantity held)
    {
        var (amount, unit) = (held.Bounds.Lower, held.Unit);
        if (allocations.FreeAmount(offer, unit) is not { } free)
        {
            checks.Refuse("offer", offer.Id, $"it must be known how much one unit holds, in {unit}");
            return;
        }
        checks.Require(amount <= free, "amount", held, FormattableString.Invariant($"must not be more than the offer has free at least: {free:0.###} {unit}"));
        if (Filling.Of(need).Takes is { } takes)
            checks.Require(
                amount <= takes - allocations.FilledOf(need), "amount", held,
                FormattableString.Invariant($"must not be more than the need still takes: {Math.Max(0, takes - allocations.FilledOf(need)):0.###} {unit}"));
    }
}
