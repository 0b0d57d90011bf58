using Relight.Access;
using Relight.Register;

namespace Relight.Deliveries;

/// <summary>
/// What became of some of a line, as told by one receipt, in the measure of the line: whole units, or the unit of its amount. Who
/// received is not in it: that would tell the site.
/// </summary>
/// <param name="At">When, UTC.</param>
/// <param name="Received">What came whole.</param>
/// <param name="Short">What did not come.</param>
/// <param name="Damaged">What came damaged.</param>
/// <param name="Refused">What was not taken.</param>
/// <param name="Reason">Why any were short, damaged or refused.</param>
/// <param name="Photo">A photo of them.</param>
[View(Audience.Donor)]
public sealed record ReceivedView(DateTimeOffset At, decimal Received, decimal Short, decimal Damaged, decimal Refused, string? Reason, Id<Photo>? Photo);

/// <summary>What became of some of a line that was short, damaged or refused. Who says so is not in it: that would tell the site.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">How it was lost.</param>
/// <param name="Much">How much, in the measure of the line.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Why">How.</param>
[View(Audience.Donor)]
public sealed record SettledView(DateTimeOffset At, LossKind Kind, decimal Much, LossOutcome Outcome, string Why);

/// <summary>A leg as donors see it; the last one may end at a site, of which nothing is told.</summary>
/// <param name="From">Name of the place where it begins.</param>
/// <param name="FromCode">Its UN/LOCODE.</param>
/// <param name="To">Name of the place where it ends; null for the site.</param>
/// <param name="ToCode">Its UN/LOCODE; null for the site.</param>
/// <param name="Mode">How the goods travel.</param>
/// <param name="ExpectedDeparture">When it is to begin, UTC.</param>
/// <param name="ExpectedArrival">When it is to end, UTC.</param>
/// <param name="Departed">When it began, UTC.</param>
/// <param name="Arrived">When it ended, UTC.</param>
/// <param name="DelayHours">Hours by which it ends later than was planned; below zero where sooner.</param>
[View(Audience.Donor)]
public sealed record LegForDonor(
    string From,
    Unlocode FromCode,
    string? To,
    Unlocode? ToCode,
    TransportMode Mode,
    DateTimeOffset ExpectedDeparture,
    DateTimeOffset ExpectedArrival,
    DateTimeOffset? Departed,
    DateTimeOffset? Arrived,
    double DelayHours);

/// <summary>Units of a donor's own offer in a consignment.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Offer">The offer.</param>
/// <param name="OfferTitle">Its title.</param>
/// <param name="Units">How many whole units; 0 where an amount travels.</param>
/// <param name="ToStock">Whether they go to a hub, to be sent on from there.</param>
/// <param name="Open">How much of it no receipt tells of yet, in the measure of the line.</param>
/// <param name="Receipts">What receipts tell, first to last.</param>
/// <param name="InService">How much of it is in service or handed over, in the measure of the line.</param>
/// <param name="InServiceAt">When the last of it went into service, UTC.</param>
/// <param name="Amount">The amount where no whole units travel; else null.</param>
[View(Audience.Donor)]
public sealed record LineForDonor(
    int Line, Id<Offer> Offer, string OfferTitle, int Units, bool ToStock, decimal Open, IReadOnlyList<ReceivedView> Receipts, decimal InService, DateTimeOffset? InServiceAt, Quantity? Amount)
{
    /// <summary>What became of what was short, damaged or refused, first to last.</summary>
    public IReadOnlyList<SettledView> Settled { get; init; } = [];

    /// <summary>How much was received whole or was made good since, in the measure of the line.</summary>
    public decimal Whole() => Receipts.Sum(part => part.Received) + MadeGood(settled => true);

    /// <summary>How much was lost in a way and not made good since, in the measure of the line.</summary>
    public decimal Lost(LossKind kind) => Told(kind) - MadeGood(settled => settled.Kind == kind);

    /// <summary>How much was lost in a way and is neither made good nor given up, in the measure of the line.</summary>
    public decimal Unsettled(LossKind kind) => Told(kind) - Settled.Where(settled => settled.Kind == kind).Sum(settled => settled.Much);

    private decimal Told(LossKind kind) => Receipts.Sum(part => kind switch { LossKind.Short => part.Short, LossKind.Damaged => part.Damaged, _ => part.Refused });

    private decimal MadeGood(Func<SettledView, bool> those) => Settled.Where(settled => settled.Outcome == LossOutcome.MadeGood && those(settled)).Sum(settled => settled.Much);
}

