using Relight.Register;
using Relight.Storage;
using Range = Relight.Web.Design.Range;

namespace Relight.Web.Api;

/// <summary>Reads the words of a condition for the database, as <see cref="ListField{T, TRow, TView}.Test"/> reads them for a view; null where they stand for nothing.</summary>
internal static class ListWords
{
    private static readonly string[] s_units = [.. Unit.All.Select(unit => unit.Code)];

    /// <summary>A range of quantities; pieces where no unit is named.</summary>
    public static AmountRange? Quantity(string words)
    {
        if (NumberCondition.Read(words, s_units, Unit.Piece.Code, out _) is not { } ranges)
            return null;
        // The words stand for a range in each unit of what they measure; the smallest is the one that is kept.
        var unit = ranges.Keys.Select(code => Unit.Parse(code, null)).MinBy(unit => unit.InBase)!;
        return Scale(unit.Dimension.ToString(), ranges[unit.Code], ScaledAmount.PerUnit(unit));
    }

    /// <summary>A range of money of one currency.</summary>
    public static AmountRange? Money(string words) => NumberCondition.Read(words, Currency.AllCodes, null, out _) is { Count: 1 } ranges
        ? Scale(ranges.Keys.Single(), ranges.Values.Single(), 1000)
        : null;

    /// <summary>A range of numbers in one unit, which is the unit of both ends.</summary>
    public static Range? Number(string words, string unit) =>
        NumberCondition.Read(words, [unit], unit, out _) is { } ranges ? ranges[unit] : null;

    /// <summary>A range of plain whole numbers.</summary>
    public static AmountRange? Whole(string words) => NumberCondition.Read(words, [""], "", out _) is { } ranges ? Scale("", ranges[""], 1) : null;

    /// <summary>Choices that a reader makes of some values; null where one of the words is none of them.</summary>
    public static IReadOnlyList<TValue>? Choices<TValue>(string words, Func<string, TValue?> read)
        where TValue : struct
    {
        var choices = words.Split(',', StringSplitOptions.TrimEntries);
        // A word between two commas may be empty, and stands for rows of which nothing is known.
        return choices.Contains("") ? null : [.. choices.Select(read).OfType<TValue>()];
    }

    /// <summary>Codes of countries or areas, as tables keep them; an empty one stands for rows of which none is known.</summary>
    public static IReadOnlyList<string> Codes(string words) => [.. words.Split(',', StringSplitOptions.TrimEntries).Select(word => word.ToUpperInvariant()).Distinct()];

    /// <summary>Ids.</summary>
    public static IReadOnlyList<Id<T>>? Ids<T>(string words) => Choices<Id<T>>(words, word => Id<T>.TryParse(word.ToLowerInvariant(), null, out var id) ? id : null);

    /// <summary>Members of a closed list.</summary>
    public static IReadOnlyList<T>? Members<T>(string words)
        where T : struct, Enum => Choices<T>(words, word => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null);

    /// <summary>Stages.</summary>
    public static IReadOnlyList<Stage>? Stages(string words) => Choices<Stage>(words, word =>
        AllStages.Where(stage => string.Equals(stage.ToString(), word, StringComparison.OrdinalIgnoreCase)).Select(stage => (Stage?)stage).FirstOrDefault());

    private static IEnumerable<Stage> AllStages =>
        [.. Stage.OfGoods, GoodsStage.Withdrawn, GoodsStage.Lost, .. Stage.OfMoney, MoneyStage.Withdrawn, MoneyStage.Lost];

    private static AmountRange Scale(string measure, Range range, decimal perUnit) => new(
        measure,
        double.IsNegativeInfinity(range.Low) ? long.MinValue : Least(range.Low, (double)perUnit),
        double.IsPositiveInfinity(range.High) ? long.MaxValue : -Least(-range.High, (double)perUnit));

    // The least whole number that, taken back to the unit, is not below the end of the range: ">200" is an end just above 200.
    private static long Least(double end, double perUnit)
    {
        var scaled = end * perUnit;
        if (Math.Abs(scaled) >= 9e18)
            return scaled < 0 ? -long.MaxValue : long.MaxValue - 1;
        var least = (long)Math.Floor(scaled) - 1;
        while ((double)(least / (decimal)perUnit) < end)
            least++;
        return least;
    }
}
