using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>What a receiver found of a line.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Received">Units that came whole and were taken.</param>
/// <param name="Short">Units that did not come.</param>
/// <param name="Damaged">Units that came damaged and were taken.</param>
/// <param name="Refused">Units that came and were not taken.</param>
/// <param name="Reason">Why any were short, damaged or refused.</param>
/// <param name="Photo">A photo of them, as JPEG, PNG or WebP.</param>
public sealed record ReceivedLine(int Line, int Received, int Short = 0, int Damaged = 0, int Refused = 0, string? Reason = null, byte[]? Photo = null);

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
    /// <summary>It must not be called off, no line be received in more units than were sent, every loss have its reason, and the stock that it comes out of be there.</summary>
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
        var handedOver = consignment is not { Hub: null } ? []
            : Lines.Where(line => line.Line >= 1 && line.Line <= consignment.Lines.Count && line.Received > 0).Select(line => (consignment.Lines[line.Line - 1].Offer, line.Received)).ToList();
        // What is received at a hub was handed over to nobody, but it shows that it left.
        var gifts = handedOver.Count > 0
            ? await GiftStages.Load(db, moment, GoodsStage.Received, handedOver, moment.At, $"received in the consignment {consignment!.Title}", cancel)
            : consignment is { HasLeft: false, Hub: not null } ? await DispatchConsignment.GiftsOf(db, consignment, moment.At, moment, cancel) : GiftStages.None;
        var stock = consignment is { HasLeft: false, FromStock: true } ? await HubStock.Of(db, moment.Operation, consignment.Legs[0].From, cancel) : [];
        return Decide(new State(consignment, photos, gifts) { Stock = stock }, this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="Photos">The photo of each line as it is kept, or why it is none; both null where the line has none.</param>
    /// <param name="Gifts">How the contributions that its units are of come to be received.</param>
    public sealed record State(Consignment? Consignment, IReadOnlyList<(byte[]? Jpeg, string? Why)> Photos, GiftStages Gifts)
    {
        /// <summary>Units in the stock of the hub where it begins, by offer; asked for only where it comes out of there and nobody has told that it left.</summary>
        public IReadOnlyDictionary<Id<Offer>, int> Stock { get; init; } = new Dictionary<Id<Offer>, int>();
    }

    private static void CheckLine(Checks checks, string field, Consignment? consignment, ReceivedLine line)
    {
        foreach (var (name, units) in new[] { ("received", line.Received), ("short", line.Short), ("damaged", line.Damaged), ("refused", line.Refused) })
            checks.Require(units >= 0, $"{field}.{name}", units, "must not be below 0");
        var lost = (long)line.Short + line.Damaged + line.Refused;
        checks.OptionalText($"{field}.reason", line.Reason, Checks.Paragraphs)
            .Require(lost <= 0 || !string.IsNullOrWhiteSpace(line.Reason), $"{field}.reason", null, "must say why units were short, damaged or refused")
            .Require(line.Received + lost > 0, $"{field}.received", line.Received, "must say of at least one unit what became of it");
        if (consignment is null)
            return;
        if (line.Line < 1 || line.Line > consignment.Lines.Count)
        {
            checks.Refuse($"{field}.line", line.Line, $"must be from 1 to {consignment.Lines.Count}");
            return;
        }
        var open = consignment.Lines[line.Line - 1].Units - consignment.Accounted(line.Line);
        checks.Require(line.Received + lost <= open, $"{field}.received", line.Received + lost, $"must not be more than were sent and are not accounted for yet: {open} of {consignment.Lines[line.Line - 1].Units}");
    }

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

    private static string Said(int received, int shortBy, int damaged, int refused) =>
        FormattableString.Invariant($"{received} received, {shortBy} short, {damaged} damaged, {refused} refused");

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
        return [.. photos.Select(photo => new PhotoKept(photo)), new ConsignmentReceived(command.Consignment, receipt), .. state.Gifts.Events];
    }
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
                await HubStock.Add(db, moment, hub, consignment.Lines[part.Line - 1].Offer, part.Received, cancel);
    }
}
