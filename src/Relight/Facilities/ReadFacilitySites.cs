using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>Looks the exact places of facilities up: of one, or of all that fuel is to be brought to. That they were looked at is kept in the ledger.</summary>
/// <param name="Facilities">The facilities, each once.</param>
/// <param name="Seen">Whose places the reader may look up.</param>
public sealed record ReadFacilitySites(IReadOnlyList<Id<Facility>> Facilities, SitesSeen Seen) : ICommand
{
    private const int Most = 1_000;

    /// <summary>Every facility must have a place, and be of an organisation whose places the reader sees.</summary>
    /// <param name="known">The facilities of the operation that are asked for.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(IReadOnlyDictionary<Id<Facility>, Facility> known, ReadFacilitySites command)
    {
        var checks = new Checks()
            .Require(command.Facilities.Count is >= 1 and <= Most, "facilities", command.Facilities.Count, FormattableString.Invariant($"must be from 1 to {Most} facilities"));
        foreach (var (i, id) in command.Facilities.Index())
            if (known.GetValueOrDefault(id) is not { Exact: not null } facility)
                checks.Refuse($"facilities[{i}]", id, "must be a facility of this operation whose exact place is known");
            else
                checks.Require(command.Seen.Include(facility.Organisation), $"facilities[{i}]", id, "is of another organisation: operators see the exact places of their own facilities alone");
        return checks.Or(() => new FacilitySitesRead(command.Facilities));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel) =>
        Decide(await Known(db, moment.Operation, cancel), this);

    /// <summary>Keeps in the ledger that the places are read, and gives them; none where that is refused.</summary>
    public static async Task<(IReadOnlyList<FacilitySiteForOperator> Sites, Outcome Outcome)> Run(
        Commands commands, Database database, ReadFacilitySites command, Envelope envelope, CancellationToken cancel = default)
    {
        var outcome = await commands.Run(command, envelope, cancel);
        if (!outcome.Done)
            return ([], outcome);
        await using var db = database.Open();
        var known = await command.Known(db, envelope.Operation, cancel);
        return ([.. command.Facilities.Select(id => known[id]).Select(facility => new FacilitySiteForOperator(facility.Id, facility.Oblast, facility.Exact!))], outcome);
    }

    private async Task<Dictionary<Id<Facility>, Facility>> Known(RelightContext db, Id<Operation> operation, CancellationToken cancel)
    {
        var wanted = Facilities.Distinct().ToList();
        var rows = await db.Facilities.AsNoTracking().Where(row => row.Operation == operation && wanted.Contains(row.Id)).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => row.Read());
    }
}

/// <summary>The place of a facility, for operators.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Oblast">P-code of its oblast.</param>
/// <param name="Exact">Its name, and the bus that feeds it.</param>
[View(Audience.Operator)]
public sealed record FacilitySiteForOperator(Id<Facility> Facility, AreaCode? Oblast, ExactPlace Exact);

/// <summary>The exact places of facilities were read.</summary>
/// <param name="Facilities">The facilities.</param>
public sealed record FacilitySitesRead(IReadOnlyList<Id<Facility>> Facilities) : IEvent
{
    /// <inheritdoc/>
    public Task Apply(RelightContext db, Moment moment, CancellationToken cancel) => Task.CompletedTask;
}
