using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>A leg as its planner enters it.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; null for the site of the needs, which only the last leg can lead to.</param>
/// <param name="Mode">How the goods travel.</param>
/// <param name="ExpectedDeparture">When it is to begin.</param>
/// <param name="ExpectedArrival">When it is to end.</param>
/// <param name="Limits">The largest load that it lets through; left out where nothing of it is known.</param>
/// <param name="GaugeMillimetres">Gauge of its railway, in mm; left out where its places have one alone.</param>
/// <param name="Papers">Papers that it takes beside those that follow from its means of transport and borders, or that are there already.</param>
public sealed record PlannedLeg(
    Id<Place> From,
    Id<Place>? To,
    TransportMode Mode,
    DateTimeOffset ExpectedDeparture,
    DateTimeOffset ExpectedArrival,
    LegLimits? Limits = null,
    int? GaugeMillimetres = null,
    IReadOnlyList<Paper>? Papers = null);

/// <summary>Plans a consignment: what travels together, by which legs, when.</summary>
/// <param name="Consignment">Its id.</param>
/// <param name="Title">Short name that gives no site away.</param>
/// <param name="Lines">What travels.</param>
/// <param name="FromStock">Whether its units come out of the stock of the hub where it begins.</param>
/// <param name="Legs">Its way.</param>
public sealed record PlanConsignment(
    Id<Consignment> Consignment, string Title, IReadOnlyList<ConsignmentLine> Lines, bool FromStock, IReadOnlyList<PlannedLeg> Legs) : ICommand
{
    /// <summary>Most lines, and most legs, of one consignment.</summary>
    public const int Most = 50;

    /// <summary>Its lines must be there to send, its legs connect, its times follow each other, and its load get through every leg.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, PlanConsignment command, Moment moment)
    {
        var checks = new Checks()
            .Require(!state.IdTaken, "consignment.id", command.Consignment, "is the id of another consignment")
            .Text("consignment.title", command.Title)
            .Require(command.Lines.Count is >= 1 and <= Most, "consignment.lines", command.Lines.Count, $"must be 1 to {Most}")
            .Require(command.Legs.Count is >= 1 and <= Most, "consignment.legs", command.Legs.Count, $"must be 1 to {Most}");
        LineChecks.Check(checks, state.Lines, command);
        LegChecks.Check(checks, state.Places, command.Legs);
        if (!checks.Clean)
            return checks.Refused();

        var goods = Carriage.Of([.. command.Lines.Select(line => (line, state.Lines.Offers.GetValueOrDefault(line.Offer)?.Offer.Specification))]);
        var legs = LegChecks.Made(state.Places, command.Legs, state.Lines.SiteCountry, goods);
        foreach (var fit in goods.Through([.. legs.Select(leg => leg.Limits)]))
        {
            var field = FormattableString.Invariant($"consignment.legs[{fit.Leg - 1}].limits.{LegChecks.FieldOf(fit.Size)}");
            checks.Require(fit.Verdict != LegVerdict.TooMuch, field, fit.Limit, LegChecks.Rule(fit))
                .Warn(fit.Verdict == LegVerdict.CannotTell, field, fit.Limit, LegChecks.Rule(fit));
        }
        foreach (var change in Carriage.BreaksOf(legs))
            checks.Warn(true, FormattableString.Invariant($"consignment.legs[{change.Leg - 1}].gaugeMillimetres"), change.To, FormattableString.Invariant($"the gauge changes from {change.From} to {change.To} mm: the goods change wagons there"));
        return checks.Or(() => new ConsignmentPlanned(new Consignment
        {
            Id = command.Consignment,
            Version = 1,
            Title = command.Title,
            Lines = command.Lines,
            FromStock = command.FromStock,
            Legs = legs,
            PlannedAt = moment.At,
            Key = state.Key,
        }));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) => Decide(
        new State(
            await db.Consignments.AnyAsync(row => row.Id == Consignment, cancel),
            await LinesKnown.Load(db, this, moment, cancel),
            (await db.Places.AsNoTracking().Where(row => row.Operation == moment.Operation).ToListAsync(cancel)).ToDictionary(row => row.Id, row => row.Read()),
            RandomNumberGenerator.GetHexString(32, lowercase: true)),
        this,
        moment);

    /// <summary>What the decision needs to know.</summary>
    /// <param name="IdTaken">Whether a consignment of this id was planned already.</param>
    /// <param name="Lines">What is known of the offers and needs of its lines.</param>
    /// <param name="Places">The places of the operation.</param>
    /// <param name="Key">A new key for the page of its receipt, which nobody can guess.</param>
    public sealed record State(bool IdTaken, LinesKnown Lines, IReadOnlyDictionary<Id<Place>, Place> Places, string Key);
}

/// <summary>A consignment was planned.</summary>
/// <param name="Consignment">The consignment.</param>
public sealed record ConsignmentPlanned(Consignment Consignment) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = db.Consignments.Add(new ConsignmentRow { Id = Consignment.Id, Operation = moment.Operation }).Entity;
        await ConsignmentChange.Save(db, row, Consignment, cancel);
    }
}
