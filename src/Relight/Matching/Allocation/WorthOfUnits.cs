using Relight.Plans;
using Relight.Register;

namespace Relight.Matching;

/// <summary>What a unit is worth to a need by the hour at which it is ready.</summary>
/// <param name="values">The values that were computed from a plan; null where there are none.</param>
/// <param name="hourZero">The instant that hours count from.</param>
/// <param name="weightAt">How much more a megawatt at a bus counts than another.</param>
internal sealed class WorthOfUnits(NeedValues? values, DateTimeOffset hourZero, Func<int, decimal> weightAt)
{
    /// <summary>Days for which a load is reckoned where its need has no deadline.</summary>
    public const int DaysWithoutDeadline = 30;

    /// <summary>Worth of the most urgent need of which nothing else is known; a thousandth is the least that counts.</summary>
    private const decimal MostUrgent = 0.003m;

    private const decimal HoursOfDay = 24;

    /// <summary>What one unit is worth, in weighted MWh, and where that comes from.</summary>
    /// <param name="need">The need.</param>
    /// <param name="readyHour">Hour at which it is there with its work done.</param>
    public (decimal Worth, WorthBasis Basis) At(Need need, double readyHour)
    {
        if (values?.Of(need.Id) is { } planned)
            return ((decimal)Math.Round(planned.WorthAt(readyHour), 3), WorthBasis.Plan);
        if (LoadOf(need.Requirement) is not var (megawatts, hoursADay))
            return (MostUrgent - ((int)need.Priority * 0.001m), WorthBasis.Urgency);
        var until = need.Deadline is { } deadline
            ? (decimal)(new DateTimeOffset(deadline.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) - hourZero).TotalHours
            : DaysWithoutDeadline * HoursOfDay;
        var hours = Math.Max(0, until - (decimal)readyHour) * hoursADay / HoursOfDay;
        var weight = need.Site?.Exact.Bus is { } bus ? weightAt(bus) : 1;
        return (Math.Round(megawatts * hours * weight, 3), WorthBasis.Load);
    }

    /// <summary>Megawatts that a unit carries by itself, and for how many hours a day; null where the need is of no load.</summary>
    private static (decimal Megawatts, decimal HoursADay)? LoadOf(Requirement requirement) => requirement switch
    {
        FacilityPower power => (power.LoadKilowatts / 1000, power.HoursPerDay ?? HoursOfDay),
        TurbineSite site => (site.Megawatts, HoursOfDay),
        _ => null,
    };
}
