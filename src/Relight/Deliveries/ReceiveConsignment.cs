using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>What a receiver found of a line, in its measure: whole units, or the unit of its amount.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Received">What came whole and was taken.</param>
/// <param name="Short">What did not come.</param>
/// <param name="Damaged">What came damaged and was taken.</param>
/// <param name="Refused">What came and was not taken.</param>
/// <param name="Reason">Why any were short, damaged or refused.</param>
/// <param name="Photo">A photo of them, as JPEG, PNG or WebP.</param>
public sealed record ReceivedLine(int Line, decimal Received, decimal Short = 0, decimal Damaged = 0, decimal Refused = 0, string? Reason = null, byte[]? Photo = null);

/// <summary>
/// Receives a consignment, or a part of it. What was received before by someone else is told, so that nothing is counted twice.
/// Goods are often there before their papers: one that nobody has told to have left is received too, and when it left stays
/// unknown until it is told.
/// </summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="SeenReceipts">How many receipts of it the author saw.</param>
/// <param name="Receiver">Name of who receives.</param>
/// <param name="At">When it was received; null for now.</param>
/// <param name="Lines">What was found; lines that are left out stay open.</param>
public sealed record ReceiveConsignment(Id<Consignment> Consignment, int SeenReceipts, string Receiver, DateTimeOffset? At, IReadOnlyList<ReceivedLine> Lines) : ICommand
{
    /// <summary>It must not be called off, no more of a line be received than was sent, every loss have its reason, and the stock that it comes out of be there.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, ReceiveConsignment command, Moment moment)
    {
        var at = command.At ?? moment.At;
        var checks = new Checks()
            .Text("receiver", command.Receiver)
            // Phones keep their own time: a few minutes ahead is no mistake of the receiver.
            .Require(at <= moment.At + TimeSpan.FromMinutes(10), "at", at, "must not lie in the future")
            .Require(command.Lines.Count > 0, "lines", null, "must say what was found of a line")
            .Require(command.Lines.Select(line => line.Line).Distinct().Count() == command.Lines.Count, "lines", null, "must name each line once")
            .Require(state.Consignment is not null, "consignment", command.Consignment, "must be a consignment of this operation");
        foreach (var (i, line) in command.Lines.Index())
        {
            CheckLine(checks, FormattableString.Invariant($"lines[{i}]"), state.Consignment, line);
            if (state.Photos.ElementAtOrDefault(i).Why is { } why)
                checks.Refuse(FormattableString.Invariant($"lines[{i}].photo"), null, why);
        }
        if (state.Consignment is not { } consignment)
            return checks.Refused();
        checks.Require(consignment.CancelledWhy is null, "consignment", consignment.Title, "was called off")
            .Warn(!consignment.HasLeft, "consignment", consignment.Title, "nobody has told when it left: that stays unknown until it is told")
            .Require(!(at < consignment.Dispatched), "at", at, $"must not be before it left ({consignment.Dispatched:u})");
        if (consignment is { HasLeft: false, FromStock: true })
            HubStock.CheckTaken(checks, consignment, state.Stock);
        TellOthers(checks, consignment, command);
        state.Gifts.Warn(checks);
        return checks.OrAll(() => Happened(state, command, moment, at));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Load(db, Consignment, moment, cancel);
        var photos = Lines.Select(line => line.Photo is { } sent ? PhotoFile.Clean(sent) : default).ToList();
        var handedOver = consignment is { Hub: null } ? HandedOver(consignment).ToList() : [];
        // A clock that is some minutes ahead is no other day.
        var at = At < moment.At ? At.Value : moment.At;
        // What is received at a hub was handed over to nobody, but it shows that it left.
        var gifts = handedOver.Count > 0
            ? await GiftStages.Load(db, moment, GoodsStage.Received, handedOver, at, $"received in the consignment {consignment!.Title}", cancel)
            : consignment is { HasLeft: false, Hub: not null } ? await DispatchConsignment.GiftsOf(db, consignment, at, moment, cancel) : GiftStages.None;
        var stock = consignment is { HasLeft: false, FromStock: true } ? await HubStock.Of(db, moment.Operation, consignment.Legs[0].From, cancel) : [];
        return Decide(new State(consignment, photos, gifts) { Stock = stock, Held = await HeldOfLost(db, consignment, moment, cancel) }, this, moment);
    }

