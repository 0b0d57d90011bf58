using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Register;
using Relight.Storage;

namespace Relight.Supply;

/// <summary>Takes out what a maker can no longer make, or what was entered by mistake.</summary>
/// <param name="Capacity">The entry.</param>
/// <param name="ExpectedVersion">The version of it that the author saw.</param>
/// <param name="Why">The reason.</param>
public sealed record RemoveMakerCapacity(Id<MakerCapacity> Capacity, int ExpectedVersion, string Why) : ICommand
{
    /// <summary>The entry must be there, as its author saw it.</summary>
    /// <param name="version">The version of the entry; null where it is not known.</param>
    /// <param name="command">What is wanted.</param>
    public static Decision Decide(int? version, RemoveMakerCapacity command)
    {
        var checks = new Checks()
            .Require(version is not null, "capacity", command.Capacity, "must be a maker's capacity of this operation")
            .Text("why", command.Why, Checks.Paragraphs);
        if (version is { } standing && standing != command.ExpectedVersion)
            checks.Add(new Conflict("expectedVersion", $"{command.ExpectedVersion}", $"{standing}", "the entry has changed since you read it"));
        return checks.Or(() => new MakerCapacityRemoved(command.Capacity, command.Why));
    }

    /// <inheritdoc/>
    public async Task<Decision> Decide(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.MakerCapacities.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == Capacity && row.Operation == moment.Operation, cancel);
        return Decide(row?.Version, this);
    }
}

/// <summary>What a maker can make was taken out.</summary>
/// <param name="Capacity">The entry.</param>
/// <param name="Why">The reason.</param>
public sealed record MakerCapacityRemoved(Id<MakerCapacity> Capacity, string Why) : IEvent
{
    /// <inheritdoc/>
    public async Task Apply(RelightContext db, Moment moment, CancellationToken cancel)
    {
        var row = await db.MakerCapacities.FindAsync([Capacity], cancel)
            ?? throw new InvalidOperationException($"capacity {Capacity} is not in the register");
        db.MakerCapacities.Remove(row);
    }
}
