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
    public Checks Refuse(string field, object? value, string rule) => Add(new Refusal(field, ShownValue(value), rule));

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
            _warnings.Add(new Warning(field, ShownValue(value), doubt));
        return this;
    }

    /// <summary>A text that must be there, not longer than a limit, without characters that hide or garble what is read.</summary>
    public Checks Text(string field, string? value, int longest = Line)
    {
        if (value is null || value.All(IsInvisible))
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

    // Joiners, marks of direction and the like show nothing by themselves.
    private static bool IsInvisible(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    // Embeddings, overrides and isolates can make a text read other than it is stored; plain direction marks cannot.
    private static bool IsOverride(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>A text that somebody sent as one short line in which nothing garbles what is read.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How much of it is shown, in UTF-16 units.</param>
    public static string Shown(string text, int most = 120)
    {
        var line = string.Create(Math.Min(text.Length, most), text, (shown, from) =>
        {
            for (var i = 0; i < shown.Length; i++)
                shown[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) || IsOverride(from[i]) ? '\uFFFD' : from[i];
        });
        return text.Length > most ? line + "…" : line;
    }

    /// <summary>A value as one such line; null for none.</summary>
    internal static string? ShownValue(object? value) =>
        (value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)) is { } text ? Shown(text) : null;
}
