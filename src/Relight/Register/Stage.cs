using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Relight.Register;

/// <summary>How far goods have come.</summary>
public enum GoodsStage
{
    /// <summary>Someone said that it will be given.</summary>
    Announced,

    /// <summary>The donor has bound itself.</summary>
    Committed,

    /// <summary>Held for a need.</summary>
    Allocated,

    /// <summary>On its way.</summary>
    Dispatched,

    /// <summary>Handed over.</summary>
    Received,

    /// <summary>Working where it was meant to.</summary>
    InService,

    /// <summary>Taken back by the donor.</summary>
    Withdrawn,

    /// <summary>Destroyed, stolen or not to be found.</summary>
    Lost,
}

/// <summary>How far money has come.</summary>
public enum MoneyStage
{
    /// <summary>Someone said that it will be given.</summary>
    Pledged,

    /// <summary>The agreement is signed.</summary>
    Signed,

    /// <summary>Paid to the recipient or fund.</summary>
    Paid,

    /// <summary>Held for a purchase.</summary>
    Reserved,

    /// <summary>Under contract.</summary>
    Contracted,

    /// <summary>Paid to the seller.</summary>
    Spent,

    /// <summary>Taken back by the donor.</summary>
    Withdrawn,

    /// <summary>Not to be had any more.</summary>
    Lost,
}

/// <summary>A stage of goods or of money: the two never mix.</summary>
[JsonConverter(typeof(TextConverter<Stage>))]
public readonly record struct Stage : IParsable<Stage>
{
    private const int Steps = 6;

    // Lists read and write stages by the ten thousand.
    private static readonly string[] s_goods = NamesOf<GoodsStage>();
    private static readonly string[] s_money = NamesOf<MoneyStage>();
    private static readonly string[] s_goodsTexts = [.. s_goods.Select(name => $"goods:{name}")];
    private static readonly string[] s_moneyTexts = [.. s_money.Select(name => $"money:{name}")];

    private static readonly FrozenDictionary<string, Stage> s_byText = s_goodsTexts.Index().Select(text => (text.Item, Stage: new Stage(false, text.Index)))
        .Concat(s_moneyTexts.Index().Select(text => (text.Item, Stage: new Stage(true, text.Index))))
        .ToFrozenDictionary(pair => pair.Item, pair => pair.Stage, StringComparer.Ordinal);

    private readonly bool _isMoney;
    private readonly int _step;

    private Stage(bool isMoney, int step) => (_isMoney, _step) = (isMoney, step);

    /// <summary>Whether it is a stage of money.</summary>
    public bool IsMoney => _isMoney;

    /// <summary>The stage of goods; null for money.</summary>
    public GoodsStage? Goods => _isMoney ? null : (GoodsStage)_step;

    /// <summary>The stage of money; null for goods.</summary>
    public MoneyStage? Money => _isMoney ? (MoneyStage)_step : null;

    /// <summary>Place on the way, from 0; stages that leave the way (withdrawn, lost) come after it.</summary>
    public int Order => _step;

    /// <summary>Whether it has left the way: withdrawn or lost.</summary>
    public bool IsOut => _step >= Steps;

    /// <summary>The stages on the way of goods, first to last.</summary>
    public static IReadOnlyList<Stage> OfGoods { get; } = [.. Enumerable.Range(0, Steps).Select(step => new Stage(false, step))];

    /// <summary>The stages on the way of money, first to last.</summary>
    public static IReadOnlyList<Stage> OfMoney { get; } = [.. Enumerable.Range(0, Steps).Select(step => new Stage(true, step))];

    /// <summary>A stage of goods.</summary>
    public static implicit operator Stage(GoodsStage stage) => new(false, (int)stage);

    /// <summary>A stage of money.</summary>
    public static implicit operator Stage(MoneyStage stage) => new(true, (int)stage);

    /// <summary>
    /// Why the next stage cannot follow this one; null where it can.
    /// A step leads to the stage that comes next, or out; out of "lost" and "withdrawn" nothing leads.
    /// </summary>
    public string? WhyNotTo(Stage next)
    {
        if (next._isMoney != _isMoney)
            return "goods have no stage of money, and money none of goods";
        if (IsOut)
            return $"nothing follows '{Name}'";
        if (next.IsOut || next._step == _step + 1)
            return null;
        return _step == Steps - 1
            ? $"after '{Name}' comes only 'withdrawn' or 'lost'"
            : $"after '{Name}' comes '{new Stage(_isMoney, _step + 1).Name}', 'withdrawn' or 'lost'";
    }

    /// <summary>The stage as one word, e.g. <c>inService</c>.</summary>
    public string Name => (_isMoney ? s_money : s_goods)[_step];

    /// <inheritdoc/>
    public static Stage Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var stage) ? stage : throw new FormatException($"'{s}' is no stage");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Stage result)
    {
        result = default;
        return s is not null && s_byText.TryGetValue(s, out result);
    }

    /// <summary>Track and name, e.g. <c>goods:received</c> or <c>money:paid</c>.</summary>
    public override string ToString() => (_isMoney ? s_moneyTexts : s_goodsTexts)[_step];

    private static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
}
