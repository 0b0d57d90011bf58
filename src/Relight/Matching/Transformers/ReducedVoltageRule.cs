using Relight.Register;

namespace Relight.Matching.Transformers;

/// <summary>A unit with a higher rated voltage may serve at a lower one: its power falls as the voltage, and settings have to follow.</summary>
public sealed class ReducedVoltageRule() : Rule<TransformerBay, PowerTransformer>(
    140, new("reduced voltage", "знижена напруга", "جهد منخفض"), new(
        "derived: power is voltage times current, and the rated current stays",
        "виведено: потужність — напруга на струм, а номінальний струм незмінний",
        "مشتق: القدرة جهد في تيار، والتيار المقنن ثابت"))
{
    private static readonly Phrase s_less = new(
        "{0:0.##} kV unit on {1:0.##} kV: {2:0.0} % of its power",
        "одиниця {0:0.##} кВ на {1:0.##} кВ: {2:0.0} % її потужності",
        "وحدة {0:0.##} كيلوفولت على {1:0.##} كيلوفولت: {2:0.0} % من قدرتها");

    /// <summary>How far below its rated voltage a unit serves without work, in %.</summary>
    internal static readonly Limit Free = new("reduced voltage without work", 5, "%", "practice");

    private static readonly Phrase s_share = new("share of rated power", "частка номінальної потужності", "الحصة من القدرة المقننة");

    private static readonly Column s_rated = Of("rated voltage of the upper side", unit => unit.High.RatedKilovolts);

    private static readonly Work s_work = new(
        new("set protection and voltage control for the lower voltage", "налаштувати захист і регулювання на нижчу напругу", "ضبط الحماية وتنظيم الجهد للجهد الأدنى"), 6, Skills.Transformer);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, PowerTransformer unit, Practice practice, Pen pen)
    {
        if (unit.High.RatedKilovolts is not { } rated || rated <= place.HighKilovolts)
            return null;
        var share = place.HighKilovolts / rated;
        Figure system = new(Numbers.SystemVoltage, place.HighKilovolts, "kV"), own = new(Numbers.RatedVoltage, rated, "kV"), left = new(s_share, share * 100, "%");
        var says = pen.Say(s_less, rated, place.HighKilovolts, share * 100);
        return share >= 1 - (practice[Free] / 100)
            ? pen.Fits(says, null, system, own, left)
            : pen.FitsWithWork(says, null, s_work, system, own, left);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) =>
        [s_rated.AtMost(place.HighKilovolts / (1 - (practice[Free] / 100))) with { Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits }];
}
