using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Where units stand on their way from an offer into service.</summary>
public enum AgeingStage
{
    /// <summary>They could leave, and are in no consignment.</summary>
    Offered,

    /// <summary>They are in a consignment that has not left.</summary>
    Planned,

    /// <summary>They are on their way.</summary>
    UnderWay,

    /// <summary>They are where they were to go, and no receipt tells of them.</summary>
    Arrived,

    /// <summary>They lie in a hub.</summary>
    InHub,

    /// <summary>They were received, and nobody installs them.</summary>
    Received,

    /// <summary>They are being installed.</summary>
    Installing,
}

/// <summary>Why units stand where they stand.</summary>
public enum AgeingReason
{
    /// <summary>Nothing is told that would keep them.</summary>
    NoneGiven,

    /// <summary>They are in no consignment.</summary>
    NotPlanned,

    /// <summary>They should have left.</summary>
    ShouldHaveLeft,

    /// <summary>Papers of the leg that comes next are missing.</summary>
    PapersMissing,

    /// <summary>They should have arrived.</summary>
    ShouldHaveArrived,

    /// <summary>Nobody has entered a receipt.</summary>
    NoReceipt,

    /// <summary>No consignment takes them on.</summary>
    NotSentOn,

    /// <summary>Nobody has begun to install them.</summary>
    NotBegun,

    /// <summary>The installation stands still, for the reason that it tells.</summary>
    Held,

    /// <summary>The next step is not done.</summary>
    NextStep,

    /// <summary>They came damaged, and nobody has told what became of them.</summary>
    Damaged,

    /// <summary>They came and were not taken, and nobody has told what became of them.</summary>
    Refused,

    /// <summary>They did not come with the rest, and nobody has told where they are.</summary>
    Missing,
}

