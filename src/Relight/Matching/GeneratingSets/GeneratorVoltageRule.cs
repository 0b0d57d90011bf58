using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>The voltage of the set must be that of the facility.</summary>
public sealed class GeneratorVoltageRule() : Rule<FacilityPower, GeneratingSet>("voltage", "practice")
{
    /// <inheritdoc/>
    protected override RuleVerdict Judge(FacilityPower place, GeneratingSet unit, Practice practice)
    {
        if (unit.Volts is not { } volts)
            return AskDonor("volts", "What is the rated voltage between phases, in V?", "the voltage is not given", new Figure("voltage of the facility", place.Volts, "V"));
        var apart = Math.Abs(volts / place.Volts - 1) * 100;
        Figure[] figures = [new("voltage of the set", volts, "V"), new("voltage of the facility", place.Volts, "V"), new("difference", apart, "%")];
        return apart <= practice.GeneratorVoltagePercent
            ? Fits(FormattableString.Invariant($"{volts:0} V for {place.Volts:0} V"), Margin.BelowLimit(apart, practice.GeneratorVoltagePercent), figures)
            : FitsWithWork(FormattableString.Invariant($"{volts:0} V for {place.Volts:0} V"), ["put a transformer between set and facility"], null, figures);
    }
}
