using System.Text.Json;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>What a row is ordered by: a number or a text, or nothing where that is not known.</summary>
/// <param name="Number">The number.</param>
/// <param name="Text">The text.</param>
internal readonly record struct SearchKey(long? Number, string? Text)
{
    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => Number.HasValue || Text is not null;
}

/// <summary>An order of a list in memory.</summary>
/// <typeparam name="TBlock">A block of its rows.</typeparam>
/// <param name="OfRows">What each row of a block is ordered by.</param>
/// <param name="OfPlace">The same of a place in the list, see <see cref="RowPlace{T}.Key"/>.</param>
internal sealed record SearchKeys<TBlock>(Func<TBlock, Func<int, SearchKey>> OfRows, Func<JsonElement, SearchKey> OfPlace)
    where TBlock : KeptBlock;

/// <summary>The orders of the lists in memory.</summary>
internal static class SearchKeys
{
    /// <summary>An order of claims, by its column.</summary>
    /// <exception cref="ArgumentException">The list has no such order.</exception>
    public static SearchKeys<ClaimBlock> Of(RowOrder<Claim, ClaimRow> order, KeptOperation kept) => order.Member?.Name switch
    {
        nameof(ClaimRow.Id) => ById<Claim, ClaimBlock>(),
        nameof(ClaimRow.Date) => new(block => row => new(block.Date[row], null), key => new(Read<DateOnly?>(key)?.DayNumber, null)),
        nameof(ClaimRow.Step) => ByNumber<ClaimBlock>(kept.Stages.Each(stage => (long)stage.Order), block => block.Stage),
        nameof(ClaimRow.Lower) => ByNumber<ClaimBlock>(block => block.Quantity.LowerOf),
        nameof(ClaimRow.ValueLower) => ByNumber<ClaimBlock>(block => block.Value.LowerOf),
        nameof(ClaimRow.Item) => ByText<ClaimBlock>(kept.Items.Each(item => item), block => block.Item),
        nameof(ClaimRow.DonorNames) => ByText<ClaimBlock>(kept.Donors.Each(donors => kept.NamesOf(donors).Names), block => block.Donors),
        nameof(ClaimRow.Publisher) => ByText<ClaimBlock>(kept.Publishers.Each(publisher => publisher), block => block.Publisher),
        nameof(ClaimRow.Language) => ByText<ClaimBlock>(kept.Languages.Each(language => language), block => block.Language),
        var other => throw new ArgumentException($"claims are not sorted by {other}", nameof(order)),
    };

    /// <summary>An order of contributions, by its column.</summary>
    /// <exception cref="ArgumentException">The list has no such order.</exception>
    public static SearchKeys<ContributionBlock> Of(RowOrder<Contribution, ContributionRow> order, KeptOperation kept) => order.Member?.Name switch
    {
        nameof(ContributionRow.Id) => ById<Contribution, ContributionBlock>(),
        nameof(ContributionRow.Title) => new(block => row => new(null, block.Title[row]), key => new(null, Read<string>(key))),
        nameof(ContributionRow.DonorNames) => ByText<ContributionBlock>(kept.Donors.Each(donors => kept.NamesOf(donors).Names), block => block.Donors),
        nameof(ContributionRow.Members) => ByNumber<ContributionBlock>(block => row => block.Members[row]),
        nameof(ContributionRow.Item) => ByText<ContributionBlock>(kept.Items.Each(item => item), block => block.Item),
        nameof(ContributionRow.Lower) => ByNumber<ContributionBlock>(block => row => block.Lower[row]),
        nameof(ContributionRow.ValueLower) => ByNumber<ContributionBlock>(block => row => block.ValueLower[row]),
        nameof(ContributionRow.Step) => ByNumber<ContributionBlock>(kept.Stages.Each(stage => (long)stage.Order), block => block.Furthest),
        nameof(ContributionRow.Claims) => ByNumber<ContributionBlock>(block => row => block.Claims[row]),
        nameof(ContributionRow.ChangedAt) => new(block => row => new(block.ChangedAt[row], null), key => new(Read<DateTimeOffset?>(key)?.UtcTicks, null)),
        var other => throw new ArgumentException($"contributions are not sorted by {other}", nameof(order)),
    };

    // The id decides where keys are equal.
    private static SearchKeys<TBlock> ById<T, TBlock>()
        where T : class
        where TBlock : KeptBlock => new(_ => _ => new(0, null), key => new(Read<Id<T>?>(key) is null ? null : 0, null));

    private static SearchKeys<TBlock> ByNumber<TBlock>(Func<TBlock, Func<int, long?>> column)
        where TBlock : KeptBlock => new(
            block =>
            {
                var numbers = column(block);
                return row => new(numbers(row), null);
            },
            key => new(Read<long?>(key), null));

    private static SearchKeys<TBlock> ByNumber<TBlock>(long[] each, Func<TBlock, List<int>> column)
        where TBlock : KeptBlock => ByNumber<TBlock>(block =>
        {
            var numbers = column(block);
            return row => each[numbers[row]];
        });

    private static SearchKeys<TBlock> ByText<TBlock>(string?[] each, Func<TBlock, List<int>> column)
        where TBlock : KeptBlock => new(
            block =>
            {
                var numbers = column(block);
                return row => new(null, each[numbers[row]]);
            },
            key => new(null, Read<string>(key)));

    private static TKey? Read<TKey>(JsonElement key) => key.Deserialize<TKey>(LedgerJson.Options);
}
