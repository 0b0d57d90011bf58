using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Register;

namespace Relight.Matching.Breakers;

/// <summary>
/// A breaker that is to close again at once must be rated for it: O-0.3s-CO-…, and not O-3min-CO-… or CO-15s-CO. With a slower
/// one the line is run without reclosing.
/// </summary>
public sealed partial class DutyCycleRule() : Rule<BreakerBay, CircuitBreaker>(
    345, new("duty cycle", "цикл операцій", "دورة التشغيل"), new("IEC 62271-100, rated operating sequence", "IEC 62271-100, номінальна послідовність операцій", "IEC 62271-100، تسلسل العمليات المقنن"))
{
    private static readonly Phrase s_notGiven = new("the duty cycle is not given, and the line is to close again at once", "цикл операцій не вказано, а лінію треба швидко вмикати знову", "دورة التشغيل غير مذكورة، ويلزم إعادة الإغلاق السريع");
    private static readonly Phrase s_says = new("rated for {0}; closing again within {1:0.##} s is wanted", "розраховано на {0}; потрібне повторне ввімкнення за {1:0.##} с", "مقنن لـ{0}؛ والمطلوب إعادة الإغلاق خلال {1:0.##} ثانية");

    private static readonly Limit s_pause = new("pause of fast reclosing", 0.3m, "s", "IEC 62271-100");

    private static readonly Question s_ask = Question.Donor(
        "dutyCycle", "What is its rated operating sequence (for example O-0.3s-CO-3min-CO)?", "Яка номінальна послідовність операцій (наприклад O-0.3s-CO-3min-CO)?", "ما تسلسل العمليات المقنن (مثلاً O-0.3s-CO-3min-CO)؟");

    private static readonly Work s_work = new(
        new("block fast reclosing in the protection of the line", "заблокувати швидке АПВ у захисті лінії", "حجب إعادة الإغلاق السريع في حماية الخط"), 2, Skills.Substation);

    private static readonly Column s_seconds = Of("pause before it closes again", unit => PauseOf(unit.DutyCycle));

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(BreakerBay place, CircuitBreaker unit, Practice practice, Pen pen)
    {
        if (!place.Reclosing)
            return null;
        if (PauseOf(unit.DutyCycle) is not { } pause)
            return pen.Ask(s_ask, s_notGiven);
        var says = pen.Say(s_says, unit.DutyCycle!, practice[s_pause]);
        return pause <= practice[s_pause] ? pen.Fits(says) : pen.FitsWithWork(says, null, s_work);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(BreakerBay place, Practice practice) => place.Reclosing
        ? [s_seconds.AtMost(practice[s_pause]) with { IsSharp = true, Outside = Verdict.FitsWithWork }]
        : [];

    /// <summary>Seconds between the first breaking and the closing after it; null where the words name none.</summary>
    internal static decimal? PauseOf(string? dutyCycle)
    {
        if (Sequence().Match(dutyCycle ?? "") is not { Success: true } match)
            return null;
        var number = decimal.Parse(match.Groups["number"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        return match.Groups["minutes"].Success ? number * 60 : number;
    }

    // O and CO are written with Latin, Cyrillic or Greek letters, the strokes between as any of three.
    [GeneratedRegex(@"\A\s*[CcСсBbВв]?[OoОо0]\s*[-–—]\s*(?<number>\d{1,4}([.,]\d{1,3})?)\s*((?<minutes>min|мин|хв)|s|с|sec)?\s*[-–—]", RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}
