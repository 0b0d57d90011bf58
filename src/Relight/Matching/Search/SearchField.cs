using System.Globalization;
using System.Text.RegularExpressions;

namespace Relight.Matching;

/// <summary>Something that a search can ask for.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names in English; the first is the one that is told there.</param>
public abstract record SearchField<T>(IReadOnlyList<string> Names)
{
    /// <summary>What it is called in the languages of readers.</summary>
    internal Phrase Shown => SearchNames.Shown(Names[0]);

    /// <summary>Its names in every language.</summary>
    internal IEnumerable<string> AllNames => [.. Names, .. SearchNames.Others(Names[0])];

    /// <summary>The test that a condition without the name stands for; null, with the rule that it breaks, where it stands for none.</summary>
    internal abstract Func<T, bool?>? Read(string condition, DateOnly today, out Reason rule);
}

/// <summary>What must hold of the words of a search, in the languages of readers, with examples that can be copied.</summary>
internal static class SearchRules
{
    public static readonly Phrase Some = new("must have a condition, such as {0}", "потрібна умова, наприклад {0}", "يلزم شرط، مثل {0}");
    public static readonly Phrase SomeExample = new("power ≥ 200 MVA", "потужність ≥ 200 МВА", "القدرة ≥ 200 م.ف.أ");
    public static readonly Phrase NumberExample = new("≥ 200{0}, = 330 kV ± 5 %, 100..200{0}", "≥ 200{0}, = 330 кВ ± 5 %, 100..200{0}", "≥ 200{0}، = 330 كيلوفولت ± 5 %، 100..200{0}");
    public static readonly Phrase DayExample = new(
        "before 15 January, by 2023-01-15, from 1 February 2023, on 2023-01-15",
        "до 15 січня, не пізніше 2023-01-15, від 1 лютого 2023, у день 2023-01-15",
        "قبل 15 يناير، حتى 2023-01-15، من 1 فبراير 2023، في 2023-01-15");

    public static readonly Phrase AfterSpace = new(" {0}", " {0}", " {0}");
    public static readonly Phrase Nothing = new("", "", "");
    public static readonly Phrase Begins = new("must begin with one of {0}", "має починатися з одного з: {0}", "يجب أن يبدأ بأحد: {0}");
    public static readonly Phrase Or = new("{0}; or {1}", "{0}; або {1}", "{0}؛ أو {1}");

    public static readonly Phrase TwoWays = new(
        "can be read in two ways: write thousands without a comma, and decimals with a point",
        "можна прочитати двояко: пишіть тисячі без коми, а десяткові — з крапкою",
        "يُقرأ بطريقتين: اكتبوا الآلاف بلا فاصلة والكسور العشرية بنقطة");

    public static readonly Phrase Number = new("{0} must be compared with a number, such as {1}", "{0} порівнюють із числом, наприклад {1}", "تُقارَن {0} بعدد، مثل {1}");

    public static readonly Phrase Ascending = new(
        "must go from the lower number to the higher", "має йти від меншого числа до більшого", "يجب أن يسير من العدد الأدنى إلى الأعلى");

    public static readonly Phrase NoUnit = new(
        "'{0}' is no unit that a search knows; there are {1}", "«{0}» — невідома одиниця; є такі: {1}", "«{0}» وحدة غير معروفة للبحث؛ والمتاح: {1}");

    public static readonly Phrase OtherUnit = new(
        "{0} must be in {1}, or in a unit that measures the same; {2} measures something else",
        "{0} має бути в {1} або в одиниці тієї самої величини; {2} вимірює інше",
        "يجب أن تكون {0} بوحدة {1} أو بوحدة تقيس الشيء نفسه؛ {2} تقيس شيئاً آخر");

    public static readonly Phrase WithoutUnit = new(
        "{0} must be in no unit, or in a unit that measures the same; {1} measures something else",
        "{0} має бути без одиниці або в одиниці тієї самої величини; {1} вимірює інше",
        "يجب أن تكون {0} بلا وحدة أو بوحدة تقيس الشيء نفسه؛ {1} تقيس شيئاً آخر");

    public static readonly Phrase Day = new("{0} must be held against a day, such as {1}", "{0} порівнюють із днем, наприклад {1}", "تُقارَن {0} بيوم، مثل {1}");
    public static readonly Phrase Code = new("{0} must be followed by a code, such as {1}", "після {0} має стояти код, наприклад {1}", "يجب أن يلي {0} رمز، مثل {1}");
    public static readonly Phrase Word = new("{0} must be one of {1}, with | between several", "{0} — одне з: {1}; кілька розділяють |", "{0} هي إحدى: {1}، ويفصل | بين عدة");
}

