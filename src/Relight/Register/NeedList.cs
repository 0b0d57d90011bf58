using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A need as donors see it: what would serve, how badly it waits; not where.</summary>
/// <param name="Id">Id of the need.</param>
/// <param name="Title">Short name that gives no site away.</param>
/// <param name="Kind">What kind of need it is.</param>
/// <param name="Priority">How badly it waits.</param>
/// <param name="Deadline">The day after which it no longer helps.</param>
/// <param name="Requirement">What would serve it.</param>
/// <param name="Units">How many units.</param>
[View(Audience.Donor)]
public sealed record NeedForDonor(
    Id<Need> Id, string Title, NeedKind Kind, Priority Priority, DateOnly? Deadline, Requirement Requirement, int Units);

/// <summary>A need as coordinators see it: with who needs it and the oblast, not the exact place.</summary>
/// <param name="Id">Id of the need.</param>
/// <param name="Version">Counts its changes from 1.</param>
/// <param name="Title">Short name that gives no site away.</param>
/// <param name="Kind">What kind of need it is.</param>
/// <param name="Priority">How badly it waits.</param>
/// <param name="Deadline">The day after which it no longer helps.</param>
/// <param name="Requirement">What would serve it.</param>
/// <param name="Units">How many units.</param>
/// <param name="Organisation">Who needs it.</param>
/// <param name="Oblast">Its oblast; null where it is at no one place.</param>
[View(Audience.Coordination)]
public sealed record NeedForCoordination(
    Id<Need> Id,
    int Version,
    string Title,
    NeedKind Kind,
    Priority Priority,
    DateOnly? Deadline,
    Requirement Requirement,
    int Units,
    string Organisation,
    AreaCode? Oblast);

/// <summary>What a list of needs is sorted by.</summary>
public enum NeedSort
{
    /// <summary>Priority, most urgent first, then deadline.</summary>
    Urgency,

    /// <summary>Deadline, earliest first, those without one last.</summary>
    Deadline,

    /// <summary>Short name.</summary>
    Title,
}

/// <summary>Which needs are wanted, and in which order.</summary>
/// <param name="Text">Part of the title; null for any.</param>
/// <param name="Kind">Kind of need; null for any.</param>
/// <param name="Priority">Priority; null for any.</param>
/// <param name="Oblast">Oblast; null for any. Has no effect for donors, who must not find out by asking.</param>
/// <param name="Sort">What to sort by.</param>
public sealed record NeedFilter(
    string? Text = null, NeedKind? Kind = null, Priority? Priority = null, AreaCode? Oblast = null, NeedSort Sort = NeedSort.Urgency);

/// <summary>The needs of an operation.</summary>
public static class NeedList
{
    /// <summary>A page of them for donors.</summary>
    public static Task<Page<NeedForDonor>> ReadForDonors(
        RelightContext db, Id<Operation> operation, NeedFilter filter, Paging paging, CancellationToken cancel = default) =>
        Page<NeedForDonor>.Of(Rows(db, operation, filter with { Oblast = null }), paging, ForDonor, cancel);

    /// <summary>A need as donors see it.</summary>
    public static NeedForDonor ForDonor(NeedRow row)
    {
        var need = row.Read();
        return new NeedForDonor(need.Id, need.Title, need.Requirement.Kind, need.Priority, need.Deadline, need.Requirement, need.Units);
    }

    /// <summary>A page of them for coordinators.</summary>
    public static async Task<Page<NeedForCoordination>> ReadForCoordination(
        RelightContext db, Id<Operation> operation, NeedFilter filter, Paging paging, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return await Page<NeedForCoordination>.Of(Rows(db, operation, filter), paging, row => View(row.Read(), names), cancel);
    }

    /// <summary>Needs of an operation as coordinators see them.</summary>
    public static async Task<IReadOnlyList<NeedForCoordination>> ForCoordination(
        RelightContext db, Id<Operation> operation, IReadOnlyList<NeedRow> rows, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return [.. rows.Select(row => View(row.Read(), names))];
    }

    private static NeedForCoordination View(Need need, Names names) => new(
        need.Id,
        need.Version,
        need.Title,
        need.Requirement.Kind,
        need.Priority,
        need.Deadline,
        need.Requirement,
        need.Units,
        names[need.Organisation],
        need.Site?.Oblast);

    private static IQueryable<NeedRow> Rows(RelightContext db, Id<Operation> operation, NeedFilter filter)
    {
        var rows = db.Needs.Where(row => row.Operation == operation);
        if (filter.Text is { Length: > 0 } text)
            rows = rows.Where(row => row.Title.ToLower().Contains(text.ToLower()));
        if (filter.Kind is { } kind)
            rows = rows.Where(row => row.Kind == kind);
        if (filter.Priority is { } priority)
            rows = rows.Where(row => row.Urgency == (int)priority);
        if (filter.Oblast is { } oblast)
            rows = rows.Where(row => row.Oblast == oblast.Code);
        return filter.Sort switch
        {
            NeedSort.Title => rows.OrderBy(row => row.Title).ThenBy(row => row.Id),
            NeedSort.Deadline => rows.OrderBy(row => row.Deadline == null).ThenBy(row => row.Deadline).ThenBy(row => row.Id),
            _ => rows.OrderBy(row => row.Urgency).ThenBy(row => row.Deadline == null).ThenBy(row => row.Deadline).ThenBy(row => row.Id),
        };
    }
}
