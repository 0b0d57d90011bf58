using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The lightning impulse level of a winding must reach that of the site, where the site gives one.</summary>
/// <param name="side">Which winding.</param>
public sealed class ImpulseRule(WindingSide side)
    : Rule<TransformerBay, PowerTransformer>(side == WindingSide.High ? "impulse level, upper side" : "impulse level, lower side", "IEC 60076-3")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        var (level, wanted, field) = side == WindingSide.High
            ? (unit.High.ImpulseKilovolts, place.HighImpulseKilovolts, "high")
            : (unit.Low.ImpulseKilovolts, place.LowImpulseKilovolts, "low");
        if (wanted is not { } site)
            return null;
        if (level is not { } own)
            return AskDonor($"{field}.impulseKilovolts", "What is the lightning impulse level of this winding, in kV?",
                "the lightning impulse level is not given", new Figure("level of the site", site, "kV"));
        Figure[] figures = [new("level of the unit", own, "kV"), new("level of the site", site, "kV")];
        return own >= site
            ? Fits(FormattableString.Invariant($"{own:0.##} kV for {site:0.##} kV"), Margin.AboveLimit(own, site), figures)
            : DoesNotFit(FormattableString.Invariant($"{own:0.##} kV is below {site:0.##} kV"), Margin.AboveLimit(own, site), figures);
    }
}
