using Relight.Matching;
using Relight.Register;

namespace Relight.Storage;

/// <summary>Units of an offer that are held for a need.</summary>
public sealed class AllocationRow : Row<Allocation, AllocationRow>
{
    /// <summary>The need.</summary>
    public Id<Need> Need { get; private set; }

    /// <summary>The offer.</summary>
    public Id<Offer> Offer { get; private set; }

    /// <summary>How many units of the offer.</summary>
    public int Units { get; private set; }

    /// <summary>How firmly they stand.</summary>
    public AllocationState State { get; private set; }

    /// <summary>When it lapses unless it is confirmed by then, UTC.</summary>
    public DateTimeOffset LapsesAt { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Allocation record) => (Need, Offer, Units, State, LapsesAt) =
        (record.Need, record.Offer, record.Units, record.State, record.LapsesAt);
}
