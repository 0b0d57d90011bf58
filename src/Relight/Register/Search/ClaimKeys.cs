using System.Text.Json;
using Relight.Ledger;
using Relight.Storage;

namespace Relight.Register;

/// <summary>An order of claims as numbers: equal texts have the same, and a later text a greater one.</summary>
/// <param name="OfRows">What each row of a block is ordered by; null where nothing is known.</param>
/// <param name="OfPlace">The same of a place in the list, see <see cref="RowPlace{T}.Key"/>.</param>
internal sealed record ClaimKeys(Func<ClaimBlock, Func<int, long?>> OfRows, Func<JsonElement, long?> OfPlace)
{
    /// <summary>An order, by its column.</summary>
    /// <exception cref="ArgumentException">The list has no such order.</exception>
    public static ClaimKeys Of(RowOrder<Claim, ClaimRow> order, ClaimColumns claims) => order.Member?.Name switch
    {
        nameof(ClaimRow.Id) => new(_ => _ => 0, key => Read<Id<Claim>?>(key) is null ? null : 0),
        nameof(ClaimRow.Date) => new(block => row => block.Date[row], key => Read<DateOnly?>(key)?.DayNumber),
        nameof(ClaimRow.Step) => ByNumber(claims.Stages.Each(stage => (long)stage.Order), block => block.Stage),
        nameof(ClaimRow.Lower) => ByAmount(block => block.Quantity),
        nameof(ClaimRow.ValueLower) => ByAmount(block => block.Value),
        nameof(ClaimRow.Item) => ByText(claims.Items.Each(item => item), block => block.Item),
        nameof(ClaimRow.DonorNames) => ByText(claims.Donors.Each(donors => claims.NamesOf(donors).Names), block => block.Donors),
        nameof(ClaimRow.Publisher) => ByText(claims.Publishers.Each(publisher => publisher), block => block.Publisher),
        nameof(ClaimRow.Language) => ByText(claims.Languages.Each(language => language), block => block.Language),
        var other => throw new ArgumentException($"claims are not sorted by {other}", nameof(order)),
    };

    private static ClaimKeys ByNumber(long[] keys, Func<ClaimBlock, List<int>> column)
    {
        Func<int, long?> Of(ClaimBlock block)
        {
            var numbers = column(block);
            return row => keys[numbers[row]];
        }

        return new(Of, Read<long?>);
    }

    private static ClaimKeys ByAmount(Func<ClaimBlock, AmountColumn> column)
    {
        Func<int, long?> Of(ClaimBlock block)
        {
            var amounts = column(block);
            return row => amounts.Measure[row] == Shared<string>.None ? null : amounts.Lower[row];
        }

        return new(Of, Read<long?>);
    }

    // Texts have odd numbers, and what lies between two of them the even one.
    private static ClaimKeys ByText(string?[] texts, Func<ClaimBlock, List<int>> column)
    {
        string[] sorted = [.. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        long KeyOf(string text)
        {
            var at = Array.BinarySearch(sorted, text, StringComparer.Ordinal);
            return at >= 0 ? (2 * at) + 1 : 2 * ~at;
        }

        return ByNumber(Array.ConvertAll(texts, text => text is null ? 0 : KeyOf(text)), column) with { OfPlace = key => Read<string>(key) is { } text ? KeyOf(text) : null };
    }

    private static TKey? Read<TKey>(JsonElement key) => key.Deserialize<TKey>(LedgerJson.Options);
}
