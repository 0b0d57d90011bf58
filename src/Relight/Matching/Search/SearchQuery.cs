using System.Globalization;
using System.Text.RegularExpressions;
using Relight.Register;

namespace Relight.Matching;

/// <summary>Something that is wrong with the words of a search.</summary>
/// <param name="At">Place of the part in the words, from 1.</param>
/// <param name="Part">The part.</param>
/// <param name="Reason">What must hold.</param>
public sealed record SearchFault(int At, string Part, Reason Reason)
{
    /// <summary>What must hold, in English.</summary>
    public string Rule => Reason.English;

    /// <summary>One line for people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"'{Part}' (at {At}): {Rule}");
}

/// <summary>
/// Conditions on numbers with units, days and words, all of which must hold:
/// <c>HV = 330 kV ± 5 %, power ≥ 200 MVA, mass ≤ 180 t, ready before 15 January</c>. Commas, semicolons or "and" stand
/// between conditions; numbers have a point before decimals, and digits of any script. A unit that measures the same is converted.
/// Names, units, months, kinds, conditions, priorities and the words between them are taken in English, Ukrainian and Arabic.
/// </summary>
/// <typeparam name="T">What is searched.</typeparam>
public sealed partial class SearchQuery<T>
{
    private readonly IReadOnlyList<Func<T, bool?>> _tests;

    private SearchQuery(IReadOnlyList<Func<T, bool?>> tests) => _tests = tests;

    /// <summary>Whether something meets every condition: null where it depends on what is not known.</summary>
    public bool? Meets(T record)
    {
        bool? all = true;
        foreach (var test in _tests)
        {
            if (test(record) is not { } holds)
                all = null;
            else if (!holds)
                return false;
        }
        return all;
    }

    /// <summary>Reads the words; null where something is wrong with them, all of which is told.</summary>
    /// <param name="words">The words.</param>
    /// <param name="fields">What can be searched by.</param>
    /// <param name="today">The day that a day without a year follows: "15 January" is the next one.</param>
    /// <param name="faults">Where to tell what is wrong.</param>
    public static SearchQuery<T>? Read(string words, IReadOnlyList<SearchField<T>> fields, DateOnly today, ICollection<SearchFault> faults)
    {
        var tests = new List<Func<T, bool?>>();
        var before = faults.Count;
        foreach (var (part, at) in Parts(words))
            if (Read(Numerals.Plain(part), fields, today, out var rule) is { } test)
                tests.Add(test);
            else
                faults.Add(new SearchFault(at, part, rule));
        if (tests.Count == 0 && faults.Count == before)
            faults.Add(new SearchFault(1, words, new Reason(SearchRules.Some, [SearchRules.SomeExample])));
        return faults.Count == before ? new SearchQuery<T>(tests) : null;
    }

    private static IEnumerable<(string Part, int At)> Parts(string words)
    {
        var from = 0;
        foreach (System.Text.RegularExpressions.Match between in Between().Matches(words))
        {
            if (words[from..between.Index].Trim() is { Length: > 0 } part)
                yield return (part, words.IndexOf(part, from, StringComparison.Ordinal) + 1);
            from = between.Index + between.Length;
        }
        if (words[from..].Trim() is { Length: > 0 } last)
            yield return (last, words.IndexOf(last, from, StringComparison.Ordinal) + 1);
    }

    private static Func<T, bool?>? Read(string part, IReadOnlyList<SearchField<T>> fields, DateOnly today, out Reason rule)
    {
        // The longest name that the part begins with, and that ends where a word does.
        var named = fields
            .SelectMany(field => field.AllNames.Select(name => (Field: field, Name: name)))
            .Where(pair => part.StartsWith(pair.Name, StringComparison.OrdinalIgnoreCase)
                && (part.Length == pair.Name.Length || !char.IsLetterOrDigit(part[pair.Name.Length])))
            .ToList();
        if (named.Count == 0)
        {
            rule = new Reason(SearchRules.Begins, [SearchNames.List(fields.Select(field => field.Shown))]);
            return null;
        }
        var longest = named.Max(pair => pair.Name.Length);
        var rest = part[longest..].Trim();
        var rules = new List<Reason>();
        foreach (var (field, _) in named.Where(pair => pair.Name.Length == longest))
        {
            if (field.Read(rest, today, out var broken) is { } test)
            {
                rule = default;
                return test;
            }
            rules.Add(broken);
        }
        rule = rules.DistinctBy(each => each.English).Aggregate((all, next) => new Reason(SearchRules.Or, [all, next]));
        return null;
    }

    // A comma between digits is no end of a condition: such a number can be read in two ways, which its field tells.
    [GeneratedRegex(@"(?<!\d),|,(?!\d)|;|،|؛|\s+(and|та|і|و)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
