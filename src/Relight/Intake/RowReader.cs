using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Relight.Register;

namespace Relight.Intake;

/// <summary>
/// Reads the cells of a row as values; notes every cell that is none, and every cell that nothing was read from. Something
/// stands in for what cannot be read, so that the rest of the row is judged too: one thing or another, see <paramref name="isOther"/>.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="mapping">Which cell is which column.</param>
/// <param name="organisations">Ids of organisations by name, whatever its case.</param>
/// <param name="faults">Where to note.</param>
/// <param name="isOther">Whether the other of two values stands in for each that cannot be read: what the register says of both, it says of what could be read.</param>
internal sealed class RowReader(
    SheetRow row, ColumnMapping mapping, IReadOnlyDictionary<string, Id<Organisation>> organisations, ICollection<ImportFault> faults, bool isOther = false)
{
    private const decimal Other = 1_000_000;
    private const string NoCurrency = "must be an ISO 4217 currency such as EUR; XXX where the source names none";

    // More organisations or conditions in one cell are no list that people made.
    private const int MostInList = 1_000;

    // What spreadsheets show where a formula fails, and write into CSV files.
    private static readonly string[] s_errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!"];

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    /// <summary>Number of the row.</summary>
    public int Row => row.Number;

    /// <summary>Columns in which something is wrong.</summary>
    public IReadOnlySet<string> Faulty => _faulty;

    /// <summary>One value, or the other where that is asked for.</summary>
    public T StandIn<T>(T one, T other) => isOther ? other : one;

    /// <summary>A text; null where nothing stands there.</summary>
    public string? Text(string column)
    {
        var cell = mapping.Cell(row.Cells, column);
        if (_read.Add(column) && s_errors.Contains(cell))
            Fault(column, cell, "is what a spreadsheet shows where a formula fails: mend it, or leave the cell empty");
        return cell.Length == 0 ? null : cell;
    }

    /// <summary>A text that must be there; empty where it is not, which is noted.</summary>
    public string Required(string column)
    {
        if (Text(column) is { } text)
            return text;
        Fault(column, null, "must be given");
        return "";
    }

    /// <summary>One of some words, whatever its case and spaces; something stands in where it is missing or none of them, which is noted.</summary>
    /// <param name="column">The column.</param>
    /// <param name="unless">What it is where it is left out; null where it must be given.</param>
    /// <param name="other">What else it might have been; the last of its kind unless given.</param>
    public T Choice<T>(string column, T? unless = null, T? other = null)
        where T : struct, Enum
    {
        if (Text(column) is { } text)
            return Choice<T>(column, text) ?? StandIn(unless ?? default, other ?? Enum.GetValues<T>()[^1]);
        if (unless is { } usual)
            return usual;
        Fault(column, null, "must be given");
        return StandIn(default, other ?? Enum.GetValues<T>()[^1]);
    }

    /// <summary>One of some words that may be missing.</summary>
    public T? OptionalChoice<T>(string column)
        where T : struct, Enum => Text(column) is null ? null : Choice<T>(column);

    /// <summary>Yes or no; null where nothing stands there.</summary>
    public bool? Flag(string column) => Text(column)?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "yes" or "y" or "1" => true,
        "false" or "no" or "n" or "0" => false,
        { } text => Noted<bool?>(column, text, "must be yes or no"),
    };

    /// <summary>A whole number.</summary>
    public int Whole(string column, int unless) => Text(column) is not { } text
        ? unless
        : AmountText.Number(text, out var number) is null && number == decimal.Truncate(number) && number <= int.MaxValue
            ? (int)number
            : Noted(column, text, "must be a whole number", StandIn(unless, 1_000));

    /// <summary>A number in a unit, which the cell may name, or another one of what it measures; null where nothing stands there.</summary>
    /// <param name="column">The column.</param>
    /// <param name="unit">The unit that is wanted, and taken where the cell names none.</param>
    public decimal? Number(string column, Unit unit)
    {
        if (Text(column) is not { } text)
            return null;
        if (AmountText.Read(text, unit, out var quantity) is { } rule)
            return Noted(column, text, rule, StandIn<decimal?>(null, Other));
        if (quantity!.In(unit) is not { } same)
            return Noted(column, text, $"must be in {unit}, or in a unit that measures the same; {quantity.Unit} measures something else", StandIn<decimal?>(null, Other));
        return same.Bounds.Qualifier == Qualifier.Exact ? same.Bounds.Lower : Noted(column, text, "must be one number", StandIn<decimal?>(null, Other));
    }

    /// <summary>A number whose unit is not one that converts, such as Hz; null where nothing stands there.</summary>
    public decimal? Number(string column, string unit)
    {
        if (Text(column) is not { } text)
            return null;
        var plain = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;
        var (sign, digits) = plain.TrimStart() is ['-', .. var rest] ? (-1, rest) : (1, plain);
        return AmountText.Number(digits, out var number) is { } rule ? Noted(column, text, $"{rule}, in {unit}", StandIn<decimal?>(null, Other)) : sign * number;
    }

    /// <summary>A quantity, whose unit may stand in a column of its own; null where nothing stands there.</summary>
    public Quantity? Quantity(string column, string unitColumn)
    {
        var unit = Text(unitColumn);
        if (Text(column) is not { } text)
            return unit is null ? null : Noted<Quantity?>(unitColumn, unit, $"stands alone: there is no {column}");
        var rule = unit is null ? AmountText.Read(text, out Quantity? quantity) : AmountText.Read($"{text} {unit}", null, out quantity);
        return rule is null ? quantity : Noted(column, unit is null ? text : $"{text} {unit}", rule, StandIn(null, Register.Quantity.Pieces(1)));
    }

    /// <summary>Money, whose currency may stand in a column of its own; null where nothing stands there.</summary>
    public Money? Money(string column, string currencyColumn, DateOnly? date)
    {
        var named = Text(currencyColumn);
        if (Text(column) is not { } text)
            return named is null ? null : Noted<Money?>(currencyColumn, named, $"stands alone: there is no {column}");
        if (AmountText.Read(text, out var bounds, out var word) is { } rule)
            return Noted(column, text, rule, OtherMoney);
        if ((word.Length > 0 ? word : named) is not { } code)
            return Noted(currencyColumn, null, NoCurrency, OtherMoney);
        if (!Currency.TryParse(code.ToUpperInvariant(), null, out var currency))
            return word.Length > 0 ? Noted(column, text, $"holds '{word}', which {NoCurrency}", OtherMoney) : Noted(currencyColumn, named, NoCurrency, OtherMoney);
        return named is null || string.Equals(code, named, StringComparison.OrdinalIgnoreCase)
            ? new Money(bounds, currency, date)
            : Noted(currencyColumn, named, $"is another currency than in {column} ({word})", OtherMoney);
    }

    /// <summary>A date as surely as its source gives it; null where nothing stands there.</summary>
    public ReportedDate? Date(string column) => Text(column) is not { } text
        ? null
        : ReportedDate.TryParse(DayOf(text), out var date)
            ? date
            : Noted(column, text, $"must be a date such as 2022-12-16, 2022-12-16/23, 2022-12 (mid) or 2022, of the years {ReportedDate.FirstYear} to {ReportedDate.LastYear}", StandIn(null, ReportedDate.On(new DateOnly(2100, 1, 1))));

    /// <summary>A day; null where nothing stands there.</summary>
    public DateOnly? Day(string column) => Text(column) is not { } text
        ? null
        : DateOnly.TryParseExact(Numerals.Plain(DayOf(text)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Noted(column, text, "must be a day such as 2022-12-16", StandIn<DateOnly?>(null, new DateOnly(2100, 1, 1)));

    /// <summary>A value of a type that reads its own text; null where nothing stands there.</summary>
    public T? Code<T>(string column, string rule)
        where T : class, IParsable<T> => Text(column) is not { } text
        ? null
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : Noted<T?>(column, text, rule);

    /// <summary>An organisation by its name or id; null where nothing stands there, or none is known, which is noted.</summary>
    public Id<Organisation>? Organisation(string column) => Text(column) is { } text ? Organisation(column, text) : null;

    /// <summary>Organisations with semicolons between them.</summary>
    public IReadOnlyList<Id<Organisation>> Organisations(string column)
    {
        var cell = Required(column);
        var names = List(column);
        if (cell.Length > 0 && names.Count == 0 && !_faulty.Contains(column))
            Fault(column, cell, "must name at least one organisation");
        return [.. names.Select(name => Organisation(column, name)).OfType<Id<Organisation>>()];
    }

    /// <summary>Organisations with semicolons between them; none where nothing stands there.</summary>
    public IReadOnlyList<Id<Organisation>> OptionalOrganisations(string column) =>
        [.. List(column).Select(name => Organisation(column, name)).OfType<Id<Organisation>>()];

    /// <summary>Texts with semicolons between them; none where nothing stands there.</summary>
    public IReadOnlyList<string> List(string column)
    {
        if (Text(column) is not { } text)
            return [];
        if (text.Count(c => c == ';') < MostInList)
            return text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Fault(column, text, string.Create(CultureInfo.InvariantCulture, $"must be at most {MostInList}, with semicolons between them"));
        return [];
    }

    /// <summary>Values of a type that reads its own text, with semicolons between them; those that are none are left out and noted.</summary>
    public IReadOnlyList<T> Codes<T>(string column, string rule)
        where T : class, IParsable<T> =>
        [.. List(column).Select(text => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : Noted<T?>(column, text, rule)).OfType<T>()];

    /// <summary>Some of a closed list, with semicolons between them, whatever their case and spaces; those that are none are left out and noted.</summary>
    public IReadOnlyList<T> Choices<T>(string column)
        where T : struct, Enum => [.. List(column).Select(text => Choice<T>(column, text)).OfType<T>()];

    /// <summary>Notes a cell.</summary>
    public void Fault(string column, string? value, string rule)
    {
        _faulty.Add(column);
        faults.Add(new ImportFault(row.Number, mapping.HeadingOf(column), value, rule));
    }

    /// <summary>Notes every cell that holds something and was not read, so that nothing is left out without a word.</summary>
    /// <param name="what">What the row is.</param>
    /// <param name="decides">Column that decides which others are read: where it cannot be read itself, no other is one too many.</param>
    public void NoteUnread(string what, string? decides)
    {
        foreach (var column in mapping.Given.Where(column => !_read.Contains(column)))
            if ((decides is null || !_faulty.Contains(decides)) && mapping.Cell(row.Cells, column) is { Length: > 0 } cell)
                Fault(column, cell, $"{what} has no such value");
        foreach (var (place, cell) in row.Cells.Index())
            if (!string.IsNullOrWhiteSpace(cell) && (place >= mapping.Headings.Count || string.IsNullOrWhiteSpace(mapping.Headings[place])))
                faults.Add(new ImportFault(row.Number, string.Create(CultureInfo.InvariantCulture, $"column {place + 1}"), cell, "stands under no heading"));
    }

    /// <summary>An id made from what stands in the row, or from its reference where it has one: the same row gives the same id when it is imported again.</summary>
    public Id<T> IdFor<T>(Id<Operation> operation, ImportKind kind)
    {
        if (Text("reference") is { } reference)
            return Id<T>.Named($"import {operation} {kind} reference {reference}");
        var cells = mapping.Columns.Select(column => (Column: column, Text: mapping.Cell(row.Cells, column.Name)));
        var all = string.Join('\u001F', cells.Where(cell => !cell.Column.IsLater || cell.Text.Length > 0)
            .Select(cell => cell.Column.IsLater ? $"{cell.Column.Name}\u001E{cell.Text}" : cell.Text));
        return Id<T>.Named($"import {operation} {kind} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}");
    }

    // A cell of a date that has a time of day too, as the sheet gives it: the day is what was asked for.
    private static string DayOf(string text) =>
        DateTime.TryParseExact(text, Sheet.Instant, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text[..text.IndexOf('T', StringComparison.Ordinal)] : text;

    private Money? OtherMoney => StandIn(null, new Money(Bounds.Exactly(1), Currency.Parse("EUR", null)));

    private T? Choice<T>(string column, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (ImportColumn.Plain(value.ToString()) == ImportColumn.Plain(text))
                return value;
        Fault(column, text, $"must be one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");
        return null;
    }

    private Id<Organisation>? Organisation(string column, string text)
    {
        if (organisations.TryGetValue(text, out var known) || Id<Organisation>.TryParse(text, null, out known))
            return known;
        Fault(column, text, "must be the name or id of an organisation of this operation");
        return null;
    }

    private T? Noted<T>(string column, string? value, string rule, T? instead = default)
    {
        Fault(column, value, rule);
        return instead;
    }
}
