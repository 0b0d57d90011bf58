using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>The unit must withstand the short-circuit current of the site, where the site gives one.</summary>
public sealed class ShortCircuitRule() : Rule<TransformerBay, PowerTransformer>("short circuit", "IEC 60076-5")
{
    /// <inheritdoc/>
    protected override RuleVerdict? Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (place.FaultLevelKiloamperes is not { } fault)
            return null;
        if (unit.ShortCircuitKiloamperes is not { } withstand)
            return AskDonor("shortCircuitKiloamperes", "Which short-circuit current does the unit withstand on the upper side, in kA?",
                "the short-circuit withstand is not given", new Figure("fault level of the site", fault, "kA"));
        Figure[] figures = [new("withstand", withstand, "kA"), new("fault level of the site", fault, "kA")];
        return withstand >= fault
            ? Fits(FormattableString.Invariant($"withstands {withstand:0.##} kA where {fault:0.##} kA can flow"), Margin.AboveLimit(withstand, fault), figures)
            : DoesNotFit(FormattableString.Invariant($"withstands {withstand:0.##} kA where {fault:0.##} kA can flow"), Margin.AboveLimit(withstand, fault), figures);
    }
}
