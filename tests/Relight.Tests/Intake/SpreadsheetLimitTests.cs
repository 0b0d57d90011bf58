using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Relight.Intake;

namespace Relight.Tests.Intake;

/// <summary>Spreadsheets made to take memory or hours are refused with the rule that they break, or read row by row.</summary>
public class SpreadsheetLimitTests
{
    private const string Sheet1 = "xl/worksheets/sheet1.xml";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Fact]
    public void A_million_empty_rows_are_read_without_holding_them()
    {
        using var folder = new ScratchFolder();
        var file = Write(folder, writer =>
        {
            writer.Write($"<worksheet {Main}><sheetData>{Cell("A1", "title")}");
            for (var row = 2; row <= 1_000_000; row++)
                writer.Write($"<row r=\"{row}\"/>");
            writer.Write($"{Cell("A1000001", "last")}</sheetData></worksheet>");
        });
        var (kept, passed) = Passed(file);
        Assert.Equal([(1, "title"), (1_000_001, "last")], kept);
        Assert.Equal(1_001, passed.Count);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(passed.Count(row => row.IsAlive), 0, 10);
    }

    // Every thousandth row, held by nothing but the reader, while the last is being read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<(int, string)> Kept, List<WeakReference> Passed) Passed(string file)
    {
        var (kept, passed, rows) = (new List<(int, string)>(), new List<WeakReference>(), 0);
        foreach (var row in Sheet.Read(file))
        {
            if (!row.IsEmpty)
                kept.Add((row.Number, row.Cells[0]));
            if (rows++ % 1_000 == 0)
                passed.Add(new WeakReference(row));
        }
        return (kept, passed);
    }

    [Theory]
    [InlineData("A1048577", "more than 1048576 rows")]
    [InlineData("XFD2", "1000 are taken")]
    public void A_cell_beyond_what_a_table_has_is_refused_with_the_rule(string cell, string rule)
    {
        using var folder = new ScratchFolder();
        var file = Write(folder, writer => writer.Write($"<worksheet {Main}><sheetData>{Cell("A1", "title")}{Cell(cell, "x")}</sheetData></worksheet>"));
        Assert.Contains(rule, Assert.Throws<SheetException>(() => Sheet.Read(file).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_does_not_end_is_refused_before_it_is_read()
    {
        using var folder = new ScratchFolder();
        var digits = new Random(3);
        var file = Write(folder, writer =>
        {
            writer.Write($"<worksheet {Main}><sheetData><row r=\"1\"><c r=\"A1\"><v>");
            for (var i = 0; i < 6_000_000; i++)
                writer.Write(digits.Next(100_000, 1_000_000));
            writer.Write("</v></c></row></sheetData></worksheet>");
        });
        Assert.Contains("a cell of more than", Assert.Throws<SheetException>(() => Sheet.Read(file).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_shrinks_more_than_any_table_is_refused_before_it_is_unpacked()
    {
        using var folder = new ScratchFolder();
        var file = Write(folder, writer =>
        {
            writer.Write($"<worksheet {Main}><sheetData>");
            for (var i = 0; i < 10_000_000; i++)
                writer.Write("<row/>");
            writer.Write("</sheetData></worksheet>");
        });
        Assert.Contains("unpacks to more", Assert.Throws<SheetException>(() => Sheet.Read(file).Count()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void A_part_that_is_longer_than_the_archive_says_is_damaged_and_read_no_further(int said)
    {
        using var folder = new ScratchFolder();
        var file = Table(folder);
        SayLength(file, said);
        Assert.Contains("damaged", Assert.Throws<SheetException>(() => Sheet.Read(file).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_shorter_than_the_archive_says_is_refused_or_read_as_it_is()
    {
        using var folder = new ScratchFolder();
        var file = Table(folder);
        SayLength(file, 4_294_967_290);
        Assert.Contains("unpacks to more", Assert.Throws<SheetException>(() => Sheet.Read(file).Count()).Message, StringComparison.Ordinal);
        SayLength(file, 40_000_000);
        Assert.Equal(2, Sheet.Read(file).Count());
    }

    private static string Table(ScratchFolder folder) => Write(folder, writer =>
        writer.Write($"<worksheet {Main}><sheetData>{Cell("A1", "title")}{Cell("A2", "set")}</sheetData></worksheet>"));

    private static string Cell(string place, string text)
    {
        var row = place.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
        return $"<row r=\"{row}\"><c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>";
    }

    // The sheet of a spreadsheet replaced by another text.
    private static string Write(ScratchFolder folder, Action<TextWriter> sheet)
    {
        var path = folder.At($"{Guid.NewGuid():N}.xlsx");
        using (var stream = File.Create(path))
        using (var file = new XlsxWriter(stream))
        {
            file.Sheet("table");
            file.Row(["title"]);
        }
        using (var stream = File.Open(path, FileMode.Open))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            zip.GetEntry(Sheet1)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(Sheet1).Open(), new UTF8Encoding(false));
            sheet(writer);
        }
        return path;
    }

    // Changes the length that the archive's list of parts gives for the sheet.
    private static void SayLength(string path, uint length)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Encoding.ASCII.GetBytes(Sheet1);
        for (var at = bytes.Length - 46; at >= 0; at--)
            if (bytes.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8) && bytes.AsSpan(at + 46, Math.Min(name.Length, bytes.Length - at - 46)).SequenceEqual(name))
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24, 4), length);
        File.WriteAllBytes(path, bytes);
    }

    private static void SayLength(string path, int length) => SayLength(path, (uint)length);
}
