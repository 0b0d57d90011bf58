using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>
/// A mobile substation must carry the load; they are practical up to about 50 MVA, so it stands in for a large unit only in part.
/// At a lower voltage than its own it carries less, as any transformer. It is built too tightly for emergency loading.
/// </summary>
public sealed class MobilePowerRule() : Rule<TransformerBay, MobileSubstation>(
    630, new("power", "потужність", "القدرة"), new("practice; mobile substations reach about 50 MVA", "практика; мобільні підстанції сягають близько 50 МВА", "الممارسة؛ تبلغ المحطات المتنقلة نحو 50 م.ف.أ"))
{
    private static readonly Phrase s_here = new("power at this voltage", "потужність за цієї напруги", "القدرة عند هذا الجهد");

    private static readonly Column s_power = Of("rated power", unit => unit.Megavoltamperes);
    private static readonly Column s_perKilovolt = Of("rated power by rated voltage", unit => unit.Megavoltamperes / unit.HighKilovolts);

    /// <inheritdoc/>
    protected override Ruling? Judge(TransformerBay place, MobileSubstation unit, Practice practice, Pen pen)
    {
        if (unit.Megavoltamperes is not { } rated)
            return pen.Ask(Ask.Megavoltamperes, NotGiven.Power).And(place.LoadMegavoltamperes is null, Ask.Load);
        var own = new Figure(Numbers.RatedPower, rated, "MVA");
        if (place.LoadMegavoltamperes is not { } load)
            return pen.Ask(Ask.Load, pen.Say(NotGiven.Number, Numbers.Load), own);
        var power = unit.HighKilovolts > place.HighKilovolts ? rated * place.HighKilovolts / unit.HighKilovolts.Value : rated;
        Figure here = new(s_here, power, "MVA"), wanted = new(Numbers.Load, load, "MVA");
        return pen.FitsIf(power >= load, pen.Say(Compared.Figures, here, wanted), pen.AboveLimit(power, load), own, here, wanted);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Bound> Bounds(TransformerBay place, Practice practice) => place.LoadMegavoltamperes is { } load
        ? [s_power.AtLeast(load), s_perKilovolt.AtLeast(load / place.HighKilovolts) with { Unknown = Verdict.Fits }]
        : [s_power.Always(Verdict.CannotTellYet)];
}
