using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>A text that is being read, and the way from a position in it to the <c>file:line:column</c> that people look up.</summary>
public sealed class SourceText
{
    private const int LongestExcerpt = 60;

    private readonly Lazy<int[]> _lineStarts;

    /// <summary>Wraps a text under the name that findings show.</summary>
    public SourceText(string fileName, string text)
    {
        FileName = fileName;
        Text = text;
        _lineStarts = new Lazy<int[]>(FindLineStarts);
    }

    /// <summary>Name shown in places.</summary>
    public string FileName { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary><c>file:line:column</c> of a position, both from 1. A line ends at LF, CR or CR LF.</summary>
    public string Place(int position)
    {
        var starts = _lineStarts.Value;
        var found = Array.BinarySearch(starts, Math.Clamp(position, 0, Text.Length));
        var line = found >= 0 ? found : ~found - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{FileName}:{line + 1}:{position - starts[line] + 1}");
    }

    /// <summary>Line of a position, from 1.</summary>
    public int Line(int position)
    {
        var found = Array.BinarySearch(_lineStarts.Value, Math.Clamp(position, 0, Text.Length));
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>A piece of text as findings show it: one line, at most 60 characters, with a dot for what would not print or would turn the line around.</summary>
    public static string Excerpt(ReadOnlySpan<char> text)
    {
        var shown = text[..Math.Min(text.Length, LongestExcerpt)];
        var line = string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = Prints(source[i]) ? source[i] : '·';
        });
        return shown.Length < text.Length ? line + "…" : line;
    }

    private static bool Prints(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Text.Length; i++)
        {
            var endsLine = Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n'));
            if (endsLine)
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
