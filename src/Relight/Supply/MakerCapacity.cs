using Relight.Register;

namespace Relight.Supply;

/// <summary>What a maker can make of one kind of equipment, as surely as it is known.</summary>
public sealed record MakerCapacity
{
    /// <summary>Id of the entry.</summary>
    public required Id<MakerCapacity> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Short name, e.g. <c>Autotransformers up to 250 MVA</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The maker.</summary>
    public required Id<Organisation> Maker { get; init; }

    /// <summary>What it makes: technical data of a unit, with the country of origin; unknown values stay unknown.</summary>
    public required Specification Product { get; init; }

    /// <summary>Units that leave the works in a month; never "at least 0".</summary>
    public required Bounds PerMonth { get; init; }

    /// <summary>Units that were ordered before and will be made first.</summary>
    public required Bounds OrderBook { get; init; }

    /// <summary>Days from the beginning of a unit's making to its hand-over where it is needed.</summary>
    public required Bounds LeadDays { get; init; }

    /// <summary>Country that the goods leave from; null where unknown. The country of origin is the product's.</summary>
    public Country? DispatchCountry { get; init; }

    /// <summary>The day of which this is true.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Where it was learnt.</summary>
    public required string Source { get; init; }
}
