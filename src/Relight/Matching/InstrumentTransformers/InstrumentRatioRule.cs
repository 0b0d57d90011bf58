using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>
/// Relays and meters are set for one ratio: primary and secondary must be exactly those of the place (1 or 5 A; 100 or 110
/// V, or that over √3, to the digits in which it is written).
/// </summary>
/// <param name="place">Where it stands among the verdicts that are shown.</param>
/// <param name="name">Name of the rule and of the number.</param>
/// <param name="own">Value of the unit, in A, kV or V.</param>
/// <param name="wanted">Value of the place.</param>
/// <param name="ask">What to ask where the unit's is not known.</param>
/// <param name="askPlace">What to ask where the place's is not known.</param>
public abstract class InstrumentRatioRule(
    int place, Phrase name, Func<InstrumentTransformer, decimal?> own, Func<InstrumentPlace, decimal?> wanted, Question ask, Question askPlace)
    : Rule<InstrumentPlace, InstrumentTransformer>(place, name, new("IEC 61869-2 and 61869-3", "IEC 61869-2 та 61869-3", "IEC 61869-2 و61869-3"))
{
    private static readonly Phrase s_compared = new("{0} {1:0.###}, {2:0.###} is wanted", "{0} {1:0.###}, потрібно {2:0.###}", "{0} {1:0.###} والمطلوب {2:0.###}");

    // 100/√3 is written as 57.7, 57.74 or 57.735.
    private static readonly Limit s_written = new("digits of a ratio", 0.1m, "%", "practice");

    private readonly Column _own = Of(name.English, own);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(InstrumentPlace place, InstrumentTransformer unit, Practice practice, Pen pen)
    {
        if (wanted(place) is not { } there)
            return pen.Ask(askPlace, pen.Say(NotGiven.Number, Numbers.Wanted)).And(own(unit) is null, ask);
        if (own(unit) is not { } given)
            return pen.Ask(ask, pen.Say(NotGiven.Number, Name), new Figure(Numbers.Wanted, there, ""));
        return pen.FitsIf(
            Math.Abs(given / there - 1) * 100 <= practice[s_written],
            pen.Say(s_compared, Name, given, there), null, new(Name, given, ""), new(Numbers.Wanted, there, ""));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(InstrumentPlace place, Practice practice) => wanted(place) is { } there
        ? [new Bound(_own, there * (1 - (practice[s_written] / 100)), there * (1 + (practice[s_written] / 100)))]
        : [_own.Always(Verdict.CannotTellYet)];
}

/// <summary>The primary value.</summary>
public sealed class PrimaryRule() : InstrumentRatioRule(
    530, new("primary value", "первинне значення", "القيمة الابتدائية"), unit => unit.Primary, place => place.Primary,
    Question.Donor("primary", "What is the rated primary value, in A or kV?", "Яке номінальне первинне значення, А або кВ?", "ما القيمة الابتدائية المقننة بالأمبير أو الكيلوفولت؟"),
    Question.Operator("primary", "Which rated primary value is wanted there, in A or kV?", "Яке там потрібне первинне значення, А або кВ?", "ما القيمة الابتدائية المطلوبة هناك بالأمبير أو الكيلوفولت؟"));

/// <summary>The secondary value.</summary>
public sealed class SecondaryRule() : InstrumentRatioRule(
    531, new("secondary value", "вторинне значення", "القيمة الثانوية"), unit => unit.Secondary, place => place.Secondary,
    Question.Donor("secondary", "What is the rated secondary value, in A or V?", "Яке номінальне вторинне значення, А або В?", "ما القيمة الثانوية المقننة بالأمبير أو الفولت؟"),
    Question.Operator("secondary", "Which secondary value do relays and meters there take, in A or V?", "Яке вторинне значення потрібне там реле й лічильникам, А або В?", "ما القيمة الثانوية التي تأخذها المرحلات والعدادات هناك بالأمبير أو الفولت؟"));
