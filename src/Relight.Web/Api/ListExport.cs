using System.Text;
using System.Text.Json;
using Relight.Storage;
using Relight.Web.Design;

namespace Relight.Web.Api;

/// <summary>Writes a list as it is read, row by row.</summary>
internal static class ListExport
{
    /// <summary>CSV: a heading row, a row of Humanitarian Exchange Language tags, then a row for each record.</summary>
    public static async Task Csv<T, TRow, TView>(Stream stream, IReadOnlyList<ListField<T, TRow, TView>> fields, IAsyncEnumerable<Found<TView>> rows)
        where T : class
        where TRow : Row<T, TRow>
    {
        // The mark at the start tells spreadsheets that the text is UTF-8.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(TableDownload.Line(fields.Select(field => field.Units is [{ Length: > 0 } unit] ? $"{field.Name} ({unit})" : field.Name)));
        await writer.WriteAsync(TableDownload.Line(fields.Select(field => field.Hxl)));
        await foreach (var found in rows)
            await writer.WriteAsync(TableDownload.Line(fields.Select(field => TableDownload.Harmless(field.Csv(found.View)))));
    }

    /// <summary>NDJSON: the view of each record on a line.</summary>
    public static async Task Lines<TView>(Stream stream, IAsyncEnumerable<Found<TView>> rows)
    {
        await foreach (var found in rows)
        {
            await JsonSerializer.SerializeAsync(stream, found.View, ApiJson.Options);
            await stream.WriteAsync("\n"u8.ToArray());
        }
    }
}
