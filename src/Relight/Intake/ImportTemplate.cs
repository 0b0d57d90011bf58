using System.Text;

namespace Relight.Intake;

/// <summary>Templates to fill in: the headings of a kind of table, and what stands under each.</summary>
public static class ImportTemplate
{
    /// <summary>Media type of XLSX files.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Name of the sheet that explains the columns; it is not read.</summary>
    public const string SheetOfColumns = "columns";

    /// <summary>An XLSX file: a sheet to fill in, and one that explains each column with an example.</summary>
    public static void WriteXlsx(ImportKind kind, Stream stream)
    {
        using var file = new XlsxWriter(stream);
        var columns = ImportTables.ColumnsOf(kind);
        file.Sheet(kind.ToString().ToLowerInvariant());
        file.Row(columns.Select(column => column.Name));
        file.Sheet(SheetOfColumns);
        file.Row(["column", "needed", "what stands in it", "example"]);
        foreach (var column in columns)
            file.Row([column.Name, column.Required ? "yes" : "no", column.Says, column.Example]);
    }

    /// <summary>A CSV file: the headings alone.</summary>
    public static void WriteCsv(ImportKind kind, Stream stream)
    {
        // The mark at the start tells spreadsheets that the text is UTF-8.
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        writer.Write(string.Join(',', ImportTables.ColumnsOf(kind).Select(column => column.Name)) + "\r\n");
    }
}
