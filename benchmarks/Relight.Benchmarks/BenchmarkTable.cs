using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relight.Benchmarks;

/// <summary>What a benchmark found: a table for people, the same for programs.</summary>
/// <param name="columns">Headings, with units.</param>
internal sealed class BenchmarkTable(params string[] columns)
{
    private readonly List<object[]> _rows = [];
    private readonly List<string> _notes = [];

    /// <summary>False where contestants that ought to find the same did not.</summary>
    public bool Agreed { get; set; } = true;

    /// <summary>Adds a row: texts, and numbers already rounded to the digits that mean something.</summary>
    public void Add(params object[] cells) => _rows.Add(cells);

    /// <summary>Adds a remark below the table: what was compared, what not.</summary>
    public void Note(string note) => _notes.Add(note);

    /// <summary>The table with numbers to the right.</summary>
    public string ToText(string question)
    {
        string[][] text = [columns, .. _rows.Select(row => row.Select(Shown).ToArray())];
        var width = columns.Select((_, c) => text.Max(row => row[c].Length)).ToArray();
        var right = columns.Select((_, c) => _rows.Count > 0 && _rows.All(row => row[c] is not string)).ToArray();
        var lines = new StringBuilder().AppendLine(question).AppendLine(Machine()).AppendLine();
        foreach (var row in text)
            lines.AppendLine(string.Join("  ", row.Select((cell, c) => right[c] ? cell.PadLeft(width[c]) : cell.PadRight(width[c]))).TrimEnd());
        foreach (var note in _notes)
            lines.AppendLine().Append(note);
        return lines.ToString().TrimEnd();
    }

    /// <summary>One object a row.</summary>
    public string ToJson(string name)
    {
        var rows = new JsonArray([.. _rows.Select(row => new JsonObject(
            columns.Select((column, c) => KeyValuePair.Create(column, JsonSerializer.SerializeToNode(row[c])))))]);
        var all = new JsonObject
        {
            ["benchmark"] = name,
            ["machine"] = Machine(),
            ["agreed"] = Agreed,
            ["rows"] = rows,
            ["notes"] = new JsonArray([.. _notes.Select(note => JsonValue.Create(note))]),
        };
        return all.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static string Machine() =>
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}";

    private static string Shown(object cell) => cell switch
    {
        0.0 => "0",
        double number when Math.Abs(number) < 1e-4 => number.ToString("0e+0", CultureInfo.InvariantCulture),
        double number => number.ToString(Math.Abs(number) >= 1000 ? "N0" : "0.####", CultureInfo.InvariantCulture),
        int or long => ((IFormattable)cell).ToString("N0", CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
