using Relight.Deliveries;
using Relight.Register;
using static Relight.Tests.Refusals.DeliveryRecords;
using static Relight.Tests.Refusals.Records;

namespace Relight.Tests.Refusals;

/// <summary>What commands about places and about consignments that are planned refuse.</summary>
internal static class DeliveryRefusals
{
    private static readonly Consignment s_cancelled = Planned with { CancelledWhy = "sent otherwise" };

    public static IEnumerable<RefusalCase> Cases => [.. PlacesKept, .. Departures, .. Legs, .. Papers, .. Labels, .. Receipts, .. Stock, .. Losses];

    private static IEnumerable<RefusalCase> PlacesKept
    {
        get
        {
            RefusalCase Case(string at, Place? place = null, Place? standing = null, bool elsewhere = false, bool code = false, bool stock = false) => new(
                nameof(RecordPlace), at, () => RecordPlace.Decide(new(standing, elsewhere, code, stock), new RecordPlace(place ?? Port)));
            yield return Case("place.id", elsewhere: true);
            yield return Case("place.code", code: true);
            yield return Case("place.isHub", stock: true);
            yield return Case("place.position", Port with { Position = new Position(91, 0) });
            yield return Case("place.position", Port with { Position = new Position(0, -181) });
            yield return Case("place.gaugesMillimetres[1]", Port with { GaugesMillimetres = [Place.StandardGauge, 1000] });
            yield return Case("place.version, place.name", Port, Port with { Name = "Gdansk" });
        }
    }

    private static IEnumerable<RefusalCase> Departures
    {
        get
        {
            RefusalCase Dispatch(string at, Consignment? consignment, int version = 1, double hours = 0, IReadOnlyDictionary<Id<Offer>, StockKnown>? stock = null) => new(
                nameof(DispatchConsignment), at, () => DispatchConsignment.Decide(
                    new(consignment, stock ?? new Dictionary<Id<Offer>, StockKnown>(), GiftStages.None), new DispatchConsignment(Plan.Consignment, version, Start.AddHours(hours)), Now));
            yield return Dispatch("consignment", null);
            yield return Dispatch("expectedVersion", Planned, version: 7);
            yield return Dispatch("at", Planned, hours: 73);
            yield return Dispatch("consignment", UnderWay);
            yield return Dispatch("consignment", Planned with { FromStock = true });
            var few = new Dictionary<Id<Offer>, StockKnown> { [TheOffer.Id] = new StockKnown(0, Litres(100), Diesel.Specification) };
            yield return Dispatch("consignment", Planned with { FromStock = true, Lines = [FuelLine(200)] }, stock: few);
            // Received before anyone told that it left: then it left before that.
            yield return Dispatch("at", Planned with { Receipts = [ReceiptOf(1)] }, hours: 37);

            RefusalCase Cancel(Consignment? consignment) => new(
                nameof(CancelConsignment), "consignment", () => CancelConsignment.Decide(consignment, new CancelConsignment(Plan.Consignment, 1, "sent otherwise")));
            yield return Cancel(null);
            yield return Cancel(UnderWay);
            yield return Cancel(s_cancelled);
        }
    }

    private static IEnumerable<RefusalCase> Legs
    {
        get
        {
            RefusalCase Arrive(string at, Consignment consignment, double hours = 10) => new(
                nameof(RecordLegArrival), at, () => RecordLegArrival.Decide(consignment, new RecordLegArrival(Plan.Consignment, 1, 1, Start.AddHours(hours)), Now));
            yield return Arrive("at", UnderWay, hours: 73);
            yield return Arrive("leg", Planned);
            yield return Arrive("leg", AtBorder);
            yield return Arrive("at", UnderWay, hours: -1);

            RefusalCase Depart(string at, Consignment consignment, int leg = 2, double hours = 24) => new(
                nameof(RecordLegDeparture), at, () => RecordLegDeparture.Decide(consignment, new RecordLegDeparture(Plan.Consignment, 1, leg, Start.AddHours(hours)), Now));
            yield return Depart("at", AtBorder, hours: 73);
            yield return Depart("leg", Planned, leg: 1);
            yield return Depart("leg", WithLeg(AtBorder, 2, leg => leg with { Departed = Start.AddHours(24) }));
            yield return Depart("leg", UnderWay);
            yield return Depart("at", AtBorder, hours: 9);

            RefusalCase Expect(string at, Consignment consignment, int leg = 1, DateTimeOffset? departure = null, DateTimeOffset? arrival = null) => new(
                nameof(ExpectLeg), at, () => ExpectLeg.Decide(
                    consignment, new ExpectLeg(Plan.Consignment, 1, leg, departure ?? Start, arrival ?? Start.AddHours(40), "a strike")));
            yield return Expect("departure", Planned, departure: new DateTimeOffset(1999, 12, 31, 8, 0, 0, TimeSpan.Zero));
            yield return Expect("arrival", Planned, arrival: Start);
            yield return Expect("arrival", Planned, arrival: new DateTimeOffset(2200, 1, 1, 8, 0, 0, TimeSpan.Zero));
            yield return Expect("leg", AtBorder);
            yield return Expect("departure", Planned, leg: 2);
            yield return Expect("arrival", UnderWay, departure: Start.AddHours(-2), arrival: Start);
        }
    }

    private static IEnumerable<RefusalCase> Papers
    {
        get
        {
            var paper = new Paper(PaperKind.Cmr, true);
            RefusalCase Case(string at, Consignment consignment, int leg = 1, params Paper[] papers) => new(
                nameof(RecordPapers), at, () => RecordPapers.Decide(consignment, new RecordPapers(Plan.Consignment, 1, leg, papers)));
            yield return Case("papers", Planned);
            yield return Case("papers", Planned, papers: [paper, paper with { There = false }]);
            yield return Case("consignment", s_cancelled, papers: paper);
            yield return Case("leg", Planned, 3, paper);
        }
    }