    // What needs hold of the goods that are lost: what cannot be told of a line is refused, and asked for nothing.
    private async Task<IReadOnlyList<HeldOf>> HeldOfLost(RelightContext db, Consignment? consignment, Moment moment, CancellationToken cancel)
    {
        var held = new List<HeldOf>();
        foreach (var line in Lines.Where(line => line.Short > 0 || line.Damaged > 0 || line.Refused > 0).Select(line => consignment?.Lines.ElementAtOrDefault(line.Line - 1)).Distinct())
            if (line?.Need is { } need && !held.Exists(one => one.Need == need && one.Offer.Id == line.Offer) && await HeldOf.Load(db, need, line.Offer, moment, cancel) is { } one)
                held.Add(one);
        return held;
    }

    private IEnumerable<GoodsMoved> HandedOver(Consignment consignment) =>
        from part in Lines
        where part.Line >= 1 && part.Line <= consignment.Lines.Count && part.Received > 0
        let line = consignment.Lines[part.Line - 1]
        // What cannot be is refused, and moves no contribution.
        where part.Received <= line.Sent && WhyNotMeasured(line, part.Received) is null
        let moved = consignment.Measured(part.Line, part.Received)
        select new GoodsMoved(line.Offer, moved.Units, moved.Amount);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="Photos">The photo of each line as it is kept, or why it is none; both null where the line has none.</param>
    /// <param name="Gifts">How the contributions that its units are of come to be received.</param>
    public sealed record State(Consignment? Consignment, IReadOnlyList<(byte[]? Jpeg, string? Why)> Photos, GiftStages Gifts)
    {
        /// <summary>What lies in the hub where it begins, by offer; asked for only where it comes out of there and nobody has told that it left.</summary>
        public IReadOnlyDictionary<Id<Offer>, StockKnown> Stock { get; init; } = new Dictionary<Id<Offer>, StockKnown>();

        /// <summary>What the needs of lines of which something is lost hold of their offers.</summary>
        public IReadOnlyList<HeldOf> Held { get; init; } = [];
    }

    private static void CheckLine(Checks checks, string field, Consignment? consignment, ReceivedLine line)
    {
        var known = consignment is not null && line.Line >= 1 && line.Line <= consignment.Lines.Count ? consignment.Lines[line.Line - 1] : null;
        foreach (var (name, much) in new[] { ("received", line.Received), ("short", line.Short), ("damaged", line.Damaged), ("refused", line.Refused) })
        {
            checks.Require(much >= 0, $"{field}.{name}", much, "must not be below 0");
            if (known is not null && much > 0 && WhyNotMeasured(known, much) is { } why)
                checks.Refuse($"{field}.{name}", much, why);
        }
        // What is out of all bounds is refused above; here its sum must not be beyond what a number can hold.
        var (received, lost) = (Held(line.Received), Held(line.Short) + Held(line.Damaged) + Held(line.Refused));
        checks.OptionalText($"{field}.reason", line.Reason, Checks.Paragraphs)
            .Require(lost <= 0 || !string.IsNullOrWhiteSpace(line.Reason), $"{field}.reason", null, "must say why units were short, damaged or refused")
            .Require(received + lost > 0, $"{field}.received", line.Received, "must say of at least one unit what became of it");
        if (consignment is null)
            return;
        if (known is null)
        {
            checks.Refuse($"{field}.line", line.Line, $"must be from 1 to {consignment.Lines.Count}");
            return;
        }
        var open = known.Sent - consignment.Accounted(line.Line);
        var unit = known.Amount is { } amount ? $" {amount.Unit}" : "";
        checks.Require(received + lost <= open, $"{field}.received", received + lost, FormattableString.Invariant($"must not be more than were sent and are not accounted for yet: {open:0.###} of {known.Sent:0.###}{unit}"));
    }

    private static decimal Held(decimal much) => Math.Clamp(much, -Bounds.Largest, Bounds.Largest);

    // Whole units are not received in parts; an amount is kept to a thousandth.
    internal static string? WhyNotMeasured(ConsignmentLine line, decimal much) =>
        !decimal.IsInteger(much) && line.Amount is null or { Unit.IsCounted: true } ? "must be a whole number"
        : Bounds.WhyNot(Qualifier.Exact, much, much);

