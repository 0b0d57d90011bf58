using Relight.Register;

namespace Relight.Matching.InstrumentTransformers;

/// <summary>
/// An instrument transformer must be as accurate as the place wants. Measuring classes order by their number (0.2S is
/// better than 0.5); another series, such as protection's 5P20, is compared by its name.
/// </summary>
public sealed class AccuracyClassRule() : Rule<InstrumentPlace, InstrumentTransformer>(540, new("accuracy class", "клас точності", "فئة الدقة"), new("IEC 61869-2 and 61869-3", "IEC 61869-2 та 61869-3", "IEC 61869-2 و61869-3"))
{
    private static readonly Phrase s_notGiven = new("the accuracy class is not given", "клас точності не вказано", "فئة الدقة غير مذكورة");
    private static readonly Phrase s_compared = new("class {0}, {1} is wanted", "клас {0}, потрібен {1}", "الفئة {0} والمطلوب {1}");

    private static readonly Question s_ask = Question.Donor(
        "accuracyClass", "What is the accuracy class of each core?", "Який клас точності кожного осердя?", "ما فئة دقة كل قلب؟");

    /// <inheritdoc/>
    protected override Ruling? Judge(InstrumentPlace place, InstrumentTransformer unit, Practice practice, Pen pen)
    {
        if (place.AccuracyClass is not { } wanted)
            return null;
        if (unit.AccuracyClass is not { } own)
            return pen.Ask(s_ask, s_notGiven);
        var fits = (Measuring(own), Measuring(wanted)) switch
        {
            ({ } mine, { } theirs) => mine <= theirs,
            _ => string.Equals(own, wanted, StringComparison.OrdinalIgnoreCase),
        };
        return pen.FitsIf(fits, pen.Say(s_compared, own, wanted), null);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound>? Bounds(InstrumentPlace place, Practice practice) =>
        place.AccuracyClass is null ? [] : null;

    // 0.2S holds its accuracy at small currents too: between 0.2 and what is better.
    private static decimal? Measuring(string name)
    {
        var special = name.EndsWith('S') || name.EndsWith('s');
        return decimal.TryParse(Numerals.Plain(special ? name[..^1] : name), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? special ? number * 0.9m : number
            : null;
    }
}
