using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says that a step of an installation is done; what held it up holds it no longer.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Step">The step.</param>
/// <param name="At">When it was done.</param>
/// <param name="Note">What is worth knowing; null for nothing.</param>
public sealed record CompleteStep(Id<Installation> Installation, int ExpectedVersion, InstallationStep Step, DateTimeOffset At, string? Note = null) : ICommand
{
    /// <summary>The step must be one of the installation's, and not be done. Steps may be done in another order than they are listed, but commissioning comes last.</summary>
    /// <param name="installation">The installation as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(Installation? installation, CompleteStep command, Moment moment)
    {
        var checks = new Checks().OptionalText("note", command.Note, Checks.Paragraphs)
            .Require(command.At <= moment.At, "at", command.At, "must not lie in the future");
        InstallationChange.Check(checks, installation, command.Installation, command.ExpectedVersion);
        if (installation is null)
            return checks.Refused();
        var left = installation.Steps.Where(step => step != command.Step && !installation.Done.Any(done => done.Step == step)).ToList();
        return checks
            .Require(installation.Steps.Contains(command.Step), "step", command.Step, $"must be one of {string.Join(", ", installation.Steps)}")
            .Require(!installation.Done.Any(done => done.Step == command.Step), "step", command.Step, "is done already")
            .Require(command.Step != InstallationStep.Commissioning || left.Count == 0, "step", command.Step, $"comes last: {string.Join(", ", left)} must be done before")
            .Or(() => new StepCompleted(command.Installation, command.Step, command.At, command.Note));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await InstallationChange.Load(db, Installation, moment, cancel), this, moment);
}

/// <summary>A step of an installation was done.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="Step">The step.</param>
/// <param name="At">When it was done, UTC.</param>
/// <param name="Note">What is worth knowing; null for nothing.</param>
public sealed record StepCompleted(Id<Installation> Installation, InstallationStep Step, DateTimeOffset At, string? Note) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => InstallationChange.Change(
        db, Installation, before => before with { Done = [.. before.Done, new StepDone(Step, At, moment.By, Note)], Hold = null }, cancel);
}
