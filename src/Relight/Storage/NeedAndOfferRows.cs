using Relight.Register;

namespace Relight.Storage;

/// <summary>A need.</summary>
public sealed class NeedRow : Row<Need, NeedRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What kind of need it is.</summary>
    public NeedKind Kind { get; private set; }

    /// <summary>What would serve it.</summary>
    public ItemKind Item { get; private set; }

    /// <summary>Place of its priority in the list of priorities, from 0 for the most urgent.</summary>
    public int Urgency { get; private set; }

    /// <summary>The day after which it no longer helps.</summary>
    public DateOnly? Deadline { get; private set; }

    /// <summary>Place in the order of those that wait most, by priority, then by deadline, see <see cref="RankOf"/>.</summary>
    public long Rank { get; private set; }

    /// <summary>Who needs it.</summary>
    public Id<Organisation> Organisation { get; private set; }

    /// <summary>The name of who needs it, as <see cref="SearchText"/> folds it.</summary>
    public string OrganisationWords { get; set; } = "";

    /// <summary>P-code of its oblast; null where it is at no one place.</summary>
    public string? Oblast { get; private set; }

    /// <summary>How many units.</summary>
    public int Units { get; private set; }

    /// <summary>Voltage of the upper side, in kV.</summary>
    public double? Kilovolts { get; private set; }

    /// <summary>Load of a bay, in MVA.</summary>
    public double? Megavoltamperes { get; private set; }

    /// <summary>Load of a facility, in kW.</summary>
    public double? Kilowatts { get; private set; }

    /// <summary>What the unit of goods measures; null where no number of them is given.</summary>
    public string? Measure { get; private set; }

    /// <summary>Lower bound of goods, as <see cref="ScaledAmount"/> scales it.</summary>
    public long? Lower { get; private set; }

    /// <summary>Upper bound of goods, scaled; null where it is open.</summary>
    public long? Upper { get; private set; }

    /// <summary>Currency of money; null where no number is given.</summary>
    public string? Currency { get; private set; }

    /// <summary>Lower bound of money, in thousandths.</summary>
    public long? ValueLower { get; private set; }

    /// <summary>Upper bound of money, in thousandths; null where it is open.</summary>
    public long? ValueUpper { get; private set; }

    /// <summary>The short name as <see cref="SearchText"/> folds it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The number by which needs are ordered that wait most: one that is more urgent before all that are less, within a priority by deadline, those without one last.</summary>
    public static long RankOf(Need need)
    {
        const long DaysOfAPriority = 10_000_000;
        return ((long)need.Priority * DaysOfAPriority) + (need.Deadline?.DayNumber ?? (DaysOfAPriority - 1));
    }

    /// <inheritdoc/>
    protected override void FillColumns(Need record)
    {
        var requirement = record.Requirement;
        (Version, Title, Words, Kind, Item) = (record.Version, record.Title, SearchText.Of(record.Title), requirement.Kind, requirement.Item);
        (Urgency, Deadline, Organisation, Units) = ((int)record.Priority, record.Deadline, record.Organisation, record.Units);
        (Rank, Oblast) = (RankOf(record), record.Site?.Oblast.Code);
        Kilovolts = (double?)RequirementNumbers.Kilovolts(requirement);
        Megavoltamperes = (double?)RequirementNumbers.Megavoltamperes(requirement);
        Kilowatts = (double?)RequirementNumbers.Kilowatts(requirement);
        (Measure, Lower, Upper) = ScaledAmount.Of(RequirementNumbers.Amount(requirement).FirstOrDefault());
        (Currency, ValueLower, ValueUpper) = ScaledAmount.Of(RequirementNumbers.Money(requirement).FirstOrDefault());
    }
}

/// <summary>An offer.</summary>
public sealed class OfferRow : Row<Offer, OfferRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is offered.</summary>
    public ItemKind Item { get; private set; }

    /// <summary>Who offers it.</summary>
    public Id<Organisation> Donor { get; private set; }

    /// <summary>The name of who offers it, as <see cref="SearchText"/> folds it.</summary>
    public string DonorWords { get; set; } = "";

    /// <summary>The contribution that it is a part of.</summary>
    public Id<Contribution>? Contribution { get; private set; }

    /// <summary>How many units.</summary>
    public int Units { get; private set; }

    /// <summary>The state that they are in.</summary>
    public UnitCondition Condition { get; private set; }

    /// <summary>ISO 3166 code of the country that they were made in.</summary>
    public string? Origin { get; private set; }

    /// <summary>ISO 3166 code of the country that they leave from.</summary>
    public string? Dispatch { get; private set; }

    /// <summary>Where they stand, as <see cref="SearchText"/> folds it.</summary>
    public string? Place { get; private set; }

    /// <summary>First day on which they may be able to leave.</summary>
    public DateOnly? Available { get; private set; }

    /// <summary>Last day on which they may first be able to leave.</summary>
    public DateOnly? AvailableLatest { get; private set; }

    /// <summary>First day on which they are expected where they are needed.</summary>
    public DateOnly? ArrivalEarliest { get; private set; }

    /// <summary>Last day on which they are expected where they are needed.</summary>
    public DateOnly? Arrival { get; private set; }

    /// <summary>Voltage of the upper side, in kV.</summary>
    public double? Kilovolts { get; private set; }

    /// <summary>Voltage of the lower side, in kV.</summary>
    public double? LowKilovolts { get; private set; }

    /// <summary>Rated apparent power, in MVA.</summary>
    public double? Megavoltamperes { get; private set; }

    /// <summary>Rated active power, in MW.</summary>
    public double? Megawatts { get; private set; }

    /// <summary>Mass of a unit as it travels, in t.</summary>
    public double? Tonnes { get; private set; }

    /// <summary>The short name as <see cref="SearchText"/> folds it.</summary>
    public string Words { get; private set; } = "";

    /// <inheritdoc/>
    protected override void FillColumns(Offer record)
    {
        var unit = record.Specification;
        (Version, Title, Words, Item, Donor) = (record.Version, record.Title, SearchText.Of(record.Title), unit.Item, record.Donor);
        (Contribution, Units, Condition) = (record.Contribution, record.Units, record.Condition);
        (Origin, Dispatch, Place) = (unit.Origin?.Code, record.DispatchCountry?.Code, record.Place is { } place ? SearchText.Of(place) : null);
        (Available, AvailableLatest) = (record.AvailableFrom?.Earliest, record.AvailableFrom?.Latest);
        (ArrivalEarliest, Arrival) = (record.Arrival?.Earliest, record.Arrival?.Latest);
        (Kilovolts, LowKilovolts) = ((double?)SpecificationNumbers.Kilovolts(unit), (double?)SpecificationNumbers.LowKilovolts(unit));
        (Megavoltamperes, Megawatts) = ((double?)SpecificationNumbers.Megavoltamperes(unit), (double?)SpecificationNumbers.Megawatts(unit));
        Tonnes = (double?)unit.TransportTonnes;
    }
}
