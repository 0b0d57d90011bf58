using Relight.Deliveries;
using Relight.Register;

namespace Relight.Storage;

/// <summary>A place of transport.</summary>
public sealed class PlaceRow : Row<Place, PlaceRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Its UN/LOCODE.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it is a hub.</summary>
    public bool IsHub { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Place record) => (Version, Code, Name, IsHub) = (record.Version, record.Code.Code, record.Name, record.IsHub);
}

/// <summary>A consignment.</summary>
public sealed class ConsignmentRow : Row<Consignment, ConsignmentRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>Short name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public ConsignmentState State { get; private set; }

    /// <summary>When it is where it is to go, UTC, as far as is known.</summary>
    public DateTimeOffset Arrival { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Consignment record) => (Version, Title, State, Arrival) = (record.Version, record.Title, record.State, record.Arrival);
}

/// <summary>A line of a consignment: what its sums are taken from.</summary>
public sealed class ConsignmentLineRow
{
    /// <summary>The consignment.</summary>
    public required Id<Consignment> Consignment { get; init; }

    /// <summary>Number of the line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The offer that its units are of.</summary>
    public required Id<Offer> Offer { get; init; }

    /// <summary>The need that they are for; null for the stock of a hub.</summary>
    public Id<Need>? Need { get; init; }

    /// <summary>How many whole units; 0 where an amount travels.</summary>
    public int Units { get; private set; }

    /// <summary>Whole units that were received whole.</summary>
    public int ReceivedWhole { get; private set; }

    /// <summary>Thousandths of the amount that travels; null where whole units do.</summary>
    public long? Amount { get; private set; }

    /// <summary>Thousandths of the amount that were received whole; null where whole units travel.</summary>
    public long? AmountReceived { get; private set; }

    /// <summary>Code of the unit that the amount is measured in; null where whole units travel.</summary>
    public string? AmountUnit { get; private set; }

    /// <summary>Whether they come out of the stock of a hub.</summary>
    public bool FromStock { get; private set; }

    /// <summary>Whether they have left.</summary>
    public bool Dispatched { get; private set; }

    /// <summary>Whether the consignment was called off.</summary>
    public bool Cancelled { get; private set; }

    /// <summary>The amount that travels; null where whole units do.</summary>
    internal Quantity? AmountSent() => In(Amount);

    /// <summary>What of the amount was received whole; null where whole units travel.</summary>
    internal Quantity? AmountReceivedWhole() => In(AmountReceived);

    /// <summary>Sets the columns from the consignment.</summary>
    internal void Fill(Consignment consignment)
    {
        var (line, whole) = (consignment.Lines[Line - 1], consignment.ReceivedWhole(Line));
        (FromStock, Dispatched, Cancelled) = (consignment.FromStock, consignment.HasLeft, consignment.CancelledWhy is not null);
        (Units, ReceivedWhole) = (line.Units, line.Amount is null ? (int)whole : 0);
        (Amount, AmountReceived, AmountUnit) = (
            line.Amount is { } amount ? Scaled.ToThousandths(amount.Bounds.Lower) : null, line.Amount is null ? null : Scaled.ToThousandths(whole), line.Amount?.Unit.Code);
    }

    private Quantity? In(long? thousandths) =>
        thousandths is { } amount ? new Quantity(Bounds.Exactly(Scaled.FromThousandths(amount)), Unit.Parse(AmountUnit!, null)) : null;
}

/// <summary>A number that was given to a package, which no other package gets.</summary>
public sealed class PackageRow
{
    /// <summary>The number.</summary>
    public required string Sscc { get; init; }

    /// <summary>The operation.</summary>
    public required Id<Operation> Operation { get; init; }

    /// <summary>The consignment.</summary>
    public required Id<Consignment> Consignment { get; init; }

    /// <summary>Prefix of the company that it was given under.</summary>
    public required string Prefix { get; init; }
}

/// <summary>Stock of a hub.</summary>
public sealed class HubStockRow : Row<HubStock, HubStockRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The hub.</summary>
    public Id<Place> Hub { get; private set; }

    /// <summary>The offer that the units are of.</summary>
    public Id<Offer> Offer { get; private set; }

    /// <summary>How many whole units.</summary>
    public int Units { get; private set; }

    /// <summary>Whether an amount lies there beside whole units.</summary>
    public bool HasAmount { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(HubStock record) =>
        (Version, Hub, Offer, Units, HasAmount) = (record.Version, record.Hub, record.Offer, record.Units, record.Amount is not null);
}

/// <summary>A photo of goods.</summary>
public sealed class PhotoRow : Row<Photo, PhotoRow>
{
    /// <summary>The consignment that the goods are of.</summary>
    public Id<Consignment> Consignment { get; private set; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Photo record) => (Consignment, Line) = (record.Consignment, record.Line);
}

/// <summary>An installation.</summary>
public sealed class InstallationRow : Row<Installation, InstallationRow>
{
    /// <summary>Counts its changes from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The consignment that the units came in.</summary>
    public Id<Consignment> Consignment { get; private set; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The offer that the units are of.</summary>
    public Id<Offer> Offer { get; private set; }

    /// <summary>The need that they are for.</summary>
    public Id<Need> Need { get; private set; }

    /// <summary>How many units.</summary>
    public int Units { get; private set; }

    /// <summary>When something last came further, UTC.</summary>
    public DateTimeOffset LastMoved { get; private set; }

    /// <summary>Whether they are in service.</summary>
    public bool InService { get; private set; }

    /// <inheritdoc/>
    protected override void FillColumns(Installation record)
    {
        (Version, Consignment, Line, Offer, Need) = (record.Version, record.Consignment, record.Line, record.Offer, record.Need);
        (Units, LastMoved, InService) = (record.Units, record.LastMoved, record.InServiceAt is not null);
    }
}
