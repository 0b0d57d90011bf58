using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>The frequency of the set must be that of the facility's machines.</summary>
public sealed class GeneratorFrequencyRule() : Rule<FacilityPower, GeneratingSet>("frequency", "practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(FacilityPower place, GeneratingSet unit, Practice practice)
    {
        if (unit.FrequencyHertz is not { } rated)
            return AskDonor("frequencyHertz", "What is the rated frequency, in Hz?", "the rated frequency is not given", new Figure("frequency of the facility", place.FrequencyHertz, "Hz"));
        Figure[] figures = [new("frequency of the set", rated, "Hz"), new("frequency of the facility", place.FrequencyHertz, "Hz")];
        return rated == place.FrequencyHertz
            ? Fits(FormattableString.Invariant($"{rated:0.##} Hz on both"), null, figures)
            : DoesNotFit(FormattableString.Invariant($"{rated:0.##} Hz, the facility runs at {place.FrequencyHertz:0.##} Hz"), null, figures);
    }
}
