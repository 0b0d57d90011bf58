using System.Text;
using System.Text.RegularExpressions;

namespace Relight.Tests.Refusals;

/// <summary>A place in the source that can refuse a command, as far as the words of field and rule are written there.</summary>
/// <param name="Source">Name of its file, without ending: that of the command.</param>
/// <param name="IsShared">Whether it is among checks that stand beside commands, for several of them.</param>
/// <param name="Line">Line of the place.</param>
/// <param name="Field">What the field looks like.</param>
/// <param name="Rule">What the rule looks like.</param>
internal sealed partial record RefusalSite(string Source, bool IsShared, int Line, Regex Field, Regex Rule)
{
    /// <summary>
    /// Every place in the files of commands and in those of checks that commands share. Checks of a text stand aside: <c>BodyWalkTests</c> tries each text of each
    /// command with what such a check refuses.
    /// </summary>
    public static IEnumerable<RefusalSite> All()
    {
        var root = Repository.At("src", "Relight");
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var source = File.ReadAllText(file);
            var isCommand = source.Contains(") : ICommand", StringComparison.Ordinal);
            if (isCommand || source.Contains("Checks checks,", StringComparison.Ordinal))
                foreach (var site in In(Path.GetFileNameWithoutExtension(file), !isCommand, source))
                    yield return site;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Source}.cs({Line}): {Field} {Rule}";

    private static IEnumerable<RefusalSite> In(string file, bool isShared, string source)
    {
        foreach (var call in Call().Matches(source).Cast<Match>())
        {
            var arguments = Arguments(source, call.Index + call.Length);
            var fields = Words(arguments[call.Groups["test"].Success ? 1 : 0]);
            var rules = Words(arguments[^1]);
            var line = source.AsSpan(0, call.Index).Count('\n') + 1;
            // Where a rule is chosen out of several, each of them is one of its own.
            foreach (var rule in rules.DefaultIfEmpty(".*"))
                yield return new RefusalSite(file, isShared, line, Whole(string.Join('|', fields.DefaultIfEmpty(".*"))), Whole(rule));
        }
    }

    private static Regex Whole(string pattern) => new($@"\A(?:{pattern})\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    // The arguments of a call, from behind its opening parenthesis to the closing one.
    private static List<string> Arguments(string source, int from)
    {
        var (arguments, start, depth) = (new List<string>(), from, 0);
        for (var i = from; ; i++)
            switch (source[i])
            {
                case '"':
                    i = EndOfText(source, i);
                    break;
                case ',' when depth == 0:
                    arguments.Add(source[start..i]);
                    start = i + 1;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when depth-- == 0:
                    arguments.Add(source[start..i]);
                    return arguments;
            }
    }

    // The texts of an expression as patterns, with room for what is put into them.
    private static List<string> Words(string expression)
    {
        var words = new List<string>();
        for (var i = 0; i < expression.Length; i++)
            if (expression[i] == '"')
            {
                var end = EndOfText(expression, i);
                var text = new StringBuilder();
                for (var at = i + 1; at < end; at++)
                    if (expression[at] == '{' && i > 0 && expression[i - 1] == '$')
                    {
                        at = EndOfHole(expression, at);
                        text.Append(".*");
                    }
                    else
                    {
                        text.Append(Regex.Escape(expression[at].ToString()));
                    }
                words.Add(text.ToString());
                i = end;
            }
        return words;
    }

    private static int EndOfText(string source, int quote)
    {
        var interpolated = quote > 0 && source[quote - 1] == '$';
        for (var i = quote + 1; ; i++)
            if (source[i] == '\\')
                i++;
            else if (source[i] == '{' && interpolated)
                i = EndOfHole(source, i);
            else if (source[i] == '"')
                return i;
    }

    private static int EndOfHole(string source, int brace)
    {
        for (var i = brace + 1; ; i++)
            if (source[i] == '"')
                i = EndOfText(source, i);
            else if (source[i] == '}')
                return i;
    }

    [GeneratedRegex(@"\.(?<test>Require)\(|\.Refuse\(|new (?:Refusal|Conflict)\(", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
