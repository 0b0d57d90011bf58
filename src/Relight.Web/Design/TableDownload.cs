using System.Globalization;
using System.Text;

namespace Relight.Web.Design;

/// <summary>Downloads of tables: CSV with a heading row and a row of Humanitarian Exchange Language tags.</summary>
internal static class TableDownload
{
    /// <summary>The rows that match the address, all pages of them.</summary>
    public static IResult Csv<TRow>(Table<TRow> table, IEnumerable<TRow> rows, HttpContext context) =>
        Csv(table, table.Matching(rows, TableState.Of(context.Request.Query)).ToAsyncEnumerable());

    /// <summary>Rows in the order in which they come.</summary>
    public static IResult Csv<TRow>(Table<TRow> table, IAsyncEnumerable<TRow> rows) => Results.Stream(
        stream => WriteAsync(table, rows, stream),
        "text/csv; charset=utf-8",
        table.Path.Replace('/', '-') + ".csv");

    private static async Task WriteAsync<TRow>(Table<TRow> table, IAsyncEnumerable<TRow> rows, Stream stream)
    {
        // The mark at the start tells spreadsheets that the text is UTF-8.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Line(table.Columns.Select(column => column.Key)));
        await writer.WriteAsync(Line(table.Columns.Select(column => column.Hxl)));
        await foreach (var row in rows)
            await writer.WriteAsync(Line(table.Columns.Select(column => Harmless(column.Csv(row)))));
    }

    /// <summary>One record as RFC 4180 writes it.</summary>
    internal static string Line(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string? text) => text is null || text.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? text ?? ""
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A spreadsheet takes a text that starts with one of these for a formula; an apostrophe keeps it a text.</summary>
    internal static string? Harmless(string? text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        ? "'" + text
        : text;
}
