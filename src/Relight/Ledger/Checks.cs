using System.Globalization;

namespace Relight.Ledger;

/// <summary>Collects everything that is wrong with a command, so that all of it is told at once.</summary>
public sealed class Checks
{
    private readonly List<Refusal> _refusals = [];
    private readonly List<Warning> _warnings = [];

    /// <summary>Longest text of one line, such as a title or a name, in UTF-16 units.</summary>
    public const int Line = 300;

    /// <summary>Longest text of a few paragraphs, such as a quote, a reason or a note.</summary>
    public const int Paragraphs = 8_000;

    /// <summary>Longest text of a document.</summary>
    public const int Document = 2_000_000;

    /// <summary>Whether nothing was refused so far.</summary>
    public bool Clean => _refusals.Count == 0;

    /// <summary>Refuses the command for a field.</summary>
    public Checks Refuse(string field, object? value, string rule) => Add(new Refusal(field, Shown(value), rule));

    /// <summary>Refuses the command for a reason already worded.</summary>
    public Checks Add(Refusal refusal)
    {
        _refusals.Add(refusal);
        return this;
    }

    /// <summary>Refuses the command unless something holds.</summary>
    public Checks Require(bool holds, string field, object? value, string rule) =>
        holds ? this : Refuse(field, value, rule);

    /// <summary>Notes something that looks like a slip.</summary>
    public Checks Warn(bool doubtful, string field, object? value, string doubt)
    {
        if (doubtful)
            _warnings.Add(new Warning(field, Shown(value), doubt));
        return this;
    }

    /// <summary>A text that must be there, not longer than a limit, without characters that hide or garble what is read.</summary>
    public Checks Text(string field, string? value, int longest = Line)
    {
        if (string.IsNullOrWhiteSpace(value))
            return Refuse(field, null, "must not be empty");
        return OptionalText(field, value, longest);
    }

    /// <summary>A text that may be missing, else as <see cref="Text"/>.</summary>
    public Checks OptionalText(string field, string? value, int longest = Line)
    {
        if (value is null)
            return this;
        if (value.Length > longest)
            return Refuse(field, value, string.Create(CultureInfo.InvariantCulture, $"must not be longer than {longest} characters"));
        var at = IndexOfBad(value, linesAllowed: longest > Line);
        return at < 0
            ? this
            : Refuse(field, value, string.Create(CultureInfo.InvariantCulture,
                $"must not hold the control character U+{(int)value[at]:X4} (at character {at + 1})"));
    }

    /// <summary>The answer: this event, or all refusals.</summary>
    public Decision Or(Func<IEvent> happened) => OrAll(() => [happened()]);

    /// <summary>The answer: these events in order, or all refusals.</summary>
    public Decision OrAll(Func<IReadOnlyList<IEvent>> happened) => Clean
        ? new Decision.Accepted(happened(), [.. _warnings])
        : Refused();

    /// <summary>All refusals, where there are some already.</summary>
    public Decision Refused() => new Decision.Refused([.. _refusals], [.. _warnings]);

    private static int IndexOfBad(string text, bool linesAllowed)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c) || IsOverride(c) || (char.IsControl(c) && !(linesAllowed && c is '\n' or '\r' or '\t')))
                return i;
        }
        return -1;
    }

    // Embeddings, overrides and isolates can make a text read other than it is stored; plain direction marks cannot.
    private static bool IsOverride(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>A value as one short line in which nothing garbles what is read; null for none.</summary>
    internal static string? Shown(object? value)
    {
        var text = value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);
        if (text is null)
            return null;
        var line = new string([.. text.Take(120).Select(c => char.IsControl(c) || char.IsSurrogate(c) || IsOverride(c) ? '\uFFFD' : c)]);
        return text.Length > 120 ? line + "…" : line;
    }
}
