using System.Text.Json.Serialization;
using Relight.Access;
using Relight.Matching;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>How a facility stands.</summary>
public enum FacilityStanding
{
    /// <summary>The grid, with what bridges its absence, is enough on every day.</summary>
    GridIsEnough,

    /// <summary>It gets a set.</summary>
    GetsSet,

    /// <summary>It is left without.</summary>
    LeftWithout,
}

/// <summary>The set that a facility gets.</summary>
/// <param name="Offer">The offer of which it is one unit.</param>
/// <param name="Title">Title of the offer.</param>
/// <param name="Donor">Who offers it.</param>
/// <param name="Verdict">Fits, or fits with work.</param>
/// <param name="Work">What is to be done there.</param>
/// <param name="LoadKilowatts">The load that it carries.</param>
/// <param name="IsEssentialAlone">Whether that is the essential load, with the rest switched off.</param>
/// <param name="SharePercent">The load as a share of the power that counts, in %; null where that is not known.</param>
/// <param name="ServesFrom">The day on which it serves: arrival at the latest, and the work; null where that is not known.</param>
/// <param name="SavedPeopleHours">People-hours beyond tolerance that it saves, counted; null where not known.</param>
/// <param name="LitresAnHour">Fuel that it burns in an hour.</param>
/// <param name="Litres">Fuel that it burns on each day.</param>
/// <param name="TankHours">Hours that a full tank lasts.</param>
/// <param name="Binding">How firmly it is the facility's.</param>
[View(Audience.Coordination)]
public sealed record SetAtFacility(
    Id<Offer> Offer,
    string Title,
    string Donor,
    Verdict Verdict,
    IReadOnlyList<Work> Work,
    decimal LoadKilowatts,
    bool IsEssentialAlone,
    decimal? SharePercent,
    DateOnly? ServesFrom,
    decimal? SavedPeopleHours,
    Bounds LitresAnHour,
    IReadOnlyList<Bounds> Litres,
    Bounds TankHours,
    SetBinding Binding);

/// <summary>A facility to which one is lost.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Title">Its short name.</param>
[View(Audience.Coordination)]
public sealed record OtherFacility(Id<Facility> Facility, string Title);

/// <summary>Why a facility gets no set.</summary>
/// <param name="Why">Why.</param>
/// <param name="LostTo">The facilities that would lose a set, or get one that does less, if it got one.</param>
/// <param name="ByPeopleHours">How many people-hours fewer all together would be saved then.</param>
/// <param name="RefusedBy">The rules that refuse sets for it, the one that refuses most first.</param>
/// <param name="Nearest">What the rule says that refuses the set that comes nearest, in English, with its numbers; null where none is refused by a number.</param>
/// <param name="Questions">What to ask, where a value is missing.</param>
[View(Audience.Coordination)]
public sealed record WithoutSet(
    WhyWithout Why,
    IReadOnlyList<OtherFacility> LostTo,
    decimal ByPeopleHours,
    IReadOnlyList<RefusedBy> RefusedBy,
    string? Nearest,
    IReadOnlyList<Question> Questions)
{
    /// <summary>The same as <see cref="Nearest"/>, to be told in any language; empty where none is refused by a number.</summary>
    [JsonIgnore]
    public Reason NearestReason { get; init; }
}

/// <summary>A facility with its days, and what is done for it.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Days">How long it is without grid on each day.</param>
/// <param name="HoursBeyond">Hours beyond tolerance on each day, counted; null where not known.</param>
/// <param name="PeopleHours">People times hours beyond tolerance over all days, as surely as they are known.</param>
/// <param name="CountedPeopleHours">The number by which sets are assigned; null where not known.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Set">The set that it gets; null for none.</param>
/// <param name="Without">Why it gets none; null where it gets one or needs none.</param>
[View(Audience.Coordination)]
public sealed record FacilityLine(
    FacilityForCoordination Facility,
    IReadOnlyList<DayWithoutGrid> Days,
    IReadOnlyList<decimal?> HoursBeyond,
    Bounds PeopleHours,
    decimal? CountedPeopleHours,
    FacilityStanding Standing,
    SetAtFacility? Set,
    WithoutSet? Without)
{
    /// <summary>Most hours without grid on a day, as surely as they are known.</summary>
    public Bounds MostHoursADay => Days.Select(day => day.Hours).Aggregate(Bounds.Unspecified, Bounds.Greater);
}

/// <summary>
/// What becomes of facilities over some days: hours without grid, sets, who is left without, and fuel. Nothing is held or
/// promised by it; it is worked out anew from what the register holds.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="Days">How many days.</param>
/// <param name="Plan">Name of the plan whose stages give the hours; null where there is none.</param>
/// <param name="Facilities">Facilities: those left without first, by people; then those that get a set, then the others, by title.</param>
/// <param name="SavedPeopleHours">People-hours beyond tolerance that all sets save together, counted.</param>
/// <param name="MostPeopleHours">No assignment saves more than this.</param>
/// <param name="Gap">By how much the best could be better at most, as a share of that; 0 where it is proven to be the best.</param>
/// <param name="PeopleWithout">People who depend on facilities that are left without.</param>
/// <param name="Fuel">Fuel by day and oblast.</param>
/// <param name="Refuelling">What fuel is to be brought, by day, the tank that is empty first at the front.</param>
[View(Audience.Coordination)]
public sealed record FacilityOutlook(
    DateOnly From,
    int Days,
    string? Plan,
    IReadOnlyList<FacilityLine> Facilities,
    decimal SavedPeopleHours,
    decimal MostPeopleHours,
    decimal Gap,
    Total PeopleWithout,
    IReadOnlyList<FuelOfDay> Fuel,
    IReadOnlyList<Refuelling> Refuelling)
{
    /// <summary>Fuel of all oblasts by day.</summary>
    public IReadOnlyList<FuelOfDay> FuelByDay =>
        [.. Fuel.GroupBy(line => line.Day).Select(day => new FuelOfDay(day.Key, null, day.Aggregate(Total.Empty, (sum, line) => sum + line.Litres)))];
}
