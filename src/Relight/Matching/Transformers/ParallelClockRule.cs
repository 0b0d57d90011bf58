using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>
/// Units in parallel need the same clock number: anything else is a short circuit.
/// A unit that is to run alone may have any; then the rule only tells whether it could run in parallel later.
/// </summary>
public sealed class ParallelClockRule() : Rule<TransformerBay, PowerTransformer>(
    191, new("parallel operation, vector group", "паралельна робота, група з’єднання", "التشغيل المتوازي، مجموعة التوصيل"), Sources.Parallel)
{
    private static readonly Phrase s_notGiven = new("the vector group is not given", "групу з’єднання не вказано", "مجموعة التوصيل غير مذكورة");
    private static readonly Phrase s_alone = new(
        "to run alone it need not be known; in parallel it must be",
        "для самостійної роботи знати її не треба, для паралельної — треба",
        "للتشغيل المنفرد لا يلزم معرفتها، وللتشغيل المتوازي تلزم");

    private static readonly Phrase s_compared = new(
        "{0}: clock number {1}, the unit beside has {2}",
        "{0}: групове число {1}, у сусідньої одиниці {2}",
        "{0}: رقم الساعة {1}، وللوحدة المجاورة {2}");

    private static readonly Phrase s_own = new("clock number", "групове число", "رقم الساعة");
    private static readonly Phrase s_beside = new("clock number of the unit beside", "групове число сусідньої одиниці", "رقم الساعة للوحدة المجاورة");
    private static readonly Column s_clock = Of("clock number", unit => unit.VectorGroup?.ClockNumber);

    private static readonly Question s_ask = Question.Donor(
        "vectorGroup",
        "What is the vector group, with its clock number (for example YNa0d11)?",
        "Яка група з’єднання з груповим числом (наприклад YNa0d11)?",
        "ما مجموعة التوصيل مع رقم الساعة (مثلاً YNa0d11)؟");

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        var counts = place.Parallel is not null;
        if (unit.VectorGroup is not { } group)
            return pen.Ask(s_ask, counts ? s_notGiven : s_alone) with { Counts = counts };
        if (place.Parallel is not { } beside)
            return null;
        return pen.FitsIf(
            group.ClockNumber == beside.ClockNumber,
            pen.Say(s_compared, $"{group}", group.ClockNumber, beside.ClockNumber), null,
            new(s_own, group.ClockNumber, ""), new(s_beside, beside.ClockNumber, ""));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        place.Parallel is { } beside ? [s_clock.Equal(beside.ClockNumber)] : [];
}
