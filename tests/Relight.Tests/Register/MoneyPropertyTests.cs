using CsCheck;
using Relight.Register;

namespace Relight.Tests.Register;

/// <summary>Converting money says by which rate, or that it cannot be done; it is never nothing and never surer than before.</summary>
public class MoneyPropertyTests
{
    private static readonly Currency[] s_currencies = [Currency.Parse("EUR"), Currency.Parse("USD"), Currency.Parse("JPY"), Currency.Unknown];

    private static readonly Gen<Currency> s_known = Gen.Int[0, 2].Select(i => s_currencies[i]);

    private static readonly Gen<DateOnly> s_day = Gen.Int[0, 60].Select(day => new DateOnly(2022, 11, 1).AddDays(day));

    private static readonly Gen<Bounds> s_bounds = Gen.Select(Gen.Int[0, 3], Gen.Long[0, 5_000_000_000], Gen.Long[0, 5_000_000]).Select((kind, thousandths, more) => kind switch
    {
        0 => Bounds.Unspecified,
        1 => Bounds.Exactly(thousandths / 1000m),
        2 => Bounds.AtLeast(thousandths / 1000m),
        _ => Bounds.Between(thousandths / 1000m, (thousandths + more) / 1000m),
    });

    private static readonly Gen<Money> s_money = Gen.Select(s_bounds, Gen.Int[0, 3].Select(i => s_currencies[i]), s_day, Gen.Bool)
        .Select((bounds, currency, day, dated) => new Money(bounds, currency, dated ? day : null));

    private static readonly Gen<ExchangeRate> s_rate = Gen.Select(s_known, s_known, Gen.Int[1, 2_000_000], s_day)
        .Select((from, to, rate, day) => new ExchangeRate(from, to, rate / 10_000m, day, "a bank"));

    [Fact]
    public void A_conversion_names_the_rate_of_its_pair_that_is_latest_on_its_day() =>
        Gen.Select(s_money, s_known, s_rate.Array[0, 8]).Sample((money, currency, rates) =>
        {
            var fitting = rates.Where(rate => (rate.From, rate.To) == (money.Currency, currency) && rate.Date <= money.Date).ToList();
            return money.In(currency, rates) switch
            {
                Conversion.Converted { Rate: null } same => same.Money == money && money.Currency == currency,
                Conversion.Converted { Rate: { } rate } other => fitting.Contains(rate) && fitting.All(f => f.Date <= rate.Date) && other.Money.Currency == currency,
                Conversion.NotConvertible not => not.Money == money && not.Why.Length > 0 && fitting.Count == 0,
                _ => false,
            };
        });

    [Fact]
    public void What_is_converted_holds_what_was_said_and_unknown_stays_unknown() =>
        Gen.Select(s_money, s_known, s_rate.Array[0, 8]).Sample((money, currency, rates) =>
        {
            if (money.In(currency, rates) is not Conversion.Converted { Rate: { } rate } converted)
                return true;
            var bounds = converted.Money.Bounds;
            return bounds.IsSpecified == money.Bounds.IsSpecified
                && bounds.Lower <= money.Bounds.Lower * rate.Rate
                && (bounds.Upper is null) == (money.Bounds.Upper is null)
                && !(bounds.Upper < money.Bounds.Upper * rate.Rate);
        });

    [Fact]
    public void Adding_an_unknown_amount_never_shrinks_a_bound_and_is_counted() => Gen.Select(s_money.Array[0, 6], s_money).Sample((parts, one) =>
    {
        var unknown = one with { Bounds = Bounds.Unspecified };
        var before = MoneyTotal.Sum(parts).FirstOrDefault(total => total.Currency == one.Currency)?.Total ?? Total.Empty;
        var after = MoneyTotal.Sum([.. parts, unknown]).Single(total => total.Currency == one.Currency).Total;
        return after.Lower == before.Lower && after.Upper == before.Upper && after.UnspecifiedParts == before.UnspecifiedParts + 1;
    });

    [Fact]
    public void A_sum_is_the_same_in_any_order_and_grouping() => Gen.Select(s_money.Array[0, 8], Gen.Int[0, 8]).Sample((parts, cut) =>
    {
        static string Of(IEnumerable<Money> money) => string.Join('|', MoneyTotal.Sum(money).OrderBy(t => t.Currency.Code, StringComparer.Ordinal));
        var (head, tail) = (parts.Take(cut), parts.Skip(cut));
        var grouped = MoneyTotal.Sum(head).Concat(MoneyTotal.Sum(tail)).GroupBy(t => t.Currency)
            .Select(group => new MoneyTotal(group.Aggregate(Total.Empty, (sum, part) => sum + part.Total), group.Key))
            .OrderBy(t => t.Currency.Code, StringComparer.Ordinal);
        return Of(parts) == Of(Enumerable.Reverse(parts)) && Of(parts) == string.Join('|', grouped);
    });
}
