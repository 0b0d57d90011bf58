using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Calls a consignment off that has not left; its units can be sent otherwise.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Why">The reason.</param>
public sealed record CancelConsignment(Id<Consignment> Consignment, int ExpectedVersion, string Why) : ICommand
{
    /// <summary>It must not have left.</summary>
    /// <param name="consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Consignment? consignment, CancelConsignment command)
    {
        var checks = new Checks().Text("why", command.Why, Checks.Paragraphs);
        ConsignmentChange.CheckVersion(checks, consignment, command.Consignment, command.ExpectedVersion);
        return checks
            .Require(consignment is null or { State: ConsignmentState.Planned }, "consignment", consignment?.State, "must not have left, nor be called off already")
            .Or(() => new ConsignmentCancelled(command.Consignment, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ConsignmentChange.Load(db, Consignment, moment, cancel), this);
}

/// <summary>A consignment was called off.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Why">The reason.</param>
public sealed record ConsignmentCancelled(Id<Consignment> Consignment, string Why) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) =>
        ConsignmentChange.Change(db, Consignment, consignment => consignment with { CancelledWhy = Why }, cancel);
}
