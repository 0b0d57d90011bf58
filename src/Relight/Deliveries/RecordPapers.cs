using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Deliveries;

/// <summary>Says which papers of a leg are there.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="Papers">The papers that changed or came to be needed; the others stay as they are.</param>
public sealed record RecordPapers(Id<Consignment> Consignment, int ExpectedVersion, int Leg, IReadOnlyList<Paper> Papers) : ICommand
{
    /// <summary>Each paper is named once.</summary>
    /// <param name="consignment">The consignment as it stands; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(Consignment? consignment, RecordPapers command)
    {
        var checks = new Checks()
            .Require(command.Papers.Count > 0, "papers", null, "must name a paper")
            .Require(command.Papers.Select(paper => paper.Kind).Distinct().Count() == command.Papers.Count, "papers", null, "must name each paper once");
        foreach (var (i, paper) in command.Papers.Index())
            checks.OptionalText(FormattableString.Invariant($"papers[{i}].number"), paper.Number);
        ConsignmentChange.CheckVersion(checks, consignment, command.Consignment, command.ExpectedVersion);
        ConsignmentChange.LegOf(checks, consignment, command.Leg);
        return checks.Or(() => new PapersRecorded(command.Consignment, command.Leg, command.Papers));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await ConsignmentChange.Load(db, Consignment, moment, cancel), this);
}

/// <summary>Papers of a leg were recorded.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Leg">Number of the leg, from 1.</param>
/// <param name="Papers">The papers that changed or came to be needed.</param>
public sealed record PapersRecorded(Id<Consignment> Consignment, int Leg, IReadOnlyList<Paper> Papers) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => ConsignmentChange.Change(
        db,
        Consignment,
        before => before with
        {
            Legs = ConsignmentChange.WithLeg(before.Legs, Leg, leg => leg with
            {
                Papers = [.. leg.Papers.Where(old => !Papers.Any(paper => paper.Kind == old.Kind)).Concat(Papers).OrderBy(paper => paper.Kind)],
            }),
        },
        cancel);
}
