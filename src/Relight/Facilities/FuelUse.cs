using Relight.Matching;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>
/// Fuel that a generating set burns at a load. At three quarters of its rating it is what the plate says, else what diesel
/// sets burn; at other loads the shape of a straight line from no load to full load, of which a part is burnt at no load too.
/// </summary>
internal static class FuelUse
{
    // equipment: 0.28 to 0.33 litres per kWh at 75 % load.
    private static readonly Limit s_least = new("diesel at 75 % load, least", 0.28m, "l/kWh", "practice");
    private static readonly Limit s_most = new("diesel at 75 % load, most", 0.33m, "l/kWh", "practice");

    // The line through 8.48 l/h at 25 kW and 15.3 l/h at 50 kW of a set of 50 kW: 0.2728 l for each kWh, and 0.0332 l an hour for each kW of its rating.
    private static readonly Limit s_slope = new("fuel for each kWh", 0.2728m, "l/kWh", "HOMER Pro 3.12, generator fuel curve, example of a set of 50 kW");
    private static readonly Limit s_noLoad = new("fuel at no load for each kW of the rating", 0.0332m, "l/h", "HOMER Pro 3.12, generator fuel curve, example of a set of 50 kW");

    private const decimal RatedShare = 0.75m;

    /// <summary>Litres an hour; unspecified where the power is not known, or the plate gives nothing and the fuel is not diesel.</summary>
    /// <param name="set">The set.</param>
    /// <param name="load">The load that it carries, in kW.</param>
    /// <param name="practice">What the operation has settled otherwise.</param>
    public static Bounds LitresAnHour(GeneratingSet set, decimal load, Practice practice)
    {
        if (FacilityFit.PowerOf(set, practice) is not { } power || power <= 0)
            return Bounds.Unspecified;
        var share = load / power;
        decimal PerKilowattHour(decimal share) => practice[s_slope] + (practice[s_noLoad] / share);
        decimal Litres(decimal atRatedShare) => Math.Round(load * atRatedShare * (PerKilowattHour(share) / PerKilowattHour(RatedShare)), 3);
        return set.LitresPerKilowattHour is { } plate ? Bounds.Exactly(Litres(plate))
            : IsDiesel(set.Fuel) ? Bounds.Between(Litres(practice[s_least]), Litres(practice[s_most]))
            : Bounds.Unspecified;
    }

    /// <summary>Litres on each day of a period: of the hours without grid in which the set is there.</summary>
    /// <param name="perHour">Litres an hour.</param>
    /// <param name="days">Hours without grid.</param>
    /// <param name="readyHour">Hour from the beginning of the period at which the set serves.</param>
    public static IReadOnlyList<Bounds> LitresADay(Bounds perHour, IReadOnlyList<DayWithoutGrid> days, decimal readyHour) =>
        [.. days.Select((day, i) => OfDay(perHour, day.Hours, Math.Clamp((i + 1) - (readyHour / 24), 0, 1)))];

    /// <summary>Hours that a tank lasts at a load; unspecified where tank or fuel are not known.</summary>
    public static Bounds TankHours(decimal? tankLitres, Bounds perHour)
    {
        if (tankLitres is not { } tank || perHour is not { IsSpecified: true, Lower: > 0, Upper: { } most })
            return Bounds.Unspecified;
        var (least, longest) = (Math.Round(tank / most, 1), Math.Round(tank / perHour.Lower, 1));
        return least == longest ? Bounds.Exactly(least) : Bounds.Between(least, longest);
    }

    private static Bounds OfDay(Bounds perHour, Bounds hours, decimal part)
    {
        if (part == 0 || hours is { IsSpecified: true, Upper: 0 })
            return Bounds.Exactly(0);
        if (!perHour.IsSpecified || !hours.IsSpecified)
            return Bounds.Unspecified;
        var (least, most) = (Math.Round(perHour.Lower * hours.Lower * part, 1), Math.Round(perHour.Upper!.Value * (hours.Upper ?? 24) * part, 1));
        return least == most ? Bounds.Exactly(least) : Bounds.Between(least, most);
    }

    private static bool IsDiesel(string? fuel) => fuel is not null && FuelWords.NameOf(fuel) == "diesel";
}
