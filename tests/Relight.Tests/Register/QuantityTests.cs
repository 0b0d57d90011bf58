using CsCheck;
using Relight.Ledger;
using Relight.Register;

namespace Relight.Tests.Register;

/// <summary>The algebra of quantities: what is known stays known, what is unknown stays counted.</summary>
public class QuantityTests
{
    private static readonly Gen<decimal> s_number = Gen.Long[0, 5_000_000_000].Select(thousandths => thousandths / 1000m);

    private static readonly Gen<Bounds> s_bounds =
        from kind in Gen.Int[0, 5]
        from one in s_number
        from other in s_number
        select kind switch
        {
            0 => Bounds.Unspecified,
            1 => Bounds.Exactly(one),
            2 => Bounds.AtLeast(one),
            3 => Bounds.AtMost(one),
            4 => Bounds.About(one),
            _ => Bounds.Between(Math.Min(one, other), Math.Max(one, other)),
        };

    private static readonly Gen<Total> s_total = s_bounds.Array[0, 5].Select(parts => Total.Of(parts));

    [Fact]
    public void Addition_is_associative_and_commutative_and_nothing_is_its_zero() =>
        Gen.Select(s_total, s_total, s_total).Sample((a, b, c) =>
            (a + b) + c == a + (b + c) && a + b == b + a && a + Total.Empty == a);

    [Fact]
    public void Adding_a_part_never_shrinks_a_bound() => Gen.Select(s_total, s_bounds).Sample((total, part) =>
    {
        var sum = total + Total.Of(part);
        return sum.Lower >= total.Lower
            && (sum.Upper is null || (total.Upper is { } upper && sum.Upper >= upper))
            && sum.UnspecifiedParts >= total.UnspecifiedParts
            && sum.Parts == total.Parts + 1;
    });

    [Fact]
    public void A_sum_holds_every_sum_of_numbers_within_its_parts() =>
        Gen.Select(s_bounds.Array[1, 6], Gen.Double[0, 1].Array[6]).Sample((parts, shares) =>
        {
            var sum = parts.Where(p => p.IsSpecified).Select((p, i) => p.Lower + (decimal)shares[i] * ((p.Upper ?? p.Lower * 2) - p.Lower)).Sum();
            var total = Total.Of(parts);
            return sum >= total.Lower && (total.Upper is null || sum <= total.Upper + 0.000001m);
        });

    [Fact]
    public void The_greater_of_two_is_never_surer_than_both() => Gen.Select(s_bounds, s_bounds).Sample((a, b) =>
    {
        var greater = Bounds.Greater(a, b);
        if (!a.IsSpecified || !b.IsSpecified)
            return greater == (a.IsSpecified ? a : b);
        return greater == Bounds.Greater(b, a)
            ? greater.Lower == Math.Max(a.Lower, b.Lower) && (greater.Upper is null) == (a.Upper is null || b.Upper is null)
            : Bounds.Greater(b, a) is var other && other.Lower == greater.Lower && other.Upper == greater.Upper;
    });

    [Fact]
    public void Conversion_never_makes_a_quantity_surer() => s_bounds.Sample(bounds =>
    {
        var kilograms = new Quantity(bounds, Unit.Kilogram);
        var back = kilograms.In(Unit.Tonne)!.In(Unit.Kilogram)!;
        return bounds.IsWithin(back.Bounds) && back.Bounds.IsSpecified == bounds.IsSpecified;
    });

    [Fact]
    public void Units_of_another_dimension_do_not_convert() =>
        Assert.Null(new Quantity(Bounds.Exactly(1), Unit.Megawatt).In(Unit.Megavoltampere));

    [Fact]
    public void Bounds_read_back_from_text() => s_bounds.Sample(bounds => LedgerJson.Read<Bounds>(LedgerJson.Write(bounds)) == bounds);

    [Fact]
    public void Impossible_bounds_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => Bounds.Exactly(-1));
        Assert.Throws<ArgumentException>(() => Bounds.Between(5, 4));
        Assert.Throws<ArgumentException>(() => Bounds.Exactly(0.0001m));
        Assert.Throws<ArgumentException>(() => Bounds.AtLeast(Bounds.Largest + 1));
        Assert.ThrowsAny<Exception>(() => LedgerJson.Read<Bounds>("""{"qualifier":"exact","lower":1,"upper":2}"""));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("100", 1, 100)]
    [InlineData("500 or more", 1, 500, -1)]
    public void A_total_says_what_is_open(string said, int parts, double lower = 0, double upper = 0)
    {
        var total = parts == 0 ? Total.Empty
            : Total.Of(upper < 0 ? Bounds.AtLeast((decimal)lower) : Bounds.Exactly((decimal)lower));
        Assert.Equal(said, total.ToString());
    }

    [Fact]
    public void A_total_counts_what_is_unspecified() => Assert.Equal(
        "140 or more, and 2 unspecified",
        Total.Of([Bounds.Exactly(40), Bounds.AtLeast(100), Bounds.Unspecified, Bounds.Unspecified]).ToString());

    [Fact]
    public void A_conversion_names_its_rate_or_what_is_missing()
    {
        var euro = Currency.Parse("EUR");
        var dollar = Currency.Parse("USD");
        var money = new Money(Bounds.AtLeast(53_000_000), dollar, new DateOnly(2022, 11, 29));
        var rate = new ExchangeRate(dollar, euro, 0.9637m, new DateOnly(2022, 11, 28), "ECB");
        var later = rate with { Date = new DateOnly(2022, 12, 1), Rate = 0.95m };

        var converted = Assert.IsType<Conversion.Converted>(money.In(euro, [later, rate]));
        Assert.Equal(rate, converted.Rate);
        Assert.Equal(Bounds.AtLeast(51_076_100), converted.Money.Bounds);
        Assert.IsType<Conversion.NotConvertible>(money.In(Currency.Parse("AZN"), [rate]));
        Assert.IsType<Conversion.NotConvertible>((money with { Date = null }).In(euro, [rate]));
    }

    [Theory]
    [InlineData("2022-03-14", "2022-03-14", "2022-03-14")]
    [InlineData("2022-05", "2022-05-01", "2022-05-31")]
    [InlineData("2022 (undated)", "2022-01-01", "2022-12-31")]
    [InlineData("2022 autumn (inferred)", "2022-09-01", "2022-11-30")]
    [InlineData("2022-12 (mid)", "2022-12-11", "2022-12-20")]
    [InlineData("2022-12-16/23", "2022-12-16", "2022-12-23")]
    [InlineData("2022-12-30/2023-01-06", "2022-12-30", "2023-01-06")]
    [InlineData("2022 end", "2022-11-01", "2022-12-31")]
    [InlineData("2023 spring", "2023-03-01", "2023-05-31")]
    public void A_date_is_as_sure_as_its_words(string text, string earliest, string latest)
    {
        Assert.True(ReportedDate.TryParse(text, out var date));
        Assert.Equal((DateOnly.Parse(earliest), DateOnly.Parse(latest), text), (date.Earliest, date.Latest, date.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-13")]
    [InlineData("2022-02-30")]
    [InlineData("2022-12-23/16")]
    [InlineData("0000")]
    [InlineData("soon")]
    [InlineData("2022-12-16 \u202E")]
    public void What_is_no_date_is_refused(string text) => Assert.False(ReportedDate.TryParse(text, out _));
}
