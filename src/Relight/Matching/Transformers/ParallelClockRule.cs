using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// Units in parallel need the same clock number: anything else is a short circuit.
/// A unit that is to run alone may have any; then the rule only tells whether it could run in parallel later.
/// </summary>
public sealed class ParallelClockRule() : Rule<TransformerBay, PowerTransformer>("parallel operation, vector group", "IEC 60076-8 practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        var counts = place.Parallel is not null;
        if (unit.VectorGroup is not { } group)
            return AskDonor("vectorGroup", "What is the vector group, with its clock number (for example YNa0d11)?",
                counts ? "the vector group is not given" : "to run alone it need not be known; in parallel it must be") with
            { Counts = counts };
        if (place.Parallel is not { } beside)
            return null;
        Figure[] figures = [new("clock number", group.ClockNumber, ""), new("clock number of the unit beside", beside.ClockNumber, "")];
        return group.ClockNumber == beside.ClockNumber
            ? Fits($"{group}: clock number {group.ClockNumber} on both", null, figures)
            : DoesNotFit($"{group}: clock number {group.ClockNumber}, the unit beside has {beside.ClockNumber}", null, figures);
    }
}
