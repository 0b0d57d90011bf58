using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Facilities;

/// <summary>Takes out a facility that is no longer run, or was entered by mistake. The ledger keeps it, with the reason.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Why">The reason.</param>
public sealed record CloseFacility(Id<Facility> Facility, int ExpectedVersion, string Why) : ICommand
{
    /// <summary>The facility must be there, as its author saw it.</summary>
    /// <param name="version">The version of the facility; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(int? version, CloseFacility command)
    {
        var checks = new Checks()
            .Require(version is not null, "facility", command.Facility, "must be a facility of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        if (version is { } standing && standing != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{standing}", "the facility has changed since you read it"));
        return checks.Or(() => new FacilityClosed(command.Facility, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Facilities.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Facility && row.Operation == moment.Operation, cancel);
        return Decide(row?.Version, this);
    }
}

/// <summary>A facility was taken out.</summary>
/// <param name="Facility">The facility.</param>
/// <param name="Why">The reason.</param>
public sealed record FacilityClosed(Id<Facility> Facility, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.Facilities.FindAsync([Facility], cancel)
            ?? throw new InvalidOperationException($"facility {Facility} is not in the register");
        db.Facilities.Remove(row);
    }
}
