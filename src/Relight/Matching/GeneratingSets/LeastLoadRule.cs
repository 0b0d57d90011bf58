using Relight.Register;

namespace Relight.Matching.GeneratingSets;

/// <summary>An engine that runs far below its rating soots up and fails: the load must not be too small for the set.</summary>
public sealed class LeastLoadRule() : Rule<FacilityPower, GeneratingSet>(720, new("least load", "найменше навантаження", "أدنى حمل"), "practice")
{
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
            pen.Say($"{place.LoadKilowatts:0.#} kW on a set of {power:0.#} kW is {share:0.#} % of its power, at least {least} % are wanted"),
            pen.AboveLimit(share, least),
            new(Numbers.RatedPower, power, "kW"), new(Numbers.Load, place.LoadKilowatts, "kW"), new(s_share, share, "%"), new(Name, least, "%"));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(FacilityPower place, Practice practice) =>
        practice[s_least] > 0 ? [s_power.AtMost(place.LoadKilowatts / practice[s_least] * 100) with { Unknown = Verdict.Fits }] : [];
}
