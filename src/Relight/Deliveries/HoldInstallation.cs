using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says why an installation stands still. It goes on when a step of it is done.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Since">Since when; null for now.</param>
public sealed record HoldInstallation(Id<Installation> Installation, int ExpectedVersion, HoldReason Reason, string Why, DateTimeOffset? Since = null) : ICommand
{
    /// <summary>The installation must not be in service. A part that is missing is entered as a need instead.</summary>
    /// <param name="installation">The installation as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(Installation? installation, HoldInstallation command, Moment moment)
    {
        var checks = new Checks().Text("why", command.Why, Checks.Paragraphs)
            .Require(!(command.Since > moment.At), "since", command.Since, "must not lie in the future")
            .Require(command.Reason != HoldReason.MissingPart, "reason", command.Reason, "is told by entering the part as missing, so that it becomes a need");
        InstallationChange.Check(checks, installation, command.Installation, command.ExpectedVersion);
        return checks.Or(() => new InstallationHeld(command.Installation, command.Reason, command.Why, command.Since ?? moment.At, null));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await InstallationChange.Load(db, Installation, moment, cancel), this, moment);
}

/// <summary>An installation stands still.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Part">The need for the part that is missing; null where none is.</param>
public sealed record InstallationHeld(Id<Installation> Installation, HoldReason Reason, string Why, DateTimeOffset Since, Id<Need>? Part) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => InstallationChange.Change(
        db, Installation, before => before with { Hold = new Hold(Reason, Why, Since, Part) }, cancel);
}
