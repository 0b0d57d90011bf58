using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A facility with three phases needs a set with three.</summary>
public sealed class GeneratorPhasesRule() : Rule<FacilityPower, GeneratingSet>("phases", "practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(FacilityPower place, GeneratingSet unit, Practice practice) => (place.ThreePhase, unit.ThreePhase) switch
    {
        (false, _) => Fits("one phase is enough", null),
        (true, null) => AskDonor("threePhase", "Does the set have one phase or three?", "the number of phases is not given"),
        (true, true) => Fits("three phases on both", null),
        (true, false) => DoesNotFit("the set has one phase, the facility needs three", null),
    };
}
