using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>An engine that runs far below its rating soots up and fails: the load must not be too small for the set.</summary>
public sealed class LeastLoadRule() : Rule<FacilityPower, GeneratingSet>("least load", "practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(FacilityPower place, GeneratingSet unit, Practice practice)
    {
        if (unit.Power(practice) is not { } power)
            return null;
        var share = place.LoadKilowatts / power * 100;
        var margin = Margin.AboveLimit(share, practice.LeastLoadPercent);
        Figure[] figures =
        [
            new("rated power", power, "kW"),
            new("load", place.LoadKilowatts, "kW"),
            new("load of the set", share, "%"),
            new("least load", practice.LeastLoadPercent, "%"),
        ];
        var says = FormattableString.Invariant($"{place.LoadKilowatts:0.#} kW on a set of {power:0.#} kW is {share:0.#} % of its power, at least {practice.LeastLoadPercent} % are wanted");
        return share >= practice.LeastLoadPercent ? Fits(says, margin, figures) : DoesNotFit(says, margin, figures);
    }
}
