using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Relight.Ledger;

namespace Relight.Web.Api;

/// <summary>A condition on a field, as the address has it.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Words">The condition, with its sign.</param>
internal sealed record Condition(string Field, string Words);

/// <summary>What the address asks of a list.</summary>
/// <param name="List">Address of the list, without conditions.</param>
/// <param name="Conditions">Conditions, all of which a row must meet.</param>
/// <param name="Sort">Field to sort by; null for the list's own order.</param>
/// <param name="Descending">Whether the order is reversed.</param>
/// <param name="Limit">Rows a page, 1 to 500.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="By">Field to count by; for facets alone.</param>
internal sealed record ListRequest(
    string List, IReadOnlyList<Condition> Conditions, string? Sort, bool Descending, int Limit, ListCursor? After, string? By)
{
    /// <summary>Most rows that a page has.</summary>
    public const int MostRows = 500;

    /// <summary>What a place in a list must be.</summary>
    public const string AfterRule = "must be the 'next' of a page with the same conditions and order";

    /// <summary>What a page takes beside conditions.</summary>
    public static IReadOnlyList<string> OfPage { get; } = ["sort", "limit", "after"];

    /// <summary>What an export takes beside conditions.</summary>
    public static IReadOnlyList<string> OfExport { get; } = ["sort"];

    /// <summary>What a count takes beside conditions.</summary>
    public static IReadOnlyList<string> OfCount { get; } = ["by"];

    private const int RowsUnlessAsked = 50;

    /// <summary>Reads the address; notes everything that is wrong with it.</summary>
    /// <param name="list">Address of the list, without conditions.</param>
    /// <param name="query">The conditions.</param>
    /// <param name="taken">What is taken beside conditions.</param>
    /// <param name="faults">Where to note.</param>
    public static ListRequest Read(string list, IQueryCollection query, IReadOnlyList<string> taken, ICollection<Fault> faults)
    {
        var request = new ListRequest(list, [.. Read(query).Where(condition => condition.Field is not ("sort" or "limit" or "after" or "by"))], null, false, RowsUnlessAsked, null, null);
        string? Own(string name)
        {
            if (!query.ContainsKey(name))
                return null;
            var text = query[name].ToString();
            if (taken.Contains(name))
                return text;
            faults.Add(new Fault(name, Checks.Shown(text), $"is not taken here; conditions and {string.Join(", ", taken)} are"));
            return null;
        }
        if (Own("limit") is { } limit)
        {
            if (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 1 and <= MostRows)
                request = request with { Limit = rows };
            else
                faults.Add(new Fault("limit", Checks.Shown(limit), FormattableString.Invariant($"must be from 1 to {MostRows}")));
        }
        if (Own("sort") is { } sort)
            request = request with { Sort = sort.StartsWith('-') ? sort[1..] : sort, Descending = sort.StartsWith('-') };
        request = request with { By = Own("by") };
        if (Own("after") is { } after)
        {
            request = request with { After = ListCursor.Read(after) };
            if (request.After is null || request.After.List != request.Fingerprint)
                faults.Add(new Fault("after", Checks.Shown(after), AfterRule));
        }
        return request;
    }

    /// <summary>Tells one list from another: a place in one means nothing in another.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Conditions.Select(condition => $"{condition.Field} {condition.Words}").Order(StringComparer.Ordinal).Append($"{Sort} {Descending}").Append(List)))))[..16];

    /// <summary>The place after a row.</summary>
    public string CursorAfter(JsonElement key, Guid id) => new ListCursor(Fingerprint, key, id).ToString();

    // An address parser takes ?power>=200MVA for the value 200MVA of "power>", and ?power>200MVA for a name without value.
    private static IEnumerable<Condition> Read(IQueryCollection query)
    {
        foreach (var (key, texts) in query)
        {
            var sign = key.IndexOfAny(['>', '<']);
            foreach (var text in texts)
                if (sign > 0)
                    yield return new Condition(key[..sign], key[sign..] + (text?.Length > 0 && key.EndsWith(key[sign]) ? "=" : "") + text);
                else
                    yield return new Condition(key, text ?? "");
        }
    }
}

/// <summary>A place in a list: after the row of this key and id.</summary>
/// <param name="List">The list that it is a place in, see <see cref="ListRequest.Fingerprint"/>.</param>
/// <param name="Key">What the row is ordered by.</param>
/// <param name="Id">Its id.</param>
internal sealed record ListCursor(string List, JsonElement Key, Guid Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static ListCursor? Read(string text)
    {
        try
        {
            var cursor = JsonSerializer.Deserialize<ListCursor>(WebEncoders.Base64UrlDecode(text), ApiJson.Options);
            // Not every database takes the character U+0000, which no text of a row holds.
            return cursor is { List: not null, Key.ValueKind: not JsonValueKind.Undefined }
                && !(cursor.Key.ValueKind == JsonValueKind.String && cursor.Key.GetString()!.Contains('\0', StringComparison.Ordinal)) ? cursor : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The place as an address carries it.</summary>
    public override string ToString() => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options));
}
