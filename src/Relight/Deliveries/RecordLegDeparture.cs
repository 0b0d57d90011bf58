using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says when a leg after the first began.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="At">When it began.</param>
public sealed record RecordLegDeparture(Id<Consignment> Consignment, int ExpectedVersion, int Leg, DateTimeOffset At) : ICommand
{
    /// <summary>The leg before must have ended by then, and this one not have begun.</summary>
    /// <param name="consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(Consignment? consignment, RecordLegDeparture command, Moment moment)
    {
        var checks = new Checks();
        ConsignmentChange.CheckVersion(checks, consignment, command.Consignment, command.ExpectedVersion);
        checks.Require(command.At <= moment.At, "at", command.At, "must not lie in the future");
        if (ConsignmentChange.LegOf(checks, consignment, command.Leg) is not { } leg)
            return checks.Refused();
        var before = command.Leg > 1 ? consignment!.Legs[command.Leg - 2] : null;
        return checks
            .Require(before is not null, "leg", command.Leg, "must be 2 or more: the first leg begins when the consignment is dispatched")
            .Require(leg.Departed is null && leg.Arrived is null, "leg", command.Leg, "has begun already")
            .Require(before is null or { Arrived: not null }, "leg", command.Leg, "must follow one that has ended")
            .Require(!(command.At < before?.Arrived), "at", command.At, $"must not be before the leg before ended ({before?.Arrived:u})")
            .Warn(leg.Papers.Any(paper => !paper.There), "leg", command.Leg, "papers of this leg are not there yet")
            .Or(() => new LegDeparted(command.Consignment, command.Leg, command.At));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ConsignmentChange.Load(db, Consignment, moment, cancel), this, moment);
}

/// <summary>A leg began.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="At">When it began, UTC.</param>
public sealed record LegDeparted(Id<Consignment> Consignment, int Leg, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => ConsignmentChange.Change(
        db, Consignment, before => before with { Legs = ConsignmentChange.WithLeg(before.Legs, Leg, leg => leg with { Departed = At }) }, cancel);
}
