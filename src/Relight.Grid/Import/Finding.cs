namespace Relight.Grid.Import;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Not used, or taken otherwise than it is written; nothing is wrong with it.</summary>
    Notice,

    /// <summary>Odd; the input is taken all the same.</summary>
    Warning,

    /// <summary>The input is refused.</summary>
    Error,
}

/// <summary>One thing that is wrong with, or odd about, an input: where it stands, what stands there, what the rule is.</summary>
/// <param name="Severity">Whether the input is refused for it.</param>
/// <param name="Place">File with line and column (<c>case.m:12:5</c>), or file with JSON path (<c>scenario.json $.damage[3].hours</c>).</param>
/// <param name="Value">The text or number found there, shortened to one line; null where something is missing.</param>
/// <param name="Rule">What must hold there, as a sentence part a user can act on.</param>
public sealed record Finding(Severity Severity, string Place, string? Value, string Rule)
{
    /// <summary>A finding that refuses the input.</summary>
    public static Finding Error(string place, string? value, string rule) => new(Severity.Error, place, value, rule);

    /// <summary>A finding about something that is not used.</summary>
    public static Finding Notice(string place, string? value, string rule) => new(Severity.Notice, place, value, rule);

    /// <summary>A finding that does not refuse the input.</summary>
    public static Finding Warning(string place, string? value, string rule) => new(Severity.Warning, place, value, rule);

    /// <summary>One line for people: <c>place: value: rule</c>.</summary>
    public override string ToString() => Value is null ? $"{Place}: {Rule}" : $"{Place}: {Value}: {Rule}";
}

/// <summary>What an importer read, with everything it found on the way.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Value">The result; null where any finding is an error.</param>
/// <param name="Findings">All findings, in the order of the file.</param>
public sealed record Imported<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class
{
    /// <summary>The findings that refuse the input.</summary>
    public IEnumerable<Finding> Errors => Findings.Where(f => f.Severity == Severity.Error);
}
