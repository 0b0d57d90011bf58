using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says at which hour installed units were energised, or goods handed over to those who use them.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="At">The hour.</param>
public sealed record PutIntoService(Id<Installation> Installation, int ExpectedVersion, DateTimeOffset At) : ICommand
{
    /// <summary>All steps must be done by then.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, PutIntoService command, Moment moment)
    {
        var checks = new Checks().Require(command.At <= moment.At, "at", command.At, "must not lie in the future");
        InstallationChange.Check(checks, state.Installation, command.Installation, command.ExpectedVersion);
        if (state.Installation is not { } installation)
            return checks.Refused();
        var left = installation.Steps.Where(step => !installation.Done.Any(done => done.Step == step)).ToList();
        var last = installation.Done.Select(done => (DateTimeOffset?)done.At).Max();
        state.Gifts.Warn(checks);
        return checks
            .Require(left.Count == 0, "installation", string.Join(", ", left), "must be done before it can be in service")
            .Require(!(command.At < last), "at", command.At, $"must not be before its last step was done ({last:u})")
            .OrAll(() => [new EnteredService(command.Installation, command.At), .. state.Gifts.Events]);
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var installation = await InstallationChange.Load(db, Installation, moment, cancel);
        var gifts = installation is not { InServiceAt: null } ? GiftStages.None
            : await GiftStages.Load(db, moment, GoodsStage.InService, [new GoodsMoved(installation.Offer, installation.Units, installation.Amount)], At, installation.Amount is null ? "energised" : "handed over", cancel);
        return Decide(new State(installation, gifts), this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Installation">The installation as it stands; null where it is not known.</param>
    /// <param name="Gifts">How the contribution that its units are of comes to be in service.</param>
    public sealed record State(Installation? Installation, GiftStages Gifts);
}

/// <summary>Installed units went into service.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="At">The hour, UTC.</param>
public sealed record EnteredService(Id<Installation> Installation, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) =>
        InstallationChange.Change(db, Installation, before => before with { InServiceAt = At, Hold = null }, cancel);
}
