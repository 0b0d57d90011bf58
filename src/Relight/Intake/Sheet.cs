using System.Globalization;
using System.Text;
using CsvHelper;
using ExcelDataReader;

namespace Relight.Intake;

/// <summary>A row of a table: its number in the file, from 1, and its cells as text.</summary>
/// <param name="Number">Row in a spreadsheet; line in a CSV file, the first where a record has several.</param>
/// <param name="Cells">Cells; empty ones at the end may be missing.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Why a file cannot be read as a table.</summary>
/// <param name="message">The rule that it breaks.</param>
public sealed class SheetException(string message) : Exception(message);

/// <summary>
/// Reads the first sheet of an XLSX file that is shown, or a CSV file, row by row, without holding it in memory. Of a spreadsheet the
/// table of shared texts is held, because its cells refer to it in any order.
/// </summary>
public static class Sheet
{
    /// <summary>How a cell of a date with a time of day is given.</summary>
    internal const string Instant = "yyyy-MM-ddTHH:mm:ss";

    private const string Damaged = "is no spreadsheet that can be read: it is damaged, or not what Excel and LibreOffice write";
    /// <summary>How many places are told of each fault of a spreadsheet as a whole.</summary>
    internal const int MostTold = 5;

    private static readonly CsvReaderOptions s_csv = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        // A quote that is not closed would swallow rows without a word.
        MalformedData = CsvMalformedDataHandling.Throw,
        // A longer row is none that people made; a text that is too long for its field is refused in its place.
        MaxRecordSize = 64_000_000,
    };

    // The reader asks for a code page of old spreadsheets as soon as it is made, whatever it then reads.
    static Sheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows of a file; whether it is a spreadsheet its first bytes tell, not its name.</summary>
    /// <exception cref="SheetException">It is no table; may be thrown at any row.</exception>
    public static IEnumerable<SheetRow> Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Span<byte> first = stackalloc byte[4];
        var read = stream.ReadAtLeast(first, 4, throwOnEndOfStream: false);
        var isZip = read == 4 && first.SequenceEqual("PK\u0003\u0004"u8);
        var isOldExcel = read == 4 && first.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]);
        stream.Position = 0;
        if (isOldExcel)
            throw new SheetException("is a spreadsheet of the old form (XLS) or one with a password: save it as XLSX without one");
        if (isZip)
        {
            SpreadsheetLimits.Require(stream);
            stream.Position = 0;
            RequireAllIsThere(stream, path);
        }
        return Told(isZip ? Xlsx : Csv, path);
    }

    /// <summary>Sheets of a spreadsheet that hold something beside the one that is read, which is the first that is shown; of a CSV file none.</summary>
    /// <exception cref="SheetException">It is no table.</exception>
    public static IReadOnlyList<string> NotRead(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Span<byte> first = stackalloc byte[4];
        if (stream.ReadAtLeast(first, 4, throwOnEndOfStream: false) < 4 || !first.SequenceEqual("PK\u0003\u0004"u8))
            return [];
        stream.Position = 0;
        return Readable(() =>
        {
            using var reader = Shown(stream);
            return SpreadsheetSheets.NotRead(path, reader.Name);
        });
    }

    // What a cell shows in the place of others, and what a formula would give, is not in the cells that are read.
    private static void RequireAllIsThere(Stream stream, string path)
    {
        var (name, merged) = Readable(() =>
        {
            using var reader = Shown(stream);
            return (reader.Name, (reader.MergeCells ?? []).Take(MostTold).Select(range => $"{Place(range.FromColumn, range.FromRow)}:{Place(range.ToColumn, range.ToRow)}").ToList());
        });
        if (merged.Count > 0)
            throw new SheetException($"has merged cells ({string.Join(", ", merged)}): what stands there would count for the first row or column alone; unmerge them, and fill in each cell");
        var flaws = Readable(() => SpreadsheetSheets.Flaws(path, name));
        if (flaws.Failed.Count > 0)
            throw new SheetException($"has formulas that fail ({string.Join(", ", flaws.Failed)}), so that there is no value: mend them, or leave the cells empty");
        if (flaws.WithoutResult.Count > 0)
            throw new SheetException($"has formulas without a result ({string.Join(", ", flaws.WithoutResult)}): open it in a spreadsheet program and save it, so that they are worked out");
        if (flaws.WithoutText.Count > 0)
            throw new SheetException($"has cells whose text is not in it ({string.Join(", ", flaws.WithoutText)}): it is damaged; get it anew from whom it comes");
        if (flaws.Astray.Count > 0)
            throw new SheetException($"has rows or cells that stand twice or out of order ({string.Join(", ", flaws.Astray)}): open it in a spreadsheet program, look whether all is there, and save it");
    }

    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new SheetException(Damaged);
        }
    }

    private static IExcelDataReader Shown(Stream stream)
    {
        var reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        while (reader.VisibleState != "visible" && reader.NextResult())
        {
        }
        if (reader.VisibleState != "visible")
            reader.Reset();
        return reader;
    }

    /// <summary>How spreadsheets name the place of a cell, e.g. <c>B7</c>.</summary>
    /// <param name="column">Column, from 0.</param>
    /// <param name="row">Row, from 0.</param>
    internal static string Place(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row + 1}");
    }

    private static bool IsDamage(Exception error) => error is InvalidDataException or ExcelDataReader.Exceptions.ExcelReaderException
        or System.Xml.XmlException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException or ArgumentException;

    // The stream above is only looked at: each reading opens the file for itself, and closes it when its last row is taken.
    private static IEnumerable<SheetRow> Told(Func<Stream, IEnumerable<SheetRow>> rows, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        using var each = rows(stream).GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext())
                    yield break;
            }
            catch (DecoderFallbackException)
            {
                throw new SheetException("is not in UTF-8: save it as CSV in UTF-8, or as XLSX");
            }
            catch (Exception error) when (IsDamage(error))
            {
                throw new SheetException(Damaged);
            }
            yield return each.Current;
        }
    }

    private static IEnumerable<SheetRow> Xlsx(Stream stream)
    {
        using var reader = Shown(stream);
        if (reader.FieldCount > SpreadsheetLimits.MostColumns)
            throw TooWide(reader.FieldCount);
        while (reader.Read())
        {
            if (reader.Depth >= SpreadsheetLimits.MostRows)
                throw TooLong();
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Text(reader.GetValue(i));
            yield return new SheetRow(reader.Depth + 1, cells);
        }
    }

    private static SheetException TooWide(int column) =>
        new(FormattableString.Invariant($"has something in column {column}, and {SpreadsheetLimits.MostColumns} are taken at most: delete all to the right of the table, formats too"));

    private static SheetException TooLong() => new(FormattableString.Invariant($"has more than {SpreadsheetLimits.MostRows} rows"));

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Text(number),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString(Instant, CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // Spreadsheets compute with 15 digits and show no more: what follows in a fraction (0.30000000000000004) is dust.
    private static string Text(double number)
    {
        var text = number.ToString(double.IsInteger(number) ? "R" : "G15", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) is > 1e-20 and < 1e28
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : text;
    }

    private static IEnumerable<SheetRow> Csv(Stream stream)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        using var text = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        using var reader = CsvReader.Create(text, s_csv, leaveOpen: true);
        var (isFirst, count) = (true, 0);
        bool Next()
        {
            try
            {
                return reader.Read();
            }
            catch (CsvFormatException error)
            {
                throw new SheetException(FormattableString.Invariant($"cannot be read from line {error.LineNumber} on: {CsvQuotes.Fault(stream, error.LineNumber, reader.Separator)}"));
            }
        }
        while (Next())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            // Text in UTF-16 without its mark is also UTF-8, of letters with NUL between them.
            if (isFirst && cells.Any(cell => cell.Contains('\0', StringComparison.Ordinal)))
                throw new SheetException("is no text in UTF-8, for there are NUL characters in its first row: save it as CSV in UTF-8, or as XLSX");
            isFirst = false;
            if (cells.Length > SpreadsheetLimits.MostColumns && Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) is >= SpreadsheetLimits.MostColumns and var last)
                throw TooWide(last + 1);
            if (++count > SpreadsheetLimits.MostRows)
                throw TooLong();
            yield return new SheetRow((int)reader.LineNumber, cells);
        }
    }
}
