using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>An offer that a line names.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="UnitsSent">Units of it in consignments that are not called off and do not come out of stock; amounts as parts of units.</param>
/// <param name="UnitsInStock">Whole units of it in the stock of the hub where the consignment begins; 0 where it begins at no hub.</param>
/// <param name="UnitsForOthers">Units of it that are allocated to other needs than those of the consignment, and not sent yet.</param>
/// <param name="UnitsElsewhere">
/// Units of it that can still go to any need and are not among the whole ones of that hub: not sent, in other hubs or on the way to
/// one; less those that a consignment takes out of stock and that have not left.
/// </param>
public sealed record OfferKnown(Offer Offer, decimal UnitsSent, int UnitsInStock, int UnitsForOthers = 0, decimal UnitsElsewhere = 0)
{
    /// <summary>The amount of it beside whole units in the stock of that hub; null for none.</summary>
    public Quantity? AmountInStock { get; init; }

    /// <summary>What is allocated of it, and what was sent to needs.</summary>
    public AllocationsAtMoment Allocations { get; init; } = new([], []);
}

/// <summary>What is known of the offers and needs that the lines of a consignment name.</summary>
/// <param name="Offers">The offers; those that the operation does not have are left out.</param>
/// <param name="Needs">The needs; those that the operation does not have are left out.</param>
public sealed record LinesKnown(IReadOnlyDictionary<Id<Offer>, OfferKnown> Offers, IReadOnlyDictionary<Id<Need>, Need> Needs)
{
    /// <summary>Country of the site of the needs, which its P-code begins with; null where they have none.</summary>
    public Country? SiteCountry => Needs.Values.Select(need => need.Site).OfType<Site>().Select(site => site.Oblast.Code[..2]).FirstOrDefault() is { } code
        && Country.TryParse(code, null, out var country) ? country : null;

    internal static async Task<LinesKnown> Load(RelightContext db, PlanConsignment command, Moment moment, CancellationToken cancel)
    {
        var offers = command.Lines.Select(line => line.Offer).Distinct().ToList();
        var needs = command.Lines.Select(line => line.Need).OfType<Id<Need>>().Distinct().ToList();
        var sent = (await db.ConsignmentLines.AsNoTracking().Where(line => line.Operation == moment.Operation && offers.Contains(line.Offer) && !line.FromStock && !line.Cancelled).ToListAsync(cancel))
            .ToLookup(line => line.Offer);
        var hub = command.Legs.Count > 0 ? command.Legs[0].From : default;
        var stock = (await db.HubStocks.AsNoTracking().Where(row => row.Operation == moment.Operation && row.Hub == hub).ToListAsync(cancel)).ToDictionary(row => row.Offer, row => row.Read());
        var elsewhere = await Elsewhere(db, moment.Operation, hub, offers, cancel);
        var known = new Dictionary<Id<Offer>, OfferKnown>();
        foreach (var row in await db.Offers.AsNoTracking().Where(row => row.Operation == moment.Operation && offers.Contains(row.Id)).ToListAsync(cancel))
        {
            var (offer, allocations) = (row.Read(), await AllocationsAtMoment.Load(db, null, row.Id, moment, cancel));
            var (own, gone) = (stock.GetValueOrDefault(row.Id), sent[row.Id].Sum(line => Goods.UnitsIn(offer.Specification, line.Units, line.AmountSent())));
            known[row.Id] = new OfferKnown(
                offer, gone, own?.Units ?? 0, allocations.HeldForOthers(offer, needs.ToHashSet()),
                row.Units - gone + elsewhere[row.Id].Sum(part => part.Sign * Goods.UnitsIn(offer.Specification, part.Units, part.Amount)) + Goods.UnitsIn(offer.Specification, 0, own?.Amount))
            {
                AmountInStock = own?.Amount,
                Allocations = allocations,
            };
        }
        return new LinesKnown(
            known,
            (await db.Needs.AsNoTracking().Where(row => row.Operation == moment.Operation && needs.Contains(row.Id)).ToListAsync(cancel))
                .ToDictionary(row => row.Id, row => row.Read()));
    }

    // What was sent and can still go to any need, outside of a hub.
    private static async Task<ILookup<Id<Offer>, (int Sign, int Units, Quantity? Amount)>> Elsewhere(
        RelightContext db, Id<Operation> operation, Id<Place> hub, List<Id<Offer>> offers, CancellationToken cancel)
    {
        var inHubs = await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && row.Hub != hub && offers.Contains(row.Offer)).ToListAsync(cancel);
        var lines = await db.ConsignmentLines.AsNoTracking()
            .Where(line => line.Operation == operation && !line.Cancelled && offers.Contains(line.Offer) && (line.Need == null || (line.FromStock && !line.Dispatched))).ToListAsync(cancel);
        var ids = lines.Where(line => line.Need is null).Select(line => line.Consignment).Distinct().ToList();
        var toHubs = (await db.Consignments.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        return inHubs.Select(row => (row.Offer, Sign: 1, row.Units, row.Read().Amount))
            .Concat(lines.Where(line => line.Need is null).Select(line => OnTheWay(toHubs[line.Consignment], line)))
            .Concat(lines.Where(line => line is { FromStock: true, Dispatched: false }).Select(line => (line.Offer, Sign: -1, line.Units, Amount: line.AmountSent())))
            .ToLookup(part => part.Offer, part => (part.Sign, part.Units, part.Amount));
    }

