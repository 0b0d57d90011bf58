using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>An engine that runs far below its rating soots up and fails: the load must not be too small for the set.</summary>
public sealed class LeastLoadRule() : Rule<FacilityPower, GeneratingSet>(720, new("least load", "найменше навантаження", "أدنى حمل"), Sources.Practice)
{
    private static readonly Phrase s_isShare = new(
        "{0:0.#} kW on a set of {1:0.#} kW is {2:0.#} % of its power, at least {3} % are wanted",
        "{0:0.#} кВт на установці {1:0.#} кВт — це {2:0.#} % її потужності, потрібно щонайменше {3} %",
        "{0:0.#} كيلوواط على مجموعة {1:0.#} كيلوواط هي {2:0.#} % من قدرتها، والمطلوب {3} % على الأقل");

    private static readonly Limit s_least = new("least load of generating sets", 30, "%", "practice");
    private static readonly Phrase s_share = new("load of the set", "завантаження установки", "حمل المجموعة");
    private static readonly Column s_power = Of("power, not to be too large", GeneratorPowerRule.PowerOf);

    /// <inheritdoc/>
    protected override Ruling? Judge(FacilityPower place, GeneratingSet unit, Practice practice, Pen pen)
    {
        if (GeneratorPowerRule.PowerOf(unit, practice) is not { } power)
            return null;
        var (share, least) = (place.LoadKilowatts / power * 100, practice[s_least]);
        return pen.FitsIf(
            share >= least,
            pen.Say(s_isShare, place.LoadKilowatts, power, share, least),
            pen.AboveLimit(share, least),
            new(Numbers.RatedPower, power, "kW"), new(Numbers.Load, place.LoadKilowatts, "kW"), new(s_share, share, "%"), new(Name, least, "%"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        practice[s_least] > 0 ? [s_power.AtMost(place.LoadKilowatts / practice[s_least] * 100) with { Unknown = Verdict.Fits }] : [];
}
