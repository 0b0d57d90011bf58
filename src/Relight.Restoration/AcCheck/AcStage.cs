using Relight.Grid;
using Relight.Grid.Flow;

namespace Relight.Restoration;

/// <summary>
/// A stage of a plan in AC: what its DC dispatch comes to there, and what of it can be served so that the stage holds,
/// by a point of operation that was found; not the most that could be.
/// </summary>
/// <param name="ServedMegawatts">Load served at the point that holds; none at any bus beyond the DC dispatch.</param>
/// <param name="WeightedServed">The same by weight.</param>
/// <param name="ShedMegawatts">How much less that is than the DC dispatch serves.</param>
/// <param name="LossMegawatts">Loss in branches and shunts at that point; the DC form knows none.</param>
/// <param name="Findings">What is wrong where the DC dispatch is run unchanged, the gravest first; not all where there are many.</param>
/// <param name="FindingsInAll">How many there are in all.</param>
/// <param name="SwitchedOff">Elements that had to be switched off because no point was found to hold with them.</param>
public sealed record AcStage(
    double ServedMegawatts,
    double WeightedServed,
    double ShedMegawatts,
    double LossMegawatts,
    IReadOnlyList<AcFinding> Findings,
    int FindingsInAll,
    IReadOnlyList<ElementId> SwitchedOff);

/// <summary>Something that is wrong in AC where the DC dispatch of a stage is run unchanged.</summary>
/// <param name="Kind">What.</param>
/// <param name="Element">Where; for an island its reference bus, or its first.</param>
/// <param name="Value">What it is: p.u., MVA, MW, Mvar; for an island its load in MW.</param>
/// <param name="Limit">What it may be; 0 for an island.</param>
public sealed record AcFinding(ViolationKind Kind, ElementId Element, double Value, double Limit)
{
    /// <summary>
    /// How far outside it is, so that kinds can be put in one order: 0.1 p.u. is as grave as 100 % too much. Of an island,
    /// its load.
    /// </summary>
    public double Gravity => Kind switch
    {
        ViolationKind.DoesNotConverge or ViolationKind.NoSource => Value,
        ViolationKind.LowVoltage or ViolationKind.HighVoltage => Math.Abs(Value - Limit) / 0.1,
        _ => Math.Abs(Value - Limit) / Math.Max(1, Math.Abs(Limit)),
    };

    /// <summary>
    /// Hour at which the stage starts from which it is found no more, to the end of the plan or until it comes anew; null
    /// where it lasts to the end, or to a stage that was not checked.
    /// </summary>
    public double? ClearedAtHour { get; init; }

    /// <summary>The repairs that end at that hour.</summary>
    public IReadOnlyList<ElementId> ClearedBy { get; init; } = [];
}

/// <summary>Where a running AC check stands.</summary>
/// <param name="Stages">Stages checked.</param>
/// <param name="Of">Stages in all.</param>
public sealed record AcCheckProgress(int Stages, int Of);
