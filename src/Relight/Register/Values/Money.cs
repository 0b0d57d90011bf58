using Relight.Access;

namespace Relight.Register;

/// <summary>An amount of money, as surely as its source says it.</summary>
/// <param name="Bounds">Lower and upper bound in the currency's main unit, and the source's word for them.</param>
/// <param name="Currency">ISO 4217 currency of both bounds.</param>
/// <param name="Date">The day on which the amount was named, which is the day for its conversion; null where unknown.</param>
public sealed record Money(Bounds Bounds, Currency Currency, DateOnly? Date = null)
{
    /// <summary>This amount in another currency by a named rate, or the reason why it cannot be converted.</summary>
    /// <param name="currency">The currency wanted.</param>
    /// <param name="rates">Rates to choose from: the latest of those of this pair that is not after <see cref="Date"/>.</param>
    public Conversion In(Currency currency, IEnumerable<ExchangeRate> rates)
    {
        if (currency == Currency)
            return new Conversion.Converted(this, null);
        if (Date is not { } date)
            return new Conversion.NotConvertible(this, "the amount has no date");
        var rate = rates
            .Where(r => r.From == Currency && r.To == currency && r.Date <= date)
            .MaxBy(r => r.Date);
        if (rate is null)
            return new Conversion.NotConvertible(this, $"no rate from {Currency} to {currency} on or before {date:yyyy-MM-dd}");
        if (Bounds.Lower > Bounds.Largest / rate.Rate || Bounds.Upper > Bounds.Largest / rate.Rate)
            return new Conversion.NotConvertible(this, "the amount is too large in the other currency");
        return new Conversion.Converted(new Money(rate.Of(Bounds), currency, date), rate);
    }

    /// <summary>The amount in English, e.g. <c>at least 53,000,000 USD</c>.</summary>
    public override string ToString() => $"{Bounds} {Currency}";
}

/// <summary>A sum of money of one currency.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Currency">Currency of both bounds.</param>
public sealed record MoneyTotal(Total Total, Currency Currency)
{
    /// <summary>One total for each currency, in the order in which the currencies first appear.</summary>
    public static IReadOnlyList<MoneyTotal> Sum(IEnumerable<Money> parts) =>
        [.. parts.GroupBy(part => part.Currency).Select(group => new MoneyTotal(Total.Of(group.Select(part => part.Bounds)), group.Key))];

    /// <summary>The sum in English with its currency.</summary>
    public override string ToString() => $"{Total} {Currency}";
}

/// <summary>An exchange rate of one day, with the source that gives it.</summary>
/// <param name="From">Currency given.</param>
/// <param name="To">Currency got.</param>
/// <param name="Rate">How many of <paramref name="To"/> one of <paramref name="From"/> is; above 0.</param>
/// <param name="Date">Day of the rate.</param>
/// <param name="Source">Who publishes the rate, with address.</param>
[View(Audience.Donor)]
public sealed record ExchangeRate(Currency From, Currency To, decimal Rate, DateOnly Date, string Source)
{
    /// <summary>Bounds in the other currency, widened to the next thousandth.</summary>
    internal Bounds Of(Bounds bounds)
    {
        if (!bounds.IsSpecified)
            return bounds;
        var lower = Math.Floor(bounds.Lower * Rate * 1000) / 1000;
        decimal? upper = bounds.Upper is { } u ? Math.Ceiling(u * Rate * 1000) / 1000 : null;
        var qualifier = bounds.Qualifier == Qualifier.Exact && lower != upper ? Qualifier.Between : bounds.Qualifier;
        return new Bounds(qualifier, lower, upper);
    }
}

/// <summary>What became of a conversion: an amount with its rate, or a reason; never 0 for "unknown".</summary>
public abstract record Conversion
{
    private Conversion()
    {
    }

    /// <summary>The amount in the other currency.</summary>
    /// <param name="Money">The amount.</param>
    /// <param name="Rate">The rate used; null where the currency was the same already.</param>
    public sealed record Converted(Money Money, ExchangeRate? Rate) : Conversion;

    /// <summary>The amount stays as it is.</summary>
    /// <param name="Money">The amount in its own currency.</param>
    /// <param name="Why">What is missing.</param>
    public sealed record NotConvertible(Money Money, string Why) : Conversion;
}