    private static IEnumerable<RefusalCase> Labels
    {
        get
        {
            RefusalCase Case(string at, Consignment? consignment = null, string prefix = Sscc.ExamplePrefix, long next = 0, params int[] packages) => new(
                nameof(LabelPackages), at, () => LabelPackages.Decide(
                    new(consignment ?? Planned, next), new LabelPackages(Plan.Consignment, 1, prefix, packages.Length == 0 ? [1] : packages)));
            yield return Case("prefix", prefix: "952");
            yield return Case("packages[0]", packages: 0);
            yield return Case("packages", packages: [1, 1]);
            yield return Case("packages", Planned with { Lines = [Plan.Lines[0], Plan.Lines[0]] }, packages: [300, 300]);
            yield return Case("consignment", Received);
            yield return Case("prefix", prefix: "952123456789", next: 10_000);
        }
    }

    private static IEnumerable<RefusalCase> Receipts
    {
        get
        {
            RefusalCase Case(string at, Consignment? consignment, IReadOnlyList<ReceivedLine>? lines = null, double hours = 36, string? photo = null) => new(
                nameof(ReceiveConsignment), at, () => ReceiveConsignment.Decide(
                    new(consignment, [(null, photo)], GiftStages.None),
                    new ReceiveConsignment(Plan.Consignment, 0, "Olha", Start.AddHours(hours), lines ?? [new ReceivedLine(1, 1)]), Now));
            yield return Case("consignment", null);
            yield return Case("consignment", Planned with { FromStock = true });
            yield return Case("consignment", UnderWay with { CancelledWhy = "sent otherwise" });
            yield return Case("at", UnderWay, hours: 73);
            yield return Case("at", UnderWay, hours: -1);
            yield return Case("lines", UnderWay, []);
            yield return Case("lines", UnderWay, [new ReceivedLine(1, 1), new ReceivedLine(1, 1)]);
            yield return Case("lines[0].photo", UnderWay, photo: "must be a picture: JPEG, PNG or WebP");
            yield return Case("lines[0].short", UnderWay, [new ReceivedLine(1, 2, Short: -1)]);
            yield return Case("lines[0].reason", UnderWay, [new ReceivedLine(1, 0, Damaged: 1)]);
            yield return Case("lines[0].received", UnderWay, [new ReceivedLine(1, 0)]);
            yield return Case("lines[0].received", UnderWay, [new ReceivedLine(1, 2)]);
            yield return Case("lines[0].line", UnderWay, [new ReceivedLine(2, 1)]);
            yield return Case("lines[0].damaged", UnderWay with { Lines = [Plan.Lines[0] with { Units = 2 }] }, [new ReceivedLine(1, 1, Damaged: 0.5m, Reason: "bent")]);
            yield return Case("lines[0].received", UnderWay with { Lines = [FuelLine(200)] }, [new ReceivedLine(1, 0.0001m)]);
            yield return Case("lines[0].received", UnderWay with { Lines = [FuelLine(200)] }, [new ReceivedLine(1, 200.001m)]);
            // The second of two phones is told what the first received.
            yield return Case("seenReceipts, lines[0]", UnderWay with { Lines = [Plan.Lines[0] with { Units = 2 }], Receipts = [ReceiptOf(1)] });
        }
    }

    private static IEnumerable<RefusalCase> Losses
    {
        get
        {
            var bent = UnderWay with { Lines = [Plan.Lines[0] with { Units = 2 }], Receipts = [new Receipt("Olha", Now.By, Start.AddHours(36), [new ReceivedPart(1, 1, 0, 1, 0, "bent", null)])] };
            RefusalCase Case(
                string at, Consignment? consignment, LossKind kind = LossKind.Damaged, decimal much = 1, LossOutcome outcome = LossOutcome.MadeGood, int line = 1, int version = 1, double hours = 40) => new(
                nameof(SettleLoss), at, () => SettleLoss.Decide(
                    new(consignment, GiftStages.None), new SettleLoss(Plan.Consignment, version, line, kind, much, outcome, "straightened", Start.AddHours(hours)), Now));
            yield return Case("consignment", null);
            yield return Case("expectedVersion", bent, version: 7);
            yield return Case("line", bent, line: 2);
            yield return Case("kind", bent, (LossKind)9);
            yield return Case("outcome", bent, outcome: (LossOutcome)9);
            yield return Case("much", bent, much: 0);
            yield return Case("much", bent, much: 2);
            yield return Case("much", bent, LossKind.Refused);
            yield return Case("much", bent, much: 0.5m);
            yield return Case("at", bent, hours: 73);
            yield return Case("at", bent, hours: 35);
        }
    }

    private static IEnumerable<RefusalCase> Stock
    {
        get
        {
            RefusalCase Case(string at, int units = 3, int there = 2, bool hub = true, bool offer = true, Quantity? amount = null, Quantity? amountThere = null) => new(
                nameof(CorrectStock), at, () => CorrectStock.Decide(
                    new(hub, offer ? Diesel.Specification : null, there, amountThere), new CorrectStock(Hub.Id, TheOffer.Id, 2, units, "counted", null, amount)));
            yield return Case("hub", hub: false);
            yield return Case("offer", offer: false);
            yield return Case("units", units: -1);
            yield return Case("units", units: 2);
            yield return Case("seenUnits", there: 4);
            yield return Case("seenAmount", amountThere: Litres(10));
            yield return Case("amount", amount: new Quantity(Bounds.AtLeast(5), Unit.Litre));
            yield return Case("amount", amount: new Quantity(Bounds.Exactly(5), Unit.Tonne));
        }
    }
}
