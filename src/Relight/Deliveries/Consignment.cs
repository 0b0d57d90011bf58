using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>How far a consignment has come.</summary>
public enum ConsignmentState
{
    /// <summary>It has not left yet.</summary>
    Planned,

    /// <summary>It is on its way.</summary>
    UnderWay,

    /// <summary>It is where it was to go; not all of it is accounted for.</summary>
    Arrived,

    /// <summary>All of it is accounted for: received, short, damaged or refused.</summary>
    Received,

    /// <summary>It was called off before it left.</summary>
    Cancelled,
}

/// <summary>So many units of an offer in a consignment.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Units">How many units; 1 or more.</param>
/// <param name="Need">The need that they are for; null for the stock of a hub.</param>
/// <param name="Tonnes">Mass of a unit as it travels here, in t, where it is other than the offer says; null for what the offer says.</param>
/// <param name="LengthMetres">Length of a unit as it travels here, in m; null for what the offer says.</param>
/// <param name="WidthMetres">Width of a unit as it travels here, in m; null for what the offer says.</param>
/// <param name="HeightMetres">Height of a unit as it travels here, in m; null for what the offer says.</param>
public sealed record ConsignmentLine(
    Id<Offer> Offer,
    int Units,
    Id<Need>? Need = null,
    decimal? Tonnes = null,
    decimal? LengthMetres = null,
    decimal? WidthMetres = null,
    decimal? HeightMetres = null);

/// <summary>A package with its label.</summary>
/// <param name="Sscc">Number on its label.</param>
/// <param name="Line">The line that it holds units of, from 1.</param>
public sealed record Package(Sscc Sscc, int Line);

/// <summary>
/// Goods that travel together, in legs between places, to the site of their needs or to a hub.
/// No line is ever received in more units than it has: a consignment for which that does not hold cannot be made.
/// </summary>
public sealed record Consignment
{
    /// <summary>Id of the consignment.</summary>
    public required Id<Consignment> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Short name that gives no site away.</summary>
    public required string Title { get; init; }

    /// <summary>What travels; 1 line or more.</summary>
    public required IReadOnlyList<ConsignmentLine> Lines { get; init; }

    /// <summary>Whether its units come out of the stock of the hub where it begins.</summary>
    public required bool FromStock { get; init; }

    /// <summary>Its way, each leg beginning where the one before ends; 1 or more.</summary>
    public required IReadOnlyList<Leg> Legs { get; init; }

    /// <summary>When it was planned, UTC.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>Opens the page on which its receipt is entered, to whoever holds one of its labels. Never in a view but that of labels.</summary>
    public required string Key { get; init; }

    /// <summary>Its packages; empty until labels are made.</summary>
    public IReadOnlyList<Package> Packages { get; init; } = [];

    /// <summary>What was received, first to last.</summary>
    public IReadOnlyList<Receipt> Receipts
    {
        get;
        init
        {
            field = value;
            if (Lines is { } lines && lines.Index().Any(line => Accounted(line.Index + 1) > line.Item.Units))
                throw new ArgumentException("more is received than was sent", nameof(value));
        }
    } = [];

    /// <summary>Why it was called off; null where it was not.</summary>
    public string? CancelledWhy { get; init; }

    /// <summary>When its first leg began, UTC; null where it has not left.</summary>
    [JsonIgnore]
    public DateTimeOffset? Dispatched => Legs[0].Departed;

    /// <summary>Whether it has left: someone told when, or what came of it shows that it did.</summary>
    [JsonIgnore]
    public bool HasLeft => Dispatched is not null || Receipts.Count > 0;

    /// <summary>Whether some of it was received though nobody has told when it left.</summary>
    [JsonIgnore]
    public bool DispatchUnknown => Dispatched is null && Receipts.Count > 0;

    /// <summary>The hub where it ends; null where it ends at the site of its needs.</summary>
    [JsonIgnore]
    public Id<Place>? Hub => Legs[^1].To;

    /// <summary>When it is where it is to go, UTC, as far as is known.</summary>
    [JsonIgnore]
    public DateTimeOffset Arrival => Legs[^1].Arrival;

    /// <summary>How far it has come.</summary>
    [JsonIgnore]
    public ConsignmentState State =>
        CancelledWhy is not null ? ConsignmentState.Cancelled
        : Lines.Index().All(line => Accounted(line.Index + 1) == line.Item.Units) ? ConsignmentState.Received
        : Legs[^1].Arrived is not null ? ConsignmentState.Arrived
        : Dispatched is not null ? ConsignmentState.UnderWay
        : ConsignmentState.Planned;

    /// <summary>When it came into its state, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset Since => State switch
    {
        ConsignmentState.Received => Receipts[^1].At,
        ConsignmentState.Arrived => Legs[^1].Arrived!.Value,
        ConsignmentState.UnderWay => Dispatched!.Value,
        _ => PlannedAt,
    };

    /// <summary>Units of a line that receipts account for, in whatever state they came, or did not come.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public int Accounted(int line) => Receipts.SelectMany(receipt => receipt.Lines).Where(part => part.Line == line).Sum(part => part.Total);

    /// <summary>Units of a line that were received whole.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public int ReceivedWhole(int line) => Receipts.SelectMany(receipt => receipt.Lines).Where(part => part.Line == line).Sum(part => part.Received);

    /// <summary>Units of a line that were not refused, nor found missing or damaged, so that they can still be of use.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public int Usable(int line) => Lines[line - 1].Units - Receipts.SelectMany(receipt => receipt.Lines)
        .Where(part => part.Line == line).Sum(part => part.Short + part.Damaged + part.Refused);
}
