using Relight.Access;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>Fuel to be brought to a facility on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Facility">The facility.</param>
/// <param name="Title">Its short name, which gives no site away.</param>
/// <param name="Oblast">P-code of its oblast; null where not known.</param>
/// <param name="Litres">How much, all trips of the day together; unspecified where not known.</param>
/// <param name="Trips">How often on that day; null where that cannot be told for want of a tank or of the fuel burnt.</param>
/// <param name="HoursLeft">Hours without grid for which what is in the tank at the beginning of the day lasts, at the least; null where not known.</param>
/// <param name="People">How many people depend on it.</param>
[View(Audience.Coordination)]
public sealed record Refuelling(
    DateOnly Day, Id<Facility> Facility, string Title, AreaCode? Oblast, Bounds Litres, int? Trips, decimal? HoursLeft, Bounds People);

/// <summary>Fuel that sets burn on a day, in one oblast or in all.</summary>
/// <param name="Day">The day.</param>
/// <param name="Oblast">P-code of the oblast; null for those of which it is not known.</param>
/// <param name="Litres">Sum of what they burn: bounds, and how many parts are not known.</param>
[View(Audience.Coordination)]
public sealed record FuelOfDay(DateOnly Day, AreaCode? Oblast, Total Litres);

/// <summary>
/// When which tank is to be filled. Each is taken to be full when its set goes into service; it is filled on the first day
/// on which it could fall below its reserve, reckoned with the most that may be burnt.
/// </summary>
internal static class RefuellingList
{
    /// <summary>Share of a tank that is kept as a reserve: a link or a road may be gone for some hours.</summary>
    public const decimal Reserve = 0.25m;

    /// <summary>What is to be brought to one facility.</summary>
    /// <param name="facility">The facility.</param>
    /// <param name="period">The days.</param>
    /// <param name="litres">What its set burns on each day.</param>
    /// <param name="perHour">What its set burns in an hour.</param>
    public static IEnumerable<Refuelling> Of(Facility facility, FacilityPeriod period, IReadOnlyList<Bounds> litres, Bounds perHour)
    {
        if (facility.TankLitres is not { } tank || litres.Any(day => !day.IsSpecified))
            return WithoutTank(facility, period, litres);
        return WithTank(facility, period, litres, perHour, tank);
    }

    // Nothing can be kept for later where no tank is known: each day's fuel is brought on the day.
    private static IEnumerable<Refuelling> WithoutTank(Facility facility, FacilityPeriod period, IReadOnlyList<Bounds> litres) =>
        period.All.Zip(litres)
            .Where(day => day.Second is not { IsSpecified: true, Upper: 0 })
            .Select(day => Line(facility, day.First, day.Second, null, null));

    private static IEnumerable<Refuelling> WithTank(Facility facility, FacilityPeriod period, IReadOnlyList<Bounds> litres, Bounds perHour, decimal tank)
    {
        var usable = tank * (1 - Reserve);
        var (worst, best) = (tank, tank);
        foreach (var (day, burnt) in period.All.Zip(litres))
        {
            var (least, most) = (burnt.Lower, burnt.Upper!.Value);
            if (worst - most >= tank - usable)
            {
                (worst, best) = (worst - most, best - least);
                continue;
            }
            // Filled once to the top, and again whenever the usable part is burnt on the same day. Where less is burnt the trips
            // are the same, at the same hours, and find more in the tank.
            var again = Math.Max(0, (int)Math.Ceiling(most / usable) - 1);
            var afterLast = 1 - (again * usable / most);
            var hoursLeft = perHour is { IsSpecified: true, Upper: > 0 } ? Math.Round(worst / perHour.Upper.Value, 1) : (decimal?)null;
            yield return Line(
                facility, day, Between(tank - best + (least * (1 - afterLast)), tank - worst + (most * (1 - afterLast))), 1 + again, hoursLeft);
            (worst, best) = (tank - (most * afterLast), tank - (least * afterLast));
        }
    }

    private static Bounds Between(decimal least, decimal most)
    {
        var (low, high) = (Math.Round(least, 1), Math.Round(most, 1));
        return low == high ? Bounds.Exactly(low) : Bounds.Between(low, high);
    }

    private static Refuelling Line(Facility facility, DateOnly day, Bounds litres, int? trips, decimal? hoursLeft) =>
        new(day, facility.Id, facility.Title, facility.Oblast, litres, trips, hoursLeft, facility.People);
}
