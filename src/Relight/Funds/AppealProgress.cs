using Relight.Access;
using Relight.Register;

namespace Relight.Funds;

/// <summary>How much of an appeal's target has come at least as far as a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Total">Lower bound, upper bound or open, and how many parts are unspecified or could not be converted.</param>
/// <param name="ShareAtLeast">The least share of the target that this can be, 1 for all of it; null where the target is open.</param>
/// <param name="ShareAtMost">The greatest share of the target that this can be; null where it is open.</param>
[View(Audience.Donor)]
public sealed record AppealStage(Stage Stage, Total Total, decimal? ShareAtLeast, decimal? ShareAtMost);

/// <summary>A part of a contribution that cannot be told in the target's unit or currency; it counts as unspecified, never as 0.</summary>
/// <param name="Contribution">The contribution.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stage">The stage that the part has reached.</param>
/// <param name="Amount">The part in its own unit or currency.</param>
/// <param name="Why">What is missing.</param>
[View(Audience.Coordination)]
public sealed record NotConvertible(Id<Contribution> Contribution, string Title, Stage Stage, string Amount, string Why);

/// <summary>What the contributions that answer an appeal add up to against its target.</summary>
/// <param name="Stages">The stages on the way, first to last; then withdrawn and lost, where something was.</param>
/// <param name="Rates">Every exchange rate that was used, with its day and source.</param>
/// <param name="NotConvertible">Every part that could not be converted.</param>
[View(Audience.Coordination)]
public sealed record AppealProgress(
    IReadOnlyList<AppealStage> Stages, IReadOnlyList<ExchangeRate> Rates, IReadOnlyList<NotConvertible> NotConvertible)
{
    /// <summary>Adds contributions up against a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="contributions">The contributions that answer the appeal.</param>
    /// <param name="rates">Exchange rates to choose from.</param>
    public static AppealProgress Of(AppealTarget target, IEnumerable<Contribution> contributions, IReadOnlyList<ExchangeRate> rates)
    {
        var parts = new List<Reached>();
        var used = new HashSet<ExchangeRate>();
        var failed = new List<NotConvertible>();
        foreach (var contribution in contributions)
            parts.AddRange(OnceEach(target is MoneyTarget money
                ? [.. InCurrency(contribution, money.Amount.Currency, rates, used, failed)]
                : [.. InUnit(contribution, (GoodsTarget)target, failed)]));
        var way = target is MoneyTarget ? Stage.OfMoney : Stage.OfGoods;
        var gone = parts.Select(part => part.Stage).Where(stage => stage.IsOut).Distinct().OrderBy(stage => stage.Order);
        return new AppealProgress(
            [.. way.Concat(gone).Select(stage => Against(target, stage, Total.Of(parts.Where(part => part.Stage == stage).Select(part => part.Bounds))))],
            [.. used.OrderBy(rate => rate.From.Code, StringComparer.Ordinal).ThenBy(rate => rate.Date)],
            failed);
    }

    private static AppealStage Against(AppealTarget target, Stage stage, Total total)
    {
        var bounds = target.Bounds;
        return new AppealStage(
            stage,
            total,
            bounds is { IsSpecified: true, Upper: { } upper } ? total.Lower / upper : null,
            bounds.Lower > 0 && total.UnspecifiedParts == 0 ? total.Upper / bounds.Lower : null);
    }

    // What a contribution has in several currencies or units may be several parts, such as a loan in one and a grant in the
    // other, or one and the same: pledged in one and paid in the other. It is at most all of them together. At least it is as
    // much as the largest; money that has come just as far in several currencies is several parts for certain.
    private static IEnumerable<Reached> OnceEach(IReadOnlyList<Contribution> groups)
    {
        var known = groups.Where(group => group.Values.All(value => value.Value.Money.Bounds.IsSpecified) && group.Items.All(item => item.Value.Quantity.Bounds.IsSpecified)).ToList();
        foreach (var part in groups.Except(known).SelectMany(group => group.Reached()))
            yield return part;
        foreach (var reached in known.SelectMany(group => group.Reached()).GroupBy(part => part.Stage))
        {
            var together = Total.Of(reached.Select(part => part.Bounds));
            if (together.Parts == 1)
            {
                yield return reached.Single();
                continue;
            }
            var beside = known.SelectMany(group => group.Values).Select(value => value.Value)
                .Where(value => value.Stage == reached.Key || (!reached.Key.IsOut && !value.Stage.IsOut && value.Stage.Order > reached.Key.Order))
                .GroupBy(value => value.Stage).Select(stage => stage.Sum(value => value.Money.Bounds.Lower));
            var least = beside.Concat(reached.Select(part => part.Bounds.Lower)).Max();
            yield return reached.First() with { Bounds = together.Upper is not { } most ? Bounds.AtLeast(least) : least == most ? Bounds.Exactly(least) : Bounds.Between(least, most) };
        }
    }

    // What is in one currency stays apart from what is in another: each part's stages are compared with its own alone.
    private static IEnumerable<Contribution> InCurrency(
        Contribution contribution, Currency currency, IReadOnlyList<ExchangeRate> rates, HashSet<ExchangeRate> used, List<NotConvertible> failed)
    {
        foreach (var values in contribution.Values.Where(value => value.Value.Stage.IsMoney).GroupBy(value => value.Value.Money.Currency))
            yield return contribution with { Items = [], Values = [.. values.Select(Convert)] };

        Adopted<MoneyAtStage> Convert(Adopted<MoneyAtStage> value)
        {
            var (stage, money) = (value.Value.Stage, value.Value.Money);
            switch (money.In(currency, rates))
            {
                case Conversion.Converted converted:
                    if (converted.Rate is { } rate)
                        used.Add(rate);
                    return value with { Value = value.Value with { Money = converted.Money } };
                case Conversion.NotConvertible not:
                    failed.Add(new NotConvertible(contribution.Id, contribution.Title, stage, money.ToString(), not.Why));
                    break;
            }
            return value with { Value = value.Value with { Money = new Money(Bounds.Unspecified, currency) } };
        }
    }

    private static IEnumerable<Contribution> InUnit(Contribution contribution, GoodsTarget target, List<NotConvertible> failed)
    {
        var unit = target.Amount.Unit;
        foreach (var items in contribution.Items.Where(item => item.Value.Item.Kind == target.Item).GroupBy(item => item.Value.Quantity.Unit))
            yield return contribution with { Values = [], Items = [.. items.Select(Convert)] };

        Adopted<ItemAtStage> Convert(Adopted<ItemAtStage> item)
        {
            var quantity = item.Value.Quantity;
            var converted = quantity.In(unit);
            if (converted is null)
                failed.Add(new NotConvertible(contribution.Id, contribution.Title, item.Value.Stage, quantity.ToString(), $"{quantity.Unit} cannot be told in {unit}"));
            return item with { Value = item.Value with { Quantity = converted ?? new Quantity(Bounds.Unspecified, unit) } };
        }
    }
}
