using System.Globalization;
using System.Text;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Api;

namespace Relight.Web.Design;

/// <summary>Downloads of tables: CSV with a heading row and a row of Humanitarian Exchange Language tags.</summary>
internal static class TableDownload
{
    /// <summary>The rows that match the address, all pages of them; a problem where it cannot be read.</summary>
    public static IResult Csv<TRow>(Table<TRow> table, IEnumerable<TRow> rows, HttpContext context)
    {
        var (all, state) = (rows.ToList(), TableState.Of(context.Request.Query));
        return Wrong(table, state, all) is { } problem ? problem : Csv(table, table.Matching(all, state).ToAsyncEnumerable());
    }

    /// <summary>Why no rows can be said to match an address: a file with other rows than were asked for would be taken for the right one. Null where all is well.</summary>
    /// <param name="table">The table.</param>
    /// <param name="state">What the address says of it.</param>
    /// <param name="rows">All rows, where they are at hand.</param>
    public static Problem? Wrong<TRow>(Table<TRow> table, TableState state, IReadOnlyCollection<TRow>? rows = null)
    {
        var faults = table.Tests(state, rows).Faults.Select(pair => new Fault(pair.Key, Checks.Shown(state.FilterOf(pair.Key)!), pair.Value switch
        {
            FilterFault.OtherUnit => "must be in the unit of the column, or in one that measures the same",
            FilterFault.NoChoice => "must be one of the choices",
            FilterFault.TwoWays => Numerals.TwoWays,
            _ => "must be a number, a range such as 200..250, or begin with >=, <=, > or <",
        })).Concat(table.Faults(state)).ToList();
        return faults.Count > 0 ? Problem.Malformed(faults) : null;
    }

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

    /// <summary>A spreadsheet takes a text that starts with one of these, some of them also as wide as Chinese letters, for a formula; an apostrophe keeps it a text.</summary>
    internal static string? Harmless(string? text) => text is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' or '\t' or '\r', ..]
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        ? "'" + text
        : text;
}
