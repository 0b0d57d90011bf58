using System.Diagnostics;
using System.Text;
using Relight.Access;
using Relight.Intake;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>What hostile and hurried people put into tables: it is told in its place, in words and in no time, and nothing is left out or changed in silence.</summary>
public class OddTableTests
{
    private const string Heading = "donors,item,description,quantity,unit,value,currency,stage,date,quote,source_address,source_language,source_retrieved,reference";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1")]
    [InlineData(">=9 ")]
    [InlineData("about 1..")]
    public void A_text_that_never_ends_is_no_amount_at_once(string begin)
    {
        var clock = Stopwatch.StartNew();
        foreach (var filling in new[] { ' ', '9', '.', '\u00A0' })
        {
            Assert.NotNull(AmountText.Read(begin + new string(filling, 1_000_000) + "x y", out _, out _));
            Assert.NotNull(AmountText.Number(begin + new string(filling, 1_000_000), out _));
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_heading_that_is_none_is_told_in_few_words()
    {
        var report = await Import($"{Heading},{new string('x', 100_000)},ad\u202Emin", Row());
        Assert.Equal(["is no heading: it must not be longer than 300 characters", "is no heading: it must not hold the control character U+202E (at character 3)"], report.Faults.Select(fault => fault.Rule));
        Assert.All(report.Faults, fault => Assert.True(fault.Column!.Length < 200 && !fault.Column.Contains('\u202E', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_heading_of_signs_is_no_other_heading_of_signs()
    {
        var choice = ColumnChoice.Read([], ["№"], [], (_, _, rule) => Assert.Fail(rule));
        var report = await Import($"{Heading},№,#", Row() + ",5,6", choice);
        Assert.Equal(("#", false), (Assert.Single(report.Faults).Column, report.Written));
        Assert.True((await Import($"{Heading},№", Row() + ",5", choice)).Written);
    }

    [Fact]
    public async Task A_heading_of_several_lines_is_remembered_like_any_other()
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var heading = Heading.Replace("donors", "\"Given\nby =\"", StringComparison.Ordinal);
        var first = await Import(register, $"{heading}\n{Row("1")}\n", ColumnChoice.Read(["Given\nby ==donors"], [], [], (_, _, rule) => Assert.Fail(rule)));
        Assert.True(first.Written, string.Join('\n', first.Faults));
        var second = await Import(register, $"{heading}\n{Row("2")}\n", ColumnChoice.None);
        Assert.Contains(second.Columns, use => use is { Column: "donors", Remembered: true });
        Assert.True(second.Written);
    }

    [Fact]
    public async Task A_heading_that_is_said_to_mean_two_things_is_refused()
    {
        var report = await Import($"{Heading},Farbe", Row() + ",red", ColumnChoice.Read(["Farbe=note", "FARBE=channel"], ["farbe"], [], (_, _, rule) => Assert.Fail(rule)));
        Assert.Equal("is said to mean several things: say one", Assert.Single(report.Faults).Rule);
        var told = new List<string>();
        ColumnChoice.Read(["a=b", "a=c", "x", "=y"], [], ["note=1=2", "note=3"], (name, text, _) => told.Add($"{name} {text}"));
        Assert.Equal(["map a=c", "map x", "map =y", "set note=3"], told);
    }

    [Theory]
    [InlineData(",,,,,,,,,,,,,#17")]
    [InlineData("#REF!,#REF!,,,,,,,,,,,,")]
    public async Task A_row_of_numbers_or_failed_formulas_under_the_heading_is_no_row_of_tags(string row)
    {
        var report = await Import(Heading, row, Row());
        Assert.Equal(2, report.Rows);
        Assert.Contains(report.Faults, fault => fault.Row == 2);
        Assert.Equal(1, (await Import(Heading, "#org,#item +type,,,,,,,,,,,,#meta+id", Row())).Rows);
    }

    [Theory]
    [InlineData("date", "2022-12-16Tomorrow")]
    [InlineData("date", "2022-12-16T99")]
    [InlineData("date", "9999-12-31")]
    [InlineData("date", "1899-12-31")]
    [InlineData("source_published", "0001")]
    [InlineData("description", "\u200B\u200D")]
    [InlineData("quote", "\u2066\u2069")]
    public async Task What_is_only_nearly_a_value_is_refused_in_its_place(string column, string cell)
    {
        var report = await Import(column == "source_published" ? $"{Heading},source_published" : Heading, column == "source_published" ? $"{Row()},{cell}" : Row(column: column, cell: cell));
        Assert.Contains((2, column), report.Faults.Select(fault => (fault.Row!.Value, fault.Column)));
        Assert.False(report.Written);
    }

    [Theory]
    [InlineData("2022-11-16T10:30:00", "2022-11-16")]
    [InlineData("٢٠٢٢-١١-١٦", "٢٠٢٢-١١-١٦")]
    public async Task A_day_with_its_time_is_that_day(string cell, string kept)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        Assert.True((await Import(register, $"{Heading}\n{Row(column: "date", cell: cell)}\n", ColumnChoice.None)).Written);
        await using var db = test.Database.Open();
        Assert.Equal(kept, Assert.Single(db.Claims.AsEnumerable()).Read().Date.Text);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_day_on_which_nothing_can_have_been_read_is_refused_or_doubted_and_breaks_nothing(string day)
    {
        var report = await Import(Heading, Row(column: "source_retrieved", cell: day));
        Assert.True(report.Faults.Count + report.Warnings.Count > 0);
    }

    [Theory]
    [InlineData("100", "", "currency", "must be an ISO 4217 currency")]
    [InlineData("100 million", "EUR", "value", "holds 'million', which must be an ISO 4217 currency")]
    [InlineData("100 USD", "EUR", "currency", "is another currency than in value (USD)")]
    [InlineData("100 EUR", "euros", "currency", "is another currency than in value (EUR)")]
    public async Task What_is_wrong_with_a_currency_is_told_where_it_stands(string value, string currency, string column, string rule)
    {
        var fault = Assert.Single((await Import(Heading, $"France,money,cash,,,{value},{currency},pledged,2022-11-25,France pays,https://example.org/m,en,2022-11-26,m")).Faults);
        Assert.Equal((2, column), (fault.Row, fault.Column));
        Assert.StartsWith(rule, fault.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_never_ends_is_one_fault()
    {
        var fault = Assert.Single((await Import(Heading, Row(column: "donors", cell: string.Concat(Enumerable.Repeat("x;", 100_000))))).Faults);
        Assert.Equal((2, "donors", "must be at most 1000, with semicolons between them"), (fault.Row, fault.Column, fault.Rule));
    }

    [Fact]
    public async Task A_table_has_no_more_columns_than_a_spreadsheet_may_have()
    {
        var report = await Import(string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"c{i}")));
        Assert.StartsWith("the file has something in column 5000", Assert.Single(report.Faults).Rule, StringComparison.Ordinal);
        Assert.True((await Import(Heading + new string(',', 5_000), Row())).Written);
    }

    [Fact]
    public async Task What_the_register_refuses_is_told_under_the_heading_of_the_file()
    {
        var choice = ColumnChoice.Read(["Was=description", "Zitat=quote"], [], [], (_, _, rule) => Assert.Fail(rule));
        var heading = Heading.Replace("description", "Was", StringComparison.Ordinal).Replace("quote", "Zitat", StringComparison.Ordinal);
        var report = await Import(heading, Row(column: "description", cell: "a\u0007b"), Row("2", "quote", "x\u0007y"), Row("3", "quote", new string('q', 9_000)));
        Assert.False(report.Written);
        report = await Import(heading, choice, Row(column: "description", cell: "a\u0007b"), Row("2", "quote", "x\u0007y"), Row("3", "quote", new string('q', 9_000)));
        // The quote is all that is kept of the source: it is told of once.
        Assert.Equal([(2, "Was"), (3, "Zitat"), (4, "Zitat")], report.Faults.Select(fault => (fault.Row!.Value, fault.Column!)).Order());
    }

    [Theory]
    [InlineData("1.300", "pcs", "quantity")]
    [InlineData("at least 2.5", "pcs", "quantity")]
    [InlineData("100", "V", "quantity")]
    [InlineData("100", "kV", "quantity")]
    public async Task A_likely_slip_is_doubted_in_its_place(string quantity, string unit, string column)
    {
        var report = await Import(Heading, Row(column: "quantity", cell: quantity).Replace(",pcs,", $",{unit},", StringComparison.Ordinal));
        Assert.Equal((2, column), (Assert.Single(report.Warnings).Row, report.Warnings[0].Column));
        Assert.Empty((await Import(Heading, Row(column: "quantity", cell: "about 25"))).Warnings);
        Assert.Equal("date", Assert.Single((await Import(Heading, Row(column: "date", cell: "1912-11-16"))).Warnings).Column);
    }

    private static string Row(string reference = "1", string? column = null, string? cell = null) => string.Join(',', Heading.Split(',').Zip(
        ["France", "generatingSet", "sets", "100", "pcs", "", "", "announced", "2022-11-25", "France will send 100", "https://example.org/a", "en", "2022-11-26", reference],
        (name, usual) => name == column ? cell : usual));

    private static Task<ImportReport> Import(string heading, params string[] rows) => Import(heading, ColumnChoice.None, rows);

    private static Task<ImportReport> Import(string heading, string row, ColumnChoice choice) => Import(heading, choice, row);

    private static async Task<ImportReport> Import(string heading, ColumnChoice choice, params string[] rows)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        return await Import(await RegisterFixture.Open(test.Database), $"{heading}\n{string.Join('\n', rows)}\n", choice);
    }

    private static async Task<ImportReport> Import(RegisterFixture register, string text, ColumnChoice choice)
    {
        using var folder = new ScratchFolder();
        await File.WriteAllTextAsync(folder.At("t.csv"), text, new UTF8Encoding(false), Cancel);
        return await new ImportFile(register.Database, register.Clock).Run(
            folder.At("t.csv"), new ImportRequest(register.Operation, ImportKind.Claims, choice, false, "Olena", SitesSeen.All), cancel: Cancel);
    }
}
