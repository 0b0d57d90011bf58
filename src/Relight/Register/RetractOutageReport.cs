using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>
/// Takes back an outage report that was entered wrongly, such as one of another area: what the source itself put right later is
/// another report, which takes its place.
/// </summary>
/// <param name="Report">The report.</param>
/// <param name="Why">The reason.</param>
public sealed record RetractOutageReport(Id<OutageReport> Report, string Why) : ICommand
{
    /// <summary>The report must be known, and no other may have taken its place: that one would then rest on nothing.</summary>
    /// <param name="state">What is known already.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(State state, RetractOutageReport command) => new Checks()
        .Require(state.Known, "report", command.Report, "must be an outage report of this operation")
        .Require(state.SupersededBy is null, "report", command.Report, $"report {state.SupersededBy} took its place: take that one back first")
        .Text("why", command.Why, Checks.Paragraphs)
        .Or(() => new OutageReportRetracted(command.Report, command.Why));

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var later = await db.OutageReports.AsNoTracking().FirstOrDefaultAsync(row => row.Supersedes == Report, cancel);
        return Decide(new State(await db.OutageReports.AnyAsync(row => row.Id == Report && row.Operation == moment.Operation, cancel), later?.Id), this);
    }

    /// <summary>What the decision needs to know.</summary>
    /// <param name="Known">Whether the operation has the report.</param>
    /// <param name="SupersededBy">The report that took its place; null for none.</param>
    public sealed record State(bool Known, Id<OutageReport>? SupersededBy);
}

/// <summary>An outage report was taken back.</summary>
/// <param name="Report">The report.</param>
/// <param name="Why">The reason.</param>
public sealed record OutageReportRetracted(Id<OutageReport> Report, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.OutageReports.FindAsync([Report], cancel)
            ?? throw new InvalidOperationException($"outage report {Report} is not in the register");
        db.OutageReports.Remove(row);
    }
}
