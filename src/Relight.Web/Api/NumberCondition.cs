using Relight.Register;
using Relight.Web.Design;
using Range = Relight.Web.Design.Range;

namespace Relight.Web.Api;

/// <summary>Reads a condition on numbers that may be in several units.</summary>
internal static class NumberCondition
{
    /// <summary>The range that the words allow in each unit; null, with the rule that they break, where they stand for none.</summary>
    /// <param name="words">The words, see <see cref="NumberFilter"/>.</param>
    /// <param name="units">Units that the numbers have.</param>
    /// <param name="unless">The unit where the words name none; null where they must name one.</param>
    /// <param name="rule">The rule.</param>
    public static IReadOnlyDictionary<string, Range>? Read(string words, IReadOnlyList<string> units, string? unless, out string rule)
    {
        rule = "";
        var ranges = new Dictionary<string, Range>();
        var last = (FilterFault?)null;
        foreach (var unit in units)
        {
            if (NumberFilter.Read(words, unit, out var fault) is { } range)
                ranges[unit] = range;
            last = fault ?? last;
        }
        if (ranges.Count == 0)
        {
            rule = last == FilterFault.TwoWays ? Numerals.TwoWays : last == FilterFault.NoNumber
                ? "must be a number, a range such as 200..250, or begin with >=, <=, > or <"
                : units.Count == 1 ? $"must be in {(units[0].Length > 0 ? units[0] : "no unit")}, or in a unit that measures the same" : $"must be in one of {string.Join(", ", units)}";
            return null;
        }
        if (units.Count == 1 || ranges.Count < units.Count)
            return ranges;
        // Words without a unit fit every unit.
        if (unless is not null)
            return new Dictionary<string, Range> { [unless] = ranges[unless] };
        rule = "must name the currency: amounts in several are not compared";
        return null;
    }
}