    private static (Id<Offer> Offer, int Sign, int Units, Quantity? Amount) OnTheWay(Consignment toHub, ConsignmentLineRow line)
    {
        var (units, amount) = toHub.Measured(line.Line, toHub.Usable(line.Line) - toHub.ReceivedWhole(line.Line));
        return (line.Offer, 1, units, amount);
    }
}

/// <summary>What must hold of the lines of a consignment: they are there to send, and go where they are needed.</summary>
internal static class LineChecks
{
    private const decimal MostTonnes = 1_000;
    private const decimal MostMetres = 100;

    public static void Check(Checks checks, LinesKnown known, PlanConsignment command)
    {
        foreach (var (i, line) in command.Lines.Index())
        {
            var field = FormattableString.Invariant($"consignment.lines[{i}]");
            CheckSize(checks, field, line);
            CheckNeed(checks, field, known, line, toSite: command.Legs.Count == 0 || command.Legs[^1].To is null);
            if (known.Offers.TryGetValue(line.Offer, out var offer))
                CheckUnits(checks, field, offer, line, command);
            else
                checks.Refuse($"{field}.offer", line.Offer, "must be an offer of this operation");
        }
        CheckOneSite(checks, known, command);
    }

    // What is sent for a need is what is allocated to it and what nobody has; never what is allocated to another.
    private static void CheckUnits(Checks checks, string field, OfferKnown offer, ConsignmentLine line, PlanConsignment command)
    {
        var together = command.Lines.Where(other => other.Offer == line.Offer).Sum(other => (long)Math.Max(0, other.Units));
        if (line.Amount is { } amount)
            AmountChecks.Check(checks, field, offer, line, amount, command);
        else if (line.Units < 1)
            checks.Refuse($"{field}.units", line.Units, "must be 1 or more");
        else if (command.FromStock)
            CheckStock(checks, field, offer, line, together);
        else
            CheckLeft(checks, field, offer, line, together);
    }

    // What goes from hub to hub, or to one, is taken from nobody.
    private static void CheckStock(Checks checks, string field, OfferKnown offer, ConsignmentLine line, long together)
    {
        var left = Math.Floor(Math.Clamp(offer.UnitsInStock + offer.UnitsElsewhere - offer.UnitsForOthers, 0, offer.UnitsInStock));
        if (together > offer.UnitsInStock)
            checks.Refuse($"{field}.units", together, $"must not be more than the hub has in stock: {offer.UnitsInStock}");
        else
            checks.Require(line.Need is null || together <= left, $"{field}.units", together, FormattableString.Invariant($"must not be more than the hub has in stock and other needs do not hold: {left:0} of {offer.UnitsInStock}"));
    }

    private static void CheckLeft(Checks checks, string field, OfferKnown offer, ConsignmentLine line, long together)
    {
        var unsent = Math.Floor(Math.Max(0, Plain(offer.Offer.Units - offer.UnitsSent)));
        // Others can be served with what lies in hubs, too.
        var left = Math.Floor(Math.Clamp(Math.Max(unsent, Plain(offer.UnitsInStock + offer.UnitsElsewhere)) - offer.UnitsForOthers, 0, unsent));
        if (together > unsent)
            checks.Refuse($"{field}.units", together, FormattableString.Invariant($"must not be more than are offered and not sent yet: {unsent:0} of {offer.Offer.Units}"));
        else
            checks.Require(line.Need is null || together <= left, $"{field}.units", together, FormattableString.Invariant($"must not be more than are not sent yet and not held for other needs: {left:0} of {offer.Offer.Units}"));
    }

    // A part of a unit may have endless digits.
    private static decimal Plain(decimal units) => Math.Round(units, 12);

    private static void CheckSize(Checks checks, string field, ConsignmentLine line) => checks
        .Range($"{field}.tonnes", line.Tonnes, 0.001m, MostTonnes, "t")
        .Range($"{field}.lengthMetres", line.LengthMetres, 0.01m, MostMetres, "m")
        .Range($"{field}.widthMetres", line.WidthMetres, 0.01m, MostMetres, "m")
        .Range($"{field}.heightMetres", line.HeightMetres, 0.01m, MostMetres, "m");

    private static void CheckNeed(Checks checks, string field, LinesKnown known, ConsignmentLine line, bool toSite)
    {
        if (line.Need is not { } id)
            checks.Require(!toSite, $"{field}.need", null, "must be given, since the last leg leads to the site of the needs; what is for no need yet ends at a hub");
        else if (!known.Needs.TryGetValue(id, out var need))
            checks.Refuse($"{field}.need", id, "must be a need of this operation");
        else if (!toSite)
            checks.Refuse($"{field}.need", id, "must be left out: what ends at a hub is its stock until it is sent on");
        else
            checks.Require(need.Site is not null, $"{field}.need", id, "is at no one place: send it to a hub");
    }

    // The exact place is not compared: a refusal that told it apart would tell coordinators which needs share a site.
    private static void CheckOneSite(Checks checks, LinesKnown known, PlanConsignment command)
    {
        var needs = command.Lines.Select(line => line.Need is { } id ? known.Needs.GetValueOrDefault(id) : null).OfType<Need>().ToList();
        checks.Require(
            needs.Select(need => (need.Organisation, need.Site?.Oblast)).Distinct().Count() <= 1,
            "consignment.lines", null, "must be for needs of one organisation in one oblast: what travels together ends at one site");
    }
}
