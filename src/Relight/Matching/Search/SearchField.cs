using System.Globalization;
using System.Text.RegularExpressions;

namespace Relight.Matching;

/// <summary>Something that a search can ask for.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names; the first is the one that is told.</param>
public abstract record SearchField<T>(IReadOnlyList<string> Names)
{
    /// <summary>The test that a condition without the name stands for; null, with the rule that it breaks, where it stands for none.</summary>
    internal abstract Func<T, bool?>? Read(string condition, DateOnly today, out string rule);
}

/// <summary>A number with a unit.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names.</param>
/// <param name="Unit">Unit of the number; empty for plain numbers.</param>
/// <param name="Of">The number; null where it is not known.</param>
public sealed partial record NumberField<T>(IReadOnlyList<string> Names, string Unit, Func<T, decimal?> Of) : SearchField<T>(Names)
{
    private static readonly Dictionary<string, (string Base, decimal Factor)> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kV"] = ("kV", 1),
        ["V"] = ("kV", 0.001m),
        ["MVA"] = ("MVA", 1),
        ["kVA"] = ("MVA", 0.001m),
        ["MW"] = ("MW", 1),
        ["kW"] = ("MW", 0.001m),
        ["t"] = ("t", 1),
        ["kg"] = ("t", 0.001m),
        ["A"] = ("A", 1),
        ["kA"] = ("A", 1000),
        ["kWh"] = ("kWh", 1),
        ["MWh"] = ("kWh", 1000),
        ["km"] = ("m", 1000),
        ["m"] = ("m", 1),
        ["Hz"] = ("Hz", 1),
        ["%"] = ("%", 1),
        ["bar"] = ("bar", 1),
        ["°C"] = ("°C", 1),
        ["mm²"] = ("mm²", 1),
        ["mm2"] = ("mm²", 1),
        ["m³/h"] = ("m³/h", 1),
        ["m3/h"] = ("m³/h", 1),
        ["pcs"] = ("", 1),
        ["units"] = ("", 1),
        [""] = ("", 1),
    };

    /// <inheritdoc/>
    internal override Func<T, bool?>? Read(string condition, DateOnly today, out string rule)
    {
        var read = Form().Match(condition);
        if (!read.Success)
        {
            rule = TwoWays().IsMatch(condition)
                ? "can be read in two ways: write thousands without a comma, and decimals with a point"
                : $"{Names[0]} must be compared with a number, such as ≥ 200{(Unit.Length > 0 ? " " + Unit : "")}, = 330 kV ± 5 % or 100..200 {Unit}".TrimEnd();
            return null;
        }
        decimal Number(string group) => decimal.Parse(read.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        if (Factor(read.Groups["unit"].Value, out rule) is not { } factor)
            return null;
        var (low, high) = (Number("low") * factor, read.Groups["high"].Success ? Number("high") * factor : Number("low") * factor);
        if (read.Groups["margin"].Success)
        {
            var share = read.Groups["marginUnit"].Value == "%" && Unit != "%";
            var width = share ? Math.Abs(low) * Number("margin") / 100 : Factor(read.Groups["marginUnit"].Value, out rule) is { } of ? Number("margin") * of : (decimal?)null;
            if (width is not { } apart)
                return null;
            (low, high) = (low - apart, high + apart);
        }
        if (low > high)
        {
            rule = "must go from the lower number to the higher";
            return null;
        }
        bool? Holds(T record, Func<decimal, bool> test) => Of(record) is { } number ? test(number) : null;
        return read.Groups["sign"].Value.ToLowerInvariant() switch
        {
            "≥" or ">=" or "at least" => record => Holds(record, number => number >= low),
            ">" or "over" or "above" => record => Holds(record, number => number > high),
            "≤" or "<=" or "at most" or "up to" => record => Holds(record, number => number <= high),
            "<" or "under" or "below" => record => Holds(record, number => number < low),
            _ => record => Holds(record, number => number >= low && number <= high),
        };
    }

    // How many of the field's unit one of the unit is that was written; a number without one is in the field's.
    private decimal? Factor(string unit, out string rule)
    {
        rule = "";
        if (unit.Length == 0)
            return 1;
        if (!s_units.TryGetValue(unit, out var known))
        {
            rule = $"'{unit}' is no unit that a search knows; there are {string.Join(", ", s_units.Keys.Where(key => key.Length > 0))}";
            return null;
        }
        if (known.Base == s_units[Unit].Base)
            return known.Factor / s_units[Unit].Factor;
        rule = $"{Names[0]} must be in {(Unit.Length > 0 ? Unit : "no unit")}, or in a unit that measures the same; {unit} measures something else";
        return null;
    }

    [GeneratedRegex(
        @"\A(?<sign>>=|<=|≥|≤|>|<|=|at least|at most|up to|over|above|under|below)?\s*(?<low>-?\d{1,12}(\.\d{1,6})?)(\s*\.\.\s*(?<high>-?\d{1,12}(\.\d{1,6})?))?\s*(?<unit>[^\s\d±+.-][^\s±+]*)?"
        + @"(\s*(±|\+/-|\+-)\s*(?<margin>\d{1,12}(\.\d{1,6})?)\s*(?<marginUnit>[^\s\d][^\s]*)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"\d,\d", RegexOptions.CultureInvariant)]
    private static partial Regex TwoWays();
}

/// <summary>A day, or days between which it lies: a condition holds where it holds for all of them, and fails where it holds for none.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names.</param>
/// <param name="Of">First and last day; null where it is not known.</param>
public sealed partial record DayField<T>(IReadOnlyList<string> Names, Func<T, (DateOnly First, DateOnly Last)?> Of) : SearchField<T>(Names)
{
    private static readonly string[] s_months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <inheritdoc/>
    internal override Func<T, bool?>? Read(string condition, DateOnly today, out string rule)
    {
        var read = Form().Match(condition);
        if (!read.Success || DayOf(read, today) is not { } day)
        {
            rule = $"{Names[0]} must be held against a day, such as before 15 January, by 2023-01-15, from 1 February 2023 or on 2023-01-15";
            return null;
        }
        rule = "";
        bool? Within(T record, DateOnly first, DateOnly last) => Of(record) is not { } days ? null
            : days.First >= first && days.Last <= last ? true
            : days.Last < first || days.First > last ? false
            : null;
        var (tomorrow, yesterday) = (Next(day, 1), Next(day, -1));
        return read.Groups["sign"].Value.ToLowerInvariant() switch
        {
            "before" or "<" => record => Within(record, DateOnly.MinValue, yesterday),
            "by" or "≤" or "<=" or "until" => record => Within(record, DateOnly.MinValue, day),
            "after" or ">" => record => Within(record, tomorrow, DateOnly.MaxValue),
            "from" or "since" or "≥" or ">=" => record => Within(record, day, DateOnly.MaxValue),
            _ => record => Within(record, day, day),
        };
    }

    private static DateOnly Next(DateOnly day, int days) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? day : day.AddDays(days);

    private static DateOnly? DayOf(System.Text.RegularExpressions.Match read, DateOnly today)
    {
        if (read.Groups["iso"].Success)
            return DateOnly.TryParseExact(read.Groups["iso"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var month = Array.FindIndex(s_months, name => read.Groups["month"].Length >= 3 && name.StartsWith(read.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;
        var number = int.Parse(read.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        if (month == 0)
            return null;
        if (read.Groups["year"].Success)
            return Day(int.Parse(read.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), month, number);
        return Day(today.Year, month, number) is { } inYear && inYear >= today ? inYear : Day(today.Year + 1, month, number);
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(
        @"\A(?<sign>before|by|until|after|from|since|on|>=|<=|≥|≤|>|<|=)?\s*((?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})\.?\s+(?<month>\p{L}+)(\s+(?<year>\d{4}))?)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}

/// <summary>A word of a list, or a code.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names.</param>
/// <param name="Words">The words that there are; null where any code may stand.</param>
/// <param name="Of">The word; null where it is not known.</param>
public sealed record WordField<T>(IReadOnlyList<string> Names, IReadOnlyList<string>? Words, Func<T, string?> Of) : SearchField<T>(Names)
{
    /// <inheritdoc/>
    internal override Func<T, bool?>? Read(string condition, DateOnly today, out string rule)
    {
        var wanted = condition.TrimStart('=', ' ').Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Plain).ToList();
        var unknown = Words is null ? null : wanted.Find(word => !Words.Any(known => Plain(known) == word));
        if (wanted.Count == 0 || unknown is not null)
        {
            rule = Words is null ? $"{Names[0]} must be followed by a code, such as = PL" : $"{Names[0]} must be one of {string.Join(", ", Words)}, with | between several";
            return null;
        }
        rule = "";
        return record => Of(record) is { } word ? wanted.Contains(Plain(word)) : null;
    }

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
