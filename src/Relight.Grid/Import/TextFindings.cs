using System.Globalization;

namespace Relight.Grid.Import;

/// <summary>
/// What a reader finds in one text, in any order of finding; given back in the order of the text. Of each severity at
/// most 1,000 are kept and the rest counted, so that a hostile file cannot fill the memory with complaints.
/// </summary>
public sealed class TextFindings(SourceText source)
{
    private const int Most = 1000;

    private readonly List<(int Position, Finding Finding)> _kept = [];
    private readonly int[] _count = new int[2];

    /// <summary>The text that is read.</summary>
    public SourceText Source { get; } = source;

    /// <summary>True once an error was found.</summary>
    public bool HasErrors => _count[(int)Severity.Error] > 0;

    /// <summary>Notes a finding at a position of the text.</summary>
    public void Add(Severity severity, int position, string? value, string rule)
    {
        if (++_count[(int)severity] <= Most)
            _kept.Add((position, new Finding(severity, Source.Place(position), value, rule)));
    }

    /// <summary>Notes something that refuses the input.</summary>
    public void Error(int position, string? value, string rule) => Add(Severity.Error, position, value, rule);

    /// <summary>Notes something odd, or not used.</summary>
    public void Warning(int position, string? value, string rule) => Add(Severity.Warning, position, value, rule);

    /// <summary>All findings in the order of the text; last, how many more there were.</summary>
    public IReadOnlyList<Finding> InOrder()
    {
        var findings = _kept.OrderBy(f => f.Position).Select(f => f.Finding).ToList();
        foreach (var severity in new[] { Severity.Warning, Severity.Error })
        {
            var more = _count[(int)severity] - Most;
            if (more > 0)
                findings.Add(new Finding(severity, Source.FileName, more.ToString(CultureInfo.InvariantCulture), "more such findings are not shown"));
        }
        return findings;
    }
}
