using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>A set that stands in for the grid needs a transfer switch, so that it never feeds back into it.</summary>
public sealed class TransferSwitchRule() : Rule<FacilityPower, GeneratingSet>("transfer switch", "practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(FacilityPower place, GeneratingSet unit, Practice practice) => unit.TransferSwitch == true
        ? Fits("a transfer switch comes with it", null)
        : FitsWithWork(
            unit.TransferSwitch is null ? "whether a transfer switch comes with it is not known" : "no transfer switch comes with it",
            ["install a transfer switch"], null);
}
