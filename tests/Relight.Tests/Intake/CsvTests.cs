using System.Text;
using Relight.Access;
using Relight.Intake;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>CSV files that are not as they should be: what is wrong is told with its line, and nothing is left out in silence.</summary>
public class CsvTests
{
    private const string Good = "Maker,maker";

    [Theory]
    [InlineData("name,kind\nMaker,maker\n\"Other maker,maker\nThird,maker\n", "line 3 on: the cell that begins with a quotation mark in line 3, character 1, is never closed")]
    [InlineData("name,kind\n\"Two\nlines\",\"maker\nThird,maker\n", "line 2 on: the cell that begins with a quotation mark in line 3, character 8, is never closed")]
    [InlineData("\"name,kind\nMaker,maker\n", "line 1 on: the cell that begins with a quotation mark in line 1, character 1, is never closed")]
    [InlineData("name,kind\nMaker \"and sons\",maker\n", "line 2 on: the quotation mark in line 2, character 7, stands inside a cell")]
    [InlineData("name,kind\r\nMaker,maker\r\n\"Maker\" and sons,maker\r\n", "line 3 on: the cell that begins with a quotation mark in line 3, character 1, is closed before line 3, character 8,")]
    [InlineData("name,kind\n\"Open,maker\nMaker,\"maker\"\n", "line 2 on: the cell that begins with a quotation mark in line 2, character 1, is closed before line 3, character 8,")]
    public async Task A_quotation_mark_that_is_wrong_is_told_with_its_line(string text, string told)
    {
        var report = await Import(Encoding.UTF8.GetBytes(text));
        var fault = Assert.Single(report.Faults, fault => fault.Rule.StartsWith("the file", StringComparison.Ordinal));
        Assert.Contains(told, fault.Rule, StringComparison.Ordinal);
        Assert.False(report.Written);
    }

    [Fact]
    public async Task Another_encoding_is_told_or_read()
    {
        var text = $"name,kind\n{Good}\n";
        Assert.Contains("UTF-8", Assert.Single((await Import(Encoding.Unicode.GetBytes(text))).Faults).Rule, StringComparison.Ordinal);
        Assert.Contains("UTF-8", Assert.Single((await Import([.. "name,kind\nM"u8, 0xFC, .. "ller,maker\n"u8])).Faults).Rule, StringComparison.Ordinal);
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal(1, (await Import([.. encoding.GetPreamble(), .. encoding.GetBytes(text)])).Entered);
    }

    [Fact]
    public async Task A_control_character_in_a_cell_is_refused_in_its_place()
    {
        var report = await Import(Encoding.UTF8.GetBytes("name,kind\nMa\0ker,maker\nMa\u202Eker,maker\nGood,maker\n"));
        Assert.Equal([(2, "name"), (3, "name")], report.Faults.Select(fault => (fault.Row, fault.Column)));
        Assert.DoesNotContain(report.Faults, fault => fault.Value?.Any(c => char.IsControl(c) || c == '\u202E') == true);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Lines_end_in_any_of_three_ways(string end)
    {
        var report = await Import(Encoding.UTF8.GetBytes(string.Join(end, "name,kind", Good, "", "Other,builder", "Third,maker") + end));
        Assert.Equal([(4, "kind")], report.Faults.Select(fault => (fault.Row, fault.Column)));
        Assert.Equal(3, report.Rows);
    }

    [Fact]
    public async Task What_stands_under_no_heading_and_a_heading_that_stands_twice_are_told()
    {
        var longer = await Import("name,kind\nMaker,maker,DE\nOther,maker,,,\n"u8.ToArray());
        Assert.Equal([(2, "column 3")], longer.Faults.Select(fault => (fault.Row, fault.Column)));
        var twice = await Import("name,kind,Name,kind\nMaker,maker,Another,utility\n"u8.ToArray());
        Assert.Equal(["Name", "kind"], twice.Faults.Select(fault => fault.Column));
        Assert.All(twice.Faults, fault => Assert.Contains("one of the two must be left out", fault.Rule, StringComparison.Ordinal));
        Assert.Equal("the file is empty", Assert.Single((await Import([])).Faults).Rule);
        Assert.Equal("the file is empty", Assert.Single((await Import("\uFEFF\n\n"u8.ToArray())).Faults).Rule);
    }

    [Theory]
    [InlineData("name;kind\nMaker;maker\nOther, Ltd;maker\n")]
    [InlineData("name\tkind\nMaker\tmaker\nOther, Ltd\tmaker\n")]
    [InlineData("name,kind\nMaker; sons; daughters; and more,maker\nOther;;;;,maker\n")]
    public async Task Columns_are_parted_by_what_parts_the_headings(string text) => Assert.Equal(2, (await Import(Encoding.UTF8.GetBytes(text))).Entered);

    [Fact]
    public async Task A_quotation_mark_is_found_among_semicolons_too() => Assert.Contains(
        "the cell that begins with a quotation mark in line 2, character 7, is never closed",
        Assert.Single((await Import("name;kind\nMaker;\"maker\n"u8.ToArray())).Faults).Rule, StringComparison.Ordinal);

    private static async Task<ImportReport> Import(byte[] content)
    {
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        using var folder = new ScratchFolder();
        File.WriteAllBytes(folder.At("t.csv"), content);
        return await new ImportFile(register.Database, register.Clock).Run(
            folder.At("t.csv"), new ImportRequest(register.Operation, ImportKind.Organisations, ColumnChoice.None, false, "Olena", SitesSeen.All), cancel: TestContext.Current.CancellationToken);
    }
}
