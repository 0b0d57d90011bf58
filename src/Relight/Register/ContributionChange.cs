using Microsoft.EntityFrameworkCore;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>How events change a contribution, and how the change is kept.</summary>
internal static class ContributionChange
{
    /// <summary>The contribution after values of a claim were adopted; without one before, a new one.</summary>
    public static Contribution After(Contribution? before, ClaimAdopted happened, Moment moment)
    {
        Adopted<T> Adopt<T>(T value) => new(value, happened.Claim, moment.By, moment.At, happened.Why);
        var start = before ?? new Contribution
        {
            Id = happened.Contribution,
            Version = 0,
            Title = happened.Title!,
            Donors = Adopt(happened.Donors!),
            Items = [],
            Values = [],
            Claims = [],
        };
        return start with
        {
            Version = start.Version + 1,
            Title = happened.Title ?? start.Title,
            Donors = happened.Donors is { } donors ? Adopt(donors) : start.Donors,
            Recipient = happened.Recipient is { } recipient ? Adopt(recipient) : start.Recipient,
            Items = happened.Item is { } item ? Put(start.Items, Adopt(item), SamePlace) : start.Items,
            Values = happened.Money is { } money ? Put(start.Values, Adopt(money), SamePlace) : start.Values,
            Claims = start.Claims.Contains(happened.Claim) ? start.Claims : [.. start.Claims, happened.Claim],
        };
    }

    /// <summary>The contribution after something of it came a stage further.</summary>
    public static Contribution After(Contribution before, StageAdvanced happened, Moment moment)
    {
        Adopted<T> Adopt<T>(T value) => new(value, happened.Claim, moment.By, moment.At, happened.Why);
        return before with
        {
            Version = before.Version + 1,
            Items = happened.Item is { } item ? Put(before.Items, Adopt(item), SamePlace) : before.Items,
            Values = happened.Money is { } money ? Put(before.Values, Adopt(money), SamePlace) : before.Values,
        };
    }

    /// <summary>Whether two entries are about the same kind of item, unit and stage, so that one takes the other's place.</summary>
    public static bool SamePlace(ItemAtStage one, ItemAtStage other) =>
        one.Item.Kind == other.Item.Kind && one.Quantity.Unit == other.Quantity.Unit && one.Stage == other.Stage;

    /// <summary>Whether two entries are about the same currency and stage, so that one takes the other's place.</summary>
    public static bool SamePlace(MoneyAtStage one, MoneyAtStage other) =>
        one.Money.Currency == other.Money.Currency && one.Stage == other.Stage;

    /// <summary>Puts a contribution into its row, and what of it has reached which stage into theirs.</summary>
    public static async Task Save(
        RelightContext db, ContributionRow? row, Contribution contribution, Moment moment, CancellationToken cancel)
    {
        if (row is null)
        {
            row = new ContributionRow { Id = contribution.Id, Operation = moment.Operation };
            db.Contributions.Add(row);
        }
        row.With(contribution);
        row.ChangedAt = moment.At;
        row.DonorNames = await DonorNames.Of(db, contribution.Donors.Value, moment.Operation, cancel);
        var old = await db.Reached.Where(r => r.Contribution == contribution.Id).ToListAsync(cancel);
        foreach (var part in old)
            (await TotalOf(db, part, cancel)).Add(part, -1);
        foreach (var now in contribution.Reached())
        {
            var part = old.Find(r => r.Stage == now.Stage && r.Item == now.Item && r.Measure == now.Measure);
            if (part is null)
                db.Reached.Add(part = Row(contribution.Id, now, moment));
            else
                old.Remove(part);
            part.Donors = contribution.Donors.Value.Key;
            part.Lower = Scaled.ToThousandths(now.Bounds.Lower);
            part.Upper = now.Bounds.Upper is { } upper ? Scaled.ToThousandths(upper) : null;
            part.Specified = now.Bounds.IsSpecified;
            (await TotalOf(db, part, cancel)).Add(part, 1);
        }
        db.Reached.RemoveRange(old);
    }

    private static async Task<TotalRow> TotalOf(RelightContext db, ReachedRow part, CancellationToken cancel) =>
        await db.Totals.FindAsync([part.Operation, part.Donors, part.Stage, part.Item, part.Measure], cancel)
        ?? db.Totals.Add(new TotalRow
        {
            Operation = part.Operation,
            Donors = part.Donors,
            Stage = part.Stage,
            Item = part.Item,
            Measure = part.Measure,
        }).Entity;

    private static ReachedRow Row(Id<Contribution> contribution, Reached reached, Moment moment) => new()
    {
        Contribution = contribution,
        Stage = reached.Stage,
        Item = reached.Item,
        Measure = reached.Measure,
        Operation = moment.Operation,
        Donors = "",
        Lower = 0,
        Upper = null,
        Specified = false,
    };

    private static IReadOnlyList<Adopted<T>> Put<T>(IReadOnlyList<Adopted<T>> entries, Adopted<T> entry, Func<T, T, bool> samePlace) =>
        [.. entries.Where(e => !samePlace(e.Value, entry.Value)), entry];
}
