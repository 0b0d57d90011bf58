using Relight.Register;

namespace Relight.Matching.MobileSubstations;

/// <summary>A mobile substation must carry the load; they are practical up to about 50 MVA, so it stands in for a large unit only in part.</summary>
public sealed class MobilePowerRule() : ComparisonRule<TransformerBay, MobileSubstation>(
    630, new("power", "потужність", "القدرة"), new("practice; mobile substations reach about 50 MVA", "практика; мобільні підстанції сягають близько 50 МВА", "الممارسة؛ تبلغ المحطات المتنقلة نحو 50 م.ف.أ"), "MVA",
    new(Numbers.RatedPower, unit => unit.Megavoltamperes), new(Numbers.Load, bay => bay.LoadMegavoltamperes), Ask.Megavoltamperes);
