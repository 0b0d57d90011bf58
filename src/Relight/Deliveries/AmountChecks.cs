using Relight.Ledger;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>What must hold of a line that carries an amount of goods: it is there to send, and a need gets no more than is confirmed for it.</summary>
internal static class AmountChecks
{
    public static void Check(Checks checks, string field, OfferKnown known, ConsignmentLine line, Quantity amount, PlanConsignment command)
    {
        var unit = amount.Unit;
        checks.Require(line.Units == 0, $"{field}.units", line.Units, "must be left out where an amount travels");
        if (amount.Bounds is not { Qualifier: Qualifier.Exact, Lower: > 0 })
            checks.Refuse($"{field}.amount", amount, "must be an exact amount above 0");
        else if (unit.IsCounted && !decimal.IsInteger(amount.Bounds.Lower))
            checks.Refuse($"{field}.amount", amount, "must be a whole number of pieces");
        else if (Goods.EachOf(known.Offer.Specification, unit) is not { } each)
            checks.Refuse($"{field}.offer", line.Offer, $"it must be known how much one unit holds, in {unit}");
        else
            CheckThere(checks, field, known, line, unit, each, command);
    }

    // Whole units that travel in the same consignment are taken first, as its other lines are held to them.
    private static void CheckThere(Checks checks, string field, OfferKnown known, ConsignmentLine line, Unit unit, decimal each, PlanConsignment command)
    {
        var own = command.Lines.Where(other => other.Offer == line.Offer && (other.Amount is null || other.Amount.Unit.Dimension == unit.Dimension)).ToList();
        var (units, together) = (own.Sum(other => (decimal)Math.Max(0, other.Units)), own.Sum(other => other.Amount?.LowerIn(unit) ?? 0));
        var there = command.FromStock
            ? ((known.UnitsInStock - units) * each) + (known.AmountInStock?.LowerIn(unit) ?? 0)
            : (known.Offer.Units - known.UnitsSent - units) * each;
        // A part of a unit may have endless digits.
        there = Math.Max(0, Math.Round(there, 9));
        if (together > there && command.FromStock)
            checks.Refuse($"{field}.amount", together, FormattableString.Invariant($"must not be more than the hub has in stock: {there:0.###} {unit}"));
        else if (together > there)
            checks.Refuse($"{field}.amount", together, FormattableString.Invariant($"must not be more than is offered and not sent yet: {there:0.###} {unit}"));
        else if (line.Need is { } need)
            CheckConfirmed(checks, field, known, need, unit, own.Where(other => other.Need == need).Sum(other => (Math.Max(0, other.Units) * each) + (other.Amount?.LowerIn(unit) ?? 0)));
    }

    private static void CheckConfirmed(Checks checks, string field, OfferKnown known, Id<Need> need, Unit unit, decimal wanted)
    {
        var (confirmed, sent) = known.Allocations.ConfirmedAndSent(known.Offer, need, unit)!.Value;
        checks.Require(wanted <= confirmed - sent, $"{field}.amount", wanted, FormattableString.Invariant(
            $"must not be more than is confirmed for the need and not sent yet: {Math.Max(0, confirmed - sent):0.###} {unit} of {confirmed:0.###}"));
    }
}
