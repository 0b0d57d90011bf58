using System.Globalization;
using System.Text.Json;

namespace Relight.Grid.Import;

/// <summary>A table in the making: named columns of one type each, and rows under an index.</summary>
/// <param name="columns">Names, each with its type in pandas.</param>
internal sealed class PandapowerFrame(params (string Name, string Type)[] columns)
{
    private readonly List<(int Index, object?[] Cells)> _rows = [];

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row under the next index; a cell is a text, a number, true or false, or null.</summary>
    public void Add(params object?[] cells) => AddAt(_rows.Count, cells);

    /// <summary>Adds a row under an index of its own.</summary>
    public void AddAt(int index, params object?[] cells) => _rows.Add((index, cells));

    /// <summary>Writes it as pandapower's <c>to_json</c> does: the data as a text within the JSON.</summary>
    public void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("_module", "pandas.core.frame");
        json.WriteString("_class", "DataFrame");
        json.WriteString("_object", Data());
        json.WriteString("orient", "split");
        json.WriteStartObject("dtype");
        foreach (var (column, type) in columns)
            json.WriteString(column, type);
        json.WriteEndObject();
        json.WriteBoolean("is_multiindex", false);
        json.WriteBoolean("is_multicolumn", false);
        json.WriteEndObject();
    }

    private string Data()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var (column, _) in columns)
                json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartArray("index");
            foreach (var (index, _) in _rows)
                json.WriteNumberValue(index);
            json.WriteEndArray();
            json.WriteStartArray("data");
            foreach (var (_, cells) in _rows)
            {
                json.WriteStartArray();
                foreach (var cell in cells)
                    WriteCell(json, cell);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null or double.PositiveInfinity or double.NegativeInfinity:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteRawValue(Number(Convert.ToDouble(cell, CultureInfo.InvariantCulture)));
                break;
        }
    }

    /// <summary>A number of a column of floats: with a point or an exponent, so that pandas keeps it one.</summary>
    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
