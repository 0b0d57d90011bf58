using Microsoft.EntityFrameworkCore;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Units, or an amount, that are in a consignment to the need that they are for, and when they are there.</summary>
/// <param name="Need">The need.</param>
/// <param name="Offer">The offer that they are of.</param>
/// <param name="Units">Whole units that were not found missing, damaged or refused; 1 or more, or 0 where an amount travels.</param>
/// <param name="Arrival">When they are there, UTC, as far as is known.</param>
/// <param name="Amount">The amount of it where no whole units travel; else null.</param>
public sealed record UnitsOnTheWay(Id<Need> Need, Id<Offer> Offer, int Units, DateTimeOffset Arrival, Quantity? Amount = null)
{
    /// <summary>Those of an operation; what lies in hubs or goes there is in none of them.</summary>
    public static async Task<IReadOnlyList<UnitsOnTheWay>> Read(RelightContext db, Id<Operation> operation, CancellationToken cancel = default) =>
        Of((await db.Consignments.AsNoTracking().Where(row => row.Operation == operation && row.State != ConsignmentState.Cancelled).ToListAsync(cancel)).Select(row => row.Read()));

    /// <summary>Those of some consignments.</summary>
    public static IReadOnlyList<UnitsOnTheWay> Of(IEnumerable<Consignment> consignments) =>
    [
        .. from consignment in consignments
           where consignment.State != ConsignmentState.Cancelled
           from line in consignment.Lines.Index()
           where line.Item.Need is not null && consignment.Usable(line.Index + 1) > 0
           let usable = consignment.Measured(line.Index + 1, consignment.Usable(line.Index + 1))
           select new UnitsOnTheWay(line.Item.Need!.Value, line.Item.Offer, usable.Units, consignment.Arrival, usable.Amount),
    ];
}
