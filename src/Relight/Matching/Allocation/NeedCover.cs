using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Matching;

/// <summary>How much of a need is filled, in its own measure, and how much is lost of what was sent to it.</summary>
/// <param name="Takes">How much it takes in all; null where it takes whatever comes.</param>
/// <param name="Filled">How much is held for it or was sent to it, what is lost left out.</param>
/// <param name="Unit">Unit of these; null for units of equipment.</param>
/// <param name="LostUnits">Whole units that were sent to it and are lost.</param>
/// <param name="LostAmounts">Amounts that were sent to it and are lost, one for each unit of measure.</param>
[View(Audience.Coordination)]
public sealed record NeedCover(decimal? Takes, decimal Filled, Unit? Unit, int LostUnits, IReadOnlyList<Quantity> LostAmounts)
{
    /// <summary>How much it still takes; null where it takes whatever comes.</summary>
    public decimal? StillTakes => Takes is { } takes ? Math.Max(0, takes - Filled) : null;

    /// <summary>Whether anything that was sent to it is lost.</summary>
    public bool HasLost => LostUnits > 0 || LostAmounts.Count > 0;

    /// <summary>That of a need at a moment; null where the operation has no such need.</summary>
    public static async Task<NeedCover?> Read(RelightContext db, Id<Operation> operation, Id<Need> id, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (await db.Needs.FindAsync([id], cancel) is not { } row || row.Operation != operation)
            return null;
        var (need, at) = (row.Read(), await AllocationsAtMoment.Load(db, id, null, new Ledger.Moment(operation, "", now), cancel));
        var (filling, lost) = (Filling.Of(need), at.Sent.Where(sent => sent.Lost > 0).ToList());
        return new NeedCover(
            filling.Takes, at.FilledOf(need), filling.Unit, (int)lost.Where(sent => sent.Amount is null).Sum(sent => sent.Lost),
            [.. lost.Where(sent => sent.Amount is not null).GroupBy(sent => sent.Amount!.Unit, sent => sent.Lost).Select(of => new Quantity(Bounds.Exactly(of.Sum()), of.Key))]);
    }
}
