using Microsoft.AspNetCore.Http.Extensions;

namespace Relight.Web.Design;

/// <summary>What the address says about a table: filters by column, order and page. The address is all the state there is.</summary>
public sealed class TableState
{
    private const string SortKey = "sort";
    private const string PageKey = "page";

    private readonly Dictionary<string, string> _values;

    private TableState(Dictionary<string, string> values) => _values = values;

    /// <summary>Key of the column to sort by; null for the order of the table itself.</summary>
    public string? Sort => _values.GetValueOrDefault(SortKey)?.TrimStart('-');

    /// <summary>Whether the order is reversed.</summary>
    public bool IsDescending => _values.GetValueOrDefault(SortKey)?.StartsWith('-') ?? false;

    /// <summary>Page, from 1.</summary>
    public int Page => int.TryParse(_values.GetValueOrDefault(PageKey), out var page) && page > 0 ? page : 1;

    /// <summary>What the address says in place of a page; null where it is one, or left out.</summary>
    public string? UnreadPage => _values.GetValueOrDefault(PageKey) is { } text && !(int.TryParse(text, out var page) && page > 0) ? text : null;

    /// <summary>
    /// Reads the address. A condition may be written as one (<c>?power&gt;=200MVA</c>), which an address parser takes
    /// for the value <c>200MVA</c> of <c>power&gt;</c>.
    /// </summary>
    public static TableState Of(IQueryCollection query)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, texts) in query)
        {
            var text = texts.ToString();
            var sign = key.IndexOfAny(['>', '<']);
            if (sign > 0)
                values[key[..sign]] = key[sign..] + (text.Length > 0 && key.EndsWith(key[sign]) ? "=" : "") + text;
            else if (text.Length > 0)
                values[key] = text;
        }

        return new TableState(values);
    }

    /// <summary>What the reader asks of a column; null for nothing.</summary>
    public string? FilterOf(string key) => _values.GetValueOrDefault(key);

    /// <summary>What the address says beside the table's own columns, order and page, which a filter leaves as it is.</summary>
    public IEnumerable<(string Name, string Value)> Beside(IEnumerable<string> columns) => _values
        .Where(pair => pair.Key is not (SortKey or PageKey) && !columns.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
        .Select(pair => (pair.Key, pair.Value));

    /// <summary>The address that differs from this one in the order; the page starts anew.</summary>
    public string WithSort(string key) =>
        Address(SortKey, Sort == key && !IsDescending ? "-" + key : key, dropPage: true);

    /// <summary>The address of another page.</summary>
    public string WithPage(int page) => Address(PageKey, page.ToString(System.Globalization.CultureInfo.InvariantCulture), dropPage: false);

    /// <summary>The same filters and order, without the page: for a download of all that match.</summary>
    public string WithoutPage() => Address(PageKey, "", dropPage: true);

    private string Address(string key, string value, bool dropPage)
    {
        var query = new QueryBuilder();
        foreach (var (name, text) in _values)
            if (name != key && !(dropPage && name == PageKey))
                query.Add(name, text);
        if (value.Length > 0)
            query.Add(key, value);
        return query.ToString();
    }
}
