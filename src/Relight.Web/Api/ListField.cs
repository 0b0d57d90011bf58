using System.Globalization;
using System.Text.Json;
using Relight.Register;
using Relight.Storage;
using Range = Relight.Web.Design.Range;

namespace Relight.Web.Api;

/// <summary>What a field of a list holds, which decides how conditions on it are written.</summary>
internal enum FieldKind
{
    /// <summary>A text: <c>title=bay</c> keeps rows that contain it.</summary>
    Text,

    /// <summary>One or several of some words: <c>kind=goods,money</c> keeps rows that have one of them.</summary>
    Choice,

    /// <summary>A number, or what is known of one: <c>power&gt;=200MVA</c> keeps rows of which that is certain.</summary>
    Number,

    /// <summary>A day, or days between which it lies: <c>date&gt;=2022-12-01</c> keeps rows of which that is certain.</summary>
    Day,
}

/// <summary>A number of a row, or the bounds of one.</summary>
/// <param name="Range">Lower and upper bound.</param>
/// <param name="Unit">Unit or currency of both; empty for plain numbers.</param>
internal readonly record struct Measured(Range Range, string Unit);

/// <summary>
/// A field of a list by which it is filtered, sorted, counted and exported. It reads the view of the audience, so that no
/// filter, count or order can tell what the view does not.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TRow">Its row.</typeparam>
/// <typeparam name="TView">The view.</typeparam>
/// <param name="Name">Name in the address, and heading in a CSV export.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Hxl">Its tag in a CSV export (HXL).</param>
/// <param name="Values">What it holds as text: more than one where it holds a list, none where nothing is known.</param>
internal sealed record ListField<T, TRow, TView>(string Name, FieldKind Kind, string Hxl, Func<TView, IEnumerable<string?>> Values)
    where T : class
    where TRow : Row<T, TRow>
{
    /// <summary>Units that its numbers can have; one empty text for plain numbers.</summary>
    public IReadOnlyList<string> Units { get; private init; } = [];

    /// <summary>The unit of a condition that names none; null where one must be named.</summary>
    public string? UnitUnless { get; private init; }

    /// <summary>Its numbers.</summary>
    public Func<TView, IEnumerable<Measured>> Numbers { get; private init; } = _ => [];

    /// <summary>First and last day; null where nothing is known.</summary>
    public Func<TView, (DateOnly First, DateOnly Last)?> Days { get; private init; } = _ => null;

    /// <summary>Which words its choices can be.</summary>
    public ChoiceWords Words { get; private init; } = ChoiceWords.Of(typeof(string));

    /// <summary>Whether the list can be sorted by it.</summary>
    public bool Sorts { get; init; } = true;

    /// <summary>The same order by a column, where there is one: then a page begins in the middle of the list at once.</summary>
    public RowOrder<T, TRow>? Column { get; init; }

    /// <summary>A condition on it as the search of the list tests it; null where the field, or these words, have none.</summary>
    public Func<RelightContext, Call, string, ListCondition?> Where { get; init; } = (_, _, _) => null;

    /// <summary>A text.</summary>
    public static ListField<T, TRow, TView> Text(string name, string hxl, Func<TView, string?> text) =>
        new(name, FieldKind.Text, hxl, view => [text(view)]);

    /// <summary>Several texts.</summary>
    public static ListField<T, TRow, TView> Text(string name, string hxl, Func<TView, IEnumerable<string>> texts) =>
        new(name, FieldKind.Text, hxl, texts);

    /// <summary>A word of a closed list, an id or a code.</summary>
    public static ListField<T, TRow, TView> Choice<TValue>(string name, string hxl, Func<TView, TValue> value) =>
        new(name, FieldKind.Choice, hxl, view => [Code(value(view))]) { Words = ChoiceWords.Of(typeof(TValue)) };

    /// <summary>Several words of a closed list.</summary>
    public static ListField<T, TRow, TView> Choices<TValue>(string name, string hxl, Func<TView, IEnumerable<TValue>> values) =>
        new(name, FieldKind.Choice, hxl, view => values(view).Select(Code).Distinct()) { Words = ChoiceWords.Of(typeof(TValue)) };

    /// <summary>A number in one unit; an empty one for plain numbers.</summary>
    public static ListField<T, TRow, TView> Number(string name, string hxl, string unit, Func<TView, decimal?> number) =>
        new(name, FieldKind.Number, hxl, view => [number(view)?.ToString(CultureInfo.InvariantCulture)])
        {
            Units = [unit],
            UnitUnless = unit,
            Numbers = view => Range.Of(number(view)) is { } range ? [new Measured(range, unit)] : [],
        };

    /// <summary>Quantities, each in its own unit.</summary>
    public static ListField<T, TRow, TView> Quantity(string name, string hxl, Func<TView, IEnumerable<Quantity>> quantities) =>
        new(name, FieldKind.Number, hxl, view => quantities(view).Select(quantity => quantity.ToString()))
        {
            Units = [.. Unit.All.Select(unit => unit.Code)],
            UnitUnless = Unit.Piece.Code,
            Numbers = view => quantities(view).Where(quantity => quantity.Bounds.IsSpecified).Select(quantity => new Measured(RangeOf(quantity.Bounds), quantity.Unit.Code)),
        };

    /// <summary>Money, each amount in its own currency; none is converted.</summary>
    public static ListField<T, TRow, TView> Money(string name, string hxl, Func<TView, IEnumerable<Money>> amounts) =>
        new(name, FieldKind.Number, hxl, view => amounts(view).Select(amount => amount.ToString()))
        {
            Units = Currency.AllCodes,
            Numbers = view => amounts(view).Where(amount => amount.Bounds.IsSpecified).Select(amount => new Measured(RangeOf(amount.Bounds), amount.Currency.Code)),
        };

    /// <summary>A day.</summary>
    public static ListField<T, TRow, TView> Day(string name, string hxl, Func<TView, DateOnly?> day) =>
        new(name, FieldKind.Day, hxl, view => [day(view)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]) { Days = view => day(view) is { } d ? (d, d) : null };

    /// <summary>A day as surely as its source gives it.</summary>
    public static ListField<T, TRow, TView> Reported(string name, string hxl, Func<TView, ReportedDate?> date) =>
        new(name, FieldKind.Day, hxl, view => [date(view)?.Text]) { Days = view => date(view) is { } d ? (d.Earliest, d.Latest) : null };

    /// <summary>An instant, asked for by its day in UTC.</summary>
    public static ListField<T, TRow, TView> Instant(string name, string hxl, Func<TView, DateTimeOffset> instant) =>
        new(name, FieldKind.Day, hxl, view => [instant(view).UtcDateTime.ToString("O", CultureInfo.InvariantCulture)])
        {
            Days = view => (DateOnly.FromDateTime(instant(view).UtcDateTime), DateOnly.FromDateTime(instant(view).UtcDateTime)),
        };

    /// <summary>The test that a condition stands for; null, with the rule that it breaks, where it stands for none.</summary>
    public Func<TView, bool>? Test(string words, out string rule)
    {
        rule = "";
        switch (Kind)
        {
            case FieldKind.Number:
                return NumberCondition.Read(words, Units, UnitUnless, out rule) is { } wanted
                    ? view => Numbers(view).Any(number => wanted.TryGetValue(number.Unit, out var range) && number.Range.Low >= range.Low && number.Range.High <= range.High)
                    : null;
            case FieldKind.Day:
                if (DayCondition.Read(words) is { } days)
                    return view => Days(view) is { } value && value.First >= days.First && value.Last <= days.Last;
                rule = "must be a day such as 2022-12-16, a month, a year, a range such as 2022-12-01..2022-12-31, or begin with >=, <=, > or <";
                return null;
            case FieldKind.Choice:
                if (Words.Read(words) is { } choices)
                    return view => Values(view).Any(text => choices.Contains(text ?? ""));
                rule = Words.Rule;
                return null;
            default:
                if (words.Length == 0)
                {
                    rule = "must be a part of the text";
                    return null;
                }
                return view => Values(view).Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);
        }
    }

    /// <summary>What a row is sorted by where no column gives the order: a number or a text; null where nothing is known.</summary>
    public object? SortKey(TView view) => Kind switch
    {
        FieldKind.Number => Numbers(view).Select(number => (object)number.Range.Low).FirstOrDefault(),
        FieldKind.Day => Days(view)?.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Values(view).FirstOrDefault(),
    };

    /// <summary>What an export writes.</summary>
    public string Csv(TView view) => string.Join("; ", Values(view).Where(text => text is not null));

    private static Range RangeOf(Bounds bounds) => new((double)bounds.Lower, (double?)bounds.Upper ?? double.PositiveInfinity);

    private static string? Code<TValue>(TValue value) => value switch
    {
        null => null,
        Enum choice => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString()),
        bool flag => flag ? "true" : "false",
        _ => value.ToString(),
    };
}
