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
    public static decimal FromThousandths(long thousandths) => thousandths / 1000m;
}