/// <summary>Units that are not in service yet: where they stand, for how long, and why.</summary>
/// <param name="Offer">The offer that they are of.</param>
/// <param name="Title">Its title.</param>
/// <param name="Units">How many whole units.</param>
/// <param name="Stage">Where they stand.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Days">Days since then.</param>
/// <param name="Reason">Why.</param>
/// <param name="Hold">What an installation that stands still tells; null for others.</param>
/// <param name="Next">The step of the installation that comes next; null for others.</param>
/// <param name="Papers">Papers that are missing; empty where none are.</param>
/// <param name="Consignment">The consignment; null where they are in none.</param>
/// <param name="Amount">The amount of goods that stands there, beside whole units or without any; null where there is none.</param>
[View(Audience.Coordination)]
public sealed record AgeingLine(
    Id<Offer> Offer,
    string Title,
    int Units,
    AgeingStage Stage,
    DateTimeOffset Since,
    double Days,
    AgeingReason Reason,
    Hold? Hold,
    InstallationStep? Next,
    IReadOnlyList<PaperKind> Papers,
    Id<Consignment>? Consignment,
    Quantity? Amount)
{
    /// <summary>What receivers wrote of goods that are damaged, were refused or are missing; empty for others.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>What has not come into service, the longest at its stage first.</summary>
public static class Ageing
{
    /// <summary>All units of an operation that are not in service at an instant.</summary>
    public static async Task<IReadOnlyList<AgeingLine>> Read(RelightContext db, Id<Operation> operation, DateTimeOffset at, CancellationToken cancel = default) => Of(
        [.. (await db.Offers.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).Select(row => row.Read())],
        [.. (await db.Consignments.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).Select(row => row.Read())],
        [.. (await db.HubStocks.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).Select(row => row.Read())],
        [.. (await db.Installations.AsNoTracking().Where(row => row.Operation == operation).ToListAsync(cancel)).Select(row => row.Read())],
        at);

    /// <summary>All units that are not in service.</summary>
    /// <param name="offers">Offers.</param>
    /// <param name="consignments">Consignments.</param>
    /// <param name="stock">Stock of hubs.</param>
    /// <param name="installations">Installations.</param>
    /// <param name="at">The instant to which days are counted. What happened after it is not left out.</param>
    public static IReadOnlyList<AgeingLine> Of(
        IReadOnlyList<Offer> offers, IReadOnlyList<Consignment> consignments, IReadOnlyList<HubStock> stock, IReadOnlyList<Installation> installations, DateTimeOffset at)
    {
        var titles = offers.ToDictionary(offer => offer.Id, offer => offer.Title);
        AgeingLine Line(Id<Offer> offer, (int Units, Quantity? Amount) much, AgeingStage stage, DateTimeOffset since, AgeingReason reason, Id<Consignment>? consignment = null) => new(
            offer, titles.GetValueOrDefault(offer) ?? $"{offer}", much.Units, stage, since, Math.Max(0, (at - since).TotalDays), reason, null, null, [], consignment, much.Amount);

        var lines = new List<AgeingLine>();
        var sent = consignments.Where(c => !c.FromStock && c.State != ConsignmentState.Cancelled).SelectMany(c => c.Lines).ToLookup(line => line.Offer);
        foreach (var offer in offers)
            if (Left(offer, [.. sent[offer.Id]]) is { } left && LeavesFrom(offer) is { } from && from <= at)
                lines.Add(Line(offer.Id, left, AgeingStage.Offered, from, AgeingReason.NotPlanned));
        foreach (var consignment in consignments.Where(c => c.State != ConsignmentState.Cancelled))
            foreach (var (i, line) in consignment.Lines.Index())
            {
                lines.AddRange(OfLine(consignment, i + 1, at, installations, Line));
                lines.AddRange(LossesOf(consignment, i + 1, Line));
            }
        lines.AddRange(stock.Where(s => !s.IsEmpty).Select(s => Line(s.Offer, (s.Units, s.Amount), AgeingStage.InHub, s.Since, AgeingReason.NotSentOn)));
        foreach (var one in installations.Where(one => one.InServiceAt is null))
            lines.Add(Line(one.Offer, (one.Units, one.Amount), AgeingStage.Installing, one.Hold?.Since ?? one.LastMoved, one.Hold is null ? AgeingReason.NextStep : AgeingReason.Held, one.Consignment) with { Hold = one.Hold, Next = one.Next });
        return [.. lines.OrderByDescending(line => line.Days).ThenBy(line => line.Offer)];
    }

    private static IEnumerable<AgeingLine> OfLine(
        Consignment consignment, int number, DateTimeOffset at, IReadOnlyList<Installation> installations, Func<Id<Offer>, (int Units, Quantity? Amount), AgeingStage, DateTimeOffset, AgeingReason, Id<Consignment>?, AgeingLine> made)
    {
        var line = consignment.Lines[number - 1];
        var open = line.Sent - consignment.Accounted(number);
        if (open > 0)
        {
            var next = consignment.Legs.FirstOrDefault(leg => leg.Arrived is null);
            var missing = next is { Departed: null } ? next.Papers.Where(paper => !paper.There).Select(paper => paper.Kind).ToList() : [];
            var (stage, reason) = consignment.State switch
            {
                ConsignmentState.Planned => (AgeingStage.Planned, missing.Count > 0 ? AgeingReason.PapersMissing : consignment.Legs[0].ExpectedDeparture < at ? AgeingReason.ShouldHaveLeft : AgeingReason.NoneGiven),
                ConsignmentState.UnderWay => (AgeingStage.UnderWay, missing.Count > 0 ? AgeingReason.PapersMissing : next?.ExpectedArrival < at ? AgeingReason.ShouldHaveArrived : AgeingReason.NoneGiven),
                _ => (AgeingStage.Arrived, AgeingReason.NoReceipt),
            };
            var since = consignment.State is ConsignmentState.Planned or ConsignmentState.UnderWay ? consignment.Since : consignment.Legs[^1].Arrived ?? consignment.Since;
            yield return made(line.Offer, consignment.Measured(number, open), stage, since, reason, consignment.Id) with { Papers = missing };
        }
        var idle = consignment.ReceivedWhole(number) - installations.Where(one => one.Consignment == consignment.Id && one.Line == number).Sum(one => one.Amount?.Bounds.Lower ?? one.Units);
        if (line.Need is not null && idle > 0)
            yield return made(line.Offer, consignment.Measured(number, idle), AgeingStage.Received, consignment.Receipts[^1].At, AgeingReason.NotBegun, consignment.Id);
    }

    // What came damaged stands where it came to, what was refused where it was brought; what did not come is on its way for all that is known.
    private static IEnumerable<AgeingLine> LossesOf(
        Consignment consignment, int number, Func<Id<Offer>, (int Units, Quantity? Amount), AgeingStage, DateTimeOffset, AgeingReason, Id<Consignment>?, AgeingLine> made)
    {
        foreach (var (kind, stage, reason) in new[]
        {
            (LossKind.Damaged, consignment.Hub is null ? AgeingStage.Received : AgeingStage.InHub, AgeingReason.Damaged),
            (LossKind.Refused, AgeingStage.Arrived, AgeingReason.Refused),
            (LossKind.Short, AgeingStage.UnderWay, AgeingReason.Missing),
        })
        {
            var much = consignment.Unsettled(number, kind);
            if (much <= 0)
                continue;
            var told = consignment.Receipts.Where(receipt => receipt.Lines.Any(part => part.Line == number && part.Lost(kind) > 0)).ToList();
            yield return made(consignment.Lines[number - 1].Offer, consignment.Measured(number, much), stage, told.Min(receipt => receipt.At), reason, consignment.Id) with
            {
                Words = [.. told.SelectMany(receipt => receipt.Lines).Where(part => part.Line == number && part.Lost(kind) > 0).Select(part => part.Reason).OfType<string>().Distinct()],
            };
        }
    }

    // Of an offer of which amounts were sent, an amount is left, as sure as the offer says how much a unit holds; null where nothing is.
    private static (int Units, Quantity? Amount)? Left(Offer offer, IReadOnlyList<ConsignmentLine> sent)
    {
        var (units, amounts) = (offer.Units - sent.Sum(line => line.Units), sent.Select(line => line.Amount).OfType<Quantity>().ToList());
        if (amounts.Count == 0 || offer.Specification is not Goods { PerUnit: { } held })
            return units > 0 ? (units, null) : null;
        var unit = Unit.Finest(amounts.Select(amount => amount.Unit).Append(held.Unit));
        var left = (units * held.LowerIn(unit)) - amounts.Sum(amount => amount.LowerIn(unit));
        return left > 0 ? (0, new Quantity(held.Bounds.Qualifier == Qualifier.Exact ? Bounds.Exactly(left) : Bounds.AtLeast(left), unit)) : null;
    }

    private static DateTimeOffset? LeavesFrom(Offer offer) =>
        offer.AvailableFrom is { } day ? new DateTimeOffset(day.Latest, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