    // Two phones at one lorry: whoever is second is told who received what, and can then send what is left.
    private static void TellOthers(Checks checks, Consignment consignment, ReceiveConsignment command)
    {
        if (consignment.Receipts.Count == command.SeenReceipts)
            return;
        checks.Add(new Conflict("seenReceipts", $"{command.SeenReceipts}", $"{consignment.Receipts.Count}", "someone else received some of it since you read it"));
        foreach (var receipt in consignment.Receipts.Skip(Math.Clamp(command.SeenReceipts, 0, consignment.Receipts.Count)))
            foreach (var part in receipt.Lines)
            {
                var yours = command.Lines.Index().FirstOrDefault(line => line.Item.Line == part.Line);
                checks.Add(new Conflict(
                    FormattableString.Invariant($"lines[{(yours.Item is null ? part.Line - 1 : yours.Index)}]"),
                    yours.Item is { } own ? Said(own.Received, own.Short, own.Damaged, own.Refused) : null,
                    $"{receipt.Receiver}, {receipt.At:u}: {Said(part.Received, part.Short, part.Damaged, part.Refused)}",
                    "was received meanwhile: send only what is still to be counted"));
            }
    }

    private static string Said(decimal received, decimal shortBy, decimal damaged, decimal refused) =>
        FormattableString.Invariant($"{received:0.###} received, {shortBy:0.###} short, {damaged:0.###} damaged, {refused:0.###} refused");

    private static IReadOnlyList<IEvent> Happened(State state, ReceiveConsignment command, Moment moment, DateTimeOffset at)
    {
        var number = state.Consignment!.Receipts.Count + 1;
        var photos = command.Lines.Zip(state.Photos)
            .Where(pair => pair.Second.Jpeg is not null)
            .Select(pair => new Photo(Id<Photo>.Named($"{command.Consignment} {number} {pair.First.Line}"), command.Consignment, pair.First.Line, pair.Second.Jpeg!))
            .ToList();
        var receipt = new Receipt(command.Receiver, moment.By, at, [.. command.Lines.Select(line => new ReceivedPart(
            line.Line, line.Received, line.Short, line.Damaged, line.Refused,
            string.IsNullOrWhiteSpace(line.Reason) ? null : line.Reason,
            photos.Find(photo => photo.Line == line.Line)?.Id))]);
        return [.. photos.Select(photo => new PhotoKept(photo)), new ConsignmentReceived(command.Consignment, receipt), .. Lost(state, receipt), .. state.Gifts.Events];
    }

    // What will not come, or is of no use, fills no need: at once, whatever becomes of it.
    private static IEnumerable<IEvent> Lost(State state, Receipt receipt) => state.Held.SelectMany(held => held.WhenLost(
        (from part in receipt.Lines
         let line = state.Consignment!.Lines[part.Line - 1]
         let lost = part.Short + part.Damaged + part.Refused
         where lost > 0 && line.Need == held.Need && line.Offer == held.Offer.Id
         let moved = state.Consignment!.Measured(part.Line, lost)
         select Goods.UnitsIn(held.Offer.Specification, moved.Units, moved.Amount)).Sum()));
}

/// <summary>A photo of received goods was kept.</summary>
/// <param name="Photo">The photo.</param>
public sealed record PhotoKept(Photo Photo) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        db.Photos.Add(new PhotoRow { Id = Photo.Id, Operation = moment.Operation }.With(Photo));
        return Task.CompletedTask;
    }
}

/// <summary>A consignment, or a part of it, was received.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Receipt">What was found.</param>
public sealed record ConsignmentReceived(Id<Consignment> Consignment, Receipt Receipt) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var consignment = await ConsignmentChange.Change(
            db,
            Consignment,
            before => before with
            {
                Receipts = [.. before.Receipts, Receipt],
                // Who receives it knows that it is there, also where nobody told of its arrival.
                Legs = ConsignmentChange.WithLeg(before.Legs, before.Legs.Count, leg => leg with { Arrived = leg.Arrived ?? Receipt.At }),
            },
            cancel);
        // The first receipt of what nobody has told to have left is what takes it out of stock.
        if (consignment is { FromStock: true, Dispatched: null, Receipts.Count: 1 })
            await HubStock.Take(db, moment, consignment, cancel);
        if (consignment.Hub is { } hub)
            foreach (var part in Receipt.Lines.Where(part => part.Received > 0))
            {
                var (units, amount) = consignment.Measured(part.Line, part.Received);
                await HubStock.Add(db, moment, hub, consignment.Lines[part.Line - 1].Offer, Receipt.At, units, amount, cancel);
            }
    }
}