/// <summary>A consignment as the donor of some of its units sees it: its own units alone, and never where they end.</summary>
/// <param name="Id">Id of the consignment.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Since">When it came into that state, UTC.</param>
/// <param name="Arrival">When it is where it is to go, UTC, as far as is known.</param>
/// <param name="DelayHours">Hours by which that is later than was planned.</param>
/// <param name="Legs">Its way.</param>
/// <param name="Lines">The donor's own units.</param>
/// <param name="DispatchUnknown">Whether some of it was received though nobody has told when it left.</param>
[View(Audience.Donor)]
public sealed record ConsignmentForDonor(
    Id<Consignment> Id,
    ConsignmentState State,
    DateTimeOffset Since,
    DateTimeOffset Arrival,
    double DelayHours,
    IReadOnlyList<LegForDonor> Legs,
    IReadOnlyList<LineForDonor> Lines,
    bool DispatchUnknown);

/// <summary>A leg as coordinators see it.</summary>
/// <param name="Number">Number of the leg, from 1.</param>
/// <param name="Way">What donors see of it.</param>
/// <param name="GaugeMillimetres">Gauge of its railway, in mm.</param>
/// <param name="Limits">The largest load that it lets through.</param>
/// <param name="PlannedArrival">When it was to end when the consignment was planned, UTC.</param>
/// <param name="Papers">Papers that it takes.</param>
[View(Audience.Coordination)]
public sealed record LegForCoordination(
    int Number, LegForDonor Way, int? GaugeMillimetres, LegLimits Limits, DateTimeOffset PlannedArrival, IReadOnlyList<Paper> Papers);

/// <summary>A line as coordinators see it: with the need and its oblast, not its site.</summary>
/// <param name="Own">What the donor sees of it.</param>
/// <param name="Donor">Who gives it.</param>
/// <param name="Need">The need that it is for; null for the stock of a hub.</param>
/// <param name="NeedTitle">Short name of the need; null where there is none, or it was withdrawn.</param>
/// <param name="Oblast">Oblast of the need.</param>
[View(Audience.Coordination)]
public sealed record LineForCoordination(LineForDonor Own, string Donor, Id<Need>? Need, string? NeedTitle, AreaCode? Oblast);

/// <summary>A receipt as coordinators see it.</summary>
/// <param name="Number">Number of the receipt, from 1.</param>
/// <param name="Receiver">Who received.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Units">Whole units that it accounts for.</param>
/// <param name="Amounts">Amounts that it accounts for, one for each unit of measure.</param>
[View(Audience.Coordination)]
public sealed record ReceiptForCoordination(int Number, string Receiver, string By, DateTimeOffset At, int Units, IReadOnlyList<Quantity> Amounts);

/// <summary>A consignment as coordinators see it: all but exact sites.</summary>
/// <param name="Id">Id of the consignment.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Since">When it came into that state, UTC.</param>
/// <param name="FromStock">Whether its units come out of the stock of a hub.</param>
/// <param name="Hub">Name of the hub where it ends; null where it ends at a site.</param>
/// <param name="Arrival">When it is where it is to go, UTC, as far as is known.</param>
/// <param name="DelayHours">Hours by which that is later than was planned.</param>
/// <param name="Legs">Its way.</param>
/// <param name="Lines">What travels.</param>
/// <param name="Fits">Every limit of its way, held against the goods.</param>
/// <param name="GaugeBreaks">Where the gauge changes.</param>
/// <param name="Receipts">What was received.</param>
/// <param name="Packages">Its packages.</param>
/// <param name="CancelledWhy">Why it was called off.</param>
/// <param name="DispatchUnknown">Whether some of it was received though nobody has told when it left.</param>
[View(Audience.Coordination)]
public sealed record ConsignmentForCoordination(
    Id<Consignment> Id,
    int Version,
    string Title,
    ConsignmentState State,
    DateTimeOffset Since,
    bool FromStock,
    string? Hub,
    DateTimeOffset Arrival,
    double DelayHours,
    IReadOnlyList<LegForCoordination> Legs,
    IReadOnlyList<LineForCoordination> Lines,
    IReadOnlyList<LegFit> Fits,
    IReadOnlyList<GaugeBreak> GaugeBreaks,
    IReadOnlyList<ReceiptForCoordination> Receipts,
    IReadOnlyList<Package> Packages,
    string? CancelledWhy,
    bool DispatchUnknown);

/// <summary>What stands on the labels of a consignment, with the key that opens the page of its receipt.</summary>
/// <param name="Id">Id of the consignment.</param>
/// <param name="Title">Short name.</param>
/// <param name="Key">Opens the page of its receipt.</param>
/// <param name="Labels">Number and content of each package.</param>
[View(Audience.Coordination)]
public sealed record LabelsForCoordination(Id<Consignment> Id, string Title, string Key, IReadOnlyList<LabelOfPackage> Labels);

/// <summary>What stands on a label. No place: a package that is lost must not tell where it was to go.</summary>
/// <param name="Sscc">Number of the package.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Number">Which package of its line it is, from 1.</param>
/// <param name="Of">How many packages its line has.</param>
/// <param name="Amount">The amount that all packages of its line hold together; null where they hold whole units.</param>
[View(Audience.Coordination)]
public sealed record LabelOfPackage(Sscc Sscc, string Content, int Number, int Of, Quantity? Amount);

