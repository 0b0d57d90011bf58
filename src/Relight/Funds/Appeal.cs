using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Funds;

/// <summary>What an appeal asks for: so much of one item, or so much money.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(GoodsTarget), "goods")]
[JsonDerivedType(typeof(MoneyTarget), "money")]
public abstract record AppealTarget
{
    /// <summary>What it asks for.</summary>
    [JsonIgnore]
    public abstract ItemKind Item { get; }

    /// <summary>How much of it.</summary>
    [JsonIgnore]
    public abstract Bounds Bounds { get; }

    /// <summary>Unit, or currency.</summary>
    [JsonIgnore]
    public abstract string Measure { get; }
}

/// <summary>Goods that an appeal asks for.</summary>
/// <param name="Goods">What they are.</param>
/// <param name="Amount">How much of them.</param>
public sealed record GoodsTarget(Item Goods, Quantity Amount) : AppealTarget
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => Goods.Kind;

    /// <inheritdoc/>
    [JsonIgnore]
    public override Bounds Bounds => Amount.Bounds;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Measure => Amount.Unit.Code;
}

/// <summary>Money that an appeal asks for.</summary>
/// <param name="Amount">How much.</param>
public sealed record MoneyTarget(Money Amount) : AppealTarget
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ItemKind Item => ItemKind.Money;

    /// <inheritdoc/>
    [JsonIgnore]
    public override Bounds Bounds => Amount.Bounds;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Measure => Amount.Currency.Code;
}

/// <summary>The meeting at which pledges to an appeal are made.</summary>
/// <param name="Date">Its day, as surely as it is known.</param>
/// <param name="Place">Where it is.</param>
public sealed record Conference(ReportedDate Date, string Place);

/// <summary>A call for a kind of help, with a target and a period.</summary>
public sealed record Appeal
{
    /// <summary>Id of the appeal.</summary>
    public required Id<Appeal> Id { get; init; }

    /// <summary>Counts its changes from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Short name.</summary>
    public required string Title { get; init; }

    /// <summary>Who calls.</summary>
    public required Id<Organisation> By { get; init; }

    /// <summary>What is asked for.</summary>
    public required AppealTarget Target { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the period; null where it has no end yet.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The pledging conference that it is; null for an appeal without one.</summary>
    public Conference? Conference { get; init; }

    /// <summary>Why it was closed; null while it is open.</summary>
    public string? Closed { get; init; }
}
