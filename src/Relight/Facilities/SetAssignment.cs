using System.Text.Json.Serialization;
using Relight.Access;
using Relight.Matching;
using Relight.Register;

namespace Relight.Facilities;

/// <summary>A facility with its days, as sets are assigned to it.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Days">How long it is without grid on each day of the period.</param>
/// <param name="Held">The set that it has already; null for none.</param>
internal sealed record FacilityCase(Facility Facility, IReadOnlyList<DayWithoutGrid> Days, SetHeld? Held = null)
{
    /// <summary>What its days mean.</summary>
    public Distress Distress { get; } = Distress.Of(Facility, Days);
}

/// <summary>A set that goes to a facility.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Offer">The offer of which it gets one unit.</param>
/// <param name="LoadKilowatts">The load that it carries there.</param>
/// <param name="ReadyHour">Hour from the beginning of the period at which it serves: arrival at the latest, and the hours of work; null where that is not known.</param>
/// <param name="SavedPeopleHours">People-hours beyond tolerance that it saves; null where they are not known.</param>
internal sealed record SetGiven(Id<Facility> Facility, Id<Offer> Offer, decimal LoadKilowatts, decimal? ReadyHour, decimal? SavedPeopleHours);

/// <summary>Why a facility is left without a set.</summary>
public enum WhyWithout
{
    /// <summary>No set that is offered can serve it.</summary>
    NothingFits,

    /// <summary>A value is missing for every set that might: ask.</summary>
    CannotTellYet,

    /// <summary>Of sets that fit, no day of arrival is known.</summary>
    ArrivalUnknown,

    /// <summary>Every set that fits comes when the grid is enough again, or after the days that are looked at.</summary>
    TooLate,

    /// <summary>Nobody is known to depend on it beyond what it bridges, so that every set is worth nothing there.</summary>
    NobodyAffected,

    /// <summary>Every set that fits does more elsewhere.</summary>
    LostToOthers,

    /// <summary>The effort was over before it was looked into.</summary>
    NotLookedInto,
}

/// <summary>How many sets a rule refuses for a facility.</summary>
/// <param name="Name">Name of the rule.</param>
/// <param name="Offers">How many offers it refuses.</param>
[View(Audience.Coordination)]
public sealed record RefusedBy([property: JsonIgnore] Phrase Name, int Offers)
{
    /// <summary>Name of the rule in English.</summary>
    public string Rule => Name.English;
}

/// <summary>A facility that is left without a set.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Why">Why.</param>
/// <param name="LostTo">The facilities that would lose a set, or get one that does less, if it got one.</param>
/// <param name="ByPeopleHours">How many people-hours fewer all together would be saved then; 0 where it cannot get one.</param>
internal sealed record LeftWithout(Id<Facility> Facility, WhyWithout Why, IReadOnlyList<Id<Facility>> LostTo, decimal ByPeopleHours);

/// <summary>Which sets go to which facilities.</summary>
/// <param name="Given">Who gets what.</param>
/// <param name="Without">Facilities that are left without, the one with most people first, those of unknown people last.</param>
/// <param name="SavedPeopleHours">People-hours that all sets save together.</param>
/// <param name="MostPeopleHours">No assignment saves more than this; the same where it is proven to be the best.</param>
internal sealed record SetAssignment(
    IReadOnlyList<SetGiven> Given, IReadOnlyList<LeftWithout> Without, decimal SavedPeopleHours, decimal MostPeopleHours)
{
    /// <summary>By how much the best could be better at most, as a share of the bound; 0 where it is proven.</summary>
    public decimal Gap => MostPeopleHours > 0 ? (MostPeopleHours - SavedPeopleHours) / MostPeopleHours : 0;
}
