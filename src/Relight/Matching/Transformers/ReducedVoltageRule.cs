using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>A unit with a higher rated voltage may serve at a lower one: its power falls as the voltage, and settings have to follow.</summary>
public sealed class ReducedVoltageRule() : Rule<TransformerBay, PowerTransformer>("reduced voltage", "derived: power is voltage times current, and the rated current stays")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (unit.High.RatedKilovolts is not { } rated || rated <= place.HighKilovolts)
            return null;
        var share = place.HighKilovolts / rated;
        Figure[] figures =
        [
            new("voltage of the system", place.HighKilovolts, "kV"),
            new("rated voltage", rated, "kV"),
            new("share of rated power", share * 100, "%"),
        ];
        var says = FormattableString.Invariant($"{rated:0.##} kV unit on {place.HighKilovolts:0.##} kV: {share * 100:0.0} % of its power");
        return share >= 1 - (practice.ReducedVoltageFreePercent / 100)
            ? Fits(says, null, figures)
            : FitsWithWork(says, ["set protection and voltage control for the lower voltage"], null, figures);
    }
}
