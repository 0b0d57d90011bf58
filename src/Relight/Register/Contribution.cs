using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>A value of a contribution, with where it came from and who took it over, when and why.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Claim">The claim that it was adopted from.</param>
/// <param name="By">Who adopted it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Why">The reason.</param>
public sealed record Adopted<T>(T Value, Id<Claim> Claim, string By, DateTimeOffset At, string Why);

/// <summary>How much of an item has reached a stage.</summary>
/// <param name="Item">The item.</param>
/// <param name="Stage">The stage that it has reached at least.</param>
/// <param name="Quantity">How much of it, in all.</param>
/// <param name="Date">When that was.</param>
public sealed record ItemAtStage(Item Item, Stage Stage, Quantity Quantity, ReportedDate Date);

/// <summary>How much money, or what worth of goods, has reached a stage.</summary>
/// <param name="Stage">The stage that it has reached at least.</param>
/// <param name="Money">How much, in all.</param>
/// <param name="Date">When that was.</param>
public sealed record MoneyAtStage(Stage Stage, Money Money, ReportedDate Date);

/// <summary>How much of something has come at least as far as a stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Item">What it is; <see cref="ItemKind.Money"/> for money, and for the worth of goods.</param>
/// <param name="Measure">Unit of the bounds, or currency.</param>
/// <param name="Bounds">How much.</param>
public sealed record Reached(Stage Stage, ItemKind Item, string Measure, Bounds Bounds);

/// <summary>
/// The register's view of one pledge: the values that a coordinator adopted from claims.
/// Totals are made of contributions alone, so that a pledge reported three times counts once.
/// </summary>
public sealed record Contribution
{
    /// <summary>Id of the contribution.</summary>
    public required Id<Contribution> Id { get; init; }

    /// <summary>Counts its changes from 1: an edit names the version that its author saw.</summary>
    public required int Version { get; init; }

    /// <summary>Short name for lists, e.g. <c>Generating sets from the civil protection agency</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Who gives, alone or jointly.</summary>
    public required Adopted<DonorGroup> Donors { get; init; }

    /// <summary>To whom; null where no adopted claim says it.</summary>
    public Adopted<Id<Organisation>>? Recipient { get; init; }

    /// <summary>What has come how far: one entry for each kind of item, unit and stage that a claim was adopted for.</summary>
    public required IReadOnlyList<Adopted<ItemAtStage>> Items { get; init; }

    /// <summary>Money given, or the worth of the goods: one entry for each currency and stage that a claim was adopted for.</summary>
    public required IReadOnlyList<Adopted<MoneyAtStage>> Values { get; init; }

    /// <summary>Every claim that a value was ever adopted from, in the order of adoption, also where a later one took its place.</summary>
    public required IReadOnlyList<Id<Claim>> Claims { get; init; }

    /// <summary>The furthest stage that anything of it has reached; the first stage of goods where nothing is known.</summary>
    [JsonIgnore]
    public Stage Furthest => Items.Select(i => i.Value.Stage).Concat(Values.Select(v => v.Value.Stage))
        .DefaultIfEmpty().MaxBy(stage => stage.Order);

    /// <summary>
    /// How much has come at least as far as each stage. What was received was dispatched too, so the greatest of
    /// a stage and those after it holds for the stage; withdrawn and lost stand by themselves.
    /// </summary>
    public IEnumerable<Reached> Reached() =>
        Items.Select(i => new Reached(i.Value.Stage, i.Value.Item.Kind, i.Value.Quantity.Unit.Code, i.Value.Quantity.Bounds))
            .Concat(Values.Select(v => new Reached(v.Value.Stage, ItemKind.Money, v.Value.Money.Currency.Code, v.Value.Money.Bounds)))
            .GroupBy(entry => (entry.Stage.IsMoney, entry.Item, entry.Measure))
            .SelectMany(entries => AtLeastAsFar([.. entries]));

    private static IEnumerable<Reached> AtLeastAsFar(IReadOnlyList<Reached> entries)
    {
        var first = entries[0];
        foreach (var stage in first.Stage.IsMoney ? Stage.OfMoney : Stage.OfGoods)
        {
            var bounds = entries.Where(e => !e.Stage.IsOut && e.Stage.Order >= stage.Order).Select(e => e.Bounds).ToList();
            if (bounds.Count > 0)
                yield return first with { Stage = stage, Bounds = bounds.Aggregate(Bounds.Greater) };
        }
        foreach (var entry in entries.Where(e => e.Stage.IsOut))
            yield return entry;
    }
}
