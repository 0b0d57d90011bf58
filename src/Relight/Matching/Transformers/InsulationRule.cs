using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The insulation of a winding must be made for the system's highest voltage.</summary>
/// <param name="side">Which winding.</param>
public sealed class InsulationRule(WindingSide side)
    : Rule<TransformerBay, PowerTransformer>(side == WindingSide.High ? "insulation, upper side" : "insulation, lower side", "IEC 60076-3")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        var (winding, nominal, system, field) = side == WindingSide.High
            ? (unit.High, place.HighKilovolts, place.HighSystemUm, "high")
            : (unit.Low, place.LowKilovolts, place.LowSystemUm, "low");
        if (winding.Um is { } um)
        {
            var wanted = system ?? nominal;
            Figure[] figures = [new("Um of the unit", um, "kV"), new(system is null ? "voltage of the system" : "Um of the system", wanted, "kV")];
            return um >= wanted
                ? Fits(FormattableString.Invariant($"Um {um:0.##} kV for {wanted:0.##} kV"), Margin.AboveLimit(um, wanted), figures)
                : DoesNotFit(FormattableString.Invariant($"Um {um:0.##} kV is below {wanted:0.##} kV"), Margin.AboveLimit(um, wanted), figures);
        }
        return winding.RatedKilovolts is { } rated
            ? ByRatedVoltage(rated, nominal, field, practice)
            : AskDonor($"{field}.um", "What is the highest voltage Um of this winding, in kV?", "neither Um nor rated voltage is given");
    }

    // Without Um: a winding is of the class of its rated voltage, so it holds that voltage, and never much more.
    private RuleVerdict ByRatedVoltage(decimal rated, decimal nominal, string field, Practice practice)
    {
        var stress = nominal / rated;
        Figure[] figures = [new("rated voltage", rated, "kV"), new("voltage of the system", nominal, "kV"), new("stress", stress, "")];
        if (stress <= 1 / (1 - (practice.ReducedVoltageFreePercent / 100)))
            return Fits(FormattableString.Invariant($"rated {rated:0.##} kV on {nominal:0.##} kV: insulation is of this class or a higher one"), null, figures);
        return stress > practice.BeyondInsulationClass
            ? DoesNotFit(FormattableString.Invariant($"insulation is stressed {stress:0.0#} times: {nominal:0.##} kV on a winding of {rated:0.##} kV"), Margin.BelowLimit(stress, practice.BeyondInsulationClass), figures)
            : AskDonor($"{field}.um", "What is the highest voltage Um of this winding, in kV?", FormattableString.Invariant($"Um is not given, and {nominal:0.##} kV is above the rated {rated:0.##} kV"), figures);
    }
}