/// <summary>A number with a unit.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names.</param>
/// <param name="Unit">Unit of the number; empty for plain numbers.</param>
/// <param name="Of">The number; null where it is not known.</param>
public sealed partial record NumberField<T>(IReadOnlyList<string> Names, string Unit, Func<T, decimal?> Of) : SearchField<T>(Names)
{
    /// <inheritdoc/>
    internal override Func<T, bool?>? Read(string condition, DateOnly today, out Reason rule)
    {
        var read = Form().Match(condition);
        if (!read.Success)
        {
            rule = TwoWays().IsMatch(condition)
                ? SearchRules.TwoWays
                : new Reason(SearchRules.Number, [Shown, new Reason(SearchRules.NumberExample, [Unit.Length > 0 ? new Reason(SearchRules.AfterSpace, [SearchUnits.Shown(Unit)]) : new Reason(SearchRules.Nothing)])]);
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
            rule = SearchRules.Ascending;
            return null;
        }
        bool? Holds(T record, Func<decimal, bool> test) => Of(record) is { } number ? test(number) : null;
        return read.Groups["sign"].Value.ToLowerInvariant() switch
        {
            "≥" or ">=" or "at least" or "щонайменше" or "على الأقل" => record => Holds(record, number => number >= low),
            ">" or "over" or "above" or "понад" or "أكثر من" => record => Holds(record, number => number > high),
            "≤" or "<=" or "at most" or "up to" or "щонайбільше" or "على الأكثر" => record => Holds(record, number => number <= high),
            "<" or "under" or "below" or "менше" or "أقل من" => record => Holds(record, number => number < low),
            _ => record => Holds(record, number => number >= low && number <= high),
        };
    }

    // How many of the field's unit one of the unit is that was written; a number without one is in the field's.
    private decimal? Factor(string unit, out Reason rule)
    {
        rule = default;
        if (unit.Length == 0)
            return 1;
        if (SearchUnits.Find(unit) is not { } known)
        {
            rule = new Reason(SearchRules.NoUnit, [unit, SearchUnits.All]);
            return null;
        }
        var own = SearchUnits.Find(Unit)!.Value;
        if (known.Base == own.Base)
            return known.Factor / own.Factor;
        rule = Unit.Length > 0 ? new Reason(SearchRules.OtherUnit, [Shown, SearchUnits.Shown(Unit), unit]) : new Reason(SearchRules.WithoutUnit, [Shown, unit]);
        return null;
    }

    [GeneratedRegex(
        @"\A(?<sign>>=|<=|≥|≤|>|<|=|at least|at most|up to|over|above|under|below|щонайменше|щонайбільше|понад|менше|على الأقل|على الأكثر|أكثر من|أقل من)?\s*(?<low>-?\d{1,12}(\.\d{1,6})?)(\s*\.\.\s*(?<high>-?\d{1,12}(\.\d{1,6})?))?\s*(?<unit>[^\s\d±+.-][^\s±+]*)?"
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
    /// <inheritdoc/>
    internal override Func<T, bool?>? Read(string condition, DateOnly today, out Reason rule)
    {
        var read = Form().Match(condition);
        if (!read.Success || DayOf(read, today) is not { } day)
        {
            rule = new Reason(SearchRules.Day, [Shown, SearchRules.DayExample]);
            return null;
        }
        rule = default;
        bool? Within(T record, DateOnly first, DateOnly last) => Of(record) is not { } days ? null
            : days.First >= first && days.Last <= last ? true
            : days.Last < first || days.First > last ? false
            : null;
        var (tomorrow, yesterday) = (Next(day, 1), Next(day, -1));
        return read.Groups["sign"].Value.ToLowerInvariant() switch
        {
            "before" or "до" or "قبل" or "<" => record => Within(record, DateOnly.MinValue, yesterday),
            "by" or "≤" or "<=" or "until" or "не пізніше" or "حتى" => record => Within(record, DateOnly.MinValue, day),
            "after" or "після" or "بعد" or ">" => record => Within(record, tomorrow, DateOnly.MaxValue),
            "from" or "since" or "від" or "з" or "من" or "≥" or ">=" => record => Within(record, day, DateOnly.MaxValue),
            _ => record => Within(record, day, day),
        };
    }

    private static DateOnly Next(DateOnly day, int days) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? day : day.AddDays(days);

    private static DateOnly? DayOf(System.Text.RegularExpressions.Match read, DateOnly today)
    {
        if (read.Groups["iso"].Success)
            return DateOnly.TryParseExact(read.Groups["iso"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var month = SearchNames.MonthOf(read.Groups["month"].Value);
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
        @"\A(?<sign>before|by|until|after|from|since|on|до|не пізніше|після|від|з|у день|قبل|حتى|بعد|من|في|>=|<=|≥|≤|>|<|=)?\s*((?<iso>\d{4}-\d{2}-\d{2})|(?<day>\d{1,2})\.?\s+(?<month>\p{L}+)(\s+(?<year>\d{4}))?)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}

/// <summary>A word of a closed list, or a code.</summary>
/// <typeparam name="T">What is searched.</typeparam>
/// <param name="Names">Its names.</param>
/// <param name="Choices">What there is to choose from; null where any code may stand.</param>
/// <param name="Of">The code; null where it is not known.</param>
public sealed record WordField<T>(IReadOnlyList<string> Names, IReadOnlyList<SearchChoice>? Choices, Func<T, string?> Of) : SearchField<T>(Names)
{
    /// <inheritdoc/>
    internal override Func<T, bool?>? Read(string condition, DateOnly today, out Reason rule)
    {
        var words = condition.TrimStart('=', ' ').Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(SearchChoice.Plain).ToList();
        var wanted = Choices is null ? words : words.ConvertAll(word => Choices.FirstOrDefault(choice => choice.IsMeant(word)) is { } meant ? SearchChoice.Plain(meant.Code) : "");
        if (wanted.Count == 0 || wanted.Contains(""))
        {
            rule = Choices is null ? new Reason(SearchRules.Code, [Shown, "= PL"]) : new Reason(SearchRules.Word, [Shown, SearchNames.List(Choices.Select(choice => choice.Shown))]);
            return null;
        }
        rule = default;
        return record => Of(record) is { } code ? wanted.Contains(SearchChoice.Plain(code)) : null;
    }
}
