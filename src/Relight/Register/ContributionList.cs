using Relight.Access;
using Relight.Storage;

namespace Relight.Register;

/// <summary>A contribution in a list.</summary>
/// <param name="Id">Id of the contribution.</param>
/// <param name="Title">Short name.</param>
/// <param name="Donors">Names of the donors.</param>
/// <param name="Jointly">Whether they are several.</param>
/// <param name="Items">What of it has come how far.</param>
/// <param name="Values">Money of it, or worth of goods, and how far it has come.</param>
/// <param name="Furthest">The furthest stage.</param>
/// <param name="Claims">How many claims it rests on.</param>
/// <param name="ChangedAt">When it last changed, UTC.</param>
[View(Audience.Coordination)]
public sealed record ContributionInList(
    Id<Contribution> Id,
    string Title,
    IReadOnlyList<string> Donors,
    bool Jointly,
    IReadOnlyList<ItemAtStage> Items,
    IReadOnlyList<MoneyAtStage> Values,
    Stage Furthest,
    int Claims,
    DateTimeOffset ChangedAt);

/// <summary>The contributions of an operation.</summary>
public static class ContributionList
{
    /// <summary>Contributions of an operation as a list shows them.</summary>
    public static async Task<IReadOnlyList<ContributionInList>> Views(
        RelightContext db, Id<Operation> operation, IReadOnlyList<ContributionRow> rows, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        return [.. rows.Select(row => View(row, names))];
    }

    private static ContributionInList View(ContributionRow row, Names names)
    {
        var contribution = row.Read();
        return new ContributionInList(
            contribution.Id,
            contribution.Title,
            names.Of(contribution.Donors.Value),
            contribution.Donors.Value.IsJoint,
            [.. contribution.Items.Select(item => item.Value)],
            [.. contribution.Values.Select(value => value.Value)],
            contribution.Furthest,
            contribution.Claims.Count,
            row.ChangedAt);
    }
}
