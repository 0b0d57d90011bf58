using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Relight.Register;

namespace Relight.Funds;

/// <summary>
/// An exact sum of money in a fund's own currency. Never below 0, because a fund never owes; at most three decimals
/// and at most <see cref="Bounds.Largest"/>, so that it is stored as a scaled integer without loss.
/// </summary>
[JsonConverter(typeof(AmountConverter))]
public readonly record struct Amount : IComparable<Amount>
{
    /// <summary>Takes the number.</summary>
    /// <exception cref="ArgumentException">The number breaks a rule of <see cref="WhyNot"/>.</exception>
    public Amount(decimal number)
    {
        if (WhyNot(number) is { } rule)
            throw new ArgumentException(rule, nameof(number));
        Number = number;
    }

    /// <summary>The sum in the currency's main unit.</summary>
    public decimal Number { get; }

    /// <summary>Nothing.</summary>
    public static Amount Zero => default;

    /// <summary>Both together.</summary>
    /// <exception cref="ArgumentException">They are more than an amount holds.</exception>
    public static Amount operator +(Amount one, Amount other) => new(one.Number + other.Number);

    /// <summary>What is left of one without the other.</summary>
    /// <exception cref="ArgumentException">The other is larger.</exception>
    public static Amount operator -(Amount one, Amount other) => new(one.Number - other.Number);

    /// <summary>Whether one is less than the other.</summary>
    public static bool operator <(Amount one, Amount other) => one.Number < other.Number;

    /// <summary>Whether one is more than the other.</summary>
    public static bool operator >(Amount one, Amount other) => one.Number > other.Number;

    /// <summary>Whether one is at most the other.</summary>
    public static bool operator <=(Amount one, Amount other) => one.Number <= other.Number;

    /// <summary>Whether one is at least the other.</summary>
    public static bool operator >=(Amount one, Amount other) => one.Number >= other.Number;

    /// <summary>What is left of one without the other; nothing where the other is larger.</summary>
    public Amount LessAtMost(Amount other) => other > this ? Zero : this - other;

    /// <summary>Why a number is no amount; null where it is one.</summary>
    public static string? WhyNot(decimal number) => Bounds.WhyNot(Qualifier.Exact, number, number);

    /// <inheritdoc/>
    public int CompareTo(Amount other) => Number.CompareTo(other.Number);

    /// <summary>The number in English, e.g. <c>1,250.5</c>.</summary>
    public override string ToString() => Number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private sealed class AmountConverter : JsonConverter<Amount>
    {
        public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var number = reader.GetDecimal();
            return WhyNot(number) is { } rule ? throw new JsonException(rule) : new Amount(number);
        }

        // 1.50 and 1.5 are equal, so they are written the same.
        public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Number / 1.000000000000000000000000000m);
    }
}
