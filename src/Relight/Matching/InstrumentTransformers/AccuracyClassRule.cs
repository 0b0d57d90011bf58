using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>
/// An instrument transformer must be as accurate as the place wants, with a core for each class that is wanted. Measuring
/// classes order by their number (0.2S is better than 0.5), those of protection by error and limit factor (5P30 is better than
/// 5P20 and than 10P20); a measuring core does not serve protection, nor the other way round.
/// </summary>
public sealed class AccuracyClassRule() : Rule<InstrumentPlace, InstrumentTransformer>(540, new("accuracy class", "клас точності", "فئة الدقة"), new("IEC 61869-2 and 61869-3", "IEC 61869-2 та 61869-3", "IEC 61869-2 و61869-3"))
{
    private static readonly Phrase s_notGiven = new("the accuracy class is not given", "клас точності не вказано", "فئة الدقة غير مذكورة");
    private static readonly Phrase s_compared = new("class {0}, {1} is wanted", "клас {0}, потрібен {1}", "الفئة {0} والمطلوب {1}");
    private static readonly Phrase s_notUnderstood = new("class {0}, {1} is wanted: not written as IEC 61869 does", "клас {0}, потрібен {1}: записано не за IEC 61869", "الفئة {0} والمطلوب {1}: غير مكتوبة كما في IEC 61869");

    private static readonly Question s_ask = Question.Donor(
        "accuracyClass", "What is the accuracy class of each core (for example 0.2S; 5P20)?", "Який клас точності кожного осердя (наприклад 0.2S; 5P20)?", "ما فئة دقة كل قلب (مثلاً 0.2S؛ 5P20)؟");

    private static readonly Question s_askPlace = Question.Operator(
        "accuracyClass", "Which accuracy class must each core have there (for example 0.2S; 5P20)?", "Який клас точності там потрібен кожному осердю (наприклад 0.2S; 5P20)?", "ما فئة الدقة المطلوبة هناك لكل قلب (مثلاً 0.2S؛ 5P20)؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(InstrumentPlace place, InstrumentTransformer unit, Practice practice, Pen pen)
    {
        if (place.AccuracyClass is not { } wanted)
            return null;
        if (unit.AccuracyClass is not { } own)
            return pen.Ask(s_ask, s_notGiven);
        if (string.Equals(own.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase))
            return pen.Fits(pen.Say(s_compared, own, wanted));
        if (AccuracyClass.Read(wanted) is not { } there)
            return pen.Ask(s_askPlace, pen.Say(s_notUnderstood, own, wanted));
        return AccuracyClass.Read(own) is { } cores
            ? pen.FitsIf(AccuracyClass.Serve(cores, there), pen.Say(s_compared, own, wanted), null)
            : pen.Ask(s_ask, pen.Say(s_notUnderstood, own, wanted));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound>? Bounds(InstrumentPlace place, Practice practice) =>
        place.AccuracyClass is null ? [] : null;
}
