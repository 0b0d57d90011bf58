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

/// <summary>
/// So many units of an offer in a consignment, or an amount of its goods. It is for one need: what several needs get of the
/// same goods is a line each, so that what becomes of it is told for each of them.
/// </summary>
/// <param name="Offer">The offer.</param>
/// <param name="Units">How many whole units; 1 or more, or 0 where an amount travels.</param>
/// <param name="Need">The need that they are for; null for the stock of a hub.</param>
/// <param name="Tonnes">Mass of a unit, or of all of the amount, as it travels here, in t, where it is other than the offer says; null for what the offer says.</param>
/// <param name="LengthMetres">Length of a unit as it travels here, in m; null for what the offer says.</param>
/// <param name="WidthMetres">Width of a unit as it travels here, in m; null for what the offer says.</param>
/// <param name="HeightMetres">Height of a unit as it travels here, in m; null for what the offer says.</param>
/// <param name="Amount">An exact amount of goods where no whole units travel; else null.</param>
public sealed record ConsignmentLine(
    Id<Offer> Offer,
    int Units = 0,
    Id<Need>? Need = null,
    decimal? Tonnes = null,
    decimal? LengthMetres = null,
    decimal? WidthMetres = null,
    decimal? HeightMetres = null,
    Quantity? Amount = null)
{
    /// <summary>How much travels, in the measure of the line: whole units, or the unit of its amount. Receipts count in the same measure.</summary>
    [JsonIgnore]
    public decimal Sent => Amount?.Bounds.Lower ?? Units;

    /// <summary>Units of its offer that it takes: a part of one where an amount travels.</summary>
    /// <param name="offer">The offer as it stands.</param>
    public decimal UnitsOf(Offer offer) => Goods.UnitsIn(offer.Specification, Units, Amount);
}

/// <summary>A package with its label.</summary>
/// <param name="Sscc">Number on its label.</param>
/// <param name="Line">The line that it holds units of, from 1.</param>
public sealed record Package(Sscc Sscc, int Line);

/// <summary>
/// Goods that travel together, in legs between places, to the site of their needs or to a hub.
/// Of no line more is ever received than was sent: a consignment for which that does not hold cannot be made.
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
            if (Lines is { } lines && lines.Index().Any(line => Accounted(line.Index + 1) > line.Item.Sent))
                throw new ArgumentException("more is received than was sent", nameof(value));
        }
    } = [];

    /// <summary>What became of what was short, damaged or refused, first to last.</summary>
    public IReadOnlyList<Settlement> Settlements { get; init; } = [];

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
        : Lines.Index().All(line => Accounted(line.Index + 1) == line.Item.Sent) ? ConsignmentState.Received
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

    /// <summary>How much of a line receipts account for, in its measure, in whatever state it came, or did not come.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public decimal Accounted(int line) => Receipts.SelectMany(receipt => receipt.Lines).Where(part => part.Line == line).Sum(part => part.Total);

    /// <summary>How much of a line was received whole, or was made good since, in its measure.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public decimal ReceivedWhole(int line) => Receipts.SelectMany(receipt => receipt.Lines).Where(part => part.Line == line).Sum(part => part.Received) + MadeGood(line);

    /// <summary>How much of a line was not refused, nor found missing or damaged, or was made good since, so that it can still be of use, in its measure.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public decimal Usable(int line) => Lines[line - 1].Sent + MadeGood(line) - Receipts.SelectMany(receipt => receipt.Lines)
        .Where(part => part.Line == line).Sum(part => part.Short + part.Damaged + part.Refused);

    /// <summary>How much of a line was lost in a way and is neither made good nor given up, in its measure.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    /// <param name="kind">How it was lost.</param>
    public decimal Unsettled(int line, LossKind kind) =>
        Receipts.SelectMany(receipt => receipt.Lines).Where(part => part.Line == line).Sum(part => part.Lost(kind))
        - Settlements.Where(settled => settled.Line == line && settled.Kind == kind).Sum(settled => settled.Much);

    private decimal MadeGood(int line) => Settlements.Where(settled => settled.Line == line && settled.Outcome == LossOutcome.MadeGood).Sum(settled => settled.Much);

    /// <summary>How many whole units, and which amounts, a receipt accounts for.</summary>
    /// <param name="receipt">One of its receipts.</param>
    public (int Units, IReadOnlyList<Quantity> Amounts) Told(Receipt receipt)
    {
        var parts = receipt.Lines.Where(part => part.Total > 0).Select(part => Measured(part.Line, part.Total)).ToList();
        return (parts.Sum(part => part.Units),
            [.. parts.Select(part => part.Amount).OfType<Quantity>().GroupBy(amount => amount.Unit).Select(of => new Quantity(Bounds.Exactly(of.Sum(amount => amount.Bounds.Lower)), of.Key))]);
    }

    /// <summary>Whole units and amount that so much of a line is; the one is 0, or the other null.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    /// <param name="much">How much of it, in its measure; above 0.</param>
    public (int Units, Quantity? Amount) Measured(int line, decimal much) =>
        Lines[line - 1].Amount is { } amount ? (0, amount with { Bounds = Bounds.Exactly(much) }) : ((int)much, null);
}
