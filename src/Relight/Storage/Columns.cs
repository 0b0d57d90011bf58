using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Relight.Register;

namespace Relight.Storage;

/// <summary>Keeps a typed id as the id alone.</summary>
/// <typeparam name="T">The record that the id names.</typeparam>
public sealed class IdColumn<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

/// <summary>Keeps an instant as microseconds since 1970 in UTC: both databases order it the same way.</summary>
public sealed class InstantColumn() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    value => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (value * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));

/// <summary>Keeps a stage as track and name.</summary>
public sealed class StageColumn() : ValueConverter<Stage, string>(stage => stage.ToString(), text => Stage.Parse(text, null));

/// <summary>Numbers of quantities and money as the tables keep them: whole thousandths, because SQLite cannot order decimals.</summary>
public static class Scaled
{
    /// <summary>A number as thousandths.</summary>
    /// <exception cref="OverflowException">The number is above what <see cref="Bounds"/> allows.</exception>
    public static long ToThousandths(decimal number) => checked((long)(number * 1000));

    /// <summary>A number from thousandths.</summary>
    public static decimal FromThousandths(long thousandths) =>
        // Dividing whole numbers takes a tenth of the time, and most are whole.
        Math.DivRem(thousandths, 1000) is (var whole, 0) ? whole : thousandths / 1000m;
}

/// <summary>
/// A quantity or money as lists compare it: bounds in thousandths of the smallest unit that measures the same, so that
/// 200 MVA and 200,000 kVA are one number. The smallest unit is at most a thousandth of the largest, so the largest bound still fits.
/// </summary>
/// <param name="Measure">What the unit measures, or the currency; null where no number is given.</param>
/// <param name="Lower">Lower bound; null where no number is given.</param>
/// <param name="Upper">Upper bound; null where it is open or no number is given.</param>
public readonly record struct ScaledAmount(string? Measure, long? Lower, long? Upper)
{
    /// <summary>A quantity; null for none.</summary>
    public static ScaledAmount Of(Quantity? quantity) => quantity is { Bounds.IsSpecified: true }
        ? Scale(quantity.Unit.Dimension.ToString(), quantity.Bounds, PerUnit(quantity.Unit))
        : default;

    /// <summary>Money; null for none.</summary>
    public static ScaledAmount Of(Money? money) => money is { Bounds.IsSpecified: true } ? Scale(money.Currency.Code, money.Bounds, 1000) : default;

    /// <summary>How many of the numbers that are kept one of a unit is.</summary>
    public static decimal PerUnit(Unit unit) =>
        1000 * unit.InBase / Unit.All.Where(other => other.Dimension == unit.Dimension).Min(other => other.InBase);

    private static ScaledAmount Scale(string measure, Bounds bounds, decimal scale) =>
        new(measure, (long)(bounds.Lower * scale), bounds.Upper is { } upper ? (long)(upper * scale) : null);
}

/// <summary>Texts as lists search them: upper case, so that the databases need not know how letters of every language fold.</summary>
public static class SearchText
{
    /// <summary>Texts, a line each.</summary>
    public static string Of(params IEnumerable<string> texts) => string.Join('\n', texts.Select(text => text.ToUpperInvariant()));
}
