using System.IO.Compression;
using System.Text;
using Relight.Access;
using Relight.Intake;
using Relight.Tests.Register;
using Relight.Tests.Storage;

namespace Relight.Tests.Intake;

/// <summary>What people do in spreadsheets beside filling in cells is understood or told, and never left out in silence.</summary>
public class SpreadsheetTests
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Row1 = """<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>kind</t></is></c></row>""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Formulas_are_read_by_their_results_and_refused_without()
    {
        Assert.Equal("Maker", Assert.Single(await Names($"""{Row1}<row r="2"><c r="A2" t="str"><f>"Mak"&amp;"er"</f><v>Maker</v></c>{Kind(2)}</row>""")));
        foreach (var cell in new[] { """<c r="A2"><f>A1</f></c>""", """<c r="A2"><f>A1</f><v/></c>""", """<c r="A2"><f>A1</f><v></v></c>""", """<c r="A2"><f t="shared" si="0"/></c>""" })
            Assert.Contains("formulas without a result (A2)", await Fault($"{Row1}<row r=\"2\">{cell}{Kind(2)}</row>"), StringComparison.Ordinal);
        // A formula whose result is an empty text is an empty cell.
        Assert.Equal("must be given", await Fault($"""{Row1}<row r="2"><c r="A2" t="str"><f>""</f><v></v></c>{Kind(2)}</row>"""));
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    public async Task A_formula_that_fails_is_told_in_its_place_also_where_nothing_need_stand(string error)
    {
        Assert.Contains("formulas that fail (C2)", await Fault($"""{Row1}<row r="2">{Name(2)}{Kind(2)}<c r="C2" t="e"><f>1/0</f><v>{error}</v></c></row>"""), StringComparison.Ordinal);
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.At("t.csv"), $"name,kind,country\nMaker,maker,{error}\n");
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var report = await Import(await RegisterFixture.Open(test.Database), folder.At("t.csv"), dryRun: false);
        Assert.Contains(report.Faults, fault => (fault.Row, fault.Column) == (2, "country") && fault.Rule.StartsWith("is what a spreadsheet shows where a formula fails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merged_cells_are_refused_with_their_place() => Assert.Contains(
        "merged cells (B2:B3)",
        await Fault($"""{Row1}<row r="2">{Name(2)}{Kind(2)}</row><row r="3">{Name(3)}<c r="B3"/></row>""", """<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>"""), StringComparison.Ordinal);

    [Fact]
    public async Task The_first_sheet_that_is_shown_is_read_and_others_that_hold_something_are_told()
    {
        using var folder = new ScratchFolder();
        var path = Sheets(folder, ("old", "hidden", "Forgotten"), ("current", null, "Maker"), ("empty", null, null), ("more", null, "Another"), (ImportTemplate.SheetOfColumns, null, "explained"));
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        foreach (var dryRun in new[] { true, false })
        {
            var report = await Import(register, path, dryRun);
            Assert.Empty(report.Faults);
            Assert.Equal((1, !dryRun), (report.Entered, report.Written));
            Assert.Equal(["more", "old"], report.Warnings.Where(warning => warning.Rule.StartsWith("is a sheet that is not read", StringComparison.Ordinal)).Select(warning => warning.Value).Order());
        }
        await using var db = test.Database.Open();
        Assert.Contains("Maker", db.Organisations.Select(row => row.Name));
        Assert.DoesNotContain("Forgotten", db.Organisations.Select(row => row.Name));
    }

    [Fact]
    public async Task Days_are_read_from_cells_of_dates_and_no_other_number_is_taken_for_one()
    {
        const string Heading = "title,organisation,priority,units,kind,deadline,facility,load_kw";
        using var folder = new ScratchFolder();
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        string Cells(int row, IEnumerable<string> cells, string deadline) => $"<row r=\"{row}\">{string.Concat(cells.Index().Select(cell => cell.Item == "DEADLINE" ? deadline : $"<c r=\"{(char)('A' + cell.Index)}{row}\" t=\"inlineStr\"><is><t>{cell.Item}</t></is></c>"))}</row>";
        string Sheet(string deadline) => Cells(1, Heading.Split(','), "") + Cells(2, ["Need", "France", "high", "1", "facilityPower", "DEADLINE", "hospital", "100 kW"], deadline);
        var styled = Write(folder, Sheet("""<c r="F2" s="1"><v>44911</v></c>"""), "");
        var report = await new ImportFile(register.Database, register.Clock).Run(styled, new ImportRequest(register.Operation, ImportKind.Needs, ColumnChoice.None, false, "Olena", SitesSeen.All), cancel: Cancel);
        Assert.True(report.Written, string.Join('\n', report.Faults.Select(fault => $"{fault.Column} {fault.Rule}")));
        await using (var db = test.Database.Open())
            Assert.Equal(new DateOnly(2022, 12, 16), Assert.Single(db.Needs.AsEnumerable()).Deadline);
        var plain = Write(folder, Sheet("""<c r="F2"><v>44911</v></c>"""), "");
        report = await new ImportFile(register.Database, register.Clock).Run(plain, new ImportRequest(register.Operation, ImportKind.Needs, ColumnChoice.None, false, "Olena", SitesSeen.All), cancel: Cancel);
        Assert.Equal(("deadline", "44911"), (Assert.Single(report.Faults).Column, report.Faults[0].Value));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("-1")]
    [InlineData("text")]
    public async Task A_cell_whose_text_is_not_in_the_file_is_told_and_not_its_number_taken(string index) => Assert.Contains(
        "cells whose text is not in it (A2)", await Fault($"""{Row1}<row r="2"><c r="A2" t="s"><v>{index}</v></c>{Kind(2)}</row>"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("""<row r="2"><c r="B2" t="inlineStr"><is><t>maker</t></is></c><c r="A2" t="inlineStr"><is><t>Maker</t></is></c></row>""", "A2")]
    [InlineData("""<row r="2"><c r="A2" t="inlineStr"><is><t>Maker</t></is></c><c r="A2" t="inlineStr"><is><t>Other</t></is></c></row>""", "A2")]
    [InlineData("""<row r="1"><c r="A1" t="inlineStr"><is><t>Maker</t></is></c></row>""", "row 1, A1")]
    [InlineData("""<row r="2"><c r="A3" t="inlineStr"><is><t>Maker</t></is></c></row>""", "A3")]
    [InlineData("""<row r="2"><c r="ZZZZ2" t="inlineStr"><is><t>Maker</t></is></c></row>""", "ZZZZ2")]
    public async Task Cells_that_stand_twice_or_out_of_order_are_told_and_none_is_left_out(string row, string places) => Assert.Contains(
        $"stand twice or out of order ({places})", await Fault(Row1 + row), StringComparison.Ordinal);

    [Fact]
    public async Task A_sheet_may_leave_out_the_places_of_its_cells() => Assert.Equal(
        "Maker", Assert.Single(await Names("""<row><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>kind</t></is></c></row><row><c t="inlineStr"><is><t>Maker</t></is></c><c t="inlineStr"><is><t>maker</t></is></c></row>""")));

    [Theory]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("12345678901234567", "12345678901234568")]
    [InlineData("1E-7", "0.0000001")]
    [InlineData("1.5E+3", "1500")]
    [InlineData("1E-30", "1E-30")]
    [InlineData("1E+300", "1E+300")]
    public void Numbers_are_read_as_a_spreadsheet_shows_them(string stored, string read)
    {
        using var folder = new ScratchFolder();
        Assert.Equal(read, Assert.Single(Sheet.Read(Write(folder, $"""<row r="1"><c r="A1"><v>{stored}</v></c></row>""", ""))).Cells[0]);
    }

    private static string Name(int row) => $"""<c r="A{row}" t="inlineStr"><is><t>Maker {row}</t></is></c>""";

    private static string Kind(int row) => $"""<c r="B{row}" t="inlineStr"><is><t>maker</t></is></c>""";

    private static async Task<string> Fault(string rows, string after = "")
    {
        using var folder = new ScratchFolder();
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        var report = await Import(register, Write(folder, rows, after), dryRun: false);
        Assert.False(report.Written);
        return Assert.Single(report.Faults).Rule;
    }

    private static async Task<IReadOnlyList<string>> Names(string rows)
    {
        using var folder = new ScratchFolder();
        await using var test = await TestDatabases.Make(TestDatabases.Sqlite);
        var register = await RegisterFixture.Open(test.Database);
        Assert.True((await Import(register, Write(folder, rows, ""), dryRun: false)).Written);
        await using var db = test.Database.Open();
        return [.. db.Organisations.Select(row => row.Name).AsEnumerable().Except([register.Donor.Name, register.Other.Name])];
    }

    private static Task<ImportReport> Import(RegisterFixture register, string path, bool dryRun) => new ImportFile(register.Database, register.Clock).Run(
        path, new ImportRequest(register.Operation, ImportKind.Organisations, ColumnChoice.None, dryRun, "Olena", SitesSeen.All), cancel: Cancel);

    // A file of one sheet with these rows, and a form of cells that shows numbers as days.
    private static string Write(ScratchFolder folder, string rows, string after) => Archive(
        folder,
        ("xl/workbook.xml", $"""<workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="table" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Relations(1)),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData>{after}</worksheet>"));

    private static string Sheets(ScratchFolder folder, params (string Name, string? State, string? Maker)[] sheets) => Archive(
        folder,
        [
            ("xl/workbook.xml", $"""<workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Index().Select(sheet => $"<sheet name=\"{sheet.Item.Name}\" sheetId=\"{sheet.Index + 1}\" {(sheet.Item.State is { } state ? $"state=\"{state}\" " : "")}r:id=\"r{sheet.Index + 1}\"/>"))}</sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", Relations(sheets.Length)),
            .. sheets.Index().Select(sheet => ($"xl/worksheets/sheet{sheet.Index + 1}.xml", $"<worksheet {Main}><sheetData>{(sheet.Item.Maker is { } maker ? $"""{Row1}<row r="2"><c r="A2" t="inlineStr"><is><t>{maker}</t></is></c>{Kind(2)}</row>""" : "")}</sheetData></worksheet>")),
        ]);

    private static string Relations(int sheets) => $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(Enumerable.Range(1, sheets).Select(i => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""";

    private static string Archive(ScratchFolder folder, params (string Name, string Text)[] parts)
    {
        var path = folder.At($"{Guid.NewGuid():N}.xlsx");
        using var stream = File.Create(path);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, text) in parts.Concat(
        [
            ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""),
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
            ("xl/styles.xml", $"""<styleSheet {Main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""),
        ]))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }
        return path;
    }
}
