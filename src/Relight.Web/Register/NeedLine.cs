using Microsoft.EntityFrameworkCore;
using Relight.Access;
using Relight.Matching;
using Relight.Register;
using Relight.Storage;

namespace Relight.Web.Register;

/// <summary>A need as the reader's audience sees it, built from that audience's view.</summary>
internal sealed record NeedLine(
    Id<Need> Id, string Title, NeedKind Kind, Priority Priority, DateOnly? Deadline, Requirement Requirement, int Units)
{
    /// <summary>Who needs it; null where the reader may not know.</summary>
    public string? Organisation { get; private init; }

    /// <summary>Its oblast; null where it is at no one place, or the reader may not know.</summary>
    public AreaCode? Oblast { get; private init; }

    /// <summary>The best verdict that an offer has for it; null where none is of its kind, or it was not asked for.</summary>
    public Verdict? Best { get; init; }

    public static NeedLine Of(NeedForDonor need) =>
        new(need.Id, need.Title, need.Kind, need.Priority, need.Deadline, need.Requirement, need.Units);

    public static NeedLine Of(NeedForCoordination need) =>
        new(need.Id, need.Title, need.Kind, need.Priority, need.Deadline, need.Requirement, need.Units)
        {
            Organisation = need.Organisation,
            Oblast = need.Oblast,
        };

    /// <summary>Some needs, as a reader may see them.</summary>
    public static async Task<IReadOnlyList<NeedLine>> Of(
        RelightContext db, Id<Operation> operation, IReadOnlyList<NeedRow> rows, Access.Reader reader, CancellationToken cancel = default) =>
        reader.May(Audience.Coordination) ? [.. (await NeedList.ForCoordination(db, operation, rows, cancel)).Select(Of)]
        : reader.May(Audience.Donor) ? [.. rows.Select(row => Of(NeedList.ForDonor(row)))]
        : [];

    /// <summary>One need, as a reader may see it; null where there is none of this id.</summary>
    public static async Task<NeedLine?> ReadAsync(CurrentOperation current, Access.Reader reader, Id<Need> id) =>
        (await current.ReadAsync<IReadOnlyList<NeedLine>>(async (db, operation) => await Of(
            db, operation, await db.Needs.AsNoTracking().Where(row => row.Operation == operation && row.Id == id).ToListAsync(), reader)))?.FirstOrDefault();
}
