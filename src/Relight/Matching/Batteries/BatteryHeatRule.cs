using Relight.Register;

namespace Relight.Matching.Batteries;

/// <summary>A battery that is not made for the heat of summer is cooled.</summary>
public sealed class BatteryHeatRule() : Rule<FacilityPower, Battery>(875, new("heat", "спека", "الحر"), Sources.Practice)
{
    private static readonly Phrase s_says = new("works up to {0:0} °C, in summer there are {1:0} °C", "працює до {0:0} °C, влітку буває {1:0} °C", "يعمل حتى ⁦{0:0} °C⁩، وفي الصيف تبلغ ⁦{1:0} °C⁩");
    private static readonly Phrase s_highest = new("highest temperature", "найвища температура", "أعلى درجة حرارة");

    private static readonly Limit s_limit = new("highest temperature of a battery", 40, "°C", "practice");
    private static readonly Column s_most = Of("highest temperature", unit => unit.HighestCelsius);

    private static readonly Work s_work = new(new("give it shade and cooling before summer", "забезпечити тінь і охолодження до літа", "توفير ظل وتبريد قبل الصيف"), 4, Skills.Generator);

    /// <inheritdoc/>
    public override bool HasMargin => false;

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, Battery unit, Practice practice, Pen pen)
    {
        if (unit.HighestCelsius is not { } highest)
            return null;
        Figure own = new(s_highest, highest, "°C"), limit = new(Numbers.Limit, practice[s_limit], "°C");
        return highest >= practice[s_limit]
            ? pen.Fits(pen.Say(s_says, highest, practice[s_limit]), null, own, limit)
            : pen.FitsWithWork(pen.Say(s_says, highest, practice[s_limit]), null, s_work, own, limit);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        [s_most.AtLeast(practice[s_limit]) with { IsSharp = true, Outside = Verdict.FitsWithWork, Unknown = Verdict.Fits }];
}
