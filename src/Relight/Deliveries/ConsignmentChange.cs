using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>How events change a consignment, and how the change is kept.</summary>
internal static class ConsignmentChange
{
    /// <summary>Changes a consignment and counts the change.</summary>
    /// <exception cref="InvalidOperationException">There is none of this id.</exception>
    public static async Task<Consignment> Change(RelightContext db, Id<Consignment> id, Func<Consignment, Consignment> change, CancellationToken cancel)
    {
        var row = await db.Consignments.FindAsync([id], cancel) ?? throw new InvalidOperationException($"consignment {id} is not in the register");
        var before = row.Read();
        var after = change(before) with { Version = before.Version + 1 };
        await Save(db, row, after, cancel);
        return after;
    }

    /// <summary>Puts a consignment into its row, and its lines into theirs.</summary>
    public static async Task Save(RelightContext db, ConsignmentRow row, Consignment consignment, CancellationToken cancel)
    {
        row.With(consignment);
        foreach (var (i, line) in consignment.Lines.Index())
        {
            var kept = await db.ConsignmentLines.FindAsync([consignment.Id, i + 1], cancel)
                ?? db.ConsignmentLines.Add(new ConsignmentLineRow { Consignment = consignment.Id, Line = i + 1, Operation = row.Operation, Offer = line.Offer, Need = line.Need }).Entity;
            kept.Fill(consignment);
        }
    }

    /// <summary>A way on which a leg begins or ends at other times; the legs after it are moved on as far as they must.</summary>
    /// <param name="legs">The legs.</param>
    /// <param name="number">Number of the leg that changes, from 1.</param>
    /// <param name="change">Its change.</param>
    public static IReadOnlyList<Leg> WithLeg(IReadOnlyList<Leg> legs, int number, Func<Leg, Leg> change)
    {
        var moved = legs.ToList();
        moved[number - 1] = change(moved[number - 1]);
        for (var i = number; i < moved.Count; i++)
        {
            var late = moved[i - 1].Arrival - moved[i].ExpectedDeparture;
            if (late > TimeSpan.Zero && moved[i].Departed is null)
                moved[i] = moved[i] with { ExpectedDeparture = moved[i].ExpectedDeparture + late, ExpectedArrival = moved[i].ExpectedArrival + late };
        }
        return moved;
    }

    /// <summary>Notes what keeps a command on a consignment from being carried out at all; the consignment where nothing does.</summary>
    /// <param name="checks">Where it is noted.</param>
    /// <param name="consignment">The consignment; null where it is not known.</param>
    /// <param name="id">Its id.</param>
    /// <param name="expectedVersion">The version that the author saw.</param>
    public static void CheckVersion(Checks checks, Consignment? consignment, Id<Consignment> id, int expectedVersion)
    {
        if (consignment is null)
            checks.Refuse("consignment", id, "must be a consignment of this operation");
        else if (consignment.Version != expectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{expectedVersion}", $"{consignment.Version}", "the consignment has changed since you read it"));
    }

    /// <summary>The leg of a number; null, with a refusal, where there is none.</summary>
    public static Leg? LegOf(Checks checks, Consignment? consignment, int number)
    {
        if (consignment is null)
            return null;
        checks.Require(consignment.CancelledWhy is null, "consignment", consignment.Id, "was called off");
        if (number >= 1 && number <= consignment.Legs.Count)
            return consignment.Legs[number - 1];
        checks.Refuse("leg", number, $"must be from 1 to {consignment.Legs.Count}");
        return null;
    }

    public static async Task<Consignment?> Load(RelightContext db, Id<Consignment> id, Moment moment, CancellationToken cancel) =>
        (await db.Consignments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Operation == moment.Operation, cancel))?.Read();
}
