using System.Globalization;
using Relight.Ledger;
using Relight.Register;
using Relight.Web.Api;

namespace Relight.Web.Forms;

/// <summary>
/// A form as it was typed, and what is wrong with it. Its fields bear the names that the refusals of the register give them, so
/// that each refusal stands beside what it is about. Nothing typed is dropped, whatever is wrong.
/// </summary>
public sealed class Entry
{
    /// <summary>Field of the button that asks for more rows.</summary>
    internal const string MoreField = "more";

    private const int RowsAtOnce = 3;

    // Blazor sends the name of a form in this field.
    private const string NameField = "_handler";

    private readonly Dictionary<string, string> _typed = [];
    private readonly Dictionary<string, string> _rows = [];
    private readonly HashSet<string> _fields = [];
    private readonly List<Fault> _faults = [];

    /// <summary>Reads the form of this name, where it is the one that was sent; else it is one that nobody has typed into.</summary>
    public Entry(string name, HttpContext context)
    {
        (Name, WasSent) = (name, WasSentTo(name, context));
        if (WasSent)
            foreach (var (field, value) in context.Request.Form)
                _typed[field] = value.ToString();
        Command = Guid.TryParse(this["command"], out var id) ? id : Guid.CreateVersion7();
    }

    /// <summary>Name of the form, which no other form of its page has.</summary>
    public string Name { get; }

    /// <summary>Whether it was sent with this request.</summary>
    public bool WasSent { get; }

    /// <summary>The id under which its command is sent; the same where the same form is sent twice.</summary>
    public Guid Command { get; private set; }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>What is wrong and stands beside no field.</summary>
    public IEnumerable<Fault> Loose => _faults.Where(fault => !_fields.Any(shown => Covers(shown, fault.Field)));

    /// <summary>What was typed into a field; null where the form was not sent.</summary>
    public string? this[string field] => _typed.GetValueOrDefault(field);

    /// <summary>Whether it was sent to be shown again, with more rows or other choices, and not to be taken.</summary>
    public bool AsksForRows => this[MoreField] is not null;

    /// <summary>How many rows of a list the form shows: as many as were sent, and some more where these were asked for.</summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="part">A field that each row has.</param>
    /// <param name="begin">How many it begins with.</param>
    /// <param name="most">How many it has at most.</param>
    public int Rows(string list, string part, int begin, int most)
    {
        if (!WasSent)
            return Math.Min(begin, most);
        var sent = 0;
        while (sent < most && this[$"{RowOf(list, sent)}.{part}"] is not null)
            sent++;
        return Math.Min(sent + (this[MoreField] == "true" ? RowsAtOnce : 0), most);
    }

