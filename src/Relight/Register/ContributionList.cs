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

/// <summary>What a list of contributions is sorted by.</summary>
public enum ContributionSort
{
    /// <summary>Last change, latest first.</summary>
    Changed,

    /// <summary>Short name.</summary>
    Title,
}

/// <summary>Which contributions are wanted, and in which order.</summary>
/// <param name="Text">Part of the title; null for any.</param>
/// <param name="Donor">A donor, alone or with others; null for any.</param>
/// <param name="Item">An item that something of it is; null for any.</param>
/// <param name="Stage">A stage that something of it has reached at least; null for any.</param>
/// <param name="Sort">What to sort by.</param>
public sealed record ContributionFilter(
    string? Text = null, Id<Organisation>? Donor = null, ItemKind? Item = null, Stage? Stage = null,
    ContributionSort Sort = ContributionSort.Changed);

/// <summary>The contributions of an operation.</summary>
public static class ContributionList
{
    /// <summary>A page of them.</summary>
    public static async Task<Page<ContributionInList>> Read(
        RelightContext db, Id<Operation> operation, ContributionFilter filter, Paging paging, CancellationToken cancel = default)
    {
        var names = await Names.Load(db, operation, cancel);
        var rows = db.Contributions.Where(row => row.Operation == operation);
        if (filter.Text is { Length: > 0 } text)
            rows = rows.Where(row => row.Title.ToLower().Contains(text.ToLower()));
        if (filter.Donor is { } donor)
            rows = rows.Where(row => row.Donors.Contains(donor.ToString()));
        if (filter.Item is { } item)
            rows = rows.Where(row => db.Reached.Any(reached => reached.Contribution == row.Id && reached.Item == item));
        if (filter.Stage is { } stage)
            rows = rows.Where(row => db.Reached.Any(reached => reached.Contribution == row.Id && reached.Stage == stage));
        var sorted = filter.Sort == ContributionSort.Title
            ? rows.OrderBy(row => row.Title).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id);
        return await Page<ContributionInList>.Of(sorted, paging, row => View(row, names), cancel);
    }

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
