using Relight.Register;

namespace Relight.Facilities;

/// <summary>Hours without power that people feel: those that the facility cannot bridge.</summary>
internal static class HoursBeyond
{
    /// <summary>
    /// Hours beyond tolerance on each day. The hours of a day are taken in one piece, of which the first are bridged. What
    /// bridges them is full again after a day on which the grid was there for a while; over days without any grid it is used
    /// up once. A day that is not known stays so, and is followed as by a day with some grid.
    /// </summary>
    /// <param name="hours">Hours without grid on each day; null where not known.</param>
    /// <param name="tolerance">Hours that can be bridged.</param>
    public static IReadOnlyList<decimal?> Of(IEnumerable<decimal?> hours, decimal tolerance)
    {
        var (beyond, left) = (new List<decimal?>(), tolerance);
        foreach (var day in hours)
        {
            var bridged = Math.Min(left, day ?? 0);
            beyond.Add(day - bridged);
            left = day >= 24 ? left - bridged : tolerance;
        }
        return beyond;
    }
}

/// <summary>
/// What a facility's hours without grid mean: hours beyond tolerance day by day, and people times those hours. Bounds tell
/// what is known; one counted number, where there is one, is what sets are assigned by.
/// </summary>
internal sealed record Distress
{
    /// <summary>Hours beyond tolerance of each day, counted from the middle of what is known; null where not known. An unknown tolerance bridges nothing.</summary>
    public required IReadOnlyList<decimal?> HoursBeyond { get; init; }

    /// <summary>People who are counted: the middle of what is known, the lower bound where that is open; null where not known.</summary>
    public required decimal? People { get; init; }

    /// <summary>People times hours beyond tolerance, as surely as they are known.</summary>
    public required Bounds PeopleHours { get; init; }

    /// <summary>Whether the grid, with what bridges its absence, is known to be enough on every day.</summary>
    public required bool GridIsEnough { get; init; }

    /// <summary>Most hours without grid on a day; null where no day is known.</summary>
    public required decimal? MostHoursADay { get; init; }

    /// <summary>The counted people-hours; null where people or every day are not known.</summary>
    public decimal? Counted => PeopleHoursFrom(0);

    /// <summary>The counted people-hours that are left from an hour of the period on: what a set that serves from then on is worth.</summary>
    /// <param name="hour">The hour, from the beginning of the first day.</param>
    public decimal? PeopleHoursFrom(decimal hour) => People is not { } people || HoursBeyond.All(day => day is null) ? null
        : Math.Round(people * HoursBeyond.Select((beyond, day) => (beyond ?? 0) * Math.Clamp((day + 1) - (hour / 24), 0, 1)).Sum());

    /// <summary>What a facility's days mean.</summary>
    public static Distress Of(Facility facility, IReadOnlyList<DayWithoutGrid> days)
    {
        var (people, tolerance) = (facility.People, facility.ToleranceHours);
        var counted = Facilities.HoursBeyond.Of(days.Select(day => day.Counted), tolerance ?? 0);
        var least = tolerance is { } known
            ? Facilities.HoursBeyond.Of(days.Select(day => day.Hours.IsSpecified ? day.Hours.Lower : (decimal?)0), known).Sum()!.Value
            : 0;
        var most = Facilities.HoursBeyond.Of(days.Select(day => day.Hours is { IsSpecified: true, Upper: { } upper } ? upper : (decimal?)24), tolerance ?? 0).Sum()!.Value;
        return new Distress
        {
            HoursBeyond = counted,
            People = !people.IsSpecified ? null : people.Upper is { } upper ? (people.Lower + upper) / 2 : people.Lower,
            PeopleHours = Product(people, least, most, days.Any(day => day.Hours.IsSpecified)),
            GridIsEnough = most == 0,
            MostHoursADay = days.Where(day => day.Hours.IsSpecified).Max(day => (decimal?)(day.Hours.Upper ?? 24)),
        };
    }

    private static Bounds Product(Bounds people, decimal least, decimal most, bool hoursKnown)
    {
        if (most == 0)
            return Bounds.Exactly(0);
        if (!people.IsSpecified || !hoursKnown)
            return Bounds.Unspecified;
        var lower = Math.Floor(people.Lower * least);
        return people.Upper is not { } upper ? Bounds.AtLeast(lower)
            : Math.Ceiling(upper * most) is var high && high == lower ? Bounds.Exactly(lower) : Bounds.Between(lower, high);
    }
}
