using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>An offer that a line names.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="UnitsSent">Units of it in consignments that are not called off and do not come out of stock.</param>
/// <param name="UnitsInStock">Units of it in the stock of the hub where the consignment begins; 0 where it begins at no hub.</param>
/// <param name="UnitsForOthers">Units of it that are allocated to other needs than those of the consignment, and not sent yet.</param>
/// <param name="UnitsElsewhere">
/// Units of it that can still go to any need and do not lie in that hub: not sent, in other hubs or on the way to one; less those
/// that a consignment takes out of stock and that have not left.
/// </param>
public sealed record OfferKnown(Offer Offer, int UnitsSent, int UnitsInStock, int UnitsForOthers = 0, int UnitsElsewhere = 0);

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
        var sent = (await db.ConsignmentLines.Where(line => line.Operation == moment.Operation && offers.Contains(line.Offer) && !line.FromStock && !line.Cancelled).ToListAsync(cancel))
            .ToLookup(line => line.Offer, line => line.Units);
        var hub = command.Legs.Count > 0 ? command.Legs[0].From : default;
        var stock = await db.HubStocks.AsNoTracking().Where(row => row.Operation == moment.Operation && row.Hub == hub).ToDictionaryAsync(row => row.Offer, row => row.Units, cancel);
        var elsewhere = await Elsewhere(db, moment.Operation, hub, offers, cancel);
        var known = new Dictionary<Id<Offer>, OfferKnown>();
        foreach (var row in await db.Offers.AsNoTracking().Where(row => row.Operation == moment.Operation && offers.Contains(row.Id)).ToListAsync(cancel))
        {
            var (offer, allocations) = (row.Read(), await AllocationsAtMoment.Load(db, null, row.Id, moment, cancel));
            known[row.Id] = new OfferKnown(offer, sent[row.Id].Sum(), stock.GetValueOrDefault(row.Id), allocations.HeldForOthers(offer, needs.ToHashSet()),
                row.Units - sent[row.Id].Sum() + elsewhere.GetValueOrDefault(row.Id));
        }
        return new LinesKnown(
            known,
            (await db.Needs.AsNoTracking().Where(row => row.Operation == moment.Operation && needs.Contains(row.Id)).ToListAsync(cancel))
                .ToDictionary(row => row.Id, row => row.Read()));
    }

    // Units that were sent and can still go to any need, outside of a hub.
    private static async Task<Dictionary<Id<Offer>, int>> Elsewhere(RelightContext db, Id<Operation> operation, Id<Place> hub, List<Id<Offer>> offers, CancellationToken cancel)
    {
        var inHubs = await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation && row.Hub != hub && offers.Contains(row.Offer)).ToListAsync(cancel);
        var lines = await db.ConsignmentLines.AsNoTracking()
            .Where(line => line.Operation == operation && !line.Cancelled && offers.Contains(line.Offer) && (line.Need == null || (line.FromStock && !line.Dispatched))).ToListAsync(cancel);
        var ids = lines.Where(line => line.Need is null).Select(line => line.Consignment).Distinct().ToList();
        var toHubs = (await db.Consignments.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read());
        return inHubs.Select(row => (row.Offer, row.Units))
            .Concat(lines.Where(line => line.Need is null).Select(line => (line.Offer, toHubs[line.Consignment].Usable(line.Line) - line.ReceivedWhole)))
            .Concat(lines.Where(line => line is { FromStock: true, Dispatched: false }).Select(line => (line.Offer, -line.Units)))
            .GroupBy(units => units.Offer, units => units.Item2).ToDictionary(units => units.Key, units => units.Sum());
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
        if (line.Units < 1)
            checks.Refuse($"{field}.units", line.Units, "must be 1 or more");
        else if (command.FromStock)
            CheckStock(checks, field, offer, line, together);
        else
            CheckLeft(checks, field, offer, together);
    }

    // What goes from hub to hub is taken from nobody.
    private static void CheckStock(Checks checks, string field, OfferKnown offer, ConsignmentLine line, long together)
    {
        var left = Math.Clamp(offer.UnitsInStock + offer.UnitsElsewhere - offer.UnitsForOthers, 0, offer.UnitsInStock);
        if (together > offer.UnitsInStock)
            checks.Refuse($"{field}.units", together, $"must not be more than the hub has in stock: {offer.UnitsInStock}");
        else
            checks.Require(line.Need is null || together <= left, $"{field}.units", together, $"must not be more than the hub has in stock and other needs do not hold: {left} of {offer.UnitsInStock}");
    }

    private static void CheckLeft(Checks checks, string field, OfferKnown offer, long together)
    {
        var unsent = Math.Max(0, offer.Offer.Units - offer.UnitsSent);
        var left = Math.Max(0, unsent - offer.UnitsForOthers);
        if (together > unsent)
            checks.Refuse($"{field}.units", together, $"must not be more than are offered and not sent yet: {unsent} of {offer.Offer.Units}");
        else
            checks.Require(together <= left, $"{field}.units", together, $"must not be more than are not sent yet and not held for other needs: {left} of {offer.Offer.Units}");
    }

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
