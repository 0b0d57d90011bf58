using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says when a leg ended. Legs after it that were to begin sooner are moved on.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="At">When it ended.</param>
public sealed record RecordLegArrival(Id<Consignment> Consignment, int ExpectedVersion, int Leg, DateTimeOffset At) : ICommand
{
    /// <summary>The leg must have begun by then, and not have ended.</summary>
    /// <param name="consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(Consignment? consignment, RecordLegArrival command, Moment moment)
    {
        var checks = new Checks();
        ConsignmentChange.CheckVersion(checks, consignment, command.Consignment, command.ExpectedVersion);
        checks.Require(command.At <= moment.At, "at", command.At, "must not lie in the future");
        if (ConsignmentChange.LegOf(checks, consignment, command.Leg) is not { } leg)
            return checks.Refused();
        return checks
            .Require(leg.Departed is not null, "leg", command.Leg, "must have begun")
            .Require(leg.Arrived is null, "leg", command.Leg, "has ended already")
            .Require(!(command.At < leg.Departed), "at", command.At, $"must not be before it began ({leg.Departed:u})")
            .Or(() => new LegArrived(command.Consignment, command.Leg, command.At));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ConsignmentChange.Load(db, Consignment, moment, cancel), this, moment);
}

/// <summary>A leg ended.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="At">When it ended, UTC.</param>
public sealed record LegArrived(Id<Consignment> Consignment, int Leg, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => ConsignmentChange.Change(
        db, Consignment, before => before with { Legs = ConsignmentChange.WithLeg(before.Legs, Leg, leg => leg with { Arrived = At }) }, cancel);
}
