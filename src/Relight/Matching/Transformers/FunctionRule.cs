using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Autotransformer, two-winding and generator step-up transformer do not replace each other.</summary>
public sealed class FunctionRule() : Rule<TransformerBay, PowerTransformer>(110, new("function", "призначення", "الوظيفة"), "practice")
{
    private static readonly Column s_function = Of("function", unit => (decimal?)(int?)unit.Function);

    private static readonly Question s_donor = Question.Donor(
        "function",
        "Is the unit an autotransformer, a two-winding transformer, or a generator step-up transformer?",
        "Це автотрансформатор, двообмотковий чи блочний трансформатор?",
        "هل الوحدة محول ذاتي أم محول بملفين أم محول رافع لمولد؟");

    private static readonly Question s_operator = Question.Operator(
        "function", "Which function has the unit in this bay?", "Яке призначення одиниці в цьому приєднанні?", "ما وظيفة الوحدة في هذه الخلية؟");

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (unit.Function is not { } function)
            return pen.Ask(s_donor, unit.Served == FormerPlace.PowerPlant
                ? "the function is not given; a unit from a power plant is probably a generator step-up transformer"
                : "the function is not given").And(place.Function is null, s_operator);
        if (place.Function is not { } wanted)
            return pen.Ask(s_operator, "the bay does not say which function it needs");
        return function == wanted
            ? pen.Fits(pen.Say($"both {Words(function)}"))
            : pen.DoesNotFit(pen.Say($"the unit is a {Words(function)}, the bay needs a {Words(wanted)}"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [place.Function is { } wanted ? s_function.Equal((int)wanted) : s_function.Always(Verdict.CannotTellYet)];

    private static string Words(TransformerFunction function) => function switch
    {
        TransformerFunction.Auto => "autotransformer",
        TransformerFunction.TwoWinding => "two-winding transformer",
        _ => "generator step-up transformer",
    };
}
