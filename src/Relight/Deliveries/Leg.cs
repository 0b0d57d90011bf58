using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>How goods travel on a leg.</summary>
public enum TransportMode
{
    /// <summary>By lorry.</summary>
    Road,

    /// <summary>By railway.</summary>
    Rail,

    /// <summary>By ship, on the sea or a river.</summary>
    Sea,

    /// <summary>By aeroplane.</summary>
    Air,
}

/// <summary>A paper that goods travel with.</summary>
public enum PaperKind
{
    /// <summary>Packing list: what is in which package.</summary>
    PackingList,

    /// <summary>Consignment note of road transport between countries (CMR).</summary>
    Cmr,

    /// <summary>Consignment note of railways of the standard gauge (CIM).</summary>
    Cim,

    /// <summary>Consignment note of railways of the broad gauge (SMGS).</summary>
    Smgs,

    /// <summary>Common consignment note where goods pass from one of the two to the other.</summary>
    CimSmgs,

    /// <summary>Bill of lading of a ship.</summary>
    BillOfLading,

    /// <summary>Air waybill.</summary>
    AirWaybill,

    /// <summary>Transit declaration of goods that cross a customs territory (T1).</summary>
    Transit,

    /// <summary>Declaration that goods are humanitarian aid.</summary>
    AidDeclaration,

    /// <summary>Export licence, where the goods need one.</summary>
    ExportLicence,

    /// <summary>Permit for a load that is heavier or larger than what travels freely.</summary>
    SpecialPermit,
}

/// <summary>A paper of a leg.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="There">Whether it is there.</param>
/// <param name="Number">Its number; null where it has none or is not there.</param>
public sealed record Paper(PaperKind Kind, bool There, string? Number = null);

/// <summary>The largest load that a leg lets through; a limit that is null is not known.</summary>
/// <param name="Tonnes">Mass of all that travels together, in t.</param>
/// <param name="LengthMetres">Length of a piece, in m.</param>
/// <param name="WidthMetres">Width of a piece, in m.</param>
/// <param name="HeightMetres">Height of a piece, in m.</param>
public sealed record LegLimits(decimal? Tonnes = null, decimal? LengthMetres = null, decimal? WidthMetres = null, decimal? HeightMetres = null);

/// <summary>One part of the way of a consignment, by one means of transport.</summary>
public sealed record Leg
{
    /// <summary>Where it begins.</summary>
    public required Id<Place> From { get; init; }

    /// <summary>Where it ends; null for the site of the needs, which only the last leg can lead to.</summary>
    public Id<Place>? To { get; init; }

    /// <summary>How the goods travel.</summary>
    public required TransportMode Mode { get; init; }

    /// <summary>The largest load that it lets through.</summary>
    public required LegLimits Limits { get; init; }

    /// <summary>Gauge of its railway, in mm; null for other means of transport.</summary>
    public int? GaugeMillimetres { get; init; }

    /// <summary>When it is to begin, UTC.</summary>
    public required DateTimeOffset ExpectedDeparture { get; init; }

    /// <summary>When it is to end, UTC, by what is known now.</summary>
    public required DateTimeOffset ExpectedArrival { get; init; }

    /// <summary>When it was to end when the consignment was planned, UTC.</summary>
    public required DateTimeOffset PlannedArrival { get; init; }

    /// <summary>When it began, UTC; null where it has not, or nobody has told.</summary>
    public DateTimeOffset? Departed { get; init; }

    /// <summary>When it ended, UTC; null where it has not, or nobody has told.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>Papers that it takes.</summary>
    public required IReadOnlyList<Paper> Papers { get; init; }

    /// <summary>When it ends as far as is known: when it ended, else when it is to.</summary>
    [JsonIgnore]
    public DateTimeOffset Arrival => Arrived ?? ExpectedArrival;

    /// <summary>How much later it ends than was planned; below zero where it ends sooner.</summary>
    [JsonIgnore]
    public TimeSpan Delay => Arrival - PlannedArrival;
}