    /// <summary>Whether a form of this name was sent with a request.</summary>
    public static bool WasSentTo(string name, HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && context.Request.Form[NameField] == name;

    /// <summary>Notes that a field is shown; gives what is wrong with it.</summary>
    public IEnumerable<Fault> Beside(string field)
    {
        _fields.Add(field);
        return _faults.Where(fault => Covers(field, fault.Field));
    }

    /// <summary>Notes that something is wrong with a field; more than one thing may be.</summary>
    public void Refuse(string field, string? value, string rule) => _faults.Add(new Fault(field, value is null ? null : Checks.Shown(value), rule));

    /// <summary>Notes what the register refuses; of a field that could not be read it has nothing to say.</summary>
    /// <param name="refusals">What it refuses.</param>
    /// <param name="record">What it calls the record that the form is, as in <see cref="Fault.Of"/>.</param>
    public void Refuse(IEnumerable<Refusal> refusals, string record)
    {
        var unread = _faults.Select(fault => fault.Field).ToHashSet();
        foreach (var fault in refusals.Select(refusal => Fault.Of(refusal, record)).Select(InForm).Where(fault => !unread.Contains(fault.Field)))
        {
            _faults.Add(fault);
            // The id belongs to what was sent with it: what is sent next is something else.
            if (fault.Field == "command")
                Command = Guid.CreateVersion7();
        }
    }

    /// <summary>Text without blanks around it; null where there is none.</summary>
    public string? Text(string field) => this[field]?.Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    /// <summary>Whether a box is ticked.</summary>
    public bool Flag(string field) => this[field] is not null;

    /// <summary>A whole number; null where there is none, or it cannot be read, which is noted.</summary>
    public int? Whole(string field)
    {
        if (Number(field, "must be a whole number") is not { } number)
            return null;
        if (decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        Refuse(field, Text(field), "must be a whole number");
        return null;
    }

    /// <summary>A number; null where there is none, or it cannot be read, which is noted.</summary>
    public decimal? Number(string field) => Number(field, Numerals.None);

    private decimal? Number(string field, string none)
    {
        if (Text(field) is not { } text)
            return null;
        if (Numerals.Read(text, out var number) is not { } rule)
            return number;
        Refuse(field, text, rule == Numerals.None ? none : rule);
        return null;
    }

    /// <summary>An exact amount in a unit of measure; null where there is none, or it cannot be read or kept, which is noted.</summary>
    public Quantity? Amount(string field, Unit unit)
    {
        if (Number(field) is not { } amount)
            return null;
        if (Bounds.WhyNot(Qualifier.Exact, amount, amount) is not { } rule)
            return new Quantity(Bounds.Exactly(amount), unit);
        Refuse(field, Text(field), rule);
        return null;
    }

    /// <summary>An instant, UTC; null where there is none, or it cannot be read, which is noted.</summary>
    public DateTimeOffset? Instant(string field) => Read(
        field, "must be a day and a time such as 2022-12-12 08:30",
        text => DateTimeOffset.TryParseExact(
            Numerals.Plain(text).Replace('T', ' '), ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null);

    /// <summary>A day; null where there is none, or it cannot be read, which is noted.</summary>
    public DateOnly? Day(string field) => Read(
        field, "must be a day such as 2022-12-12",
        text => DateOnly.TryParseExact(Numerals.Plain(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    /// <summary>A date as surely as a source gives it; null where there is none, or it cannot be read, which is noted.</summary>
    public ReportedDate? Reported(string field)
    {
        if (Text(field) is not { } text)
            return null;
        if (ReportedDate.TryParse(text, out var date))
            return date;
        Refuse(field, text, "must be a day such as 2022-12-12, days such as 2022-12-12/16, a month such as 2022-12, or a year");
        return null;
    }

    /// <summary>One of the names of an enumeration; null where there is none, or it is none of them, which is noted.</summary>
    public T? Choice<T>(string field)
        where T : struct, Enum => Read(
            field, "must be one of the choices", text => Enum.TryParse<T>(text, out var choice) && Enum.GetName(choice) == text ? choice : (T?)null);

    /// <summary>The id of a record; null where there is none, or it cannot be read, which is noted.</summary>
    public Id<T>? Id<T>(string field) => Read(field, "must be one of the choices", text => Relight.Register.Id<T>.TryParse(text, null, out var id) ? id : (Id<T>?)null);

    /// <summary>A value that must be there; where it is not, that is noted, and the default stands in for it so that the rest can be checked.</summary>
    public T Must<T>(string field, T? value)
        where T : struct
    {
        if (value is null && !_faults.Exists(fault => fault.Field == field))
            Refuse(field, null, "must be given");
        return value ?? default;
    }

    /// <summary>The rows of a list into which something was typed; refusals count these rows alone, and are shown in the rows of the form.</summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="count">How many rows the form has.</param>
    /// <param name="parts">The fields of a row by which it is told that it is filled.</param>
    public IReadOnlyList<int> Filled(string list, int count, params IReadOnlyList<string> parts)
    {
        var filled = Enumerable.Range(0, count).Where(row => parts.Any(part => Text($"{RowOf(list, row)}.{part}") is not null)).ToList();
        foreach (var (counted, row) in filled.Index())
            _rows[RowOf(list, counted)] = RowOf(list, row);
        return filled;
    }

    /// <summary>How the register names a row of a list, from 0.</summary>
    public static string RowOf(string list, int row) => string.Create(CultureInfo.InvariantCulture, $"{list}[{row}]");

    private static bool Covers(string field, string fault) =>
        fault == field || (fault.StartsWith(field, StringComparison.Ordinal) && fault[field.Length] is '[' or '.');

    private T? Read<T>(string field, string rule, Func<string, T?> read)
        where T : struct
    {
        if (Text(field) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Refuse(field, text, rule);
        return value;
    }

    private Fault InForm(Fault fault)
    {
        var end = fault.Field.IndexOf(']', StringComparison.Ordinal) + 1;
        return end > 0 && _rows.TryGetValue(fault.Field[..end], out var row) ? fault with { Field = row + fault.Field[end..] } : fault;
    }
}
