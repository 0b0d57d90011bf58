using System.Globalization;
using CsCheck;
using Relight.Intake;
using Relight.Register;

namespace Relight.Tests.Register;

/// <summary>Numbers as people write them, in the digits of any script; what can be read in two ways is refused.</summary>
public class NumeralsTests
{
    [Theory]
    [InlineData("1300", "1300")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("−1,5", "-1.5")]
    [InlineData("1 300", "1300")]
    [InlineData("1 234 567,5", "1234567.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("0,250", "0.250")]
    [InlineData("١٣٠٠", "1300")]
    [InlineData("١٬٣٠٠", "1300")]
    [InlineData("١٬٢٣٤٬٥٦٧٫٢٥", "1234567.25")]
    [InlineData("۱۲٫۵", "12.5")]
    [InlineData("۳۳۰", "330")]
    public void A_number_is_read_whatever_its_script(string text, string number)
    {
        Assert.Null(Numerals.Read(text, out var read));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("1,300", Numerals.TwoWays)]
    [InlineData("١,٣٠٠", Numerals.TwoWays)]
    [InlineData("", Numerals.None)]
    [InlineData("many", Numerals.None)]
    [InlineData("١٬٣٠", Numerals.None)]
    [InlineData("1 30", Numerals.None)]
    [InlineData("1.2.3", Numerals.None)]
    [InlineData("٫", Numerals.None)]
    [InlineData("½", Numerals.None)]
    [InlineData("99999999999999999999999999999999", Numerals.None)]
    public void What_is_none_or_can_be_read_in_two_ways_is_refused(string text, string rule) => Assert.Equal(rule, Numerals.Read(text, out _));

    [Fact]
    public void Every_number_is_the_same_in_every_script() => Gen.Select(Gen.Decimal[-1_000_000, 1_000_000], Gen.Int[0, 3].Select(script => "0\u0660\u06F0\u0966"[script])).Sample((number, zero) =>
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var written = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(zero + (c - '0')) : c == '.' && zero == '\u0660' ? '\u066B' : c));
        Assert.Null(Numerals.Read(written, out var read));
        Assert.Equal(number, read);
    });

    [Theory]
    [InlineData("٤٠", "40", "pcs")]
    [InlineData("≥ ٥٠٠ kVA", ">=500", "kVA")]
    [InlineData("۱۰ .. ۲۰ t", "10 to 20", "t")]
    [InlineData("١٬٣٠٠ t", "1300", "t")]
    [InlineData("about ٤٨٠٫٥", "about 480.5", "pcs")]
    public void Amounts_are(string text, string plain, string unit)
    {
        Assert.Null(AmountText.Read(text, out Quantity? quantity));
        Assert.Null(AmountText.Read($"{plain} {unit}", out Quantity? same));
        Assert.Equal(same, quantity);
    }

    [Theory]
    [InlineData("٢٠٢٢-١٢-١٦", "2022-12-16")]
    [InlineData("۲۰۲۲-۱۲", "2022-12")]
    [InlineData("٢٠٢٢-١٢-١٦/٢٣", "2022-12-16/23")]
    public void Dates_are(string text, string plain)
    {
        Assert.True(ReportedDate.TryParse(text, out var date));
        Assert.True(ReportedDate.TryParse(plain, out var same));
        Assert.Equal((same!.Earliest, same.Latest, text), (date!.Earliest, date.Latest, date.Text));
    }

    [Theory]
    [InlineData("٢٠٢٢-١٣-٠١")]
    [InlineData("٢٠٢٢")]
    [InlineData("०")]
    public void Days_that_are_none_are_told_and_never_thrown(string text)
    {
        var read = ReportedDate.TryParse(text, out var date);
        Assert.Equal(text == "٢٠٢٢", read);
        Assert.Equal(read, date is not null);
    }
}
