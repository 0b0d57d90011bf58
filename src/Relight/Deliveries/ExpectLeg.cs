using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Expects a leg at other times than before, later as a rule. Legs after it that were to begin sooner are moved on.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="Departure">When it is to begin; has no effect on one that has begun.</param>
/// <param name="Arrival">When it is to end.</param>
/// <param name="Why">The reason.</param>
public sealed record ExpectLeg(Id<Consignment> Consignment, int ExpectedVersion, int Leg, DateTimeOffset Departure, DateTimeOffset Arrival, string Why) : ICommand
{
    /// <summary>The leg must not have ended, and its times must follow those of the leg before.</summary>
    /// <param name="consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Consignment? consignment, ExpectLeg command)
    {
        var checks = new Checks().Text("why", command.Why, Checks.Paragraphs)
            .Require(command.Departure.Year is >= 2000 and < 2200, "departure", command.Departure, "must lie in the years 2000 to 2199")
            .Require(command.Arrival > command.Departure, "arrival", command.Arrival, "must be after its departure")
            .Require(command.Arrival.Year < 2200, "arrival", command.Arrival, "must lie in the years 2000 to 2199");
        ConsignmentChange.CheckVersion(checks, consignment, command.Consignment, command.ExpectedVersion);
        if (ConsignmentChange.LegOf(checks, consignment, command.Leg) is not { } leg)
            return checks.Refused();
        var before = command.Leg > 1 ? consignment!.Legs[command.Leg - 2] : null;
        return checks
            .Require(leg.Arrived is null, "leg", command.Leg, "has ended already")
            .Require(leg.Departed is not null || before is null || command.Departure >= before.Arrival, "departure", command.Departure, $"must not be before the leg before ends ({before?.Arrival:u})")
            .Require(!(command.Arrival <= leg.Departed), "arrival", command.Arrival, $"must be after it began ({leg.Departed:u})")
            .Or(() => new LegExpected(command.Consignment, command.Leg, command.Departure, command.Arrival, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ConsignmentChange.Load(db, Consignment, moment, cancel), this);
}

/// <summary>A leg was expected at other times.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="Departure">When it is to begin, UTC.</param>
/// <param name="Arrival">When it is to end, UTC.</param>
/// <param name="Why">The reason.</param>
public sealed record LegExpected(Id<Consignment> Consignment, int Leg, DateTimeOffset Departure, DateTimeOffset Arrival, string Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => ConsignmentChange.Change(
        db, Consignment, before => before with { Legs = ConsignmentChange.WithLeg(before.Legs, Leg, leg => leg with { ExpectedDeparture = Departure, ExpectedArrival = Arrival }) }, cancel);
}
