using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Matching;
using Relight.Storage;

namespace Relight.Register;

/// <summary>Enters a need, or changes one: then its version is one more than the one that the author saw.</summary>
/// <param name="Need">The need as it is to be.</param>
public sealed record RecordNeed(Need Need) : ICommand
{
    /// <summary>Its organisation must be known, its numbers possible, no less be needed than is held for it, and its title give no exact place away.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="moment">When, where and by whom.</param>
    public static Decision Decide(State state, RecordNeed command, Moment moment)
    {
        var need = command.Need;
        var checks = new Checks()
            .Require(!state.IdTakenElsewhere, "need.id", need.Id, "is the id of a need of another operation")
            .Text("need.title", need.Title)
            .Require(state.OrganisationKnown, "need.organisation", need.Organisation, "must be an organisation of this operation")
            .Require(need.Units is >= 1 and <= 100_000, "need.units", need.Units, "must be from 1 to 100000")
            .Require(!(Filling.Of(need).Takes < state.Filled), "need.units", need.Units, $"must not be below what is allocated: {state.Filled}")
            .Require(Enum.IsDefined(need.Priority), "need.priority", need.Priority, "must be a priority")
            .Require(need.Deadline is not { } deadline || ReportedDate.IsTaken(deadline), "need.deadline", need.Deadline, $"must be of the years {ReportedDate.FirstYear} to {ReportedDate.LastYear}")
            .Warn(need.Deadline < DateOnly.FromDateTime(moment.At.UtcDateTime), "need.deadline", need.Deadline, "it is past already");
        if (need.Site is { } site)
        {
            checks.Text("need.site.exact.name", site.Exact.Name);
            checks.Require(
                string.IsNullOrWhiteSpace(site.Exact.Name) || !need.Title.Contains(site.Exact.Name, StringComparison.OrdinalIgnoreCase),
                "need.title", need.Title, "must not name the exact place, which few may see");
        }
        RequirementChecks.Check(checks, "need.requirement", need.Requirement);
        VersionCheck.Check(checks, "need", state.Standing, need, state.Standing?.Version, need.Version);
        return checks.Or(() => new NeedRecorded(need));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Needs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == Need.Id, cancel);
        var known = await db.Organisations.AnyAsync(
            row => row.Id == Need.Organisation && row.Operation == moment.Operation, cancel);
        var elsewhere = row is not null && row.Operation != moment.Operation;
        var filled = elsewhere ? 0 : (await AllocationsAtMoment.Load(db, Need.Id, null, moment, cancel)).FilledOf(Need);
        return Decide(new State(elsewhere ? null : row?.Read(), elsewhere, known, filled), this, moment);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Standing">The need as it stands; null for a new one.</param>
    /// <param name="IdTakenElsewhere">Whether another operation has a need of this id.</param>
    /// <param name="OrganisationKnown">Whether its organisation is known.</param>
    /// <param name="Filled">How much of it is held for it, as <see cref="Allocation.Fills"/>.</param>
    public sealed record State(Need? Standing, bool IdTakenElsewhere, bool OrganisationKnown, decimal Filled = 0);
}

/// <summary>A need was entered or changed.</summary>
/// <param name="Need">The need as it is now.</param>
public sealed record NeedRecorded(Need Need) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Needs.FindAsync([Need.Id], cancel)
            ?? db.Needs.Add(new NeedRow { Id = Need.Id, Operation = moment.Operation }).Entity;
        row.With(Need).OrganisationWords = await Names.WordsOf(db, Need.Organisation, cancel);
    }
}
