namespace Relight.Grid.Import;

/// <summary>What a reader finds in one text, placed by position.</summary>
public sealed class TextFindings(SourceText source)
{
    private readonly FindingList _findings = new(source.FileName);

    /// <summary>The text that is read.</summary>
    public SourceText Source { get; } = source;

    /// <summary>True once an error was found.</summary>
    public bool HasErrors => _findings.HasErrors;

    /// <summary>Notes a finding at a position of the text.</summary>
    public void Add(Severity severity, int position, string? value, string rule) =>
        _findings.Add(severity, position, () => Source.Place(position), value, rule);

    /// <summary>Notes something that refuses the input.</summary>
    public void Error(int position, string? value, string rule) => Add(Severity.Error, position, value, rule);

    /// <summary>Notes something that is not used, or taken otherwise than it is written.</summary>
    public void Notice(int position, string? value, string rule) => Add(Severity.Notice, position, value, rule);

    /// <summary>Notes something odd.</summary>
    public void Warning(int position, string? value, string rule) => Add(Severity.Warning, position, value, rule);

    /// <summary>All findings in the order of the text; last, how many more there were.</summary>
    public IReadOnlyList<Finding> InOrder() => _findings.InOrder();
}