/// <summary>
/// A consignment as whoever stands before it with one of its labels sees it: what is on the packing list, and what was
/// received of it. No place, no donor, no need, no owner: the label travels on the outside, and who finds it must learn nothing.
/// </summary>
/// <param name="Id">Id of the consignment.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Lines">What travels.</param>
/// <param name="Receipts">Who received how much, when.</param>
[View(Audience.Public)]
public sealed record ConsignmentToReceive(string Id, ConsignmentState State, IReadOnlyList<LineToReceive> Lines, IReadOnlyList<ReceivedBefore> Receipts);

/// <summary>A line of a consignment that is to be received.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Content">What it is.</param>
/// <param name="Units">How many whole units were sent; 0 where an amount was.</param>
/// <param name="Open">How much of it no receipt tells of yet, in the measure of the line.</param>
/// <param name="Amount">The amount that was sent where no whole units were; else null.</param>
[View(Audience.Public)]
public sealed record LineToReceive(int Line, string Content, int Units, decimal Open, Quantity? Amount);

/// <summary>What someone received before.</summary>
/// <param name="Receiver">Who received.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Units">How many whole units it accounts for.</param>
/// <param name="Amounts">Amounts that it accounts for, one for each unit of measure.</param>
[View(Audience.Public)]
public sealed record ReceivedBefore(string Receiver, DateTimeOffset At, int Units, IReadOnlyList<Quantity> Amounts);

/// <summary>A place of transport, as coordinators see it.</summary>
/// <param name="Id">Id of the place.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Code">Its UN/LOCODE.</param>
/// <param name="Name">Name.</param>
/// <param name="Country">The country that the code names.</param>
/// <param name="GaugesMillimetres">Gauges of the railways that reach it, in mm.</param>
/// <param name="IsHub">Whether it is a hub.</param>
/// <param name="Position">Where it is; null where nobody has said.</param>
[View(Audience.Coordination)]
public sealed record PlaceForCoordination(Id<Place> Id, int Version, Unlocode Code, string Name, Country Country, IReadOnlyList<int> GaugesMillimetres, bool IsHub, Position? Position)
{
    /// <summary>The view of a row.</summary>
    public static PlaceForCoordination Of(Storage.PlaceRow row)
    {
        var place = row.Read();
        return new PlaceForCoordination(place.Id, place.Version, place.Code, place.Name, place.Code.Country, place.GaugesMillimetres, place.IsHub, place.Position);
    }
}

/// <summary>Stock of a hub, as coordinators see it.</summary>
/// <param name="Id">Id of the stock.</param>
/// <param name="Hub">The hub.</param>
/// <param name="HubName">Name of the hub.</param>
/// <param name="HubCode">Its UN/LOCODE.</param>
/// <param name="Offer">The offer that the units are of.</param>
/// <param name="OfferTitle">Title of the offer.</param>
/// <param name="Donor">Who gives it.</param>
/// <param name="Units">How many whole units.</param>
/// <param name="Since">Since when there has been any of it without a break, UTC.</param>
/// <param name="Amount">The amount of it beside whole units; null for none.</param>
[View(Audience.Coordination)]
public sealed record StockForCoordination(
    Id<HubStock> Id, Id<Place> Hub, string HubName, Unlocode HubCode, Id<Offer> Offer, string OfferTitle, string Donor, int Units, DateTimeOffset Since, Quantity? Amount);

/// <summary>An installation as coordinators see it.</summary>
/// <param name="Id">Id of the installation.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Consignment">The consignment that the units came in.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Offer">The offer that the units are of.</param>
/// <param name="OfferTitle">Title of the offer.</param>
/// <param name="Need">The need that they are for.</param>
/// <param name="NeedTitle">Short name of the need; null where it was withdrawn.</param>
/// <param name="Oblast">Oblast of the need.</param>
/// <param name="Units">How many whole units; 0 where it is of an amount.</param>
/// <param name="Steps">The steps that it takes, in order.</param>
/// <param name="Done">The steps that were done.</param>
/// <param name="Next">The step that comes next.</param>
/// <param name="Hold">Why it stands still.</param>
/// <param name="BegunAt">When it was begun, UTC.</param>
/// <param name="InServiceAt">The hour in which the units went into service, or the amount was handed over, UTC.</param>
/// <param name="Amount">The amount where it is of no whole units; else null.</param>
[View(Audience.Coordination)]
public sealed record InstallationForCoordination(
    Id<Installation> Id,
    int Version,
    Id<Consignment> Consignment,
    int Line,
    Id<Offer> Offer,
    string OfferTitle,
    Id<Need> Need,
    string? NeedTitle,
    AreaCode? Oblast,
    int Units,
    IReadOnlyList<InstallationStep> Steps,
    IReadOnlyList<StepDone> Done,
    InstallationStep? Next,
    Hold? Hold,
    DateTimeOffset BegunAt,
    DateTimeOffset? InServiceAt,
    Quantity? Amount);
