using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>Autotransformer, two-winding and generator step-up transformer do not replace each other.</summary>
public sealed class FunctionRule() : Rule<TransformerBay, PowerTransformer>(110, new("function", "призначення", "الوظيفة"), Sources.Practice)
{
    private static readonly Phrase s_plant = new(
        "the function is not given; a unit from a power plant is probably a generator step-up transformer",
        "призначення не вказано; одиниця з електростанції, ймовірно, блочний трансформатор",
        "الوظيفة غير مذكورة؛ والوحدة الآتية من محطة توليد هي على الأرجح محول رافع لمولد");

    private static readonly Phrase s_notGiven = new("the function is not given", "призначення не вказано", "الوظيفة غير مذكورة");
    private static readonly Phrase s_bayUnknown = new(
        "the bay does not say which function it needs",
        "для приєднання не вказано, яке призначення потрібне",
        "لم تُذكر الوظيفة التي تحتاجها الخلية");

    private static readonly Phrase s_same = new("both {0}", "обидва — {0}", "كلاهما {0}");
    private static readonly Phrase s_other = new("the unit is a {0}, the bay needs a {1}", "одиниця — {0}, а приєднанню потрібен {1}", "الوحدة {0}، والخلية تحتاج إلى {1}");

    private static readonly Column s_function = Of("function", unit => (decimal?)(int?)unit.Function);

    private static readonly Question s_donor = Question.Donor(
        "function",
        "Is the unit an autotransformer, a two-winding transformer, or a generator step-up transformer?",
        "Це автотрансформатор, двообмотковий чи блочний трансформатор?",
        "هل الوحدة محول ذاتي أم محول بملفين أم محول رافع لمولد؟");

    private static readonly Question s_operator = Question.Operator(
        "function", "Which function has the unit in this bay?", "Яке призначення одиниці в цьому приєднанні?", "ما وظيفة الوحدة في هذه الخلية؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (unit.Function is not { } function)
            return pen.Ask(s_donor, unit.Served == FormerPlace.PowerPlant
                ? s_plant
                : s_notGiven).And(place.Function is null, s_operator);
        if (place.Function is not { } wanted)
            return pen.Ask(s_operator, s_bayUnknown);
        return function == wanted
            ? pen.Fits(pen.Writes ? pen.Say(s_same, Words(function)) : default)
            : pen.DoesNotFit(pen.Writes ? pen.Say(s_other, Words(function), Words(wanted)) : default);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [place.Function is { } wanted ? s_function.Equal((int)wanted) : s_function.Always(Verdict.CannotTellYet)];

    private static Phrase Words(TransformerFunction function) => function switch
    {
        TransformerFunction.Auto => new("autotransformer", "автотрансформатор", "محول ذاتي"),
        TransformerFunction.TwoWinding => new("two-winding transformer", "двообмотковий трансформатор", "محول بملفين"),
        _ => new("generator step-up transformer", "блочний трансформатор", "محول رافع لمولد"),
    };
}
