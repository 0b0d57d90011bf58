using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Autotransformer, two-winding and generator step-up transformer do not replace each other.</summary>
public sealed class FunctionRule() : Rule<TransformerBay, PowerTransformer>("function", "practice")
{
    private const string Ask = "Is the unit an autotransformer, a two-winding transformer, or a generator step-up transformer?";

    /// <inheritdoc/>
    protected override RuleVerdict Judge(TransformerBay place, PowerTransformer unit, Practice practice)
    {
        if (unit.Function is not { } function)
            return AskDonor("function", Ask, unit.Served == FormerPlace.PowerPlant
                ? "the function is not given; a unit from a power plant is probably a generator step-up transformer"
                : "the function is not given");
        if (place.Function is not { } wanted)
            return AskOperator("function", "Which function has the unit in this bay?", "the bay does not say which function it needs");
        return function == wanted
            ? Fits($"both {Words(function)}", null)
            : DoesNotFit($"the unit is a {Words(function)}, the bay needs a {Words(wanted)}", null);
    }

    private static string Words(TransformerFunction function) => function switch
    {
        TransformerFunction.Auto => "autotransformer",
        TransformerFunction.TwoWinding => "two-winding transformer",
        _ => "generator step-up transformer",
    };
}
